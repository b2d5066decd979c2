/** Counts on pages: every rule in both languages, no message missing, tables and pictures that a screen reader can use. */
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { countProfile, countAndTrace, profileOf, RULE_IDS, compareRules } from "@nabat/count";
import { compareSentences, COUNT_TEXTS, countSentences, sayAmount, traceSentences } from "@nabat/speech/count/mod.ts";
import { CountView } from "@nabat/ui/count/mod.ts";

const papers = [
  { count: 9, ranks: [[0], [1], [2]] },
  { count: 5, ranks: [[1], [2]] },
  { count: 4, ranks: [[2, 3], [1]] },
  { count: 4, ranks: [[3]] },
  { count: 2, ranks: [[], [3], [0]] },
  { count: 1, ranks: [] },
];
const names = ["Ana <b>", "Ben", "Cy", "Dia", "Eve"];
const profile = profileOf(
  names.map((name) => (name === "Eve" ? { name, withdrawn: true } : { name })),
  2,
  papers,
  { title: "Committee" },
);

test.each(RULE_IDS)("%s: words, picture and table in English and French", (rule) => {
  const { result, steps } = countAndTrace(profile, rule, 0);
  for (const locale of ["en", "fr"] as const) {
    const sentences = [
      ...countSentences(result, locale),
      ...traceSentences(result, steps, locale),
      ...compareSentences(compareRules(profile, rule, "plurality"), locale),
    ];
    for (const s of sentences) {
      expect(s).not.toMatch(/⟦|\{|undefined|NaN/);
      expect(s.trim()).not.toBe("");
    }
    const html = render(<CountView result={result} locale={locale} id="x" />);
    expect(html).not.toMatch(/⟦|NaN|undefined/);
    expect(html).toContain('role="img" aria-labelledby="x-title x-desc"');
    expect(html).toMatch(/<title id="x-title">[^<]+<\/title><desc id="x-desc">[^<]+<\/desc>/);
    expect(html).toContain("<caption>");
    expect(html).toContain('<th scope="row">Ana &lt;b></th>');
    expect(html).not.toContain("Ana <b>");
  }
});

test("the sentence of an exclusion says where the papers go", () => {
  const irv = countProfile(profile, "irv", { seats: 1 });
  expect(countSentences(irv, "en").join("\n")).toContain("is excluded with");
  const cut = countProfile(
    profileOf(["A", "B", "C"], 1, [
      { count: 5, ranks: [[0]] },
      { count: 4, ranks: [[1]] },
      { count: 2, ranks: [[2], [1]] },
      { count: 1, ranks: [[2]] },
    ]),
    "irv",
  );
  expect(countSentences(cut, "en")).toContain(
    "Stage 2: C is excluded with 3 papers; 2 of them go on to B and one shows no further preference. B is elected.",
  );
  expect(countSentences(cut, "fr")).toContain(
    "Étape 2\u00a0: C est exclu·e avec 3 bulletins\u00a0; 2 d’entre eux passent à B et un ne porte plus de préférence. B est élu·e.",
  );
});

test("both languages hold the same messages", () => {
  const ids = (text: string): string[] => [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((m) => m[1]!).sort();
  expect(ids(COUNT_TEXTS.fr)).toEqual(ids(COUNT_TEXTS.en));
});

test("amounts: whole, decimal and fraction as people write them", () => {
  expect([
    sayAmount("41.00000", "en"),
    sayAmount("1234.50000", "en"),
    sayAmount("35/3", "en"),
    sayAmount("61/2", "en"),
    sayAmount("3.56972", "fr"),
  ]).toEqual(["41", "1,234.5", "≈ 11.66", "30.5", "3,56972"]);
});
