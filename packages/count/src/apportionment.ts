/**
 * Apportionment: seats in whole numbers from votes or members. Largest remainder with the Hare quota
 * (votes ÷ seats, exact) or the Droop quota (⌊votes ÷ (seats + 1)⌋ + 1); highest averages by D'Hondt
 * (divisors 1, 2, 3 …) and Sainte-Laguë (1, 3, 5 …); and so many seats per N members, with the
 * remainder rule stated. Everything is exact; ties go by the declared order and are shown.
 */

/** How seats are shared out. */
export type ApportionmentMethod = "hare" | "droop" | "dhondt" | "sainte-lague";

/** One step: a whole quota, the next remainder, or the next highest average. */
export interface ApportionmentStep {
  readonly kind: "quota" | "remainder" | "average";
  readonly party: number;
  readonly seats: number;
  /** Exact: "n/d". For a quota the votes over the quota; for a remainder what is left; for an average votes over divisor. */
  readonly figure: string;
}

/** Seats for each, in the order given, and how they came about. */
export interface Apportionment {
  readonly method: ApportionmentMethod;
  readonly seats: readonly number[];
  readonly quota?: string;
  readonly steps: readonly ApportionmentStep[];
  /** Those level for the last seats; the declared order decided. */
  readonly ties: readonly { readonly tied: readonly number[]; readonly chosen: readonly number[] }[];
}

/**
 * Shares `seats` by `votes` (whole numbers from 0). Throws `RangeError` on other numbers and where nobody has a vote.
 */
export function apportion(votes: readonly number[], seats: number, method: ApportionmentMethod): Apportionment {
  if (!Number.isSafeInteger(seats) || seats < 0) throw new RangeError("seats must be a whole number");
  if (votes.some((v) => !Number.isSafeInteger(v) || v < 0)) throw new RangeError("votes must be whole numbers");
  const total = votes.reduce((a, b) => a + b, 0);
  if (total === 0) throw new RangeError("nobody has a vote");
  return method === "hare" || method === "droop"
    ? byRemainder(votes, seats, method, total)
    : byAverages(votes, seats, method);
}

function byRemainder(votes: readonly number[], seats: number, method: "hare" | "droop", total: number): Apportionment {
  // Quota = top/bottom; everything is compared in units of 1/bottom.
  const top = method === "hare" ? BigInt(total) : BigInt(Math.floor(total / (seats + 1)) + 1);
  const bottom = method === "hare" ? BigInt(Math.max(1, seats)) : 1n;
  const steps: ApportionmentStep[] = [];
  const given = votes.map((v, party) => {
    const whole = seats === 0 ? 0 : Number((BigInt(v) * bottom) / top);
    if (whole > 0) steps.push({ kind: "quota", party, seats: whole, figure: `${BigInt(v) * bottom}/${top}` });
    return whole;
  });
  const rest = votes.map((v, i) => BigInt(v) * bottom - BigInt(given[i]!) * top);
  let left = seats - given.reduce((a, b) => a + b, 0);
  const order = votes.map((_, i) => i).sort((a, b) => (rest[a]! > rest[b]! ? -1 : rest[a]! < rest[b]! ? 1 : a - b));
  const ties = [];
  const cut = left % votes.length;
  if (cut > 0 && rest[order[cut - 1]!] === rest[order[cut]!]) {
    const tied = order.filter((i) => rest[i] === rest[order[cut]!]);
    ties.push({ tied, chosen: tied.filter((i) => order.indexOf(i) < cut) });
  }
  for (let k = 0; left > 0; k++, left--) {
    const party = order[k % order.length]!;
    given[party] = given[party]! + 1;
    steps.push({ kind: "remainder", party, seats: 1, figure: `${rest[party]}/${bottom}` });
  }
  return { method, seats: given, quota: bottom === 1n ? String(top) : `${top}/${bottom}`, steps, ties };
}

function byAverages(votes: readonly number[], seats: number, method: "dhondt" | "sainte-lague"): Apportionment {
  const given = votes.map(() => 0);
  const steps: ApportionmentStep[] = [];
  const ties: { tied: number[]; chosen: number[] }[] = [];
  const divisor = (n: number): bigint => BigInt(method === "dhondt" ? n + 1 : 2 * n + 1);
  const above = (a: number, b: number): number => {
    const d = BigInt(votes[a]!) * divisor(given[b]!) - BigInt(votes[b]!) * divisor(given[a]!);
    return d > 0n ? 1 : d < 0n ? -1 : 0;
  };
  for (let k = 0; k < seats; k++) {
    const best = votes.reduce((a, _, b) => (above(b, a) > 0 ? b : a), 0);
    const level = votes.flatMap((_, b) => (above(b, best) === 0 ? [b] : []));
    // A tie matters only where there aren't seats enough for all who are level.
    if (level.length > seats - k) ties.push({ tied: level, chosen: level.slice(0, seats - k) });
    steps.push({ kind: "average", party: best, seats: 1, figure: `${votes[best]}/${divisor(given[best]!)}` });
    given[best] = given[best]! + 1;
  }
  return { method, seats: given, steps, ties: ties.slice(0, 1) };
}

/** What becomes of a part of N members: lost, a seat from one half on, or a seat for any part. */
export type RemainderRule = "down" | "half-up" | "up";

/** So many seats per N members, at least and at most so many each; every figure is stated. */
export interface PerMembers {
  readonly seats: readonly number[];
  readonly remainders: readonly number[];
  readonly rule: {
    readonly per: number;
    readonly remainder: RemainderRule;
    readonly min: number;
    readonly max: number;
  };
}

/** One seat per `per` members of each body. Throws `RangeError` on numbers that aren't whole. */
export function seatsPerMembers(
  members: readonly number[],
  per: number,
  remainder: RemainderRule,
  limits: { min?: number; max?: number } = {},
): PerMembers {
  if (!Number.isSafeInteger(per) || per < 1 || members.some((m) => !Number.isSafeInteger(m) || m < 0))
    throw new RangeError("members must be whole numbers");
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = limits;
  const remainders = members.map((m) => m % per);
  const seats = members.map((m, i) => {
    const r = remainders[i]!;
    const extra = r > 0 && (remainder === "up" || (remainder === "half-up" && 2 * r >= per)) ? 1 : 0;
    return Math.min(max, Math.max(m > 0 ? min : 0, Math.floor(m / per) + extra));
  });
  return { seats, remainders, rule: { per, remainder, min, max } };
}
