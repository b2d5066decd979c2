import { readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromHex, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as browser from "./browser/mod.ts";
import {
  boxFromBytes,
  memberIdOf,
  newSigningKey,
  random,
  reserveKey,
  seal,
  seedWords,
  sha256,
  signBytes,
  unseal,
  verify,
  wordsSeed,
} from "./mod.ts";

describe("Ed25519 adapters", () => {
  it("agree with each other and with noble", async () => {
    const key = newSigningKey();
    const message = utf8("hello");
    const signature = key.sign(message);
    expect(verify(key.key, message, signature)).toBe(true);
    expect(await browser.verify(key.key, message, signature)).toBe(true);
    expect(ed25519.verify(signature, message, key.publicBytes)).toBe(true);
    signature[3]! ^= 1;
    expect(verify(key.key, message, signature)).toBe(false);
    expect(await browser.verify(key.key, message, signature)).toBe(false);
  });

  it("RFC 8032 test 2 is reproduced", () => {
    const secret = fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    expect(Buffer.from(signBytes(secret, fromHex("72"))).toString("hex")).toBe(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
  });

  it("a device signs and opens what was sealed to it", async () => {
    const device = await browser.newDevice();
    const signature = await browser.deviceSign(device, utf8("x"));
    expect(verify(device.key, utf8("x"), signature)).toBe(true);
    const sealed = await seal(utf8("for two"), [device.box, boxFromBytes(random(32)).box]);
    expect(await unseal(sealed, browser.deviceBox(device))).toEqual(utf8("for two"));
    expect(await unseal(sealed, boxFromBytes(random(32)))).toBeUndefined();
  });
});

describe("sealing", () => {
  it("opens for each reader, and for nobody once a byte is altered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), async (plain, at) => {
        const mine = boxFromBytes(random(32));
        const sealed = await seal(plain, [boxFromBytes(random(32)).box, mine.box]);
        expect(await unseal(sealed, mine)).toEqual(new Uint8Array(plain));
        const text = JSON.parse(new TextDecoder().decode(sealed));
        const ct = Buffer.from(text.ct, "base64");
        ct[at % ct.length]! ^= 1;
        text.ct = ct.toString("base64");
        expect(await unseal(utf8(JSON.stringify(text)), mine)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});

describe("seed", () => {
  it("goes through words in English and French", () => {
    const seed = random(16);
    for (const language of ["en", "fr"] as const) {
      const words = seedWords(seed, language);
      expect(words).toHaveLength(12);
      expect(wordsSeed(words.join("  ").toUpperCase())).toEqual(seed);
      expect(wordsSeed([...words.slice(1), words[0] === words[1] ? "zoo" : words[0]].join(" "))).not.toEqual(seed);
    }
  });
  it("gives another reserve key, and another member id, in each body", () => {
    const seed = random(16);
    const a = reserveKey(seed, "00".repeat(16));
    const b = reserveKey(seed, "01".repeat(16));
    expect(a.key).not.toBe(b.key);
    expect(memberIdOf(a.key)).toMatch(/^[0-9a-f]{32}$/);
    expect(reserveKey(seed, "00".repeat(16)).key).toBe(a.key);
  });
});

it("both doors hash alike", () => {
  const bytes = readFileSync(new URL(import.meta.url));
  expect(new Uint8Array(sha256(bytes))).toEqual(browser.sha256(bytes));
});
