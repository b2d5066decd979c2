import { createHash, createPublicKey, sign, verify as nodeVerify, createPrivateKey } from "node:crypto";
import { type BodyId, fromBase64, fromHex, toBase64, toHex, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import curve from "../../../../vectors/record/ed25519.json" with { type: "json" };
import vectors from "../../../../vectors/record/note.json" with { type: "json" };
import {
  bodyOfOrigin,
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatCheckpoint,
  originOf,
  parseCheckpoint,
  parseCheckpointText,
} from "./checkpoint.ts";
import { cosignatureLine, cosignatureMessage, readCosignature } from "./cosignature.ts";
import { formatNote, isKeyName, MAX_NOTE_BYTES, parseNote, parseSignatureLines } from "./note.ts";
import { verifyNote, verifyNoteAsync, witnessesAmong } from "./note-verify.ts";
import { isSoundKey } from "./sound-key.ts";
import { COSIGNATURE_V1, formatVkey, parseVkey, type VerifierKey, verifierKey } from "./vkey.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const DER = fromHex("302a300506032b6570032100");
function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({
    key: Buffer.concat([DER, publicKey]),
    format: "der",
    type: "spki",
  });
  return nodeVerify(null, message, key, signature);
}
const secret = createPrivateKey({
  key: Buffer.concat([fromHex("302e020100300506032b657004220420"), sha256(utf8("test"))]),
  format: "der",
  type: "pkcs8",
});
const publicKey = new Uint8Array(createPublicKey(secret).export({ format: "der", type: "spki" })).slice(-32);
const signed = (message: Uint8Array): Uint8Array => new Uint8Array(sign(null, message, secret));
const vkey = (text: string): VerifierKey => {
  const key = parseVkey(sha256, text);
  if (!key.ok) throw new Error(key.code);
  return key.value;
};
const known = [vkey(vectors.clerk), vkey(vectors.witness)];
const body = vectors.body as BodyId;

describe("notes", () => {
  for (const v of vectors.notes) {
    test(`R-27 R-28 R-30 ${v.why}`, async () => {
      const note = parseNote(fromBase64(v.note));
      expect(note.ok).toBe(v.parses);
      if (!note.ok) return expect(["R-27", "R-28"]).toContain(note.rule);
      expect(toBase64(formatNote(note.value))).toBe(v.note);
      const signers = verifyNote(verify, note.value, known);
      expect(signers).toEqual(await verifyNoteAsync(verify, note.value, known));
      expect(signers.ok ? signers.value.map((s) => s.key.name) : []).toEqual(v.signers);
      if (!signers.ok) expect(signers.rule).toBe("R-30");
      if (v.seconds !== undefined && signers.ok) expect(signers.value[1]?.seconds).toBe(v.seconds);
      if (v.checkpoint !== undefined) expect(parseCheckpoint(fromBase64(v.note)).ok).toBe(v.checkpoint);
    });
  }

  test("R-28 a note over the limit is refused unread", () => {
    const note = utf8(`${"a".repeat(MAX_NOTE_BYTES)}\n\n\u2014 a AAAAAAAA\n`);
    expect(parseNote(note)).toMatchObject({ rule: "R-28", code: "note-too-large" });
  });

  test("R-27 whatever the bytes, parsing gives a refusal or a note that writes itself back", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "\u2014 a AAAAAAAA",
        "\u2014 a AAAAAAA=",
        "\u2014 a",
        "",
        "\u2014",
        "text",
        "\u2014 a+b AAAAAAAA",
      ),
      fc.string({ unit: "binary" }),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(line, { maxLength: 8 }).map((l) => utf8(`${l.join("\n")}\n`)),
      fc.constantFrom(...vectors.notes.map((v) => fromBase64(v.note))).chain((n) =>
        fc.tuple(fc.nat(n.length), fc.nat(255)).map(([at, b]) => {
          const bent = n.slice();
          if (at < bent.length) bent[at] = b;
          return bent;
        }),
      ),
    );
    fc.assert(
      fc.property(bytes, (b) => {
        const note = parseNote(b);
        if (note.ok) expect(toBase64(formatNote(note.value))).toBe(toBase64(b));
        else expect(note.rule).toMatch(/^R-2[78]$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("R-30 no byte of a signed note can change and the note still hold", () => {
    const first = fromBase64((vectors.notes[0] as { note: string }).note);
    for (let at = 0; at < first.length; at++) {
      const bent = first.slice();
      bent[at] = (bent[at] as number) ^ 1;
      const note = parseNote(bent);
      const signers = note.ok ? verifyNote(verify, note.value, known) : note;
      // A bent name or id makes one of the two signatures a stranger's, which is ignored.
      if (signers.ok) expect(signers.value.length).toBe(1);
    }
  });

  test("R-27 formatting refuses what parsing would", () => {
    const signature = { name: "a", keyId: 1, signature: new Uint8Array(64) };
    expect(() => formatNote({ text: "no newline", signatures: [signature] })).toThrow(RangeError);
    expect(() => formatNote({ text: "a\tb\n", signatures: [signature] })).toThrow(RangeError);
    expect(() => formatNote({ text: "\ud800\n", signatures: [signature] })).toThrow(RangeError);
    expect(() => formatNote({ text: "a\n", signatures: [] })).toThrow(RangeError);
    expect(() => formatNote({ text: "a\n", signatures: [{ ...signature, name: "a b" }] })).toThrow(RangeError);
    expect(() => formatNote({ text: "a\n", signatures: [{ ...signature, keyId: -1 }] })).toThrow(RangeError);
    expect(isKeyName("\ud800")).toBe(false);
    expect(isKeyName("x".repeat(256))).toBe(false);
  });
});

describe("keys", () => {
  test("R-29 verifier keys, right and wrong", () => {
    for (const v of vectors.vkeys) {
      const key = parseVkey(sha256, v.vkey);
      expect(key.ok, v.vkey).toBe(v.valid);
      if (key.ok) expect(formatVkey(key.value)).toBe(v.vkey);
      else expect(key.rule).toBe("R-29");
    }
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 600 }), (t) => parseVkey(sha256, t).ok === false));
  });

  test("R-29 points of small order and y not below p are no keys", () => {
    for (const key of curve.unsoundKeys) expect(isSoundKey(fromHex(key)), key).toBe(false);
    for (const key of curve.soundKeys) expect(isSoundKey(fromHex(key)), key).toBe(true);
    expect(isSoundKey(new Uint8Array(31))).toBe(false);
    expect(() => verifierKey(sha256, "a", COSIGNATURE_V1, fromHex(curve.unsoundKeys[0] as string))).toThrow(RangeError);
  });
});

