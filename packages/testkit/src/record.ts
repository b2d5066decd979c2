/**
 * A whole record in a test, from a `House`: entries with true roots in what authors saw, a signed
 * checkpoint, attachments beside it, and a checker's source over all of it, to be left whole or spoilt.
 */
import { canonicalBytes, concatBytes, fromUtf8, type Hash, toHex, utf8 } from "@nabat/kernel";
import type { EntryBundle, Source } from "@nabat/body/checker/mod.ts";
import {
  type Act,
  type Attachment,
  attachmentHash,
  type AttachmentRef,
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
import { openingBytes } from "@nabat/body/votes/acts.ts";
import { House, type FoundOptions } from "./body.ts";
import { keyFrom, sha256, type TestKey } from "./keys.ts";

/** A house whose record can be checked. */
export class RecordHouse {
  readonly house: House;
  readonly tree = new GrowingTree(sha256);
  readonly entries: Uint8Array[] = [];
  readonly attachments = new Map<Hash, Attachment>();
  readonly clerk: TestKey;

  constructor(options: FoundOptions = {}, clerk = keyFrom("clerk")) {
    this.clerk = clerk;
    this.house = House.found({ ...options, data: { clerk: clerk.id, ...options.data } });
    const founder = options.founder ?? "ana";
    for (const words of [`Body of ${founder}`, "To look after the house", "Our rules in seven sentences"]) this.note(words, "public");
    this.note(founder, "members");
    const sign = this.house.sign.bind(this.house);
    this.house.sign = (by, kind, data, more = {}) => sign(by, kind, data, { ...more, act: { saw: this.saw(), ...more.act } });
    const join = this.house.join.bind(this.house);
    this.house.join = (name, as, by) => {
      this.note(name, "members");
      return join(name, as, by);
    };
    this.sync();
  }

  /** Takes over what the house entered meanwhile. */
  sync(): void {
    for (const kept of this.house.entries.slice(this.entries.length)) {
      const entry = entryBytes({ at: kept.at, act: JSON.parse(fromUtf8(kept.bytes)) as Act });
      this.entries.push(entry);
      this.tree.appendEntry(entry);
    }
  }

  /** What a device that verified everything so far says it saw. */
  saw(): { size: number; root: Hash } {
    this.sync();
    return { size: this.tree.size, root: toHex(this.tree.root()) as Hash };
  }

  /** A text as the house's builders make it, its bytes kept. */
  note(words: string, grade: Grade = "members"): AttachmentRef {
    const bytes = utf8(words);
    const salt = sha256(utf8(`salt ${grade} ${words}`)).subarray(0, 16);
    return this.keep({ salt, bytes }, grade, "text/plain");
  }

  /** Keeps an attachment; gives the reference for an act. */
  keep(attachment: Attachment, grade: Grade, media: string): AttachmentRef {
    const hash = attachmentHash(sha256, attachment);
    this.attachments.set(hash, attachment);
    return { hash, grade, media, size: attachment.bytes.length };
  }

  /** A commitment and its true opening, for a vote by name. */
  position(vote: string, choice: string, label: string): { commit: Hash; opening: AttachmentRef } {
    const salt = toHex(sha256(utf8(`position ${vote} ${label}`)).subarray(0, 16));
    const bytes = openingBytes(vote, choice, salt);
    const opening = this.keep({ salt: sha256(utf8(`beside ${salt}`)).subarray(0, 16), bytes }, "members", "application/json");
    this.house.openings.set(opening.hash, { choice, salt });
    return { commit: toHex(sha256(bytes)) as Hash, opening };
  }

  /** The signed checkpoint of the record as it is, cosigned by `witnesses`. */
  checkpoint(witnesses: readonly TestKey[] = [], signer = this.clerk): Uint8Array {
    this.sync();
    const head = { origin: originOf(this.house.body), size: this.tree.size, root: this.tree.root() };
    const text = formatCheckpoint(head);
    const lines: NoteSignature[] = [checkpointLine(clerkKey(sha256, this.house.body, signer.publicKey), signer.sign(checkpointMessage(head)))];
    for (const w of witnesses) {
      const key = verifierKey(sha256, "nabat/witness/test", COSIGNATURE_V1, w.publicKey);
      lines.push(cosignatureLine(key, { seconds: 1_790_000_000, signature: w.sign(cosignatureMessage(text, 1_790_000_000)) }));
    }
    return formatNote({ text, signatures: lines });
  }

  /** The record as a source, honest unless `spoil` says otherwise. */
  source(spoil: Partial<Spoilt> = {}): Source {
    this.sync();
    const entries = spoil.entries ?? this.entries;
    const attachments = spoil.attachments ?? this.attachments;
    const tree = spoil.tree ?? this.tree;
    return {
      checkpoint: spoil.checkpoint ?? this.checkpoint(),
      bundles: async function* (from, size): AsyncGenerator<EntryBundle> {
        for (let first = from - (from % 256); first < size; first += 256) {
          const part = entries.slice(first, Math.min(first + 256, size));
          const count = Math.min(256, size - first);
          yield { first, count, bytes: part.length > 0 ? bundleBytes(part) : new Uint8Array(0) };
        }
      },
      tile: async (path) => {
        const tile = parseTilePath(path);
        return tile.ok && tile.value.level !== "entries" ? tileBytes(tree, tile.value) : undefined;
      },
      evidence: async (hash) => spoil.evidence?.get(hash),
      attachments: {
        grades: spoil.grades ?? GRADES,
        read: async function* () {
          for (const [hash, attachment] of attachments) yield { hash, attachment };
        },
      },
    };
  }
}

/** What a dishonest keeper could show instead. */
export interface Spoilt {
  readonly entries: readonly Uint8Array[];
  readonly attachments: ReadonlyMap<Hash, Attachment>;
  readonly tree: GrowingTree;
  readonly checkpoint: Uint8Array;
  readonly evidence: ReadonlyMap<Hash, Uint8Array>;
  readonly grades: readonly Grade[];
}

/** A tree of these entries. */
export function treeOf(entries: readonly Uint8Array[]): GrowingTree {
  const tree = new GrowingTree(sha256);
  for (const entry of entries) tree.appendEntry(entry);
  return tree;
}

/** An attachment with other bytes under the same salt. */
export function altered(attachment: Attachment): Attachment {
  return { salt: attachment.salt, bytes: concatBytes(attachment.bytes, canonicalBytes("!")) };
}
