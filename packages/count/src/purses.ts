/**
 * The purses of the method of equal shares: everyone starts with the same money, kept exactly as
 * whole numbers over one common denominator that grows when a price needs it. Doubles beside them
 * give bounds of every price, wide enough for their own errors, and so choose whom to look at exactly.
 */
import { type Fraction, fraction, gcd } from "./fraction.ts";

/** What each supporter pays at most: price/parts of the common unit. */
export interface Offer {
  readonly price: bigint;
  readonly parts: bigint;
}

/** Money of groups of voters who marked alike. */
export class Purses {
  readonly #weights: readonly number[];
  readonly #money: bigint[];
  readonly #near: Float64Array;
  /** A double of a purse is wrong by less than this, after some thousand payments. */
  readonly #error: number;
  #unit: bigint;

  /** Shares `budget` equally among all voters (the sum of the weights). */
  constructor(weights: readonly number[], budget: number) {
    this.#weights = weights;
    const voters = weights.reduce((a, b) => a + b, 0);
    this.#unit = BigInt(voters);
    this.#money = weights.map(() => BigInt(budget));
    this.#near = new Float64Array(weights.length).fill(budget / voters);
    this.#error = (budget / voters) * 1e-12;
  }

  /** One voter's money of group p. */
  money(p: number): Fraction {
    return fraction(this.#money[p]!, this.#unit);
  }

  /** All money left. */
  rest(): Fraction {
    let sum = 0n;
    this.#money.forEach((m, p) => (sum += m * BigInt(this.#weights[p]!)));
    return fraction(sum, this.#unit);
  }

  /** An offer's price per supporter. */
  priceOf(offer: Offer): Fraction {
    return fraction(offer.price, offer.parts * this.#unit);
  }

  /** Bounds of the highest payment per supporter, or undefined where they surely can't pay `cost`. */
  near(supporters: readonly number[], cost: number): readonly [low: number, high: number] | undefined {
    let sum = 0;
    let all = 0;
    for (const p of supporters) {
      sum += this.#near[p]! * this.#weights[p]!;
      all += this.#weights[p]!;
    }
    if (sum + all * this.#error < cost * (1 - 1e-9)) return undefined;
    const sorted = Float64Array.from(supporters, (p) => this.#near[p]!);
    const index = Array.from(supporters.keys()).sort((a, b) => sorted[a]! - sorted[b]!);
    // The payment falls by (who pays all they have ÷ who pays it) for each unit that purses hold more.
    const between = (payment: number, payers: number): readonly [number, number] => {
      const error = 2 * this.#error * (all / payers + 1) + payment * 1e-9;
      return [payment - error, payment + error];
    };
    let left = cost;
    let voters = all;
    for (const i of index) {
      const m = sorted[i]!;
      if (m * voters >= left) return between(left / voters, voters);
      left -= m * this.#weights[supporters[i]!]!;
      voters -= this.#weights[supporters[i]!]!;
    }
    const richest = index.at(-1)!;
    return between(sorted[richest]!, this.#weights[supporters[richest]!]!);
  }

  /** The exact offer: the smallest highest payment with which the supporters raise `cost`; undefined where they can't. */
  offer(supporters: readonly number[], cost: number): Offer | undefined {
    let left = BigInt(cost) * this.#unit;
    let voters = 0n;
    let sum = 0n;
    for (const p of supporters) {
      voters += BigInt(this.#weights[p]!);
      sum += this.#money[p]! * BigInt(this.#weights[p]!);
    }
    if (sum < left) return undefined;
    const sorted = [...supporters].sort((a, b) => {
      const [x, y] = [this.#money[a]!, this.#money[b]!];
      return x < y ? -1 : x > y ? 1 : 0;
    });
    for (const p of sorted) {
      const m = this.#money[p]!;
      if (m * voters >= left) return { price: left, parts: voters };
      const w = BigInt(this.#weights[p]!);
      left -= m * w;
      voters -= w;
    }
    throw new Error("equal shares: affordable but not paid");
  }

  /** Takes an offer's payments from the supporters. */
  pay(supporters: readonly number[], offer: Offer): void {
    const price = this.#grow(offer);
    const near = quotient(price, this.#unit);
    for (const p of supporters) {
      const m = this.#money[p]!;
      if (m <= price) {
        this.#money[p] = 0n;
        this.#near[p] = 0;
      } else {
        this.#money[p] = m - price;
        this.#near[p] = Math.max(0, this.#near[p]! - near);
      }
    }
  }

  /** For the completion by Phragmén: what every voter must be given so that the supporters could raise `cost`. */
  missing(supporters: readonly number[], cost: number): Offer | undefined {
    let voters = 0n;
    let sum = 0n;
    for (const p of supporters) {
      voters += BigInt(this.#weights[p]!);
      sum += this.#money[p]! * BigInt(this.#weights[p]!);
    }
    return voters === 0n ? undefined : { price: BigInt(cost) * this.#unit - sum, parts: voters };
  }

  /** Gives every voter the offer's amount and empties the supporters' purses. */
  giveAndSpend(supporters: readonly number[], offer: Offer): void {
    const amount = this.#grow(offer);
    for (let p = 0; p < this.#money.length; p++) this.#money[p] = this.#money[p]! + amount;
    for (const p of supporters) this.#money[p] = 0n;
  }

  /** Makes the common denominator fine enough for the offer and returns its price in the new unit. */
  #grow(offer: Offer): bigint {
    const g = gcd(offer.price, offer.parts);
    const factor = offer.parts / g;
    if (factor !== 1n) {
      this.#unit *= factor;
      for (let p = 0; p < this.#money.length; p++) this.#money[p] = this.#money[p]! * factor;
    }
    return offer.price / g;
  }
}

/** n ÷ d as a double, however large or small both are. */
function quotient(n: bigint, d: bigint): number {
  const bits = (x: bigint): number => x.toString(16).length * 4;
  const shift = bits(d) - bits(n) + 64;
  const q = shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift));
  return Number(q) * 2 ** -shift;
}
