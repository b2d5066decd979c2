/** Bytes out of PostgreSQL's `escape` form; that it writes this form is held by the contract, on random bytes. */
import { describe, expect, it } from "vitest";
import { unescaped } from "./entry-bytes.ts";

/** The form as PostgreSQL's manual describes it (Binary String Functions, `encode`). */
const escaped = (bytes: readonly number[]) =>
  bytes
    .map((b) => {
      if (b === 92) return "\\\\";
      return b === 0 || b > 127 ? `\\${b.toString(8).padStart(3, "0")}` : String.fromCharCode(b);
    })
    .join("");

describe("the escape form", () => {
  it.each([
    ["nothing", []],
    ["plain text", [123, 34, 97, 34, 125]],
    ["every byte", Array.from({ length: 256 }, (_, i) => i)],
    ["every byte backwards", Array.from({ length: 256 }, (_, i) => 255 - i)],
    ["backslashes and digits", [92, 92, 49, 50, 51, 92, 48, 48, 48, 92]],
    ["an escape at the end", [97, 200]],
  ])("gives %s back", (_, bytes) => {
    expect([...unescaped(escaped(bytes), bytes.length)]).toEqual(bytes);
  });

  it("doesn't take another number of bytes than was announced", () => {
    for (const bytes of [[97, 98], [97, 200], [200, 97], [92]]) {
      expect(() => unescaped(escaped(bytes), bytes.length - 1)).toThrow(RangeError);
      expect(() => unescaped(escaped(bytes), bytes.length + 5)).toThrow(RangeError);
    }
  });
});
