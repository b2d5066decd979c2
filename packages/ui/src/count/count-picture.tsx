/**
 * A count as one SVG picture that prints: black on white, nothing told by colour alone. Stage counts
 * show a bar for each candidate and stage with the quota as a line; majority judgment a bar of grades
 * with the middle marked; pairwise counts a grid. Title and description carry the same in words.
 */
import {
  type CountFacts,
  countSpeech,
  outcomeSentence,
  sayAmount,
  sayRule,
  type StageFacts,
  stageSentences,
} from "@nabat/speech/count/mod.ts";
import type { Locale } from "@nabat/speech";
import type { ComponentChildren } from "preact";
import { outcomeOf } from "./count-table.tsx";
import { drawnWidth, length, nameLines, rowOrder, voteStages } from "./layout.ts";

const [ROW, TOP, RIGHT] = [30, 34, 130];
/** The widest column of names, and how much larger than its units the picture is drawn. */
const [NAMES_MOST, SCALE] = [200, 1.2];

/** The width of the column of names: as wide as the widest line in it. */
function namesWidth(result: CountFacts, rows: readonly number[]): number {
  const lines = rows.flatMap((c) => nameLines(result.candidates[c]!, NAMES_MOST - 10).lines);
  return Math.round(Math.min(NAMES_MOST, 10 + Math.max(50, ...lines.map(drawnWidth))));
}

export interface CountPictureProps {
  readonly result: CountFacts;
  readonly locale: Locale;
  /** Unique on the page: title and description hang on it. */
  readonly id?: string;
  /** The stages stand in words beside the picture: its description need not say them all again. */
  readonly beside?: boolean;
}

/** The picture in a frame that can be moved sideways, by keyboard too. */
export function CountFigure(props: CountPictureProps) {
  return (
    <div class="count-scroll" tabIndex={0} role="region" aria-labelledby={`${props.id ?? "count"}-title`}>
      <CountPicture {...props} />
    </div>
  );
}

/** The picture. */
export function CountPicture({ result, locale, id = "count", beside = false }: CountPictureProps) {
  const grades = result.stages.find((s) => s.kind === "grades");
  const pairs = result.stages.findLast((s) => s.kind === "pairwise");
  const stages = voteStages(result);
  const rows = rowOrder(result);
  const part = { result, locale, id, beside, rows };
  if (grades) return <Grades {...part} stage={grades} />;
  if (pairs) return <Pairs {...part} stage={pairs} />;
  return <Bars {...part} stages={stages} />;
}

interface Part {
  readonly result: CountFacts;
  readonly locale: Locale;
  readonly id: string;
  readonly beside: boolean;
  readonly rows: readonly number[];
}

