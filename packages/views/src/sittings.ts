/** Sittings: opener, tellers, headcounts, what was put and counted there (G rules). */
import { sittingEnd, type State } from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";
import type { MotionLine } from "./motion-lines.ts";
import { motionsView } from "./motions.ts";
import { standingAt } from "./members.ts";
import type { BodyReader } from "./reader.ts";
import { newestFirst, type Page, pageNamed, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import type { VoteLine } from "./vote-shown.ts";
import { votesView } from "./votes.ts";

type Sitting = State["sittings"]["sittings"] extends Map<ActId, infer S> ? S : never;

export interface Headcount {
  readonly by: Person;
  readonly at: Millis;
  readonly present: number;
  readonly guests: number;
}

export interface SittingLine {
  readonly id: ActId;
  readonly title: Shown;
  readonly section: string;
  readonly opened: Millis;
  readonly closed?: Millis;
  /** Members present, where every teller who counted counted the same. */
  readonly present?: number;
}

export interface SittingView extends SittingLine {
  readonly opener: Person;
  readonly tellers: readonly Person[];
  readonly counts: readonly Headcount[];
  /** True where tellers' latest headcounts differ. */
  readonly countsDiffer: boolean;
  /** Voting members while it sat: at its end, or now. */
  readonly roll: number;
  readonly motions: readonly MotionLine[];
  readonly votes: readonly VoteLine[];
  readonly you: { readonly member: boolean; readonly teller: boolean; readonly opener: boolean };
}

/** Sittings, newest first. */
export async function sittingsView(
  reader: BodyReader,
  query: Paging & { readonly status?: "open" | "closed" } = {},
): Promise<Page<SittingLine>> {
  mustRead(reader);
  const wanted = newestFirst(reader.state.sittings.sittings.values(), (s) => s.opened).filter(
    (s) => query.status === undefined || (query.status === "open") === (sittingEnd(s, reader.now) === undefined),
  );
  const { page, named } = await pageNamed(reader, wanted, query, {
    id: (s) => s.id,
    name: (s) => s.title,
    also: (s) => s.section,
  });
  return { ...page, items: page.items.map((s) => line(s, named(s), reader.now)) };
}

function line(s: Sitting, title: Shown, now: Millis): SittingLine {
  const closed = sittingEnd(s, now);
  const counts = [...s.counts.values()].map((c) => c.present);
  const present = new Set(counts).size === 1 ? counts[0] : undefined;
  return {
    id: s.id,
    title,
    section: s.section,
    opened: s.opened,
    ...(closed === undefined ? {} : { closed }),
    ...(present === undefined ? {} : { present }),
  };
}

/** How many could vote then: who has left since was still one of them. */
function rollAt(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standingAt(m, at) === "member") n++;
  return n;
}

/** One sitting; `undefined` where there is none of that id. */
export async function sittingView(reader: BodyReader, id: ActId): Promise<SittingView | undefined> {
  mustRead(reader);
  const s = reader.state.sittings.sittings.get(id);
  if (!s) return undefined;
  const counts = [...s.counts.values()];
  const text = await textsOf(reader, [s.title]);
  const person = await peopleOf(reader, [s.opener, ...s.tellers, ...counts.map((c) => c.by)]);
  const me = reader.viewer.member;
  return {
    ...line(s, text(s.title), reader.now),
    opener: person(s.opener),
    tellers: s.tellers.map(person),
    counts: counts.map((c) => ({ by: person(c.by), at: c.at, present: c.present, guests: c.guests })),
    countsDiffer: new Set(counts.map((c) => c.present)).size > 1,
    roll: rollAt(reader.state, sittingEnd(s, reader.now) ?? reader.now),
    motions: (await motionsView(reader, { sitting: id, limit: 200 })).items,
    votes: (await votesView(reader, { sitting: id, limit: 200 })).items,
    you: {
      member: reader.viewer.standing === "member",
      teller: me !== undefined && s.tellers.includes(me),
      opener: me === s.opener,
    },
  };
}
