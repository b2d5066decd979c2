/** The speech of counts: its own texts, so that a page or the command line loads no more than it says. */
import { type Locale, makeSpeech, type Speech } from "../fluent.ts";
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

/** The sentence for a file that couldn't be read: `code` of the refusal, `what` the offending token. */
export function countFault(code: string, what: string, lang: string): string {
  const speech = countSpeech(countLocale(lang));
  return speech.has(`fault-${code}`) ? speech.t(`fault-${code}`, { what }) : `${code} ${what}`;
}
