import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack } from "./packed.ts";
import { NotPacked, unpack, Unpacking } from "./unpacked.ts";

const key = fc
  .oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[0-9a-f]{0,12}$/))
  .filter((k) => k !== "__proto__");
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[0-9a-f]{8,64}$/),
    fc.uint32Array({ maxLength: 5 }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: true }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  ),
})).value;

describe("packed values", () => {
  it("come back as they went in, in the same order, and pack to the same bytes again", () => {
    fc.assert(
      fc.property(plain, (value) => {
        const bytes = pack(value);
        const back = unpack(bytes);
        expect(back).toEqual(value);
        expect(Buffer.from(pack(back)).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 500 },
    );
    for (const fields of [
      [{}, { "": 1 }],
      [
        { "a\u0000b": 1, c: 2 },
        { a: 1, "b\u0000c": 2 },
      ],
    ])
      expect(unpack(pack(fields))).toEqual(fields);
    const map = new Map([
      ["b", 1],
      ["a", 2],
    ]);
    expect([...(unpack(pack(map)) as typeof map).keys()]).toEqual(["b", "a"]);
  });

  it("no bytes make it fail in another way, run on or use up memory", () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(), (value, at, byte, cut) => {
        const bytes = pack(value).slice();
        bytes[at % bytes.length] = byte;
        for (const hostile of [bytes, bytes.subarray(0, cut % bytes.length)]) {
          try {
            unpack(hostile);
          } catch (error) {
            expect(error).toBeInstanceOf(NotPacked);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(() => unpack(new Uint8Array([9, 255, 255, 255, 255, 15]))).toThrow(NotPacked);
    expect(() => unpack(new Uint8Array(100_000).fill(9))).toThrow(NotPacked);
  });

  it("what isn't plain is not written", () => {
    for (const value of [1.5, Number.NaN, 1n, Symbol("a"), new Date(0), new Set([1]), -0, 2 ** 60])
      expect(() => pack([value])).toThrow(TypeError);
  });

  it("are read back in slices, none of them longer than it may be, to the same value", () => {
    const value = {
      list: Array.from({ length: 3000 }, (_, i) => ({
        id: i.toString(16).padStart(64, "0"),
        n: i,
        on: new Map([[i, "x"]]),
      })),
      numbers: Uint32Array.from({ length: 5000 }, (_, i) => i),
      map: new Map(Array.from({ length: 2000 }, (_, i) => [`key ${i}`, [i, undefined, null]])),
    };
    const bytes = pack(value);
    for (const work of [1, 100, 5000]) {
      const unpacking = new Unpacking(bytes);
      let slices = 1;
      while (!unpacking.go(work)) slices++;
      expect(unpacking.value).toEqual(value);
      // Every value is work, and its bytes are too: a slice that did more would leave fewer slices.
      expect(slices).toBeGreaterThan((3000 * 6 + 2000 * 5) / (work + 400));
    }
    expect(() => new Unpacking(bytes).value).toThrow("not unpacked");
  });
});
