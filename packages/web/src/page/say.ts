/** What islands say: the sentences of the `device` chapter alone, so that a page's script stays small. */
import { device as en } from "@nabat/speech/en/device.ftl.ts";
import { device as fr } from "@nabat/speech/fr/device.ftl.ts";
import { sayClock, sayDate } from "@nabat/speech/dates.ts";
import { type Args, type Locale, makeSpeech, type Speech } from "@nabat/speech/fluent.ts";

let speech: Speech | undefined;

/** The language of this page. */
export function locale(): Locale {
  return document.documentElement.lang === "fr" ? "fr" : "en";
}

/** A sentence in the language of this page. */
export function t(id: string, args?: Args): string {
  speech ??= makeSpeech(locale(), [locale() === "fr" ? fr : en]);
  return speech.t(id, args);
}

/** "14:05", on this device's clock. */
export function clockNow(ms: number): string {
  return sayClock(ms, Intl.DateTimeFormat().resolvedOptions().timeZone, locale());
}

/** "3 May at 14:05" in a zone. */
export function moment(ms: number, zone = "UTC"): string {
  return sayDate(ms, zone, locale());
}
