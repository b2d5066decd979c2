/** The page: a bar, a narrow column of *where am I*, a wide one of *what is it*, a foot. */
export const layout = `
@layer layout {
  .skip { position: absolute; inset-inline-start: -100vw; background: var(--ink); color: var(--on-ink); padding: var(--s3) var(--s4); z-index: 2; }
  .skip:focus { inset-inline-start: 0; }
  .bar { border-block-end: 2px solid var(--ink); padding-inline: max(var(--s4), calc((100% - 68rem) / 2 + var(--s4))); display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s4); min-block-size: 3.25rem; }
  .bar .home { display: inline-flex; align-items: center; gap: var(--s2); font-weight: 700; font-size: var(--t-lead); text-decoration: none; min-block-size: var(--target); }
  .bar .home svg { inline-size: 1.5rem; block-size: 1.5rem; }
  .bar .side { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: 0 var(--s4); align-items: center; font-size: var(--t-small); }
  .bar .side a { min-block-size: var(--target); display: inline-flex; align-items: center; }
  .bar .side a[aria-current] { text-decoration: none; font-weight: 700; }
  .practice { background: var(--ink); color: var(--on-ink); padding-block: var(--s2); font-size: var(--t-small); }
  .practice a { color: inherit; }
  .practice p { margin: 0 auto; max-inline-size: 68rem; padding-inline: var(--s4); }
  .page { max-inline-size: 68rem; margin-inline: auto; padding-inline: var(--s4); }
  main { padding-block: var(--s5) var(--s7); min-inline-size: 0; }
  .front-side > section > h2 { margin-block-start: 0; }
  .front-side > section + section { margin-block-start: var(--s6); }
  .front .sentences > li { padding-block: var(--s2); }
  @media (min-width: 60rem) {
    .front { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); column-gap: var(--s7); align-items: start; }
    .front h1 { font-size: var(--t-grand); }
    .front-side { border-inline-start: 1px solid var(--line); padding-inline-start: var(--s6); font-size: 0.944rem; }
  }
  main > .read, .read { max-inline-size: var(--read); }
  .where { font-size: var(--t-small); padding-block-start: var(--s3); min-inline-size: 0; }
  .where .name { font-weight: 700; font-size: var(--t-body); text-decoration: none; min-block-size: var(--target); display: inline-flex; align-items: center; line-height: 1.25; max-inline-size: 100%; }
  .where .name:hover { text-decoration: underline; }
  .where ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 var(--s4); border-block-end: 1px solid var(--line); }
  .where li { margin: 0; flex: none; }
  .where li a { display: flex; gap: var(--s2); align-items: center; min-block-size: var(--target); text-decoration: none; color: var(--ink-soft); white-space: nowrap; border-block-end: 3px solid transparent; }
  .where li a:hover { color: var(--ink); text-decoration: underline; }
  .where li a[aria-current] { color: var(--ink); font-weight: 700; border-block-end-color: var(--ink); }
  .needs-count { background: var(--red); color: var(--paper); border-radius: 1em; padding-inline: 0.5em; font-weight: 700; line-height: 1.5; }
  @media (max-width: 55.99rem) { .where:has(li:first-child [aria-current]) .name { display: none; } }
  @media (min-width: 56rem) {
    .page.has-where { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: var(--s6); }
    .where { padding-block-start: var(--s5); }
    .where ul { display: block; overflow: visible; border: 0; margin-block-start: var(--s2); border-block-start: 1px solid var(--line); }
    .where li { border-block-end: 1px solid var(--line); }
    .where li a { border-block-end: 0; border-inline-start: 3px solid transparent; padding-inline-start: 0; }
    .where li a[aria-current] { border-inline-start-color: var(--ink); padding-inline-start: var(--s2); }
    main { padding-block-start: var(--s6); }
  }
  .foot { border-block-start: 1px solid var(--line); color: var(--ink-soft); font-size: var(--t-small); padding-block: var(--s4); }
  .foot > div { padding-inline: var(--s4); max-inline-size: 68rem; margin-inline: auto; display: flex; flex-wrap: wrap; gap: 0 var(--s5); align-items: center; }
  .foot p { margin: 0; padding-block: var(--s1); flex: 1 1 22rem; }

  .foot a { min-block-size: var(--target); display: inline-flex; align-items: center; }
}
`;
