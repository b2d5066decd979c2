/**
 * The short way to read an act or an entry against the long one, which is spelt out here: the same value or
 * the same refusal for whatever bytes come, and the short way is taken where it should be.
 */
import {
  type ActId,
  canonicalBytes,
  canonicalText,
  type CanonicalValue,
  fromUtf8,
  isHash,
  ok,
  refuse,
  type Result,
  toHex,
  utf8,
} from "@nabat/kernel";
import { newSigningKey, sha256 } from "@nabat/platform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actByLayout } from "./act-layout.ts";
import { fromBase58, isSignatureText, toBase58 } from "./base58.ts";
import {
  type Act,
  checkAct,
  entryBytes,
  lookAtEntry,
  lookedAtEntry,
  parseAct,
  parseEntry,
  type Signed,
  signingInput,
  withProof,
} from "./mod.ts";

const key = newSigningKey();
const base = {
  v: 1,
  body: "ab".repeat(32),
  seq: 7,
  kind: "vote.cast",
  by: "cd".repeat(16),
  at: 1_700_000_000_000,
  saw: { size: 3, root: "ef".repeat(32) },
  data: { commit: "12".repeat(32), opening: { grade: "closed", size: 120 }, yes: true, list: [1, "a", [], {}] },
} as const;
const signed = (act: object) => withProof(act, key.key, key.sign(signingInput(sha256, act, key.key).bytes));

/** Canonical bytes as the rules say it, without any short way. */
function canonical(bytes: Uint8Array): Result<CanonicalValue> {
  let text: string;
  let value: CanonicalValue;
  try {
    text = fromUtf8(bytes);
    value = JSON.parse(text);
  } catch {
    return refuse("R-1", "not-json");
  }
  try {
    return canonicalText(value) === text ? ok(value) : refuse("R-1", "not-canonical");
  } catch {
    return refuse("R-2", "not-restricted");
  }
}

function actTheLongWay(bytes: Uint8Array): Result<Signed<Act>> {
  const value = canonical(bytes);
  return value.ok ? checkAct(sha256, value.value) : value;
}

/** An entry that must be an act without evidence, as `entry.ts` reads it. */
function entryTheLongWay(bytes: Uint8Array): Result<{ at: number; signed: Signed<Act> }> {
  const value = canonical(bytes);
  if (!value.ok) return value;
  const { at, act } = value.value as { at: CanonicalValue; act: CanonicalValue };
  const names = Object.keys(value.value as object).join(",");
  if (typeof at !== "number" || names !== "act,at") return refuse("R-10", "not-an-entry");
  const read = checkAct(sha256, act);
  return read.ok ? ok({ at, signed: read.value }) : read;
}

const plain = (s: Signed<Act>) => ({
  text: JSON.stringify(s.document),
  id: s.id,
  key: s.key,
  message: Buffer.from(s.message).toString("hex"),
  signature: Buffer.from(s.signature).toString("hex"),
});
const shown = (r: Result<Signed<Act>>) => (r.ok ? plain(r.value) : `${r.rule} ${r.code}`);

/** Texts as they are, and as somebody might bend them. */
const whole = fromUtf8(canonicalBytes(signed(base)));
const put = (from: string | RegExp, to: string) => whole.replace(from, to);
const bent = [
  whole,
  put('"seq":7', '"seq":0'),
  put('"seq":7', '"seq":07'),
  put('"seq":7', '"seq":1e3'),
  put('"seq":7', `"seq":${2 ** 53}`),
  put('"seq":7', `"seq":${Number.MAX_SAFE_INTEGER}`),
  put('"size":3', '"size":0'),
  put('"size":3}', '"size":3,"x":1}'),
  put('"at":1700000000000', '"at":-5'),
  put('"at":1700000000000', '"at":-0'),
  put('"v":1', '"v":2'),
  put("vote.cast", "Vote.cast"),
  put("vote.cast", "v"),
  put("vote.cast", "v".repeat(41)),
  put("vote.cast", "v".repeat(42)),
  put("vote.cast", "v.-"),
  put(/abab/, "ABab"),
  put(/"by":"cd/, '"by":"c'),
  put('"yes":true', '"yes":null'),
  put('"yes":true', '"yes":"é"'),
  put('"yes":true', '"yes":"\\u00e9"'),
  put('"yes":true', '"yes":"\\n"'),
  put('"yes":true', '"zes":1.5'),
  put('"yes":true', '"list":2'),
  put('"yes":true', `"yes":${"[".repeat(30)}${"]".repeat(30)}`),
  put('"yes":true', `"yes":${"[".repeat(32)}${"]".repeat(32)}`),
  put('"yes":true', `"yes":${"[".repeat(33)}${"]".repeat(33)}`),
  put('"yes":true', '"yes":{"10":1,"9":2}'),
  put('"yes":true', '"yes":{"9":1,"10":2}'),
  put('"yes":true', '"yes":{"":1,"a":2}'),
  put('"yes":true', '"yes":{"a":1,"":2}'),
  put('"yes":true', '"yes":{"a ":1,"a":2}'),
  put('"yes":true', '"yes":{"__proto__":1}'),
  put('"yes":true', '"yes":{"proof":{"cryptosuite":"eddsa-jcs-2022"}}'),
  put("eddsa-jcs-2022", "eddsa-jcs-2023"),
  put("#z6Mk", "#z6Ml"),
  put("did:key:z6Mk", "did:key:z6MI"),
  put(/"proofValue":"z/, '"proofValue":"y'),
  put(/"proofValue":"z.{10}/, '"proofValue":"z0000000000'),
  put(/"proofValue":"z.{10}/, '"proofValue":"z'),
  put(/"proofValue":"z[^"]*/, `"proofValue":"z${toBase58(new Uint8Array(64))}`),
  put(/"proofValue":"z[^"]*/, `"proofValue":"z${toBase58(new Uint8Array(64).fill(255))}`),
  put(/"proofValue":"z[^"]*/, `"proofValue":"z${"z".repeat(88)}`),
  put(/"proofValue":"z[^"]*/, `"proofValue":"z${"z".repeat(200)}`),
  put(/"saw":\{[^}]*\},/, ""),
  put(/"body":"[^"]*",/, ""),
  ` ${whole}`,
  `${whole} `,
  whole.slice(0, -1),
  "",
];

