/** Counts: pictures and tables that can be moved sideways, stages as lines of a ledger, the choice of rules. */
export const count = `
@layer parts {
  .count-scroll { overflow-x: auto; border-block: 1px solid var(--line-strong); padding-block: var(--s3); margin-block-end: var(--s4); }
  .count-picture { display: block; max-inline-size: none; block-size: auto; color: var(--ink); }
  .count-tables .scroll { overflow-x: auto; margin-block-end: var(--s5); }
  .count-table { inline-size: auto; min-inline-size: min(100%, 30rem); }
  .count-table th, .count-table td { padding-inline-end: var(--s4); overflow-wrap: normal; }
  .count-table tbody th, .count-table tfoot th { min-inline-size: 7rem; max-inline-size: 14rem; overflow-wrap: break-word; }
  .count-table caption { max-inline-size: calc(100vw - 2.5rem); }
  .count-table th:first-child { position: sticky; inset-inline-start: 0; background: var(--paper); }
  .count-table tfoot th { font-weight: 400; color: var(--ink-soft); }
  .count-stages { list-style: none; padding: 0; max-inline-size: calc(var(--read) + 6rem); border-block-start: 1px solid var(--line-strong); }
  .count-stages > li { border-block-end: 1px solid var(--line); padding-block: var(--s2); margin: 0; }
  .count .facts { max-inline-size: 50rem; }
  .count-jump { border-block: 2px solid var(--ink); margin-block: var(--s5); }
  .count-jump ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 var(--s5); }
  .count-jump li { margin: 0; }
  .count-jump a { min-block-size: var(--target); display: inline-flex; align-items: center; font-weight: 650; }
  .count section { scroll-margin-block-start: var(--s3); }
  .count .outcome { margin-block: var(--s4); }
  @media (min-width: 60rem) { .count-picture { zoom: 1.3; } }
  .count-picture .on { stroke: var(--paper); }
  .count-again { border-block: 2px solid var(--ink); margin-block-start: var(--s6); }
  .count-again > summary { font-size: var(--t-head); font-weight: 700; }
  .count-ask { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: end; }
  .count-ask { margin-block-end: var(--s5); }
  .count-ask .field { margin: 0; }
  .count-form details { margin-block-end: var(--s5); }
  .count-form { margin-block-start: var(--s5); max-inline-size: 56rem; }
  .count-rules [role="group"] { margin-block-end: var(--s4); }
  .count-rule { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--s3); border-block-end: 1px solid var(--line); }
  .count-rule .pick { border: 0; }
  .count-rule > a { min-block-size: var(--target); min-inline-size: var(--target); display: inline-flex; align-items: center; justify-content: end; font-size: var(--t-small); }
  .papers { font-family: ui-monospace, "Liberation Mono", "Noto Sans Mono", monospace; font-size: 0.9rem; }
  pre.papers { overflow-x: auto; background: var(--paper-sunk); padding: var(--s3) var(--s4); }
  textarea.papers { white-space: pre; overflow-x: auto; }
  @media (min-width: 60rem) { .count-narrow { display: none; } }
  @media (max-width: 36rem) { .count-table { font-size: var(--t-small); } .count-table tbody th { min-inline-size: 6rem; max-inline-size: 9rem; } }
  @media print {
    .count-scroll, .count-tables .scroll { overflow: visible; border: 0; }
    .count-picture { max-inline-size: 100%; }
    .count-table th:first-child { position: static; }
    .count-table { inline-size: 100%; font-size: 8.5pt; }
    .count-table th, .count-table td { padding-inline-end: var(--s2); }
    .count-stages { max-inline-size: none; }
    .count details:not([open]) { display: none; }
  }
}
`;
