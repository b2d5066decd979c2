/**
 * Inclusion and consistency proofs of RFC 6962 §2.1: which ranges of leaves a proof is made of
 * (rules ), and the checks of RFC 9162 §2.1.3.2 and §2.1.4.2, which need no tree.
 */
import { equalBytes, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { emptyRoot, HASH_BYTES, type LeafRange, nodeHash, splitPoint } from "./hashing.ts";

/** Hashes of a proof, in the order of RFC 6962; 32 bytes each. */
export type MerkleProof = readonly Uint8Array[];

/** A size and the root that goes with it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The ranges whose hashes prove that leaf `index` stands in the tree of `size` leaves.
 * Throws `RangeError` unless `0 ≤ index < size`.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isSize(index) || !isSize(size) || index >= size) throw new RangeError("no such leaf");
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + splitPoint(end - begin);
    if (index < middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges;
}

/**
 * The ranges whose hashes prove that the tree of `size` leaves begins with the tree of `old` leaves;
 * none if `old` is 0 or equals `size`. Throws `RangeError` unless `0 ≤ old ≤ size`.
 */
export function consistencyRanges(old: number, size: number): LeafRange[] {
  if (!isSize(old) || !isSize(size) || old > size) throw new RangeError("a record only grows");
  const ranges: LeafRange[] = [];
  if (old === 0 || old === size) return ranges;
  let begin = 0;
  let end = size;
  while (old !== end) {
    const middle = begin + splitPoint(end - begin);
    if (old <= middle) {
      ranges.unshift({ begin: middle, end });
      end = middle;
    } else {
      ranges.unshift({ begin, end: middle });
      begin = middle;
    }
  }
  // The old tree's last subtree is left out where it is the old tree itself: its root is known.
  if (begin > 0) ranges.unshift({ begin, end });
  return ranges;
}

/** Checks that `leaf`, the hash of entry `index`, stands under `head`. Says which check failed. */
export function verifyInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  proof: MerkleProof,
): Result<true> {
  if (!isSize(index) || !isSize(head.size) || index >= head.size) return refuse("R-22", "no-such-leaf");
  if (!hashesOnly([leaf, head.root, ...proof])) return refuse("R-22", "not-a-hash");
  let fn = index;
  let sn = head.size - 1;
  let hash = leaf;
  for (const p of proof) {
    if (sn === 0) return refuse("R-22", "proof-too-long");
    if (odd(fn) || fn === sn) {
      hash = nodeHash(sha256, p, hash);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(sha256, hash, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) return refuse("R-22", "proof-too-short");
  return equalBytes(hash, head.root) ? ok(true) : refuse("R-22", "wrong-root");
}

/**
 * Checks that the tree of `newer` begins with the tree of `older`. From the empty tree
 * and between equal sizes the proof must be empty. Says which check failed.
 */
export function verifyConsistency(sha256: Sha256, older: TreeHead, newer: TreeHead, proof: MerkleProof): Result<true> {
  if (!isSize(older.size) || !isSize(newer.size)) return refuse("R-23", "not-a-size");
  if (older.size > newer.size) return refuse("R-24", "shrunk", { old: older.size, size: newer.size });
  if (!hashesOnly([older.root, newer.root, ...proof])) return refuse("R-23", "not-a-hash");
  if (older.size === newer.size) {
    if (proof.length > 0) return refuse("R-23", "proof-too-long");
    return equalBytes(older.root, newer.root) ? ok(true) : refuse("R-24", "forked", { size: older.size });
  }
  if (older.size === 0) {
    if (proof.length > 0) return refuse("R-23", "proof-too-long");
    return equalBytes(older.root, emptyRoot(sha256)) ? ok(true) : refuse("R-23", "wrong-old-root");
  }
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  const first = path[0];
  if (first === undefined) return refuse("R-23", "proof-too-short");
  let fn = older.size - 1;
  let sn = newer.size - 1;
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)];
  let was = first;
  let is = first;
  for (const c of path.slice(1)) {
    if (sn === 0) return refuse("R-23", "proof-too-long");
    if (odd(fn) || fn === sn) {
      was = nodeHash(sha256, c, was);
      is = nodeHash(sha256, c, is);
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      is = nodeHash(sha256, is, c);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) return refuse("R-23", "proof-too-short");
  if (!equalBytes(was, older.root)) return refuse("R-23", "wrong-old-root");
  return equalBytes(is, newer.root) ? ok(true) : refuse("R-23", "wrong-new-root");
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function odd(n: number): boolean {
  return n % 2 === 1;
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  while (n > 1 && n % 2 === 0) n /= 2;
  return n === 1;
}

function hashesOnly(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((h) => h.length === HASH_BYTES);
}
