/** The parts that pages are made of. */
export const parts = `
@layer parts {
  .lead { font-size: var(--t-lead); line-height: 1.45; max-inline-size: var(--read); }
  .kicker { font-size: var(--t-small); color: var(--ink-soft); margin-block: 0 var(--s1); }
  .soft { color: var(--ink-soft); }
  .standing { color: var(--ink-soft); font-weight: 400; white-space: nowrap; }
  .small { font-size: var(--t-small); }
  .nowrap { white-space: nowrap; }
  .text { white-space: pre-wrap; max-inline-size: var(--read); }
  .text:not(:last-child) { margin-block-end: var(--s4); }
  .sheet { border-block: 2px solid var(--ink); padding-block: var(--s4); margin-block-end: var(--s5); }
  .sheet > :last-child { margin-block-end: 0; }
  .sheet > h2:first-child { margin-block-start: 0; }
  .doors { list-style: none; padding: 0; margin-block: var(--s5); border-block-start: 2px solid var(--ink); }
  .doors > li { border-block-end: 1px solid var(--line); margin: 0; }
  .doors > li > a, .doors button { display: grid; grid-template-columns: 2.5rem 1fr auto; gap: 0 var(--s3); align-items: center; padding-block: var(--s3); text-decoration: none; min-block-size: 4rem; }
  .doors button { inline-size: 100%; padding-inline: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; }
  .doors form { margin: 0; }
  .doors > li > a::after, .doors button::after { content: "→"; grid-column: 3; grid-row: 1 / span 2; font-weight: 700; }
  [dir="rtl"] .doors > li > a::after, [dir="rtl"] .doors button::after { content: "←"; }
  .doors svg { inline-size: 2rem; block-size: 2rem; grid-row: 1 / span 2; }
  .doors b { grid-column: 2; font-size: var(--t-lead); line-height: 1.25; }
  .doors span { grid-column: 2; color: var(--ink-soft); font-size: var(--t-small); }
  .doors > li > a:hover b, .doors button:hover b { text-decoration: underline; text-underline-offset: 0.2em; }
  .ledger { list-style: none; padding: 0; border-block-start: 1px solid var(--line-strong); }
  .ledger > li { border-block-end: 1px solid var(--line); padding-block: var(--s3); margin: 0; }
  .ledger > li > :last-child { margin-block-end: 0; }
  .ledger .title { font-weight: 650; font-size: var(--t-body); }
  @media (min-width: 72rem) {
    .ledger.two-up { display: grid; grid-template-columns: 1fr 1fr; column-gap: var(--s6); }
  }
  .meta { color: var(--ink-soft); font-size: var(--t-small); margin-block: 0 var(--s4); }
  .ledger .meta, .remark .meta { margin: 0; }
  .ledger .meta:not(:last-child) { margin-block-end: var(--s1); }
  .ledger a.title { display: block; padding-block: var(--s3) 0.4rem; margin-block-start: calc(-1 * var(--s3)); }
  .facts dd > a:only-of-type, .meta a, .chain a, p > a:only-child:not(.btn), main li > a:only-child:not([class]) { padding-block: 0.8rem; }
  .meta > *, .dots > * { display: inline-block; }
  .meta > :empty { display: none; }
  .meta > :has(~ :not(:empty))::after, .dots > :not(:last-child)::after { content: "·"; margin-inline: 0.45em; font-weight: 400; }
  .tag { font-size: var(--t-small); font-weight: 600; white-space: nowrap; }
  .tag svg { inline-size: 0.95em; block-size: 0.95em; display: inline-block; vertical-align: -0.12em; margin-inline-end: 0.35em; }
  .tag.needs { color: var(--red); }
  .tag.good { color: var(--green); }
  .tag.warn { color: var(--amber); }
  .notice { border-inline-start: 4px solid var(--ink); background: var(--paper-sunk); padding: var(--s3) var(--s4); margin-block: 0 var(--s5); max-inline-size: calc(var(--read) + 2rem); }
  .notice > :last-child { margin-block-end: 0; }
  .notice .ledger { border: 0; margin: 0; }
  .notice .ledger > li { border-color: var(--line-strong); }
  .notice .ledger > li:last-child { border: 0; padding-block-end: 0; }
  .notice > h2, .notice > h3 { margin-block: 0 var(--s1); font-size: var(--t-body); }
  .notice > h2 svg, .notice > h3 svg { inline-size: 1.1em; block-size: 1.1em; display: inline-block; vertical-align: -0.15em; margin-inline-end: var(--s2); }
  .notice.needs { border-color: var(--red); background: var(--red-paper); }
  .notice.needs h2, .notice.needs h3 { color: var(--red); }
  .notice.good { border-color: var(--green); }
  .notice.warn { border-color: var(--amber); }
  .facts { display: grid; grid-template-columns: 1fr; gap: 0; border-block-start: 1px solid var(--line-strong); }
  .facts > div { display: grid; grid-template-columns: minmax(7.5rem, 12rem) 1fr; gap: var(--s3); border-block-end: 1px solid var(--line); padding-block: var(--s2); }
  .facts dt { font-weight: 400; color: var(--ink-soft); }
  .facts dt::first-letter, thead th::first-letter, .notice > h2::first-letter, .notice > h3::first-letter { text-transform: uppercase; }
  .facts dd { margin: 0; min-inline-size: 0; }
  .scroll { overflow-x: auto; margin-block-end: var(--s4); }
  .scroll > table { margin: 0; }
  .btn, button { font: inherit; font-weight: 650; min-block-size: var(--target); padding: var(--s2) var(--s5); border: 2px solid var(--ink); background: transparent; color: var(--ink); border-radius: 3px; cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); text-align: center; text-wrap: balance; line-height: 1.2; }
  .btn:hover, button:hover { background: var(--paper-sunk); text-decoration: none; }
  .btn.main, button.main { background: var(--ink); color: var(--on-ink); }
  .btn.main:hover, button.main:hover { background: var(--ink-soft); border-color: var(--ink-soft); }
  .btn.now, button.now { background: var(--red); border-color: var(--red); color: var(--paper); }
  button[disabled], .btn[aria-disabled="true"] { opacity: 0.55; cursor: not-allowed; }
  button.plain { border: 0; padding-inline: 0; text-decoration: underline; text-underline-offset: 0.2em; font-weight: 400; }
  .row { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; margin-block-end: var(--s4); }
  .row > p { margin: 0; }
  .row > .small, .row > p:not(:has(button)) { flex: 1 1 14rem; }
  .field { margin-block-end: var(--s4); max-inline-size: var(--read); }
  form.act { margin-block: var(--s4); }
  .field > label, .field > .label { display: block; font-weight: 600; margin-block-end: var(--s1); }
  .field .hint { color: var(--ink-soft); font-size: var(--t-small); margin: 0 0 var(--s1); }
  .field .wrong { color: var(--red); font-weight: 600; margin: var(--s1) 0 0; font-size: var(--t-small); }
  input, select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line-strong); border-radius: 3px; padding: var(--s2) var(--s3); min-block-size: var(--target); inline-size: 100%; max-inline-size: 100%; }
  input[type="number"] { inline-size: 7.5rem; }
  input[type="datetime-local"], input[type="date"] { inline-size: auto; }
  input[aria-invalid="true"], textarea[aria-invalid="true"] { border: 2px solid var(--red); }
  textarea { min-block-size: 8rem; resize: vertical; line-height: 1.5; }
  textarea.tall { min-block-size: 14rem; }
  select { padding-inline-end: var(--s5); }
  .pick { display: flex; gap: var(--s3); align-items: flex-start; min-block-size: var(--target); padding-block: 0.55rem; border-block-end: 1px solid var(--line); }
  .pick input { inline-size: 1.35rem; block-size: 1.35rem; min-block-size: 0; margin: 0.1rem 0 0; flex: none; accent-color: var(--ink); }
  .pick small { display: block; color: var(--ink-soft); }
  .pick:has(input:checked) b { text-decoration: underline; text-underline-offset: 0.2em; }
  .positions { border: 2px solid var(--ink); padding: var(--s4); margin-block: var(--s4); max-inline-size: calc(var(--read) + 2rem); }
  .positions legend { padding-inline: var(--s2); margin-inline-start: calc(-1 * var(--s2)); }
  .positions .pick:last-of-type { margin-block-end: var(--s4); }
  .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: var(--s3) var(--s4); margin-block-end: var(--s4); max-inline-size: var(--read); }
  .counts .field { margin: 0; }
  .filter { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: end; margin-block: var(--s4); padding-block-end: var(--s4); }
  .filter .field { margin: 0; flex: 1 1 11rem; min-inline-size: 0; max-inline-size: 18rem; }
  @media (max-width: 36rem) { .filter .field:first-child { flex-basis: 100%; max-inline-size: none; } }
  .pager { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; font-size: var(--t-small); color: var(--ink-soft); margin-block: var(--s3) var(--s5); }
  .pager a { min-block-size: var(--target); display: inline-flex; align-items: center; color: var(--ink); }
  .result { margin-block: var(--s4) var(--s5); }
  .result figure { margin-block-end: 0; }
  figure { margin-inline: 0; }
  .result .outcome { font-size: var(--t-title); font-weight: 700; line-height: 1.15; letter-spacing: -0.01em; margin-block-end: var(--s2); text-wrap: balance; }
  .bar-chart { inline-size: 100%; block-size: 3.25rem; }
  .legend { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(7.25rem, 1fr)); gap: 0 var(--s4); margin-block: 0 var(--s4); }
  .legend li { display: grid; grid-template-columns: 1.1rem 1fr; gap: 0 var(--s2); align-items: start; margin: 0; padding-block: var(--s3) var(--s2); border-block-end: 1px solid var(--line); font-size: var(--t-small); line-height: 1.3; }
  .legend b { display: block; font-size: var(--t-head); line-height: 1; margin-block-end: var(--s1); }
  .legend li.none { color: var(--ink-soft); }
  .legend li.none b { font-weight: 400; }
  .legend svg { inline-size: 1.1rem; block-size: 1.1rem; margin-block-start: 0.2rem; }
  .ink-fill { fill: var(--ink); } .ink-line { stroke: var(--ink); fill: none; } .paper-fill { fill: var(--paper); } .sunk-fill { fill: var(--paper-sunk); }
  .chain { list-style: none; padding: 0; margin-inline-start: 0.7rem; }
  .chain > li { position: relative; padding: 0 0 var(--s5) var(--s5); padding-inline: var(--s5) 0; border-inline-start: 2px solid var(--ink); margin: 0; }
  .chain > li::before { content: ""; position: absolute; inset-inline-start: -0.47rem; inset-block-start: 0.35rem; inline-size: 0.8rem; block-size: 0.8rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--ink); }
  .chain > li:last-child { border-inline-start-color: transparent; padding-block-end: 0; }
  .chain > li.root::before { background: var(--ink); }
  .chain > li.other { border-inline-start-style: dashed; }
  .chain p { margin-block-end: var(--s1); }
  .tree { list-style: none; padding-inline-start: 0; }
  .tree .tree:not(.alone) { padding-inline-start: var(--s5); border-inline-start: 1px solid var(--line-strong); margin-inline-start: 0.9rem; }
  .tree .house { display: flex; gap: var(--s3); align-items: center; padding-block: var(--s2); }
  .tree .house svg { inline-size: 1.8rem; block-size: 1.8rem; flex: none; }
  .sentences { counter-reset: s; list-style: none; padding: 0; max-inline-size: var(--read); }
  .sentences > li { counter-increment: s; padding: var(--s3) 0 var(--s3) 2.4rem; padding-inline: 2.4rem 0; position: relative; border-block-end: 1px solid var(--line); margin: 0; }
  .sentences > li::before { content: counter(s); position: absolute; inset-inline-start: 0; font-weight: 700; font-size: var(--t-lead); line-height: 1.3; }
  .sentences select, .sentences input { inline-size: auto; display: inline-block; }
  .diff { white-space: pre-wrap; max-inline-size: var(--read); border-inline-start: 1px solid var(--line-strong); padding-inline-start: var(--s3); }
  .diff ins { text-decoration: underline; text-decoration-thickness: 2px; background: var(--paper-sunk); font-weight: 600; }
  .diff del { color: var(--ink-soft); }
  .paragraphs { list-style: none; padding: 0; max-inline-size: calc(var(--read) + 2rem); }
  .paragraphs > li { margin: 0; }
  .paragraphs > .paragraph { display: grid; grid-template-columns: 2rem 1fr; gap: 0 var(--s2); border-block-start: 1px solid var(--line); padding-block: var(--s3) 0; }
  .paragraphs .n { color: var(--ink-soft); font-weight: 650; font-variant-numeric: tabular-nums; }
  .paragraphs .paragraph > a, .paragraphs .paragraph > .small { grid-column: 2; }
  .paragraphs a { display: inline-flex; align-items: center; min-block-size: var(--target); justify-self: start; }
  .paragraphs > .between { padding-inline-start: 2.5rem; font-size: var(--t-small); }
  .insertion { border-inline-start: 4px solid var(--ink); padding-inline-start: var(--s3); margin-block: var(--s3); font-weight: 600; }
  .qr { inline-size: 15rem; max-inline-size: 100%; background: #fff; padding: var(--s2); }
  .qr path { fill: #000; }
  .remark { border-block-end: 1px solid var(--line); padding-block: var(--s3); }
  .remark p:last-child { margin: 0; }
  .island:empty { display: none; }
  .two { display: grid; gap: var(--s4) var(--s6); }
  @media (min-width: 48rem) { .two { grid-template-columns: 1fr 1fr; } }
  .words { columns: 2; font-family: ui-monospace, monospace; }
  .empty { border: 1px dashed var(--line-strong); padding: var(--s4); margin-block-end: var(--s5); max-inline-size: calc(var(--read) + 2rem); }
  .empty > :last-child { margin-block-end: 0; }
  @media (max-width: 36rem) {
    .facts > div { grid-template-columns: 1fr; gap: 0; }
    .facts dt { font-size: var(--t-small); }
    .stack thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .stack, .stack caption, .stack tbody, .stack tr, .stack td, .stack th { display: block; }
    .stack tr { border-block-end: 1px solid var(--line); padding-block: var(--s2); }
    .stack td, .stack th { border: 0; padding: 0; }
    .stack td.n, .stack th.n { text-align: start; }
    .stack td::first-letter { text-transform: uppercase; }
    .stack [data-label]::before { content: attr(data-label) " "; white-space: pre-wrap; color: var(--ink-soft); font-size: var(--t-small); font-weight: 400; }
    .btn.wide, button.wide { inline-size: 100%; }
  }
}
`;
