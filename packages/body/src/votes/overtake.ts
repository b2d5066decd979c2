/**
 * A called meeting decides what is still being voted on outside (V-71), and a vote on a motion ends what
 * is still being voted on about its text (V-49). Positions cast there fall; who cast is told.
 */
import type { ActId, Millis } from "@nabat/kernel";
import { lastHeldOn } from "../binding/held.ts";
import type { State } from "../engine/state.ts";
import { votersHere } from "../meetings/electing.ts";
import { callAt, leadingCourse } from "../meetings/queries.ts";
import { amendmentsTo, isAmendment } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { statutesAtCall, voteEnd, waitingVotes } from "./course.ts";
import type { Vote } from "./part.ts";
import { uncountedBy } from "./uncounted.ts";

const HOUR_MS = 3600_000;

/**
 * May a vote at this sitting take this one's place (V-71)? It is open outside any sitting and has run longer
 * than the shortest term, or is at another meeting, where fewer are, and has had no result for an hour; is on an amendment, or follows one that nobody counted and isn't counted itself; and the
 * meeting is called to decide, on this, with notice.
 */
export function mayOvertake(state: State, vote: Vote, sitting: ActId | undefined, at: Millis): boolean {
  if (sitting === undefined || vote.result || !state.meetings.courses.has(sitting)) return false;
  if (vote.sitting !== undefined && !lessThere(state, vote, sitting, at)) return false;
  const call = callAt(state, leadingCourse(state, sitting));
  if (call?.type !== "decide") return false;
  const motion = state.motions.motions.get(vote.motion);
  const amendment = motion !== undefined && isAmendment(motion);
  const about = amendment ? motion.subject.motion : vote.motion;
  const named = call.agenda.some(
    (i) => !i.urgent && i.at <= call.noticed && (i.motion === about || i.election === about),
  );
  if (!named || amendment || vote.sitting !== undefined) return named;
  // Where nobody counted the one before, a meeting needn't wait for this one: else a few call one after the other for ever.
  if (followsUncounted(state, vote, at) && vote.tallies.size === 0) return true;
  const { hours } = statutesAtCall(state, vote).statutes.voting;
  return voteEnd(state, vote, at) === undefined && at > vote.opened + hours * HOUR_MS;
}

/** Are these two sittings of the same meeting, or the same one? */
function together(state: State, a: ActId, b: ActId): boolean {
  return leadingCourse(state, a) === leadingCourse(state, b);
}

/**
 * Has this vote, at another meeting, had no result for an hour, and is more of the roll signed in here than there (V-71)?
 * Else a few who meet the night before would call it and leave it open, so that no other meeting decides.
 */
function lessThere(state: State, vote: Vote, sitting: ActId, at: Millis): boolean {
  const there = vote.sitting;
  if (there === undefined || together(state, there, sitting) || at <= vote.opened + HOUR_MS) return false;
  const signed = (s: ActId): number => votersHere(state, leadingCourse(state, s), at).length;
  return signed(sitting) > signed(there);
}

/** Was the vote before this one on the same not counted (V-57)? */
function followsUncounted(state: State, vote: Vote, at: Millis): boolean {
  const on = state.motions.motions.get(vote.motion) ?? state.elections.elections.get(vote.motion);
  return on !== undefined && uncountedBy(state, lastHeldOn(state, on, vote.id), at).length > 0;
}

/** Is a vote under way outside, or at another meeting, that this one must leave to run (V-71)? */
export function leftToRun(state: State, motion: Motion, sitting: ActId, at: Millis): boolean {
  const elsewhere = (v: Vote): boolean => v.sitting === undefined || !together(state, v.sitting, sitting);
  return waitingVotes(state, motion, at).some((v) => elsewhere(v) && !mayOvertake(state, v, sitting, at));
}

/** Ends votes in whose place `by` was called. */
export function endOvertaken(votes: readonly Vote[], by: ActId, at: Millis): void {
  for (const vote of votes) {
    if (vote.id === by) continue;
    vote.overtakenBy = by;
    vote.closed ??= at;
  }
}

/** The votes that a new one on `motion` ends: on it outside or at another meeting, on its amendments, and, for an amendment, on its motion. */
export function votesEndedBy(state: State, motion: Motion, at: Millis): Vote[] {
  const whole = isAmendment(motion) ? state.motions.motions.get(motion.subject.motion) : undefined;
  const outside = [motion, ...(whole ? [whole] : [])]
    .flatMap((m) => waitingVotes(state, m, at))
    .filter((v) => v.sitting === undefined || v.section === "");
  return [...outside, ...amendmentsTo(state, motion).flatMap((a) => waitingVotes(state, a, at))];
}
