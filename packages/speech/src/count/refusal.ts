/** A refused count in words: the line of the file where there is one, what is wrong there, the rule. */
import type { Refusal } from "@nabat/kernel";
import type { Locale } from "../locale.ts";
import { refusalSentence } from "../refusals.ts";
import { speak } from "../speak.ts";
import { countFault } from "./mod.ts";

/** "Line 3: There is no candidate “9”. (rule T-1)" */
export function countRefusal(refusal: Pick<Refusal, "rule" | "code" | "facts">, locale: Locale): string {
  if (refusal.rule !== "T-1") return refusalSentence(refusal, locale);
  const { line, what } = refusal.facts;
  const fault = countFault(refusal.code, String(what ?? ""), locale);
  const speech = speak(locale);
  const sentence = Number(line) > 1 ? speech.t("counting-fault-line", { line: String(line), fault }) : fault;
  return `${sentence} ${speech.t("refusal-rule", { rule: refusal.rule })}`;
}
