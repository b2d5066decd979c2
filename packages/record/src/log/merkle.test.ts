import { createHash } from "node:crypto";
import { fromHex, toHex, utf8 } from "@nabat/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../../../vectors/record/merkle.json" with { type: "json" };
import { emptyRoot, leafHash, nodeHash, splitPoint } from "./hashing.ts";
import { GrowingTree } from "./merkle.ts";
import { verifyConsistency, verifyInclusion } from "./proofs.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const entry = (i: number): Uint8Array => utf8(`entry ${i}`);

function grow(n: number): GrowingTree {
  const tree = new GrowingTree(sha256);
  for (let i = 0; i < n; i++) tree.appendEntry(entry(i));
  return tree;
}

/** RFC 6962 §2.1 by plain recursion. */
function naiveRoot(begin: number, end: number): Uint8Array {
  if (begin === end) return emptyRoot(sha256);
  if (end - begin === 1) return leafHash(sha256, entry(begin));
  const k = begin + splitPoint(end - begin);
  return nodeHash(sha256, naiveRoot(begin, k), naiveRoot(k, end));
}

const head = (tree: GrowingTree, size: number): { size: number; root: Uint8Array } => ({
  size,
  root: tree.rootAt(size),
});
const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const out = bytes.slice();
  out[bit >> 3] = (out[bit >> 3] as number) ^ (1 << (bit & 7));
  return out;
};

