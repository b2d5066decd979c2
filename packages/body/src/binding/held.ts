/** All votes that were held on something, those on what was put to all with them (B-10). */
import type { ActId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Vote } from "../votes/part.ts";

/** Votes on a motion or an election, oldest first; `votes`: its own. */
export function heldOn(state: State, on: ActId, votes: readonly ActId[]): ActId[] {
  const again = [...state.binding.decisions.values()].flatMap((d) => (d.on === on ? d.again : []));
  return again.length === 0 ? [...votes] : [...votes, ...again].sort((a, b) => indexOf(state, a) - indexOf(state, b));
}

/** The last vote that was held on something, or the last before this one (V-57). */
export function lastHeldOn(
  state: State,
  on: { readonly id: ActId; readonly votes: readonly ActId[] },
  before?: ActId,
): ActId | undefined {
  return heldOn(state, on.id, on.votes).findLast((id) => id !== before);
}

function indexOf(state: State, vote: ActId): number {
  return state.votes.votes.get(vote)?.index ?? 0;
}

/** Did those present decide by it, in a sitting or a hall on paper? */
export function decidedPresent(vote: Vote): boolean {
  const there = vote.sitting !== undefined || vote.paper === true;
  return there && vote.result !== undefined && vote.result.outcome !== "no-quorum";
}
