/** A counted result: the outcome in one sentence, the rule, then each stage as picture, table and words. */
import type { Counted, CountResult } from "@nabat/count";
import {
  compareSentences,
  outcomeSentence,
  rulePoints,
  sayArithmetic,
  sayRule,
  traceSentences,
  treatmentSentences,
} from "@nabat/speech/count/mod.ts";
import { Facts, type Say, useSay } from "@nabat/ui";
import { CountFigure, CountStages, CountTable, MOST_PAIRED } from "@nabat/ui/count/mod.ts";
import type { ComponentChildren } from "preact";
import { CountForm, ruleTitle } from "./form-view.tsx";
import { type Kept, OPTION_FIELDS } from "./form.ts";

/** The page of a count. */
export function CountedPage({ counted, kept }: { counted: Counted; kept: Kept }) {
  const { t, locale } = useSay();
  const { result, comparison } = counted;
  const parts = [...(comparison ? ["two"] : []), "picture", "table", "words", "way", "take"];
  return (
    <div class="count">
      <p class="kicker">
        {t("counting-of", { name: kept.name || t("counting-untitled"), rule: sayRule(result.rule, locale) })}
      </p>
      <h1>
        <bdi>{result.title || t("counting-untitled")}</bdi>
      </h1>
      <section class="result">
        <p class="outcome">{outcomeSentence(result, locale)}</p>
        <About counted={counted} />
      </section>
      <nav class="count-jump no-print" aria-label={t("counting-jump")}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`counting-see-${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {comparison && <Two comparison={comparison} />}
      <Part id="picture">
        <Picture result={result} id="count" />
      </Part>
      <Part id="table">
        <CountTable result={result} locale={locale} />
      </Part>
      <Part id="words">
        <CountStages result={result} locale={locale} />
      </Part>
      <Way counted={counted} kept={kept} />
      <Take result={result} />
      <details class="no-print count-again">
        <summary>
          <span>{t("counting-again")}</span>
        </summary>
        <p class="read">
          {t("counting-again-lead")} {t("counting-nothing-kept")}
        </p>
        <CountForm kept={kept} />
      </details>
    </div>
  );
}

/** A part of the page with its heading; `hidden` on paper. */
function Part({ id, hidden, children }: { id: string; hidden?: boolean; children: ComponentChildren }) {
  const { t } = useSay();
  return (
    <section id={id} class={hidden ? "no-print" : undefined} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t(`counting-${id}`)}</h2>
      {children}
    </section>
  );
}

function About({ counted: { result, repeated } }: { counted: Counted }) {
  const say = useSay();
  const { t, locale } = say;
  const points = rulePoints(result, locale);
  const irregular = treatmentSentences(result, locale);
  return (
    <Facts
      rows={[
        [
          t("counting-f-rule"),
          <a href={`/count/rules/${result.rule}`}>
            {t("counting-f-rule-version", { rule: ruleTitle(result.rule, locale), version: result.version })}
          </a>,
        ],
        [t("counting-f-arithmetic"), sayArithmetic(result.arithmetic, locale)],
        [t("counting-f-papers"), points.papers],
        [t("counting-f-quota"), points.quota],
        [t("counting-f-ties"), points.ties],
        [t("counting-f-withdrawn"), points.withdrawn],
        [t("counting-f-options"), optionWords(result, say)],
        [t("counting-f-irregular"), irregular.length > 0 && irregular.map((s) => <div key={s}>{s}</div>)],
        [t("counting-f-repeated"), repeated > 0 && t("counting-repeated", { n: repeated })],
        [t("counting-f-source"), result.source],
      ]}
    />
  );
}

/** "Schulze, ranked pairs: strength of a pair: margins", for each option that the rule read. */
function optionWords(result: CountResult, { t }: Say): string | undefined {
  const asked = Object.entries(result.options).map(([name, value]) => {
    const choices: readonly string[] = OPTION_FIELDS[name as keyof typeof OPTION_FIELDS] ?? [];
    const said = choices.includes(String(value)) ? t(`counting-v-${name}-${value}`) : String(value);
    return `${t(`counting-o-${name}`)}${t("colon")}${said}`;
  });
  return asked.length > 0 ? asked.join("; ") : undefined;
}

function Picture({ result, id }: { result: CountResult; id: string }) {
  const { t, locale } = useSay();
  const paired = result.stages.some((s) => s.kind === "pairwise");
  const wide = paired ? result.candidates.length > 3 : result.stages.length > 3;
  if (paired && result.candidates.length > MOST_PAIRED)
    return <p class="read">{t("counting-picture-large", { n: result.candidates.length })}</p>;
  return (
    <>
      {wide && <p class="small soft count-narrow no-print">{t("counting-picture-scroll")}</p>}
      <CountFigure result={result} locale={locale} id={id} beside />
    </>
  );
}

function Two({ comparison }: { comparison: NonNullable<Counted["comparison"]> }) {
  const { t, locale } = useSay();
  const { a, b } = comparison;
  return (
    <Part id="two">
      {compareSentences(comparison, locale).map((s, i) => (
        <p key={i} class="read">
          {i === 0 ? <strong>{s}</strong> : s}
        </p>
      ))}
      <div class="two">
        {[a, b].map((r) => (
          <div key={r.rule}>
            <h3>{t("counting-two-by", { rule: sayRule(r.rule, locale) })}</h3>
            <p>{outcomeSentence(r, locale)}</p>
          </div>
        ))}
      </div>
      <details>
        <summary>
          <span>{t("counting-two-stages", { rule: sayRule(b.rule, locale) })}</span>
        </summary>
        <Picture result={b} id="other" />
        <CountTable result={b} locale={locale} />
        <CountStages result={b} locale={locale} />
      </details>
    </Part>
  );
}

function Way({ counted: { result, paper, steps }, kept }: { counted: Counted; kept: Kept }) {
  const { t, locale } = useSay();
  return (
    <Part id="way" hidden={!steps}>
      {steps && (
        <>
          <h3>{t("counting-way-of", { n: paper })}</h3>
          <ol class="count-stages">
            {traceSentences(result, steps, locale).map((s, i) => (
              <li key={i}>{s}</li>
            ))}
          </ol>
        </>
      )}
      <div class="no-print">
        <p class="read">{t("counting-way-lead")}</p>
        <div class="count-ask">
          <div class="field">
            <label for="field-trace">{t("counting-trace")}</label>
            <input
              id="field-trace"
              name="trace"
              type="number"
              inputMode="numeric"
              min={1}
              form="count-form"
              value={kept.values["trace"] ?? ""}
            />
          </div>
          <button type="submit" form="count-form" formAction="/count#way">
            {t("counting-way-do")}
          </button>
        </div>
      </div>
    </Part>
  );
}

function Take({ result }: { result: CountResult }) {
  const { t } = useSay();
  return (
    <>
      <p class="read small soft">{t("counting-take-check", { rule: result.rule })}</p>
      <Part id="take" hidden>
        <p class="read">{t("counting-take-lead")}</p>
        <p class="row">
          <button type="submit" form="count-form" name="as" value="json">
            {t("counting-take-json")}
          </button>
          <button type="submit" form="count-form" name="as" value="csv">
            {t("counting-take-csv")}
          </button>
          <button type="submit" form="count-form" name="as" value="blt">
            {t("counting-take-blt")}
          </button>
        </p>
        <p class="read">{t("counting-take-print")}</p>
      </Part>
    </>
  );
}
