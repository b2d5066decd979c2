import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase58, toBase58 } from "./base58.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** The plain way: one big number. */
function slow(bytes: Uint8Array): string {
  let n = bytes.reduce((sum, b) => sum * 256n + BigInt(b), 0n);
  let out = "";
  for (; n > 0n; n /= 58n) out = ALPHABET.charAt(Number(n % 58n)) + out;
  const zeros = bytes.findIndex((b) => b !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + out;
}

const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 70 });

test("base58 is what a big number gives, and comes back", () => {
  fc.assert(
    fc.property(anyBytes, fc.integer({ min: 0, max: 6 }), (tail, zeros) => {
      const bytes = new Uint8Array(zeros + tail.length);
      bytes.set(tail, zeros);
      const text = toBase58(bytes);
      expect(text).toBe(slow(bytes));
      expect(fromBase58(text, bytes.length)).toEqual(bytes);
    }),
  );
});

test("only one text is read for each value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
      const text = toBase58(bytes);
      expect(() => fromBase58(`1${text}`, 64)).toThrow(RangeError);
      expect(() => fromBase58(`${text}0`, 64)).toThrow("not base58");
    }),
  );
});

test("a value that needs more bytes is refused", () => {
  expect(() => fromBase58(toBase58(new Uint8Array(65).fill(255)), 64)).toThrow("too long");
  expect(() => fromBase58("z".repeat(89), 64)).toThrow("too long");
  expect(() => fromBase58("", 2)).toThrow("not canonical");
});
