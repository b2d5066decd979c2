/** Exact fractions over bigint, always in lowest terms with a positive denominator. */

/** n/d, in lowest terms, d > 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The greatest common divisor of two non-negative numbers. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The fraction n/d. Throws `RangeError` for d = 0. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let top = BigInt(n);
  let bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError("fraction: zero denominator");
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  if (bottom === 1n) return { n: top, d: bottom };
  const g = gcd(top < 0n ? -top : top, bottom);
  return g === 1n ? { n: top, d: bottom } : { n: top / g, d: bottom / g };
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** a + b */
export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b */
export function sub(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n - b.n, a.d) : fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b */
export function mul(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** a ÷ b. Throws `RangeError` for b = 0. */
export function div(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive, as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const x = a.n * b.d;
  const y = b.n * a.d;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** "7/2", or "3" where it is whole. */
export function fractionText(a: Fraction): string {
  return a.d === 1n ? String(a.n) : `${a.n}/${a.d}`;
}

/** Reads "7/2", "3" or "2.25". Throws `RangeError` on anything else. */
export function parseFraction(text: string): Fraction {
  const m = /^(-?\d+)(?:\/(\d+)|\.(\d+))?$/.exec(text);
  if (!m) throw new RangeError(`not a number: ${text}`);
  if (m[3] !== undefined) {
    const scale = 10n ** BigInt(m[3].length);
    return fraction(BigInt(m[1]! + m[3]), scale);
  }
  return fraction(BigInt(m[1]!), m[2] === undefined ? 1n : BigInt(m[2]));
}

/** The fraction rounded toward zero to `places` decimals, e.g. "3.50". For pages; results keep the exact text. */
export function decimalText(a: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = ((a.n < 0n ? -a.n : a.n) * scale) / a.d;
  const sign = a.n < 0n && scaled !== 0n ? "-" : "";
  if (places === 0) return sign + String(scaled);
  const digits = String(scaled).padStart(places + 1, "0");
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A double near the fraction, for pictures only. */
export function toNumber(a: Fraction): number {
  return Number((a.n << 60n) / a.d) / 2 ** 60;
}
