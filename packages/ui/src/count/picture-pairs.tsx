/** Pairwise counts: papers that put the row before the column, framed where they are the more. */
import { sayAmount, type StageFacts } from "@nabat/speech/count/mod.ts";
import { outcomeOf } from "./count-table.tsx";
import { drawnWidth, nameLines } from "./layout.ts";
import { Frame, type Part } from "./picture-frame.tsx";

const [ROW, TOP, COLUMN, NAMES] = [34, 34, 58, 130];

/** The picture of a stage that compares each with each. */
export function Pairs({ of, stage }: { of: Part; stage: StageFacts }) {
  const { result, locale, rows } = of;
  const wrapped = rows.map((c) => nameLines(result.candidates[c]!, NAMES - 10));
  const names = Math.min(NAMES, 14 + Math.ceil(Math.max(40, ...wrapped.flatMap((w) => w.lines.map(drawnWidth))) * 1.1));
  const end = names + rows.length * COLUMN + 6;
  const right = Math.ceil(Math.max(...rows.map((c) => drawnWidth(`● ${outcomeOf(result, c, locale)}`)))) + 6;
  return (
    <Frame of={of} width={end + right} height={TOP + rows.length * ROW + 8}>
      {rows.map((c, i) => (
        <g key={c} transform={`translate(0 ${TOP + i * ROW})`}>
          <text font-weight={result.winners.includes(c) ? "bold" : "normal"}>
            {wrapped[i]!.cut && <title>{result.candidates[c]}</title>}
            {wrapped[i]!.lines.map((line, k) => (
              <tspan key={k} x="0" y={ROW / 2 + 4 + (wrapped[i]!.lines.length === 1 ? 0 : k === 0 ? -6 : 8)}>
                {line}
              </tspan>
            ))}
          </text>
          <text x={end} y={ROW / 2 + 4} font-size="11">
            {result.winners.includes(c) ? "● " : ""}
            {outcomeOf(result, c, locale)}
          </text>
          <line x1="0" x2={end + right} y1={ROW} y2={ROW} stroke="currentColor" stroke-opacity="0.2" />
        </g>
      ))}
      {rows.map((d, k) => (
        <text key={d} x={names + k * COLUMN + 2} y={TOP - 10} font-size="10">
          <title>{result.candidates[d]}</title>
          {nameLines(result.candidates[d]!, COLUMN, 1).lines[0]}
        </text>
      ))}
      {rows.map((c, i) =>
        rows.map((d, k) => {
          if (c === d) return null;
          const [n, m] = [stage.matrix![c]![d]!, stage.matrix![d]![c]!];
          return (
            <g key={`${c}-${d}`} transform={`translate(${names + k * COLUMN} ${TOP + i * ROW})`}>
              {n > m && (
                <rect
                  x="0"
                  y="4"
                  width={COLUMN - 6}
                  height={ROW - 8}
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.5"
                />
              )}
              <text x="5" y={ROW / 2 + 4} font-weight={n > m ? "bold" : "normal"}>
                {sayAmount(String(n), locale)}
              </text>
            </g>
          );
        }),
      )}
    </Frame>
  );
}
