/** What was decided, by which way it binds and from when (B-1, B-8), and what is put to all (B-9 to B-11). */
import {
  againWaiting,
  callAgainUntil,
  canPut,
  type Decision,
  heldAgain,
  knownFrom,
  byLists,
  mayCallAgain,
  isOfRules,
  mayPutToAll,
  modesAllowed,
  partsOf,
  putNeeded,
  wasBeforeAll,
  putUntil,
  rollSize,
  type State,
  type Subject,
  type VoteMode,
  type Way,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import { type ForceShown, forceShown, voteBehind } from "./force-shown.ts";
import { newestFirst, type Page, pageNamed, type Paging } from "./lists.ts";
import type { BodyReader } from "./reader.ts";
import type { Vote } from "./results.ts";
import { mustRead, peopleOf, type Person, readable, type Shown } from "./shared.ts";

export interface DecisionLine {
  /** The act that made it: a result, or the last signature. */
  readonly id: ActId;
  /** The motion, or the election. */
  readonly on: ActId;
  readonly subject: Subject["type"] | "election";
  readonly title: Shown;
  readonly way: Way;
  readonly at: Millis;
  /** How many took part in deciding, of how many. */
  readonly voted: number;
  readonly whole: number;
  /** A meeting didn't carry it (B-9). */
  readonly lost?: true;
  readonly stage: ForceShown;
  /** From when it is in force, where nothing else is entered; unset where nobody can say. */
  readonly from?: Millis;
  readonly vote?: ActId;
  /** Page below `/b/:body`. */
  readonly path: string;
  /** By the vote of all on what a meeting had decided or refused: its numbers and hour stand here (B-11). */
  readonly byAll?: true;
}

/** Who counted, and by whom they came to count: `everyone` where positions are by name. */
export interface CountedBy {
  readonly by: "caller" | "members" | "lot" | "present" | "opener" | "hall" | "everyone";
  readonly people: readonly Person[];
}

export interface DecisionShown extends DecisionLine {
  /** It waits since fewer than half took part, since it is a change of rules, since it was decided on paper alone, or counted in several halls. */
  readonly waitsFor?: "few" | "rules" | "door" | "paper" | "halls" | "second";
  readonly counted: readonly CountedBy[];
  /** Whose signatures decided it, for whoever may read the record (N-11). */
  readonly signed?: readonly Person[];
  /** How many asked that it be put to all, of how many, and who, for whoever may read the record; `until` while that can be asked; `before`: a vote of all on it fell with its count. */
  readonly put?: {
    readonly has: number;
    readonly by: readonly Person[];
    readonly needed: number;
    readonly until: Millis;
    readonly before: boolean;
  };
  /** It was put to all: since when, until when the first vote may be called, and the vote that runs. */
  readonly suspended?: { readonly since: Millis; readonly callUntil?: Millis; readonly vote?: ActId };
  readonly contested?: Millis;
  /** While its count is in doubt: how many miss their number, and where that is being looked at. */
  readonly doubt?: { readonly missing: number; readonly vote: ActId };
  /** Fewer than the quorum voted on what few decided at a second call: that settled nothing, and it can be put to all again until then (B-11). */
  readonly fewVoted?: { readonly until?: Millis };
  readonly settled?: { readonly by: ActId; readonly at: Millis; readonly stands: boolean; readonly few: boolean };
  /** Votes over days on it since, oldest first. */
  readonly again: readonly ActId[];
  readonly you: {
    readonly put: boolean;
    readonly asked: boolean;
    /** What a vote over days on it would be called with. */
    readonly call?: { readonly version: Hash; readonly modes: readonly VoteMode[]; readonly not: readonly MemberId[] };
  };
}

/** The last decision on this motion or election. */
export function lastDecisionOn(state: State, on: ActId): Decision | undefined {
  return [...state.binding.decisions.values()].findLast((d) => d.on === on);
}

/** The last decision on each motion and election: for lists, read once. */
export function lastDecisions(state: State): ReadonlyMap<ActId, Decision> {
  return new Map([...state.binding.decisions.values()].map((d) => [d.on, d]));
}

/** The title of what was decided. */
export function titleAt(state: State, d: Decision): Hash {
  const of = d.election ? state.elections.elections.get(d.on) : state.motions.motions.get(d.on);
  if (!of) throw new Error("a decision on nothing");
  return of.title;
}

/** Of an election that was put to all, the vote of all that elected. */
function electedByAll(state: State, d: Decision): { vote: Vote; at: Millis } | undefined {
  if (!d.election || !d.settled?.stands || d.settled.few) return undefined;
  const vote = voteBehind(state, d);
  return vote?.result && vote.id !== d.vote ? { vote, at: d.settled.at } : undefined;
}

function lineOf({ state, now }: BodyReader, d: Decision, title: Shown): DecisionLine {
  // A contested decision has no hour: those drawn look first.
  const from = knownFrom(d.from);
  const all = electedByAll(state, d);
  const took = all?.vote.result;
  return {
    id: d.id,
    on: d.on,
    subject: d.election ? "election" : (state.motions.motions.get(d.on)?.subject.type ?? "text"),
    title,
    way: all ? "days" : d.way,
    at: all?.at ?? d.at,
    voted: took ? (took.present ?? all.vote.castCount) : d.voted,
    whole: took ? took.whole : d.whole,
    stage: forceShown(state, d, now),
    ...(d.lost ? { lost: true as const } : {}),
    ...(all || (d.vote && state.votes.votes.get(d.vote)?.again) ? { byAll: true as const } : {}),
    ...(from === undefined ? {} : { from }),
    ...(all ? { vote: all.vote.id } : d.vote === undefined ? {} : { vote: d.vote }),
    path: `/${d.election ? "elections" : "motions"}/${d.on}#decision`,
  };
}

/** What was decided, newest first. */
export async function decisionsView(
  reader: BodyReader,
  query: Paging & { readonly status?: ForceShown; readonly way?: Way } = {},
): Promise<Page<DecisionLine>> {
  mustRead(reader);
  const { state, now } = reader;
  const wanted = newestFirst(state.binding.decisions.values(), (d) => d.at).filter(
    (d) =>
      (query.status === undefined || forceShown(state, d, now) === query.status) &&
      (query.way === undefined || (electedByAll(state, d) ? "days" : d.way) === query.way),
  );
  const { page, named } = await pageNamed(reader, wanted, query, { id: (d) => d.id, name: (d) => titleAt(state, d) });
  return { ...page, items: page.items.map((d) => lineOf(reader, d, named(d))) };
}

/** Those that wait, are put to all or contested: what isn't in force yet, newest first, twenty at most. */
export async function notInForce(reader: BodyReader): Promise<DecisionLine[]> {
  const { state, now } = reader;
  const open = newestFirst(state.binding.decisions.values(), (d) => d.at).filter(
    (d) => d.from !== undefined && d.from > now,
  );
  const { page, named } = await pageNamed(
    reader,
    open,
    { limit: 20 },
    { id: (d) => d.id, name: (d) => titleAt(state, d) },
  );
  return page.items.map((d) => lineOf(reader, d, named(d)));
}

/** One decision; `undefined` where that act decided nothing. */
export async function decisionView(reader: BodyReader, id: ActId): Promise<DecisionShown | undefined> {
  mustRead(reader);
  const decision = reader.state.binding.decisions.get(id);
  return decision && decisionShown(reader, decision);
}

/** Everything that is said of a decision. */
export async function decisionShown(reader: BodyReader, d: Decision): Promise<DecisionShown> {
  const { state, now } = reader;
  const { named } = await pageNamed(reader, [d], {}, { id: (x) => x.id, name: (x) => titleAt(state, x) });
  const counters = countersOf(state, d);
  const hands = readable(reader, d.way === "signed" ? (state.binding.signed.get(d.on)?.by ?? []) : []);
  const person = await peopleOf(reader, [...d.putBy, ...hands, ...counters.flatMap((c) => c.people)]);
  const line = lineOf(reader, d, named(d));
  const waitsFor = whyWaits(state, d);
  const open = canPut(state, d, now).ok;
  const waiting = againWaiting(state, d, now);
  const until = d.suspended === undefined || d.settled ? undefined : callAgainUntil(d);
  return {
    ...line,
    ...(line.stage === "waits" && waitsFor ? { waitsFor } : {}),
    counted: counters.map(({ by, people }) => ({ by, people: people.map(person) })),
    ...(hands.length > 0 ? { signed: hands.map(person) } : {}),
    ...(open || d.putBy.length > 0
      ? {
          put: {
            has: d.putBy.length,
            by: readable(reader, d.putBy).map(person),
            needed: putNeeded(state, d, now),
            until: putUntil(d),
            before: wasBeforeAll(state, d, now),
          },
        }
      : {}),
    ...(d.suspended === undefined
      ? {}
      : {
          suspended: {
            since: d.suspended,
            ...(until !== undefined && waiting === undefined && now < until ? { callUntil: until } : {}),
            ...(waiting === undefined ? {} : { vote: waiting }),
          },
        }),
    ...(d.contested === undefined ? {} : { contested: d.contested }),
    ...(line.stage === "contested" ? doubtOf(state, d) : {}),
    ...(d.fewVoted && !d.settled ? { fewVoted: open ? { until: putUntil(d) } : {} } : {}),
    ...(d.settled ? { settled: d.settled } : {}),
    again: [...d.again],
    you: yourPart(reader, d),
  };
}

function doubtOf(state: State, d: Decision): Pick<DecisionShown, "doubt"> {
  const vote = voteBehind(state, d);
  return vote?.missing ? { doubt: { missing: vote.missing.size, vote: vote.id } } : {};
}

/** May the vote of all be called; one whose count fell is held again in person (V-60). */
export function mayCallAnother(state: State, d: Decision, now: Millis): boolean {
  const on = state.motions.motions.get(d.on) ?? state.elections.elections.get(d.on);
  return mayCallAgain(state, d, now).ok && on !== undefined && !heldAgain(state, on, now);
}

function yourPart({ state, now, viewer }: BodyReader, d: Decision): DecisionShown["you"] {
  const me = viewer.standing === "member" ? viewer.member : undefined;
  if (me === undefined) return { put: false, asked: false };
  const version = d.vote === undefined ? undefined : state.votes.votes.get(d.vote)?.version;
  const motion = state.motions.motions.get(d.on);
  const modes: readonly VoteMode[] = motion
    ? modesAllowed(state, motion, false, rollSize(state, now), now)
    : (["count"] as const);
  const ballot = d.vote === undefined ? [] : (state.votes.votes.get(d.vote)?.ballot ?? []);
  const not = [...(motion ? [motion.mover] : []), ...ballot.map((b) => b.member), me];
  return {
    put: mayPutToAll(state, d, me, now).ok,
    asked: d.putBy.includes(me),
    ...(version !== undefined && modes.length > 0 && mayCallAnother(state, d, now)
      ? { call: { version, modes, not } }
      : {}),
  };
}

/** Why it isn't in force at once (B-8). */
function whyWaits(state: State, d: Decision): DecisionShown["waitsFor"] {
  if (d.way === "paper") return "paper";
  if (d.second) return "second";
  if (d.halls) return "halls";
  if ((d.way === "meeting" || d.way === "now") && 2 * d.voted < d.whole) return "few";
  const subject = state.motions.motions.get(d.on)?.subject;
  if (subject?.type === "door") return "door";
  return subject && isOfRules(subject) ? "rules" : undefined;
}

/** Who counted the vote that decided, each with how they came to count. */
function countersOf(state: State, d: Decision): { by: CountedBy["by"]; people: MemberId[] }[] {
  const first = d.vote === undefined ? undefined : state.votes.votes.get(d.vote);
  const vote = electedByAll(state, d)?.vote ?? first;
  if (!vote) return [];
  if (byLists(vote)) {
    const [named, ...others] = vote.tellers;
    const rest = { by: vote.added ? ("members" as const) : ("lot" as const), people: vote.added ?? others };
    return [{ by: "caller" as const, people: named ? [named] : [] }, rest]
      .map((c) => ({ ...c, people: c.people.filter((p) => vote.tallies.has(p)) }))
      .filter((c) => c.people.length > 0);
  }
  if (vote.sitting === undefined && vote.mode === "name") return [{ by: "everyone", people: [] }];
  // In many halls each hall counts by itself, and what they counted is added up.
  const people = [...new Set(partsOf(vote).flatMap((p) => p.tallies.map((k) => k.by)))];
  const course = vote.sitting === undefined ? undefined : state.meetings.courses.get(vote.sitting);
  if (vote.paper) return [{ by: "hall", people }];
  return people.length === 0 ? [] : [{ by: course?.tellersBy === undefined ? "opener" : "present", people }];
}
