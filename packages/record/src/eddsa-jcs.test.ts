import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { canonicalText, fromHex, type KeyId, toHex } from "@nabat/kernel";
import { describe, expect, test } from "vitest";
import curve from "../../../vectors/record/ed25519.json" with { type: "json" };
import vectors from "../../../vectors/record/eddsa-jcs-2022.json" with { type: "json" };
import { proofOptions, proofSignature, signingInput, withoutProof, withProof } from "./proof.ts";
import { fromBase58, fromMultikey, toBase58, toMultikey } from "./base58.ts";
import { isSoundKey } from "./log/mod.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const spki = (publicKey: string): ReturnType<typeof createPublicKey> =>
  createPublicKey({
    key: Buffer.from(`302a300506032b6570032100${publicKey}`, "hex"),
    format: "der",
    type: "spki",
  });

describe("eddsa-jcs-2022", () => {
  for (const v of vectors.vectors) {
    test(`R-5 document ${v.documentHash.slice(0, 8)}: same bytes, same signature, same proof`, () => {
      const key = v.key as KeyId;
      expect(toMultikey(fromHex(v.publicKey))).toBe(key);
      expect(toHex(fromMultikey(key))).toBe(v.publicKey);
      expect(canonicalText(v.document)).toBe(v.canonicalDocument);
      expect(canonicalText(proofOptions(key))).toBe(v.canonicalOptions);
      const input = signingInput(sha256, v.document, key);
      expect(toHex(input.hash)).toBe(v.documentHash);
      expect(toHex(input.bytes)).toBe(v.signed);
      const secret = createPrivateKey({
        key: Buffer.from(`302e020100300506032b657004220420${v.secretKey}`, "hex"),
        format: "der",
        type: "pkcs8",
      });
      const signature = new Uint8Array(sign(null, input.bytes, secret));
      expect(toHex(signature)).toBe(v.signature);
      const secured = withProof(v.document, key, signature);
      expect(canonicalText(secured)).toBe(canonicalText(v.secured));
      expect(canonicalText(withoutProof(secured))).toBe(v.canonicalDocument);
      const read = proofSignature(secured.proof);
      expect(read.ok && toHex(read.value)).toBe(v.signature);
    });
  }

  test("R-5 base58 of all-zero and leading-zero bytes comes back", () => {
    for (const bytes of [new Uint8Array(64), new Uint8Array(64).fill(1, 9), new Uint8Array(64).fill(255)]) {
      expect(toHex(fromBase58(toBase58(bytes), 64))).toBe(toHex(bytes));
    }
  });
});

describe("Ed25519 of this Node", () => {
  test("R-29 holds every true signature and no bent one", () => {
    for (const v of curve.signatures) {
      const held = verify(null, Buffer.from(v.message, "hex"), spki(v.publicKey), Buffer.from(v.signature, "hex"));
      expect(held, v.why).toBe(v.valid);
    }
  });

  test("R-29 keys that no key may be: a library that takes them shows why we refuse first", () => {
    const identity = curve.unsoundKeys.find((k) => k.startsWith("01") && /^01(00)*$/.test(k)) as string;
    // Under the point of order one, R = identity and S = 0 sign every message.
    const forged = Buffer.concat([Buffer.from(identity, "hex"), Buffer.alloc(32)]);
    expect(verify(null, Buffer.from("anything"), spki(identity), forged)).toBe(true);
    expect(isSoundKey(fromHex(identity))).toBe(false);
  });
});
