/**
 * What anyone can check without reading an entry: that a checkpoint is signed by the clerk, that the
 * published hashes give its root, and that a later one only grew out of an earlier one.
 * Nothing is recomputed by this, and whoever shows its outcome says so.
 */
import { equalBytes, type KeyId, refuse, toHex } from "@nabat/kernel";
import { GrowingTree, HASH_BYTES, hashesAtLevel, TILE_WIDTH, tileOf, tilePath, verifyConsistency } from "@nabat/record";
import type { Tools } from "./check.ts";
import { headsFault } from "./diff.ts";
import { signedByClerk, type StatedHead, tileFault } from "./head.ts";
import type { Source } from "./source.ts";
import type { Fault } from "./verdict.ts";

/**
 * Without reading rights: whether a later checkpoint can follow an earlier one, from the two notes and
 * a consistency proof alone. `clerk` is the key that must have signed the later one.
 */
export async function checkGrowth(
  was: StatedHead,
  is: StatedHead,
  proof: readonly Uint8Array[],
  clerk: KeyId,
  tools: Pick<Tools, "sha256" | "verify">,
): Promise<Fault | undefined> {
  const apart = headsFault(was, is);
  if (apart) return apart;
  const consistent = verifyConsistency(tools.sha256, was.checkpoint, is.checkpoint, proof);
  if (!consistent.ok) return { in: "growth", refusal: consistent };
  const refusal = await signedByClerk(tools.sha256, tools.verify, is, clerk);
  return refusal && { in: "checkpoint", refusal };
}

/** Checks one checkpoint and every published hash under it. `clerk` is the key as the caller knows or was told it. */
export async function checkPublished(
  head: StatedHead,
  tile: NonNullable<Source["tile"]>,
  clerk: KeyId,
  tools: Pick<Tools, "sha256" | "verify">,
): Promise<Fault | undefined> {
  const refusal = await signedByClerk(tools.sha256, tools.verify, head, clerk);
  if (refusal) return { in: "checkpoint", refusal };
  const { size, root } = head.checkpoint;
  const tree = new GrowingTree(tools.sha256);
  for (let first = 0; first < hashesAtLevel(0, size); first += TILE_WIDTH) {
    const at = tileOf(0, first, size);
    const bytes = (await tile(tilePath(at))) ?? (await tile(tilePath({ ...at, width: TILE_WIDTH })));
    if (bytes === undefined || bytes.length < at.width * HASH_BYTES) {
      return { in: "tile", refusal: refuse("R-41", "tile-missing", { path: tilePath(at) }) };
    }
    for (let i = 0; i < at.width; i++) tree.append(bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES));
  }
  if (!equalBytes(tree.root(), root))
    return { in: "tile", refusal: refuse("R-41", "tiles-do-not-give-the-root", { size, root: toHex(root) }) };
  return tileFault(tree, tile);
}
