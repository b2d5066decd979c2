/** What a count comes to, of a motion or an election; and which of several counts with one outcome is declared (V-35, V-38, O-9). */
import { type ElectionReckoning, reckonElection } from "../elections/reckon.ts";
import type { Counts } from "./acts.ts";
import { type Figures, figureOf, leastFavourable, type Reckoning, reckonVote } from "./outcome.ts";
import type { Vote } from "./part.ts";

/** What a count comes to. `same`: two counts with one text have one outcome, of an election with whom it elects. */
export interface OutcomeOf {
  readonly reckoning: Reckoning;
  readonly election?: ElectionReckoning;
  readonly same: string;
}

/** What these figures come to. */
export function outcomeOf(vote: Vote, counted: Figures): OutcomeOf {
  // Who rests and comes is awake (M-21): never fewer count than are there.
  const figures = { ...counted, whole: Math.max(counted.whole, counted.present) };
  const reckoning = reckonVote(vote, figures);
  if (vote.election === undefined) return { reckoning, same: reckoning.outcome };
  const election = reckonElection(vote, figures, vote.quorum);
  const same = [election.outcome, ...election.elected, "/", ...election.tied].join();
  return { reckoning: { ...reckoning, outcome: election.outcome }, election, same };
}

/** Of sealed counts, the one that speaks least for the outcome where all have the same (V-35); `undefined`: they haven't, or there is none. */
export function leastOf<T extends { readonly counts: Counts }>(vote: Vote, counted: readonly T[]): T | undefined {
  const figures = counted.map((of) => ({ of, counts: of.counts, present: vote.castCount, whole: vote.whole }));
  const outcomes = figures.map((f) => outcomeOf(vote, f));
  const [first] = outcomes;
  if (!first || outcomes.some((o) => o.same !== first.same)) return undefined;
  return leastFavourable(figures, first.reckoning.outcome)?.of;
}

/** The same figures; an absent one is nought. */
export function sameCounts(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => figureOf(a, k) === figureOf(b, k));
}
