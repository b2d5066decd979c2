/** One verdict on every signature, whichever library gives it. */
import { sign, verify as nodeVerify } from "node:crypto";
import { createRequire } from "node:module";
import { fromHex, type KeyId, toHex, utf8 } from "@nabat/kernel";
import { isSoundKey, toMultikey } from "@nabat/record";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import curve from "../../../vectors/record/ed25519.json" with { type: "json" };
import { holds } from "./browser/verify.ts";
import * as browser from "./browser/mod.ts";
import { TRIALS } from "./common/trials.ts";
import { newSigningKey, publicKeyOf, signingKey, verify, verifyAsync, verifyRaw } from "./mod.ts";
import { sodium, trusted } from "./node/sodium.ts";

const binding = () => createRequire(import.meta.url)("sodium-native") as ReturnType<Parameters<typeof trusted>[0]>;
const openssl = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && nodeVerify(null, message, publicKeyOf(key), signature);

describe("libsodium", () => {
  it("is here on a platform that the package has a binary for", () => {
    const glibc = (process.report.getReport() as { header?: { glibcVersionRuntime?: string } }).header;
    if (process.platform === "linux" && glibc?.glibcVersionRuntime && ["x64", "arm64"].includes(process.arch))
      expect(sodium()).toBeDefined();
  });

  it("R-6 isn't used where it doesn't load, throws, or says yes to what must be refused", () => {
    const real = binding();
    const good = { ...real, crypto_sign_verify_detached: real.crypto_sign_verify_detached };
    expect(trusted(() => good)).toBeDefined();
    expect(
      trusted(() => {
        throw new Error("no binary");
      }),
    ).toBeUndefined();
    expect(trusted(() => ({}) as never)).toBeUndefined();
    expect(trusted(() => ({ ...good, crypto_sign_verify_detached: () => true }))).toBeUndefined();
    expect(trusted(() => ({ ...good, crypto_sign_verify_detached: () => false }))).toBeUndefined();
    // Each trial is needed: a library that errs on one of them alone is found out.
    for (const wrong of TRIALS) {
      const errs = (signature: Uint8Array, message: Uint8Array, key: Uint8Array) =>
        toHex(signature) === toHex(wrong.signature)
          ? !wrong.holds
          : real.crypto_sign_verify_detached(signature, message, key);
      expect(trusted(() => ({ ...good, crypto_sign_verify_detached: errs }))).toBeUndefined();
    }
  });
});

it("R-6 the trials stand in the vectors with the same answers", () => {
  for (const t of TRIALS) {
    const same = curve.signatures.filter((v) => v.signature === toHex(t.signature) && v.message === toHex(t.message));
    expect(same.map((v) => [v.publicKey, v.valid])).toContainEqual([toHex(t.publicKey), t.holds]);
  }
});

describe("every vector has one verdict", () => {
  it("R-6 R-29 by OpenSSL, with libsodium before it, in Web Crypto and in plain JavaScript", async () => {
    let refusedBySodiumOnly = 0;
    for (const v of curve.signatures) {
      const [key, message, signature] = [fromHex(v.publicKey), fromHex(v.message), fromHex(v.signature)] as const;
      expect(openssl(key, message, signature), v.why).toBe(v.valid);
      expect(verifyRaw(key, message, signature), v.why).toBe(v.valid);
      expect(verify(toMultikey(key), message, signature), v.why).toBe(v.valid);
      expect(await verifyAsync(toMultikey(key), message, signature), v.why).toBe(v.valid);
      expect(await browser.verify(toMultikey(key), message, signature), v.why).toBe(v.valid);
      if (signature.length === 64) {
        expect(holds(key, message, signature), v.why).toBe(v.valid);
        const yes = sodium()?.holds(key, message, signature);
        if (yes) expect(v.valid, v.why).toBe(true);
        if (yes === false && v.valid) refusedBySodiumOnly++;
      }
    }
    // R of small order: where this is 0 the second asking has lost its reason.
    if (sodium()) expect(refusedBySodiumOnly).toBeGreaterThan(0);
  });

  it("R-29 keys of small order and with y not below p are refused before a library is asked", async () => {
    const zero = curve.signatures.find((v) => v.why === "all zero");
    const [signature, message] = [zero?.signature ?? "", zero?.message ?? ""];
    for (const hex of curve.unsoundKeys.slice(0, 60)) {
      const key = toMultikey(fromHex(hex));
      expect(isSoundKey(fromHex(hex))).toBe(false);
      for (const s of [fromHex(signature), fromHex(`01${"00".repeat(63)}`)]) {
        expect(verify(key, fromHex(message), s)).toBe(false);
        expect(await browser.verify(key, fromHex(message), s)).toBe(false);
      }
    }
  });
});

