/** Asking whether a person counts at an open sitting: for what only two tellers together may enter (M-11, M-13, M-24, K-11). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { electsTellers } from "../meetings/electing.ts";
import { openCourse } from "../meetings/queries.ts";
import { openSitting } from "../sittings/queries.ts";

/** True where `by` is a teller of this sitting and it is open. Refuses G-5 (not open) and `rule` (no teller). */
export function tellerOf(state: State, sitting: ActId, by: MemberId, at: Millis, rule: string): Result<true> {
  const open = openSitting(state, sitting, at);
  if (!open.ok) return open;
  return open.value.tellers.includes(by) ? ok(true) : refuse(rule, "not-a-teller");
}

/** Those whom the people there elected to count at a called meeting that decides (G-44); in the hall that leads. Nobody where none were elected yet. */
export function allElectedTellers(state: State, sitting: ActId): MemberId[] {
  const course = state.meetings.courses.get(sitting);
  if (!course || course.leads !== undefined || course.tellersBy === undefined) return [];
  return electsTellers(state, course) ? [...(state.sittings.sittings.get(sitting)?.tellers ?? [])] : [];
}

/** The same, less who opened the sitting (K-11, M-13). */
export function electedTellers(state: State, sitting: ActId): MemberId[] {
  const opener = state.sittings.sittings.get(sitting)?.opener;
  return allElectedTellers(state, sitting).filter((t) => t !== opener);
}

/** True where `by` is one of them and the sitting is open. Refuses G-5 and `rule`. */
export function electedTeller(state: State, sitting: ActId, by: MemberId, at: Millis, rule: string): Result<true> {
  const open = openSitting(state, sitting, at);
  if (!open.ok) return open;
  const course = state.meetings.courses.get(sitting);
  if (!course || !electsTellers(state, course)) return refuse(rule, "not-a-called-meeting");
  if (course.leads !== undefined) return refuse(rule, "in-the-hall-that-leads");
  if (course.tellersBy === undefined) return refuse(rule, "elect-tellers-first");
  if (open.value.opener === by) return refuse(rule, "opened-it");
  return open.value.tellers.includes(by) ? ok(true) : refuse(rule, "not-an-elected-teller");
}

/** True where `by` is one of those whom this called meeting elected to count (G-44), in the hall that leads. Refuses G-5 and `rule`. */
export function electedTellerOf(state: State, sitting: ActId, by: MemberId, at: Millis, rule: string): Result<true> {
  const course = openCourse(state, sitting, at);
  if (!course.ok) return course;
  const { value } = course;
  if (value.sitting !== sitting || !electsTellers(state, value) || value.tellersBy === undefined)
    return refuse(rule, "no-elected-tellers");
  return tellerOf(state, sitting, by, at, rule);
}
