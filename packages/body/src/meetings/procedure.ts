/**
 * What those present decide about their own meeting (G-30 to G-38): who may put it, when it is voted,
 * and what it does once carried. Nobody in the chair can keep it from a vote.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result, unreachable } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { allVote } from "../members/no-vote.ts";
import { isMember } from "../members/standing.ts";
import { type AmendmentMotion, isAmendment } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { goodTellers } from "../sittings/rules.ts";
import { motionToDecide } from "../votes/to-decide.ts";
import type { Procedure } from "./acts.ts";
import { putOff } from "./carry.ts";
import { gathered, standsBySeconds } from "./electing.ts";
import { secondsNeeded } from "./opening.ts";
import type { AgendaItem, Call, Course } from "./part.ts";
import {
  callAt,
  courseAt,
  isOpen,
  itemUnderWay,
  leadingCourse,
  nextItem,
  openCourse,
  waitingProcedures,
} from "./queries.ts";
import { mayAddProcedure } from "./shares.ts";

/** The farthest return date of what is adjourned, in ms (G-35). */
export const RETURN_MS = 366 * 24 * 3600_000;

/** May `by` put this procedural motion at this sitting (G-30)? */
export function mayPutProcedure(
  state: State,
  procedure: Procedure,
  sitting: ActId | undefined,
  by: MemberId | undefined,
  at: Millis,
): Result<true> {
  if (sitting === undefined) return refuse("G-30", "only-at-a-sitting");
  const found = openCourse(state, sitting, at);
  if (!found.ok) return found;
  const course = found.value;
  const own = waitingProcedures(state, course).find((id) => state.motions.motions.get(id)?.mover === by);
  if (own !== undefined) return refuse("G-30", "one-at-a-time", { motion: own });
  const more = mayAddProcedure(state, course, by);
  if (!more.ok) return more;
  return procedureHolds(state, procedure, course, at);
}

/** Could this take effect now? Asked when it is put and again when its vote is called. */
export function procedureHolds(state: State, procedure: Procedure, course: Course, at: Millis): Result<true> {
  const call = callAt(state, course);
  switch (procedure.what) {
    case "overrule":
    case "proceed":
    case "close-list":
    case "time-limit":
      return ok(true);
    case "board": {
      for (const member of [procedure.chair, ...(procedure.secretary === undefined ? [] : [procedure.secretary])])
        if (!isMember(state, member, at)) return refuse("G-29", "not-a-member", { member });
      if (procedure.counts !== undefined && !isMember(state, procedure.counts, at))
        return refuse("G-29", "not-a-member", { member: procedure.counts });
      const counts = allVote(state, procedure.counts === undefined ? [] : [procedure.counts], at);
      if (!counts.ok) return counts;
      if (!procedure.tellers) return ok(true);
      const come = gathered(state, course, at);
      return come.ok ? goodTellers(state, procedure.tellers, at) : come;
    }
    case "agenda":
      return newOrder(call, procedure);
    case "urgent":
      return urgentHolds(state, call, procedure.motion, at);
    case "adjourn": {
      if (procedure.returns <= at || procedure.returns > at + RETURN_MS)
        return refuse("G-35", "bad-date-of-return", { after: at, most: at + RETURN_MS });
      if (procedure.item === undefined) return ok(true);
      const item = call?.agenda.find((i) => i.id === procedure.item);
      if (!item || (item.status !== "waiting" && item.status !== "open")) return refuse("G-35", "no-such-item");
      const before = state.meetings.delayed.get(itemAbout(item));
      return before === undefined ? ok(true) : refuse("G-48", "put-off-before", { by: before });
    }
    case "exclude":
      if (!isMember(state, procedure.member, at)) return refuse("G-38", "not-a-member", { member: procedure.member });
      return course.outside.includes(procedure.member) ? refuse("G-38", "outside-already") : ok(true);
  }
}

function newOrder(call: Call | undefined, { order, aob }: Extract<Procedure, { what: "agenda" }>): Result<true> {
  if (!call) return refuse("G-33", "no-agenda");
  if (aob === false) return refuse("G-35", "any-other-business-stays");
  if (new Set(order).size !== order.length) return refuse("G-33", "item-twice");
  const wrong = order.find((id) => !call.agenda.some((i) => i.id === id && i.status === "waiting"));
  return wrong === undefined ? ok(true) : refuse("G-33", "not-a-waiting-item", { item: wrong });
}

