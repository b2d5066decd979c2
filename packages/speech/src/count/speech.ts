/** The speech of counts: its own texts, so that a page or the command line loads no more than it says. */
import { makeSpeech, type Speech } from "../fluent.ts";
import type { Locale } from "../locale.ts";
import { countEn } from "./en.ftl.ts";
import { countFr } from "./fr.ftl.ts";

/** Texts of counts by language; both hold the same message ids. */
export const COUNT_TEXTS: Readonly<Record<Locale, string>> = { en: countEn, fr: countFr };

const made = new Map<Locale, Speech>();

/** The speech of counts in a language. */
export function countSpeech(locale: Locale): Speech {
  let speech = made.get(locale);
  if (!speech) made.set(locale, (speech = makeSpeech(locale, [COUNT_TEXTS[locale]])));
  return speech;
}

/** The language if counts speak it, else English. */
export function countLocale(lang: string): Locale {
  return lang.startsWith("fr") ? "fr" : "en";
}

/** A rule's name in a language. */
export function sayRule(rule: string, locale: Locale): string {
  return countSpeech(locale).t(`rule-${rule}`);
}

/** A rule's arithmetic in a language; the result names it in English. */
export function sayArithmetic(arithmetic: string, locale: Locale): string {
  const n = /^(\d+) decimals, cut off$/.exec(arithmetic)?.[1];
  const id = n === undefined ? `arith-${arithmetic.toLowerCase().replace(/[^a-z0-9]+/g, "-")}` : "arith-decimals";
  const speech = countSpeech(locale);
  return speech.has(id) ? speech.t(id, { n: n ?? "" }) : arithmetic;
}

/** The sentence for a file that couldn't be read: `code` of the refusal, `what` the offending token. */
export function countFault(code: string, what: string, lang: string): string {
  const speech = countSpeech(countLocale(lang));
  return speech.has(`fault-${code}`) ? speech.t(`fault-${code}`, { what }) : `${code} ${what}`;
}
