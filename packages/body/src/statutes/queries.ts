/** Questions to the statutes in force. */
import type { State } from "../engine/state.ts";
import type { Statutes } from "./acts.ts";

/** The statutes in force (S-2): the last version. */
export function statutesOf(state: State): Statutes {
  const last = state.statutes.versions.at(-1);
  if (!last) throw new Error("a body without statutes");
  return last.statutes;
}

/**
 * How many members a rule may ask for out of a roll of `rollSize` (S-35): the number stated, but
 * never more than a fifth of the roll, rounded up, and never less than one where it is not 0.
 */
export function askedOf(stated: number, rollSize: number): number {
  return Math.min(stated, Math.max(1, Math.ceil(rollSize / 5)));
}
