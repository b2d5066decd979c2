/** Two rules on the same papers, in words: whether they elect the same, where they part, and what the papers say. */
import type { Locale } from "../locale.ts";
import { sayList, sayName } from "./amounts.ts";
import type { CountFacts } from "./facts.ts";
import { countSpeech, sayRule } from "./speech.ts";

/** The shape of a comparison (see `compareRules` of `@nabat/count`). */
export interface ComparisonFacts {
  readonly a: CountFacts;
  readonly b: CountFacts;
  readonly agreement: string;
  readonly parting?: {
    readonly a: { readonly stage: number; readonly done: string; readonly candidate: number };
    readonly b: { readonly stage: number; readonly done: string; readonly candidate: number };
  };
  readonly pairs: readonly {
    readonly x: number;
    readonly y: number;
    readonly xOverY: number;
    readonly yOverX: number;
    readonly firstX: number;
    readonly firstY: number;
    readonly markedX: number;
    readonly markedY: number;
  }[];
}

/** The sentences of a comparison. */
export function compareSentences(c: ComparisonFacts, locale: Locale): string[] {
  const speech = countSpeech(locale);
  const name = (k: number): string => sayName(c.a.candidates[k]!);
  const list = (r: CountFacts): string => sayList(r.winners.map(name), locale) || "–";
  const [ruleA, ruleB] = [sayRule(c.a.rule, locale), sayRule(c.b.rule, locale)];
  const first = speech.t(`part-${c.agreement}`, { names: list(c.a), a: list(c.a), b: list(c.b), ruleA, ruleB });
  // A rule’s name may open the sentence.
  const out = [first.charAt(0).toLocaleUpperCase(locale) + first.slice(1)];
  if (c.parting) {
    const { a, b } = c.parting;
    out.push(
      speech.t("part-event", {
        ruleA,
        ruleB,
        stageA: a.stage,
        stageB: b.stage,
        nameA: name(a.candidate),
        nameB: name(b.candidate),
        doneA: speech.t(`done-${a.done}`),
        doneB: speech.t(`done-${b.done}`),
      }),
    );
  }
  for (const p of c.pairs) {
    out.push(
      speech.t("part-pair", {
        x: name(p.x),
        y: name(p.y),
        ruleA,
        ruleB,
        xy: p.xOverY,
        yx: p.yOverX,
        fx: p.firstX,
        fy: p.firstY,
        mx: p.markedX,
        my: p.markedY,
      }),
    );
  }
  return out;
}
