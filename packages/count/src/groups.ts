/**
 * Quotas for groups, where a body's rules ask for them: at least `min` and at most `max` of the
 * seats for candidates of a group. The rule of counting stays as it is; before each step those are
 * *barred* whose election would make the quotas impossible, and those are *kept* whose loss would.
 */
import type { Profile } from "./profile.ts";

/** A group's quota. */
export interface GroupQuota {
  readonly group: string;
  readonly min?: number;
  readonly max?: number;
}

/** Answers whether a choice can still be completed within the quotas. */
export class GroupRules {
  readonly #quotas: readonly Required<GroupQuota>[];
  readonly #sign: string[];
  readonly #seats: number;

  constructor(profile: Profile, quotas: readonly GroupQuota[], seats: number) {
    this.#quotas = quotas.map((q) => ({ group: q.group, min: q.min ?? 0, max: q.max ?? seats }));
    this.#seats = seats;
    this.#sign = profile.candidates.map((c) =>
      this.#quotas.map((q) => (c.groups?.includes(q.group) ? "1" : "0")).join(""),
    );
  }

  get active(): boolean {
    return this.#quotas.length > 0;
  }

  /** True if `elected` can be filled up to all seats from `open` with every quota kept. */
  feasible(elected: readonly number[], open: readonly number[]): boolean {
    const left = this.#seats - elected.length;
    if (left < 0) return false;
    const counts = this.#quotas.map((_, q) => elected.filter((c) => this.#sign[c]![q] === "1").length);
    if (this.#quotas.some((q, i) => counts[i]! > q.max)) return false;
    const kinds = new Map<string, number>();
    for (const c of open) kinds.set(this.#sign[c]!, (kinds.get(this.#sign[c]!) ?? 0) + 1);
    return this.#fill([...kinds], 0, left, counts);
  }

  /** Those of `open` who can't be elected any more. */
  barred(elected: readonly number[], open: readonly number[]): number[] {
    return open.filter(
      (c) =>
        !this.feasible(
          [...elected, c],
          open.filter((d) => d !== c),
        ),
    );
  }

  /** Those of `open` who can't be excluded. */
  kept(elected: readonly number[], open: readonly number[]): number[] {
    return open.filter(
      (c) =>
        !this.feasible(
          elected,
          open.filter((d) => d !== c),
        ),
    );
  }

  // Candidates with the same groups are alike, so only how many of each kind are taken matters.
  #fill(kinds: readonly (readonly [string, number])[], at: number, left: number, counts: readonly number[]): boolean {
    if (left === 0 || at === kinds.length) {
      return left === 0 && this.#quotas.every((q, i) => counts[i]! >= q.min && counts[i]! <= q.max);
    }
    const [sign, available] = kinds[at]!;
    for (let take = Math.min(left, available); take >= 0; take--) {
      const next = counts.map((n, q) => (sign[q] === "1" ? n + take : n));
      if (this.#quotas.some((q, i) => next[i]! > q.max)) continue;
      if (this.#fill(kinds, at + 1, left - take, next)) return true;
    }
    return false;
  }
}

/**
 * Takes from an order, best first, as many as there are seats, passing over whoever would make the
 * quotas impossible. Returns fewer where the quotas can't be met at all.
 */
export function takeWithin(
  rules: GroupRules,
  order: readonly number[],
  seats: number,
): { taken: number[]; barred: number[] } {
  const taken: number[] = [];
  const barred: number[] = [];
  const open = [...order];
  while (taken.length < seats && open.length > 0) {
    const c = open.shift()!;
    if (!rules.active || rules.feasible([...taken, c], open)) taken.push(c);
    else barred.push(c);
  }
  return { taken, barred };
}
