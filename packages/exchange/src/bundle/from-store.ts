/**
 * A body's bundle straight from the store: what a reader of the given grades may have. Used by the
 * clerk's `/export` and by `nabat export --data`, so that both give the same bytes.
 */
import type { BodyId, Hash, KeyId, MemberId, Millis, Sha256 } from "@nabat/kernel";
import { type Grade, originOf, parseEntry } from "@nabat/record";
import type { Store } from "@nabat/store";
import { writeBundle } from "./write.ts";

export interface FromStore {
  readonly sha256: Sha256;
  readonly store: Store;
  readonly body: BodyId;
  readonly size: number;
  readonly root: Hash;
  /** Signed note at that size. */
  readonly checkpoint: Uint8Array;
  /** Key of each epoch, from 0. */
  readonly clerkKeys: readonly { readonly epoch: number; readonly key: KeyId }[];
  /** Grades that it holds all of. */
  readonly grades: readonly Grade[];
  /** Grades that something is taken of; where this is left out, those. */
  readonly read?: readonly Grade[];
  /** The member whose copy it is: it holds their own positions (N-11). */
  readonly reader?: MemberId;
  readonly made: Millis;
  /** Contents that this reader doesn't get: what a decision took out of view (E-11), others' positions (N-11). */
  readonly without?: (hash: Hash, grade: string) => boolean;
}

/** The bundle's bytes, piece by piece. */
export function bundleFromStore(from: FromStore): AsyncGenerator<Uint8Array> {
  const { sha256, store, body, size, root, grades } = from;
  const evidence: Hash[] = [];
  async function* entries(): AsyncGenerator<readonly Uint8Array[]> {
    for await (const row of store.ledger.readEntries(body, 0, size)) {
      const parsed = parseEntry(sha256, row.bytes);
      if (parsed.ok && parsed.value.type === "act" && parsed.value.evidence) evidence.push(parsed.value.evidence);
      yield [row.bytes];
    }
  }
  async function* evidences(): AsyncGenerator<{ hash: Hash; bytes: Uint8Array }> {
    for (const hash of [...new Set(evidence)].toSorted()) {
      const kept = await store.attachments.get(body, hash);
      if (kept?.bytes) yield { hash, bytes: kept.bytes };
    }
  }
  async function* attachments() {
    const isEvidence = new Set(evidence);
    for await (const a of store.attachments.all(body, from.read ?? grades)) {
      if (a.bytes && a.salt && !isEvidence.has(a.hash) && !from.without?.(a.hash, a.grade))
        yield { hash: a.hash, attachment: { salt: a.salt, bytes: a.bytes } };
    }
  }
  return writeBundle(sha256, {
    manifest: {
      format: 1,
      body,
      origin: originOf(body),
      size,
      root,
      clerkKeys: [...from.clerkKeys],
      grades: [...grades],
      ...(from.reader === undefined ? {} : { reader: from.reader }),
      made: from.made,
    },
    checkpoint: from.checkpoint,
    entries: entries(),
    evidence: evidences(),
    attachments: attachments(),
  });
}
