import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, parseCanonical } from "./canonical.ts";
import { utf8 } from "./bytes.ts";

/** RFC 8785 written out, one value at a time. */
function slow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(slow).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const object = value as Record<string, unknown>;
  const names = Object.keys(object).sort();
  return `{${names.map((k) => `${JSON.stringify(k)}:${slow(object[k])}`).join(",")}}`;
}

const key = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.constantFrom("__proto__", "toJSON", "é", "\u{1f514}"),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(key, tie("any"), { maxKeys: 5 }),
  ),
})).any;

test("the quick way writes what the plain way writes, whatever order keys came in", () => {
  fc.assert(
    fc.property(value, (v) => {
      if (JSON.stringify(v).includes("-0")) return;
      const text = canonicalText(v);
      expect(text).toBe(slow(v));
      const back = parseCanonical(utf8(text));
      expect(back.ok).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['{"b":1,"a":2}', "R-1"],
  ['{"a":1,"a":1}', "R-1"],
  ['{"10":1,"9":2}', "entered"],
  ['{"9":2,"10":1}', "R-1"],
  ["[1e3]", "R-1"],
  ["[-0]", "R-2"],
  ["[0.5]", "R-2"],
  ["[null]", "R-2"],
  ['["\\ud800"]', "R-2"],
  ['["\\u00e9"]', "R-1"],
  ["[1] ", "R-1"],
])("%s: %s", (text, rule) => {
  const read = parseCanonical(utf8(text));
  expect(read.ok ? "entered" : read.rule).toBe(rule);
});
