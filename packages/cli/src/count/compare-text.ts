/** A comparison of two rules as text. */
import type { Comparison } from "@nabat/count";
import { compareSentences, countLocale } from "@nabat/speech/count/mod.ts";

/** The sentences of a comparison, under the file's name. */
export function compareText(file: string, comparison: Comparison, lang: string): string {
  return `${[file, ...compareSentences(comparison, countLocale(lang))].join("\n")}\n`;
}
