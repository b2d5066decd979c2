/**
 * Score (range) voting: points are added, the highest total wins. A graded paper gives grade 0 (the
 * best) the most points; of a ranked paper with m candidates, rank 1 gives m − 1 points, rank 2 one
 * less, and so on, equal ranks the same points. An unmarked option gets none.
 */
import { type Context, electFromTotals, type Outcome } from "./context.ts";
import { TreatmentCounter } from "./preferences.ts";
import { GAP, SAME } from "./profile.ts";
import type { Stage, TraceStep } from "./result.ts";

/** Counts the points. */
export function countScore(ctx: Context): Outcome {
  const { profile } = ctx;
  const { weights, offsets, marks } = profile.papers;
  const graded = profile.form === "graded";
  const top = graded ? profile.grades! - 1 : profile.form === "marked" ? 1 : profile.candidates.length - 1;
  const totals = new Float64Array(profile.candidates.length);
  const notes = new TreatmentCounter();
  notes.note("blank-set-aside", 0);
  notes.note("unmarked-zero", 0);
  const trace: TraceStep[] = [];
  const standing = new Set(ctx.standing);
  let [total, valid, blank] = [0, 0, 0];
  for (let p = 0; p < weights.length; p++) {
    const w = weights[p]!;
    total += w;
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
      marked++;
      const points = Math.max(0, top - rank);
      totals[c]! += points * w;
      if (p === ctx.trace) trace.push({ stage: 1, kind: "grades", candidate: c, amount: String(points) });
    }
    if (hasOut) notes.note("withdrawn-passed-over", w);
    if (marked === 0) {
      blank += w;
      notes.note("blank-set-aside", w);
      if (p === ctx.trace) trace.push({ stage: 1, kind: "blank" });
      continue;
    }
    valid += w;
    if (!graded) notes.note("ranks-as-points", w);
    if (marked < standing.size) notes.note("unmarked-zero", w);
  }
  if (totals.some((v) => !Number.isSafeInteger(v))) throw new RangeError("too many points");
  const votes = Array.from(totals, (v, c) => (standing.has(c) ? String(v) : ""));
  const stages: Stage[] = [{ number: 1, kind: "tally", votes, elected: [], excluded: [] }];
  const { elected, ties } = electFromTotals(ctx, stages, (a, b) => totals[a]! - totals[b]!);
  return { elected, ties, stages, trace, treatment: notes.list(), papers: { total, valid, blank, spoilt: 0 } };
}
