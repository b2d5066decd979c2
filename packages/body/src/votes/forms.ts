/** The form of a vote: whether it must be secret, and so by hands, on paper, by name, sealed or mixed (V-13, V-22, V-23, V-61). */
import { type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import type { Motion } from "../motions/part.ts";
import { onPerson } from "../motions/subjects.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import type { VoteMode } from "./acts.ts";
import { rollOn } from "./electorate.ts";
import { heldAgain } from "./to-decide.ts";
import { SEALED_LEAST } from "./together.ts";

/** Must this vote be secret (V-13: persons; G-32: a board or an exclusion, where one asks; V-23: as many as the statutes ask)? */
export function mustBeSecret(
  state: State,
  motion: Motion,
  roll: number,
  at: Millis,
): "V-13" | "V-23" | "G-32" | undefined {
  if (onPerson(motion.subject)) return "V-13";
  if (motion.subject.type === "procedure") {
    const { what } = motion.subject.procedure;
    if ((what === "board" || what === "exclude") && motion.secretAsked.length > 0) return "G-32";
  }
  return motion.secretAsked.length >= askedOf(statutesNow(state, at).statutes.voting.secretOnRequest, roll)
    ? "V-23"
    : undefined;
}

/** The forms a vote on this motion may have (V-13, V-22, V-23, V-61). */
export function modesAllowed(state: State, motion: Motion, sitting: boolean, roll: number, at: Millis): VoteMode[] {
  const secret = mustBeSecret(state, motion, roll, at);
  const device = devicesOf(state, motion, at);
  if (motion.sections.length > 0) return !sitting ? [] : secret ? ["paper"] : ["hands", "paper"];
  if (!sitting && motion.subject.type === "procedure") return [];
  if (!sitting) return rollOn(state, motion, at) >= SEALED_LEAST ? [device] : secret ? [] : ["name"];
  return secret ? ["paper", device, "mixed"] : ["hands", "paper", device, "mixed"];
}

/**
 * How devices vote, those of all or of who is outside the hall: the body's own way, sealed where it must be secret (V-22,
 * G-40). What is about a sitting's own course is else by name: no list is looked at in time (V-63). So is who is
 * outside of a body of few: one alone hides nothing, and few can count (V-61).
 */
export function devicesOf(state: State, motion: Motion, at: Millis, mode?: VoteMode): "count" | "name" {
  if (mustBeSecret(state, motion, rollSize(state, at), at)) return "count";
  const open = motion.subject.type === "procedure" || (mode === "mixed" && rollOn(state, motion, at) < SEALED_LEAST);
  return open ? "name" : statutesNow(state, at).statutes.voting.mode;
}

/** May a vote on this motion have this form (V-22, V-23, V-60, V-61)? */
export function modeAllowed(
  state: State,
  motion: Motion,
  mode: VoteMode,
  sitting: boolean,
  roll: number,
  at: Millis,
): Result<true> {
  const sealed = mode === "count" || (mode === "mixed" && devicesOf(state, motion, at, mode) === "count");
  if (sealed && heldAgain(state, motion, at)) return refuse("V-60", "held-again-in-person");
  if (!sitting && sealed && rollOn(state, motion, at) < SEALED_LEAST)
    return refuse("V-61", "too-few-to-hide", { least: SEALED_LEAST });
  if (modesAllowed(state, motion, sitting, roll, at).includes(mode)) return ok(true);
  const secret = mustBeSecret(state, motion, roll, at);
  return secret && mode !== "paper" && mode !== "count" && mode !== "mixed"
    ? refuse(secret, "must-be-secret", { mode })
    : refuse("V-22", "another-form", { mode });
}
