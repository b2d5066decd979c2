import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../vectors/record/jcs.json" with { type: "json" };
import { fromBase64, fromUtf8, toBase64, utf8 } from "./bytes.ts";
import { canonicalBytes, canonicalText, parseCanonical } from "./canonical.ts";
import { MAX_DEPTH } from "./canonical-scan.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** Values of the restricted form, with keys that have tripped others. */
const key = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }).filter((s) => s.isWellFormed()),
  fc.constantFrom("__proto__", "constructor", "toString", "", "1", "10", "9", "\u{1f600}", "\ufb33", "\u2028"),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0),
    key,
    fc.array(tie("any"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("any")), { maxLength: 4 }).map((pairs) => {
      const object = {};
      // Object.defineProperty, because assignment to `__proto__` would not make a key.
      for (const [k, v] of pairs) Object.defineProperty(object, k, { value: v, enumerable: true, configurable: true });
      return object;
    }),
  ),
})).any;

describe("canonical form", () => {
  test("R-1 the vectors' values, whatever their order and spacing were", () => {
    for (const v of vectors.canonical) {
      const canonical = fromUtf8(fromBase64(v.canonical));
      expect(canonicalText(JSON.parse(v.shuffled))).toBe(canonical);
      const parsed = parseCanonical(fromBase64(v.canonical));
      expect(parsed.ok && canonicalText(parsed.value)).toBe(canonical);
    }
    for (const v of vectors.integers) {
      expect(canonicalText(Number(v.text))).toBe(v.text);
      expect(parseCanonical(utf8(v.text))).toEqual({ ok: true, value: Number(v.value) });
    }
  });

  for (const v of vectors.hostile) {
    test(`R-1 R-2 refuses: ${v.why}`, () => {
      const parsed = parseCanonical(fromBase64(v.bytes));
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.rule).toMatch(/^R-[12]$/);
    });
  }

  test("R-2 nesting up to the limit, and no deeper, however deep", () => {
    expect(parseCanonical(utf8(nested(MAX_DEPTH + 1))).ok).toBe(true);
    for (const depth of [MAX_DEPTH + 2, 1000, 200_000]) {
      expect(parseCanonical(utf8(nested(depth))).ok).toBe(false);
      expect(parseCanonical(utf8(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).ok).toBe(false);
    }
  });

  test("R-2 building what is outside the form is a bug and throws", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const outside = [
      null,
      undefined,
      1.5,
      -0,
      Number.NaN,
      Infinity,
      2 ** 53,
      1n,
      Symbol("x"),
      () => 1,
      "\ud800",
      { "\udc00": 1 },
      [undefined],
      { a: null },
      circle,
    ];
    for (const v of outside) expect(() => canonicalText(v)).toThrow(TypeError);
    // oxlint-disable-next-line no-sparse-arrays
    expect(() => canonicalText([, 1])).toThrow(TypeError);
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test("R-1 a key __proto__ is a key like any other and changes no prototype", () => {
    const parsed = parseCanonical(utf8('{"__proto__":{"admin":true}}'));
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(["__proto__"]);
    expect(parsed.ok && (parsed.value as { admin?: boolean }).admin).toBeUndefined();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("R-1 R-2 write, read, write gives the same bytes", () => {
    fc.assert(
      fc.property(value, (v) => {
        const bytes = canonicalBytes(v);
        const parsed = parseCanonical(bytes);
        expect(parsed.ok && toBase64(canonicalBytes(parsed.value))).toBe(toBase64(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test("R-1 any JSON is refused or is its own canonical form", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseCanonical(utf8(text));
        if (parsed.ok) expect(canonicalText(parsed.value)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("R-1 no byte put in, taken out or changed leaves another reading of the same bytes", () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.nat(255), fc.nat(2), (v, where, byte, how) => {
        const bytes = canonicalBytes(v);
        const at = where % bytes.length;
        const bent =
          how === 0
            ? bytes.with(at, byte)
            : new Uint8Array([
                ...bytes.subarray(0, at),
                ...(how === 1 ? [byte] : []),
                ...bytes.subarray(how === 1 ? at : at + 1),
              ]);
        const parsed = parseCanonical(bent);
        if (parsed.ok) expect(toBase64(canonicalBytes(parsed.value))).toBe(toBase64(bent));
        else expect(parsed.rule).toMatch(/^R-[12]$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("R-1 any bytes are refused or read, never thrown on", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void parseCanonical(bytes)),
      { numRuns: 500 },
    );
  });
});
