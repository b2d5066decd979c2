/** Votes and their results, with all counts and the whole (V rules). */
import {
  boxesOf,
  type Counts,
  electionReckoning,
  mayTally,
  partsOf,
  declarableFrom,
  type Majority,
  type Position,
  type Quorum,
  resultData,
  type ResultDeclared,
  type State,
  tellersNeeded,
  unanimity,
  type Unanimity,
  voteEnd,
  type VoteMode,
  type VoteStage,
  voteStage,
} from "@nabat/body";
import type { ActId, Hash, MemberId, Millis, Sha256 } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import {
  mustRead,
  newestFirst,
  type Page,
  pageOf,
  type Paging,
  peopleOf,
  type Person,
  type Shown,
  textsOf,
} from "./shared.ts";
import { type AmendmentShown, amendmentShown } from "./amendments.ts";
import { type ResultShown, resultShown, type Vote } from "./results.ts";
import { type WhyNot, whyNot } from "./why-not.ts";
import { computedResult, positionsByName, yourPart } from "./vote-you.ts";

export interface VoteLine {
  readonly id: ActId;
  /** The motion; of an election's vote the election. */
  readonly motion: ActId;
  readonly election?: ActId;
  readonly title: Shown;
  readonly mode: VoteMode;
  readonly status: VoteStage;
  readonly opened: Millis;
  readonly closes?: Millis;
  /** When it ended, if it has. */
  readonly closed?: Millis;
  readonly sitting?: ActId;
  readonly whole: number;
  /** How many have taken a position; says nothing of which. */
  readonly castCount: number;
  readonly result?: ResultShown;
}

/** A part of a vote that is counted by itself: the hall where it was called, another hall, or the devices of those outside. */
export interface PartShown {
  /** `""` the hall where it was called, `devices`, or the sitting of another hall. */
  readonly key: string;
  readonly hall: string;
  readonly tellers: readonly Person[];
  readonly tallies: VoteView["tallies"];
  readonly mayTally: boolean;
}

/** A candidate's line of a declared election. */
export interface ElectionRow {
  readonly person: Person;
  readonly marks: number;
  readonly place: "elected" | "tied" | "not-elected";
}

export interface VoteView extends VoteLine {
  /** In an election: who stands on this ballot, seats and rule. */
  readonly ballot?: readonly { readonly key: string; readonly person: Person }[];
  readonly seats?: number;
  readonly rule?: "plurality" | "approval";
  readonly rows?: readonly ElectionRow[];
  /** Counted apart and added up; one part alone where it is a plain vote. */
  readonly parts: readonly PartShown[];
  /** Those who took part from outside the hall when it was called. */
  readonly remotes: number;
  /** Of a mixed vote: how those outside give their position. */
  readonly devices?: "count" | "name";
  /** Of a meeting that only consults. */
  readonly opinion: boolean;
  readonly differ: boolean;
  readonly version: { readonly n: number; readonly hash: Hash; readonly text: Shown };
  /** Where an amendment is voted on: what it would change. */
  readonly amendment?: AmendmentShown;
  readonly caller: Person;
  readonly tellers: readonly Person[];
  readonly byTellers: number;
  readonly majority: Majority;
  readonly quorum: Quorum;
  /** Each teller's own count; empty while a vote on devices is open. */
  readonly tallies: readonly {
    readonly by: Person;
    readonly at: Millis;
    readonly counts: Counts;
    readonly present?: number;
  }[];
  /** Positions by name, once closed; `position` absent where the opening was erased. */
  readonly positions?: readonly { readonly by: Person; readonly at: Millis; readonly position?: Position }[];
  /** What may be said of agreement; only with a declared result (L8). */
  readonly agreement?: Unanimity;
  /** Tellers who must have counted before a result can be declared; 0 for votes by name. */
  readonly tellersNeeded: number;
  /** From when the result may be declared; absent while the vote is open. */
  readonly declarableFrom?: Millis;
  /** The one result that the record gives now, ready to be declared; or why there is none yet. */
  readonly computed?: ResultDeclared;
  readonly notComputed?: WhyNot;
  /** Tellers a position is sealed to, with the X25519 keys of their standing devices (hex). */
  readonly sealedTo: readonly { readonly member: MemberId; readonly boxes: readonly string[] }[];
  /** Members who vote through tellers with a card of codes; only while the vote is open. */
  readonly cards: readonly Person[];
  readonly you: VoteYou;
}

/** What the viewer may do in a vote; for each that may not be done now, the rule in the way. */
export interface VoteYou {
  readonly mayVote: boolean;
  readonly whyNot?: WhyNot;
  /** When your position was entered, and its opening. */
  readonly cast?: { readonly at: Millis; readonly opening: Hash; readonly commit: Hash };
  readonly teller: boolean;
  readonly mayClose: boolean;
  readonly mayTally: boolean;
  readonly mayDeclare: boolean;
}

function line(state: State, vote: Vote, title: Shown, now: Millis): VoteLine {
  const result = resultShown(vote);
  const ended = voteEnd(state, vote, now);
  return {
    id: vote.id,
    motion: vote.motion,
    ...(vote.election === undefined ? {} : { election: vote.election }),
    title,
    mode: vote.mode,
    status: voteStage(state, vote, now),
    opened: vote.opened,
    ...(vote.closes === undefined ? {} : { closes: vote.closes }),
    ...(ended === undefined ? {} : { closed: ended }),
    ...(vote.sitting === undefined ? {} : { sitting: vote.sitting }),
    whole: vote.whole,
    castCount: vote.castCount,
    ...(result ? { result } : {}),
  };
}

