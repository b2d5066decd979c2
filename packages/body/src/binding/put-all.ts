/**
 * Putting to all what a meeting decided (B-9 to B-11): who may, until when, what waits meanwhile, and
 * what the vote over days does.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { wasRecalled } from "../elections/recalled.ts";
import type { State } from "../engine/state.ts";
import { needsVote } from "../members/no-vote.ts";
import type { Quorum } from "../statutes/acts.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import { awaited, fateAt } from "../votes/course.ts";
import { rollOn, votesOnThis } from "../votes/electorate.ts";
import { heldOn } from "./held.ts";
import type { Decision } from "./part.ts";
import { notBefore, WAIT_MS } from "./term.ts";

/** What was put to all and is called by nobody within this time stands, in ms (B-10). */
export const CALL_WITHIN_MS = 7 * 24 * 3600_000;
/** Fewer than the ordinary quorum, or than this share where the rules have none, leave a meeting's decision as it is (B-11). */
export const LEAST_SHARE: Quorum = { num: 1, den: 5 };

/** The decision that this act made. Refuses B-9. */
export function decisionOf(state: State, id: ActId): Result<Decision> {
  const found = state.binding.decisions.get(id);
  return found ? ok(found) : refuse("B-9", "no-such-decision");
}

/** Until when a decision may be put to all (B-9). */
export function putUntil(decision: Decision): Millis {
  return notBefore(decision, decision.at + WAIT_MS);
}

/**
 * How many must ask (B-9): as many as call a meeting; a fifth of the roll where half is said to have taken part; and
 * where all were to vote on it before and that count fell, more than voted for it now.
 */
export function putNeeded(state: State, decision: Decision, at: Millis): number {
  // Of those who have a vote on it (M-29, M-30).
  const roll = rollOn(state, state.motions.motions.get(decision.on), at);
  const fifth = Math.max(1, Math.ceil(roll / 5));
  const few =
    2 * decision.voted >= decision.whole && !decision.halls
      ? fifth
      : askedOf(statutesNow(state, at).statutes.convene.signatures, roll);
  if (!wasBeforeAll(state, decision, at)) return few;
  // A meeting may say that more were for it than there are: more than half of all can always ask.
  return Math.max(few, Math.min(votedFor(state, decision), Math.floor(roll / 2)) + 1);
}

/** Was a vote over days on this before, whose count fell (V-60)? */
export function wasBeforeAll(state: State, decision: Decision, at: Millis): boolean {
  const on = state.motions.motions.get(decision.on) ?? state.elections.elections.get(decision.on);
  if (!on) return false;
  return heldOn(state, on.id, on.votes).some((id) => {
    const vote = state.votes.votes.get(id);
    return vote?.sitting === undefined && vote !== undefined && fateAt(state, vote, at)?.is === "fallen";
  });
}

/** How many wanted what was decided: voted for it, or not for what was refused; where somebody was elected, half of those who voted. */
function votedFor(state: State, decision: Decision): number {
  const vote = decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote);
  const yes = vote?.result?.counts["for"];
  if (yes === undefined) return Math.floor(decision.voted / 2);
  return decision.lost ? decision.voted - yes : yes;
}

/** May this decision be put to all at all, by anybody (B-9)? Only what a meeting or a vote at once decided, once, within three days. */
export function canPut(state: State, decision: Decision, at: Millis): Result<true> {
  const there = decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote)?.sitting;
  if (there === undefined && decision.way !== "paper" && decision.way !== "now")
    return refuse("B-9", "not-by-a-meeting");
  const motion = state.motions.motions.get(decision.on);
  // What a meeting refused isn't decided over days: over keys it never is (K-15).
  if (decision.lost && motion?.subject.type === "keys") return refuse("K-15", "at-a-called-meeting");
  // Else a fifth could put it to a vote in which the person themself has none, again and again (K-12).
  if (state.keys.decided.get(decision.id)?.half) return refuse("K-15", "half-were-there");
  if (decision.suspended !== undefined || decision.settled) return refuse("B-9", "put-already");
  if (decision.from === undefined) return refuse("B-10", "decided-anew");
  if (countFell(state, decision, at)) return refuse("V-60", "held-again-in-person");
  if (allRecalled(state, decision)) return refuse("O-14", "all-recalled");
  const until = putUntil(decision);
  return at < until ? ok(true) : refuse("B-9", "too-late", { until });
}

/** Were all whom it elected recalled since by more than half who signed (O-14)? Then nothing of it is left to put to all. */
function allRecalled(state: State, decision: Decision): boolean {
  if (!decision.election || decision.vote === undefined) return false;
  const elected = state.votes.votes.get(decision.vote)?.result?.elected ?? [];
  return elected.length > 0 && elected.every((m) => wasRecalled(state, decision.on, m));
}

