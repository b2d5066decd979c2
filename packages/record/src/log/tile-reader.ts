/**
 * Reads a record from its tiles and believes none of them (rule R-41): every hash is traced to the
 * root of a checkpoint before it is used. The partial tiles at the right edge must give the root
 * together; a full tile must give its own hash in the tile above. Works over files or a network.
 */
import { equalBytes, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { completeNodes, emptyRoot, foldNodes, HASH_BYTES, type LeafRange, leafHash, packedRoot } from "./hashing.ts";
import { consistencyRanges, inclusionRanges, type TreeHead } from "./proofs.ts";
import { hashesAtLevel, TILE_HEIGHT, TILE_WIDTH, type Tile, tileOf, tilePath } from "./tile-path.ts";
import { parseBundle } from "./tiles.ts";

/** The bytes at a path, or undefined if there are none. */
export type FetchTile = (path: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** Tiles kept at hand, 8 KiB each. */
const KEPT_TILES = 256;

export class TileReader {
  readonly #sha256: Sha256;
  readonly #head: TreeHead;
  readonly #fetch: FetchTile;
  /** The partial tiles at the right edge by level, once they have given the root. */
  #edge: ReadonlyMap<number, Uint8Array> | undefined;
  readonly #full = new Map<string, Uint8Array>();

  /** A reader of the record with this head, whose checkpoint the caller has verified. */
  constructor(sha256: Sha256, head: TreeHead, fetchTile: FetchTile) {
    this.#sha256 = sha256;
    this.#head = { size: head.size, root: head.root.slice() };
    this.#fetch = fetchTile;
  }

  /** The entries from `from` up to, not including, `to`, bundle by bundle; stops at the first refusal. */
  async *entries(from: number, to: number): AsyncGenerator<Result<{ index: number; bytes: Uint8Array }>> {
    this.#mustHold({ begin: from, end: to });
    for (let index = from; index < to;) {
      const bundle = await this.#bundle(Math.floor(index / TILE_WIDTH));
      if (!bundle.ok) {
        yield bundle;
        return;
      }
      const end = Math.min(to, (Math.floor(index / TILE_WIDTH) + 1) * TILE_WIDTH);
      for (; index < end; index++) yield ok({ index, bytes: bundle.value[index % TILE_WIDTH] as Uint8Array });
    }
  }

  /** Entry `index`. Throws `RangeError` if the head has none. */
  async entry(index: number): Promise<Result<Uint8Array>> {
    this.#mustHold({ begin: index, end: index + 1 });
    const bundle = await this.#bundle(Math.floor(index / TILE_WIDTH));
    return bundle.ok ? ok(bundle.value[index % TILE_WIDTH] as Uint8Array) : bundle;
  }

  /** The hash of leaf `index`. */
  async leaf(index: number): Promise<Result<Uint8Array>> {
    this.#mustHold({ begin: index, end: index + 1 });
    return this.#node(0, index);
  }

  /** The root that the record had at `size`, proved by the same head. */
  async rootAt(size: number): Promise<Result<Uint8Array>> {
    if (size === 0) return ok(emptyRoot(this.#sha256));
    return this.#rangeHash({ begin: 0, end: size });
  }

  /** Proof that leaf `index` stands under the head. */
  async inclusionProof(index: number): Promise<Result<Uint8Array[]>> {
    return this.#rangeHashes(inclusionRanges(index, this.#head.size));
  }

  /** Proof that the head's tree begins with that of `old` leaves. */
  async consistencyProof(old: number): Promise<Result<Uint8Array[]>> {
    return this.#rangeHashes(consistencyRanges(old, this.#head.size));
  }

  async #rangeHashes(ranges: readonly LeafRange[]): Promise<Result<Uint8Array[]>> {
    const hashes: Uint8Array[] = [];
    for (const range of ranges) {
      const hash = await this.#rangeHash(range);
      if (!hash.ok) return hash;
      hashes.push(hash.value);
    }
    return ok(hashes);
  }

  async #rangeHash(range: LeafRange): Promise<Result<Uint8Array>> {
    this.#mustHold(range);
    const hashes: Uint8Array[] = [];
    for (const { level, index } of completeNodes(range)) {
      const hash = await this.#node(level, index);
      if (!hash.ok) return hash;
      hashes.push(hash.value);
    }
    return ok(foldNodes(this.#sha256, hashes));
  }

  /** The hash of a complete subtree, out of the tile whose hashes lie at or just below its level. */
  async #node(level: number, index: number): Promise<Result<Uint8Array>> {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const count = 2 ** (level % TILE_HEIGHT);
    const first = index * count;
    const tile = await this.#tile(tileLevel, Math.floor(first / TILE_WIDTH));
    if (!tile.ok) return tile;
    const at = (first % TILE_WIDTH) * HASH_BYTES;
    return ok(packedRoot(this.#sha256, tile.value.slice(at, at + count * HASH_BYTES)));
  }

  /** A tile of hashes, traced to the root. */
  async #tile(level: number, index: number): Promise<Result<Uint8Array>> {
    const tile = tileOf(level, index * TILE_WIDTH, hashesAtLevel(level, this.#head.size));
    if (tile.width < TILE_WIDTH) {
      const edge = await this.#readEdge();
      return edge.ok ? ok(edge.value.get(level) as Uint8Array) : edge;
    }
    const path = tilePath(tile);
    const kept = this.#full.get(path);
    if (kept !== undefined) return ok(kept);
    const read = await this.#readFull(level, index, tile, path);
    if (!read.ok) return read;
    for (const oldest of this.#full.keys()) {
      if (this.#full.size < KEPT_TILES) break;
      this.#full.delete(oldest);
    }
    this.#full.set(path, read.value);
    return read;
  }

  async #readFull(level: number, index: number, tile: Tile, path: string): Promise<Result<Uint8Array>> {
    const bytes = await this.#hashes(tile);
    if (!bytes.ok) return bytes;
    const expected = await this.#node((level + 1) * TILE_HEIGHT, index);
    if (!expected.ok) return expected;
    const found = packedRoot(this.#sha256, bytes.value);
    return equalBytes(found, expected.value) ? bytes : refuse("R-41", "tile-does-not-fit", { path });
  }

  /** The partial tiles at the right edge, level by level, checked together against the root. */
  async #readEdge(): Promise<Result<ReadonlyMap<number, Uint8Array>>> {
    if (this.#edge !== undefined) return ok(this.#edge);
    const edge = new Map<number, Uint8Array>();
    const peaks: Uint8Array[] = [];
    for (let level = 0; hashesAtLevel(level, this.#head.size) > 0; level++) {
      const count = hashesAtLevel(level, this.#head.size);
      const width = count % TILE_WIDTH;
      if (width === 0) continue;
      const bytes = await this.#hashes({ level, index: Math.floor(count / TILE_WIDTH), width });
      if (!bytes.ok) return bytes;
      edge.set(level, bytes.value);
      const here = completeNodes({ begin: 0, end: width }).map((n) => {
        const at = n.index * 2 ** n.level * HASH_BYTES;
        return packedRoot(this.#sha256, bytes.value.slice(at, at + 2 ** n.level * HASH_BYTES));
      });
      peaks.unshift(...here);
    }
    const root = peaks.length === 0 ? emptyRoot(this.#sha256) : foldNodes(this.#sha256, peaks);
    if (!equalBytes(root, this.#head.root)) {
      return refuse("R-41", "tiles-do-not-give-the-root", { size: this.#head.size });
    }
    this.#edge = edge;
    return ok(edge);
  }

  /** A tile's hashes as fetched, of the right length and unchecked. A full tile may stand in for a partial one. */
  async #hashes(tile: Tile): Promise<Result<Uint8Array>> {
    const path = tilePath(tile);
    const wanted = tile.width * HASH_BYTES;
    const bytes = await this.#fetch(path);
    if (bytes !== undefined) {
      return bytes.length === wanted ? ok(bytes.slice()) : refuse("R-41", "tile-of-wrong-length", { path });
    }
    const full = tile.width < TILE_WIDTH ? await this.#fetch(tilePath({ ...tile, width: TILE_WIDTH })) : undefined;
    if (full === undefined) return refuse("R-41", "tile-missing", { path });
    return full.length === TILE_WIDTH * HASH_BYTES
      ? ok(full.slice(0, wanted))
      : refuse("R-41", "tile-of-wrong-length", { path });
  }

  /** The entries of a bundle, each held against its leaf hash. */
  async #bundle(index: number): Promise<Result<Uint8Array[]>> {
    const tile = tileOf("entries", index * TILE_WIDTH, this.#head.size);
    const path = tilePath(tile);
    const bytes = await this.#fetch(path);
    let entries: Result<Uint8Array[]>;
    if (bytes !== undefined) {
      entries = parseBundle(bytes, tile.width);
    } else {
      const full = tile.width < TILE_WIDTH ? await this.#fetch(tilePath({ ...tile, width: TILE_WIDTH })) : undefined;
      if (full === undefined) return refuse("R-41", "tile-missing", { path });
      entries = parseBundle(full, TILE_WIDTH);
    }
    if (!entries.ok) return entries;
    const hashes = await this.#tile(0, index);
    if (!hashes.ok) return hashes;
    const held = entries.value.slice(0, tile.width);
    for (const [i, entry] of held.entries()) {
      const expected = hashes.value.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
      if (!equalBytes(leafHash(this.#sha256, entry), expected)) {
        return refuse("R-41", "entry-does-not-fit", { index: index * TILE_WIDTH + i });
      }
    }
    return ok(held);
  }

  #mustHold(range: LeafRange): void {
    const { begin, end } = range;
    const integers = Number.isSafeInteger(begin) && Number.isSafeInteger(end);
    if (!integers || begin < 0 || begin >= end || end > this.#head.size) throw new RangeError("no such leaves");
  }
}
