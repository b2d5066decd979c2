/**
 * The three Gregory settings that have names.
 *
 * - Scottish: The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules
 *   45-52: quota ⌊valid ÷ (seats + 1)⌋ + 1, transfer values to five decimals, remainders ignored.
 * - Exact: the Weighted Inclusive Gregory Method with fractions; quota valid ÷ (seats + 1), elected
 *   is who has *more* than the quota.
 * - Decimal: the reference WIGM rule of the Proportional Representation Foundation: `places`
 *   decimals cut off, quota valid ÷ (seats + 1) cut off, plus one unit of the last place.
 */
import { type Arithmetic, decimalArithmetic, exactArithmetic } from "./arithmetic.ts";
import { type Fraction, fraction } from "./fraction.ts";
import type { GregoryRule } from "./gregory.ts";

/** SSI 2007/42, rules 45-52. */
export const scottishRule: GregoryRule<number> = {
  arithmetic: decimalArithmetic(5),
  quota: (valid, seats) => (Math.floor(valid / (seats + 1)) + 1) * 100_000,
  reached: (votes, quota) => votes >= quota,
  electing: "all",
  emptySurplus: false,
};

/** Exact fractions; "highest" elects one at a time, so that others over the quota still receive. */
export function exactWigm(
  electing: "all" | "highest" = "all",
  quota: "exact" | "whole" = "exact",
): GregoryRule<Fraction> {
  const arithmetic: Arithmetic<Fraction> = exactArithmetic;
  const exact = quota === "exact";
  return {
    arithmetic,
    quota: (valid, seats) => (exact ? fraction(valid, seats + 1) : fraction(Math.floor(valid / (seats + 1)) + 1)),
    reached: (votes, q) => (exact ? arithmetic.compare(votes, q) > 0 : arithmetic.compare(votes, q) >= 0),
    electing,
    emptySurplus: electing === "highest",
  };
}

/** Decimals cut off after `places`, as in the reference rule (there 4). */
export function decimalWigm(places: number, electing: "all" | "highest" = "all"): GregoryRule<number> {
  const scale = 10 ** places;
  return {
    arithmetic: decimalArithmetic(places),
    quota: (valid, seats) => Math.floor((valid * scale) / (seats + 1)) + 1,
    reached: (votes, quota) => votes >= quota,
    electing,
    emptySurplus: true,
  };
}
