/** Dates as people say them, in both languages. */
import { refusalSentence } from "./refusals.ts";
import { expect, test } from "vitest";
import { sayDate, sayDay, sayExactly, sayWhen } from "./dates.ts";

const FIRST = Date.UTC(2026, 11, 1, 13, 5);
const THIRD = Date.UTC(1921, 2, 3, 3, 15);

test("a day and its hour, with the year where it isn't this one", () => {
  expect(sayDate(FIRST, "UTC", "en", FIRST)).toBe("1 December at 13:05");
  expect(sayDate(THIRD, "UTC", "en", FIRST)).toBe("3 March 1921 at 03:15");
  expect(sayDate(THIRD, "UTC", "fr", FIRST)).toBe("3 mars 1921 à 03:15");
});

test("in French the first of a month is “1er”, and no other day", () => {
  expect(sayDay(FIRST, "UTC", "fr", FIRST)).toBe("1er décembre");
  expect(sayWhen(FIRST, "UTC", "fr", FIRST)).toBe("mardi 1er décembre à 13:05");
  expect(sayExactly(FIRST, "UTC", "fr")).toMatch(/^mardi 1er décembre 2026 /);
  expect(sayDay(Date.UTC(2026, 11, 11), "UTC", "fr", FIRST)).toBe("11 décembre");
  // A zone in which it is another day already.
  expect(sayDay(Date.UTC(2026, 10, 30, 20), "Asia/Tokyo", "fr", FIRST)).toBe("1er décembre");
});

test("says of a moment that no calendar knows that it is none, in every language (M-3)", () => {
  const refusal = { rule: "M-3", code: "term", facts: { until: 9_000_000_000_000_000 } };
  expect(refusalSentence(refusal, "en")).toContain("(no date)");
  expect(refusalSentence(refusal, "fr")).toContain("(aucune date)");
});

test("says one second as one (API-5)", () => {
  const said = (seconds: number, locale: "en" | "fr") =>
    refusalSentence({ rule: "API-5", code: "too-many", facts: { seconds } }, locale);
  expect(said(1, "en")).toContain("Wait a second and");
  expect(said(2, "en")).toContain("Wait 2 seconds and");
  expect(said(1, "fr")).toContain("Attendez une seconde et");
});
