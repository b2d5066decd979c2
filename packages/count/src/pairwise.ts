/**
 * Each against each: row a, column b of the matrix is the number of papers that put a before b.
 * Equal ranks give no preference. Unranked options stand last, below all ranked ones, or are not
 * compared at all ("unknown"), as the count was told: the choice can change who wins.
 */
import type { Context, Outcome } from "./context.ts";
import { PairCounter } from "./pair-counter.ts";
import { TreatmentCounter } from "./preferences.ts";
import { GAP, SAME } from "./profile.ts";
import type { TraceStep } from "./result.ts";

/** The matrix over the candidates who stand (in the order of `ctx.standing`), with the papers' figures. */
export interface Pairwise extends Pick<Outcome, "papers" | "treatment"> {
  readonly size: number;
  /** size × size, row-major. */
  readonly matrix: Float64Array;
  readonly trace: readonly TraceStep[];
}

/** Compares every pair on every paper. */
export function pairwise(ctx: Context): Pairwise {
  const { weights, offsets, marks } = ctx.profile.papers;
  const size = ctx.standing.length;
  const local = new Int32Array(ctx.profile.candidates.length).fill(-1);
  ctx.standing.forEach((c, i) => (local[c] = i));
  const last = ctx.options.unranked !== "unknown";
  const matrix = new Float64Array(size * size);
  const seen = new Uint8Array(size);
  const list = new Int32Array(size);
  const rankOf = new Int32Array(size);
  const notes = new TreatmentCounter();
  const fast = size >= 16 ? new PairCounter(size, matrix) : undefined;
  let [total, valid, blank, level, gaps, partial, passed] = [0, 0, 0, 0, 0, 0, 0];
  const trace: TraceStep[] = [];
  for (let p = 0; p < weights.length; p++) {
    const w = weights[p]!;
    total += w;
    let count = 0;
    let rank = 0;
    let hasGap = false;
    let hasLevel = false;
    let hasOut = false;
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const mark = marks[i]!;
      if (mark === GAP) {
        hasGap = true;
        continue;
      }
      if (!(mark & SAME)) rank++;
      const c = local[mark & ~SAME]!;
      if (c < 0) {
        hasOut = true;
        continue;
      }
      if (count > 0 && rankOf[count - 1] === rank) hasLevel = true;
      list[count] = c;
      rankOf[count++] = rank;
      seen[c] = 1;
    }
    if (hasOut) passed += w;
    if (count === 0) {
      blank += w;
      if (p === ctx.trace) trace.push({ stage: 1, kind: "blank" });
      continue;
    }
    valid += w;
    if (hasLevel) level += w;
    if (hasGap) gaps += w;
    if (count < size) partial += w;
    if (fast && w <= 4) {
      for (let k = 0; k < w; k++) fast.add(list, rankOf, count, last);
    } else {
      for (let i = 0; i < count; i++) {
        const row = list[i]! * size;
        for (let j = i + 1; j < count; j++) if (rankOf[j]! > rankOf[i]!) matrix[row + list[j]!]! += w;
      }
      if (last && count < size) {
        for (let c = 0; c < size; c++) if (!seen[c]) for (let i = 0; i < count; i++) matrix[list[i]! * size + c]! += w;
      }
    }
    if (p === ctx.trace) {
      for (let a = 0; a + 1 < count; a++) {
        const same = rankOf[a] === rankOf[a + 1];
        trace.push({
          stage: 1,
          kind: same ? "level" : "prefers",
          candidate: ctx.standing[list[a]!]!,
          other: ctx.standing[list[a + 1]!]!,
        });
      }
      if (last && count < size) {
        for (let c = 0; c < size; c++)
          if (!seen[c])
            trace.push({
              stage: 1,
              kind: "prefers",
              candidate: ctx.standing[list[count - 1]!]!,
              other: ctx.standing[c]!,
            });
      }
    }
    for (let i = 0; i < count; i++) seen[list[i]!] = 0;
  }
  fast?.finish();
  notes.note("blank-set-aside", blank);
  notes.note("equal-no-preference", level);
  notes.note(last ? "unranked-last" : "unranked-unknown", partial);
  notes.note("gap-closed", gaps);
  if (size < ctx.profile.candidates.length) notes.note("withdrawn-passed-over", passed);
  return { size, matrix, trace, treatment: notes.list(), papers: { total, valid, blank, spoilt: 0 } };
}

/** Spreads a local matrix over all candidates of the profile (withdrawn ones get zeros), for a stage. */
export function spread(ctx: Context, matrix: ArrayLike<number>): number[][] {
  const n = ctx.profile.candidates.length;
  const out = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const size = ctx.standing.length;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) out[ctx.standing[a]!]![ctx.standing[b]!] = matrix[a * size + b]!;
  return out;
}
