/**
 * Majority judgment (Balinski and Laraki, "Majority Judgment", 2010; "A theory of measuring,
 * electing and ranking", PNAS 2007). An option's majority grade is its middle grade, of two middle
 * grades the lower; level options are parted by taking one majority grade away from each and
 * looking again (the majority value).
 */
import { type Context, electFromTotals, type Outcome } from "./context.ts";
import { TreatmentCounter } from "./preferences.ts";
import { GAP, SAME } from "./profile.ts";
import type { Stage, TraceStep } from "./result.ts";

/** A run of equal grades in a majority value. */
type Run = readonly [grade: number, length: number];

/**
 * The majority value of an option: its middle grades in the order in which they are taken away, as
 * runs. `counts[g]` papers gave grade g (0 is best). With `upper` the better of two middles counts.
 */
export function majorityValue(counts: readonly number[], upper = false): Run[] {
  const total = counts.reduce((a, b) => a + b, 0);
  const runs: [number, number][] = [];
  if (total === 0) return [];
  // Positions count from the best grade, 0; lo..hi are the grades already taken away.
  const ends: number[] = [];
  counts.reduce((sum, n) => (ends.push(sum + n), sum + n), 0);
  const middle = (left: number): number => (upper ? Math.ceil(left / 2) - 1 : Math.floor(left / 2));
  const push = (g: number): void => {
    const last = runs.at(-1);
    if (last && last[0] === g) last[1]++;
    else runs.push([g, 1]);
  };
  let lo = middle(total);
  let hi = lo;
  let gLo = ends.findIndex((end) => end > lo);
  let gHi = gLo;
  push(gLo);
  for (let left = total - 1; left > 0; left--) {
    // The rest is lo better grades and the worse ones after hi; its middle stands next to the hole.
    if (middle(left) >= lo) {
      hi++;
      while (ends[gHi]! <= hi) gHi++;
      push(gHi);
    } else {
      lo--;
      while (gLo > 0 && ends[gLo - 1]! > lo) gLo--;
      push(gLo);
    }
  }
  return runs;
}

/** Positive where `a` is the better majority value. Values of different length are compared as far as both go. */
export function compareValues(a: readonly Run[], b: readonly Run[]): number {
  let [i, j, usedA, usedB] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]![0] !== b[j]![0]) return b[j]![0] - a[i]![0];
    const step = Math.min(a[i]![1] - usedA, b[j]![1] - usedB);
    usedA += step;
    usedB += step;
    if (usedA === a[i]![1]) [i, usedA] = [i + 1, 0];
    if (usedB === b[j]![1]) [j, usedB] = [j + 1, 0];
  }
  return 0;
}

/** Counts by majority judgment; ranks are taken as grades where the papers hold no grades. */
export function countMajorityJudgment(ctx: Context): Outcome {
  const { profile } = ctx;
  const { weights, offsets, marks } = profile.papers;
  const n = profile.candidates.length;
  const graded = profile.form === "graded";
  const grades = graded ? profile.grades! : Math.max(2, highestRank(marks, offsets) + 1);
  const spoilPartial = ctx.options.unmarked === "spoil";
  const table = Array.from({ length: n }, () => new Array<number>(grades).fill(0));
  const notes = new TreatmentCounter();
  notes.note("blank-set-aside", 0);
  notes.note(spoilPartial ? "partial-spoilt" : "unmarked-worst", 0);
  const standing = new Set(ctx.standing);
  const trace: TraceStep[] = [];
  const given = new Int32Array(n);
  let [total, valid, blank, spoilt] = [0, 0, 0, 0];
  for (let p = 0; p < weights.length; p++) {
    const w = weights[p]!;
    total += w;
    given.fill(-1);
    let rank = -1;
    let marked = 0;
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const mark = marks[i]!;
      if (mark === GAP || !(mark & SAME)) rank++;
      if (mark === GAP) continue;
      const c = mark & ~SAME;
      if (!standing.has(c)) continue;
      given[c] = Math.min(rank, grades - 1);
      marked++;
    }
    if (marked === 0) {
      blank += w;
      notes.note("blank-set-aside", w);
      if (p === ctx.trace) trace.push({ stage: 1, kind: "blank" });
      continue;
    }
    if (marked < standing.size) notes.note(spoilPartial ? "partial-spoilt" : "unmarked-worst", w);
    if (marked < standing.size && spoilPartial) {
      spoilt += w;
      if (p === ctx.trace) trace.push({ stage: 1, kind: "spoilt" });
      continue;
    }
    valid += w;
    if (!graded) notes.note("ranks-as-grades", w);
    for (const c of standing) {
      const g = given[c]! < 0 ? grades - 1 : given[c]!;
      table[c]![g]! += w;
      if (p === ctx.trace)
        trace.push({ stage: 1, kind: "grades", candidate: c, amount: profile.gradeNames?.[g] ?? String(g + 1) });
    }
  }
  const values = table.map((row) => majorityValue(row, ctx.options.middle === "upper"));
  const stages: Stage[] = [
    {
      number: 1,
      kind: "grades",
      matrix: table,
      votes: values.map((v, c) =>
        standing.has(c) && v[0] ? (profile.gradeNames?.[v[0][0]] ?? String(v[0][0] + 1)) : "",
      ),
      elected: [],
      excluded: [],
    },
  ];
  const { elected, ties } = electFromTotals(ctx, stages, (a, b) => compareValues(values[a]!, values[b]!));
  return { elected, ties, stages, trace, treatment: notes.list(), papers: { total, valid, blank, spoilt } };
}

function highestRank(marks: Uint16Array, offsets: Uint32Array): number {
  let highest = 0;
  for (let p = 0; p + 1 < offsets.length; p++) {
    let ranks = 0;
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) if (marks[i] === GAP || !(marks[i]! & SAME)) ranks++;
    if (ranks > highest) highest = ranks;
  }
  return highest;
}
