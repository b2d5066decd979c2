/** Who counts a sealed vote and by whom they came in, the lists, and numbers that are missing (V-51 to V-60, V-63). */
import {
  actionsIn,
  addedBy,
  boxesOf,
  byLists,
  type Counts,
  declarableFrom,
  decidingList,
  type Fate,
  fateAt,
  fateOf,
  firstListUntil,
  lastRound,
  listHolds,
  type ListLine,
  listsOf,
  listTallies,
  lotFor,
  resultStage,
} from "@nabat/body";
import type { Hash, MemberId, Millis } from "@nabat/kernel";
import { type Drawable, drawableIn, type MissLeads, missLeads } from "./missed-numbers.ts";
import type { BodyReader } from "./reader.ts";
import type { Vote } from "./results.ts";
import { peopleOf, type Person, textsOf } from "./shared.ts";

/** A list of numbers, and those tellers who published it. */
export interface ListShown {
  readonly hash: Hash;
  readonly file: Hash;
  readonly tellers: readonly Person[];
  readonly at: Millis;
  /** Is it the one that decides? */
  readonly decides: boolean;
  readonly counts: Counts;
  /** Do its lines come to its figures? Unset where they can't be had. */
  readonly holds?: boolean;
  /** Its lines, where the text can be had. */
  readonly lines?: readonly ListLine[];
}

export interface CountingShown {
  /** At a sitting, by its tellers: nobody is named, added or drawn, and no list waits (V-63). */
  readonly there: boolean;
  readonly opens: Millis;
  readonly named: Person;
  readonly added: readonly Person[];
  readonly drawn: readonly Person[];
  /** How many sign to add one; who has been signed for so far, and by how many. */
  readonly addedBy: number;
  readonly signed: readonly { readonly teller: Person; readonly n: number }[];
  /** Those in the lot, and how many of them have revealed. */
  readonly lot: { readonly of: number; readonly revealed: number };
  readonly fate: Fate["is"];
  readonly until?: Millis;
  readonly why?: string;
  /** No list is there yet: until when one is taken in, and the vote else isn't counted (V-57). */
  readonly listUntil?: Millis;
  /** Of a declared result. */
  readonly stage?: "in-force" | "contested" | "fallen";
  readonly lists: readonly ListShown[];
  /** How many have missed a number, in any list. */
  readonly missing: number;
  readonly again?: RecountShown;
  readonly you: CountingYou;
}

/** Counting once more. */
export interface RecountShown {
  readonly since: Millis;
  readonly of: number;
  readonly drawn: readonly Person[];
  /** Nobody is drawn yet: how many could be, how many must be, and how many of the lot's devices have answered. */
  readonly lot?: Drawable & { readonly of: number; readonly revealed: number };
  readonly opened: number;
  readonly said: readonly { readonly by: Person; readonly upheld: number }[];
  /** Box keys of those drawn. */
  readonly boxes: readonly string[];
  /** The list that is complained of: its hash, its file, what its teller counted. */
  readonly list: Hash;
  readonly file?: Hash;
  readonly counts: Counts;
  /** For one of those drawn: the commitment cast and the opening given again, of each who opened. */
  readonly complaints?: readonly { readonly commit: Hash; readonly opening: Hash }[];
}

export interface CountingYou {
  readonly addTeller: boolean;
  /** The commitment of your offer whose secret a lot waits for. */
  readonly reveal?: { readonly commit: Hash; readonly recount: boolean };
  readonly miss: boolean;
  /** What it leads to if you say now that your number is missing. */
  readonly missLeads?: MissLeads;
  /** You have said that your number is missing. */
  readonly missed: boolean;
  readonly openAgain: boolean;
  readonly recount: boolean;
}

/** Everything the page of such a vote says about its counting. */
export async function countingShown(reader: BodyReader, vote: Vote): Promise<CountingShown> {
  const { state, now } = reader;
  const from = declarableFrom(state, vote, now);
  const there = !byLists(vote);
  const fate: Fate = there ? (fateAt(state, vote, now) ?? { is: "waiting" }) : fateOf(vote, from, now);
  const listUntil = fate.is === "waiting" ? firstListUntil(vote, from, now) : undefined;
  const round = lastRound(vote);
  const [named, ...others] = vote.tellers;
  const signed = new Map<MemberId, number>();
  for (const teller of vote.backing?.values() ?? []) signed.set(teller, (signed.get(teller) ?? 0) + 1);
  const person = await peopleOf(reader, [...vote.tellers, ...signed.keys(), ...(round?.drawn ?? [])]);
  const stage = resultStage(state, vote, now);
  const again = await recountShown(reader, vote, person);
  return {
    there,
    opens: vote.opens ?? vote.opened,
    named: person(named ?? vote.caller),
    added: (vote.added ?? []).map(person),
    drawn: vote.added ? [] : others.map(person),
    addedBy: addedBy(state, vote),
    signed: [...signed].map(([id, n]) => ({ teller: person(id), n })),
    lot: { of: vote.lot?.pool.size ?? 0, revealed: vote.lot?.secrets.size ?? 0 },
    fate: fate.is,
    ...("until" in fate && fate.until !== undefined ? { until: fate.until } : {}),
    ...(listUntil === undefined ? {} : { listUntil }),
    ...(fate.is === "fallen" ? { why: fate.why } : {}),
    ...(stage ? { stage } : {}),
    lists: await listsShown(reader, vote, person),
    missing: vote.missing?.size ?? 0,
    ...(again ? { again } : {}),
    you: countingYou(reader, vote),
  };
}

