/** Which amendment must be voted on before its motion can be (V-49). */
import type { ActId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { mayDecideHere } from "../meetings/deciding.ts";
import { leadingCourse } from "../meetings/queries.ts";
import { type AmendmentMotion, amendmentsTo, baseVersion, supported, amendmentWaits } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { statutesNow } from "../statutes/queries.ts";
import { waitingVotes } from "./course.ts";

const HOUR_MS = 3600_000;

/**
 * The amendments that hold back a vote on `motion`, in this sitting or outside: one that is being
 * voted on, or one that enough others seconded and that was never put to a vote. Outside a sitting it
 * must have come within the time of discussion, at a meeting be one that can be decided there; those
 * present may proceed without it. So no stream of amendments keeps a motion from its vote.
 */
export function amendmentsFirst(
  state: State,
  motion: Motion,
  sitting: ActId | undefined,
  at: Millis,
): AmendmentMotion[] {
  if (motion.amendments.length === 0) return [];
  const roll = rollSize(state, at);
  const course = sitting === undefined ? undefined : leadingCourse(state, sitting);
  const until = baseVersion(motion).at + statutesNow(state, at).statutes.voting.discussionHours * HOUR_MS;
  const inTime = (a: AmendmentMotion): boolean =>
    course ? !course.proceeded && mayDecideHere(state, course, a).ok : a.at < until;
  return amendmentsTo(state, motion).filter(
    (a) =>
      amendmentWaits(state, a) &&
      (waitingVotes(state, a, at).length > 0 || (a.votes.length === 0 && supported(state, a, roll, at) && inTime(a))),
  );
}
