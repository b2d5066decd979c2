/** Questions to the statutes in force. */
import type { Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Statutes } from "./acts.ts";
import type { StatutesVersion } from "./part.ts";

/** The version in force at `at` (S-2): the last that had begun; `undefined` only before the founding. */
export function statutesAt(state: State, at: Millis): StatutesVersion | undefined {
  let now: StatutesVersion | undefined;
  for (const version of state.statutes.versions)
    if (version.from <= at && version.from >= (now?.from ?? version.from)) now = version;
  return now ?? state.statutes.versions[0];
}

/** The version in force at `at` (S-2), of a body that was founded. */
export function statutesNow(state: State, at: Millis): StatutesVersion {
  const version = statutesAt(state, at);
  if (!version) throw new Error("a body without statutes");
  return version;
}

/** The statutes in force at `at` (S-2). */
export function statutesOf(state: State, at: Millis): Statutes {
  return statutesNow(state, at).statutes;
}

/**
 * How many members a rule may ask for out of a roll of `rollSize` (S-35): the number stated, but
 * never more than a fifth of the roll, rounded up, and never less than one where it is not 0.
 */
export function askedOf(stated: number, rollSize: number): number {
  return Math.min(stated, Math.max(1, Math.ceil(rollSize / 5)));
}
