/**
 * The log's part of an exported body (rules ): which files in which order, and the
 * plain check of a whole record: hash every entry, compare the root.
 */
import { equalBytes, isHash, ok, refuse, type Refusal, type Result, type Sha256 } from "@nabat/kernel";
import { MANIFEST_PATH } from "./manifest.ts";
import { GrowingTree } from "./merkle.ts";
import type { TreeHead } from "./proofs.ts";
import { allTiles, CHECKPOINT_PATH, parseTilePath, TILE_WIDTH, tilePath } from "./tile-path.ts";
import { parseBundle } from "./tiles.ts";

/** Folder of a bundle's attachments, its last files. */
export const ATTACHMENTS = "attachments/";

/** The paths of a record of `size` entries in the order of an exported bundle: checkpoint, entries, hashes. */
export function* recordPaths(size: number): Generator<string> {
  yield CHECKPOINT_PATH;
  for (const tile of allTiles(size)) yield tilePath(tile);
}

/** True for a path that a file of a bundle may have. */
export function isBundlePath(path: string): boolean {
  if (path === CHECKPOINT_PATH || path === MANIFEST_PATH || parseTilePath(path).ok) return true;
  const match = /^(?:evidence|attachments)\/([^/]+)$/.exec(path);
  return match !== null && isHash(match[1] as string);
}

/** Why the file at `path` may not follow the one at `before` among a bundle's attachments. */
export function attachmentOutOfPlace(before: string, path: string): Refusal | undefined {
  if (!path.startsWith(ATTACHMENTS)) return refuse("R-44", "attachments-not-last", { path });
  if (!isBundlePath(path)) return refuse("R-44", "stray-file", { path });
  if (path === before) return refuse("R-45", "path-twice", { path });
  return path < before ? refuse("R-44", "not-in-order", { path }) : undefined;
}

/**
 * Hashes a whole record from its bundles of entries, in order, and holds it against a verified head.
 * Gives the tree, for proofs and earlier roots. Refuses a bent bundle, (R-42) another root.
 */
export function checkEntries(
  sha256: Sha256,
  head: TreeHead,
  bundles: Iterable<Uint8Array>,
  each?: (entry: Uint8Array, index: number) => void,
): Result<GrowingTree> {
  const tree = new GrowingTree(sha256);
  for (const bytes of bundles) {
    if (tree.size >= head.size) return refuse("R-42", "more-entries-than-the-checkpoint", { size: head.size });
    const entries = parseBundle(bytes, Math.min(TILE_WIDTH, head.size - tree.size));
    if (!entries.ok) return entries;
    for (const entry of entries.value) {
      const index = tree.appendEntry(entry);
      each?.(entry, index);
    }
  }
  if (tree.size < head.size) return refuse("R-42", "fewer-entries-than-the-checkpoint", { entries: tree.size });
  return equalBytes(tree.root(), head.root) ? ok(tree) : refuse("R-42", "another-root", { size: head.size });
}
