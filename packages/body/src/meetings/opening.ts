/**
 * Opening and closing the sittings of a meeting (G-27, G-35, G-41): not before its hour, by those who
 * called it, and by any member where they are late; closed in order, or not at all.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollUpTo } from "../members/standing.ts";
import type { SittingOpen } from "../sittings/acts.ts";
import type { Sitting } from "../sittings/part.ts";
import { runs } from "../sittings/queries.ts";
import { tellersNeeded } from "../votes/sealed.ts";
import { tellersFirst } from "./electing.ts";
import { resume, settleOver, settleSitting, takeCarried } from "./carry.ts";
import type { Call, Course } from "./part.ts";
import {
  calledBy,
  callAt,
  callOf,
  callWindow,
  courseAt,
  hallsOf,
  isOpen,
  LATE_MS,
  leadingCourse,
  nextItem,
  openVotesOf,
  waitingProcedures,
} from "./queries.ts";

/** May `by` open a sitting of this call, in this hall (G-27)? Sittings without a call are free (G-1). */
export function mayOpenFor(
  state: State,
  data: Pick<SittingOpen, "call" | "hall">,
  by: MemberId,
  at: Millis,
): Result<Call | undefined> {
  if (data.call === undefined) return data.hall === undefined ? ok(undefined) : refuse("G-27", "hall-without-a-call");
  const found = callOf(state, data.call);
  if (!found.ok) return found;
  const call = found.value;
  if (call.stands === undefined)
    return refuse("G-20", "not-signed-enough", { needed: call.needed, has: call.signers.length });
  const hall = data.hall ?? "";
  if (call.halls.length === 0 ? hall !== "" : !call.halls.includes(hall))
    return refuse("G-27", "no-such-hall", { hall });
  const window = callWindow(state, call, at);
  if (!window) return refuse("G-27", "meeting-over");
  if (at < window.from) return refuse("G-27", "too-early", { from: window.from });
  if (at >= window.until) return refuse("G-27", "not-held-in-time", { until: window.until });
  const there = call.sittings.find((s) => courseAt(state, s).hall === hall && isOpen(state, s, at));
  if (there !== undefined) return refuse("G-27", "hall-open", { sitting: there });
  if (closedBeside(state, call, hall, at)) return refuse("G-41", "hall-closed", { hall });
  const late = window.from + LATE_MS;
  if (window.anybody || at >= late || calledBy(call, by)) return ok(call);
  return refuse("G-27", "not-a-caller", { anybody: late });
}

/** Was this hall closed while the meeting goes on in another? Then it isn't opened again beside that one (G-41). */
function closedBeside(state: State, call: Call, hall: string, at: Millis): boolean {
  const leads = call.sittings.some((s) => courseAt(state, s).leads === undefined && isOpen(state, s, at));
  return (
    leads &&
    call.sittings.some((s) => {
      const course = courseAt(state, s);
      return (
        course.hall === hall && course.leads !== undefined && course.interrupted === undefined && !isOpen(state, s, at)
      );
    })
  );
}

/** Begins the course of a sitting that was just opened; the opener presides until a board is elected (G-29). */
export function beginCourse(
  state: State,
  sitting: ActId,
  opener: MemberId,
  data: Pick<SittingOpen, "call" | "hall">,
  at: Millis,
): void {
  settleOver(state, at);
  const call = data.call === undefined ? undefined : state.meetings.calls.get(data.call);
  const leading = call?.sittings
    .map((s) => courseAt(state, s))
    .find((c) => c.leads === undefined && isOpen(state, c.sitting, at));
  const course: Course = {
    sitting,
    ...(call ? { call: call.id } : {}),
    hall: data.hall ?? "",
    ...(leading ? { leads: leading.sitting } : {}),
    chair: opener,
    aob: false,
    waiting: [],
    spoken: new Map(),
    cut: [],
    listClosed: false,
    proceeded: false,
    remote: new Map(),
    here: new Map(),
    hereBy: new Map(),
    outside: [],
    overruled: [],
    moved: at,
    procedures: [],
    votes: [],
    presence: [],
    log: [{ at, what: "opened", id: sitting }],
  };
  state.meetings.courses.set(sitting, course);
  state.meetings.running.push(sitting);
  if (!call) return;
  if (leading) leading.log.push({ at, what: "hall", id: sitting });
  else if (call.sittings.length > 0) resume(state, call, at);
  else takeCarried(state, call, at);
  state.meetings.due = state.meetings.due.filter((id) => id !== call.id);
  call.sittings.push(sitting);
}

/** Two members who second a procedural motion can have it voted (G-30); one in a body of two. */
export function secondsNeeded(state: State, at: Millis): number {
  return Math.max(1, Math.min(2, rollUpTo(state, at, 3) - 1));
}

/** Who presides in the hall that leads closes another only once those there have elected who counts (G-41, G-44). */
export function mayCloseBeside(state: State, sitting: Sitting, by: MemberId): Result<true> {
  const course = courseAt(state, sitting.id);
  if (course.leads === undefined || runs(sitting, by)) return ok(true);
  return tellersFirst(state, sitting.id);
}

/** Does anything in the meeting's order stand against closing this sitting (G-30, G-33, G-35)? */
export function mayCloseCourse(state: State, sitting: ActId, at: Millis): Result<true> {
  const course = courseAt(state, sitting);
  const call = callAt(state, course);
  if (!call || course.leads !== undefined) return ok(true);
  const [vote] = openVotesOf(state, course);
  if (vote !== undefined) return refuse("G-35", "vote-open", { vote });
  if (course.adjourned) return ok(true);
  const needed = secondsNeeded(state, at);
  const put = waitingProcedures(state, course).find(
    (id) => (state.motions.motions.get(id)?.seconds.length ?? 0) >= needed,
  );
  if (put !== undefined) return refuse("G-30", "procedure-waits", { motion: put });
  const item = nextItem(call) ?? call.agenda.find((i) => i.status === "open");
  if (item) return refuse("G-35", "items-left", { item: item.id });
  return course.aob ? ok(true) : refuse("G-35", "any-other-business-first");
}

/** A hall that was closed and hasn't counted is left out of the votes that wait for it (G-41). */
function leaveOut(state: State, sitting: ActId): void {
  for (const vote of state.votes.votes.values()) {
    const hall = vote.result ? undefined : vote.halls?.find((h) => h.sitting === sitting);
    if (!hall || (vote.parts?.get(sitting)?.size ?? 0) >= tellersNeeded(hall)) continue;
    vote.halls = vote.halls?.filter((h) => h !== hall);
    vote.parts?.delete(sitting);
  }
}

/** Ends a course with its sitting. `other`: another hall leads on, so that nothing is lost (G-41). */
export function endCourse(state: State, sitting: ActId, id: ActId, at: Millis): void {
  const course = courseAt(state, sitting);
  course.log.push({ at, what: "closed", id });
  if (course.leads !== undefined) leaveOut(state, sitting);
  settleSitting(state, course, at);
}

/** The other open halls whose tellers must count in a vote that is called here (G-41). */
export function otherHalls(state: State, sitting: ActId, at: Millis): ActId[] {
  return hallsOf(state, leadingCourse(state, sitting), at).filter((s) => s !== sitting);
}
