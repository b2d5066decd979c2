/**
 * The arithmetic of a result (V-35, V-38, V-39): integers only. `taking-part` (opposed, yet taking
 * part) counts as against, and keeps its own figure.
 */
import type { Majority, Quorum } from "../statutes/acts.ts";
import type { Counts } from "./acts.ts";
import type { Outcome, Vote } from "./part.ts";

/** Positions and spoilt papers in a count. */
export function sum(counts: Counts): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}

/** The figure of one key. */
export function figureOf(counts: Counts, key: string): number {
  return counts[key] ?? 0;
}

/** What an outcome is computed from. */
export interface Figures {
  readonly counts: Counts;
  /** Who was there: the headcount at the vote, or on devices the positions taken. */
  readonly present: number;
  /** Who was entitled. */
  readonly whole: number;
}

/** Every number a page needs to say why a motion was carried or not. */
export interface Reckoning {
  readonly for: number;
  /** Against, with those who are opposed yet taking part. */
  readonly notFor: number;
  readonly abstain: number;
  readonly takingPart: number;
  readonly invalid: number;
  readonly present: number;
  readonly whole: number;
  /** Present who took none of the positions (hands and paper). */
  readonly silent: number;
  /** What the majority is reckoned of. */
  readonly base: number;
  /** Least number of votes for that carries; more than `base` where none could. */
  readonly needed: number;
  /** Least number present that the quorum asks for. */
  readonly quorum: number;
  readonly outcome: Outcome;
}

/**
 * Computes an outcome under a majority and a quorum (V-38, V-39). `inTerms`: so many of those present make no part of the
 * roll, since tellers cast for them while it is open whose their keys are (K-12).
 */
export function reckon(
  { counts, present, whole }: Figures,
  majority: Majority,
  quorum: Quorum,
  inTerms = 0,
): Reckoning {
  const yes = figureOf(counts, "for");
  const takingPart = figureOf(counts, "taking-part");
  const notFor = figureOf(counts, "against") + takingPart;
  const base = majority.of === "cast" ? yes + notFor : majority.of === "present" ? present : whole;
  const share = majority.num * base;
  const least = majority.strict ? Math.floor(share / majority.den) + 1 : Math.ceil(share / majority.den);
  // Nothing is carried by nobody, whatever the share of nothing is.
  const needed = Math.max(1, least);
  const needPresent = Math.ceil((quorum.num * whole) / quorum.den);
  const evenSplit = yes === notFor && majority.of === "cast" && 2 * majority.num === majority.den;
  const outcome: Outcome =
    present - inTerms < needPresent ? "no-quorum" : yes >= needed ? "carried" : evenSplit ? "tied" : "lost";
  return {
    for: yes,
    notFor,
    abstain: figureOf(counts, "abstain"),
    takingPart,
    invalid: figureOf(counts, "invalid"),
    present,
    whole,
    silent: Math.max(0, present - sum(counts)),
    base,
    needed,
    quorum: needPresent,
    outcome,
  };
}

/**
 * The same for a vote that more than one majority must be met in (S-37): the one that asks for most says
 * how it came out.
 */
export function reckonVote(vote: Pick<Vote, "majority" | "also" | "quorum" | "through">, figures: Figures): Reckoning {
  return [vote.majority, ...(vote.also ?? [])]
    .map((majority) => reckon(figures, majority, vote.quorum, vote.through?.size ?? 0))
    .reduce((a, b) => (b.needed > a.needed ? b : a));
}

/**
 * How near to the other side a count is: votes for beyond those against. Where tellers differ and the
 * outcome is the same, the count that speaks least for the outcome is declared (V-35).
 */
export function leastFavourable<T extends Figures>(figures: readonly T[], outcome: Outcome): T | undefined {
  const margin = (f: Figures): number => {
    const m = figureOf(f.counts, "for") - figureOf(f.counts, "against") - figureOf(f.counts, "taking-part");
    return outcome === "carried" ? m : -m;
  };
  const order = (a: T, b: T): number => margin(a) - margin(b) || a.present - b.present || (text(a) < text(b) ? -1 : 1);
  return [...figures].sort(order)[0];
}

function text(f: Figures): string {
  return Object.keys(f.counts)
    .sort()
    .map((k) => `${k}:${f.counts[k]}`)
    .join();
}
