/**
 * Two rules on the same papers: whether they elect the same, the first step at which they part, and
 * for everyone whom only one of them elects what the papers say of them side by side.
 */
import { countProfile, type CountOptions } from "./count.ts";
import { GAP, type Profile, SAME } from "./profile.ts";
import type { CountResult, RuleId } from "./result.ts";

/** A step that a rule took: somebody elected or excluded at a stage. */
export interface Step {
  readonly stage: number;
  readonly done: "elected" | "excluded";
  readonly candidate: number;
}

/** What the papers say of x (elected by the first rule only) and y (by the second only). */
export interface PairFacts {
  readonly x: number;
  readonly y: number;
  /** Papers that put x before y; unmarked counts as after marked. */
  readonly xOverY: number;
  readonly yOverX: number;
  readonly firstX: number;
  readonly firstY: number;
  readonly markedX: number;
  readonly markedY: number;
}

/** The comparison. */
export interface Comparison {
  readonly a: CountResult;
  readonly b: CountResult;
  /** "same" winners in the same order, the same in another "order", or they "differ". */
  readonly agreement: "same" | "order" | "differ";
  /** The first step that isn't the same; absent where every step is. */
  readonly parting?: { readonly a: Step; readonly b: Step };
  readonly pairs: readonly PairFacts[];
}

/** Counts by both rules and compares. Throws as `countProfile` does. */
export function compareRules(profile: Profile, ruleA: RuleId, ruleB: RuleId, options: CountOptions = {}): Comparison {
  const a = countProfile(profile, ruleA, options);
  const b = countProfile(profile, ruleB, options);
  const onlyA = a.winners.filter((c) => !b.winners.includes(c));
  const onlyB = b.winners.filter((c) => !a.winners.includes(c));
  const same = a.winners.length === b.winners.length && a.winners.every((c, i) => c === b.winners[i]);
  const agreement = same ? "same" : onlyA.length === 0 && onlyB.length === 0 ? "order" : "differ";
  const [stepsA, stepsB] = [steps(a), steps(b)];
  const at = stepsA.findIndex((s, i) => stepsB[i]?.done !== s.done || stepsB[i]?.candidate !== s.candidate);
  const parting = agreement !== "same" && at >= 0 && stepsB[at] ? { a: stepsA[at]!, b: stepsB[at] } : undefined;
  const pairs = onlyA.flatMap((x) => onlyB.map((y) => pairFacts(profile, x, y)));
  return { a, b, agreement, ...(parting ? { parting } : {}), pairs };
}

/** Everything that changed somebody's standing, in order. */
function steps(result: CountResult): Step[] {
  return result.stages.flatMap((s) => [
    ...s.excluded.map((candidate): Step => ({ stage: s.number, done: "excluded", candidate })),
    ...s.elected.map((candidate): Step => ({ stage: s.number, done: "elected", candidate })),
  ]);
}

function pairFacts(profile: Profile, x: number, y: number): PairFacts {
  const { weights, offsets, marks } = profile.papers;
  let [xOverY, yOverX, firstX, firstY, markedX, markedY] = [0, 0, 0, 0, 0, 0];
  for (let p = 0; p < weights.length; p++) {
    const w = weights[p]!;
    let rank = 0;
    let [rx, ry] = [0, 0];
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const mark = marks[i]!;
      if (mark === GAP || !(mark & SAME)) rank++;
      if (mark === GAP) continue;
      const c = mark & ~SAME;
      if (c === x) rx = rank;
      if (c === y) ry = rank;
    }
    if (rx > 0) markedX += w;
    if (ry > 0) markedY += w;
    if (rx === 1) firstX += w;
    if (ry === 1) firstY += w;
    if (rx > 0 && (ry === 0 || rx < ry)) xOverY += w;
    if (ry > 0 && (rx === 0 || ry < rx)) yOverX += w;
  }
  return { x, y, xOverY, yOverX, firstX, firstY, markedX, markedY };
}
