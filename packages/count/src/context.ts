/** What every rule is handed, and what it hands back to count.ts. */
import type { GroupRules } from "./groups.ts";
import { takeWithin } from "./groups.ts";
import type { Profile } from "./profile.ts";
import type { CountResult, Remark, Stage, Tie, TieBreak, TraceStep, Treatment } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Options that some rules read; each is named in the result. */
export interface RuleOptions {
  /** Block: how many marks a paper may bear; by default as many as seats. */
  readonly limit?: number;
  /** Schulze, ranked pairs: unranked options stand last (default) or aren't compared. */
  readonly unranked?: "last" | "unknown";
  /** Schulze: "winning" votes (default); ranked pairs: "margins" (default). */
  readonly strength?: "winning" | "margins";
  /** Majority judgment, even number of papers: the lower of the two middle grades (default) or the upper. */
  readonly middle?: "lower" | "upper";
  /** Majority judgment: an unmarked option gets the worst grade (default), or the paper isn't valid. */
  readonly unmarked?: "worst" | "spoil";
  /** Weighted Inclusive Gregory: exact fractions (default) or decimals cut off. */
  readonly decimals?: number;
  /** Weighted Inclusive Gregory: elect all who have the quota at once (default), or the highest alone. */
  readonly electing?: "all" | "highest";
  /** Weighted Inclusive Gregory with fractions: quota valid ÷ (seats + 1) (default), or the next whole number above it. */
  readonly quota?: "exact" | "whole";
  /** Equal shares: what follows when nobody can pay any more. Seats: "phragmen" (default); money: "greedy" (default). */
  readonly completion?: "phragmen" | "greedy" | "none";
  /** Equal shares with money: a voter's gain is the cost of what they approve (default) or one each. */
  readonly utility?: "cost" | "count";
}

/** Everything a rule reads. */
export interface Context {
  readonly profile: Profile;
  readonly seats: number;
  /** Candidates who stand (not withdrawn). */
  readonly standing: readonly number[];
  readonly tieBreak: TieBreak;
  readonly groups: GroupRules;
  readonly reopen: number;
  readonly options: RuleOptions;
  readonly trace: number | undefined;
}

/** Everything a rule finds. */
export interface Outcome {
  readonly elected: readonly number[];
  readonly stages: readonly Stage[];
  readonly ties: readonly Tie[];
  readonly trace: readonly TraceStep[];
  readonly treatment: readonly Treatment[];
  readonly papers: CountResult["papers"];
  readonly quota?: string;
  readonly remarks?: readonly Remark[];
}

/**
 * Takes the winners from totals: sorts, settles ties for the places that matter, passes over whom the
 * groups' quotas bar, and writes the "order" stage.
 */
export function electFromTotals(
  ctx: Context,
  stages: Stage[],
  compare: (a: number, b: number) => number,
  eligible: readonly number[] = ctx.standing,
): { elected: number[]; ties: Tie[] } {
  const settle = new TieSettler(ctx.tieBreak);
  const number = stages.length + 1;
  const sorted = settle.sort(number, "order", eligible, compare);
  const { taken, barred } = takeWithin(ctx.groups, sorted, ctx.seats);
  const order: number[][] = [];
  for (const c of sorted) {
    const last = order.at(-1);
    if (last && compare(last[0]!, c) === 0) last.push(c);
    else order.push([c]);
  }
  // Ties below the last seat decide nothing and aren't noted.
  const last = sorted.indexOf(taken.at(-1) ?? sorted[0]!);
  const ties = settle.ties.filter((t) => sorted.indexOf(t.chosen) <= last);
  stages.push({ number, kind: "order", order, elected: taken, excluded: barred });
  return { elected: taken, ties };
}
