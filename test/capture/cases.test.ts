/**
 * Broken histories as worked cases: cut to their shortest, signed with real keys, sent through again. Where the rules as
 * they are let none through, a rule that is switched off shows that the way works. A case whose founding no longer parses,
 * because the form of acts changed, is made anew: `npm run capture -- --without "K-12 votes" --keep test/capture/cases`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cut } from "./cut.ts";
import { play } from "./history.ts";
import { AS_THEY_ARE } from "./house.ts";
import { judgeOne } from "./judge.ts";
import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";
import { replay, type WorkedCase, workedCase } from "./worked-case.ts";

const FOLDER = join(import.meta.dirname, "cases");
const KEPT = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

function off(rule: string | undefined): (typeof SWITCHES)[string] {
  const found = SWITCHES[rule ?? ""];
  if (!found) throw new Error(`no switch ${rule}`);
  return found;
}

describe("worked cases of the capture game", () => {
  it("a broken history is cut to what it needs, and breaks with real signatures too", () => {
    const rules = off("K-12 votes");
    const { attack, breaks } = rules;
    const run = search({ weeks: 100, seed: 2, size: 9, colluders: 3, lasting: 3, rules, only: attack, until: breaks });
    const broken = run.breaks.find((b) => b.invariant === breaks);
    if (!broken) throw new Error("nothing broke");
    const shortest = cut(broken.plan, rules, breaks);
    expect(shortest.genes.length + shortest.days.length).toBeLessThan(
      (broken.plan.genes.length + broken.plan.days.length) / 4,
    );
    expect(judgeOne(play(shortest, rules), breaks)).not.toEqual([]);
    const made = workedCase(shortest, rules, breaks, "K-12 votes");
    expect(made?.record.at(-1)?.act.proof.proofValue).toMatch(/^z/);
    expect(made?.record.length).toBeLessThan(80);
  });

  for (const name of KEPT)
    it(`${name}: breaks with the rule off, is refused with the rules as they are`, () => {
      const kept = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as WorkedCase;
      const rules = off(kept.without);
      const [rule] = kept.without?.split(" ") ?? [];
      // Signed anew, so that a change in the form of some other act doesn't hide the hole.
      const anew = workedCase(kept.plan, rules, kept.broke, kept.without);
      if (!anew) throw new Error("it doesn't break any more");
      expect(replay(anew.record, rules)).toMatchObject({ entered: anew.record.length });
      expect(replay(anew.record, AS_THEY_ARE).refused?.why.rule).toBe(rule);
      expect(replay(kept.record, AS_THEY_ARE).refused).toBeDefined();
    });
});
