/**
 * Counts of marks: plurality, approval, block vote with a limit. Each paper's usable marks are found
 * once per pattern; totals are whole numbers.
 */
import { type Context, electFromTotals, type Outcome } from "./context.ts";
import { TreatmentCounter } from "./preferences.ts";
import { paperAt } from "./profile.ts";
import type { Stage, TraceStep } from "./result.ts";

/** The marks that a paper gives, or why it gives none. */
type Marks =
  | { readonly kind: "marks"; readonly list: readonly number[]; readonly cut?: boolean }
  | { readonly kind: "blank" }
  | { readonly kind: "spoilt" };

/** Reads pattern `p` as an approval set: every marked candidate who stands. */
export function approvals(ctx: Context, p: number): number[] {
  const list: number[] = [];
  for (const rank of paperAt(ctx.profile.papers, p).ranks)
    for (const c of rank) if (!ctx.profile.candidates[c]!.withdrawn) list.push(c);
  return list;
}

/** Plurality: the one first preference. For several seats this is the single non-transferable vote. */
export function countPlurality(ctx: Context): Outcome {
  return countMarks(
    ctx,
    (ranks) => {
      const first = ranks.find((r) => r.length > 0);
      if (!first) return { kind: "blank" };
      return first.length > 1 ? { kind: "spoilt" } : { kind: "marks", list: first };
    },
    "spoilt-no-first",
  );
}

/** Approval: one vote for every marked candidate. */
export function countApproval(ctx: Context): Outcome {
  return countMarks(ctx, (ranks) => {
    const list = ranks.flat();
    return list.length === 0 ? { kind: "blank" } : { kind: "marks", list };
  });
}

/**
 * Block vote: up to `limit` marks (by default as many as seats). An unordered set beyond the limit
 * spoils the paper; of a ranked paper the first `limit` preferences are read.
 */
export function countBlock(ctx: Context): Outcome {
  const limit = ctx.options.limit ?? ctx.seats;
  return countMarks(
    ctx,
    (ranks) => {
      const list: number[] = [];
      let cut = false;
      for (const rank of ranks) {
        if (list.length === limit && rank.length > 0) cut = true;
        if (list.length + rank.length > limit) {
          if (list.length === 0) return { kind: "spoilt" };
          cut = true;
          break;
        }
        list.push(...rank);
      }
      if (list.length === 0) return { kind: "blank" };
      return { kind: "marks", list, cut };
    },
    "overvote-spoilt",
  );
}

function countMarks(
  ctx: Context,
  read: (ranks: readonly (readonly number[])[]) => Marks,
  spoiltAs?: "spoilt-no-first" | "overvote-spoilt",
): Outcome {
  const { profile } = ctx;
  const totals = new Float64Array(profile.candidates.length);
  const notes = new TreatmentCounter();
  notes.note("blank-set-aside", 0);
  if (spoiltAs) notes.note(spoiltAs, 0);
  let [total, valid, blank, spoilt] = [0, 0, 0, 0];
  const trace: TraceStep[] = [];
  const anyOut = profile.candidates.some((c) => c.withdrawn);
  for (let p = 0; p < profile.papers.weights.length; p++) {
    const w = profile.papers.weights[p]!;
    const all = paperAt(profile.papers, p).ranks;
    const ranks = anyOut ? all.map((r) => r.filter((c) => !profile.candidates[c]!.withdrawn)) : all;
    if (anyOut && ranks.some((r, i) => r.length !== all[i]!.length)) notes.note("withdrawn-passed-over", w);
    const marks = read(ranks);
    total += w;
    if (p === ctx.trace && marks.kind !== "marks") trace.push({ stage: 1, kind: marks.kind });
    if (marks.kind === "blank") {
      blank += w;
      notes.note("blank-set-aside", w);
      continue;
    }
    if (marks.kind === "spoilt") {
      spoilt += w;
      notes.note(spoiltAs!, w);
      continue;
    }
    valid += w;
    if (marks.cut) notes.note("ranks-cut", w);
    if (!spoiltAs && ranks.length > 1) notes.note("ranks-as-marks", w);
    for (const c of marks.list) totals[c]! += w;
    if (p === ctx.trace)
      for (const c of marks.list) trace.push({ stage: 1, kind: "counts-for", candidate: c, amount: "1" });
  }
  const stages: Stage[] = [
    {
      number: 1,
      kind: "tally",
      votes: Array.from(totals, (v, c) => (ctx.standing.includes(c) ? String(v) : "")),
      elected: [],
      excluded: [],
    },
  ];
  const { elected, ties } = electFromTotals(ctx, stages, (a, b) => totals[a]! - totals[b]!);
  return { elected, ties, stages, trace, treatment: notes.list(), papers: { total, valid, blank, spoilt } };
}
