/** A body's rules in seven sentences: words for the ids and facts that `sentences(statutes)` gives. */
import type { RefusalFacts } from "@nabat/kernel";
import type { Args, Speech } from "./fluent.ts";
import type { Locale } from "./locale.ts";
import { speak } from "./speak.ts";

/** A sentence of statutes as the rules give it. */
export interface SentenceFacts {
  readonly id: string;
  readonly facts: RefusalFacts;
}

/** The sentence in words. */
export function saySentence(sentence: SentenceFacts, locale: Locale): string {
  const speech = speak(locale);
  const f = sentence.facts;
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(f)) args[name] = typeof value === "boolean" ? String(value) : value;
  if (f["num"] !== undefined) args["majority"] = sayMajority(speech, f as unknown as MajorityFacts);
  if (f["quorumNum"] !== undefined) args["share"] = sayShare(speech, Number(f["quorumNum"]), Number(f["quorumDen"]));
  for (const name of ["hours", "discussionHours"])
    if (typeof f[name] === "number") args[`${name}Said`] = sayHours(speech, f[name]);
  return speech.t(`sentence-${sentence.id}`, args);
}

/** All of them as one text, numbered: what is attached to a founding or to new rules, and signed. */
export function statutesText(sentences: readonly SentenceFacts[], locale: Locale): string {
  return sentences.map((s, i) => `${i + 1}. ${saySentence(s, locale)}`).join("\n");
}

export interface MajorityFacts {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
  readonly of: string;
}

/** "more than half of the votes cast for or against". */
export function sayMajority(speech: Speech, m: MajorityFacts): string {
  return speech.t("majority", { strict: String(m.strict), share: sayShare(speech, m.num, m.den), of: m.of });
}

/** Several majorities that must all be met, in one phrase. */
export function sayMajorities(speech: Speech, of: readonly MajorityFacts[]): string {
  return of.map((m) => sayMajority(speech, m)).reduce((one, other) => speech.t("majority-and", { one, other }));
}

/** "half", "two thirds", "5/8". */
export function sayShare(speech: Speech, num: number, den: number): string {
  const named: Readonly<Record<string, string>> = {
    "1/2": "half",
    "1/3": "third",
    "2/3": "two-thirds",
    "1/4": "quarter",
    "3/4": "three-quarters",
    "1/5": "fifth",
    "4/5": "four-fifths",
    "1/10": "tenth",
  };
  const name = named[`${num}/${den}`] ?? "other";
  return speech.t(`share-${name}`, { num: String(num), den: String(den) });
}

/** "3 days", or hours where they make no whole days. */
export function sayHours(speech: Speech, hours: number): string {
  const args: Args = hours > 0 && hours % 24 === 0 ? { n: hours / 24 } : { n: hours };
  return speech.t(hours > 0 && hours % 24 === 0 ? "span-days" : "span-hours", args);
}
