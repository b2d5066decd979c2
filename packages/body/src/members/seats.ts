/** The seats of a body that another one established (M-10). */
import { type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { Standing } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { seatLimit } from "../founding/queries.ts";
import { standingOrBack } from "./left-by-device.ts";

/** Who takes up a seat. */
const SEATED: ReadonlySet<Standing> = new Set(["member", "applicant"]);

/**
 * Is a place left in a body that was established with so many seats (M-10)? Members and applicants count, and those who
 * left by a device as long as they may come back: whoever holds a stolen phone gives nobody's seat away.
 */
export function placeLeft(state: State, at: Millis): Result<true> {
  const seats = seatLimit(state);
  if (seats === undefined) return ok(true);
  let taken = 0;
  for (const id of state.members.members.keys()) if (SEATED.has(standingOrBack(state, id, at))) taken++;
  return taken < seats ? ok(true) : refuse("M-10", "no-seat-left", { seats });
}