/** A signature, true or bent: a bit of anything flipped, S beyond L, R or S of another one. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const bent = fc.record({
  seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  message: fc.oneof(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.uint8Array({ maxLength: 300 })),
  other: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  how: fc.constantFrom("true", "signature", "key", "message", "S + L", "other R", "other S", "noise"),
  at: fc.nat(),
});

function bend({ seed, message, other, how, at }: typeof bent extends fc.Arbitrary<infer T> ? T : never) {
  const pair = signingKey(seed);
  const flip = (bytes: Uint8Array) =>
    bytes.length === 0
      ? new Uint8Array(1)
      : bytes.with((at >> 3) % bytes.length, (bytes[(at >> 3) % bytes.length] as number) ^ (1 << (at & 7)));
  const signature = pair.sign(message);
  const [r, s] = [signature.slice(0, 32), signature.slice(32)];
  const join = (a: Uint8Array, b: Uint8Array) => new Uint8Array([...a, ...b]);
  switch (how) {
    case "signature":
      return { key: pair.publicBytes, message, signature: flip(signature) };
    case "key":
      return { key: flip(pair.publicBytes), message, signature };
    case "message":
      return { key: pair.publicBytes, message: flip(message), signature };
    case "S + L": {
      const sum = BigInt(`0x${toHex(s.slice().reverse())}`) + L;
      return {
        key: pair.publicBytes,
        message,
        signature: join(r, fromHex(sum.toString(16).padStart(64, "0")).reverse()),
      };
    }
    case "other R":
      return { key: pair.publicBytes, message, signature: join(other.slice(0, 32), s) };
    case "other S":
      return { key: pair.publicBytes, message, signature: join(r, other.slice(32)) };
    case "noise":
      return { key: pair.publicBytes, message, signature: other };
    default:
      return { key: pair.publicBytes, message, signature };
  }
}

describe("signatures by chance, true and bent", () => {
  it("R-6 are judged as OpenSSL alone judges them, and libsodium never says yes where it says no", () => {
    fc.assert(
      fc.property(bent, (given) => {
        const { key, message, signature } = bend(given);
        const right = openssl(key, message, signature);
        if (given.how === "true") expect(right).toBe(true);
        expect(verifyRaw(key, message, signature)).toBe(right);
        if (sodium()) expect(sodium()?.holds(key, message, signature)).toBe(right);
        if (isSoundKey(key)) expect(verify(toMultikey(key), message, signature)).toBe(right);
      }),
      { numRuns: 200, seed: 20_261_130 },
    );
  });

  it("R-6 have the same verdict in a browser", async () => {
    await fc.assert(
      fc.asyncProperty(bent, async (given) => {
        const { key, message, signature } = bend(given);
        const right = isSoundKey(key) && openssl(key, message, signature);
        expect(await browser.verify(toMultikey(key), message, signature)).toBe(right);
        expect(isSoundKey(key) && holds(key, message, signature)).toBe(right);
      }),
      { numRuns: 30, seed: 20_261_130 },
    );
  });

  it("are written alike by both libraries", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 300 }),
        async (seed, message) => {
          const pair = signingKey(seed);
          const jwk = { kty: "OKP", crv: "Ed25519", d: Buffer.from(seed).toString("base64url"), x: "" };
          const openssls = sign(null, message, { key: jwk, format: "jwk" } as never).toString("hex");
          expect(toHex(pair.sign(message))).toBe(openssls);
          expect(toHex(await pair.signAsync(message))).toBe(openssls);
        },
      ),
      { numRuns: 100, seed: 20_261_130 },
    );
  });
});

it("anything malformed is false, not thrown", () => {
  const { key, publicBytes } = newSigningKey();
  for (const length of [0, 1, 63, 65]) expect(verify(key, utf8("x"), new Uint8Array(length))).toBe(false);
  expect(verify("z6Mk" as KeyId, utf8("x"), new Uint8Array(64))).toBe(false);
  expect(verifyRaw(publicBytes.slice(1), utf8("x"), new Uint8Array(64))).toBe(false);
  const shared = new Uint8Array(new SharedArrayBuffer(10));
  expect(verifyRaw(publicBytes, shared, new Uint8Array(64))).toBe(false);
});
