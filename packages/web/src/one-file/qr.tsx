/** A code drawn here, as a part of the page. */
import { encode } from "uqr";

/** Bytes of the longest text that is put into a code: a denser one is hard to read from a screen. */
export const MOST_IN_CODE = 1200;

/** The code of `text`; `label` says what it is to those who don't see it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2, ecc: "M" });
  let path = "";
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y]?.[x]) path += `M${x} ${y}h1v1h-1z`;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
