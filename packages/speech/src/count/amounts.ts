/** Amounts of a count as people read them: "41", "3.56972", and a fraction as about two decimals. */
import type { Locale } from "../locale.ts";

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale}${digits}`;
  let f = formats.get(key);
  if (!f)
    formats.set(
      key,
      (f = new Intl.NumberFormat(locale === "en" ? "en-GB" : locale, {
        minimumFractionDigits: 0,
        maximumFractionDigits: digits,
      })),
    );
  return f;
}

/** An exact amount ("41", "41.00000", "123/7", "≈0.5…") in the locale's writing. Fractions are cut to two decimals, marked “≈” where that leaves something out. */
export function sayAmount(amount: string, locale: Locale): string {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(amount);
  if (fraction) {
    const [n, d] = [BigInt(fraction[1]!), BigInt(fraction[2]!)];
    const places = n * 100n < d && n > 0n ? 6 : 2;
    const scaled = Number((n * 10n ** BigInt(places)) / d) / 10 ** places;
    const exact = (n * 10n ** BigInt(places)) % d === 0n;
    return `${exact ? "" : "≈ "}${format(locale, places).format(scaled)}`;
  }
  if (amount.startsWith("≈")) return `≈ ${format(locale, 6).format(Number(amount.slice(1)))}`;
  return /^-?\d+(\.\d+)?$/.test(amount) ? format(locale, 9).format(amount as unknown as number) : amount;
}

/** "a, b and c" in the locale's writing. */
export function sayList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(items);
}

/** A name within a sentence: one that is written from right to left is set apart, so that numbers beside it stay where they belong. */
export function sayName(name: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}
