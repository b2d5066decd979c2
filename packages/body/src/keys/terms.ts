/**
 * What keys sign nothing of while it is open whose they are (K-12, K-14, K-15): one closed table over all
 * kinds. The old reserve key may everything.
 */
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { runningFor, termsUntil } from "./running.ts";

/**
 * What a kind is to keys in their terms. `own`: always open. `speaks`: only speaks. `does`: neither of the rest.
 * `votes`: votes, agrees to decide now, signs for a text. `stands`: stands for others, or counts. `undoes`: can't
 * be made good again.
 */
export type Column = "own" | "speaks" | "does" | "votes" | "stands" | "undoes";

const TABLE: Readonly<Record<Column, readonly string[]>> = {
  // What no key that the body knows signs, and what objects or brings back.
  own: ["found", "join", "key.object", "leave.undo", "rest.here"],
  speaks: [
    "say",
    "account",
    "minority",
    "appeal",
    "stay.appeal",
    "floor.ask",
    "floor.leave",
    "sitting.here",
    "sitting.remote",
    "sitting.hall",
  ],
  does: [
    "apply",
    "rename",
    "device.add",
    "card.object",
    "leave.card.undo",
    "list.close",
    "list.open",
    "established",
    "rest.ask",
    "move",
    "second",
    "ask.secret",
    "vote.open",
    "vote.close",
    "result",
    "put.all",
    "meeting.call",
    "meeting.sign",
    "meeting.item",
    "item.open",
    "item.close",
    "floor.give",
    "floor.end",
    "sitting.open",
    "sitting.close",
    "sitting.interrupt",
    "election.open",
    "nominate",
    "nomination.accept",
    "state",
    "witness",
    "copy",
    "clock",
  ],
  votes: ["vote.cast", "now.agree", "now.sign", "number.missing", "opening.again"],
  stands: [
    "key.recover",
    "meeting.keys",
    "cosign",
    "card",
    "card.confirm",
    "invite",
    "vouch",
    "seen",
    "list.sign",
    "list.card",
    "vote.card",
    "now.card",
    "leave.card",
    "tally",
    "sitting.count",
    "recount",
    "teller.offer",
    "teller.add",
    "teller.reveal",
    "paper.vote",
    "paper.sign",
    "sponsor",
    "place",
    "greet.draw",
    "greet.reveal",
    "guest.still",
  ],
  undoes: [
    "leave",
    "erase",
    "withdraw",
    // Who seconded, and what notice was given of, is lost with a text that is written over.
    "revise",
    "meeting.place",
    "accept",
    "now.back",
    "invite.end",
    "nomination.decline",
    "resign",
    "teller.offer.end",
    "device.end",
  ],
};

const COLUMN: ReadonlyMap<string, Column> = new Map(
  (Object.keys(TABLE) as Column[]).flatMap((column) => TABLE[column].map((kind) => [kind, column] as const)),
);

/** The column of a kind; `undefined` where the table doesn't know it: then keys in their terms don't sign it. */
export function columnOf(kind: string, data?: unknown): Column | undefined {
  // Whoever comes with a guest's link has no vote by it.
  if (kind === "invite" && (data as { as?: string } | undefined)?.as === "guest") return "does";
  return COLUMN.get(kind);
}

/** On which side a key stands while it is open whose it is, and until when. */
export interface Side {
  readonly is: "door" | "new" | "old" | "devices" | "hall" | "sheet";
  readonly rule: "K-12" | "K-14" | "K-15";
  readonly until: Millis;
}

const WITHHELD: Readonly<Record<Side["is"], readonly Column[]>> = {
  door: ["does", "votes", "stands", "undoes"],
  new: ["votes", "stands", "undoes"],
  old: ["undoes"],
  devices: ["votes", "undoes"],
  hall: ["votes", "stands", "undoes"],
  // Of what few decided: it speaks, objects, and adds a device, which is an objection, too.
  sheet: ["does", "votes", "stands", "undoes"],
};

/** The side on which this key of this member stands at `at`; `undefined`: nothing is withheld from it. */
export function sideOf(state: State, member: MemberId, key: KeyId, at: Millis): Side | undefined {
  const known = state.keys.keys.get(key);
  const running = runningFor(state, member, at);
  for (const r of running) {
    const until = termsUntil(r);
    if (known?.of !== r.id || until === undefined || r.effective === undefined) continue;
    if (r.way === "meeting") return { is: "hall", rule: "K-15", until };
    return at < r.effective ? { is: "door", rule: "K-12", until: r.effective } : { is: "new", rule: "K-12", until };
  }
  if (known?.reserve) {
    const few = running.find((r) => r.few && r.before?.some((k) => k.key === key));
    return few && { is: "sheet", rule: "K-15", until: termsUntil(few) ?? at };
  }
  const ends = running.flatMap((r) => (r.effective !== undefined && at < r.effective ? [r.effective] : []));
  if (ends.length > 0) return { is: "old", rule: "K-12", until: Math.max(...ends) };
  const dispute = state.keys.disputes.get(member);
  return dispute !== undefined && dispute > at ? { is: "devices", rule: "K-14", until: dispute } : undefined;
}

/** New keys end keys that came in by the same asking: a new phone may be stolen, too. The old they don't end. */
function endsItsLike(
  state: State,
  { member, key }: { readonly member: MemberId; readonly key: KeyId },
  data: unknown,
): boolean {
  const own = state.keys.keys.get(key);
  const ended = state.keys.keys.get((data as { device: KeyId }).device);
  return own?.of !== undefined && ended?.member === member && ended.of === own.of;
}

const CODES: Readonly<Record<Column, string>> = {
  own: "",
  speaks: "",
  does: "speaks-only",
  votes: "votes-in-the-hall",
  stands: "stands-for-nobody",
  undoes: "cannot-be-undone",
};

/** May this key sign this kind now? Refuses K-12, K-14 and K-15 with the moment from which it may. */
export function mayInTerms(
  state: State,
  of: { readonly member: MemberId; readonly key: KeyId; readonly kind: string; readonly data?: unknown },
  at: Millis,
): Result<true> {
  const side = sideOf(state, of.member, of.key, at);
  if (!side) return ok(true);
  const column = columnOf(of.kind, of.data);
  if (side.is === "sheet" && of.kind === "device.add") return ok(true);
  if (of.kind === "device.end" && endsItsLike(state, of, of.data)) return ok(true);
  if (column !== undefined && !WITHHELD[side.is].includes(column)) return ok(true);
  if (side.is === "sheet") return refuse("K-15", "the-sheet-objects", { until: side.until });
  const code = side.is === "door" ? "speaks-only" : column === undefined ? "not-in-the-table" : CODES[column];
  return refuse(side.rule, code, { until: side.until });
}
