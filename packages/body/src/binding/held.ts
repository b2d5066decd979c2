/** All votes that were held on something, those on what was put to all with them (B-10). */
import type { ActId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";

/** Votes on a motion or an election, oldest first; `votes`: its own. */
export function heldOn(state: State, on: ActId, votes: readonly ActId[]): ActId[] {
  const again = [...state.binding.decisions.values()].flatMap((d) => (d.on === on ? d.again : []));
  return again.length === 0 ? [...votes] : [...votes, ...again].sort((a, b) => indexOf(state, a) - indexOf(state, b));
}

function indexOf(state: State, vote: ActId): number {
  return state.votes.votes.get(vote)?.index ?? 0;
}
