/** An entry bundle out of files: `tile/entries/N`, also where a full one stands for a partial one. */
import { TILE_WIDTH, tileOf, tilePath } from "@nabat/record";
import type { EntryBundle } from "@nabat/body/checker/mod.ts";

/** The bytes at a path, or undefined if there are none. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

/** Bundle number `n` of a record of `size` entries. A missing one has no bytes, which its reader refuses. */
export async function entryBundle(read: ReadPath, n: number, size: number): Promise<EntryBundle> {
  const first = n * TILE_WIDTH;
  const tile = tileOf("entries", first, size);
  const bytes = await read(tilePath(tile));
  if (bytes !== undefined) return { first, count: tile.width, bytes };
  const full = tile.width < TILE_WIDTH ? await read(tilePath({ ...tile, width: TILE_WIDTH })) : undefined;
  return { first, count: tile.width, bytes: full ? firstEntries(full, tile.width) : new Uint8Array(0) };
}

/** All bundles from the one that holds entry `from`. */
export async function* entryBundles(read: ReadPath, from: number, size: number): AsyncGenerator<EntryBundle> {
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < size; n++) yield await entryBundle(read, n, size);
}

function firstEntries(bytes: Uint8Array, count: number): Uint8Array {
  let at = 0;
  for (let i = 0; i < count && at + 1 < bytes.length; i++)
    at += 2 + (bytes[at] as number) * 256 + (bytes[at + 1] as number);
  return bytes.subarray(0, at);
}
