/**
 * The two arithmetics of transfer counts behind one interface: whole multiples of 10^-k, every
 * quotient cut off (as statutes say), and exact fractions.
 */
import { add, compare, div, type Fraction, fraction, fractionText, mul, sub, ZERO } from "./fraction.ts";

/** What a transfer count needs of numbers. */
export interface Arithmetic<V> {
  readonly zero: V;
  readonly one: V;
  whole(n: number): V;
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  /** v taken n times. */
  times(v: V, n: number): V;
  compare(a: V, b: V): number;
  /** value × part ÷ whole, rounded as the arithmetic says. */
  share(value: V, part: V, whole: V): V;
  text(v: V): string;
}

/** Exact fractions. */
export const exactArithmetic: Arithmetic<Fraction> = {
  zero: ZERO,
  one: fraction(1),
  whole: (n) => fraction(n),
  add,
  sub,
  times: (v, n) => mul(v, fraction(n)),
  compare,
  share: (value, part, whole) => div(mul(value, part), whole),
  text: fractionText,
};

/**
 * Decimals with `places` places held as safe integers; every product and quotient is cut off, never
 * rounded up. Throws `RangeError` where a sum leaves the safe integers (over 9·10^15 units).
 */
export function decimalArithmetic(places: number): Arithmetic<number> {
  const scale = 10 ** places;
  const safe = (n: number): number => {
    if (!Number.isSafeInteger(n)) throw new RangeError("count too large for its decimals");
    return n;
  };
  return {
    zero: 0,
    one: scale,
    whole: (n) => safe(n * scale),
    add: (a, b) => safe(a + b),
    sub: (a, b) => a - b,
    times: (v, n) => safe(v * n),
    compare: (a, b) => a - b,
    share: (value, part, whole) => mulDivFloor(value, part, whole),
    text: (v) => scaledText(v, places),
  };
}

/** ⌊a × b ÷ c⌋ for non-negative safe integers, exactly. */
export function mulDivFloor(a: number, b: number, c: number): number {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** A whole number of 10^-places as a decimal text, e.g. 1234567 with 5 places: "12.34567". */
export function scaledText(v: number, places: number): string {
  if (places === 0) return String(v);
  const digits = String(Math.abs(v)).padStart(places + 1, "0");
  return `${v < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
