/** What islands say: the sentences of the `device` chapter alone, so that a page's script stays small. */
import { sayClock, sayDate } from "@nabat/speech/dates.ts";
import { type Args, makeSpeech, type Speech } from "@nabat/speech/fluent.ts";
import type { Locale } from "@nabat/speech/locale.ts";

/** The language of this page. */
export function locale(): Locale {
  return globalThis.document?.documentElement.lang === "fr" ? "fr" : "en";
}

// Only the language of this page is fetched; whatever imports this module waits for it.
const { device } =
  locale() === "fr" ? await import("@nabat/speech/fr/device.ftl.ts") : await import("@nabat/speech/en/device.ftl.ts");
let speech: Speech | undefined;

/** A sentence in the language of this page. */
export function t(id: string, args?: Args): string {
  speech ??= makeSpeech(locale(), [device]);
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
