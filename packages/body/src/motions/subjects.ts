/** Whether what a motion would do can be done at all (V-2): asked when it is moved and again when a vote is called. */
import { type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { isCopyHolder } from "../archive/copies.ts";
import { restorable } from "../archive/out-of-view.ts";
import { erasableByDecision } from "../archive/queries.ts";
import { heldOffice } from "../elections/ending.ts";
import type { State } from "../engine/state.ts";
import { keysDecidable } from "../keys/decided.ts";
import { mayOpenDoor } from "../members/doors.ts";
import { admissible, contestable, contestableUntil, HEARD_MS } from "../members/eligibility.ts";
import { procedureHolds } from "../meetings/procedure.ts";
import { openCourse } from "../meetings/queries.ts";
import { amendmentHolds, isAmendment, placeIsFree } from "./amending.ts";
import type { StatutesChanges } from "../statutes/acts.ts";
import { differsIn, mayChange, namedIn } from "../statutes/changes.ts";
import { statutesOf } from "../statutes/queries.ts";
import { mayBringBack, mayEndStay } from "../voice/stays.ts";
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
      return mayEndStay(state, subject.member, at);
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
      return newCopy(state, subject.key, at);
    case "amendment": {
      const held = amendmentHolds(state, subject);
      return held.ok ? ok(true) : held;
    }
  }
}

type Contest = Extract<Subject, { type: "contest" }>;

/** M-12: what was refused once isn't put again on the same ground, nor what another motion has put and nobody decided yet. */
function contestedBefore(state: State, contest: Contest): Result<true> {
  const before = sameContest(state, contest);
  const lost = before.find((m) => m.status === "lost");
  if (lost) return refuse("M-12", "decided-before", { motion: lost.id });
  const stands = before.find((m) => m.status === "standing" || m.status === "voting");
  return stands ? refuse("M-12", "moved-already", { motion: stands.id }) : ok(true);
}

/** Motions that contest the same admission on the same ground. */
function sameContest(state: State, { member, ground }: Contest): Motion[] {
  const since = state.members.members.get(member)?.from;
  if (since === undefined) return [];
  return [...state.motions.motions.values()].filter(
    ({ subject, at }) =>
      subject.type === "contest" && subject.member === member && subject.ground === ground && at >= since,
  );
}

/**
 * May this admission be contested on this ground now (M-12)? Where a motion moved in time is withdrawn, others may move
 * the same within seven days, however late: else who moves first and withdraws last would shield the person.
 */
function contestableOn(state: State, contest: Contest, at: Millis): Result<true> {
  const may = contestable(state, contest.member, at);
  if (may.ok || may.code !== "too-late") return may;
  const member = state.members.members.get(contest.member);
  const until = member && contestableUntil(state, member, at);
  const left = sameContest(state, contest).some(
    (m) => until !== undefined && m.at <= until && m.withdrawn !== undefined && at <= m.withdrawn + HEARD_MS,
  );
  return left ? ok(true) : may;
}

/** Could this change be made of the statutes in force? Refuses S-5, S-6, S-20 to S-34, S-40. */
function mayChangeNow(state: State, changes: StatutesChanges, at: Millis): Result<true> {
  const may = mayChange(statutesOf(state, at), changes);
  return may.ok ? ok(true) : may;
}

/** May a server with this key be named as a copy-holder? Refuses W-5. */
export function newCopy(state: State, key: Extract<Subject, { type: "copy" }>["key"], at: Millis): Result<true> {
  if (key === state.founding.clerk) return refuse("W-5", "the-clerk-itself");
  return isCopyHolder(state, key, at) ? refuse("W-5", "named-already") : ok(true);
}

/**
 * A contest raised in time may be voted on later: at the call only its object is asked for (M-12).
 * Everything else must hold as it did when it was moved.
 */
export function subjectStillHolds(state: State, motion: Motion, at: Millis): Result<true> {
  const { subject } = motion;
  if (subject.type === "contest") {
    const found = state.members.members.get(subject.member);
    return found && found.from !== undefined && found.status !== "left" ? ok(true) : refuse("M-12", "no-admission");
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