function urgentHolds(state: State, call: Call | undefined, id: ActId | undefined, at: Millis): Result<true> {
  if (!call) return refuse("G-34", "no-agenda");
  if (id === undefined) return ok(true);
  const motion = state.motions.motions.get(id);
  if (!motion || !motionToDecide(state, motion, at)) return refuse("G-34", "nothing-to-decide");
  if (isAmendment(motion)) return amendmentLetIn(call, motion);
  // Any office can be ended at any called meeting; off the agenda by more than half of the roll (O-14).
  if (motion.subject.type === "end-office")
    return call.type === "decide"
      ? ok(true)
      : refuse("G-28", "consult-binds-nothing", { subject: motion.subject.type });
  if (motion.subject.type !== "text") return refuse("G-34", "needs-notice", { subject: motion.subject.type });
  return ok(true);
}

/** V-50: an amendment is let in to a motion that is still to be voted on at this meeting. */
function amendmentLetIn(call: Call, amendment: AmendmentMotion): Result<true> {
  const item = call.agenda.find((i) => i.motion === amendment.subject.motion);
  if (!item || (item.status !== "waiting" && item.status !== "open")) return refuse("V-50", "motion-not-here");
  const had = amendment.at <= call.noticed || item.urgent || call.letIn.includes(amendment.id);
  return had ? refuse("V-50", "had-notice") : ok(true);
}

/** May `by` call the vote on a procedural motion: who presides, or mover and seconders once enough have seconded (G-30). */
export function mayForce(state: State, motion: Motion, by: MemberId, at: Millis): boolean {
  if (motion.subject.type !== "procedure") return false;
  return motion.seconds.length >= secondsNeeded(state, at) && (motion.mover === by || motion.seconds.includes(by));
}

/** Does a carried procedural motion; `resultId` is the result that carried it. */
export function doProcedure(state: State, motion: Motion, procedure: Procedure, resultId: ActId, at: Millis): void {
  if (motion.sitting === undefined) throw new Error("a procedure without a sitting");
  if (!isOpen(state, motion.sitting, at)) return;
  const course = leadingCourse(state, motion.sitting);
  const call = callAt(state, course);
  course.moved = at;
  switch (procedure.what) {
    case "board":
      return electBoard(state, course, procedure, motion, resultId, at);
    case "overrule":
      course.overruled.push(resultId);
      return;
    case "agenda":
      if (call) reorder(state, call, procedure.order, at);
      course.log.push({ at, what: "agenda", id: resultId });
      return;
    case "urgent":
      if (call) makeUrgent(state, call, course, procedure, motion, resultId, at);
      return;
    case "proceed":
      course.waiting = [];
      delete course.speaking;
      // At a bare sitting, which has no items: to the next vote on a motion.
      course.proceeded = course.item !== undefined || course.call === undefined;
      return;
    case "close-list":
      course.listClosed = true;
      return;
    case "time-limit":
      course.seconds = procedure.seconds;
      course.secondsSince = at;
      return;
    case "adjourn":
      return adjourn(state, course, call, procedure, resultId, at);
    case "exclude":
      if (!course.outside.includes(procedure.member)) course.outside.push(procedure.member);
      course.waiting = course.waiting.filter((w) => w.member !== procedure.member || course.remote.has(w.member));
      return;
    default:
      return unreachable(procedure);
  }
}

function electBoard(
  state: State,
  course: Course,
  board: Extract<Procedure, { what: "board" }>,
  motion: Motion,
  resultId: ActId,
  at: Millis,
): void {
  course.chair = board.chair;
  course.board = motion.id;
  if (board.secretary === undefined) delete course.secretary;
  else course.secretary = board.secretary;
  course.overruled = [];
  const sitting = state.sittings.sittings.get(course.sitting);
  if (sitting && board.tellers) sitting.tellers = [...board.tellers];
  if (board.tellers) course.tellersBy = resultId;
  course.log.push({ at, what: "board", id: resultId, about: motion.id });
}

/** What an item is about, wherever it stands: its motion or election, else itself (G-48). */
function itemAbout(item: AgendaItem): ActId {
  return item.motion ?? item.election ?? item.id;
}

/** G-46: tellers behind whom enough of those there stand are elected by it, without a count. `by`: the last signature. */
export function standBehind(state: State, motion: Motion, by: ActId, at: Millis): void {
  if (!standsBySeconds(state, motion, at) || motion.subject.type !== "procedure") return;
  motion.status = "carried";
  motion.decidedBy = by;
  for (const id of motion.votes) {
    const vote = state.votes.votes.get(id);
    if (vote && !vote.result && vote.closed === undefined) vote.closed = at;
  }
  doProcedure(state, motion, motion.subject.procedure, by, at);
}

