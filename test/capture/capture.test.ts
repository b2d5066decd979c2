/**
 * The capture game's short form: some hundred weeks in which a third of the roll does all it is entitled to, and
 * nothing breaks; and, for each rule that can be switched off, the known attack that breaks something without it.
 */
import { describe, expect, it } from "vitest";
import { calmEnough, told, toothless } from "./printout.ts";
import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";

const WEEKS = 300;
const SEED = 4;
/** Within so many weeks a rule that is off must be found out by its known attack. */
const FOUND_WITHIN = 600;

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
      const { weeks, entries, tried, entered, met } = search({ weeks: 30, seed: 3 });
      return { weeks, entries, tried, entered, met };
    };
    expect(figures()).toEqual(figures());
  });

  for (const [rule, { says, attack, breaks, ...rules }] of Object.entries(SWITCHES))
    it(`finds out that ${rule} is off: ${says}`, () => {
      const run = search({ weeks: FOUND_WITHIN, seed: 1, size: 9, colluders: 3, rules, only: attack, until: breaks });
      expect(run.breaks.map((b) => b.invariant)).toContain(breaks);
    });
});
