/**
 * A called meeting decides what is still being voted on outside (V-71), and a vote on a motion ends what
 * is still being voted on about its text (V-49). Positions cast there fall; who cast is told.
 */
import type { ActId, Millis } from "@nabat/kernel";
import { lastHeldOn } from "../binding/held.ts";
import type { State } from "../engine/state.ts";
import { callAt, leadingCourse } from "../meetings/queries.ts";
import { amendmentsTo, isAmendment } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { statutesAtCall, voteEnd, waitingVotes } from "./course.ts";
import type { Vote } from "./part.ts";
import { uncountedBy } from "./uncounted.ts";

const HOUR_MS = 3600_000;

/**
 * May a vote at this sitting take this one's place (V-71)? It is open outside any sitting and has run longer
 * than the shortest term, is on an amendment, or follows one that nobody counted and isn't counted itself; and the
 * meeting is called to decide, on this, with notice.
 */
export function mayOvertake(state: State, vote: Vote, sitting: ActId | undefined, at: Millis): boolean {
  if (sitting === undefined || vote.sitting !== undefined || vote.result) return false;
  if (!state.meetings.courses.has(sitting)) return false;
  const call = callAt(state, leadingCourse(state, sitting));
  if (call?.type !== "decide") return false;
  const motion = state.motions.motions.get(vote.motion);
  const amendment = motion !== undefined && isAmendment(motion);
  const about = amendment ? motion.subject.motion : vote.motion;
  const named = call.agenda.some(
    (i) => !i.urgent && i.at <= call.noticed && (i.motion === about || i.election === about),
  );
  if (!named || amendment) return named;
  // Where nobody counted the one before, a meeting needn't wait for this one: else a few call one after the other for ever.
  if (followsUncounted(state, vote, at) && vote.tallies.size === 0) return true;
  const { hours } = statutesAtCall(state, vote).statutes.voting;
  return voteEnd(state, vote, at) === undefined && at > vote.opened + hours * HOUR_MS;
}

/** Was the vote before this one on the same not counted (V-57)? */
function followsUncounted(state: State, vote: Vote, at: Millis): boolean {
  const on = state.motions.motions.get(vote.motion) ?? state.elections.elections.get(vote.motion);
  return on !== undefined && uncountedBy(state, lastHeldOn(state, on, vote.id), at).length > 0;
}

/** Is a vote under way outside that this meeting must leave to run (V-71)? */
export function leftToRun(state: State, motion: Motion, sitting: ActId, at: Millis): boolean {
  return waitingVotes(state, motion, at).some((v) => v.sitting === undefined && !mayOvertake(state, v, sitting, at));
}

/** Ends votes in whose place `by` was called. */
export function endOvertaken(votes: readonly Vote[], by: ActId, at: Millis): void {
  for (const vote of votes) {
    if (vote.id === by) continue;
    vote.overtakenBy = by;
    vote.closed ??= at;
  }
}

/** The votes that a new one on `motion` ends: on it outside, on its amendments, and, for an amendment, on its motion. */
export function votesEndedBy(state: State, motion: Motion, at: Millis): Vote[] {
  const whole = isAmendment(motion) ? state.motions.motions.get(motion.subject.motion) : undefined;
  const outside = [motion, ...(whole ? [whole] : [])]
    .flatMap((m) => waitingVotes(state, m, at))
    .filter((v) => v.sitting === undefined);
  return [...outside, ...amendmentsTo(state, motion).flatMap((a) => waitingVotes(state, a, at))];
}
