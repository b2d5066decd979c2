import { canonicalBytes, canonicalText, fromHex, type KeyId, utf8 } from "@nabat/kernel";
import { newSigningKey, sha256, verify } from "@nabat/platform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attachmentHash,
  attachmentRefs,
  checkNotice,
  fitsRef,
  MAX_ACT_BYTES,
  parseAct,
  parseEntry,
  entryBytes,
  signingInput,
  withProof,
} from "./mod.ts";

const key = newSigningKey();
const base = {
  v: 1,
  body: "ab".repeat(32),
  seq: 1,
  kind: "say",
  by: "cd".repeat(16),
  at: 1_700_000_000_000,
  saw: { size: 3, root: "ef".repeat(32) },
  data: { about: "12".repeat(32) },
} as const;
const signed = (act: object, k = key) => withProof(act, k.key, k.sign(signingInput(sha256, act, k.key).bytes));
const refusalOf = (bytes: Uint8Array) => {
  const r = parseAct(sha256, bytes);
  return r.ok ? "entered" : `${r.rule} ${r.code}`;
};

describe("acts", () => {
  it("R-5, R-6: what was signed is read back and its signature holds", () => {
    const act = signed(base);
    const parsed = parseAct(sha256, canonicalBytes(act));
    if (!parsed.ok) throw new Error(parsed.code);
    expect(parsed.value.key).toBe(key.key);
    expect(verify(parsed.value.key, parsed.value.message, parsed.value.signature)).toBe(true);
    expect(parsed.value.id).toBe(Buffer.from(sha256(canonicalBytes(base))).toString("hex"));
  });

  it("R-6: one altered character and the signature no longer holds", () => {
    const act = { ...signed(base), data: { about: `13${"12".repeat(31)}` } };
    const parsed = parseAct(sha256, canonicalBytes(act));
    if (!parsed.ok) throw new Error(parsed.code);
    expect(verify(parsed.value.key, parsed.value.message, parsed.value.signature)).toBe(false);
  });

  it("R-1, R-2: bytes that are not their own canonical form are refused", () => {
    const text = canonicalText(signed(base));
    const hostile: [string, string][] = [
      [text.replace('"seq":1', '"seq": 1'), "R-1 not-canonical"],
      [text.replace('"seq":1', '"seq":1.0'), "R-1 not-canonical"],
      [text.replace('"seq":1', '"seq":1e0'), "R-1 not-canonical"],
      [text.replace('"seq":1', '"seq":-0'), "R-2 not-restricted"],
      [text.replace('"seq":1', '"seq":1.5'), "R-2 not-restricted"],
      [text.replace('"seq":1', '"seq":null'), "R-2 not-restricted"],
      [text.replace('"seq":1', '"seq":9007199254740993'), "R-2 not-restricted"],
      [text.replace('"v":1}', '"v":1,"v":1}'), "R-1 not-canonical"],
      [text.replace('"kind":"say"', '"kind":"s\\ud800y"'), "R-2 not-restricted"],
      [` ${text}`, "R-1 not-canonical"],
      [`${text}\n`, "R-1 not-canonical"],
      ["", "R-1 not-json"],
      ["[".repeat(40) + "]".repeat(40), "R-2 not-restricted"],
    ];
    for (const [bad, expected] of hostile)
      expect([bad.slice(0, 30), refusalOf(utf8(bad))]).toEqual([bad.slice(0, 30), expected]);
    expect(refusalOf(new Uint8Array([0xff, 0xfe]))).toBe("R-1 not-json");
  });

  it("R-3: unknown, missing and ill-typed fields are refused", () => {
    const act = signed(base);
    for (const bad of [
      { ...act, extra: 1 },
      { ...act, v: 2 },
      { ...act, seq: 0 },
      { ...act, by: "x" },
      { ...act, kind: "Say!" },
      { ...act, data: [] },
      { ...act, saw: { size: 0, root: base.saw.root } },
    ])
      expect(refusalOf(canonicalBytes(bad))).toMatch(/^R-3/);
  });

  it("R-4: an act beyond 8 KiB is refused before anything else is looked at", () => {
    expect(refusalOf(new Uint8Array(MAX_ACT_BYTES + 1))).toBe("R-4 too-large");
  });

  it("R-5: a proof of another form, another suite or with more in it is refused", () => {
    const act = signed(base);
    const { proof } = act;
    for (const bad of [
      { ...proof, cryptosuite: "ecdsa-2019" },
      { ...proof, created: "2026-01-01" },
      { ...proof, verificationMethod: "did:key:zzz" },
      { ...proof, proofValue: "z11" },
      { ...proof, proofPurpose: "authentication" },
    ])
      expect(refusalOf(canonicalBytes({ ...act, proof: bad }))).toMatch(/^R-5/);
    const { proof: _, ...bare } = act;
    expect(refusalOf(canonicalBytes(bare))).toBe("R-5 no-proof");
  });

  it("never throws, whatever the bytes (fuzz)", () => {
    const text = canonicalText(signed(base));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseAct(sha256, bytes);
        parseEntry(sha256, bytes);
      }),
    );
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 4 }), (at, put) => {
        const r = parseAct(sha256, utf8(text.slice(0, at) + put + text.slice(at + 1)));
        return typeof r.ok === "boolean";
      }),
      { numRuns: 500 },
    );
  });
});

describe("entries and notices", () => {
  it("R-10, R-11: an entry holds an act or a notice with its moment, and nothing else", () => {
    const act = signed(base) as never;
    const good = parseEntry(sha256, entryBytes({ at: 5, act }));
    expect(good.ok && good.value.at).toBe(5);
    for (const bad of [
      { at: 5 },
      { act },
      { at: 5, act, notice: act },
      { at: "5", act },
      { at: 5, act, more: 1 },
      { at: 5, act, evidence: "zz" },
    ])
      expect(parseEntry(sha256, canonicalBytes(bad)).ok).toBe(false);
    expect(parseEntry(sha256, new Uint8Array(9001)).ok).toBe(false);
  });

  it("R-15: a notice outside the closed list is refused", () => {
    const notice = signed({ v: 1, body: base.body, notice: "dissolve", at: 1, data: {} });
    const r = checkNotice(sha256, notice as never);
    expect(r.ok ? "" : r.rule).toBe("R-15");
    expect(
      checkNotice(sha256, signed({ v: 1, body: base.body, notice: "withheld", at: 1, data: {} }) as never).ok,
    ).toBe(true);
  });
});

describe("attachments", () => {
  it("R-16: are named by a salted hash; another salt, another byte, another size doesn't fit", () => {
    const attachment = { salt: fromHex("00".repeat(16)), bytes: utf8("a text") };
    const ref = { hash: attachmentHash(sha256, attachment), grade: "members", media: "text/plain", size: 6 } as const;
    expect(fitsRef(sha256, ref, attachment)).toBe(true);
    expect(fitsRef(sha256, ref, { ...attachment, salt: fromHex("01".repeat(16)) })).toBe(false);
    expect(fitsRef(sha256, ref, { ...attachment, bytes: utf8("b text") })).toBe(false);
    expect(fitsRef(sha256, { ...ref, size: 7 }, attachment)).toBe(false);
    expect(attachmentRefs({ a: ref, b: [{ c: ref }], d: 1 })).toHaveLength(2);
  });
});

it("R-5: an unsound public key is no key: the neutral point would sign anything", () => {
  const weak = "z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP" as KeyId;
  expect(verify(weak, utf8("x"), new Uint8Array(64))).toBe(false);
});
