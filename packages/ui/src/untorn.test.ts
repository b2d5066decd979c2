/** A rule stays on one line wherever a page's sentence names one, and what can't hold a tag is left alone. */
import { expect, test } from "vitest";
import { pieces, untorn, wholeRules } from "./untorn.ts";

test("a name keeps its number, a sentence its rule", () => {
  expect(untorn("Ana #2 and Bo #3")).toBe("Ana\u00a0#2 and Bo\u00a0#3");
  expect(pieces("No. (rule\u00a0V-16) Or: règle\u00a0API-1.")).toEqual([
    ...["No. ", "(rule\u00a0V-16)", " Or: ", "règle\u00a0API-1", "."],
  ]);
});

test("a row of rules, and what is none", () => {
  expect(pieces("Protocol: N-4, N-5.")).toEqual(["Protocol: ", "N-4", ", ", "N-5", "."]);
  for (const none of ["z6MkA-1", "X-1-y", "2026-12-01", "a-1", "--rule irv"]) expect(pieces(none)).toEqual([none]);
});

test("in a page: in its words alone, never in a tag, a title or a field", () => {
  const cited = "(rule\u00a0V-16)";
  expect(wholeRules(`<p title="a > b ${cited}">It waits ${cited}.</p>`)).toBe(
    `<p title="a > b ${cited}">It waits <span class="nowrap">${cited}</span>.</p>`,
  );
  for (const bare of [
    `<title>${cited} <b></title>`,
    `<textarea rows="2">${cited}</textarea>`,
    `<select><option value="x">${cited}</option></select>`,
  ])
    expect(wholeRules(bare)).toBe(bare);
  expect(wholeRules(`<p>a &lt;b> c ${cited}</p>`)).toBe(`<p>a &lt;b> c <span class="nowrap">${cited}</span></p>`);
});