/** Did the count fall by which the meeting decided it (V-63)? Then there is nothing to put to all. */
function countFell(state: State, decision: Decision, at: Millis): boolean {
  const vote = decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote);
  return vote !== undefined && fateAt(state, vote, at)?.is === "fallen";
}

/** May `by` ask that it be put to all (B-9)? */
export function mayPutToAll(state: State, decision: Decision, by: MemberId, at: Millis): Result<true> {
  const can = canPut(state, decision, at);
  if (!can.ok) return can;
  if (decision.putBy.includes(by)) return refuse("B-9", "asked-already");
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  const vote = decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote);
  return vote ? votesOnThis(state, vote, by) : ok(true);
}

/** The vote over days on it that is open or waits for its result (B-10). */
export function againWaiting(state: State, decision: Decision, at: Millis): ActId | undefined {
  const last = decision.again.at(-1);
  const vote = last === undefined ? undefined : state.votes.votes.get(last);
  return vote && awaited(state, vote, at) ? vote.id : undefined;
}

/** Was a vote over days on it called since it was put to all last (B-10)? */
export function calledSince({ again, putAfter = 0 }: Decision): boolean {
  return again.length > putAfter;
}

/**
 * Until when the first vote over days on it may be called (B-10): a week from when it was put, and until the fortnight of
 * a second call is over; after one that wasn't counted, at any time.
 */
export function callAgainUntil(decision: Decision): Millis | undefined {
  if (calledSince(decision) || decision.suspended === undefined) return undefined;
  return notBefore(decision, decision.suspended + CALL_WITHIN_MS);
}

/** It was put to all: out of force until a vote of all says otherwise, or nobody calls one (B-10). Returns from when it then is. */
export function suspend(decision: Decision, at: Millis): Millis {
  decision.suspended = at;
  if (decision.again.length > 0) decision.putAfter = decision.again.length;
  return notBefore(decision, at + CALL_WITHIN_MS);
}

/** Fewer than the quorum voted on what few decided at a second call: it isn't put to all any more, and can be anew (B-11). */
export function reopenPut(decision: Decision, by: ActId, at: Millis): void {
  delete decision.suspended;
  decision.putBy = [];
  decision.fewVoted = { by, at };
}

/** May a vote over days on it be called now, by any member (B-10)? */
export function mayCallAgain(state: State, decision: Decision, at: Millis): Result<true> {
  if (decision.suspended === undefined) return refuse("B-10", "not-put-to-all");
  if (decision.settled) return refuse("B-10", "settled", { result: decision.settled.by });
  if (decision.from === undefined) return refuse("B-10", "decided-anew");
  if (countFell(state, decision, at)) return refuse("V-60", "held-again-in-person");
  const waiting = againWaiting(state, decision, at);
  if (waiting !== undefined) return refuse("V-25", "another-vote", { vote: waiting });
  const until = callAgainUntil(decision);
  return until === undefined || at < until ? ok(true) : refuse("B-10", "nobody-called", { until });
}

/** Are these fewer than the ordinary quorum, or than a fifth where the rules have none (B-11)? */
export function underQuorum(voted: number, whole: number, quorum: Quorum): boolean {
  const { num, den } = quorum.num > 0 ? quorum : LEAST_SHARE;
  return voted * den < num * whole;
}

/**
 * Did too few take part to change what the meeting decided (B-11)? Fewer than at the meeting, and than the ordinary quorum.
 * What few refused at a second call, fewer than the quorum don't carry, however few those were (V-76).
 */
export function tooFew(decision: Decision, voted: number, whole: number, quorum: Quorum): boolean {
  const few = underQuorum(voted, whole, quorum);
  return few && (voted < decision.voted || (decision.second === true && decision.lost === true));
}

/** What a page says of a decision. */
export type ForceStage = "in-force" | "refused" | "waits" | "suspended" | "contested" | "fell";

/** Are numbers missed in the count that made it, so that others must look (V-59)? */
function inDoubt({ contested, doubtUntil }: Decision, at: Millis): boolean {
  return contested !== undefined && (doubtUntil === undefined || at < doubtUntil);
}

/** Is it in force at `at` (B-8 to B-11)? */
export function forceStage(decision: Decision, at: Millis): ForceStage {
  if (decision.from === undefined) return "fell";
  if (decision.from <= at) return decision.lost ? "refused" : "in-force";
  if (inDoubt(decision, at)) return "contested";
  return decision.suspended === undefined ? "waits" : "suspended";
}
