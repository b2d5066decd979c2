/** Who was recalled from a seat of an election, and what ends a seat of it that they are given once more (O-14). */
import type { ActId, MemberId } from "@nabat/kernel";
import { firstInForce, type InForceFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import type { Vote } from "../votes/part.ts";
import type { Office } from "./part.ts";

/**
 * Was a seat of this election that this person held ended by the signatures of more than half (O-14)? Then nothing that is
 * voted on this election gives them one: not what was put to all, not what is held again, not a run-off.
 */
export function wasRecalled(state: State, election: ActId, holder: MemberId): boolean {
  const of = state.elections.offices.filter((o) => o.id === election && o.holder === holder);
  return of.some((o) => o.ends?.some((e) => bySignatures(state, e)));
}

function bySignatures(state: State, { by }: InForceFrom): boolean {
  return state.binding.decisions.get(by)?.way === "signed";
}

/**
 * What ends the seat that a vote gives this person, who held one of the same election before (O-14): what more than half
 * signed, whatever vote it is; what a meeting decided, where the election was put to all, for that decision wasn't.
 */
export function endsOfSeat(
  state: State,
  vote: Pick<Vote, "again">,
  { office, holder }: { readonly office: ActId; readonly holder: MemberId },
): Pick<Office, "ends" | "ended"> {
  const before = state.elections.offices.findLast((o) => o.id === office && o.holder === holder);
  const ends = (before?.ends ?? []).filter((e) => vote.again !== undefined || bySignatures(state, e));
  const first = firstInForce(ends);
  return first ? { ends, ended: first } : {};
}
