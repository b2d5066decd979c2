/**
 * Every stage of a count as an HTML table: a row for each candidate, a column for each stage, with
 * what ran out of preferences and the quota below. Pairwise counts give each against each; majority
 * judgment gives papers per grade. Row and column heads are marked, so a screen reader can say them.
 */
import { type CountFacts, countSpeech, type StageFacts, sayAmount, sayRule } from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";
import type { ComponentChildren } from "preact";
import { rowOrder, voteStages } from "./layout.ts";
import { StepRows, stepsOf } from "./steps-table.tsx";

/** The most options whose each-against-each is shown as a table; beyond it the files have it. */
export const MOST_PAIRED = 40;

/** The tables of a result, each in a frame that can be moved sideways. */
export function CountTable({ result, locale }: { result: CountFacts; locale: Locale }) {
  const t = say(locale);
  const named = { title: result.title || sayRule(result.rule, locale), rule: sayRule(result.rule, locale) };
  const [caption, steps] = [t("table-caption", named), t("steps-caption", named)];
  const stages = voteStages(result);
  return (
    <div class="count-tables">
      {stages.length > 0 && <Votes result={result} stages={stages} locale={locale} caption={caption} />}
      {stepsOf(result).length > 0 && (
        <Scroll name={steps}>
          <caption>{steps}</caption>
          <StepRows result={result} locale={locale} />
        </Scroll>
      )}
      {result.stages
        .filter((s) => s.matrix !== undefined && (s.kind === "grades" || s.matrix.length <= MOST_PAIRED))
        .map((s) => (
          <Matrix
            key={s.number}
            result={result}
            stage={s}
            locale={locale}
            caption={`${caption} (${t("column-stage", { number: s.number })})`}
          />
        ))}
    </div>
  );
}

/** The texts of counts in a language, as a function. */
function say(locale: Locale): (id: string, args?: Readonly<Record<string, string | number>>) => string {
  const speech = countSpeech(locale);
  return (id, args) => speech.t(id, args);
}

/** "elected 2", "out at stage 5", "not elected". */
export function outcomeOf(result: CountFacts, candidate: number, locale: Locale): string {
  const t = say(locale);
  if (result.withdrawn.includes(candidate)) return t("state-withdrawn");
  const place = result.winners.indexOf(candidate);
  if (place >= 0) return t("state-elected", { place: place + 1 });
  const out = result.stages.find((s) => s.excluded.includes(candidate));
  return out ? t("state-excluded", { stage: out.number }) : t("state-not");
}

function Scroll({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={name}>
      <table class="count-table">{children}</table>
    </div>
  );
}

function Votes({
  result,
  stages,
  locale,
  caption,
}: {
  result: CountFacts;
  stages: readonly StageFacts[];
  locale: Locale;
  caption: string;
}) {
  const t = say(locale);
  const show = (a: string | undefined): string => (a === undefined || a === "" ? "–" : sayAmount(a, locale));
  const foot: readonly (readonly [string, (s: StageFacts) => string | undefined])[] = [
    [t("row-none"), (s) => s.nonTransferable],
    [t("row-lost"), (s) => s.lost],
    [t("row-quota"), (s) => s.quota],
  ];
  return (
    <Scroll name={caption}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column-candidate")}</th>
          {stages.map((s) => (
            <th key={s.number} scope="col" class="n">
              {t("column-stage", { number: s.number })}
            </th>
          ))}
          <th scope="col">{t("column-outcome")}</th>
        </tr>
      </thead>
      <tbody>
        {rowOrder(result).map((c) => (
          <tr key={c}>
            <th scope="row">{result.candidates[c]}</th>
            {stages.map((s) => (
              <td key={s.number} class="n">
                {show(s.votes![c])}
              </td>
            ))}
            <td>{outcomeOf(result, c, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {foot
          .filter(([, of]) => stages.some((s) => of(s) !== undefined))
          .map(([label, of]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {stages.map((s) => (
                <td key={s.number} class="n">
                  {show(of(s))}
                </td>
              ))}
              <td />
            </tr>
          ))}
      </tfoot>
    </Scroll>
  );
}

function Matrix({
  result,
  stage,
  locale,
  caption,
}: {
  result: CountFacts;
  stage: StageFacts;
  locale: Locale;
  caption: string;
}) {
  const t = say(locale);
  const grades = stage.kind === "grades";
  const rows = rowOrder(result);
  const heads = grades
    ? stage.matrix![0]!.map((_, g) => result.gradeNames?.[g] ?? String(g + 1))
    : rows.map((c) => result.candidates[c]!);
  return (
    <Scroll name={caption}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column-candidate")}</th>
          {heads.map((h, i) => (
            <th key={i} scope="col" class="n">
              {h}
            </th>
          ))}
          {grades && <th scope="col">{t("column-outcome")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((c) => (
          <tr key={c}>
            <th scope="row">{result.candidates[c]}</th>
            {grades
              ? stage.matrix![c]!.map((n, g) => (
                  <td key={g} class="n">
                    {sayAmount(String(n), locale)}
                  </td>
                ))
              : rows.map((d) => (
                  <td key={d} class="n">
                    {c === d ? "–" : cell(stage, c, d, locale)}
                  </td>
                ))}
            {grades && (
              <td>
                {stage.votes?.[c]}; {outcomeOf(result, c, locale)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

/** The number, in bold type where it is the greater of the pair. */
function cell(stage: StageFacts, a: number, b: number, locale: Locale) {
  const n = stage.matrix![a]![b]!;
  const text = sayAmount(String(n), locale);
  return n > stage.matrix![b]![a]! ? <b>{text}</b> : text;
}
