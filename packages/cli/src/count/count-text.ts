/** A count as text for a terminal: the outcome, every stage in words, a table of votes where there is one. */
import type { CountResult, TraceStep } from "@nabat/count";
import {
  countLocale,
  countSpeech,
  outcomeSentence,
  ruleSentences,
  sayAmount,
  stageSentences,
  traceSentences,
  treatmentSentences,
} from "@nabat/speech/count/mod.ts";

/** The text of a result; `repeated` is on how many papers a candidate was marked twice. */
export function countText(file: string, result: CountResult, lang: string, repeated = 0): string {
  const locale = countLocale(lang);
  const lines = [
    `${file}${result.title ? `: ${result.title}` : ""}`,
    outcomeSentence(result, locale),
    ...ruleSentences(result, locale),
    ...stageSentences(result, locale),
    ...treatmentSentences(result, locale),
    ...(repeated > 0 ? [countSpeech(locale).t("repeated", { papers: repeated })] : []),
  ];
  const table = voteTable(result, lang);
  return `${lines.join("\n")}\n${table ? `\n${table}` : ""}`;
}

/** The text of one paper's way. */
export function traceText(
  file: string,
  result: CountResult,
  steps: readonly TraceStep[],
  paper: number,
  lang: string,
): string {
  const locale = countLocale(lang);
  const head = countSpeech(locale).t("trace-head", { paper, way: result.ruleName });
  return `${[file, head, ...traceSentences(result, steps, locale), outcomeSentence(result, locale)].join("\n")}\n`;
}

/** Votes by candidate and stage, for rules that go stage by stage. */
function voteTable(result: CountResult, lang: string): string {
  const locale = countLocale(lang);
  const stages = result.stages.filter((s) => s.votes && s.kind !== "grades");
  if (stages.length === 0) return "";
  const speech = countSpeech(locale);
  const rows = [["", ...stages.map((s) => String(s.number))]];
  result.candidates.forEach((name, c) => {
    if (result.withdrawn.includes(c)) return;
    const place = result.winners.indexOf(c);
    rows.push([
      `${place < 0 ? " " : "*"} ${name}`,
      ...stages.map((s) => (s.votes![c] === "" ? "-" : sayAmount(s.votes![c]!, locale))),
    ]);
  });
  if (stages.some((s) => s.nonTransferable !== undefined)) {
    rows.push([`  ${speech.t("row-none")}`, ...stages.map((s) => sayAmount(s.nonTransferable ?? "0", locale))]);
  }
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((r) => r[i]!.length)));
  return rows
    .map((r) => `${r.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ")}\n`)
    .join("");
}
