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

/**
 * A majority value: the middle grade, then the grades taken away after it, two by two, as runs of
 * equal pairs. Where the papers are even in number the last pair is half (its second is −1).
 */
export interface MajorityValue {
  readonly middle: number;
  readonly pairs: readonly (readonly [first: number, second: number, times: number])[];
}

/**
 * The majority value of an option: its middle grades in the order in which they are taken away.
 * `counts[g]` papers gave grade g (0 is best). With `upper` the better of two middles counts. The
 * hole grows by turns towards the worse and the better grades, so work goes by runs and not by papers.
 */
export function majorityValue(counts: readonly number[], upper = false): MajorityValue | undefined {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return undefined;
  // Positions count from the best grade, 0.
  const at = upper ? Math.ceil(total / 2) - 1 : Math.floor(total / 2);
  const runs = counts.flatMap((n, grade) => (n > 0 ? [{ grade, n }] : []));
  const before: { grade: number; n: number }[] = [];
  const after: { grade: number; n: number }[] = [];
  let seen = 0;
  let middle = 0;
  for (const { grade, n } of runs) {
    const better = Math.min(n, Math.max(0, at - seen));
    if (better > 0) before.push({ grade, n: better });
    if (better < n && at - seen >= 0 && at - seen < n) middle = grade;
    const worse = n - better - (at >= seen && at < seen + n ? 1 : 0);
    if (worse > 0) after.push({ grade, n: worse });
    seen += n;
  }
  before.reverse();
  // The rest's middle stands on the side that holds more; where both hold as many, on the worse (or better) one.
  const worseFirst = upper ? total - 1 - at > at : total - 1 - at >= at;
  const [first, second] = worseFirst ? [after, before] : [before, after];
  const pairs: [number, number, number][] = [];
  let [i, j] = [0, 0];
  while (i < first.length) {
    const [x, y] = [first[i]!, second[j]];
    const times = y ? Math.min(x.n, y.n) : 1;
    pairs.push([x.grade, y?.grade ?? -1, times]);
    x.n -= times;
    if (x.n === 0) i++;
    if (y && (y.n -= times) === 0) j++;
  }
  return { middle, pairs };
}

/** Positive where `a` is the better majority value; both of as many papers. */
export function compareValues(a: MajorityValue | undefined, b: MajorityValue | undefined): number {
  if (!a || !b) return 0;
  if (a.middle !== b.middle) return b.middle - a.middle;
  let [i, j, usedA, usedB] = [0, 0, 0, 0];
  while (i < a.pairs.length && j < b.pairs.length) {
    const [x, y] = [a.pairs[i]!, b.pairs[j]!];
    if (x[0] !== y[0]) return y[0] - x[0];
    if (x[1] !== y[1]) return y[1] - x[1];
    const step = Math.min(x[2] - usedA, y[2] - usedB);
    usedA += step;
    usedB += step;
    if (usedA === x[2]) [i, usedA] = [i + 1, 0];
    if (usedB === y[2]) [j, usedB] = [j + 1, 0];
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
    let hasOut = false;
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const mark = marks[i]!;
      if (mark === GAP || !(mark & SAME)) rank++;
      if (mark === GAP) continue;
      const c = mark & ~SAME;
      if (!standing.has(c)) {
        hasOut = true;
        continue;
      }
      given[c] = Math.min(rank, grades - 1);
      marked++;
    }
    if (hasOut) notes.note("withdrawn-passed-over", w);
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
        standing.has(c) && v ? (profile.gradeNames?.[v.middle] ?? String(v.middle + 1)) : "",
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
