/**
 * Questions to the meetings: calls, agendas, who leads, who presides, who speaks next. Plain reading;
 * rules and pages use the same.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { openSitting, runs, sittingEnd } from "../sittings/queries.ts";
import type { AgendaItem, Call, Course, Waiting } from "./part.ts";

/** A hall that is late by so much may be opened by any member (G-27); a meeting not held within a day is not held. */
export const LATE_MS = 30 * 60_000;
export const WINDOW_MS = 24 * 3600_000;
/** So long the tellers wait for a chair who does nothing, in ms (G-31). */
export const STAND_IN_MS = 5 * 60_000;

/** The call of that id. Refuses G-20. */
export function callOf(state: State, id: ActId): Result<Call> {
  const call = state.meetings.calls.get(id);
  return call ? ok(call) : refuse("G-20", "no-such-call");
}

/** Did this member call it or sign it? */
export function calledBy(call: Call, member: MemberId): boolean {
  return call.signers.includes(member);
}

/** The course of a sitting. Throws where there is none: every sitting has one. */
export function courseAt(state: State, sitting: ActId): Course {
  const course = state.meetings.courses.get(sitting);
  if (!course) throw new Error(`no course of ${sitting}`);
  return course;
}

/** The course that counts for a hall: its own, or that of the hall which leads (G-41). */
export function leadingCourse(state: State, sitting: ActId): Course {
  const own = courseAt(state, sitting);
  return own.leads === undefined ? own : courseAt(state, own.leads);
}

/** The leading course of an open sitting. Refuses G-5. */
export function openCourse(state: State, sitting: ActId, at: Millis): Result<Course> {
  const found = openSitting(state, sitting, at);
  if (!found.ok) return found;
  const course = leadingCourse(state, sitting);
  if (course.sitting === sitting) return ok(course);
  const leading = openSitting(state, course.sitting, at);
  return leading.ok ? ok(course) : leading;
}

/** Does this member run the sitting: its opener, a teller, or the chair elected there (G-29)? */
export function presides(state: State, sitting: ActId, member: MemberId): boolean {
  const found = state.sittings.sittings.get(sitting);
  if (!found) return false;
  return (
    runs(found, member) ||
    state.meetings.courses.get(sitting)?.chair === member ||
    leadingCourse(state, sitting).chair === member
  );
}

/** Is this member a teller of the sitting or of one of its open halls? */
export function tellsIn(state: State, course: Course, member: MemberId, at: Millis): boolean {
  return hallsOf(state, course, at).some((s) => state.sittings.sittings.get(s)?.tellers.includes(member));
}

/** The open sittings of the same meeting, the one that leads first; of a bare sitting only itself. */
export function hallsOf(state: State, course: Course, at: Millis): ActId[] {
  if (course.call === undefined) return [course.sitting];
  const call = state.meetings.calls.get(course.call);
  const others = (call?.sittings ?? []).filter(
    (s) => s !== course.sitting && isOpen(state, s, at) && leadingCourse(state, s) === course,
  );
  return [course.sitting, ...others];
}

/** Is this sitting open at `at`? */
export function isOpen(state: State, sitting: ActId, at: Millis): boolean {
  const found = state.sittings.sittings.get(sitting);
  return found !== undefined && sittingEnd(found, at) === undefined;
}

/** The call that a sitting holds, if any. */
export function callAt(state: State, course: Course): Call | undefined {
  return course.call === undefined ? undefined : state.meetings.calls.get(course.call);
}

/** The next item in the order of the agenda (G-33); `undefined`: none is left but any other business. */
export function nextItem(call: Call): AgendaItem | undefined {
  return call.agenda.find((i) => i.status === "waiting");
}

/** The item under way; `undefined` for any other business and for none. */
export function itemUnderWay(state: State, course: Course): AgendaItem | undefined {
  if (course.item === undefined || course.item === "aob") return undefined;
  return callAt(state, course)?.agenda.find((i) => i.id === course.item);
}

/** The list of speakers in the order of G-36: who was cut short, who hasn't spoken at this sitting, the others. */
export function speakersInOrder(course: Course): Waiting[] {
  const rank = (w: Waiting): number => (w.first ? 0 : (course.spoken.get(w.member) ?? 0) === 0 ? 1 : 2);
  return course.waiting
    .map((w, n) => ({ w, n, rank: rank(w) }))
    .sort((a, b) => a.rank - b.rank || a.n - b.n)
    .map(({ w }) => w);
}

/** When the time of who speaks is over; `undefined` without a limit. */
export function speechEnds(course: Course): Millis | undefined {
  if (!course.speaking || course.seconds === undefined) return undefined;
  return Math.max(course.speaking.since, course.secondsSince ?? 0) + course.seconds * 1000;
}

/** When a meeting's sittings may be opened (G-27). `until` is exclusive. */
export interface Window {
  readonly from: Millis;
  readonly until: Millis;
  /** After an interruption any member may open it at once (G-37). */
  readonly anybody: boolean;
}

/** The window in which a sitting of this call may be opened; `undefined`: the meeting is over. */
export function callWindow(state: State, call: Call, at: Millis): Window | undefined {
  if (call.stands === undefined) return undefined;
  const last = call.sittings.map((s) => courseAt(state, s)).findLast((c) => c.leads === undefined);
  if (!last) return { from: call.starts, until: call.starts + WINDOW_MS, anybody: false };
  if (isOpen(state, last.sitting, at)) return { from: call.starts, until: Number.MAX_SAFE_INTEGER, anybody: false };
  if (last.interrupted) return { from: last.interrupted.at, until: last.interrupted.at + WINDOW_MS, anybody: true };
  if (last.adjourned)
    return { from: last.adjourned.returns, until: last.adjourned.returns + WINDOW_MS, anybody: false };
  return undefined;
}

/** Does this motion stand with notice on the agenda of another call, of a meeting that decides and isn't over (V-77)? */
export function awaitedElsewhere(state: State, motion: ActId, here: Call, at: Millis): boolean {
  return [...state.meetings.calls.values()].some((call) => {
    if (call === here || call.type !== "decide") return false;
    const window = callWindow(state, call, at);
    if (!window || at >= window.until) return false;
    const waits = ({ status }: AgendaItem): boolean => status === "waiting" || status === "open";
    return call.agenda.some((i) => i.motion === motion && !i.urgent && i.at <= call.noticed && waits(i));
  });
}

/** Votes of this sitting that are still open. */
export function openVotesOf(state: State, course: Course): ActId[] {
  return course.votes.filter((id) => {
    const vote = state.votes.votes.get(id);
    return vote !== undefined && vote.result === undefined && vote.closed === undefined;
  });
}

/** Procedural motions of a sitting that wait for their vote. */
export function waitingProcedures(state: State, course: Course): ActId[] {
  return course.procedures.filter((id) => {
    const status = state.motions.motions.get(id)?.status;
    return status === "standing" || status === "voting";
  });
}
