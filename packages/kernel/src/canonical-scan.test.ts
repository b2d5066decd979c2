import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "./bytes.ts";
import { canonicalEnd, MAX_DEPTH } from "./canonical-scan.ts";
import { canonicalText } from "./canonical.ts";

const sure = (text: string) => canonicalEnd(utf8(text), 0, 0) === utf8(text).length;

/** Is a text its own canonical form, by the long way? */
function isCanonical(text: string): boolean {
  try {
    return canonicalText(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

describe("the quick look at canonical form", () => {
  test("R-1 knows what is plain", () => {
    for (const text of ['{"a":1,"b":[true,false,"x",{}],"c":{"d":[]}}', "0", "999999999999999", '""', "[[[]]]"])
      expect([text, sure(text)]).toEqual([text, true]);
  });

  test("R-1, R-2 never says yes where the long way says no", () => {
    const pieces = fc.constantFrom(
      ...'{}[]:,"\\',
      ...[
        '"a"',
        '"b"',
        '"',
        '"10"',
        '"9"',
        '""',
        "0",
        "1",
        "-1",
        "-0",
        "1e3",
        "1.5",
        "01",
        "true",
        "false",
        "null",
        " ",
      ],
      ...['"a":1', '"b":{}', ',"c":[]', '"é"', '"\\n"', "9007199254740993", "999999999999999"],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        for (const text of [parts.join(""), `{${parts.join("")}}`, `[${parts.join("")}]`])
          if (sure(text)) expect([text, isCanonical(text)]).toEqual([text, true]);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });

  test("R-1 any plain value that is canonical is known", () => {
    const key = fc.stringMatching(/^[a-z]{1,4}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.boolean(),
        fc.integer({ min: 0 }),
        fc.stringMatching(/^[ !#-[\]-~]{0,9}$/),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (v) => {
        expect([v, sure(canonicalText(v))]).toEqual([v, true]);
      }),
      { seed: 7 },
    );
  });

  test("R-2 goes as deep as is allowed, and no deeper", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect([MAX_DEPTH + 1, MAX_DEPTH + 2, 200_000].map((depth) => sure(nested(depth)))).toEqual([true, false, false]);
  });
});
