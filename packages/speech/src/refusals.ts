/**
 * Sentences of refusals: what, why, under which rule, and what the person can do. The message
 * `refusal-<rule>-<code>` is looked up, then `refusal-<rule>`, then a general one. Facts that are
 * moments are said in the body's time zone by the message itself (`MOMENT($at, $zone)`).
 */
import type { Refusal } from "@nabat/kernel";
import type { Speech } from "./fluent.ts";
import type { Locale } from "./locale.ts";
import { speak } from "./speak.ts";

/** The sentence of a refusal, ending with its rule: "… (rule M-14)". `zone`: the body's, else UTC. */
export function refusalSentence(
  refusal: Pick<Refusal, "rule" | "code" | "facts">,
  locale: Locale,
  where: { readonly zone?: string } = {},
): string {
  const speech = speak(locale);
  const facts: Record<string, string | number> = { zone: where.zone ?? "UTC" };
  for (const [name, value] of Object.entries(refusal.facts))
    facts[name] = typeof value === "boolean" ? String(value) : value;
  Object.assign(facts, ofRules(speech, facts));
  const sentence = speech.t(refusalMessage(speech, refusal.rule, refusal.code), facts);
  return `${sentence} ${speech.t("refusal-rule", { rule: refusal.rule })}`;
}

/** What a rule of the body is called, in what it is counted, a share in words: `what`, `unit`, `share` (S-30 to S-34). */
function ofRules(
  { t, has }: Speech,
  { field, num, den }: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string>> {
  const param = `param-${String(field ?? "").replaceAll(".", "-")}`;
  return {
    ...(field === undefined ? {} : { unit: /hours$/i.test(String(field)) ? "hours" : "days" }),
    ...(field === undefined ? {} : { what: has(param) ? t(param) : String(field) }),
    ...(num === undefined || den === undefined ? {} : { share: num === den ? t("share-all") : `${num}/${den}` }),
  };
}

/** The message id under which a refusal is said. */
export function refusalMessage(speech: Speech, rule: string, code: string): string {
  const exact = `refusal-${rule}-${code}`;
  if (speech.has(exact)) return exact;
  return speech.has(`refusal-${rule}`) ? `refusal-${rule}` : "refusal-general";
}
