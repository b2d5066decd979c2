/** Which votes are sealed on devices and so counted with lists of numbers, and who must have counted (V-34, V-56, V-57, V-63). */
import type { MemberId } from "@nabat/kernel";
import type { TellerTally, Vote } from "./part.ts";

/** The part of a mixed vote that was cast on devices and is sealed to tellers. */
export const DEVICES = "devices";

/** Are lists of numbers published with the count of this vote: are positions sealed on devices, all of them or those from outside (V-56, V-63)? */
export function listed(vote: Pick<Vote, "mode" | "devices">): boolean {
  return vote.mode === "count" || (vote.mode === "mixed" && vote.devices === "count");
}

/** Is it decided by lists alone: are the positions sealed and cast outside a sitting (V-57)? */
export function byLists(vote: Pick<Vote, "mode" | "sitting">): boolean {
  return vote.mode === "count" && vote.sitting === undefined;
}

/** The counts that lists were published with: those of the sealed positions. */
export function listTallies(vote: Pick<Vote, "mode" | "tallies" | "parts">): ReadonlyMap<MemberId, TellerTally> {
  return vote.mode === "mixed" ? (vote.parts?.get(DEVICES) ?? new Map()) : vote.tallies;
}

/**
 * How many of those who count must have, for a result: more than half of them, and never fewer than two (V-34); by
 * lists alone one (V-57).
 */
export function tellersNeeded(
  vote: Partial<Pick<Vote, "mode" | "sitting">> & { readonly tellers: readonly MemberId[] },
): number {
  if (vote.mode === "count" && vote.sitting === undefined) return 1;
  return Math.max(2, Math.floor(vote.tellers.length / 2) + 1);
}
