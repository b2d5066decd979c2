/**
 * Business that is carried over (G-25, G-35, G-37): what was put off, not reached, or cut off comes
 * back by itself, on the agenda of the next call or of the same meeting's next sitting.
 */
import type { ActId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { sittingEnd } from "../sittings/queries.ts";
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import type { AgendaItem, Call, Course } from "./part.ts";
import { courseAt, hallsOf, isOpen, WINDOW_MS } from "./queries.ts";

/** Can nothing more be decided on this item: its motion or election is over? */
function over(state: State, item: AgendaItem, at: Millis): boolean {
  const motion = item.motion === undefined ? undefined : state.motions.motions.get(item.motion);
  if (motion && !motionToDecide(state, motion, at)) return true;
  const election = item.election === undefined ? undefined : state.elections.elections.get(item.election);
  return election !== undefined && !electionToDecide(state, election, at);
}

/** Puts an item off: it leaves this agenda and waits, until `returns` if given. */
export function putOff(
  state: State,
  call: Call,
  item: AgendaItem,
  at: Millis,
  until: { readonly returns?: Millis; readonly held?: Millis } = {},
): void {
  item.status = "put-off";
  if (until.returns !== undefined) item.returns = until.returns;
  if (over(state, item, at)) return;
  state.meetings.carried = state.meetings.carried.filter((i) => i.id !== item.id);
  state.meetings.carried.push({ ...item, from: call.id, ...until });
}

function mayCome(state: State, call: Call, item: AgendaItem, at: Millis): boolean {
  if (over(state, item, at) || call.agenda.some((i) => i.id === item.id)) return false;
  if (item.returns !== undefined && item.returns > call.starts) return false;
  if (item.held !== undefined && item.held > at) return false;
  return call.type === "decide" || (item.motion === undefined && item.election === undefined);
}

/** Brings onto this call's agenda, first, what is carried over and may come (G-25). */
export function takeCarried(state: State, call: Call, at: Millis): void {
  const coming = state.meetings.carried.filter((i) => mayCome(state, call, i, at));
  if (coming.length === 0) return;
  const ids = new Set(coming.map((i) => i.id));
  state.meetings.carried = state.meetings.carried.filter((i) => !ids.has(i.id));
  const items = coming.map(({ held: _held, returns: _returns, ...item }) => ({
    ...item,
    urgent: false,
    status: "waiting" as const,
  }));
  call.agenda = [...items, ...call.agenda];
}

/** A meeting goes on: what its last sitting left comes back to its own agenda (G-35, G-37). */
export function resume(state: State, call: Call, at: Millis): void {
  const back = new Set<ActId>();
  for (const item of state.meetings.carried)
    if (item.from === call.id && item.held !== undefined && (item.returns ?? at) <= at) back.add(item.id);
  state.meetings.carried = state.meetings.carried.filter((i) => !back.has(i.id));
  for (const item of call.agenda) {
    if (!back.has(item.id)) continue;
    item.status = "waiting";
    delete item.returns;
  }
}

/** Settles a sitting that has ended: what it left is carried over; who spoke and waited is forgotten. */
export function settleSitting(state: State, course: Course, at: Millis): void {
  state.meetings.running = state.meetings.running.filter((id) => id !== course.sitting);
  const call =
    course.leads === undefined && course.call !== undefined ? state.meetings.calls.get(course.call) : undefined;
  const [heir] = call
    ? hallsOf(state, course, at)
        .slice(1)
        .map((s) => courseAt(state, s))
    : [];
  if (call && heir && course.adjourned === undefined && left(call, course)) handOver(state, course, heir, at);
  else if (call) carryAll(state, call, course, at);
  course.waiting = [];
  course.spoken = new Map();
  course.remote = new Map();
  course.here = new Map();
  course.hereBy = new Map();
  course.cut = [];
  delete course.speaking;
  delete course.item;
}

function left(call: Call, course: Course): boolean {
  return !course.aob || call.agenda.some((i) => i.status === "waiting" || i.status === "open");
}

function carryAll(state: State, call: Call, course: Course, at: Millis): void {
  const until = course.adjourned
    ? { returns: course.adjourned.returns, held: course.adjourned.returns + WINDOW_MS }
    : course.interrupted
      ? { held: course.interrupted.at + WINDOW_MS }
      : {};
  for (const item of call.agenda)
    if (item.status === "waiting" || item.status === "open") putOff(state, call, item, at, until);
}

/** The hall that led was broken up or lapsed while another goes on: that one leads from now on (G-41). */
function handOver(state: State, from: Course, to: Course, at: Millis): void {
  const { item, itemSince, seconds, secondsSince } = from;
  delete to.leads;
  Object.assign(to, {
    aob: from.aob,
    waiting: from.waiting,
    spoken: from.spoken,
    listClosed: from.listClosed,
    proceeded: from.proceeded,
    moved: at,
    ...(item === undefined ? {} : { item }),
    ...(itemSince === undefined ? {} : { itemSince }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(secondsSince === undefined ? {} : { secondsSince }),
  });
  to.log.push({ at, what: "leads", id: from.sitting });
  for (const id of state.meetings.running) {
    const other = courseAt(state, id);
    if (other.leads === from.sitting && other !== to) other.leads = to.sitting;
  }
}

/** Settles everything that has come to its end by itself since: sittings nobody closed, meetings nobody held. */
export function settleOver(state: State, at: Millis): void {
  for (const id of state.meetings.running)
    if (!isOpen(state, id, at)) settleSitting(state, courseAt(state, id), endOf(state, id, at));
  for (const id of state.meetings.due) {
    const call = state.meetings.calls.get(id);
    if (!call || at < call.starts + WINDOW_MS) continue;
    state.meetings.due = state.meetings.due.filter((d) => d !== id);
    for (const item of call.agenda) if (item.status === "waiting") putOff(state, call, item, at);
  }
}

function endOf(state: State, id: ActId, at: Millis): Millis {
  const sitting = state.sittings.sittings.get(id);
  return (sitting && sittingEnd(sitting, at)) ?? at;
}

/** All that is carried over at `at`, also what nobody has settled yet; oldest first. */
export function carriedOver(state: State, at: Millis): AgendaItem[] {
  const out = [...state.meetings.carried];
  const calls = new Set<ActId>();
  for (const id of state.meetings.due) {
    const call = state.meetings.calls.get(id);
    if (call && at >= call.starts + WINDOW_MS) calls.add(id);
  }
  for (const id of state.meetings.running) {
    const course = courseAt(state, id);
    if (
      course.call !== undefined &&
      course.leads === undefined &&
      !isOpen(state, id, at) &&
      hallsOf(state, course, at).length === 1
    )
      calls.add(course.call);
  }
  for (const id of calls)
    for (const item of state.meetings.calls.get(id)?.agenda ?? [])
      if ((item.status === "waiting" || item.status === "open") && !over(state, item, at))
        out.push({ ...item, from: id });
  return out;
}
