/**
 * Bodies of few (V-61, V-62): nothing is sealed there outside a sitting, and at one all count together, so that
 * no one of them can keep the others from a result.
 */
import type { MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rests, roll, rollSize } from "../members/standing.ts";
import type { VoteMode } from "./acts.ts";

/** In a body of fewer, sealed positions hide nobody and few can count (V-61). */
export const SEALED_LEAST = 5;

/** Who counts a vote by hands, on paper, or of hall and devices in a body of few: all who don't rest (V-62); in a larger body nobody by this. */
export function fewTogether(state: State, mode: VoteMode, at: Millis): MemberId[] {
  if (mode === "count" || mode === "name" || rollSize(state, at) >= SEALED_LEAST) return [];
  return roll(state, at)
    .flatMap((m) => (rests(m, at) ? [] : [m.id]))
    .sort();
}
