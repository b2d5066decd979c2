/** Print is a design of its own: black on white, no doors, links with their address where it helps. */
export const print = `
@layer print {
  .print-only { display: none; }
  @media print {
    @page { margin: 18mm 16mm; }
    :root { --paper: #fff; --paper-sunk: #fff; --ink: #000; --ink-soft: #222; --line: #999; --line-strong: #444; --red: #000; --red-paper: #fff; --green: #000; --amber: #000; --on-ink: #fff; color-scheme: light; }
    html { font-size: 10.5pt; }
    .bar, .where, .foot .links, .skip, .btn, .filter, .pager, .doors, form.act, details:has(form), .no-print, .row.actions, script { display: none !important; }
    .page, .page.has-where { display: block; max-inline-size: none; padding: 0; }
    main { padding: 0; }
    .read, .text, .lead, .sentences, .notice { max-inline-size: none; }
    .practice { background: none; color: #000; border: 2px solid #000; margin-block-end: 6mm; }
    .foot { margin-block-start: 8mm; padding-block: 2mm; }
    .foot > div { max-inline-size: none; padding: 0; }
    .result .outcome { font-size: 18pt; }
    .print-link { display: grid; grid-template-columns: 30mm 1fr; gap: 5mm; align-items: center; margin-block-start: 8mm; break-inside: avoid; font-size: 9pt; }
    a { text-decoration: none; }
    h1, h2, h3 { break-after: avoid; }
    li, tr, .positions, .result, .sheet { break-inside: avoid; }
    .print-only { display: block; }
    .sign-lines { display: grid; grid-template-columns: 1fr 1fr; gap: 14mm 10mm; margin-block-start: 14mm; }
    .sign-lines > div { border-block-start: 1px solid #000; padding-block-start: 2mm; font-size: 9pt; }
    .sheet-page { break-after: page; }
    summary::before { display: none; }
  }
}
`;
