/**
 * Whether a published list says what its teller counted (V-56): as many lines as positions were cast, and
 * lines that come to the figures. Anybody can look; a list that doesn't hold holds nobody's number (V-58).
 */
import { countPapers } from "../elections/reckon.ts";
import { type Counts, type ListLine, POSITIONS } from "./acts.ts";
import { figureOf } from "./outcome.ts";
import type { Vote } from "./part.ts";

/** What of a vote its lists are held against. */
export type Listed = Pick<Vote, "ballot" | "seats" | "rule" | "castCount">;

/** What the lines come to: the four positions or the papers of an election, and those that are invalid. */
export function figuresOfList(vote: Listed, lines: readonly ListLine[]): Counts {
  if (vote.ballot)
    return countPapers(
      vote,
      lines.map(([, choice]) => choice),
    );
  const counts: Record<string, number> = {};
  for (const [, choice] of lines) {
    const key = POSITIONS.find((p) => p === choice) ?? "invalid";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Do the lines come to these figures, each number once, and as many as were cast? */
export function listHolds(vote: Listed, lines: readonly ListLine[], counts: Counts): boolean {
  if (lines.length !== vote.castCount || new Set(lines.map(([number]) => number)).size !== lines.length) return false;
  const figures = figuresOfList(vote, lines);
  return [...new Set([...Object.keys(figures), ...Object.keys(counts)])].every(
    (k) => figureOf(figures, k) === figureOf(counts, k),
  );
}