/** The title of what is voted on: a motion's or an election's. */
export function titleOf(state: State, vote: Vote): Hash | undefined {
  return vote.election === undefined
    ? state.motions.motions.get(vote.motion)?.title
    : state.elections.elections.get(vote.election)?.title;
}

/** Votes, newest first; of one motion or one sitting, if told. */
export async function votesView(
  reader: BodyReader,
  query: Paging & { readonly motion?: ActId; readonly sitting?: ActId; readonly status?: VoteStage } = {},
): Promise<Page<VoteLine>> {
  mustRead(reader);
  const { state, now } = reader;
  const wanted = newestFirst(state.votes.votes.values(), (v) => v.opened).filter(
    (v) =>
      (query.motion === undefined || v.motion === query.motion) &&
      (query.sitting === undefined || v.sitting === query.sitting) &&
      (query.status === undefined || voteStage(state, v, now) === query.status),
  );
  const page = pageOf(wanted, query, (v) => v.id);
  const titles = page.items.flatMap((v) => titleOf(state, v) ?? []);
  const text = await textsOf(reader, titles);
  const items = page.items.map((v) => {
    const title = titleOf(state, v);
    return line(state, v, title ? text(title) : { why: "missing" as const }, now);
  });
  return { ...page, items };
}

/**
 * One vote with its text, counts, and what the viewer may do; `undefined` where there is none.
 * `sha256` lets it compute the result of a vote by name from its openings.
 */
export async function voteView(reader: BodyReader, id: ActId, sha256?: Sha256): Promise<VoteView | undefined> {
  mustRead(reader);
  const { state, now } = reader;
  const vote = state.votes.votes.get(id);
  const title = vote && titleOf(state, vote);
  if (!vote || !title) return undefined;
  const motion = state.motions.motions.get(vote.motion);
  const status = voteStage(state, vote, now);
  const version = motion?.versions.find((v) => v.text === vote.version);
  const text = await textsOf(reader, [title, vote.version]);
  const tallies = status === "open" ? [] : [...vote.tallies.values()];
  const cards =
    status === "open"
      ? [...state.members.members.values()]
          .filter((m) => m.card && m.codes.length > 0 && !vote.cast.has(m.id))
          .map((m) => m.id)
      : [];
  const person = await peopleOf(reader, [
    vote.caller,
    ...vote.tellers,
    ...cards,
    ...tallies.map((t) => t.by),
    ...partsOf(vote).flatMap((p) => [...p.tellers, ...p.tallies.map((t) => t.by)]),
    ...(vote.ballot ?? []).map((b) => b.member),
  ]);
  const positions = vote.mode === "name" && status !== "open" ? await positionsByName(reader, id) : undefined;
  const from = declarableFrom(state, vote, now);
  const computed = status === "counting" ? await computedResult(reader, vote, sha256) : undefined;
  const agreement = unanimity(vote);
  const amendment = motion && (await amendmentShown(reader, motion));
  return {
    ...line(state, vote, text(title), now),
    ...electionPart(vote, person),
    parts: partsOf(vote).map((p) => ({
      key: p.key,
      hall: state.meetings.courses.get((p.key || vote.sitting || "") as ActId)?.hall ?? "",
      tellers: p.tellers.map(person),
      tallies:
        status === "open"
          ? []
          : p.tallies.map((t) => ({
              by: person(t.by),
              at: t.at,
              counts: t.counts,
              ...(t.present === undefined ? {} : { present: t.present }),
            })),
      mayTally:
        reader.viewer.member !== undefined &&
        mayTally(
          state,
          vote,
          reader.viewer.member,
          now,
          p.key === "devices" ? { devices: true } : p.key === "" ? {} : { hall: p.key as ActId },
        ).ok,
    })),
    remotes: vote.remotes ?? 0,
    ...(vote.devices ? { devices: vote.devices } : {}),
    opinion: vote.opinion === true,
    differ: vote.result?.differ ?? false,
    version: {
      n: version?.n ?? 1,
      hash: vote.version,
      text:
        vote.election === undefined
          ? text(vote.version)
          : { text: (vote.ballot ?? []).map((b) => person(b.member).name ?? b.member.slice(0, 8)).join("\n") },
    },
    ...(amendment ? { amendment } : {}),
    caller: person(vote.caller),
    tellers: vote.tellers.map(person),
    byTellers: vote.byTellers,
    majority: vote.majority,
    quorum: vote.quorum,
    tallies: tallies.map((t) => ({
      by: person(t.by),
      at: t.at,
      counts: t.counts,
      ...(t.present === undefined ? {} : { present: t.present }),
    })),
    ...(positions ? { positions } : {}),
    ...(agreement ? { agreement } : {}),
    tellersNeeded: vote.mode === "name" ? 0 : tellersNeeded(vote),
    ...(from === undefined ? {} : { declarableFrom: from }),
    ...(computed?.ok
      ? { computed: resultData(id, computed.value) }
      : computed
        ? { notComputed: whyNot(computed) }
        : {}),
    sealedTo: vote.tellers.map((member) => ({ member, boxes: boxesOf(state, member, now) })),
    cards: cards.map(person),
    you: await yourPart(reader, vote, status),
  };
}

function electionPart(vote: Vote, person: (id: MemberId) => Person): Partial<VoteView> {
  if (vote.election === undefined) return {};
  const rows = electionReckoning(vote)?.rows.map((r) => ({ person: person(r.member), marks: r.marks, place: r.place }));
  return {
    ballot: (vote.ballot ?? []).map((b) => ({ key: b.key, person: person(b.member) })),
    ...(vote.seats === undefined ? {} : { seats: vote.seats }),
    ...(vote.rule ? { rule: vote.rule } : {}),
    ...(rows ? { rows } : {}),
  };
}
