/**
 * What a fault in a record means, for whoever checks it: on the command line and in the one-file Nabat.
 * Pages say the same refusals to whoever signs an act; here nobody is asked to do anything.
 */
import type { Refusal } from "@nabat/kernel";
import type { Locale } from "./locale.ts";
import { refusalSentence } from "./refusals.ts";
import { speak } from "./speak.ts";

/** A fault of a record in a sentence that ends with its rule. `in`: the part of the record it lies in. */
export function faultSentence(
  fault: { readonly refusal: Pick<Refusal, "rule" | "code" | "facts">; readonly in?: string },
  locale: Locale,
  where: { readonly zone?: string } = {},
): string {
  const { rule, code, facts } = fault.refusal;
  const speech = speak(locale);
  const id = [`fault-${rule}-${code}`, `fault-${rule}`].find((i) => speech.has(i));
  // A chapter's rule broken inside the fold is said as pages say it.
  if (id === undefined || (fault.in === "rule" && !rule.startsWith("R-")))
    return refusalSentence(fault.refusal, locale, where);
  const args = Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === "boolean" ? String(v) : v]));
  return `${speech.t(id, args)} ${speech.t("refusal-rule", { rule })}`;
}
