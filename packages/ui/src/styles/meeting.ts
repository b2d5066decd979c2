/** A meeting while it is held, its agenda and minutes, and the projector's letters for the last row. */
export const meeting = `
@layer parts {
  .agenda { padding-inline-start: 1.8em; max-inline-size: calc(var(--read) + 2rem); }
  .agenda > li { padding-block: var(--s2); border-block-end: 1px solid var(--line); margin: 0; }
  .agenda > li > p { margin-block-end: 0; }
  .agenda > li::marker { font-weight: 700; }
  .agenda > .done, .agenda > .put-off { color: var(--ink-soft); }
  .agenda > .open { border-inline-start: 4px solid var(--ink); padding-inline-start: var(--s3); }
  .before { border-block: 2px solid var(--ink); padding-block: var(--s4); margin-block: var(--s4); }
  .before > :last-child { margin-block-end: 0; }
  .before > h2.outcome { font-size: var(--t-title); margin-block: 0 var(--s3); line-height: 1.2; }
  .before:empty { display: none; }
  .vote-box { border-block-start: 1px solid var(--line-strong); padding-block-start: var(--s4); margin-block-start: var(--s4); }
  .before > .vote-box:first-child { border: 0; padding-block-start: 0; margin-block-start: 0; }
  .vote-box > h2, .vote-box section > h2 { font-size: var(--t-lead); margin-block: var(--s2) var(--s3); }
  .live-head h1 { font-size: var(--t-head); margin-block-end: var(--s1); }
  .live-side { font-size: 0.944rem; }
  .live-side th, .live-side td { padding-inline-end: var(--s2); }
  .live-side .lead { font-size: var(--t-body); font-weight: 650; }
  .live-side h2 { font-size: var(--t-lead); margin-block-start: var(--s5); }
  .live .before .text { font-size: var(--t-lead); line-height: 1.45; }
  @media (min-width: 72rem) {
    .live { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 4fr); column-gap: var(--s6); align-items: start; }
    .live .before { margin-block-start: 0; }
    .live .before > h2.outcome { font-size: var(--t-grand); line-height: 1.1; letter-spacing: -0.015em; }
    .live-side { border-inline-start: 1px solid var(--line-strong); padding-inline-start: var(--s5); }
    .live-side > :first-child h2 { margin-block-start: 0; }
    .live-side .facts > div { grid-template-columns: 1fr; gap: 0; }
    .live-side .facts dt { font-size: var(--t-small); }
  }
  .speaking { border-inline-start: 4px solid var(--ink); padding-inline-start: var(--s3); font-size: var(--t-head); line-height: 1.2; display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; }
  .clock { font-variant-numeric: tabular-nums; }
  .speakers { max-inline-size: var(--read); }
  .row > form.act { margin: 0; }
  .row > form.act p { margin: 0; }
  .links { display: flex; flex-wrap: wrap; gap: 0 var(--s5); }
  .links a { min-block-size: var(--target); display: inline-flex; align-items: center; }
  .doors-plain { list-style: none; padding: 0; }
  .doors-plain a { min-block-size: var(--target); display: inline-flex; align-items: center; }
  .doors-plain p { margin: 0; }
  .minutes-list { padding-inline-start: 0; list-style: none; max-inline-size: calc(var(--read) + 6rem); }
  .minutes-list > li { padding-block: var(--s2); border-block-end: 1px solid var(--line); margin: 0; }
  .minutes-list time { color: var(--ink-soft); font-size: var(--t-small); margin-inline-end: var(--s2); }
  .minutes-list:not(.numbered) > li { display: grid; grid-template-columns: minmax(3rem, max-content) 1fr; gap: 0 var(--s2); align-items: baseline; }
  .minutes-list:not(.numbered) time { white-space: normal; max-inline-size: 7rem; }
  .minutes-list.numbered { list-style: decimal; padding-inline-start: 2.2em; }
  .minutes-link { align-items: center; margin-block-start: var(--s6); max-inline-size: var(--read); }
  .minutes-link .qr { inline-size: 9rem; }
  .sign-sheet td { block-size: 2.6rem; inline-size: 50%; }
  .when { font-weight: 650; }
  .when::first-letter { text-transform: uppercase; }
  .when .small { font-weight: 400; }
  .next-meeting { border-block: 2px solid var(--ink); padding-block: var(--s4); margin-block: var(--s5); display: grid; gap: 0 var(--s6); }
  .next-meeting h2 { font-size: var(--t-small); font-weight: 400; color: var(--ink-soft); margin: 0 0 var(--s1); }
  .next-meeting .lead { font-size: var(--t-head); font-weight: 700; line-height: 1.2; margin-block-end: var(--s2); }
  .next-meeting .lead a { text-decoration-thickness: 2px; }
  .next-meeting ol { margin: 0; }
  @media (min-width: 60rem) { .next-meeting:has(ol) { grid-template-columns: 1fr 1fr; } .next-meeting ol { border-inline-start: 1px solid var(--line-strong); padding-inline-start: 2.6rem; } }
  .next-meeting > :last-child { margin-block-end: 0; }
  .projector body { background: var(--paper); color: var(--ink); }
  .projector.dark { --paper: #000; --ink: #fff; --ink-soft: #ddd; --line: #555; --line-strong: #999; --red: #ff9c8c; color-scheme: dark; }
  .projector.light { --paper: #fff; --ink: #000; --ink-soft: #222; --line: #bbb; --line-strong: #555; --red: #a3180f; color-scheme: light; }
  .screen { padding: 4vmin 5vmin; min-block-size: 100vh; display: flex; flex-direction: column; gap: 3vmin; font-size: 4.2vmin; line-height: 1.3; }
  .screen > * { margin: 0; max-inline-size: none; }
  .screen h1 { font-size: 9vmin; line-height: 1.05; letter-spacing: -0.015em; }
  .screen h2 { font-size: 6vmin; line-height: 1.15; }
  .screen .text { max-inline-size: none; font-size: 5.2vmin; line-height: 1.3; }
  .screen-kicker { font-size: 3.4vmin; color: var(--ink-soft); border-block-end: 1px solid var(--line-strong); padding-block-end: 2vmin; }
  .screen-outcome { font-size: 11vmin; font-weight: 700; line-height: 1.05; letter-spacing: -0.015em; }
  .screen-vote { font-size: 6vmin; font-weight: 650; line-height: 1.2; border-inline-start: 1.6vmin solid var(--red); padding-inline-start: 3vmin; margin-block-start: auto !important; }
  .screen-result { margin-block-start: auto !important; display: grid; gap: 2.5vmin; }
  .screen-result > * { margin: 0; }
  .screen figure { margin: 0; }
  .screen .bar-chart { block-size: 11vmin; }
  .screen .legend { grid-template-columns: repeat(auto-fit, minmax(20vmin, 1fr)); gap: 0 3vmin; margin: 0; }
  .screen .legend li { font-size: 3.4vmin; grid-template-columns: 3.6vmin 1fr; gap: 0 1.5vmin; border: 0; padding-block: 2vmin 0; }
  .screen .legend b { font-size: 9vmin; margin-block-end: 0.5vmin; }
  .screen .legend svg { inline-size: 3.6vmin; block-size: 3.6vmin; margin-block-start: 3vmin; }
  .screen-speaker { margin-block-start: auto !important; border-block-start: 2px solid var(--line-strong); padding-block-start: 2vmin; font-size: 8vmin; line-height: 1.1; display: flex; justify-content: space-between; align-items: baseline; gap: 4vmin; flex-wrap: wrap; }
  .screen-vote ~ .screen-speaker, .screen-result ~ .screen-speaker { margin-block-start: 0 !important; }
  @media print {
    .minutes-list > li { break-inside: avoid; }
    .minutes-link .qr { inline-size: 28mm; }
    .sign-sheet td { border-block-end: 1px solid #000; block-size: 11mm; }
    @page { @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  }
}
`;
