/** Approval sets of the papers, read once, for the proportional approval rules. */
import type { Context, Outcome } from "./context.ts";
import { approvals } from "./marks.ts";
import { TreatmentCounter } from "./preferences.ts";
import { paperAt } from "./profile.ts";
import { decimalText, type Fraction, fractionText } from "./fraction.ts";

/** Patterns with at least one approval, and for each candidate the patterns that approve them. */
export interface ApprovalSets extends Pick<Outcome, "papers" | "treatment"> {
  readonly weights: readonly number[];
  readonly sets: readonly (readonly number[])[];
  readonly supporters: readonly (readonly number[])[];
  /** Papers that approve each candidate. */
  readonly support: readonly number[];
  /** The traced pattern's place here, or −1. */
  readonly traced: number;
}

/** Reads every marked candidate who stands as approved. */
export function approvalSets(ctx: Context): ApprovalSets {
  const { papers } = ctx.profile;
  const n = ctx.profile.candidates.length;
  const weights: number[] = [];
  const sets: number[][] = [];
  const supporters: number[][] = Array.from({ length: n }, () => []);
  const support = new Array<number>(n).fill(0);
  const notes = new TreatmentCounter();
  notes.note("blank-set-aside", 0);
  let [total, valid, blank] = [0, 0, 0];
  let traced = -1;
  for (let p = 0; p < papers.weights.length; p++) {
    const w = papers.weights[p]!;
    total += w;
    const set = approvals(ctx, p);
    const { ranks } = paperAt(papers, p);
    if (ranks.flat().length > set.length) notes.note("withdrawn-passed-over", w);
    if (set.length === 0) {
      blank += w;
      notes.note("blank-set-aside", w);
      continue;
    }
    valid += w;
    if (ranks.length > 1) notes.note("ranks-as-marks", w);
    if (p === ctx.trace) traced = weights.length;
    for (const c of set) {
      supporters[c]!.push(weights.length);
      support[c]! += w;
    }
    weights.push(w);
    sets.push(set);
  }
  return {
    weights,
    sets,
    supporters,
    support,
    traced,
    treatment: notes.list(),
    papers: { total, valid, blank, spoilt: 0 },
  };
}

/** An exact fraction as text; past 40 characters its first 12 decimals, marked "≈". The count itself stays exact. */
export function amountText(f: Fraction): string {
  const text = fractionText(f);
  return text.length <= 40 ? text : `≈${decimalText(f, 12)}`;
}
