/** Questions to a practice body. */
import type { Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";

/** The body's present moment (P-2): its own clock where it has one, else `clerk`, the clerk's time. */
export function bodyNow(state: State, clerk: Millis): Millis {
  return state.practice.clock ?? Math.max(clerk, state.at);
}
