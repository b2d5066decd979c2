/** Whether what a motion would do can be done at all (V-2): asked when it is moved and again when a vote is called. */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { isCopyHolder, namedByDecision } from "../archive/copies.ts";
import { restorable } from "../archive/out-of-view.ts";
import { erasableByDecision } from "../archive/queries.ts";
import { heldOffice } from "../elections/ending.ts";
import type { State } from "../engine/state.ts";
import { keysDecidable } from "../keys/decided.ts";
import { mayOpenDoor } from "../members/doors.ts";
import { admissible, contestable, HEARD_MS } from "../members/eligibility.ts";
import { leftByDevice } from "../members/left-by-device.ts";
import { procedureHolds } from "../meetings/procedure.ts";
import { openCourse } from "../meetings/queries.ts";
import { amendmentHolds, isAmendment, placeIsFree } from "./amending.ts";
import type { StatutesChanges } from "../statutes/acts.ts";
import { differsIn, mayChange, namedIn } from "../statutes/changes.ts";
import { statutesOf } from "../statutes/queries.ts";
import { mayBringBack, mayEndStayOn } from "../voice/stays.ts";
import { tookPart } from "../votes/took-part.ts";
import type { Subject } from "./acts.ts";
import type { Motion } from "./part.ts";

/** Votes on persons: always secret (V-13). */
export function onPerson(subject: Subject): boolean {
  return subject.type === "admission" || subject.type === "contest" || subject.type === "end-office";
}

/**
 * Could this subject take effect now? Refuses F-6 (adopted already), S-5, S-20 to S-34, S-40 (statutes that
 * no body may have), M-9, M-12 (persons), M-27 (a door), K-15 (keys), E-2 to E-4, E-7, E-9 (erasure), W-5 (copies),
 * V-45, V-46 (amendments), N-8 (a guest's stay).
 */
export function subjectHolds(state: State, subject: Subject, at: Millis): Result<true> {
  switch (subject.type) {
    case "text":
    case "establish":
    // What is put about a sitting's course is checked where the sitting is known (G-30).
    case "procedure":
      return ok(true);
    case "statutes":
      return mayChangeNow(state, subject.changes, at);
    case "admission":
      return admissible(state, subject.member, at);
    case "contest": {
      const before = contestedBefore(state, subject);
      return before.ok ? contestableOn(state, subject, at) : before;
    }
    case "door":
      return mayOpenDoor(state, subject.until, at);
    case "guest-stay":
      return mayEndStayOn(state, subject, at);
    case "stay-again":
      return mayBringBack(state, subject.member, at);
    case "keys":
      return keysDecidable(state, subject, at);
    case "erasure":
      return erasableByDecision(state, subject.attachments, at);
    case "end-office": {
      const held = heldOffice(state, subject, at);
      return held.ok ? ok(true) : held;
    }
    case "restore":
      return restorable(state, subject.attachments, at);
    case "copy":
      return newCopy(state, subject.key, at, true);
    case "amendment": {
      const held = amendmentHolds(state, subject);
      return held.ok ? ok(true) : held;
    }
  }
}

type Contest = Extract<Subject, { type: "contest" }>;

/**
 * M-12: what half of the roll refused once isn't put again on the same ground, nor what another motion has put and nobody
 * decided yet; but what the person themself or somebody who brought them in had moved shuts nobody else's objection.
 */
function contestedBefore(state: State, contest: Contest): Result<true> {
  const own = broughtIn(state, contest.member);
  const before = sameContest(state, contest).filter((m) => !own.includes(m.mover));
  const lost = before.find((m) => m.status === "lost" && halfRefused(state, m));
  if (lost) return refuse("M-12", "decided-before", { motion: lost.id });
  const stands = before.find((m) => m.status === "standing" || m.status === "voting");
  return stands ? refuse("M-12", "moved-already", { motion: stands.id }) : ok(true);
}

/**
 * M-12: who withdrew a motion contesting this admission moves none against this person again: else one friend, by moving
 * and withdrawing, would keep everybody else from it until the time is over.
 */
export function mayContestAnew(state: State, contest: Contest, by: MemberId): Result<true> {
  const before = contestsOf(state, contest.member).find((m) => m.mover === by && m.withdrawn !== undefined);
  return before ? refuse("M-12", "withdrew-before", { motion: before.id }) : ok(true);
}

/**
 * M-12: behind a contest that others have seconded these stand too: its mover neither withdraws nor revises it. Seconds of
 * who brought the person in hold nobody.
 */
export function othersContest(state: State, motion: Motion): Result<true> {
  if (motion.subject.type !== "contest") return ok(true);
  const own = broughtIn(state, motion.subject.member);
  const other = motion.seconds.find((m) => !own.includes(m));
  return other === undefined ? ok(true) : refuse("M-12", "others-stand-behind", { member: other });
}