describe("the short way", () => {
  it("R-1 to R-5: reads and refuses as the long way does, whatever was bent", () => {
    for (const text of bent) {
      const bytes = utf8(text);
      expect([text.slice(0, 60), shown(parseAct(sha256, bytes))]).toEqual([
        text.slice(0, 60),
        shown(actTheLongWay(bytes)),
      ]);
    }
  });

  const around = [
    ...bent.map((act) => `{"act":${act},"at":5}`),
    ...["05", "-5", "5.0", '"5"', "5,5", "5 ", "9007199254740993"].map((at) => `{"act":${whole},"at":${at}}`),
    `{"act":${whole},"at":5}}`,
    `{"at":5,"act":${whole}}`,
  ];

  it("R-1, R-10: the same inside an entry, and around it", () => {
    for (const text of around) {
      const bytes = utf8(text);
      const [short, long] = [parseEntry(sha256, bytes), entryTheLongWay(bytes)];
      const said = (r: typeof short | typeof long) =>
        r.ok ? { at: r.value.at, ...plain(r.value.signed as Signed<Act>) } : `${r.rule} ${r.code}`;
      expect(said(short)).toEqual(said(long));
    }
  });

  /** An entry read in two halves; `undefined` where the first half leaves it to the long way. */
  const inHalves = (bytes: Uint8Array) => {
    const looked = lookAtEntry(sha256, bytes);
    if (!looked) return undefined;
    const { key, message, signature } = looked;
    const read = lookedAtEntry(bytes, looked.ends, toHex(looked.id) as ActId);
    expect(read.signed.key).toBe(key);
    return { at: read.at, ...plain({ ...(read.signed as Signed<Act>), message, signature }) };
  };
  const atOnce = (bytes: Uint8Array) => {
    const read = parseEntry(sha256, bytes);
    return read.ok ? { at: read.value.at, ...plain(read.value.signed as Signed<Act>) } : `${read.rule} ${read.code}`;
  };

  it("R-1, R-10: in two halves gives the same, and takes nothing that is refused", () => {
    for (const text of around) {
      const halves = inHalves(utf8(text));
      if (halves) expect(halves).toEqual(atOnce(utf8(text)));
    }
    expect(inHalves(utf8(`{"act":${whole},"at":5}`))).toBeDefined();
    expect(lookAtEntry(sha256, utf8(`{"act":${put('"yes":true', `"yes":"${"x".repeat(9000)}"`)},"at":5}`))).toBe(
      undefined,
    );
  });

  it("R-1: any byte put in, taken out or changed is judged as the long way judges it", () => {
    const bytes = utf8(whole);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.nat(2), (at, byte, how) => {
        const other = [
          Uint8Array.of(...bytes.subarray(0, at), byte, ...bytes.subarray(at)),
          Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)),
          Uint8Array.of(...bytes.subarray(0, at), byte, ...bytes.subarray(at + 1)),
        ][how] as Uint8Array;
        expect(shown(parseAct(sha256, other))).toEqual(shown(actTheLongWay(other)));
        const entry = Uint8Array.of(...utf8('{"act":'), ...other, ...utf8(',"at":5}'));
        const halves = inHalves(entry);
        if (halves) expect(halves).toEqual(atOnce(entry));
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it("is taken by an ordinary act, alone and inside an entry, wherever it begins", () => {
    const act = canonicalBytes(signed(base));
    expect(actByLayout(sha256, act, 0, 0)?.end).toBe(act.length);
    const entry = entryBytes({ at: 9, act: signed(base) as never });
    expect(actByLayout(sha256, entry, 7, 1)?.signed.id).toBe(actByLayout(sha256, act, 0, 0)?.signed.id);
  });

  it("keeps nothing of the bytes that it read", () => {
    const bytes = canonicalBytes(signed(base));
    const read = parseAct(sha256, bytes);
    if (!read.ok) throw new Error(read.code);
    const before = shown(read);
    bytes.fill(0);
    expect(shown(read)).toEqual(before);
    expect(isHash(read.value.id)).toBe(true);
  });
});

describe("the form of a signature", () => {
  const taken = (text: string) => {
    try {
      return fromBase58(text, 64).length === 64;
    } catch {
      return false;
    }
  };

  it("R-5: is known without reckoning it, at every edge", () => {
    const edges = [0, 1, 2, 57, 58, 255].flatMap((first) =>
      [0, 1, 254, 255].flatMap((rest) => [new Uint8Array(64).fill(rest, 1).fill(first, 0, 1)]),
    );
    const texts = edges.map(toBase58);
    const beside = texts.flatMap((t) => [t, `1${t}`, t.slice(1), `${t}1`, t.replace(/.$/, "0"), t.replace(/^./, "z")]);
    for (const text of [...beside, "", "1", "z".repeat(87), "z".repeat(88), "2".repeat(87), "2".repeat(88)])
      expect([text, isSignatureText(text)]).toEqual([text, taken(text)]);
  });

  it("R-5: of any text", () => {
    const digit = fc.constantFrom(..."123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0é");
    fc.assert(
      fc.property(fc.array(digit, { minLength: 84, maxLength: 90 }), (digits) => {
        expect(isSignatureText(digits.join(""))).toBe(taken(digits.join("")));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
