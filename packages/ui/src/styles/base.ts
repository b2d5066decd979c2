/** Elements as they are without any class. */
export const base = `
@layer base {
  *, *::before, *::after { box-sizing: border-box; }
  html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  @media (min-width: 60rem) { html { font-size: 112.5%; } }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--font);
    font-size: var(--t-body);
    line-height: 1.55;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  table, button, .btn { overflow-wrap: break-word; }
  h1, h2, h3 { line-height: 1.2; font-weight: 700; text-wrap: balance; hyphens: auto; margin-block: 0 var(--s3); }
  h1 { font-size: var(--t-title); letter-spacing: -0.01em; }
  h2 { font-size: var(--t-head); margin-block-start: var(--s6); }
  h3 { font-size: var(--t-lead); margin-block-start: var(--s5); }
  p, ul, ol, dl, figure, table, blockquote { margin-block: 0 var(--s4); }
  ul, ol { padding-inline-start: 1.4em; }
  li { margin-block-end: var(--s1); }
  a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  a:hover { text-decoration-thickness: 2px; }
  :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 2px; }
  strong, b { font-weight: 700; }
  small { font-size: var(--t-small); }
  code, .key { font-family: ui-monospace, "Liberation Mono", "Noto Sans Mono", monospace; font-size: 0.9em; overflow-wrap: anywhere; }
  hr { border: 0; border-block-start: 1px solid var(--line); margin-block: var(--s5); }
  svg { display: block; max-inline-size: 100%; }
  @media (min-width: 36rem) { time { white-space: nowrap; } }
  table { border-collapse: collapse; inline-size: 100%; }
  caption { text-align: start; color: var(--ink-soft); font-size: var(--t-small); padding-block-end: var(--s2); }
  th, td { text-align: start; vertical-align: top; padding: var(--s2) var(--s3) var(--s2) 0; border-block-end: 1px solid var(--line); }
  thead th { font-size: var(--t-small); font-weight: 600; color: var(--ink-soft); border-block-end-color: var(--line-strong); }
  tbody th { font-weight: 600; }
  td.n, th.n { text-align: end; white-space: nowrap; }
  th:last-child, td:last-child { padding-inline-end: 0; }
  dialog { color: var(--ink); background: var(--paper); border: 2px solid var(--ink); padding: var(--s5) var(--s4); inline-size: min(100% - 1.5rem, calc(var(--read) + 3rem)); max-block-size: calc(100dvb - 1.5rem); overflow-y: auto; }
  dialog::backdrop { background: rgb(29 26 23 / 0.55); }
  dialog > h2 { margin-block-start: 0; }
  dialog > .row:last-child { position: sticky; inset-block-end: calc(-1 * var(--s5)); background: var(--paper); border-block-start: 1px solid var(--line-strong); margin: 0 calc(-1 * var(--s4)) calc(-1 * var(--s5)); padding: var(--s3) var(--s4); }
  dt { font-weight: 600; }
  dd { margin: 0 0 var(--s3); }
  fieldset { border: 0; margin: 0 0 var(--s5); padding: 0; min-inline-size: 0; }
  legend { padding: 0; font-weight: 700; font-size: var(--t-lead); margin-block-end: var(--s2); }
  details > summary { cursor: pointer; min-block-size: var(--target); padding-block: var(--s1); line-height: 1.3; display: flex; align-items: center; gap: var(--s2); font-weight: 600; list-style: none; }
  details[open] > summary + * { margin-block-start: var(--s2); }
  details:not([open]) + p { margin-block-start: var(--s2); }
  section > details:last-child { margin-block-end: var(--s2); }
  details > summary::-webkit-details-marker { display: none; }
  details > summary::before { content: "+"; font-weight: 700; inline-size: 1.1em; flex: none; text-align: center; border: 1px solid var(--line-strong); border-radius: 2px; line-height: 1.1em; }
  details[open] > summary::before { content: "–"; }
  [hidden] { display: none !important; }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
}
`;
