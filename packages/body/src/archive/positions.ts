/**
 * Who reads the positions of others (N-11). An attachment that members or tellers read and that nobody brought
 * in as words is the opening of a position: the state lists who brought in whatever else there is, and never
 * who voted.
 */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { Standing } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { type Side, sideOf } from "../keys/terms.ts";
import { isMember, standing } from "../members/standing.ts";
import { lastRound } from "../votes/tellers.ts";
import { namedByDecision } from "./copies.ts";

/** Who asks: by their standing, or as a server that keeps a copy. */
export interface PositionReader {
  readonly key?: KeyId;
  readonly member?: MemberId;
  readonly standing: Standing | "stranger" | "copy-holder";
}

/** Where a sealed position came from: the kind of its act, its author, and the vote. */
export interface PositionFrom {
  readonly kind: string;
  readonly by?: MemberId | undefined;
  readonly vote?: string | undefined;
}

/** Is this attachment the opening of a position? `grade` as the act states it. */
export function isPosition(state: State, hash: Hash, grade: string): boolean {
  const { owners, bound, guarded } = state.archive;
  return grade !== "public" && !owners.has(hash) && !bound.has(hash) && !guarded.has(hash);
}

const waiting = new WeakMap<State, { readonly size: number; readonly of: ReadonlyMap<Hash, MemberId> }>();

/** Openings of positions in votes without a declared result, with whose each is, or who entered it for somebody. */
export function waitingPositions(state: State): ReadonlyMap<Hash, MemberId> {
  const kept = waiting.get(state);
  if (kept?.size === state.size) return kept.of;
  const of = new Map<Hash, MemberId>();
  for (const vote of state.votes.votes.values())
    if (!vote.result) for (const [member, cast] of vote.cast) of.set(cast.opening, member);
  // Entered for somebody with a card, and not cosigned yet (V-32).
  for (const { kind, by, data } of state.keys.pending.values())
    if (kind === "vote.card") of.set((data as { readonly opening: { readonly hash: Hash } }).opening.hash, by);
  waiting.set(state, { size: state.size, of });
  return of;
}

/** The record keeper that a record was handed over to gets all of it, whatever waits. */
export function isKeeper(state: State, reader: PositionReader): boolean {
  return reader.key !== undefined && reader.key === state.founding.clerk;
}

const ASKED_FOR: ReadonlySet<Side["is"]> = new Set(["door", "new", "hall"]);

/**
 * Does this reader get what its member gave and counts (N-11, K-12)? Not by keys that came in at others' asking, at a
 * door, by two or by a meeting, while their terms last, nor by what these brought in: whose they are is open till then.
 */
export function readsAsAuthor(state: State, { member, key }: PositionReader, at: Millis): boolean {
  if (member === undefined) return false;
  const side = key === undefined ? undefined : sideOf(state, member, key, at);
  return side === undefined || !ASKED_FOR.has(side.is);
}

/** Does this reader get a position by name? Its author at once, members and copy-holders once the result is declared. */
export function readsByName(state: State, reader: PositionReader, hash: Hash, at: Millis, open = false): boolean {
  if (isKeeper(state, reader)) return true;
  const waits = waitingPositions(state);
  if (reader.member !== undefined && waits.get(hash) === reader.member && readsAsAuthor(state, reader, at)) return true;
  return !waits.has(hash) && (open || reader.standing === "member" || reader.standing === "copy-holder");
}

/** Does this reader get a sealed position? Its author, whoever counts it or counts it once more, a copy-holder that the body named by decision. */
export function readsSealed(state: State, reader: PositionReader, from: PositionFrom, at: Millis): boolean {
  if (isKeeper(state, reader)) return true;
  if (reader.key !== undefined && reader.standing === "copy-holder") return namedByDecision(state, reader.key, at);
  const { member } = reader;
  if (member === undefined || standing(state, member, at) === "left") return false;
  if (!readsAsAuthor(state, reader, at)) return false;
  return from.by === member || (isMember(state, member, at) && countsIn(state, member, from.vote, from.kind));
}

/** Does this member count this vote, or was drawn to count it once more? */
function countsIn(state: State, member: MemberId, id: string | undefined, kind: string): boolean {
  const vote = state.votes.votes.get(id as ActId);
  if (!vote) return false;
  if (lastRound(vote)?.drawn.includes(member)) return true;
  const halls = (vote.halls ?? []).flatMap((hall) => hall.tellers);
  return kind !== "opening.again" && [...vote.tellers, ...halls].includes(member);
}

/** Votes whose sealed positions this member counts, or was drawn to count once more. */
export function votesCountedBy(state: State, member: MemberId, at: Millis): ActId[] {
  if (!isMember(state, member, at)) return [];
  return [...state.votes.votes.keys()].filter(
    (id) => countsIn(state, member, id, "vote.cast") || countsIn(state, member, id, "opening.again"),
  );
}
