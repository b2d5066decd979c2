/**
 * A broken history cut to its shortest: moves of the plan and days of the calendar are taken out as long as the same
 * invariant still breaks (delta debugging, Zeller 1999), then its end is brought nearer.
 */
import type { Break, Invariant } from "./breaks.ts";
import type { Day } from "./calendar.ts";
import { play } from "./history.ts";
import type { Rules } from "./house.ts";
import { judgeOne } from "./judge.ts";
import type { Gene, Plan } from "./plan.ts";

/** Does this plan, played, break that invariant? */
export function breakIn(plan: Plan, rules: Rules, invariant: Invariant): Break | undefined {
  return judgeOne(play(plan, rules), invariant)[0];
}

type Piece = { readonly gene: Gene } | { readonly day: Day };

function withPieces(plan: Plan, pieces: readonly Piece[]): Plan {
  return {
    ...plan,
    genes: pieces.flatMap((p) => ("gene" in p ? [p.gene] : [])),
    days: pieces.flatMap((p) => ("day" in p ? [p.day] : [])),
  };
}

/** The smallest part of `pieces` that `still` holds of, as far as taking out one run of them after the other finds it. */
function least<T>(pieces: readonly T[], still: (part: readonly T[]) => boolean): readonly T[] {
  let kept = pieces;
  let size = Math.ceil(kept.length / 2);
  while (size >= 1 && kept.length > 0) {
    let shrunk = false;
    for (let from = 0; from < kept.length; from += size) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (!still(rest)) continue;
      kept = rest;
      shrunk = true;
      from -= size;
    }
    if (size === 1 && !shrunk) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return kept;
}

/** Cuts a plan that breaks `invariant`; gives it back as it is where it doesn't break. `most`: histories played at most. */
export function cut(plan: Plan, rules: Rules, invariant: Invariant, most = 400): Plan {
  let played = 0;
  const still = (tried: Plan): boolean => played++ < most && breakIn(tried, rules, invariant) !== undefined;
  if (!still(plan)) return plan;
  const pieces: Piece[] = [...plan.genes.map((gene) => ({ gene })), ...plan.days.map((day) => ({ day }))];
  let shortest = withPieces(
    plan,
    least(pieces, (part) => still(withPieces(plan, part))),
  );
  for (let weeks = 1; weeks < shortest.weeks; weeks++) {
    const nearer = { ...shortest, weeks };
    if (!still(nearer)) continue;
    shortest = nearer;
    break;
  }
  return shortest;
}
