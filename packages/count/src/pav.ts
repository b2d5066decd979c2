/**
 * Sequential proportional approval voting (T. N. Thiele, "Om Flerfoldsvalg", 1895): a paper that has
 * already helped to elect j candidates weighs 1/(j + 1) for the next. Exact fractions.
 */
import { approvalSets, amountText } from "./approval-sets.ts";
import type { Context, Outcome } from "./context.ts";
import { fraction, gcd } from "./fraction.ts";
import { allowed, tally } from "./phragmen.ts";
import type { Stage, TraceStep } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Counts by sequential PAV. */
export function countPav(ctx: Context): Outcome {
  const sets = approvalSets(ctx);
  const settle = new TieSettler(ctx.tieBreak);
  const seats = Math.min(ctx.seats, ctx.standing.length);
  // All weights 1 … 1/seats over one denominator, so that scores are whole numbers.
  let unit = 1n;
  for (let j = 2n; j <= BigInt(seats); j++) unit = (unit * j) / gcd(unit, j);
  const helped = new Int32Array(sets.weights.length);
  const counts = sets.supporters.map((list) => {
    const row = new Float64Array(seats + 1);
    for (const p of list) row[0]! += sets.weights[p]!;
    return row;
  });
  const elected: number[] = [];
  const stages: Stage[] = [tally(ctx, sets.support)];
  const trace: TraceStep[] = [];
  const score = (c: number): bigint => {
    let sum = 0n;
    for (let j = 0; j < seats; j++) if (counts[c]![j]! > 0) sum += (BigInt(counts[c]![j]!) * unit) / BigInt(j + 1);
    return sum;
  };
  while (elected.length < seats && !elected.includes(ctx.reopen)) {
    const open = allowed(ctx, elected);
    if (open.length === 0) break;
    const all = ctx.profile.candidates.map((_, c) => (open.includes(c) ? score(c) : -1n));
    const best = open.reduce((a, b) => (all[b]! > all[a]! ? b : a));
    const stage = stages.length + 1;
    const chosen = settle.pick(
      stage,
      "elect",
      open.filter((c) => all[c] === all[best]),
      false,
    );
    for (const p of sets.supporters[chosen]!) {
      const j = helped[p]!;
      for (const d of sets.sets[p]!) {
        counts[d]![j]! -= sets.weights[p]!;
        counts[d]![j + 1]! += sets.weights[p]!;
      }
      helped[p] = j + 1;
      if (p === sets.traced)
        trace.push({
          stage,
          kind: "weighs",
          candidate: chosen,
          amount: amountText(fraction(1, j + 1)),
          rest: amountText(fraction(1, j + 2)),
        });
    }
    elected.push(chosen);
    stages.push({
      number: stage,
      kind: "select",
      subject: chosen,
      elected: [chosen],
      excluded: [],
      figure: amountText(fraction(all[chosen]!, unit)),
      votes: all.map((v) => (v < 0n ? "" : amountText(fraction(v, unit)))),
    });
  }
  return { elected, stages, ties: settle.ties, trace, treatment: sets.treatment, papers: sets.papers };
}
