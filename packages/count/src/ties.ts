/**
 * Settling ties. First the rule's own way (for the Scottish rules: the most recent stage at which
 * the tied were unequal, rules 49 and 51), then one declared order: the order on the paper, or one
 * drawn by lot from a seed that anyone can check. Every tie stands in the result.
 */
import { toHex, utf8, type Sha256 } from "@nabat/kernel";
import type { Profile } from "./profile.ts";
import type { Tie, TieBreak } from "./result.ts";

/** How a count may be told to settle ties: by the order on the paper (default), or by a lot's seed. */
export interface TieOptions {
  /** Seed of the lot, e.g. the outcome of `drawLot`; needs `sha256`. */
  readonly lotSeed?: string;
  readonly sha256?: Sha256;
  /** An order that the body declared beforehand, best first; all candidates. */
  readonly order?: readonly number[];
}

/**
 * The order drawn by lot: candidates sorted by SHA-256 of `seed LF index LF name`, smallest first.
 * Anyone who has the seed can draw it again.
 */
export function lotOrder(names: readonly string[], seed: string, sha256: Sha256): number[] {
  const keys = names.map((name, i) => toHex(sha256(utf8(`${seed}\n${i}\n${name}`))));
  return names.map((_, i) => i).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}

/** The tie-break that a count will use. Throws `RangeError` where a seed comes without `sha256` or an order isn't whole. */
export function tieBreakOf(profile: Profile, options: TieOptions, first: TieBreak["first"]): TieBreak {
  const n = profile.candidates.length;
  if (options.lotSeed !== undefined) {
    if (!options.sha256) throw new RangeError("a lot needs sha256");
    const order = lotOrder(
      profile.candidates.map((c) => c.name),
      options.lotSeed,
      options.sha256,
    );
    return { first, otherwise: "lot", order, seed: options.lotSeed };
  }
  const order = options.order ?? profile.tieOrder ?? Array.from({ length: n }, (_, i) => i);
  if (order.length !== n || new Set(order).size !== n || order.some((c) => !(c >= 0 && c < n))) {
    throw new RangeError("a tie order must name every candidate once");
  }
  return { first, otherwise: "declared-order", order };
}

/** Settles ties for one count and remembers them. */
export class TieSettler {
  readonly ties: Tie[] = [];
  readonly #place: number[];
  readonly #by: "declared-order" | "lot";

  constructor(tieBreak: TieBreak) {
    this.#place = [];
    tieBreak.order.forEach((c, i) => (this.#place[c] = i));
    this.#by = tieBreak.otherwise;
  }

  /** The candidate's place in the declared order, 0 the best. */
  place(candidate: number): number {
    return this.#place[candidate]!;
  }

  /**
   * The preferred (or, with `worst`, the least preferred) of the tied. `earlier` gives their standing at
   * stages from the latest back to the first (larger is better); the first that parts them decides.
   */
  pick(
    stage: number,
    about: Tie["about"],
    tied: readonly number[],
    worst: boolean,
    earlier: readonly { readonly stage: number; readonly compare: (a: number, b: number) => number }[] = [],
  ): number {
    if (tied.length === 1) return tied[0]!;
    let left = [...tied];
    for (const e of earlier) {
      const best = left.reduce((a, b) => ((worst ? e.compare(b, a) < 0 : e.compare(b, a) > 0) ? b : a));
      left = left.filter((c) => e.compare(c, best) === 0);
      if (left.length === 1) {
        this.ties.push({ stage, about, tied: [...tied], chosen: left[0]!, by: "earlier-stage", atStage: e.stage });
        return left[0]!;
      }
    }
    const chosen = left.reduce((a, b) => (this.place(b) < this.place(a) !== worst ? b : a));
    this.ties.push({ stage, about, tied: [...tied], chosen, by: this.#by });
    return chosen;
  }

  /** Sorts best first by `compare` (positive: a is better); ties by the declared order, each noted once. */
  sort(
    stage: number,
    about: Tie["about"],
    list: readonly number[],
    compare: (a: number, b: number) => number,
  ): number[] {
    const sorted = [...list].sort((a, b) => compare(b, a) || this.place(a) - this.place(b));
    for (let i = 0; i < sorted.length;) {
      let j = i + 1;
      while (j < sorted.length && compare(sorted[i]!, sorted[j]!) === 0) j++;
      if (j - i > 1)
        this.ties.push({
          stage,
          about,
          tied: sorted.slice(i, j).sort((a, b) => a - b),
          chosen: sorted[i]!,
          by: this.#by,
        });
      i = j;
    }
    return sorted;
  }
}
