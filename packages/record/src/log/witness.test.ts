import { createHash } from "node:crypto";
import { fromBase64, fromHex, ok, refuse, toBase64, toHex, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../vectors/record/note.json" with { type: "json" };
import { formatCheckpoint } from "./checkpoint.ts";
import { emptyRoot } from "./hashing.ts";
import { GrowingTree } from "./merkle.ts";
import { formatNote } from "./note.ts";
import type { Signer } from "./note-verify.ts";
import type { TreeHead } from "./proofs.ts";
import {
  type AddCheckpoint,
  conflictBody,
  decideAddCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  type WitnessView,
} from "./witness.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const tree = new GrowingTree(sha256);
for (let i = 0; i < 40; i++) tree.appendEntry(utf8(`entry ${i}`));

const head = (size: number): TreeHead => ({ size, root: tree.rootAt(size) });
const signers = ok<readonly Signer[]>([]);

/** A request for `size` that claims the witness stands at `old`. */
function request(old: number, size: number, change: Partial<AddCheckpoint["checkpoint"]> = {}): AddCheckpoint {
  const checkpoint = { origin: vectors.origin, ...head(size), ...change };
  const note = {
    text: formatCheckpoint(checkpoint),
    signatures: [{ name: vectors.origin, keyId: 1, signature: new Uint8Array(64) }],
  };
  const proof = old <= size ? tree.consistencyProof(old, size) : [];
  const parsed = parseAddCheckpoint(formatAddCheckpoint(old, proof, formatNote(note)));
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.value;
}
const at = (size?: number): WitnessView => ({
  knownOrigin: true,
  signers,
  ...(size === undefined ? {} : { latest: head(size) }),
});
const decide = (r: AddCheckpoint, view: WitnessView): ReturnType<typeof decideAddCheckpoint> =>
  decideAddCheckpoint(sha256, r, view);

describe("add-checkpoint requests", () => {
  test("R-34 the vectors' request, read and written", () => {
    const v = vectors.addCheckpoint;
    const parsed = parseAddCheckpoint(fromBase64(v.request));
    expect(parsed).toMatchObject({
      ok: true,
      value: { oldSize: v.old, checkpoint: { size: v.size } },
    });
    if (!parsed.ok) return;
    expect(parsed.value.proof.map(toHex)).toEqual(v.proof);
    expect(toBase64(formatAddCheckpoint(v.old, parsed.value.proof, formatNote(parsed.value.note)))).toBe(v.request);
    const latest = { size: v.old, root: fromHex(v.oldRoot) };
    expect(decide(parsed.value, { knownOrigin: true, signers, latest })).toMatchObject({
      status: 200,
    });
    for (const bad of v.bad) expect(parseAddCheckpoint(fromBase64(bad.request)).ok, bad.why).toBe(false);
  });

  test("R-34 any bytes are refused or read, never thrown on", () => {
    const good = fromBase64(vectors.addCheckpoint.request);
    const bent = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([i, b]) => good.with(i, b));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), bent), (bytes) => {
        const parsed = parseAddCheckpoint(bytes);
        if (!parsed.ok) expect(parsed.rule).toMatch(/^R-(2[678]|34)$/);
        else {
          const again = formatAddCheckpoint(parsed.value.oldSize, parsed.value.proof, formatNote(parsed.value.note));
          expect(toBase64(again)).toBe(toBase64(bytes));
        }
      }),
      { numRuns: 500 },
    );
    expect(parseAddCheckpoint(new Uint8Array(200_000))).toMatchObject({
      rule: "R-34",
      code: "request-too-large",
    });
    expect(() => formatAddCheckpoint(-1, [], good)).toThrow(RangeError);
    expect(() => formatAddCheckpoint(1, [new Uint8Array(31)], good)).toThrow(RangeError);
    expect(() =>
      formatAddCheckpoint(
        1,
        Array.from({ length: 64 }, () => new Uint8Array(32)),
        good,
      ),
    ).toThrow(RangeError);
  });
});

describe("the witness's decision", () => {
  test("R-35 accepts honest growth from anywhere, and the same head again", () => {
    for (let old = 0; old <= 40; old++) {
      for (const size of [old, old + 1, 40].filter((s) => s <= 40)) {
        const view = old === 0 ? at() : at(old);
        expect(decide(request(old, size), view)).toMatchObject({ status: 200, head: { size } });
      }
    }
  });

  test("R-35 unknown origin 404, bad signature 403, before anything else", () => {
    const unsigned = refuse("R-30", "not-signed-by-a-known-key");
    expect(decide(request(9, 5), { ...at(7), knownOrigin: false, signers: unsigned })).toMatchObject({ status: 404 });
    expect(decide(request(9, 5), { ...at(7), signers: unsigned })).toMatchObject({
      status: 403,
      refusal: { rule: "R-30" },
    });
  });

  test("R-35 old size larger than the checkpoint 400; other than ours 409 with ours", () => {
    expect(decide(request(9, 5), at(9))).toMatchObject({ status: 400, refusal: { rule: "R-35" } });
    expect(decide(request(5, 9), at(7))).toMatchObject({ status: 409, size: 7 });
    expect(decide(request(0, 9), at(7))).toMatchObject({ status: 409, size: 7 });
    expect(decide(request(5, 9), at())).toMatchObject({ status: 409, size: 0 });
    expect(conflictBody(7)).toBe("7\n");
  });

  test("R-35 a false proof, a proof where none belongs, and another empty root 422", () => {
    const other = sha256(utf8("other"));
    expect(decide({ ...request(5, 9), proof: request(6, 9).proof }, at(5))).toMatchObject({
      status: 422,
    });
    expect(decide({ ...request(5, 9), proof: [] }, at(5))).toMatchObject({ status: 422 });
    expect(decide({ ...request(0, 9), proof: [other] }, at())).toMatchObject({ status: 422 });
    expect(decide({ ...request(9, 9), proof: [other] }, at(9))).toMatchObject({
      status: 422,
      contradiction: false,
    });
    expect(decide(request(5, 9, { root: other }), at(5))).toMatchObject({
      status: 422,
      refusal: { rule: "R-23" },
    });
    expect(decide(request(0, 0, { root: other }), at())).toMatchObject({
      status: 422,
      refusal: { rule: "R-35" },
    });
    expect(decide(request(0, 0, { root: emptyRoot(sha256) }), at())).toMatchObject({ status: 200 });
  });

  test("R-24 R-35 another root at the same size is the proof of a fork, and is said so", () => {
    const fork = decide(request(9, 9, { root: sha256(utf8("fork")) }), at(9));
    expect(fork).toMatchObject({
      status: 422,
      contradiction: true,
      refusal: { rule: "R-24", code: "forked" },
    });
  });

  test("R-36 two requests from one size: after the first is stored, the second is a conflict", () => {
    const first = decide(request(5, 20), at(5));
    expect(first).toMatchObject({ status: 200 });
    const stored = first.status === 200 ? first.head : undefined;
    expect(decide(request(5, 12), { ...at(), latest: stored })).toMatchObject({
      status: 409,
      size: 20,
    });
  });
});
