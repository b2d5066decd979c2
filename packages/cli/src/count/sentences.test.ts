/** Sentences of counts read aloud: one paper and several, whole votes and parts, names of every kind. */
import { countProfile, type CountOptions, type Paper, profileOf, type RuleId } from "@nabat/count";
import { countFr } from "@nabat/speech/count/fr.ftl.ts";
import { countEn } from "@nabat/speech/count/en.ftl.ts";
import { compareSentences, countSentences } from "@nabat/speech/count/mod.ts";
import { compareRules } from "@nabat/count";
import { describe, expect, test } from "vitest";

const paper = (count: number, ...order: number[]): Paper => ({ count, ranks: order.map((c) => [c]) });
const names = ["Ann", "Ben", "Cy", "Di"];
function said(
  rule: RuleId,
  papers: readonly Paper[],
  lang: "en" | "fr",
  seats = 1,
  options: CountOptions = {},
): string {
  return countSentences(countProfile(profileOf(names, seats, papers), rule, options), lang).join("\n");
}

describe("one paper is one paper", () => {
  const papers = [paper(3, 0), paper(2, 1), paper(1, 2, 1), { count: 1, ranks: [[1], [], [2]] }];
  test("in English", () => {
    const text = said("irv", papers, "en");
    expect(text).toContain("Cy is excluded with one paper; it goes on to Ben.");
    expect(text).toContain("Skipped numbers are passed over: one paper.");
    expect(said("scottish-stv", [paper(3, 0), paper(2, 1), paper(1, 2)], "en")).toContain(
      "it shows no further preference",
    );
  });
  test("in French", () => {
    const text = said("irv", papers, "fr");
    expect(text).toContain("Cy est exclu·e avec un bulletin\u00a0; il passe à Ben.");
    expect(text).toContain("On passe sur les numéros sautés\u00a0: un bulletin.");
  });
  test("no text says “1 papers”, whatever is counted", () => {
    const one = [paper(1, 0, 1), paper(1, 1), { count: 1, ranks: [[2, 3]] }, { count: 1, ranks: [[], [3]] }];
    for (const rule of [
      "plurality",
      "approval",
      "block",
      "scottish-stv",
      "wigm-stv",
      "irv",
      "schulze",
      "score",
    ] as const)
      for (const lang of ["en", "fr"] as const)
        expect(said(rule, one, lang, 2), rule).not.toMatch(/(^|\D)1 (papers|bulletins)|undefined|NaN|\{/);
    for (const text of [countEn, countFr])
      expect(text).not.toMatch(/^\S+ = [^{]*\{ \$papers \} (papers|bulletins)\.$/m);
  });
});

test("the quota that is a whole number is reached, not passed", () => {
  const papers = [paper(3, 0), paper(2, 1), paper(1, 2, 1)];
  expect(said("wigm-stv", papers, "en", 2)).toContain("whoever has more is elected");
  expect(said("wigm-stv", papers, "en", 2, { quota: "whole" })).toContain("whoever reaches it is elected");
  expect(said("wigm-stv", papers, "en", 2, { quota: "whole", electing: "highest" })).toContain(
    "Ann has exactly the quota: nothing goes on.",
  );
});

test("equal shares: a price of one whole vote isn't taken for a number of papers", () => {
  // The first paper spends its one on A, so that B lacks a whole one; C is paid by two.
  const papers = [[0, 1], [2], [2]].map((set) => ({ count: 1, ranks: [set] }));
  const seats = profileOf(names, 3, papers);
  const byPhragmen = countProfile(seats, "equal-shares");
  expect(byPhragmen.stages.at(-1)).toMatchObject({ kind: "select", subject: 1, figure: "1" });
  expect(countSentences(byPhragmen, "en").join("\n")).toContain("Ben is chosen at 1 for each who pays in full");
  expect(countSentences(countProfile(seats, "equal-shares", { completion: "greedy" }), "en").join("\n")).toContain(
    "Ben is added with one paper in favour; 0 is left.",
  );
});

test("names from right to left stand apart, so that numbers beside them don't change places", () => {
  const p = profileOf(["שרה", "Ann", 'Ben "B" <i>'], 1, [paper(3, 0, 1), paper(2, 1), paper(2, 2)]);
  const text = countSentences(countProfile(p, "irv"), "en").join("\n");
  expect(text).toContain('\u2068שרה\u2069 has 3, Ann has 2 and Ben "B" <i> has 2');
  expect(compareSentences(compareRules(p, "irv", "plurality"), "fr")[0]).toContain("\u2068שרה\u2069");
});
