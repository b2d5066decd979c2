/**
 * Makes a snapshot of a record as it is on disk, from its entries: anew, or from the snapshot before.
 * Made anew, it also tells whether that one says what the entries say. For a thread of its own: it
 * takes as long as reading the record does.
 */
import { type BodyId, type Hash, toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import type { Store } from "@nabat/store";
import { storedEvidence } from "../evidence.ts";
import { DamagedRecord, loadRecord, NotOfThisRecord } from "../load.ts";
import { FalseSnapshot, openSnapshot, packedState, RULES_VERSION, sealSnapshot } from "./sealed.ts";
import { NotPacked } from "./unpacked.ts";

/** Snapshots kept of a record: the newest, and one more. */
const KEPT = 2;

export interface SnapshotJob {
  readonly body: BodyId;
  readonly key: Uint8Array;
  readonly codeHash: Hash;
  /** Fold every entry, whatever snapshots there are. */
  readonly anew: boolean;
}

export interface SnapshotMade {
  readonly size: number;
  /** The snapshot before didn't say what the entries say; it is gone. */
  readonly wasFalse: boolean;
}

/** Is it the record or its snapshot that is wrong, and not the world around them? */
export function isUnfit(error: unknown): error is Error {
  return [DamagedRecord, NotOfThisRecord, FalseSnapshot, NotPacked].some((kind) => error instanceof kind);
}

/** Does the job. Throws what reading the record throws. */
export async function makeSnapshot(
  store: Pick<Store, "ledger" | "attachments" | "snapshots">,
  { body, key, codeHash, anew }: SnapshotJob,
): Promise<SnapshotMade> {
  const before = await store.snapshots.latest(body, RULES_VERSION, codeHash);
  let wasFalse = false;
  const loaded = await loadRecord(
    store,
    body,
    sha256,
    storedEvidence,
    before && !anew
      ? { from: await openSnapshot(key, body, before) }
      : before
        ? {
            at: {
              size: before.size,
              seen: (state, index) => (wasFalse = toHex(sha256(packedState(state, index))) !== before.stateHash),
            },
          }
        : {},
  );
  if (wasFalse) await store.snapshots.drop(body);
  const made = sealSnapshot(key, codeHash, loaded);
  // What can't be read back as it was is no snapshot.
  const back = await openSnapshot(key, body, made);
  if (toHex(sha256(packedState(back.state, back.index))) !== made.stateHash)
    throw new Error("the state does not come back as it was packed");
  await store.snapshots.put(body, made);
  await store.snapshots.prune(body, codeHash, KEPT);
  return { size: made.size, wasFalse };
}