function Frame({
  result,
  locale,
  id,
  beside,
  width,
  height,
  children,
}: Omit<Part, "rows"> & { width: number; height: number; children: ComponentChildren }) {
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

function Names({ result, locale, rows, names, at }: Omit<Part, "id" | "beside"> & { names: number; at: number }) {
  return (
    <g>
      {rows.map((c, i) => {
        const name = result.candidates[c]!;
        const { lines, cut } = nameLines(name, names - 10);
        return (
          <g key={c} transform={`translate(0 ${TOP + i * ROW})`}>
            <text text-anchor="end" font-weight={result.winners.includes(c) ? "bold" : "normal"}>
              {cut && <title>{name}</title>}
              {lines.map((line, k) => (
                <tspan key={k} x={names - 8} y={ROW / 2 + 4 + (lines.length === 1 ? 0 : k === 0 ? -6 : 7)}>
                  {line}
                </tspan>
              ))}
            </text>
            <text x={at} y={ROW / 2 + 4}>
              {result.winners.includes(c) ? "● " : ""}
              {outcomeOf(result, c, locale)}
            </text>
            <line x1="0" x2={at + RIGHT - 8} y1={ROW} y2={ROW} stroke="currentColor" stroke-opacity="0.2" />
          </g>
        );
      })}
    </g>
  );
}

function Bars({ result, locale, id, beside, rows, stages }: Part & { stages: readonly StageFacts[] }) {
  const names = namesWidth(result, rows);
  const speech = countSpeech(locale);
  const column = stages.length > 12 ? 64 : 84;
  const most = Math.max(
    1e-9,
    ...stages.flatMap((s) => [...rows.map((c) => length(s.votes![c] ?? "")), length(s.quota ?? "0")]),
  );
  const scale = (column - 14) / most;
  const end = names + stages.length * column;
  const bottom = TOP + rows.length * ROW;
  return (
    <Frame {...{ result, locale, id, beside }} width={end + RIGHT} height={bottom + 44}>
      <Names {...{ result, locale, rows, names }} at={end + 4} />
      {stages.map((s, k) => (
        <g key={s.number} transform={`translate(${names + k * column} 0)`}>
          <text x="0" y="14">
            {countSpeech(locale).t("column-stage", { number: s.number })}
          </text>
          {rows.map((c, i) => {
            const amount = s.votes![c] ?? "";
            if (amount === "") return null;
            const elected = result.stages.some((e) => e.number <= s.number && e.elected.includes(c));
            return (
              <g key={c} transform={`translate(0 ${TOP + i * ROW})`}>
                <rect
                  x="0"
                  y="4"
                  width={Math.max(0.5, length(amount) * scale).toFixed(1)}
                  height="9"
                  stroke="currentColor"
                  stroke-width="0.6"
                  fill={elected ? "currentColor" : `url(#${id}-hatch)`}
                />
                <text x="0" y="25" font-size="10">
                  {figure(amount, locale)}
                </text>
              </g>
            );
          })}
          {s.quota !== undefined && (
            <line
              x1={(length(s.quota) * scale).toFixed(1)}
              x2={(length(s.quota) * scale).toFixed(1)}
              y1={TOP - 6}
              y2={bottom}
              stroke="currentColor"
              stroke-dasharray="3 3"
            />
          )}
        </g>
      ))}
      <g font-size="10" transform={`translate(8 ${bottom + 10})`}>
        <rect width="14" height="9" stroke="currentColor" stroke-width="0.6" />
        <text x="19" y="8">
          {speech.t("picture-elected")}
        </text>
        <rect x="80" width="14" height="9" stroke="currentColor" stroke-width="0.6" fill={`url(#${id}-hatch)`} />
        <text x="99" y="8">
          {speech.t("picture-standing")}
        </text>
        {stages[0]?.quota !== undefined && (
          <text y="26">
            - - - {speech.t("picture-quota")} {sayAmount(result.quota ?? stages[0].quota, locale)}
          </text>
        )}
      </g>
    </Frame>
  );
}

function Grades({ result, locale, id, beside, rows, stage }: Part & { stage: StageFacts }) {
  const names = namesWidth(result, rows);
  const width = 420;
  const end = names + width + 10;
  return (
    <Frame {...{ result, locale, id, beside }} width={end + RIGHT} height={TOP + rows.length * ROW + 8}>
      <Names {...{ result, locale, rows, names }} at={end} />
      {rows.map((c, i) => {
        const row = stage.matrix![c]!;
        const whole = row.reduce((a, b) => a + b, 0) || 1;
        let x = names;
        return (
          <g key={c} transform={`translate(0 ${TOP + i * ROW})`}>
            {row.map((n, g) => {
              const w = (n / whole) * width;
              const from = x;
              x += w;
              return (
                <g key={g}>
                  <rect
                    x={from.toFixed(1)}
                    y="5"
                    width={w.toFixed(1)}
                    height="18"
                    stroke="currentColor"
                    fill="currentColor"
                    fill-opacity={(0.75 * (1 - g / row.length)).toFixed(2)}
                  />
                  {w > 44 && (
                    <text
                      x={(from + 3).toFixed(1)}
                      y="18"
                      font-size="10"
                      paint-order="stroke"
                      stroke="Canvas"
                      stroke-width="3"
                    >
                      {result.gradeNames?.[g] ?? g + 1}: {n}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <line
        x1={names + width / 2}
        x2={names + width / 2}
        y1={TOP - 8}
        y2={TOP + rows.length * ROW}
        stroke="currentColor"
        stroke-dasharray="3 3"
      />
    </Frame>
  );
}

function Pairs({ result, locale, id, beside, rows, stage }: Part & { stage: StageFacts }) {
  const names = namesWidth(result, rows);
  const column = 58;
  const end = names + rows.length * column + 8;
  return (
    <Frame {...{ result, locale, id, beside }} width={end + RIGHT} height={TOP + rows.length * ROW + 8}>
      <Names {...{ result, locale, rows, names }} at={end} />
      {rows.map((d, k) => (
        <text key={d} x={names + k * column} y={TOP - 10} font-size="10">
          <title>{result.candidates[d]}</title>
          {short(result.candidates[d]!, 8)}
        </text>
      ))}
      {rows.map((c, i) =>
        rows.map((d, k) => {
          if (c === d) return null;
          const [n, m] = [stage.matrix![c]![d]!, stage.matrix![d]![c]!];
          return (
            <g key={`${c}-${d}`} transform={`translate(${names + k * column} ${TOP + i * ROW})`}>
              {n > m && (
                <rect
                  x="0"
                  y="3"
                  width={column - 6}
                  height={ROW - 6}
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.5"
                />
              )}
              <text x="5" y="19" font-weight={n > m ? "bold" : "normal"}>
                {sayAmount(String(n), locale)}
              </text>
            </g>
          );
        }),
      )}
    </Frame>
  );
}

function short(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

function figure(amount: string, locale: Locale): string {
  const n = length(amount);
  return sayAmount(Number.isInteger(n) ? String(n) : n.toFixed(2), locale);
}
