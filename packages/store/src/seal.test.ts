import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { WrongKeyFile } from "./errors.ts";
import { keyFileSealer, sealerOf } from "./seal.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-seal-"));
afterAll(() => rmSync(folder, { recursive: true }));
const secret = new Uint8Array([1, 2, 3, 4]);

it("makes the key file once, for this user alone", async () => {
  const path = join(folder, "clerk.key");
  const [a, b, c] = await Promise.all([keyFileSealer(path), keyFileSealer(path), keyFileSealer(path)]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["clerk.key"]);
  const sealed = a.seal(secret, "x");
  expect(b.open(sealed, "x")).toEqual(secret);
  expect(c.open(sealed, "x")).toEqual(secret);
  expect((await keyFileSealer(path)).open(sealed, "x")).toEqual(secret);
  expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false);
  expect(a.seal(secret, "x")).not.toEqual(sealed);
});

it("opens only what this key sealed under this name, unaltered", () => {
  const mine = sealerOf(new Uint8Array(32).fill(1));
  const sealed = mine.seal(secret, "body/clerk");
  expect(() => sealerOf(new Uint8Array(32).fill(2)).open(sealed, "body/clerk")).toThrow(WrongKeyFile);
  expect(() => mine.open(sealed, "other/clerk")).toThrow(WrongKeyFile);
  for (let i = 0; i < sealed.length; i++) {
    const altered = sealed.slice();
    altered[i] = (altered[i] ?? 0) ^ 1;
    expect(() => mine.open(altered, "body/clerk")).toThrow(WrongKeyFile);
  }
  for (let n = 0; n < sealed.length; n++)
    expect(() => mine.open(sealed.subarray(0, n), "body/clerk")).toThrow(WrongKeyFile);
});

it("refuses a key file of another form, and does not replace it", async () => {
  const path = join(folder, "bad.key");
  writeFileSync(path, "not a key");
  await expect(keyFileSealer(path)).rejects.toThrow(WrongKeyFile);
  expect(readFileSync(path, "utf8")).toBe("not a key");
});