describe("checkpoints", () => {
  test("R-25 the origin is made from the body's id and nothing else", () => {
    expect(originOf(body)).toBe(vectors.origin);
    expect(bodyOfOrigin(vectors.origin)).toEqual({ ok: true, value: body });
    for (const origin of [
      "",
      "nabat/body/",
      `nabat/body/${body}0`,
      `nabat/body/${body.toUpperCase()}`,
      `x/${body}`,
      body,
    ]) {
      expect(bodyOfOrigin(origin), origin).toMatchObject({ ok: false, rule: "R-25" });
    }
    expect(isKeyName(originOf(body))).toBe(true);
  });

  test("R-26 R-31 a clerk's checkpoint round trip", () => {
    const key = clerkKey(sha256, body, publicKey);
    const checkpoint = { origin: originOf(body), size: 7, root: sha256(utf8("x")) };
    const bytes = formatNote({
      text: formatCheckpoint(checkpoint),
      signatures: [checkpointLine(key, signed(checkpointMessage(checkpoint)))],
    });
    const read = parseCheckpoint(bytes);
    expect(read).toMatchObject({ ok: true, value: { checkpoint } });
    if (read.ok) expect(verifyNote(verify, read.value.note, [key])).toEqual({ ok: true, value: [{ key }] });
    expect(() => formatCheckpoint({ ...checkpoint, size: 2 ** 53 })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, origin: "a\nb" })).toThrow(RangeError);
  });

  test("R-26 text of any kind is refused or writes itself back", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("0", "00", "12", "-1", "1e3", "", toBase64(new Uint8Array(32)), "a"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.join("\n");
        const read = parseCheckpointText(text);
        if (read.ok) expect(formatCheckpoint(read.value)).toBe(text);
        else expect(read.rule).toBe("R-26");
      }),
    );
  });

  test("R-32 a cosignature signs its time and the whole text", () => {
    const key = verifierKey(sha256, "nabat/clerk/x", COSIGNATURE_V1, publicKey);
    const text = formatCheckpoint({ origin: vectors.origin, size: 1, root: sha256(utf8("x")) });
    expect(new TextDecoder().decode(cosignatureMessage(text, 1795428000))).toBe(
      `cosignature/v1\ntime 1795428000\n${text}`,
    );
    fc.assert(
      fc.property(fc.maxSafeNat(), (seconds) => {
        const line = cosignatureLine(key, {
          seconds,
          signature: signed(cosignatureMessage(text, seconds)),
        });
        expect(readCosignature(line)).toMatchObject({ ok: true, value: { seconds } });
        expect(verifyNote(verify, { text, signatures: [line] }, [key])).toEqual({
          ok: true,
          value: [{ key, seconds }],
        });
      }),
      { numRuns: 20 },
    );
    expect(() => cosignatureMessage(text, -1)).toThrow(RangeError);
    expect(() => cosignatureMessage(text, 0.5)).toThrow(RangeError);
    const clerk = clerkKey(sha256, body, publicKey);
    expect(() => cosignatureLine(clerk, { seconds: 1, signature: new Uint8Array(64) })).toThrow(RangeError);
    expect(() => checkpointLine(key, new Uint8Array(64))).toThrow(RangeError);
  });

  test("R-33 two names with one key are one witness, and a clerk is none", () => {
    const text = formatCheckpoint({ origin: vectors.origin, size: 1, root: sha256(utf8("x")) });
    const keys = ["one.example", "two.example"].map((name) => verifierKey(sha256, name, COSIGNATURE_V1, publicKey));
    const clerk = clerkKey(sha256, body, publicKey);
    const signatures = keys.map((k) =>
      cosignatureLine(k, { seconds: 9, signature: signed(cosignatureMessage(text, 9)) }),
    );
    const note = { text, signatures: [checkpointLine(clerk, signed(utf8(text))), ...signatures] };
    const signers = verifyNote(verify, note, [clerk, ...keys]);
    expect(signers.ok && signers.value.length).toBe(3);
    expect(signers.ok && witnessesAmong(signers.value).map((s) => s.key.name)).toEqual(["one.example"]);
  });

  test("R-27 a witness's answer is one or more signature lines", () => {
    const first = vectors.notes[0] as { note: string };
    const note = parseNote(fromBase64(first.note));
    const lines = new TextDecoder().decode(fromBase64(first.note)).split("\n\n")[1] as string;
    expect(parseSignatureLines(lines)).toEqual({
      ok: true,
      value: note.ok ? note.value.signatures : [],
    });
    expect(toHex(utf8(lines.slice(0, 3)))).toBe("e2809420" + toHex(utf8("n")));
    for (const bad of ["", "x\n", lines.trimEnd(), `${lines}\n`, `\n${lines}`])
      expect(parseSignatureLines(bad).ok).toBe(false);
  });
});
