/** Rules that go step by step without a number for each candidate: what was chosen or locked in at each step. */
import { type CountFacts, countSpeech, type StageFacts, sayAmount } from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";

/** The steps of a result that such a table can show. */
export function stepsOf(result: CountFacts): readonly StageFacts[] {
  return result.stages.filter((s) => s.kind === "select" || s.kind === "lock");
}

/** Heads and rows; the table itself is `CountTable`'s. */
export function StepRows({ result, locale }: { result: CountFacts; locale: Locale }) {
  const speech = countSpeech(locale);
  const steps = stepsOf(result);
  const locks = steps.some((s) => s.kind === "lock");
  const name = (c: number | undefined): string => (c === undefined ? "" : (result.candidates[c] ?? ""));
  const amount = (a: string | undefined): string => (a === undefined || a === "" ? "–" : sayAmount(a, locale));
  const left = steps.some((s) => s.rest !== undefined);
  const heads = locks
    ? ["column-pair", "column-for", "column-against", "column-locked"]
    : ["column-chosen", `figure-${result.rule}`, ...(left ? ["column-left"] : [])];
  const cells = (s: StageFacts): string[] =>
    locks
      ? [amount(s.figure), amount(s.against), speech.t(s.locked ? "yes" : "no")]
      : [amount(s.figure), ...(left ? [amount(s.rest)] : [])];
  return (
    <>
      <thead>
        <tr>
          {heads.map((h, i) => (
            <th key={h} scope="col" class={i > 0 ? "n" : undefined}>
              {speech.t(h)}
            </th>
          ))}
          <th scope="col" class="n">
            {speech.t("column-stage", { number: "" }).trim()}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((s) => (
          <tr key={s.number}>
            <th scope="row">
              {locks ? speech.t("pair-over", { name: name(s.subject), other: name(s.other) }) : name(s.subject)}
            </th>
            {cells(s).map((cell, i) => (
              <td key={i} class="n">
                {cell}
              </td>
            ))}
            <td class="n">{s.number}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
