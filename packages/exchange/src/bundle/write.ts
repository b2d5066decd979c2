/**
 * Writes a bundle: a tar that a C2SP tlog-tiles reader can check once unpacked, with
 * what stands beside the record after it. A stream of pieces: nothing large is held in memory. The
 * same record, grades and moment give the same bytes.
 */
import { equalBytes, fromHex, type Hash, type Sha256 } from "@nabat/kernel";
import {
  allTiles,
  type Attachment,
  bundleBytes,
  CHECKPOINT_PATH,
  GrowingTree,
  type Manifest,
  MANIFEST_PATH,
  manifestBytes,
  tarEnd,
  tarFile,
  tarHeader,
  tarPadding,
  tileBytes,
  tileOf,
  tilePath,
} from "@nabat/record";

/** What a bundle is made from. */
export interface BundleParts {
  readonly manifest: Manifest;
  /** The signed note, as it stands. */
  readonly checkpoint: Uint8Array;
  /** All entries in order, in any portions. */
  readonly entries: AsyncIterable<readonly Uint8Array[]> | Iterable<readonly Uint8Array[]>;
  /** In order of hash. */
  readonly evidence:
    | AsyncIterable<{ readonly hash: Hash; readonly bytes: Uint8Array }>
    | Iterable<{ readonly hash: Hash; readonly bytes: Uint8Array }>;
  /** Each once, in order of hash. */
  readonly attachments:
    | AsyncIterable<{ readonly hash: Hash; readonly attachment: Attachment }>
    | Iterable<{ readonly hash: Hash; readonly attachment: Attachment }>;
}

/** Raised where the parts don't fit together: the store and the checkpoint tell different stories. */
export class BundleError extends Error {}

/** The bundle's bytes, piece by piece. Throws {@link BundleError} where entries don't give the manifest's root. */
export async function* writeBundle(sha256: Sha256, parts: BundleParts): AsyncGenerator<Uint8Array> {
  const { size, root } = parts.manifest;
  yield tarFile(CHECKPOINT_PATH, parts.checkpoint);
  const tree = new GrowingTree(sha256);
  for await (const entries of bundlesOf(parts.entries)) {
    const first = tree.size;
    for (const entry of entries) tree.appendEntry(entry);
    yield* bundleFile(tilePath(tileOf("entries", first, size)), entries);
  }
  if (tree.size !== size || !equalBytes(tree.root(), fromHex(root)))
    throw new BundleError("entries do not give the checkpoint's root");
  for (const tile of allTiles(size)) if (tile.level !== "entries") yield tarFile(tilePath(tile), tileBytes(tree, tile));
  yield tarFile(MANIFEST_PATH, manifestBytes(parts.manifest));
  for await (const { hash, bytes } of parts.evidence) yield tarFile(`evidence/${hash}`, bytes);
  for await (const { hash, attachment } of parts.attachments) yield* attachmentFile(hash, attachment);
  yield tarEnd();
}

/** Portions of 256 entries; the last may be smaller. */
async function* bundlesOf(portions: BundleParts["entries"]): AsyncGenerator<readonly Uint8Array[]> {
  let held: Uint8Array[] = [];
  for await (const portion of portions) {
    for (const entry of portion) {
      held.push(entry);
      if (held.length === 256) {
        yield held;
        held = [];
      }
    }
  }
  if (held.length > 0) yield held;
}

function* bundleFile(path: string, entries: readonly Uint8Array[]): Generator<Uint8Array> {
  const bytes = bundleBytes(entries);
  yield tarHeader(path, bytes.length);
  yield bytes;
  yield tarPadding(bytes.length);
}

/** `attachments/<hash>`: 16 bytes of salt, then the bytes. */
function* attachmentFile(hash: Hash, attachment: Attachment): Generator<Uint8Array> {
  const size = attachment.salt.length + attachment.bytes.length;
  yield tarHeader(`attachments/${hash}`, size);
  yield attachment.salt;
  yield attachment.bytes;
  yield tarPadding(size);
}