/** The person, and who invited, sponsored, vouched for or saw them. */
function broughtIn(state: State, id: MemberId): MemberId[] {
  const m = state.members.members.get(id);
  if (!m) return [id];
  const { invitedBy, sponsor, sponsors = [], vouchers, seenBy = [], cardTellers = [] } = m;
  const one = [invitedBy, sponsor].filter((x): x is MemberId => x !== undefined);
  return [id, ...one, ...sponsors, ...vouchers, ...seenBy, ...cardTellers];
}

/** Did half of the roll, with those who had no vote on it, take part in the vote by which this motion was lost? */
function halfRefused(state: State, motion: Motion): boolean {
  const by = motion.decidedBy === undefined ? undefined : state.votes.results.get(motion.decidedBy);
  const vote = by === undefined ? undefined : state.votes.votes.get(by);
  const { result } = vote ?? {};
  if (!vote || !result) return false;
  const had = (id: MemberId): boolean => (state.members.members.get(id)?.votesFrom ?? vote.opened) < vote.opened;
  return 2 * tookPart(vote) >= result.whole + (vote.barred?.filter(had).length ?? 0);
}

/** Motions that contest this person's admission, on whatever ground. */
function contestsOf(state: State, member: MemberId): Motion[] {
  const since = state.members.members.get(member)?.from;
  if (since === undefined) return [];
  return [...state.motions.motions.values()].filter(
    ({ subject, at }) => subject.type === "contest" && subject.member === member && at >= since,
  );
}

/** Motions that contest the same admission on the same ground. */
function sameContest(state: State, { member, ground }: Contest): Motion[] {
  return contestsOf(state, member).filter(({ subject }) => subject.type === "contest" && subject.ground === ground);
}

/**
 * May this admission be contested on this ground now (M-12)? Where a motion is withdrawn, others may move the same within
 * seven days, however late, and again where that one is withdrawn too: else who moves first and withdraws last would shield
 * the person. It ends, because each withdraws once.
 */
function contestableOn(state: State, contest: Contest, at: Millis): Result<true> {
  const may = contestable(state, contest.member, at, contest.ground);
  if (may.ok || may.code !== "too-late") return may;
  const left = sameContest(state, contest).some((m) => m.withdrawn !== undefined && at <= m.withdrawn + HEARD_MS);
  return left ? ok(true) : may;
}

/** Could this change be made of the statutes in force? Refuses S-5, S-6, S-20 to S-34, S-40. */
function mayChangeNow(state: State, changes: StatutesChanges, at: Millis): Result<true> {
  const may = mayChange(statutesOf(state, at), changes);
  return may.ok ? ok(true) : may;
}

/** May a server with this key be named as a copy-holder? A decision also names one that members named: its word counts from then (V-44). Refuses W-5. */
export function newCopy(
  state: State,
  key: Extract<Subject, { type: "copy" }>["key"],
  at: Millis,
  decided = false,
): Result<true> {
  if (key === state.founding.clerk) return refuse("W-5", "the-clerk-itself");
  return (decided ? namedByDecision(state, key, at) : isCopyHolder(state, key, at))
    ? refuse("W-5", "named-already")
    : ok(true);
}

/**
 * A contest raised in time may be voted on later: at the call only its object is asked for (M-12).
 * Everything else must hold as it did when it was moved.
 */
export function subjectStillHolds(state: State, motion: Motion, at: Millis): Result<true> {
  const { subject } = motion;
  if (subject.type === "contest") {
    const found = state.members.members.get(subject.member);
    // Who left by a device may come back, and comes back as what is decided (K-16).
    const there = found?.status !== "left" || leftByDevice(state, subject.member);
    return there && found?.from !== undefined ? ok(true) : refuse("M-12", "no-admission");
  }
  if (subject.type === "statutes") {
    const moved = state.statutes.versions[motion.statutes - 1];
    const [parameter] = moved ? differsIn(namedIn(subject.changes), moved.statutes, statutesOf(state, at)) : [];
    if (parameter !== undefined) return refuse("V-12", "statutes-changed-since", { parameter });
  }
  if (isAmendment(motion)) {
    const held = amendmentHolds(state, motion.subject, motion.id);
    return held.ok ? placeIsFree(state, motion, at) : held;
  }
  if (subject.type === "procedure") {
    if (motion.sitting === undefined) return refuse("G-30", "only-at-a-sitting");
    const course = openCourse(state, motion.sitting, at);
    return course.ok ? procedureHolds(state, subject.procedure, course.value, at) : course;
  }
  return subjectHolds(state, subject, at);
}
