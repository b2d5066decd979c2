/** What the cells of a row mean: ranks, marks, scores or grades, turned into marks by rank. */
import { GAP, SAME } from "./profile.ts";

/** What cells hold. */
export type CsvForm = "ranks" | "marks" | "scores" | "grades";

/** Marks from (candidate, rank) pairs, ranks from 1; skipped ranks stay as gaps. Undefined where a rank is no whole number from 1 to 1000. */
export function rankMarks(pairs: readonly (readonly [candidate: number, rank: number])[]): number[] | undefined {
  if (pairs.some(([, r]) => !Number.isInteger(r) || r < 1 || r > 1000)) return undefined;
  const seen = new Set<number>();
  const sorted = [...pairs].sort((a, b) => a[1] - b[1] || a[0] - b[0]).filter(([c]) => !seen.has(c) && seen.add(c));
  const marks: number[] = [];
  let rank = 0;
  for (const [c, r] of sorted) {
    if (r === rank) marks.push(c | SAME);
    else {
      while (++rank < r) marks.push(GAP);
      marks.push(c);
    }
  }
  return marks;
}

/** Marks from crosses: all in one rank. Empty, 0, "-" and "no" are no mark. */
export function markMarks(cells: readonly string[]): number[] | undefined {
  const list = cells.flatMap((c, i) => (/^(|0|-|no|n|false)$/i.test(c) ? [] : [i]));
  if (cells.some((c) => !/^(|0|-|no|n|false|1|x|y|yes|true|✓|✔|☒|☑)$/i.test(c))) return undefined;
  return list.map((c, i) => (i === 0 ? c : c | SAME));
}

/** Marks from scores 0 … top: the top score is rank 1. An empty cell is unmarked. */
export function scoreMarks(cells: readonly string[], top: number): number[] | undefined {
  const pairs: [number, number][] = [];
  for (const [i, c] of cells.entries()) {
    if (c === "" || c === "-") continue;
    if (!/^\d{1,4}$/.test(c) || Number(c) > top) return undefined;
    pairs.push([i, top - Number(c) + 1]);
  }
  return ranksOf(pairs);
}

/** Marks from grades by name (or by number from 1, the best). */
export function gradeMarks(cells: readonly string[], grades: readonly string[]): number[] | undefined {
  const pairs: [number, number][] = [];
  for (const [i, c] of cells.entries()) {
    if (c === "" || c === "-") continue;
    let g = grades.findIndex((name) => name.toLowerCase() === c.toLowerCase());
    if (g < 0 && /^\d+$/.test(c) && Number(c) >= 1 && Number(c) <= grades.length) g = Number(c) - 1;
    if (g < 0) return undefined;
    pairs.push([i, g + 1]);
  }
  return ranksOf(pairs);
}

// One mark per candidate here, and a score of 0 may stand at rank 1001.
function ranksOf(pairs: readonly [number, number][]): number[] {
  const marks: number[] = [];
  let rank = 0;
  for (const [c, r] of [...pairs].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    if (r === rank) marks.push(c | SAME);
    else {
      while (++rank < r) marks.push(GAP);
      marks.push(c);
    }
  }
  return marks;
}

/** Guesses what cells hold: crosses or only 0 and 1 with some row marking several are marks, all else ranks. */
export function guessForm(rows: readonly (readonly string[])[]): CsvForm {
  const all = rows.flat().filter((c) => c !== "");
  if (all.some((c) => /^(x|✓|✔|☒|☑|yes|y|true)$/i.test(c))) return "marks";
  const binary = all.every((c) => c === "0" || c === "1");
  return binary && (all.includes("0") || rows.some((r) => r.filter((c) => c === "1").length > 1)) ? "marks" : "ranks";
}
