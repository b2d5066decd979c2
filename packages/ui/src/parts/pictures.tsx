/** Pictures from the server, so that they print: QR codes, result bars. Each stands beside its words. */
import { encode } from "uqr";
import { useSay } from "../say.ts";

/** A QR code of `text` as one SVG path. `label` says what it leads to. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  let d = "";
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y]?.[x]) d += `M${x} ${y}h1v1h-1z`;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={d} />
    </svg>
  );
}

export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

/** Fills by position: solid, hatched, crossed, dotted, empty: they differ in print and without colour. */
const FILLS = ["solid", "hatch", "cross", "dots", "empty"] as const;

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="paper-fill" />
        <rect width="3" height="6" class="ink-fill" />
      </pattern>
      <pattern id={`${id}-cross`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="paper-fill" />
        <path d="M0 0h6M0 0v6" class="ink-line" stroke-width="1.6" />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" class="paper-fill" />
        <circle cx="3" cy="3" r="1.3" class="ink-fill" />
      </pattern>
    </defs>
  );
}

function fillOf(index: number, id: string): { readonly fill?: string; readonly class?: string } {
  const fill = FILLS[Math.min(index, FILLS.length - 1)];
  if (fill === "solid") return { class: "ink-fill" };
  if (fill === "empty") return { class: "paper-fill" };
  return { fill: `url(#${id}-${fill})` };
}

/**
 * A result as one bar of its whole. `parts` in order of FILLS: at most five; the last is whoever took
 * no position. `id` must be unique on the page. The sentence beside it carries the same numbers.
 */
export function ResultBar({ id, parts, sentence }: { id: string; parts: readonly BarPart[]; sentence: string }) {
  const { t } = useSay();
  const whole = parts.reduce((n, p) => n + p.value, 0) || 1;
  let x = 0;
  return (
    <figure>
      <svg class="bar-chart" viewBox="0 0 720 40" preserveAspectRatio="none" role="img" aria-label={sentence}>
        <Patterns id={id} />
        <rect x="1" y="1" width="718" height="38" class="paper-fill" />
        {parts.map((p, i) => {
          const width = (718 * p.value) / whole;
          const rect = <rect key={p.key} x={1 + x} y="1" width={width} height="38" {...fillOf(i, id)} />;
          x += width;
          return rect;
        })}
        <rect x="1" y="1" width="718" height="38" class="ink-line" stroke-width="2" />
      </svg>
      <figcaption>
        <ul class="legend">
          {parts.map((p, i) => (
            <li key={p.key} class={p.value === 0 ? "none" : undefined}>
              <svg viewBox="0 0 18 18" aria-hidden="true">
                <rect x="1" y="1" width="16" height="16" {...fillOf(i, id)} />
                <rect x="1" y="1" width="16" height="16" class="ink-line" stroke-width="1.5" />
              </svg>
              <span>
                <b>{t("number", { n: p.value })}</b> {p.label}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