async function listsShown(reader: BodyReader, vote: Vote, person: (id: MemberId) => Person): Promise<ListShown[]> {
  const lists = listsOf(vote);
  const tallies = listTallies(vote);
  const fileOf = (teller: MemberId | undefined) => (teller && tallies.get(teller)?.file) ?? ("" as Hash);
  const text = await textsOf(
    reader,
    lists.map((l) => fileOf(l.tellers[0])),
  );
  const decides = decidingList(vote);
  return lists.map((l) => {
    const lines = linesIn(text(fileOf(l.tellers[0])).text, vote.id);
    return {
      hash: l.list,
      file: fileOf(l.tellers[0]),
      tellers: l.tellers.map(person),
      at: l.at,
      decides: decides?.list === l.list,
      counts: l.counts,
      ...(lines ? { lines, holds: listHolds(vote, lines, l.counts) } : {}),
    };
  });
}

/** The lines of a list as its file holds them; `undefined` where it is no list of this vote. */
function linesIn(text: string | undefined, vote: string): readonly ListLine[] | undefined {
  if (text === undefined) return undefined;
  try {
    const list = JSON.parse(text) as { vote?: unknown; positions?: unknown };
    return list.vote === vote && Array.isArray(list.positions) ? (list.positions as ListLine[]) : undefined;
  } catch {
    return undefined;
  }
}

async function recountShown(
  reader: BodyReader,
  vote: Vote,
  person: (id: MemberId) => Person,
): Promise<RecountShown | undefined> {
  const { state, now, viewer } = reader;
  const round = lastRound(vote);
  if (!round) return undefined;
  const tally = [...listTallies(vote).values()].find((t) => t.list === round.list);
  const mine = viewer.member !== undefined && round.drawn.includes(viewer.member);
  return {
    since: round.at,
    of: round.complainants.length,
    drawn: round.drawn.map(person),
    ...(round.drawnAt === undefined
      ? { lot: { ...drawableIn(vote, round), of: round.lot.pool.size, revealed: round.lot.secrets.size } }
      : {}),
    opened: round.opened.size,
    said: [...round.said].map(([by, { upheld }]) => ({ by: person(by), upheld })),
    boxes: round.drawn.flatMap((m) => boxesOf(state, m, now)),
    list: round.list,
    counts: tally?.counts ?? {},
    ...(tally?.file ? { file: tally.file } : {}),
    ...(mine ? { complaints: await complaintsOf(reader, vote.id, round.opened) } : {}),
  };
}

async function complaintsOf(
  reader: BodyReader,
  vote: Vote["id"],
  opened: ReadonlyMap<MemberId, Hash>,
): Promise<{ commit: Hash; opening: Hash }[]> {
  const out: { commit: Hash; opening: Hash }[] = [];
  for (const [by, opening] of opened) {
    const [entry] = await reader.entries({ kind: "vote.cast", about: vote, by, limit: 1 });
    const data = entry?.act?.data as { commit: Hash } | undefined;
    if (data) out.push({ commit: data.commit, opening });
  }
  return out;
}

function countingYou(reader: BodyReader, vote: Vote): CountingYou {
  const { state, now, viewer } = reader;
  const id = viewer.member;
  if (id === undefined || viewer.standing !== "member")
    return { addTeller: false, miss: false, missed: false, openAgain: false, recount: false };
  const may = actionsIn(state, vote, id, now, viewer.key);
  const waits = lotFor(state, vote, id, now);
  const commit = waits?.lot.pool.get(id);
  return {
    addTeller: may.addTeller.ok,
    ...(waits && commit ? { reveal: { commit, recount: waits.recount } } : {}),
    miss: may.miss.ok,
    ...(may.miss.ok ? { missLeads: missLeads(state, vote, id, now) } : {}),
    missed: vote.missing?.has(id) === true,
    openAgain: may.openAgain.ok,
    recount: may.recount.ok,
  };
}