describe("Merkle tree", () => {
  test("R-20 leaves, nodes and the empty tree hash as RFC 6962 says", () => {
    expect(toHex(emptyRoot(sha256))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(toHex(leafHash(sha256, new Uint8Array(0)))).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
    const tree = new GrowingTree(sha256);
    for (const e of vectors.ct.entries) tree.appendEntry(fromHex(e));
    expect(toHex(tree.root())).toBe(vectors.ct.root);
  });

  test("R-21 the root at every size, also earlier ones asked later", () => {
    const tree = grow(300);
    for (const v of vectors.roots) expect(toHex(tree.rootAt(v.size))).toBe(v.root);
    for (let n = 0; n <= 300; n++) expect(toHex(tree.rootAt(n))).toBe(toHex(naiveRoot(0, n)));
    expect(() => tree.rootAt(301)).toThrow(RangeError);
    expect(() => tree.rootAt(-1)).toThrow(RangeError);
    expect(() => tree.rootAt(1.5)).toThrow(RangeError);
  });

  test("R-21 what the tree hands out is a copy", () => {
    const tree = grow(9);
    const before = toHex(tree.root());
    for (const bytes of [tree.root(), tree.leaf(8), tree.rootAt(1), tree.nodes(0, 0, 4), ...tree.inclusionProof(8)]) {
      bytes.fill(0);
    }
    expect(toHex(tree.root())).toBe(before);
    expect(toHex(tree.rootAt(1))).toBe(toHex(naiveRoot(0, 1)));
  });

  test("R-21 pieces of memory join without a seam", () => {
    const tree = new GrowingTree(sha256);
    const small = new GrowingTree(sha256);
    for (let i = 0; i < 20_000; i++) tree.append(leafHash(sha256, entry(i)));
    for (let i = 0; i < 8192; i++) small.append(leafHash(sha256, entry(i)));
    expect(toHex(tree.rootAt(8192))).toBe(toHex(small.root()));
    const proof = tree.consistencyProof(8191);
    expect(verifyConsistency(sha256, head(tree, 8191), head(tree, 20_000), proof).ok).toBe(true);
    expect(() => tree.append(new Uint8Array(31))).toThrow(RangeError);
    expect(tree.size).toBe(20_000);
  });
});

describe("proofs", () => {
  test("R-22 inclusion vectors, honest and bent", () => {
    for (const v of vectors.inclusion) {
      const result = verifyInclusion(
        sha256,
        fromHex(v.leaf),
        v.index,
        { size: v.size, root: fromHex(v.root) },
        v.proof.map(fromHex),
      );
      expect(result.ok, `${v.why} ${v.index}/${v.size}`).toBe(v.holds);
      if (!result.ok) expect(result.rule).toBe("R-22");
    }
  });

  test("R-23 R-24 consistency vectors, honest and bent", () => {
    for (const v of vectors.consistency) {
      const older = { size: v.old, root: fromHex(v.oldRoot) };
      const newer = { size: v.size, root: fromHex(v.root) };
      const result = verifyConsistency(sha256, older, newer, v.proof.map(fromHex));
      expect(result.ok, `${v.why} ${v.old}/${v.size}`).toBe(v.holds);
    }
    const tree = grow(8);
    expect(verifyConsistency(sha256, head(tree, 8), head(tree, 7), [])).toMatchObject({
      rule: "R-24",
      code: "shrunk",
    });
    const fork = { size: 8, root: flipped(tree.root(), 3) };
    expect(verifyConsistency(sha256, head(tree, 8), fork, [])).toMatchObject({
      rule: "R-24",
      code: "forked",
    });
  });

  test("R-22 R-23 every proof of every tree up to 40 holds and is what the vectors' maker gives", () => {
    const tree = grow(40);
    for (let n = 1; n <= 40; n++) {
      const newer = head(tree, n);
      for (let m = 0; m <= n; m++) {
        expect(verifyConsistency(sha256, head(tree, m), newer, tree.consistencyProof(m, n)).ok).toBe(true);
        if (m < n) expect(verifyInclusion(sha256, tree.leaf(m), m, newer, tree.inclusionProof(m, n)).ok).toBe(true);
      }
    }
    const big = grow(300);
    for (const v of vectors.inclusion.filter((i) => i.holds)) {
      expect(big.inclusionProof(v.index, v.size).map(toHex)).toEqual(v.proof);
    }
    for (const v of vectors.consistency.filter((c) => c.holds && c.old > 0)) {
      expect(big.consistencyProof(v.old, v.size).map(toHex)).toEqual(v.proof);
    }
  });

  test("R-22 R-23 no flipped bit, other size or other index is believed", () => {
    const tree = grow(200);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), fc.nat(), (n, a, b, bit) => {
        const index = a % n;
        const proof = tree.inclusionProof(index, n);
        const at = b % proof.length;
        const bent = proof.map((h, i) => (i === at ? flipped(h, bit % 256) : h));
        expect(verifyInclusion(sha256, tree.leaf(index), index, head(tree, n), bent).ok).toBe(false);
        const other = (index + 1) % n;
        expect(verifyInclusion(sha256, tree.leaf(index), other, head(tree, n), proof).ok).toBe(false);
        const old = 1 + (a % (n - 1));
        const growth = tree.consistencyProof(old, n);
        const spot = b % growth.length;
        const broken = growth.map((h, i) => (i === spot ? flipped(h, bit % 256) : h));
        expect(verifyConsistency(sha256, head(tree, old), head(tree, n), broken).ok).toBe(false);
        expect(
          verifyConsistency(sha256, { size: old, root: flipped(tree.rootAt(old), bit % 256) }, head(tree, n), growth)
            .ok,
        ).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("R-24 a record that was edited has no proof of growth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat(), (a, more, e) => {
        const honest = grow(a);
        const edited = new GrowingTree(sha256);
        for (let i = 0; i < a + more; i++) edited.appendEntry(i === e % a ? utf8("edited") : entry(i));
        const proof = edited.consistencyProof(a);
        expect(verifyConsistency(sha256, head(honest, a), head(edited, a + more), proof).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("R-22 R-23 sizes and hashes of any kind are refused, never thrown on", () => {
    const odd = fc.oneof(fc.integer(), fc.double(), fc.constant(Number.MAX_SAFE_INTEGER));
    const hash = fc.uint8Array({ minLength: 30, maxLength: 33 });
    fc.assert(
      fc.property(odd, odd, hash, hash, fc.array(hash, { maxLength: 60 }), (m, n, a, b, proof) => {
        if (verifyInclusion(sha256, a, m, { size: n, root: b }, proof).ok) expect([m, n, proof]).toEqual([0, 1, []]);
        const grown = verifyConsistency(sha256, { size: m, root: a }, { size: n, root: b }, proof);
        if (grown.ok) expect(toHex(a)).toBe(toHex(b));
      }),
    );
    expect(() => grow(3).inclusionProof(3)).toThrow(RangeError);
    expect(() => grow(3).consistencyProof(4)).toThrow(RangeError);
  });
});
