/**
 * What may be done with a motion, and by whom (V-1 to V-11): plain checks, read-only, used by the
 * rules when an act comes in and by pages beforehand, so that both give the same answer.
 */
import { heldAgain } from "../votes/to-decide.ts";
import { paperWaits } from "../binding/paper-waits.ts";
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { needsVote } from "../members/no-vote.ts";
import { rollSize } from "../members/standing.ts";
import { mayPutProcedure } from "../meetings/procedure.ts";
import { openSitting } from "../sittings/queries.ts";
import { waitingVotes } from "../votes/course.ts";
import type { Move } from "./acts.ts";
import type { Motion } from "./part.ts";
import {
  amendmentHolds,
  amendmentsTo,
  isAmendment,
  lastVersion,
  mayAmend,
  supported,
  amendmentWaits,
} from "./amending.ts";
import { mayContestAnew, othersContest, subjectHolds } from "./subjects.ts";

/** The motion of that id. Refuses V-1. */
export function motionOf(state: State, id: ActId): Result<Motion> {
  const motion = state.motions.motions.get(id);
  return motion ? ok(motion) : refuse("V-1", "no-such-motion");
}

/** May this be moved (V-1 to V-4, V-72)? Refuses also V-14 and what {@link subjectHolds} refuses. */
export function mayMove(
  state: State,
  data: Pick<Move, "subject" | "sitting" | "sections">,
  at: Millis,
  by?: MemberId,
): Result<true> {
  if (data.sitting !== undefined) {
    const sitting = openSitting(state, data.sitting, at);
    if (!sitting.ok) return sitting;
  }
  if (data.sections) {
    if (data.subject.type !== "text")
      return refuse("V-14", "sections-decide-texts-only", { subject: data.subject.type });
    if (new Set(data.sections).size !== data.sections.length) return refuse("V-14", "section-twice");
  }
  if (data.subject.type === "procedure") return mayPutProcedure(state, data.subject.procedure, data.sitting, by, at);
  if (data.subject.type === "amendment") {
    return mayAmend(state, data.subject, by, at);
  }
  if (data.subject.type === "contest" && by !== undefined) {
    const anew = mayContestAnew(state, data.subject, by);
    if (!anew.ok) return anew;
  }
  const room = by === undefined ? ok(true as const) : mayHaveMore(state, by);
  return room.ok ? subjectHolds(state, data.subject, at) : room;
}

/** Motions that one member may have undecided, procedure and amendments apart (V-72). */
export const MOTIONS_EACH = 10;

/** Those of a member's motions that are undecided and count for V-72. */
export function undecidedOf(state: State, mover: MemberId): ActId[] {
  return (state.motions.ofMover.get(mover) ?? []).filter((id) => {
    const status = state.motions.motions.get(id)?.status;
    return status === "standing" || status === "voting";
  });
}

function mayHaveMore(state: State, by: MemberId): Result<true> {
  return undecidedOf(state, by).length < MOTIONS_EACH
    ? ok(true)
    : refuse("V-72", "enough-of-yours", { most: MOTIONS_EACH });
}

/** A motion that can still change or be decided. Refuses V-11. */
export function undecided(motion: Motion): Result<true> {
  switch (motion.status) {
    case "standing":
    case "voting":
      return ok(true);
    case "withdrawn":
      return refuse("V-11", "withdrawn");
    case "carried":
    case "lost":
    case "accepted":
      return refuse("V-11", "decided", { status: motion.status });
  }
}

/** Undecided, and if it is an amendment, able to change its motion still. Refuses V-11, V-46. */
export function stillOpen(state: State, motion: Motion): Result<true> {
  const open = undecided(motion);
  if (!open.ok || !isAmendment(motion)) return open;
  const held = amendmentHolds(state, motion.subject, motion.id);
  return held.ok ? ok(true) : held;
}

/** No vote on it is open or waits for its result. Refuses `rule`. */
function notBeforeTheVote(state: State, motion: Motion, at: Millis, rule: string): Result<true> {
  const [vote] = waitingVotes(state, motion, at);
  return vote ? refuse(rule, "vote-not-over", { vote: vote.id }) : ok(true);
}

/** Neither that, nor was it voted on in a hall on paper whose tellers haven't signed yet (B-13). */
function notWhileCounted(state: State, motion: Motion, at: Millis, rule: string): Result<true> {
  const until = paperWaits(state, motion.id, at);
  return until === undefined ? notBeforeTheVote(state, motion, at, rule) : refuse("B-13", "on-paper-waits", { until });
}

/** May `by` put a new version (V-5)? */
export function mayRevise(state: State, motion: Motion, by: MemberId, at: Millis): Result<true> {
  if (motion.mover !== by) return refuse("V-5", "not-the-mover");
  const open = undecided(motion);
  if (!open.ok) return open;
  if (motion.subject.type === "statutes") return refuse("V-5", "statutes-are-moved-anew");
  if (motion.subject.type === "procedure") return refuse("V-5", "procedure-is-moved-anew");
  if (motion.subject.type === "amendment") return refuse("V-5", "amendments-are-put-anew");
  const stands = othersContest(state, motion);
  if (!stands.ok) return stands;
  // What others changed by vote, or stand behind to change, isn't the mover's to write over (V-49).
  // But for what a count brought in that fell since (V-60).
  const voted = lastVersion(motion).changes.find((id) => {
    const change = state.motions.motions.get(id);
    return change?.status === "carried" && !heldAgain(state, change, at);
  });
  if (voted !== undefined) return refuse("V-5", "amended-by-vote", { amendment: voted });
  const roll = rollSize(state, at);
  const before = amendmentsTo(state, motion).find((a) => amendmentWaits(state, a) && supported(state, a, roll, at));
  if (before) return refuse("V-5", "amendment-waits", { amendment: before.id });
  return notWhileCounted(state, motion, at, "V-5");
}

/** May `by` withdraw it (V-7)? */
export function mayWithdraw(state: State, motion: Motion, by: MemberId, at: Millis): Result<true> {
  if (motion.mover !== by) return refuse("V-7", "not-the-mover");
  const open = undecided(motion);
  if (!open.ok) return open;
  if (motion.adoptions.some((a) => a.carried)) return refuse("V-7", "adopted-by-a-section");
  const stands = othersContest(state, motion);
  if (!stands.ok) return stands;
  const [voted] = amendmentsTo(state, motion).flatMap((a) => waitingVotes(state, a, at));
  if (voted) return refuse("V-7", "vote-not-over", { vote: voted.id });
  return notWhileCounted(state, motion, at, "V-7");
}

/** May `by` second it (V-6, M-23)? */
export function maySecond(state: State, motion: Motion, by: MemberId, at: Millis): Result<true> {
  const open = stillOpen(state, motion);
  if (!open.ok) return open;
  if (motion.mover === by) return refuse("V-6", "own-motion");
  return motion.seconds.includes(by) ? refuse("V-6", "seconded-already") : needsVote(state, by, at);
}

/** May `by` ask for a secret vote on it (V-9)? */
export function mayAskSecret(state: State, motion: Motion, by: MemberId, at: Millis): Result<true> {
  const open = stillOpen(state, motion);
  if (!open.ok) return open;
  if (motion.secretAsked.includes(by)) return refuse("V-9", "asked-already");
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  return notBeforeTheVote(state, motion, at, "V-9");
}
