/**
 * A Merkle tree that only grows (RFC 6962 §2.1; rules ). It keeps the hash of every
 * complete subtree, about 64 bytes a leaf, so that the root at any earlier size and every proof cost
 * at most two hashes per level.
 */
import type { Sha256 } from "@nabat/kernel";
import { completeNodes, emptyRoot, foldNodes, HASH_BYTES, type LeafRange, leafHash } from "./hashing.ts";
import { PackedHashes } from "./packed-hashes.ts";
import { consistencyRanges, inclusionRanges } from "./proofs.ts";

/** Roots of earlier sizes that are kept at hand; checking a record asks for the same few again and again. */
const KEPT_ROOTS = 512;

export class GrowingTree {
  readonly #sha256: Sha256;
  readonly #levels: PackedHashes[] = [new PackedHashes()];
  readonly #roots = new Map<number, Uint8Array>();
  readonly #pair = new Uint8Array(1 + 2 * HASH_BYTES);

  /** An empty tree. `sha256` must not keep its argument: the tree uses one buffer for all nodes. */
  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
    this.#pair[0] = 1;
  }

  /** How many leaves it has. */
  get size(): number {
    return this.#level(0).length;
  }

  /** Adds the entry's leaf hash (see `leafHash`), 32 bytes, and returns its index. */
  append(hash: Uint8Array): number {
    const index = this.size;
    this.#level(0).push(hash);
    for (let level = 0; this.#level(level).length % 2 === 0; level++) {
      const below = this.#level(level);
      this.#pair.set(below.view(below.length - 2, 2), 1);
      this.#level(level + 1).push(this.#sha256(this.#pair));
    }
    return index;
  }

  /** Hashes an entry's bytes and adds it; returns its index. */
  appendEntry(entry: Uint8Array): number {
    return this.append(leafHash(this.#sha256, entry));
  }

  /** The root of all leaves. A copy. */
  root(): Uint8Array {
    return this.rootAt(this.size);
  }

  /** The root when the tree had `size` leaves. A copy. Throws `RangeError` for a size it never had. */
  rootAt(size: number): Uint8Array {
    const kept = this.#roots.get(size);
    if (kept !== undefined) return kept.slice();
    const root = size === 0 ? emptyRoot(this.#sha256) : this.rangeHash({ begin: 0, end: size });
    if (this.#roots.size >= KEPT_ROOTS) {
      for (const oldest of this.#roots.keys()) {
        this.#roots.delete(oldest);
        break;
      }
    }
    this.#roots.set(size, root);
    return root.slice();
  }

  /** The hash of leaf `index`. A copy. Throws `RangeError` if there is none. */
  leaf(index: number): Uint8Array {
    return this.#level(0).view(index).slice();
  }

  /** `count` hashes of complete subtrees of height `level`, packed, from `index` on. A copy. */
  nodes(level: number, index: number, count: number): Uint8Array {
    return this.#level(level).view(index, count).slice();
  }

  /** The hash of a range that begins at a multiple of a power of two no smaller than its length. A copy. */
  rangeHash(range: LeafRange): Uint8Array {
    if (!Number.isSafeInteger(range.end) || range.end > this.size || range.begin >= range.end || range.begin < 0) {
      throw new RangeError("no such leaves");
    }
    const nodes = completeNodes(range).map((n) => this.#level(n.level).view(n.index));
    return foldNodes(this.#sha256, nodes).slice();
  }

  /** Proof that leaf `index` stands in the tree of `size` leaves. Throws `RangeError` outside. */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    return inclusionRanges(index, size).map((range) => this.rangeHash(range));
  }

  /** Proof that the tree of `size` leaves begins with that of `old`. Throws `RangeError` outside. */
  consistencyProof(old: number, size: number = this.size): Uint8Array[] {
    return consistencyRanges(old, size).map((range) => this.rangeHash(range));
  }

  #level(level: number): PackedHashes {
    let hashes = this.#levels[level];
    if (hashes === undefined) {
      hashes = new PackedHashes();
      this.#levels[level] = hashes;
    }
    return hashes;
  }
}
