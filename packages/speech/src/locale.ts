/** The languages in which everything is said. */

export type Locale = "en" | "fr";

/** Languages in which everything is said, the one of last resort first. */
export const LOCALES: readonly Locale[] = ["en", "fr"];
