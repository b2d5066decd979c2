/** Open doors (M-27): decisions that give so many places to whoever comes in meanwhile. What they are and what they change. */
import { type ActId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { seatLimit } from "../founding/queries.ts";
import type { Door } from "./part.ts";

const DAY_MS = 24 * 3600_000;
/** A door stays open so long at most after it is decided on, in ms (M-27). */
export const DOOR_MS = 366 * DAY_MS;

/** May a door be open until then (M-27)? Refuses it in a body whose seats come from its mother, and a term that is over or too long. */
export function mayOpenDoor(state: State, until: Millis, at: Millis): Result<true> {
  if (seatLimit(state) !== undefined) return refuse("M-27", "seats-from-the-mother");
  const most = at + DOOR_MS;
  return until > at && until <= most ? ok(true) : refuse("M-27", "term", { until, most });
}

/** A carried decision opens a door, from when it is in force. */
export function openDoor(
  state: State,
  by: ActId,
  of: { readonly places: number; readonly until: Millis },
  from: Millis,
): void {
  state.members.doors.set(by, { by, places: of.places, until: of.until, from, taken: 0 });
}

/** Is this door in force, whoever came through it before its end? */
export function stands(door: Door | undefined): door is Door {
  return door !== undefined && door.from !== NEVER;
}

/** Doors that are open at `at` with a place left, the one that closes first before the others. */
export function openDoors(state: State, at: Millis): Door[] {
  return [...state.members.doors.values()]
    .filter((d) => d.from <= at && at <= d.until && d.taken < d.places)
    .sort((a, b) => a.until - b.until || (a.by < b.by ? -1 : 1));
}
