/**
 * A `House` as a record that can be checked: its entries, a signed checkpoint, what stands beside, and
 * a checker's source over all of it, to be left whole or spoilt as a dishonest keeper would.
 */
import { fromUtf8, type Hash } from "@nabat/kernel";
import type { EntryBundle, Source } from "@nabat/body/checker/mod.ts";
import {
  type Act,
  type Attachment,
  attachmentRefs,
  bundleBytes,
  checkpointLine,
  checkpointMessage,
  clerkKey,
  COSIGNATURE_V1,
  cosignatureLine,
  cosignatureMessage,
  entryBytes,
  formatCheckpoint,
  formatNote,
  type Grade,
  GRADES,
  GrowingTree,
  type NoteSignature,
  originOf,
  parseTilePath,
  tileBytes,
  verifierKey,
} from "@nabat/record";
import { BESIDE, type House } from "./body.ts";
import { keyFrom, sha256, type TestKey } from "./keys.ts";

/** Seconds that test witnesses sign. */
export const WITNESS_SECONDS = 1_790_000_000;

/** What is shown to a checker. */
export interface Shown {
  readonly entries: readonly Uint8Array[];
  readonly attachments: ReadonlyMap<Hash, Attachment>;
  /** Tiles come from this tree; by default that of `entries`. */
  readonly tree: GrowingTree;
  readonly checkpoint: Uint8Array;
  readonly evidence: ReadonlyMap<Hash, Uint8Array>;
  readonly grades: readonly Grade[];
}

/** The canonical bytes of a house's entries, up to `size`. */
export function entriesOf(house: House, size = house.entries.length): Uint8Array[] {
  return house.entries
    .slice(0, size)
    .map((kept) => entryBytes({ at: kept.at, act: JSON.parse(fromUtf8(kept.bytes)) as Act }));
}

/** A tree of these entries. */
export function treeOf(entries: readonly Uint8Array[]): GrowingTree {
  const tree = new GrowingTree(sha256);
  for (const entry of entries) tree.appendEntry(entry);
  return tree;
}

/** The attachments that a house's entries name and that were made in this process. */
export function besideOf(house: House): Map<Hash, Attachment> {
  const out = new Map<Hash, Attachment>();
  for (const kept of house.entries) {
    for (const { hash } of attachmentRefs((JSON.parse(fromUtf8(kept.bytes)) as Act).data)) {
      const made = BESIDE.get(hash);
      if (made) out.set(hash, made);
    }
  }
  return new Map([...out].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A checkpoint over `tree`, signed by `clerk` and cosigned by `witnesses`. */
export function checkpointOf(
  house: House,
  tree: GrowingTree,
  clerk: TestKey = keyFrom("clerk"),
  witnesses: readonly TestKey[] = [],
): Uint8Array {
  const head = { origin: originOf(house.body), size: tree.size, root: tree.root() };
  const text = formatCheckpoint(head);
  const signatures: NoteSignature[] = [
    checkpointLine(clerkKey(sha256, house.body, clerk.publicKey), clerk.sign(checkpointMessage(head))),
  ];
  for (const w of witnesses) {
    const key = verifierKey(sha256, "nabat/witness/test", COSIGNATURE_V1, w.publicKey);
    signatures.push(
      cosignatureLine(key, { seconds: WITNESS_SECONDS, signature: w.sign(cosignatureMessage(text, WITNESS_SECONDS)) }),
    );
  }
  return formatNote({ text, signatures });
}

/** The house's record as a source: honest, unless `shown` says otherwise. */
export function sourceOf(house: House, shown: Partial<Shown> = {}): Source {
  const entries = shown.entries ?? entriesOf(house);
  const attachments = shown.attachments ?? besideOf(house);
  const tree = shown.tree ?? treeOf(entries);
  return {
    checkpoint: shown.checkpoint ?? checkpointOf(house, tree),
    bundles: async function* (from, size): AsyncGenerator<EntryBundle> {
      for (let first = from - (from % 256); first < size; first += 256) {
        const part = entries.slice(first, Math.min(first + 256, size));
        yield {
          first,
          count: Math.min(256, size - first),
          bytes: part.length > 0 ? bundleBytes(part) : new Uint8Array(0),
        };
      }
    },
    tile: async (path) => {
      const tile = parseTilePath(path);
      if (!tile.ok || tile.value.level === "entries") return undefined;
      try {
        return tileBytes(tree, tile.value);
      } catch {
        return undefined;
      }
    },
    evidence: async (hash) => shown.evidence?.get(hash),
    attachments: {
      grades: shown.grades ?? GRADES,
      read: async function* () {
        for (const [hash, attachment] of attachments) yield { hash, attachment };
      },
    },
  };
}
