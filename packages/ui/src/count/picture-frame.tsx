/** The frame of every picture of a count: title and description for those who can't see it, and a row's name. */
import {
  type CountFacts,
  countSpeech,
  outcomeSentence,
  sayAmount,
  sayRule,
  stageSentences,
} from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";
import type { ComponentChildren } from "preact";
import { outcomeOf } from "./count-table.tsx";
import { drawnWidth, length, nameLines } from "./layout.ts";

/** What every kind of picture is given; `rows` are candidates from the top. */
export interface Part {
  readonly result: CountFacts;
  readonly locale: Locale;
  readonly id: string;
  readonly beside: boolean;
  readonly rows: readonly number[];
}

/** How much larger than its units a picture is drawn. */
const SCALE = 1.2;
/** A row with its name above: height, and where what is drawn begins in it. */
export const [ROW, DRAWN] = [46, 19];
/** The widest that a picture is made for the sake of a name. */
const WIDEST_NAME = 330;

/** The picture's element, in units of a 12-unit letter. */
export function Frame({
  of: { result, locale, id, beside },
  width,
  height,
  children,
}: {
  of: Part;
  width: number;
  height: number;
  children: ComponentChildren;
}) {
  const speech = countSpeech(locale);
  const title = speech.t("picture-title", { title: result.title || sayRule(result.rule, locale) });
  const stages = beside ? [speech.t("picture-below")] : stageSentences(result, locale);
  return (
    <svg
      class="count-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round(width * SCALE)}
      height={Math.round(height * SCALE)}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-family="system-ui, sans-serif"
      font-size="12"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{[outcomeSentence(result, locale), ...stages].join(" ")}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="5" fill="currentColor" />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

/** The width a picture needs so that every name stands whole beside its outcome, within reason. */
export function widthForNames({ result, locale, rows }: Part): number {
  return Math.ceil(
    Math.max(
      0,
      ...rows.map((c) =>
        Math.min(
          WIDEST_NAME,
          drawnWidth(result.candidates[c]!) * 1.1 + drawnWidth(`● ${outcomeOf(result, c, locale)}`) + 20,
        ),
      ),
    ),
  );
}

/** Name and outcome of a candidate at the top of its row, and the line below the row. */
export function RowName({ of: { result, locale }, c, width }: { of: Part; c: number; width: number }) {
  const won = result.winners.includes(c);
  const outcome = `${won ? "● " : ""}${outcomeOf(result, c, locale)}`;
  const name = result.candidates[c]!;
  // Bold letters are about a tenth wider.
  const { lines, cut } = nameLines(name, (width - drawnWidth(outcome) - 16) / (won ? 1.1 : 1), 1);
  return (
    <>
      <text y="12">
        {cut && <title>{name}</title>}
        <tspan font-weight={won ? "bold" : "normal"}>{lines[0]}</tspan>
        <tspan dx="9" font-size="11">
          {outcome}
        </tspan>
      </text>
      <line x1="0" x2={width} y1={ROW - 3} y2={ROW - 3} stroke="currentColor" stroke-opacity="0.2" />
    </>
  );
}

/** An amount as a picture has room for it: whole, or two decimals, cut off as in the table, so that what falls short of the quota never looks as if it had it. */
export function figure(amount: string, locale: Locale): string {
  const n = length(amount);
  return sayAmount(Number.isInteger(n) ? String(n) : (Math.floor(n * 100 + 1e-6) / 100).toFixed(2), locale);
}
