/** A QR code as one SVG path, drawn on this device: what it holds goes through no server. */
import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";

/** The code of `text`; `label` says what it is to those who don't see it. */
export function qrCode(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { border: 2, ecc: "M" });
  let path = "";
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y]?.[x]) path += `M${x} ${y}h1v1h-1z`;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "qr");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return svg;
}
