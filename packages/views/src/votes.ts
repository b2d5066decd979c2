/** Votes and their results, with all counts and the whole (V rules). */
import { type Counts, type Majority, mayVoteOn as ruleOn, openingBytes, POSITIONS, type Position, type Quorum, type State, type VoteMode } from "@nabat/body";
import type { ActId, Hash, MemberId, Millis, RefusalFacts } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { mustRead, newestFirst, type Page, pageOf, type Paging, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

type Vote = State["votes"]["votes"] extends Map<ActId, infer V> ? V : never;

/** `open`; `closed` (no declaration yet); `declared`. */
export type VoteStatus = "open" | "closed" | "declared";

/** The result with the numbers that its sentence needs. */
export interface ResultShown {
  readonly id: ActId;
  readonly at: Millis;
  readonly outcome: "carried" | "lost" | "no-quorum" | "tied";
  readonly counts: Counts;
  /** All who may vote, when the vote was called. */
  readonly whole: number;
  /** Headcount, at a sitting. */
  readonly present?: number;
  /** Present (or entitled, on devices) and took no position. */
  readonly none: number;
}

export interface VoteLine {
  readonly id: ActId;
  readonly motion: ActId;
  readonly title: Shown;
  readonly mode: VoteMode;
  readonly status: VoteStatus;
  readonly opened: Millis;
  readonly closes?: Millis;
  readonly closed?: Millis;
  readonly sitting?: ActId;
  readonly whole: number;
  /** How many have taken a position; says nothing of which. */
  readonly castCount: number;
  readonly result?: ResultShown;
}

export interface VoteView extends VoteLine {
  readonly version: { readonly n: number; readonly hash: Hash; readonly text: Shown };
  readonly caller: Person;
  readonly tellers: readonly Person[];
  readonly byTellers: number;
  readonly majority: Majority;
  readonly quorum: Quorum;
  /** Each teller's own count; empty while a vote on devices is open. */
  readonly tallies: readonly { readonly by: Person; readonly at: Millis; readonly counts: Counts; readonly present?: number }[];
  /** Positions by name, once closed; `position` absent where the opening was erased. */
  readonly positions?: readonly { readonly by: Person; readonly at: Millis; readonly position?: Position }[];
  /** What the viewer may do here. */
  /** Tellers a position is sealed to, with the X25519 keys of their standing devices (hex). */
  readonly sealedTo: readonly { readonly member: MemberId; readonly boxes: readonly string[] }[];
  /** Members who vote through tellers with a card of codes; only while the vote is open. */
  readonly cards: readonly Person[];
  readonly you: {
    readonly mayVote: boolean;
    /** Why not: a rule's number with its code and facts, for a refusal sentence. */
    readonly whyNot?: { readonly rule: string; readonly code: string; readonly facts: RefusalFacts };
    /** When your position was entered, and its opening. */
    readonly cast?: { readonly at: Millis; readonly opening: Hash; readonly commit: Hash };
    readonly teller: boolean;
  };
}

/** Where a vote stands at `now`. */
export function voteStatus(vote: Vote, now: Millis): VoteStatus {
  if (vote.result) return "declared";
  return vote.closed !== undefined || (vote.closes !== undefined && vote.closes <= now) ? "closed" : "open";
}

/** The numbers of a declared result. */
export function resultShown(vote: Vote): ResultShown | undefined {
  const r = vote.result;
  if (!r) return undefined;
  const taken = Object.values(r.counts).reduce((a, b) => a + b, 0);
  return { id: r.id, at: r.at, outcome: r.outcome, counts: r.counts, whole: r.whole, ...(r.present === undefined ? {} : { present: r.present }), none: Math.max(0, (r.present ?? r.whole) - taken) };
}

function line(vote: Vote, title: Shown, now: Millis): VoteLine {
  const result = resultShown(vote);
  return {
    id: vote.id,
    motion: vote.motion,
    title,
    mode: vote.mode,
    status: voteStatus(vote, now),
    opened: vote.opened,
    ...(vote.closes === undefined ? {} : { closes: vote.closes }),
    ...(vote.closed === undefined ? {} : { closed: vote.closed }),
    ...(vote.sitting === undefined ? {} : { sitting: vote.sitting }),
    whole: vote.whole,
    castCount: vote.castCount,
    ...(result ? { result } : {}),
  };
}

/** Votes, newest first; of one motion or one sitting, if told. */
export async function votesView(
  reader: BodyReader,
  query: Paging & { readonly motion?: ActId; readonly sitting?: ActId; readonly status?: VoteStatus } = {},
): Promise<Page<VoteLine>> {
  mustRead(reader);
  const { state, now } = reader;
  const wanted = newestFirst(state.votes.votes.values(), (v) => v.opened).filter(
    (v) =>
      (query.motion === undefined || v.motion === query.motion) &&
      (query.sitting === undefined || v.sitting === query.sitting) &&
      (query.status === undefined || voteStatus(v, now) === query.status),
  );
  const page = pageOf(wanted, query, (v) => v.id);
  const titles = page.items.flatMap((v) => state.motions.motions.get(v.motion)?.title ?? []);
  const text = await textsOf(reader, titles);
  const items = page.items.map((v) => {
    const title = state.motions.motions.get(v.motion)?.title;
    return line(v, title ? text(title) : { why: "missing" as const }, now);
  });
  return { ...page, items };
}

/** One vote with its text, counts, and what the viewer may do; `undefined` where there is none. */
export async function voteView(reader: BodyReader, id: ActId): Promise<VoteView | undefined> {
  mustRead(reader);
  const { state, now, viewer } = reader;
  const vote = state.votes.votes.get(id);
  const motion = vote && state.motions.motions.get(vote.motion);
  if (!vote || !motion) return undefined;
  const status = voteStatus(vote, now);
  const openOnDevices = status === "open" && (vote.mode === "count" || vote.mode === "name");
  const version = motion.versions.find((v) => v.text === vote.version);
  const text = await textsOf(reader, [motion.title, vote.version]);
  const tallies = openOnDevices ? [] : [...vote.tallies.values()];
  const cards = status === "open" ? [...state.members.members.values()].filter((m) => m.card && m.codes.length > 0 && !vote.cast.has(m.id)).map((m) => m.id) : [];
  const person = await peopleOf(reader, [vote.caller, ...vote.tellers, ...cards, ...tallies.map((t) => t.by)]);
  const positions = vote.mode === "name" && status !== "open" ? await positionsByName(reader, id) : undefined;
  return {
    ...line(vote, text(motion.title), now),
    version: { n: version?.n ?? 1, hash: vote.version, text: text(vote.version) },
    caller: person(vote.caller),
    tellers: vote.tellers.map(person),
    byTellers: vote.byTellers,
    majority: vote.majority,
    quorum: vote.quorum,
    tallies: tallies.map((t) => ({ by: person(t.by), at: t.at, counts: t.counts, ...(t.present === undefined ? {} : { present: t.present }) })),
    ...(positions ? { positions } : {}),
    sealedTo: vote.tellers.map((member) => ({ member, boxes: boxesOf(state, member, now) })),
    cards: cards.map(person),
    you: { ...(await yourPart(reader, vote, status)), teller: viewer.member !== undefined && vote.tellers.includes(viewer.member) },
  };
}

/** Box keys of a member's standing devices, in one order on every server. */
export function boxesOf(state: State, member: MemberId, now: Millis): string[] {
  const out: string[] = [];
  for (const key of state.keys.keys.values()) if (key.member === member && key.box !== "" && (key.ended === undefined || key.ended > now)) out.push(key.box);
  return out.sort();
}

/** Whether the viewer may vote on `vote` now and, if not, under which rule. */
export function mayVoteOn(reader: BodyReader, vote: Vote): { readonly mayVote: boolean; readonly whyNot?: VoteView["you"]["whyNot"] } {
  const { member, key, standing } = reader.viewer;
  if (member === undefined) return { mayVote: false, whyNot: { rule: "M-2", code: "not-a-member", facts: { standing } } };
  if (voteStatus(vote, reader.now) !== "open") return { mayVote: false };
  const may = ruleOn(reader.state, member, key, { at: vote.opened, index: vote.index }, reader.now);
  if (!may.ok) return { mayVote: false, whyNot: { rule: may.rule, code: may.code, facts: may.facts } };
  return { mayVote: vote.mode === "count" || vote.mode === "name" };
}

async function yourPart(reader: BodyReader, vote: Vote, status: VoteStatus): Promise<Omit<VoteView["you"], "teller">> {
  const id = reader.viewer.member;
  let cast = id === undefined ? undefined : vote.cast.get(id);
  if (id !== undefined && !cast && status === "declared") {
    const [entry] = await reader.entries({ kind: "vote.cast", about: vote.id, by: id, limit: 1 });
    const data = entry?.act?.data as { commit: Hash; opening: { hash: Hash } } | undefined;
    if (entry && data) cast = { commit: data.commit, opening: data.opening.hash, at: entry.at, byTellers: false };
  }
  return { ...mayVoteOn(reader, vote), ...(cast ? { cast: { at: cast.at, opening: cast.opening, commit: cast.commit } } : {}) };
}

/** Positions of a vote by name, from the openings beside the record. */
async function positionsByName(reader: BodyReader, vote: ActId): Promise<NonNullable<VoteView["positions"]>> {
  const entries = await reader.entries({ kind: "vote.cast", about: vote, limit: 20_000 });
  const cards = await reader.entries({ kind: "vote.card", about: vote, limit: 20_000 });
  const casts = [...entries, ...cards].map((e) => {
    const data = e.act?.data as { opening: { hash: Hash }; member?: MemberId } | undefined;
    return { by: data?.member ?? (e.act?.by as MemberId), at: e.at, opening: data?.opening.hash };
  });
  const text = await textsOf(reader, casts.flatMap((c) => c.opening ?? []));
  const person = await peopleOf(reader, casts.map((c) => c.by));
  return casts
    .sort((a, b) => a.at - b.at)
    .map((c) => {
      const position = c.opening && positionIn(text(c.opening).text, vote);
      return { by: person(c.by), at: c.at, ...(position ? { position } : {}) };
    });
}

/** The position in an opening's text, where it is one for this vote. */
function positionIn(text: string | undefined, vote: ActId): Position | undefined {
  if (text === undefined) return undefined;
  try {
    const opening = JSON.parse(text) as { choice: string; salt: string; vote: string };
    if (opening.vote !== vote || new TextDecoder().decode(openingBytes(vote, opening.choice, opening.salt)) !== text) return undefined;
    return POSITIONS.find((p) => p === opening.choice);
  } catch {
    return undefined;
  }
}
