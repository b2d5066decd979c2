/** A whole count in sentences: the outcome first, then the rule, the papers, every stage, ties and treatment. */
import type { Args } from "../fluent.ts";
import type { Locale } from "../locale.ts";
import { sayAmount, sayList, sayName } from "./amounts.ts";
import type { CountFacts, TieFacts, TraceFacts } from "./facts.ts";
import { countSpeech, sayArithmetic, sayRule } from "./speech.ts";
import { isWhole, stageSentence } from "./stage-sentences.ts";

/** Every sentence of a count, in reading order; the first one is the outcome. */
export function countSentences(result: CountFacts, locale: Locale): string[] {
  return [
    outcomeSentence(result, locale),
    ...ruleSentences(result, locale),
    ...stageSentences(result, locale),
    ...treatmentSentences(result, locale),
  ];
}

/** "Elected, in this order: …" */
export function outcomeSentence(result: CountFacts, locale: Locale): string {
  const speech = countSpeech(locale);
  const names = sayList(
    result.winners.map((c) => sayName(result.candidates[c]!)),
    locale,
  );
  const remarks = result.remarks.map((r) => speech.t(`remark-${r}`, { unfilled: result.unfilled }));
  const money = result.stages.some((s) => s.kind === "select" && s.rest !== undefined);
  return [speech.t(money ? "chosen" : "winners", { count: result.winners.length, names }), ...remarks].join(" ");
}

/** What stands in a result beside its stages, each in one sentence. */
export interface RuleSentences {
  readonly papers: string;
  readonly by: string;
  readonly withdrawn?: string;
  readonly quota?: string;
  readonly ties: string;
}

/** By which rule, with which arithmetic, quota and tie-break, on how many papers. */
export function ruleSentences(result: CountFacts, locale: Locale): string[] {
  const said = rulePoints(result, locale);
  return [said.papers, said.by, said.withdrawn, said.quota, said.ties].filter((s) => s !== undefined);
}

/** The same, each sentence under its name. */
export function rulePoints(result: CountFacts, locale: Locale): RuleSentences {
  const speech = countSpeech(locale);
  const t = (id: string, args?: Args): string => speech.t(id, args);
  const { papers } = result;
  const { first, otherwise, seed } = result.tieBreak;
  const tie = otherwise === "lot" ? t("tie-rule-lot", { first, seed: seed ?? "" }) : t("tie-rule-declared", { first });
  const names = result.withdrawn.map((c) => sayName(result.candidates[c]!));
  return {
    papers: t("counted-papers", {
      ...papers,
      seats: result.seats,
      candidates: result.candidates.length - result.withdrawn.length,
    }),
    by: t("counted-by", {
      rule: sayRule(result.rule, locale),
      version: result.version,
      source: result.source,
      arithmetic: sayArithmetic(result.arithmetic, locale),
    }),
    ...(names.length > 0 ? { withdrawn: t("withdrawn", { names: sayList(names, locale) }) } : {}),
    ...(result.quota === undefined ? {} : { quota: t(quotaId(result), { quota: sayAmount(result.quota, locale) }) }),
    ties: tie.replace(/ {2,}/g, " "),
  };
}

function quotaId(result: CountFacts): string {
  if (result.rule === "meek-stv") return "quota-keep";
  if (result.rule === "irv") return "quota-half";
  return result.arithmetic === "exact fractions" && result.options["quota"] !== "whole" ? "quota-more" : "quota";
}

/** One sentence for each stage, each tie behind the stage it belongs to. */
export function stageSentences(result: CountFacts, locale: Locale): string[] {
  const speech = countSpeech(locale);
  const out: string[] = [];
  for (const stage of result.stages) {
    out.push(speech.t("stage", { number: stage.number, text: stageSentence(result, stage, locale) }));
    for (const tie of result.ties) if (tie.stage === stage.number) out.push(tieSentence(result, tie, locale));
  }
  return out;
}

/** "A and B were level for exclusion; B was taken by stage 2, where they were unequal." */
export function tieSentence(result: CountFacts, tie: TieFacts, locale: Locale): string {
  const speech = countSpeech(locale);
  return speech.t("tie", {
    names: sayList(
      tie.tied.map((c) => sayName(result.candidates[c]!)),
      locale,
    ),
    about: speech.t(`tie-about-${tie.about}`),
    chosen: sayName(result.candidates[tie.chosen]!),
    by: speech.t(`tie-by-${tie.by}`, { stage: tie.atStage ?? 0 }),
  });
}

/** How irregular papers were treated, with how many papers that touched. */
export function treatmentSentences(result: CountFacts, locale: Locale): string[] {
  return result.treatment.map((x) => countSpeech(locale).t(`treat-${x.id}`, { papers: x.papers }));
}

/** One paper's way through the count. */
export function traceSentences(result: CountFacts, steps: readonly TraceFacts[], locale: Locale): string[] {
  const speech = countSpeech(locale);
  return steps.map((s) => {
    const id = s.kind === "weighs" ? `trace-weighs-${result.rule}` : `trace-${s.kind}`;
    const text = speech.t(id, {
      name: s.candidate === undefined ? "" : sayName(result.candidates[s.candidate]!),
      other: s.other === undefined ? "" : sayName(result.candidates[s.other]!),
      amount: sayAmount(s.amount ?? "", locale),
      rest: sayAmount(s.rest ?? "", locale),
      whole: isWhole(s.amount ?? ""),
      has: s.candidate === undefined ? "none" : "name",
    });
    return speech.t("stage", { number: s.stage, text });
  });
}
