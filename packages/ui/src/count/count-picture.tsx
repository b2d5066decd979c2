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
import { length, rowOrder, voteStages } from "./layout.ts";

const [NAMES, ROW, TOP, RIGHT] = [200, 30, 34, 130];

/** The picture. `id` must be unique on the page: title and description hang on it. */
export function CountPicture({ result, locale, id = "count" }: { result: CountFacts; locale: Locale; id?: string }) {
  const grades = result.stages.find((s) => s.kind === "grades");
  const pairs = result.stages.findLast((s) => s.kind === "pairwise");
  const stages = voteStages(result);
  const rows = rowOrder(result);
  if (grades) return <Grades {...{ result, locale, id, rows, stage: grades }} />;
  if (pairs) return <Pairs {...{ result, locale, id, rows, stage: pairs }} />;
  return <Bars {...{ result, locale, id, rows, stages }} />;
}

interface Part {
  readonly result: CountFacts;
  readonly locale: Locale;
  readonly id: string;
  readonly rows: readonly number[];
}

function Frame({
  result,
  locale,
  id,
  width,
  height,
  children,
}: Omit<Part, "rows"> & { width: number; height: number; children: ComponentChildren }) {
  const title = countSpeech(locale).t("picture-title", { title: result.title || sayRule(result.rule, locale) });
  return (
    <svg
      class="count-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      font-family="system-ui, sans-serif"
      font-size="12"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{[outcomeSentence(result, locale), ...stageSentences(result, locale)].join(" ")}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="5" fill="currentColor" />
        </pattern>
      </defs>
      {children}
    </svg>
  );
}

function Names({ result, locale, rows, at }: Omit<Part, "id"> & { at: number }) {
  return (
    <g>
      {rows.map((c, i) => (
        <g key={c} transform={`translate(0 ${TOP + i * ROW})`}>
          <text
            x={NAMES - 8}
            y={ROW / 2 + 4}
            text-anchor="end"
            font-weight={result.winners.includes(c) ? "bold" : "normal"}
          >
            {short(result.candidates[c]!)}
          </text>
          <text x={at} y={ROW / 2 + 4}>
            {result.winners.includes(c) ? "● " : ""}
            {outcomeOf(result, c, locale)}
          </text>
          <line x1="0" x2={at + RIGHT - 8} y1={ROW} y2={ROW} stroke="currentColor" stroke-opacity="0.2" />
        </g>
      ))}
    </g>
  );
}

function Bars({ result, locale, id, rows, stages }: Part & { stages: readonly StageFacts[] }) {
  const column = stages.length > 12 ? 64 : 84;
  const most = Math.max(
    1e-9,
    ...stages.flatMap((s) => [...rows.map((c) => length(s.votes![c] ?? "")), length(s.quota ?? "0")]),
  );
  const scale = (column - 14) / most;
  const end = NAMES + stages.length * column;
  const bottom = TOP + rows.length * ROW;
  return (
    <Frame {...{ result, locale, id }} width={end + RIGHT} height={bottom + 20}>
      <Names {...{ result, locale, rows }} at={end + 4} />
      {stages.map((s, k) => (
        <g key={s.number} transform={`translate(${NAMES + k * column} 0)`}>
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
      {stages[0]?.quota !== undefined && (
        <text x={NAMES} y={bottom + 14} font-size="10">
          - - - {countSpeech(locale).t("picture-quota")} {sayAmount(result.quota ?? stages[0].quota, locale)}
        </text>
      )}
    </Frame>
  );
}

function Grades({ result, locale, id, rows, stage }: Part & { stage: StageFacts }) {
  const width = 420;
  const end = NAMES + width + 10;
  return (
    <Frame {...{ result, locale, id }} width={end + RIGHT} height={TOP + rows.length * ROW + 8}>
      <Names {...{ result, locale, rows }} at={end} />
      {rows.map((c, i) => {
        const row = stage.matrix![c]!;
        const whole = row.reduce((a, b) => a + b, 0) || 1;
        let x = NAMES;
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
        x1={NAMES + width / 2}
        x2={NAMES + width / 2}
        y1={TOP - 8}
        y2={TOP + rows.length * ROW}
        stroke="currentColor"
        stroke-dasharray="3 3"
      />
    </Frame>
  );
}

function Pairs({ result, locale, id, rows, stage }: Part & { stage: StageFacts }) {
  const column = 58;
  const end = NAMES + rows.length * column + 8;
  return (
    <Frame {...{ result, locale, id }} width={end + RIGHT} height={TOP + rows.length * ROW + 8}>
      <Names {...{ result, locale, rows }} at={end} />
      {rows.map((d, k) => (
        <text key={d} x={NAMES + k * column} y={TOP - 10} font-size="10">
          {short(result.candidates[d]!, 8)}
        </text>
      ))}
      {rows.map((c, i) =>
        rows.map((d, k) => {
          if (c === d) return null;
          const [n, m] = [stage.matrix![c]![d]!, stage.matrix![d]![c]!];
          return (
            <g key={`${c}-${d}`} transform={`translate(${NAMES + k * column} ${TOP + i * ROW})`}>
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

function short(name: string, most = 25): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

function figure(amount: string, locale: Locale): string {
  const n = length(amount);
  return sayAmount(Number.isInteger(n) ? String(n) : n.toFixed(2), locale);
}
