/**
 * RFC 6962 hashing (rules ): what a leaf, a node and the empty tree hash to, and how any
 * range of leaves falls apart into complete subtrees. Trees and readers of tiles both build on it.
 */
import type { Sha256 } from "@nabat/kernel";

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

/** A complete subtree: the leaves from `index · 2^level` up to, not including, `(index + 1) · 2^level`. */
export interface NodeAt {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `begin` up to, not including, `end`. */
export interface LeafRange {
  readonly begin: number;
  readonly end: number;
}

/** Room for one leaf's input: entries are at most 65,535 bytes in a bundle. Its first byte stays 0. */
const leafInput = new Uint8Array(1 + 65_535);

/** The hash of an entry's bytes: SHA-256(0x00 ‖ entry). */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const input = entry.length < leafInput.length ? leafInput : new Uint8Array(entry.length + 1);
  input.set(entry, 1);
  return sha256(input.subarray(0, entry.length + 1));
}

/** The hash of a node: SHA-256(0x01 ‖ left ‖ right). Both children are 32 bytes. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return sha256(input);
}

/** The root of a tree without leaves: SHA-256 of no bytes. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

/**
 * The complete subtrees of a range, from left to right; their right fold is the range's hash. The
 * range must begin at a multiple of a power of two that is no smaller than its length, as every
 * range in a proof does. Sizes are safe integers, so no bit operators.
 */
export function completeNodes(range: LeafRange): NodeAt[] {
  const nodes: NodeAt[] = [];
  let rest = range.end - range.begin;
  let end = range.end;
  for (let level = 0, width = 1; rest > 0; level++, width *= 2) {
    if (rest % 2 === 1) {
      end -= width;
      nodes.unshift({ level, index: end / width });
    }
    rest = Math.floor(rest / 2);
  }
  return nodes;
}

/** The hash of a range from the hashes of its {@link completeNodes}, left to right; at least one. */
export function foldNodes(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  let hash = hashes[hashes.length - 1];
  if (hash === undefined) throw new RangeError("no hashes to fold");
  for (let i = hashes.length - 2; i >= 0; i--) hash = nodeHash(sha256, hashes[i] as Uint8Array, hash);
  return hash;
}

/** The hash of a complete subtree from its `2^k` packed leaf-level hashes (`packed.length = 32 · 2^k`). */
export function packedRoot(sha256: Sha256, packed: Uint8Array): Uint8Array {
  let level = packed;
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  while (level.length > HASH_BYTES) {
    const up = new Uint8Array(level.length / 2);
    for (let at = 0; at < up.length; at += HASH_BYTES) {
      input.set(level.subarray(2 * at, 2 * at + 2 * HASH_BYTES), 1);
      up.set(sha256(input), at);
    }
    level = up;
  }
  return level;
}

/** The largest power of two smaller than `n` (n ≥ 2): where RFC 6962 splits a tree of `n` leaves. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
