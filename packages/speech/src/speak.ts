/** All messages of a language, read once. */
import { EN } from "./en/all.ts";
import { makeSpeech, type Speech } from "./fluent.ts";
import type { Locale } from "./locale.ts";
import { FR } from "./fr/all.ts";

/** The texts of each language, one per chapter; both lists hold the same message ids. */
export const TEXTS: Readonly<Record<Locale, readonly string[]>> = { en: EN, fr: FR };

const speeches = new Map<Locale, Speech>();

/** The speech of a language: `speak("fr").t("body-members", { count: 540 })`. */
export function speak(locale: Locale): Speech {
  let speech = speeches.get(locale);
  if (!speech) {
    speech = makeSpeech(locale, TEXTS[locale]);
    speeches.set(locale, speech);
  }
  return speech;
}
