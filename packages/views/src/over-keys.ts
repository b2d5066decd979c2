/** That a meeting is to decide over one's keys, or has: told to the person from the motion on (K-15). */
import { calls, decidedWindow } from "@nabat/body";
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type Shown, textsOf } from "./shared.ts";

export interface OverKeysNow {
  readonly motion: ActId;
  readonly title: Hash;
  /** The called meeting on whose agenda it is. */
  readonly call?: { readonly id: ActId; readonly title: Hash; readonly starts: Millis; readonly held: boolean };
  /** Carried: within this time new keys come in, and all older ones end. */
  readonly decided?: { readonly from: Millis; readonly until: Millis };
}

/** Calls by which nothing is decided any more. */
const PAST: ReadonlySet<string> = new Set(["lapsed", "over", "not-held"]);

/** Motions over the keys of whoever looks that aren't decided, and decisions by which no keys have come in yet. */
export function overKeysNow({ state, now, viewer }: BodyReader): OverKeysNow[] {
  const me = viewer.member;
  if (me === undefined) return [];
  const waits = calls(state, now).filter(({ stage }) => !PAST.has(stage));
  return [...state.motions.motions.values()].flatMap((m) => {
    if (m.subject.type !== "keys" || m.subject.member !== me) return [];
    const of = { motion: m.id, title: m.title };
    const by = m.decidedBy === undefined ? undefined : state.keys.decided.get(m.decidedBy);
    const decided = by && decidedWindow(by);
    if (decided && now < decided.until) return [{ ...of, decided }];
    if (m.status !== "standing" && m.status !== "voting") return [];
    const found = waits.find(({ call }) => call.agenda.some((i) => i.motion === m.id && i.status !== "done"));
    if (!found) return [of];
    const { id, title, starts } = found.call;
    return [{ ...of, call: { id, title, starts, held: found.stage === "held" } }];
  });
}

export interface OverKeysLine extends Omit<OverKeysNow, "title" | "call"> {
  readonly title: Shown;
  readonly call?: { readonly id: ActId; readonly title: Shown; readonly starts: Millis; readonly held: boolean };
}

/** The same with its words. */
export async function overKeysView(reader: BodyReader): Promise<readonly OverKeysLine[]> {
  const all = reader.mayRead ? overKeysNow(reader) : [];
  const text = await textsOf(
    reader,
    all.flatMap((o) => [o.title, ...(o.call ? [o.call.title] : [])]),
  );
  return all.map(({ title, call, ...rest }) => ({
    ...rest,
    title: text(title),
    ...(call ? { call: { ...call, title: text(call.title) } } : {}),
  }));
}
