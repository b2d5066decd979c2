/** Figures of a vote: what was truly given, what colluders would rather see, and what comes out of either. */
import type { Counts } from "@nabat/body/votes/acts.ts";
import { reckonElection } from "@nabat/body/elections/reckon.ts";
import { reckon, sum } from "@nabat/body/votes/outcome.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import type { Choice } from "./truth.ts";
import type { World } from "./world.ts";

/** The figures of these choices, as a teller states them. */
export function countsOf(vote: Vote, choices: Iterable<Choice>): Record<string, number> {
  const out: Record<string, number> = {};
  if (vote.election === undefined) for (const key of ["for", "against", "abstain", "taking-part"]) out[key] = 0;
  else for (const key of [...(vote.ballot ?? []).map((c) => c.key), "none", "blank"]) out[key] = 0;
  for (const choice of choices) {
    if (typeof choice === "string") out[choice] = (out[choice] ?? 0) + 1;
    else if (choice.length === 0) out["blank"] = (out["blank"] ?? 0) + 1;
    else for (const key of choice) out[key] = (out[key] ?? 0) + 1;
  }
  return out;
}

/** What these figures come to: `carried`, `lost` …, for an election also who is elected. */
export function outcomeOf(vote: Vote, counts: Counts, present: number): string {
  const figures = { counts, present, whole: vote.whole };
  if (vote.election === undefined) return reckon(figures, vote.majority, vote.quorum).outcome;
  const { outcome, elected } = reckonElection(vote, figures, vote.quorum);
  return [outcome, ...elected].join();
}

/** Does this outcome please the colluders? */
export function pleases(world: World, vote: Vote, counts: Counts, present: number): boolean {
  const outcome = outcomeOf(vote, counts, present);
  if (vote.election !== undefined) {
    const elected = (vote.ballot ?? []).filter((c) => outcome.includes(c.member));
    return elected.some((c) => world.person(c.member)?.colludes);
  }
  const wanted = world.truth.matters.get(vote.motion)?.colludersFor ?? false;
  return outcome === "no-quorum" || (outcome === "carried") === wanted;
}

/** The figures that colluders state instead: the same number of positions, the other way round. */
export function falseCounts(world: World, vote: Vote, counts: Counts): Record<string, number> {
  if (vote.election === undefined) return { ...counts, for: counts["against"] ?? 0, against: counts["for"] ?? 0 };
  const ballot = vote.ballot ?? [];
  const most = (own: boolean): string | undefined =>
    ballot
      .filter((c) => (world.person(c.member)?.colludes ?? false) === own)
      .sort((a, b) => (counts[b.key] ?? 0) - (counts[a.key] ?? 0))[0]?.key;
  const mine = most(true);
  const theirs = most(false);
  if (mine === undefined || theirs === undefined || (counts[mine] ?? 0) >= (counts[theirs] ?? 0)) return { ...counts };
  return { ...counts, [mine]: counts[theirs] ?? 0, [theirs]: counts[mine] ?? 0 };
}

/** The figures of a true count whose sum is that of the choices. */
export function total(counts: Counts): number {
  return sum(counts);
}
