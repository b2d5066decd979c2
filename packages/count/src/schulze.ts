/**
 * The Schulze method (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011). A wins
 * over B where the strongest path from A to B is stronger than any from B to A. Strength of a link:
 * winning votes, and of equal ones the fewer losing votes (or margins, where asked).
 */
import { type Context, electFromTotals, type Outcome } from "./context.ts";
import { pairwise, spread } from "./pairwise.ts";
import type { Stage } from "./result.ts";

/** Counts by Schulze. For several places the order's first ones are taken; the result says so. */
export function countSchulze(ctx: Context): Outcome {
  const pairs = pairwise(ctx);
  const { size: n, matrix } = pairs;
  const margins = ctx.options.strength === "margins";
  // Links sorted from the weakest; a link's strength is its class there, from 1, and 0 is no win.
  const links: { readonly at: number; readonly won: number; readonly lost: number; readonly size: number }[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const won = matrix[a * n + b]!;
      const lost = matrix[b * n + a]!;
      if (a !== b && won > lost) links.push({ at: a * n + b, won, lost, size: margins ? won - lost : won });
    }
  }
  links.sort((x, y) => x.size - y.size || (margins ? 0 : y.lost - x.lost));
  const strength = new Float64Array(n * n);
  const classes: { readonly size: number; readonly lost: number }[] = [{ size: 0, lost: 0 }];
  for (const link of links) {
    const last = classes.at(-1)!;
    if (classes.length === 1 || link.size !== last.size || (!margins && link.lost !== last.lost))
      classes.push({ size: link.size, lost: margins ? 0 : link.lost });
    strength[link.at] = classes.length - 1;
  }
  for (let k = 0; k < n; k++) {
    for (let a = 0; a < n; a++) {
      const ak = strength[a * n + k]!;
      if (ak === 0 || a === k) continue;
      for (let b = 0; b < n; b++) {
        if (b === a) continue;
        const through = Math.min(ak, strength[k * n + b]!);
        if (through > strength[a * n + b]!) strength[a * n + b] = through;
      }
    }
  }
  const winning = strength.map((s) => classes[s]!.size);
  const losing = strength.map((s) => classes[s]!.lost);
  const level = new Int32Array(ctx.profile.candidates.length);
  const order = places(n, strength);
  order.forEach((list, place) => list.forEach((c) => (level[ctx.standing[c]!] = -place)));
  const stages: Stage[] = [
    { number: 1, kind: "pairwise", matrix: spread(ctx, matrix), elected: [], excluded: [] },
    {
      number: 2,
      kind: "paths",
      matrix: spread(ctx, winning),
      opposing: spread(ctx, losing),
      elected: [],
      excluded: [],
    },
  ];
  const { elected, ties } = electFromTotals(ctx, stages, (a, b) => level[a]! - level[b]!);
  return {
    elected,
    ties,
    stages,
    trace: pairs.trace,
    treatment: pairs.treatment,
    papers: pairs.papers,
    ...(ctx.seats > 1 ? { remarks: ["single-winner-rule-for-several"] as const } : {}),
  };
}

/** The order in places: first those whom nobody beats by paths, then those of the rest, and so on. */
function places(n: number, strength: Float64Array): number[][] {
  const left = new Set(Array.from({ length: n }, (_, i) => i));
  const out: number[][] = [];
  while (left.size > 0) {
    const best = [...left].filter((a) => [...left].every((b) => strength[b * n + a]! <= strength[a * n + b]!));
    out.push(best);
    for (const c of best) left.delete(c);
  }
  return out;
}
