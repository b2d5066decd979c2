/**
 * Sequential Phragmén (M. Brill, R. Freeman, S. Janson, M. Lackner, "Phragmén's voting methods and
 * justified representation", AAAI 2017). Each seat brings one unit of load, shared by those who
 * approve its holder; the next seat goes where the heaviest load stays smallest:
 * (1 + sum of the supporters' loads) ÷ number of supporters. Exact fractions.
 */
import { amountText, approvalSets } from "./approval-sets.ts";
import type { Context, Outcome } from "./context.ts";
import { add, compare, div, type Fraction, fraction, mul, ONE, ZERO } from "./fraction.ts";
import type { Stage, TraceStep } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Counts by sequential Phragmén. Who has no approval at all is chosen last, by the tie order. */
export function countPhragmen(ctx: Context): Outcome {
  const sets = approvalSets(ctx);
  const settle = new TieSettler(ctx.tieBreak);
  const seats = Math.min(ctx.seats, ctx.standing.length);
  // loads[r] is the load of everyone whose latest chosen candidate came at round r; 0 before any.
  const loads: Fraction[] = [ZERO];
  const round = new Int32Array(sets.weights.length);
  const counts = sets.supporters.map((list) => {
    const row = new Float64Array(seats + 1);
    for (const p of list) row[0]! += sets.weights[p]!;
    return row;
  });
  const elected: number[] = [];
  const stages: Stage[] = [tally(ctx, sets.support)];
  const trace: TraceStep[] = [];
  if (sets.traced >= 0)
    for (const c of sets.sets[sets.traced]!) trace.push({ stage: 1, kind: "counts-for", candidate: c, amount: "1" });
  const load = (c: number): Fraction | undefined => {
    if (sets.support[c] === 0) return undefined;
    let sum = ONE;
    for (let r = 1; r < loads.length; r++)
      if (counts[c]![r]! > 0) sum = add(sum, mul(loads[r]!, fraction(counts[c]![r]!)));
    return div(sum, fraction(sets.support[c]!));
  };
  for (let t = 1; t <= seats && !elected.includes(ctx.reopen); t++) {
    const open = allowed(ctx, elected);
    if (open.length === 0) break;
    const all = ctx.profile.candidates.map((_, c) => (open.includes(c) ? load(c) : undefined));
    const better = (a: Fraction | undefined, b: Fraction | undefined): number =>
      !a || !b ? (a ? -1 : b ? 1 : 0) : compare(a, b);
    const best = open.reduce((a, b) => (better(all[b], all[a]) < 0 ? b : a));
    const stage = stages.length + 1;
    const chosen = settle.pick(
      stage,
      "elect",
      open.filter((c) => better(all[c], all[best]) === 0),
      false,
    );
    const s = all[chosen];
    loads.push(s ?? ZERO);
    for (const p of sets.supporters[chosen]!) {
      for (const d of sets.sets[p]!) {
        counts[d]![round[p]!]! -= sets.weights[p]!;
        counts[d]![t]! += sets.weights[p]!;
      }
      round[p] = t;
      if (p === sets.traced) trace.push({ stage, kind: "weighs", candidate: chosen, amount: amountText(s!) });
    }
    elected.push(chosen);
    stages.push({
      number: stage,
      kind: "select",
      subject: chosen,
      elected: [chosen],
      excluded: [],
      figure: s ? amountText(s) : "",
      votes: all.map((f) => (f ? amountText(f) : "")),
    });
  }
  return { elected, stages, ties: settle.ties, trace, treatment: sets.treatment, papers: sets.papers };
}

/** The first stage of the sequential rules: how many papers approve each. */
export function tally(ctx: Context, support: readonly number[]): Stage {
  return {
    number: 1,
    kind: "tally",
    votes: support.map((v, c) => (ctx.standing.includes(c) ? String(v) : "")),
    elected: [],
    excluded: [],
  };
}

/** Those who stand, aren't elected yet and aren't barred by a group's quota. */
export function allowed(ctx: Context, elected: readonly number[]): number[] {
  const open = ctx.standing.filter((c) => !elected.includes(c));
  if (!ctx.groups.active) return open;
  const barred = ctx.groups.barred(elected, open);
  return open.filter((c) => !barred.includes(c));
}