/** G-33: the items named first, in that order; those left out are put off and come back with the next call. */
function reorder(state: State, call: Call, order: readonly ActId[], at: Millis): void {
  const waits = new Map(call.agenda.filter((i) => i.status === "waiting").map((i) => [i.id, i] as const));
  const named = order.flatMap((id) => waits.get(id) ?? []);
  const ids = new Set(named.map((i) => i.id));
  const rest = call.agenda.filter((i) => !ids.has(i.id));
  for (const item of rest) if (item.status === "waiting") putOff(state, call, item, at);
  call.agenda = [...rest, ...named];
}

function makeUrgent(
  state: State,
  call: Call,
  course: Course,
  urgent: Extract<Procedure, { what: "urgent" }>,
  motion: Motion,
  resultId: ActId,
  at: Millis,
): void {
  const amendment = urgent.motion === undefined ? undefined : state.motions.motions.get(urgent.motion);
  if (amendment && isAmendment(amendment)) {
    call.letIn.push(amendment.id);
    course.log.push({ at, what: "urgent", id: resultId, about: amendment.id });
    return;
  }
  const known = urgent.motion === undefined ? undefined : call.agenda.find((i) => i.motion === urgent.motion);
  // A motion that was on the agenda with a text that changed is now put as it stands: its old item gives way.
  if (known && known.status === "done") return;
  const under = known !== undefined && known.status === "open";
  const item = {
    id: motion.id,
    at,
    title: urgent.title.hash,
    by: motion.mover,
    ...(urgent.motion === undefined ? {} : { motion: urgent.motion }),
    urgent: true,
    status: under ? ("open" as const) : ("waiting" as const),
  };
  if (known) state.meetings.carried = state.meetings.carried.filter((i) => i.id !== known.id);
  call.agenda = call.agenda.filter((i) => i !== known);
  const next = nextItem(call);
  call.agenda.splice(next ? call.agenda.indexOf(next) : call.agenda.length, 0, item);
  if (under) course.item = item.id;
  course.log.push({ at, what: "urgent", id: resultId, about: item.id });
}

function adjourn(
  state: State,
  course: Course,
  call: Call | undefined,
  { item: id, returns }: Extract<Procedure, { what: "adjourn" }>,
  resultId: ActId,
  at: Millis,
): void {
  if (id === undefined) {
    course.adjourned = { by: resultId, returns };
    course.waiting = [];
    delete course.speaking;
    course.log.push({ at, what: "adjourned", id: resultId });
    return;
  }
  const item = call?.agenda.find((i) => i.id === id);
  if (!call || !item || (item.status !== "waiting" && item.status !== "open")) return;
  if (itemUnderWay(state, course) === item) endItem(course);
  putOff(state, call, item, at, { returns });
  state.meetings.delayed.set(itemAbout(item), resultId);
  course.log.push({ at, what: "item-put-off", id: resultId, about: item.id });
}

/** Nothing is under way any more: list, debate and speaker of the item end with it. */
export function endItem(course: Course): void {
  delete course.item;
  delete course.itemSince;
  delete course.speaking;
  course.waiting = [];
  course.listClosed = false;
  course.proceeded = false;
}

/** Notes a procedural motion, or any other moved at a sitting, for its minutes. */
export function noteMoved(state: State, sitting: ActId, motion: ActId, procedural: boolean, at: Millis): void {
  if (!state.meetings.courses.has(sitting)) return;
  const course = leadingCourse(state, sitting);
  course.log.push({ at, what: procedural ? "procedure" : "moved", id: motion });
  if (procedural) course.procedures.push(motion);
}

/** Notes a vote called at a sitting, and later its result. */
export function noteVote(state: State, sitting: ActId, vote: ActId, about: ActId, at: Millis): void {
  const course = courseAt(state, sitting);
  course.votes.push(vote);
  course.moved = at;
  const on = state.motions.motions.get(about)?.subject.type;
  if (course.call === undefined && on !== "procedure" && on !== "amendment") course.proceeded = false;
  course.log.push({ at, what: "vote", id: vote, about });
}

/** Notes a declared result in the minutes of its sitting. */
export function noteResult(state: State, sitting: ActId, result: ActId, vote: ActId, at: Millis): void {
  const course = courseAt(state, sitting);
  course.moved = at;
  course.log.push({ at, what: "result", id: result, about: vote });
}
