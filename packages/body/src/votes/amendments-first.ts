/** Which amendment must be voted on before its motion can be (V-49). */
import type { ActId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { mayDecideHere } from "../meetings/deciding.ts";
import { leadingCourse } from "../meetings/queries.ts";
import { type AmendmentMotion, amendmentsTo, baseVersion, supported, amendmentWaits } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { samePlace } from "../motions/paragraphs.ts";
import { statutesNow } from "../statutes/queries.ts";
import { waitingVotes } from "./course.ts";

import { mayOvertake } from "./overtake.ts";

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Until when amendments hold back their motion outside a sitting (V-49): time to talk, one round of votes, and a day. */
export function amendmentsUntil(state: State, motion: Motion, at: Millis): Millis {
  const { discussionHours, hours } = statutesNow(state, at).statutes.voting;
  return baseVersion(motion).at + (discussionHours + hours) * HOUR_MS + DAY_MS;
}

/**
 * The amendments that hold back a vote on `motion`, in this sitting or outside: one that is being
 * voted on, or one that enough others seconded and that was never put to a vote. Outside a sitting it
 * must have come within the time of discussion, the first of its place, and holds for one round; at a
 * meeting it must be one that can be decided there, and those present may proceed without it. So no
 * stream of amendments keeps a motion from its vote.
 */
export function amendmentsFirst(
  state: State,
  motion: Motion,
  sitting: ActId | undefined,
  at: Millis,
): AmendmentMotion[] {
  if (motion.amendments.length === 0) return [];
  const waiting = amendmentsTo(state, motion).filter((a) => amendmentWaits(state, a));
  return sitting === undefined ? firstOutside(state, motion, waiting, at) : firstHere(state, sitting, waiting, at);
}

function firstOutside(state: State, motion: Motion, waiting: AmendmentMotion[], at: Millis): AmendmentMotion[] {
  if (at >= amendmentsUntil(state, motion, at)) return [];
  const roll = rollSize(state, at);
  const talk = baseVersion(motion).at + statutesNow(state, at).statutes.voting.discussionHours * HOUR_MS;
  const stoodBefore = (a: AmendmentMotion): boolean =>
    amendmentsTo(state, motion)
      .slice(0, motion.amendments.indexOf(a.id))
      .some(
        (b) =>
          b.subject.base === a.subject.base &&
          b.status !== "withdrawn" &&
          samePlace(a.subject.place, b.subject.place) &&
          (b.votes.length > 0 || supported(state, b, roll, at)),
      );
  return waiting.filter(
    (a) =>
      waitingVotes(state, a, at).length > 0 ||
      (a.votes.length === 0 && supported(state, a, roll, at) && a.at < talk && !stoodBefore(a)),
  );
}

function firstHere(state: State, sitting: ActId, waiting: AmendmentMotion[], at: Millis): AmendmentMotion[] {
  const roll = rollSize(state, at);
  const course = leadingCourse(state, sitting);
  return waiting.filter((a) => {
    const votes = waitingVotes(state, a, at);
    // What is voted on outside may be decided here in its stead, or left aside (V-71).
    if (votes.some((v) => !mayOvertake(state, v, sitting, at))) return true;
    const untried = a.votes.length === votes.length;
    return untried && supported(state, a, roll, at) && !course.proceeded && mayDecideHere(state, course, a).ok;
  });
}
