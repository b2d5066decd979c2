/** What is set aside once a vote of an election is held again (V-60), or was put to all and somebody else elected (B-11). */
import type { MemberId, Millis } from "@nabat/kernel";
import { markDoubt } from "../binding/doubt.ts";
import type { State } from "../engine/state.ts";
import type { Vote } from "../votes/part.ts";
import { electedSurely, roundOf, toHoldAgain, votesOn } from "./again.ts";
import { moveOffices } from "./ending.ts";
import type { Election } from "./part.ts";

/** The vote whose count fell and all that followed from it are set aside, where one is held again: for the vote called now (V-60). */
export function holdAgain(state: State, election: Election, at: Millis): void {
  const fell = toHoldAgain(state, election, at);
  if (!fell) return;
  const keep = electedSurely(state, fell);
  setBack(state, election, fell, keep);
  const kept = state.elections.offices.filter((o) => o.result === fell.result?.id && keep.includes(o.holder));
  // Who is sure of it holds it from now on at the latest, though it was put to all: what is decided anew doesn't touch it.
  for (const office of kept) office.since = Math.min(office.since, at);
  const [first] = kept;
  const decision = first && state.binding.decisions.get(fell.again ?? first.result);
  if (!decision) return;
  decision.from = first.since;
  markDoubt(decision, undefined, at);
}

/** An election stands as it did when this vote was called: whom it and later ones elected hold nothing by that, but for `keep`. */
export function setBack(state: State, election: Election, vote: Vote, keep: readonly MemberId[] = []): void {
  const first = firstOf(state, vote);
  const round = roundOf(election, vote, keep);
  for (const v of votesOn(state, election)) {
    if (v.index < first.index) continue;
    if (v !== vote && v !== first && v.again !== first.result?.id) v.aside = true;
    const { result } = v;
    if (!result) continue;
    moveOffices(state, result.id, undefined, v === vote ? keep : []);
    const gone = (result.elected ?? []).filter((m) => !keep.includes(m));
    election.elected = election.elected.filter((m) => !gone.includes(m));
    const decision = state.binding.decisions.get(result.id);
    if (decision) delete decision.from;
  }
  Object.assign(election, round);
  delete election.result;
}

/** Of a vote on what was put to all, the one that decided it before (B-10). */
function firstOf(state: State, vote: Vote): Vote {
  const by = vote.again === undefined ? undefined : state.binding.decisions.get(vote.again)?.vote;
  return (by === undefined ? undefined : state.votes.votes.get(by)) ?? vote;
}
