import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHash, isKeyId, isMemberId } from "./ids.ts";

const hex = "0123456789abcdef".repeat(4);

describe("ids", () => {
  test("a hash is 64 lower-case hex characters and nothing around them", () => {
    expect(isHash(hex)).toBe(true);
    for (const bad of [
      "",
      hex.slice(1),
      `${hex}0`,
      hex.toUpperCase(),
      `${hex}\n`,
      ` ${hex}`,
      `${hex.slice(1)}g`,
      `\n${hex.slice(1)}`,
    ]) {
      expect(isHash(bad), bad).toBe(false);
    }
  });

  test("a member id is 32 lower-case hex characters and nothing around them", () => {
    const id = hex.slice(32);
    expect(isMemberId(id)).toBe(true);
    for (const bad of ["", hex, id.slice(1), id.toUpperCase(), `${id}\n`, `${id} `])
      expect(isMemberId(bad), bad).toBe(false);
  });

  test("a key id has an Ed25519 multikey's shape", () => {
    const key = `z6Mk${"k".repeat(44)}`;
    expect(isKeyId(key)).toBe(true);
    for (const bad of [
      "",
      "z6Mk",
      key.slice(1),
      `Z${key.slice(1)}`,
      key.replace("6Mk", "6LS"),
      `${key}\n`,
      `${key}${"k".repeat(9)}`,
    ]) {
      expect(isKeyId(bad), bad).toBe(false);
    }
    // Base58 leaves out what the eye confuses.
    for (const c of "0OIl+/ ") expect(isKeyId(key.slice(0, -1) + c), c).toBe(false);
  });

  test("no other text is any id", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (s) => !isHash(s) && !isMemberId(s) && !isKeyId(s)));
  });
});
