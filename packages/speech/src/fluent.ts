/**
 * The one place that touches Fluent. A *speech* answers message ids with sentences in one language;
 * numbers are written as that language writes them, moments with `MOMENT($at, $zone)` and
 * `DAY($at, $zone)`. A message that is missing shows its id in ⟦brackets⟧ instead of failing a page;
 * tests look for those brackets.
 */
import { FluentBundle, FluentNumber, FluentResource, type FluentValue, type FluentVariable } from "@fluent/bundle";
import { sayDate, sayDay } from "./dates.ts";
import type { Locale } from "./locale.ts";

export type Args = Readonly<Record<string, string | number | undefined>>;

export interface Speech {
  readonly locale: Locale;
  /** The sentence of a message. `args` are the variables it names. */
  t(id: string, args?: Args): string;
  has(id: string): boolean;
}

/** Makes a speech of Fluent texts. Throws on a text that Fluent can't read: that is a bug in it. */
export function makeSpeech(locale: Locale, texts: readonly string[]): Speech {
  const bundle = new FluentBundle(locale === "en" ? "en-GB" : locale, {
    // Both languages run left to right; isolation marks would only litter prints and exports.
    useIsolating: false,
    functions: {
      MOMENT: ([at, zone]) => timed(locale, at, zone, (ms, z) => sayDate(ms, z, locale)),
      DAY: ([at, zone]) => timed(locale, at, zone, (ms, z) => sayDay(ms, z, locale)),
    },
  });
  for (const text of texts) {
    const errors = bundle.addResource(new FluentResource(whole(locale === "fr" ? kept(text) : text)));
    if (errors.length > 0) throw new Error(`messages ${locale}: ${errors.map(String).join("; ")}`);
  }
  return {
    locale,
    has: (id) => bundle.hasMessage(id),
    t(id, args) {
      const pattern = bundle.getMessage(id)?.value;
      if (!pattern) return `⟦${id}⟧`;
      return bundle.formatPattern(pattern, (args ?? {}) as Record<string, FluentVariable>, []);
    },
  };
}

/** French sets a space before `; : ? ! »` and after `«`: one at which no line ends. */
function kept(text: string): string {
  return text.replace(/ (?=[;:?!»])/g, "\u00a0").replaceAll("« ", "«\u00a0");
}

/** A rule and its number stay on one line: "(rule V-16)". Not so in a command line that is shown to be copied. */
function whole(text: string): string {
  return text.replace(/(?<![-\w])(rule|règle) (?=\{ \$rule \}|[A-Z]-\d)/g, "$1\u00a0");
}

/** The last moment that calendars know, before and after 1970, in ms. */
const MOST_MS = 8_640_000_000_000_000;
const NO_DATE: Readonly<Record<Locale, string>> = { en: "(no date)", fr: "(aucune date)" };

function timed(
  locale: Locale,
  at: FluentValue | undefined,
  zone: FluentValue | undefined,
  say: (ms: number, zone: string) => string,
): string {
  const ms = at instanceof FluentNumber ? at.value : Number.NaN;
  if (!Number.isSafeInteger(ms)) return "?";
  return Math.abs(ms) > MOST_MS ? NO_DATE[locale] : say(ms, typeof zone === "string" ? zone : "UTC");
}
