import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes, equalBytes, fromBase64, fromHex, fromUtf8, toBase64, toHex, utf8 } from "./bytes.ts";

describe("bytes", () => {
  test("hex both ways; nothing but lower-case hex", () => {
    expect(toHex(new Uint8Array([0, 1, 255, 16]))).toBe("0001ff10");
    fc.assert(fc.property(fc.uint8Array(), (b) => equalBytes(fromHex(toHex(b)), b)));
    for (const bad of ["0", "0g", "AB", " 00", "00\n", "0x00", "٠٠"])
      expect(() => fromHex(bad), bad).toThrow(RangeError);
  });

  test("base64 both ways, as Node's own writes it, also beyond one piece", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (b) => {
        expect(toBase64(b)).toBe(Buffer.from(b).toString("base64"));
        expect(fromBase64(toBase64(b))).toEqual(b);
      }),
    );
    const large = new Uint8Array(100_000).map((_, i) => i * 7);
    expect(toBase64(large)).toBe(Buffer.from(large).toString("base64"));
    expect(equalBytes(fromBase64(toBase64(large)), large)).toBe(true);
  });

  test("base64 has one spelling: no loose bits, spaces, missing padding or other alphabet", () => {
    for (const bad of [
      "AB==",
      "AAA",
      "AA",
      "A===",
      " AAAA",
      "AA AA",
      "AAAA\n",
      "-_AA",
      "AA=A",
      "====",
      "é",
      "\ud800",
    ]) {
      expect(() => fromBase64(bad), bad).toThrow(RangeError);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12 }), (text) => {
        try {
          expect(toBase64(fromBase64(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  test("UTF-8 is strict and keeps a byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (s) => {
        if (s.isWellFormed()) expect(fromUtf8(utf8(s))).toBe(s);
      }),
    );
    expect(fromUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]))).toBe("\ufeffA");
    for (const bad of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
      expect(() => fromUtf8(new Uint8Array(bad))).toThrow(TypeError);
    }
  });

  test("joining and comparing", () => {
    const parts = fc.array(fc.uint8Array());
    fc.assert(fc.property(parts, (p) => toHex(concatBytes(...p)) === p.map(toHex).join("")));
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(equalBytes(a, b)).toBe(toHex(a) === toHex(b));
        expect(equalBytes(a, a.slice())).toBe(true);
      }),
    );
  });
});
