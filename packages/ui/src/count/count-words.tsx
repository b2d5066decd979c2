/** A count in words, as a list: the text alternative of the picture, for reading and for a screen reader. */
import {
  type CountFacts,
  outcomeSentence,
  ruleSentences,
  stageSentences,
  treatmentSentences,
} from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";
import { CountFigure } from "./count-picture.tsx";
import { CountTable } from "./count-table.tsx";

/** The stages in words, one by one; each names its own number. */
export function CountStages({ result, locale }: { result: CountFacts; locale: Locale }) {
  return (
    <ol class="count-stages">
      {stageSentences(result, locale).map((s, i) => (
        <li key={i}>{s}</li>
      ))}
    </ol>
  );
}

/** The sentences: outcome, rule and papers, every stage in order, treatment of irregular papers. */
export function CountWords({ result, locale }: { result: CountFacts; locale: Locale }) {
  return (
    <div class="count-words">
      <p>
        <strong>{outcomeSentence(result, locale)}</strong>
      </p>
      {ruleSentences(result, locale).map((s, i) => (
        <p key={i}>{s}</p>
      ))}
      <CountStages result={result} locale={locale} />
      <ul>
        {treatmentSentences(result, locale).map((s, i) => (
          <li key={i}>{s}</li>
        ))}
      </ul>
    </div>
  );
}

/** Everything about a count: words, picture, table. */
export function CountView({ result, locale, id = "count" }: { result: CountFacts; locale: Locale; id?: string }) {
  return (
    <section class="count" lang={locale}>
      <CountWords result={result} locale={locale} />
      <CountFigure result={result} locale={locale} id={id} />
      <CountTable result={result} locale={locale} />
    </section>
  );
}
