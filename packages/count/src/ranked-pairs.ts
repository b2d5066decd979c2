/**
 * Ranked pairs (T. N. Tideman, "Independence of clones as a criterion for voting rules", Social
 * Choice and Welfare 4, 1987). Majorities are locked in from the largest margin down, except those
 * that would close a circle. Equal margins: the more winning votes first, then the declared order of
 * the winner, then of the loser reversed (a fixed order of ties, as Zavist and Tideman 1989 need one).
 */
import { type Context, electFromTotals, type Outcome } from "./context.ts";
import { pairwise, spread } from "./pairwise.ts";
import type { Stage, Tie } from "./result.ts";
import { TieSettler } from "./ties.ts";

/** Counts by ranked pairs. For several places the order's first ones are taken. */
export function countRankedPairs(ctx: Context): Outcome {
  const pairs = pairwise(ctx);
  const { size: n, matrix } = pairs;
  const settle = new TieSettler(ctx.tieBreak);
  const winning = ctx.options.strength === "winning";
  const wins: { a: number; b: number; won: number; lost: number; size: number }[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const won = matrix[a * n + b]!;
      const lost = matrix[b * n + a]!;
      if (won > lost) wins.push({ a, b, won, lost, size: winning ? won : won - lost });
    }
  }
  const place = (c: number): number => settle.place(ctx.standing[c]!);
  const second = (x: { won: number; lost: number }): number => (winning ? -x.lost : x.won);
  const level = (x: (typeof wins)[number], y: (typeof wins)[number]): boolean =>
    x.size === y.size && second(x) === second(y);
  wins.sort((x, y) => y.size - x.size || second(y) - second(x) || place(x.a) - place(y.a) || place(y.b) - place(x.b));
  const stages: Stage[] = [{ number: 1, kind: "pairwise", matrix: spread(ctx, matrix), elected: [], excluded: [] }];
  const above = new Uint8Array(n * n); // above[a*n+b]: a stands over b by locked pairs
  let before = above.slice(); // as it stood before the present group of equal pairs
  const ties: Tie[] = [];
  wins.forEach((w, i) => {
    if (i === 0 || !level(wins[i - 1]!, w)) before = above.slice();
    const locked = above[w.b * n + w.a] === 0;
    const stage = stages.length + 1;
    const [subject, other] = [ctx.standing[w.a]!, ctx.standing[w.b]!];
    stages.push({
      number: stage,
      kind: "lock",
      subject,
      other,
      figure: String(w.won),
      against: String(w.lost),
      locked,
      elected: [],
      excluded: [],
    });
    // Refused only because of a pair just as strong: here the order of ties decided.
    if (!locked && before[w.b * n + w.a] === 0) {
      ties.push({ stage, about: "pair", tied: [subject, other], chosen: other, by: ctx.tieBreak.otherwise });
    }
    if (locked) lock(above, n, w.a, w.b);
  });
  const rank = new Int32Array(ctx.profile.candidates.length);
  // Fewer above is better; within the locked order that is a linear extension.
  for (let c = 0; c < n; c++) {
    let over = 0;
    for (let a = 0; a < n; a++) over += above[a * n + c]!;
    rank[ctx.standing[c]!] = -over;
  }
  const chosen = electFromTotals(ctx, stages, (a, b) => rank[a]! - rank[b]!);
  return {
    elected: chosen.elected,
    ties: [...ties, ...chosen.ties],
    stages,
    trace: pairs.trace,
    treatment: pairs.treatment,
    papers: pairs.papers,
    ...(ctx.seats > 1 ? { remarks: ["single-winner-rule-for-several"] as const } : {}),
  };
}

function lock(above: Uint8Array, n: number, a: number, b: number): void {
  for (let x = 0; x < n; x++) {
    if (x !== a && above[x * n + a] === 0) continue;
    for (let y = 0; y < n; y++) if (y === b || above[b * n + y] === 1) above[x * n + y] = 1;
  }
}
