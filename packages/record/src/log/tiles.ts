/**
 * What stands in tiles (rules ): hashes of complete subtrees, 32 bytes each, and bundles of
 * entries, each with its length before it as two bytes, big-endian.
 */
import { ok, refuse, type Result } from "@nabat/kernel";
import type { GrowingTree } from "./merkle.ts";
import { TILE_HEIGHT, TILE_WIDTH, type Tile } from "./tile-path.ts";

/** Bytes of the longest entry that a bundle can hold. What a record admits is far less. */
export const MAX_BUNDLED_ENTRY_BYTES = 65_535;

const LENGTH_BYTES = 2;

/** The bytes of a tile of hashes. Throws `RangeError` for a bundle or for hashes that the tree lacks. */
export function tileBytes(tree: GrowingTree, tile: Tile): Uint8Array {
  if (tile.level === "entries") throw new RangeError("a tree holds no entries");
  return tree.nodes(TILE_HEIGHT * tile.level, tile.index * TILE_WIDTH, tile.width);
}

/** The bytes of a bundle of entries, in order. Throws `RangeError` on more than 256 or on an entry over 65,535 bytes. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0 || entries.length > TILE_WIDTH) throw new RangeError("a bundle holds 1 to 256 entries");
  const out = new Uint8Array(entries.reduce((sum, e) => sum + LENGTH_BYTES + e.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_BUNDLED_ENTRY_BYTES) throw new RangeError("entry too long for a bundle");
    out[at] = entry.length >> 8;
    out[at + 1] = entry.length & 255;
    out.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return out;
}

/**
 * Reads a bundle that must hold exactly `count` entries and nothing after them. Refuses
 * anything else. The entries are views into `bytes`, not copies.
 */
export function parseBundle(bytes: Uint8Array, count: number): Result<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < count) {
    const high = bytes[at];
    const low = bytes[at + 1];
    if (high === undefined || low === undefined) return refuse("R-40", "bundle-too-short", { entries: entries.length });
    const begin = at + LENGTH_BYTES;
    at = begin + high * 256 + low;
    if (at > bytes.length) return refuse("R-40", "bundle-too-short", { entries: entries.length });
    entries.push(bytes.subarray(begin, at));
  }
  return at === bytes.length ? ok(entries) : refuse("R-40", "bundle-too-long", { bytes: bytes.length - at });
}
