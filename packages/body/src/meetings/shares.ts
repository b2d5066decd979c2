/**
 * A number per person (G-24, G-47 to G-49): of calls that bear their name, of items on an agenda, of
 * procedural motions; and everybody's first before anyone's second. So nobody fills what all share.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Motion } from "../motions/part.ts";
import { waitingVotes } from "../votes/course.ts";
import { putOff } from "./carry.ts";
import type { AgendaItem, Call, Course } from "./part.ts";
import { calledBy, waitingProcedures } from "./queries.ts";

/** Calls still to come that bear one person's name (G-47). */
export const CALLS_EACH = 3;
/** Items that an agenda holds, carried over ones apart (G-24). */
export const AGENDA_MOST = 100;
/** Items that one person has on an agenda, and one of those who called it (G-24). */
export const ITEMS_EACH = 3;
export const ITEMS_EACH_CALLER = 10;
/** Procedural motions that one person puts at a sitting (G-49). */
export const PROCEDURES_EACH = 5;

/** May `by` put their name under one more call (G-47)? */
export function mayAddCall(state: State, by: MemberId, at: Millis): Result<true> {
  let names = 0;
  for (const call of state.meetings.calls.values())
    if (call.starts > at && call.sittings.length === 0 && calledBy(call, by)) names++;
  return names < CALLS_EACH ? ok(true) : refuse("G-47", "enough-calls", { most: CALLS_EACH });
}

const waits = (item: AgendaItem): boolean => item.status === "waiting";
const carried = (item: AgendaItem): boolean => item.from !== undefined;

/** Each item with its number among its author's own: 1 is their first (G-24). */
function numbered(items: readonly AgendaItem[]): { readonly item: AgendaItem; readonly nth: number }[] {
  const had = new Map<MemberId, number>();
  return items.map((item) => {
    const nth = (had.get(item.by) ?? 0) + 1;
    had.set(item.by, nth);
    return { item, nth };
  });
}

/** The item that gives way on a full agenda: the last that is somebody's second or later (G-24). */
function lastToGiveWay(call: Call): AgendaItem | undefined {
  return numbered(call.agenda).findLast(({ item, nth }) => nth > 1 && waits(item) && !carried(item))?.item;
}

/** May `by` put one more item on this agenda (G-24)? What was carried over counts among theirs, and takes no room. */
export function mayAddItem(call: Call, by: MemberId): Result<true> {
  const own = call.agenda.filter((i) => i.by === by && waits(i)).length;
  const most = calledBy(call, by) ? ITEMS_EACH_CALLER : ITEMS_EACH;
  if (own >= most) return refuse("G-24", "too-many-items", { most });
  if (call.agenda.filter((i) => waits(i) && !carried(i)).length < AGENDA_MOST) return ok(true);
  return own === 0 && lastToGiveWay(call) ? ok(true) : refuse("G-24", "agenda-full", { most: AGENDA_MOST });
}

/** Puts an item on: what was carried over first, then everybody's first before anyone's second (G-24). */
export function addItem(state: State, call: Call, item: AgendaItem): void {
  const fresh = call.agenda.filter((i) => waits(i) && !carried(i));
  const away = fresh.length < AGENDA_MOST ? undefined : lastToGiveWay(call);
  if (away) putOff(state, call, away, item.at);
  const own = [...call.agenda.filter((i) => i !== away && !carried(i)), item];
  const inTurn = numbered([...call.agenda.filter(carried), ...own])
    .filter((n) => !carried(n.item))
    .sort((a, b) => a.nth - b.nth)
    .map((n) => n.item);
  call.agenda = [...call.agenda.filter(carried), ...inTurn];
}

/** May `by` put one more procedural motion at this sitting (G-49)? */
export function mayAddProcedure(state: State, course: Course, by: MemberId | undefined): Result<true> {
  const put = course.procedures.filter((id) => state.motions.motions.get(id)?.mover === by);
  return put.length < PROCEDURES_EACH ? ok(true) : refuse("G-49", "enough-of-yours", { most: PROCEDURES_EACH });
}

/**
 * The motion of somebody who has had none yet, which `by` must call before this one (G-49). `mayToo`: may
 * `by` call that one, and could it take effect? Where not, nobody is held up by it.
 */
export function procedureFirst(
  state: State,
  course: Course,
  motion: Motion,
  at: Millis,
  mayToo: (other: Motion) => boolean,
): ActId | undefined {
  const nth = (m: Motion): number =>
    course.procedures.filter((id) => state.motions.motions.get(id)?.mover === m.mover).indexOf(m.id);
  if (nth(motion) === 0) return undefined;
  return waitingProcedures(state, course).find((id) => {
    const other = state.motions.motions.get(id);
    return other !== undefined && nth(other) === 0 && waitingVotes(state, other, at).length === 0 && mayToo(other);
  });
}
