/** Which language to speak: a choice made on the page, then a cookie, then the browser's wish. */
import { acceptedLanguages, negotiateLanguages } from "@fluent/langneg";
import { type Locale, LOCALES } from "./locale.ts";

/** True for a language that Nabat speaks in full. */
export function isLocale(text: string | undefined): text is Locale {
  return text !== undefined && (LOCALES as readonly string[]).includes(text);
}

/** The language for a request. `header` is `Accept-Language`; an unknown wish leads to English. */
export function chooseLocale(wish: {
  readonly query?: string;
  readonly cookie?: string;
  readonly header?: string;
}): Locale {
  if (isLocale(wish.query)) return wish.query;
  if (isLocale(wish.cookie)) return wish.cookie;
  const asked = acceptedLanguages((wish.header ?? "").slice(0, 200));
  const [best] = negotiateLanguages(asked, [...LOCALES], { strategy: "lookup", defaultLocale: "en" });
  return isLocale(best) ? best : "en";
}
