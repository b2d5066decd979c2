/**
 * Where tiles lie: the paths of C2SP tlog-tiles (rule R-37) and which tiles a tree of a given size
 * has (rule R-38), down to the partial ones at its right edge.
 */
import { ok, refuse, type Result } from "@nabat/kernel";

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;

/** Tree levels in one tile. */
export const TILE_HEIGHT = 8;

/** Path of the checkpoint, beside the tiles. */
export const CHECKPOINT_PATH = "checkpoint";

const MAX_LEVEL = 63;
const MAX_PATH_CHARACTERS = 64;

/** A tile of hashes (`level` 0 to 63) or a bundle of entries. `width` is 1 to 256; 256 is full. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** The path of a tile, such as `tile/0/x001/234/067.p/8`. Throws `RangeError` on what R-37 refuses. */
export function tilePath(tile: Tile): string {
  const { level, index, width } = tile;
  if (level !== "entries" && (!Number.isInteger(level) || level < 0 || level > MAX_LEVEL)) {
    throw new RangeError("not a tile level");
  }
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError("not a tile index");
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw new RangeError("not a tile width");
  let path = String(index % 1000).padStart(3, "0");
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, "0")}/${path}`;
  }
  return `tile/${level}/${path}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** Reads a tile's path. Refuses (R-37) every path that {@link tilePath} does not write. */
export function parseTilePath(path: string): Result<Tile> {
  const bad = refuse("R-37", "bad-tile-path");
  if (path.length > MAX_PATH_CHARACTERS) return bad;
  const match = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path);
  if (match === null) return bad;
  const level = match[1] === "entries" ? "entries" : Number(match[1]);
  const index = Number((match[2] as string).replaceAll(/[x/]/g, ""));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  const inRange =
    Number.isSafeInteger(index) && width >= 1 && width <= TILE_WIDTH && (level === "entries" || level <= MAX_LEVEL);
  const tile: Tile = { level, index, width };
  // Written anew it must be the same path: no leading zeroes, no needless `x000`, no `.p/256`.
  return inRange && tilePath(tile) === path ? ok(tile) : bad;
}

/** How many hashes stand at tile level `level` in a tree of `size` leaves: floor(size / 256^level). */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/**
 * The tiles to write when a tree grows from `from` to `to` leaves, entry bundles first and then the
 * hash tiles from the bottom up (R-39): every tile that `to` has and `from` did not have so wide.
 * Throws `RangeError` unless `0 ≤ from ≤ to`.
 */
export function* newTiles(from: number, to: number): Generator<Tile> {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) {
    throw new RangeError("a record only grows");
  }
  yield* newTilesOfLevel("entries", from, to);
  for (let level = 0; hashesAtLevel(level, to) > 0; level++) {
    yield* newTilesOfLevel(level, hashesAtLevel(level, from), hashesAtLevel(level, to));
  }
}

/** All tiles of a tree of `size` leaves, each as wide as that tree makes it (R-38). */
export function allTiles(size: number): Generator<Tile> {
  return newTiles(0, size);
}

/** The tile that holds hash or entry `index` of a level, as wide as a level of `count` makes it. */
export function tileOf(level: number | "entries", index: number, count: number): Tile {
  const n = Math.floor(index / TILE_WIDTH);
  return { level, index: n, width: Math.min(TILE_WIDTH, count - n * TILE_WIDTH) };
}

function* newTilesOfLevel(level: number | "entries", from: number, to: number): Generator<Tile> {
  if (from === to) return;
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < to; n++) {
    yield tileOf(level, n * TILE_WIDTH, to);
  }
}
