/**
 * The capture game's short form: some hundred weeks in which a third of the roll does all it is entitled to, and
 * nothing breaks; and, for each rule that can be switched off, the known attack that breaks something without it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calmEnough, told, toothless } from "./printout.ts";
import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";
import { findUnaided } from "./unaided.ts";

const WEEKS = 150;
const SEED = 21;
/** Within so many weeks a rule that is off must be found out by its known attack. */
const FOUND_WITHIN = 600;
/** Rules that the search finds out soon without the attack against them. */
const UNAIDED = ["V-58"];

describe("the capture game", () => {
  it("holds counts, consent and the way back, and gets what is ordinary through", () => {
    const began = performance.now();
    const run = search({ weeks: WEEKS, seed: SEED });
    const printed = told(run, (performance.now() - began) / 1000);
    expect(run.breaks, printed).toEqual([]);
    expect(toothless(run), printed).toEqual([]);
    expect(calmEnough(run), printed).toBe(true);
  });

  it("plays the same game from the same seed", () => {
    const figures = (): unknown => {
      const { weeks, entries, tried, entered, met } = search({ weeks: 12, seed: 3 });
      return { weeks, entries, tried, entered, met };
    };
    expect(figures()).toEqual(figures());
  });

  for (const [rule, off] of Object.entries(SWITCHES))
    it(`finds out that ${rule} is off: ${off.says}`, () => {
      const { attack, breaks, lasting, size = 9, colluders = 3, seed = 1 } = off;
      const of = { weeks: FOUND_WITHIN, seed, size, colluders, ...(lasting === undefined ? {} : { lasting }) };
      const run = search({ ...of, rules: off, only: attack, until: breaks });
      expect(run.breaks.map((b) => b.invariant)).toContain(breaks);
    });

  it("has each of its switches in docs/capture-switches.md, and no other", () => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/capture-switches.md"), "utf8");
    const [, table = ""] = text.split("\n## The switches\n");
    const listed = [...(table.split("\n## ")[0] ?? "").matchAll(/^\| ([A-Z]+-[^|]*?) +\|/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(SWITCHES).sort());
    // The sentences name switches in their last column.
    const named = [...(text.split("\n## Sentence by sentence\n")[1] ?? "").matchAll(/\| ([^|\n]+?) *\|$/gm)]
      .map(([, cell]) => cell?.replace(/ \(.*/, "") ?? "")
      .filter((cell) => /^[A-Z]+-/.test(cell));
    const missing = named.flatMap((cell) => cell.split(", ")).filter((name) => !(name in SWITCHES));
    expect(missing).toEqual([]);
  });

  it("finds out some by itself, with the attack against them taken out; all of them by `--unaided`", () => {
    const all = UNAIDED.map((rule) => findUnaided(rule, { weeks: FOUND_WITHIN, seed: 1 }));
    expect(all.filter((u) => u.broke === undefined)).toEqual([]);
  });

  it("above a third promises nothing, but each breach shows on the body's pages", () => {
    const run = search({ weeks: 60, seed: 1, size: 5, colluders: 2 });
    expect(run.breaks.filter((b) => b.shows === undefined)).toEqual([]);
  });
});
