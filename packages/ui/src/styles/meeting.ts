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
  .speaking { font-size: var(--t-lead); display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; }
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
  .minutes-list.numbered { list-style: decimal; padding-inline-start: 2.2em; }
  .minutes-link { align-items: center; margin-block-start: var(--s6); max-inline-size: var(--read); }
  .minutes-link .qr { inline-size: 9rem; }
  .sign-sheet td { block-size: 2.6rem; inline-size: 50%; }
  .next-meeting { border-block: 2px solid var(--ink); padding-block: var(--s3); margin-block: var(--s4); }
  .next-meeting h2 { font-size: var(--t-body); margin: 0 0 var(--s1); }
  .next-meeting > :last-child { margin-block-end: 0; }
  .projector body { background: var(--paper); color: var(--ink); }
  .projector.dark { --paper: #000; --ink: #fff; --ink-soft: #ddd; --line: #555; --line-strong: #999; color-scheme: dark; }
  .projector.light { --paper: #fff; --ink: #000; --ink-soft: #222; --line: #bbb; --line-strong: #555; color-scheme: light; }
  .screen { padding: 4vmin 5vmin; min-block-size: 100vh; display: flex; flex-direction: column; gap: 3vmin; font-size: 4.2vmin; line-height: 1.3; }
  .screen > * { margin: 0; max-inline-size: none; }
  .screen h1 { font-size: 8.5vmin; line-height: 1.1; }
  .screen h2 { font-size: 5.5vmin; }
  .screen .text { max-inline-size: none; font-size: 5vmin; }
  .screen-kicker { font-size: 3.2vmin; color: var(--ink-soft); }
  .screen-outcome { font-size: 9vmin; font-weight: 700; line-height: 1.1; }
  .screen-vote { font-size: 5vmin; border-block: 2px solid var(--ink); padding-block: 1.5vmin; }
  .screen-speaker { margin-block-start: auto !important; border-block-start: 2px solid var(--line-strong); padding-block-start: 2vmin; font-size: 6vmin; display: flex; justify-content: space-between; gap: 4vmin; flex-wrap: wrap; }
  @media print {
    .minutes-list > li { break-inside: avoid; }
    .minutes-link .qr { inline-size: 28mm; }
    .sign-sheet td { border-block-end: 1px solid #000; block-size: 11mm; }
    @page { @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  }
}
`;
