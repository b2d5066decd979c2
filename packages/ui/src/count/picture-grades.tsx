/** Majority judgment: for each option a bar of its grades, best first, with the middle marked. */
import type { StageFacts } from "@nabat/speech/count/mod.ts";
import { drawnWidth } from "./layout.ts";
import { DRAWN, Frame, type Part, ROW, RowName, widthForNames } from "./picture-frame.tsx";

/** The picture of a stage of grades. */
export function Grades({ of, stage }: { of: Part; stage: StageFacts }) {
  const { result, rows } = of;
  const width = Math.max(290, widthForNames(of));
  const height = rows.length * ROW + 6;
  return (
    <Frame of={of} width={width} height={height}>
      {rows.map((c, i) => {
        const row = stage.matrix![c]!;
        const whole = row.reduce((a, b) => a + b, 0) || 1;
        let x = 0.5;
        return (
          <g key={c} transform={`translate(0 ${i * ROW})`}>
            <RowName of={of} c={c} width={width} />
            {row.map((n, g) => {
              const [from, w] = [x, (n / whole) * (width - 1)];
              x += w;
              const label = `${result.gradeNames?.[g] ?? g + 1}: ${n}`;
              return (
                <g key={g}>
                  <rect
                    x={from.toFixed(1)}
                    y={DRAWN}
                    width={w.toFixed(1)}
                    height="18"
                    stroke="currentColor"
                    fill="currentColor"
                    fill-opacity={(0.6 * (1 - g / Math.max(1, row.length - 1))).toFixed(2)}
                  />
                  {w > drawnWidth(label) && (
                    <text
                      class="on"
                      x={(from + 4).toFixed(1)}
                      y={DRAWN + 13}
                      font-size="10"
                      paint-order="stroke"
                      stroke="Canvas"
                      stroke-width="3"
                    >
                      {label}
                    </text>
                  )}
                </g>
              );
            })}
            <line
              x1={width / 2}
              x2={width / 2}
              y1={DRAWN - 4}
              y2={DRAWN + 22}
              stroke="currentColor"
              stroke-width="2"
              stroke-dasharray="3 2"
            />
          </g>
        );
      })}
    </Frame>
  );
}
