/** Stage counts: for each candidate a row, for each stage a bar, the quota as a broken line. */
import { countSpeech, sayAmount, type StageFacts } from "@nabat/speech/count/mod.ts";
import { length } from "./layout.ts";
import { DRAWN, figure, Frame, type Part, ROW, RowName, widthForNames } from "./picture-frame.tsx";

const TOP = 24;

/** The picture of stages that hold a number for each candidate. */
export function Bars({ of, stages }: { of: Part; stages: readonly StageFacts[] }) {
  const { result, locale, id, rows } = of;
  const speech = countSpeech(locale);
  const column = stages.length > 12 ? 66 : stages.length === 1 ? 240 : 84;
  const most = Math.max(
    1e-9,
    ...stages.flatMap((s) => [...rows.map((c) => length(s.votes![c] ?? "")), length(s.quota ?? "0")]),
  );
  const scale = (column - 14) / most;
  const width = Math.max(240, stages.length * column, widthForNames(of));
  const bottom = TOP + rows.length * ROW;
  const quota = stages[0]?.quota === undefined ? undefined : (result.quota ?? stages[0].quota);
  const place = (k: number, i: number): string => `translate(${k * column} ${TOP + i * ROW})`;
  return (
    <Frame of={of} width={width} height={bottom + (quota === undefined ? 24 : 42)}>
      {stages.map((s, k) => (
        <text key={s.number} x={k * column} y="12" font-size="11">
          {speech.t("column-stage", { number: s.number })}
        </text>
      ))}
      {rows.map((c, i) => (
        <g key={c} transform={place(0, i)}>
          <RowName of={of} c={c} width={width} />
        </g>
      ))}
      {stages.map((s, k) =>
        rows.map((c, i) => {
          const amount = s.votes![c] ?? "";
          if (amount === "") return null;
          // Where only one stage has numbers, what follows from them is shown with them.
          const elected =
            stages.length === 1
              ? result.winners.includes(c)
              : result.stages.some((e) => e.number <= s.number && e.elected.includes(c));
          const reach = (length(s.quota ?? "0") * scale).toFixed(1);
          return (
            <g key={`${s.number}-${c}`} transform={place(k, i)}>
              <rect
                x="0.5"
                y={DRAWN}
                width={Math.max(0.5, length(amount) * scale).toFixed(1)}
                height="9"
                stroke="currentColor"
                stroke-width="0.6"
                fill={elected ? "currentColor" : `url(#${id}-hatch)`}
              />
              <text x="0" y={DRAWN + 20} font-size="10">
                {figure(amount, locale)}
              </text>
              {s.quota !== undefined && (
                <line
                  x1={reach}
                  x2={reach}
                  y1={DRAWN - 3}
                  y2={DRAWN + 21}
                  stroke="currentColor"
                  stroke-dasharray="3 2"
                />
              )}
            </g>
          );
        }),
      )}
      <g font-size="10" transform={`translate(0 ${bottom + 8})`}>
        <rect x="0.5" width="14" height="9" stroke="currentColor" stroke-width="0.6" />
        <text x="19" y="8">
          {speech.t("picture-elected")}
        </text>
        <rect x="86" width="14" height="9" stroke="currentColor" stroke-width="0.6" fill={`url(#${id}-hatch)`} />
        <text x="105" y="8">
          {speech.t(stages.length === 1 ? "state-not" : "picture-standing")}
        </text>
        {quota !== undefined && (
          <>
            <line x1="7" x2="7" y1="14" y2="29" stroke="currentColor" stroke-dasharray="3 2" />
            <text x="19" y="26">
              {speech.t("picture-quota")} {sayAmount(quota, locale)}
            </text>
          </>
        )}
      </g>
    </Frame>
  );
}
