/**
 * Who took part in a vote, for whatever part of the roll a rule asks (V-38): quorum, half of the roll for rules, doors and
 * contests (S-38, M-27, M-30), and how long a decision waits (B-8, B-9). The one place where it is reckoned.
 */
import type { Vote } from "./part.ts";
import { sum } from "./outcome.ts";

/**
 * Positions that tellers entered for people whose keys or card were in their terms (K-12). They are votes, and make no
 * part of the roll: else two tellers who bring in keys for whoever isn't there make a night meeting half of all.
 */
export function castInTerms(vote: Pick<Vote, "through">): number {
  return vote.through?.size ?? 0;
}

/** How many took part in a vote that was declared: those who gave a position or a paper, by the declared counts, less those cast in terms. Nought before it was. */
export function tookPart(vote: Pick<Vote, "result" | "election" | "castCount" | "through">): number {
  const { result } = vote;
  if (!result) return 0;
  const given = vote.election === undefined ? sum(result.counts) : (result.present ?? vote.castCount);
  return Math.max(0, given - castInTerms(vote));
}
