/**
 * A copy grows piece by piece, so that taking in a record of any size takes the memory of one piece: its
 * entries are fetched, checked, proven to stand in the signed head, and kept, before the next (W-5).
 */
import { type BodyId, equalBytes, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { TILE_WIDTH, tilePath, type TreeHead, verifyConsistency } from "@nabat/record";
import { bundleEntries, type CopyState, type Ingested, ingest } from "./ingest.ts";
import type { Remote } from "./remote.ts";

/** Most that one piece holds. */
export interface PieceLimits {
  /** Entries fetched at a time. */
  readonly entries: number;
  /** Bytes of entries and attachments, but for the last of them. */
  readonly bytes: number;
}

export const PIECE: PieceLimits = { entries: 4 * TILE_WIDTH, bytes: 8_000_000 };

/** What a copy is taken from. */
export interface PieceDeps {
  readonly sha256: Sha256;
  readonly verify: Parameters<typeof ingest>[1];
  readonly body: BodyId;
  readonly remote: Remote;
  /** The signed head that every piece must stand in. */
  readonly head: TreeHead;
  readonly limits: PieceLimits;
}

/** Entries from `from` on, at most `limits.entries` and about `limits.bytes`; `undefined` where they aren't given. */
export async function fetchEntries(deps: PieceDeps, from: number): Promise<Result<Uint8Array[]> | undefined> {
  const { remote, head, limits } = deps;
  const raw: Uint8Array[] = [];
  let weight = 0;
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < head.size; n++) {
    const width = Math.min(TILE_WIDTH, head.size - n * TILE_WIDTH);
    const bytes = await remote.entries(tilePath({ level: "entries", index: n, width }));
    if (!bytes) return raw.length > 0 ? ok(raw) : undefined;
    const entries = bundleEntries(bytes, n * TILE_WIDTH, width, from);
    if (!entries.ok) return entries;
    raw.push(...entries.value);
    weight += bytes.length;
    if (raw.length >= limits.entries || weight >= limits.bytes) break;
  }
  return ok(raw);
}

/** Takes as many of `raw` into the copy as a piece may hold, proven to be the head's. Refuses as `ingest` does, and. */
export async function takePiece(
  deps: PieceDeps,
  copy: CopyState,
  raw: readonly Uint8Array[],
): Promise<Result<Ingested>> {
  const { sha256, verify, body, remote, head, limits } = deps;
  const taken = await ingest(sha256, verify, body, copy, raw, remote, limits.bytes);
  if (!taken.ok) return taken;
  const { size } = copy.tree;
  const root = copy.tree.root();
  if (size === head.size) return equalBytes(root, head.root) ? taken : refuse("R-26", "another-root", { size });
  const proven = verifyConsistency(sha256, { size, root }, head, await remote.consistency(size, head.size));
  return proven.ok ? taken : proven;
}
