/**
 * Where a checker reads from: a folder, a bundle, a server, a page's memory. Everything it gives is
 * untrusted. Asynchronous at the edge only; what is done with the bytes is synchronous and pure.
 */
import type { Hash, KeyId, MemberId } from "@nabat/kernel";
import type { Attachment, Grade } from "@nabat/record";

/** Entries as they stand in one file: `tile/entries/N`, up to 256 of them. */
export interface EntryBundle {
  /** Index of its first entry. */
  readonly first: number;
  /** How many entries it must hold. */
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface FoundAttachment {
  readonly hash: Hash;
  readonly attachment: Attachment;
}

/** An attachment that the record names. */
export interface Wanted {
  readonly hash: Hash;
  readonly grade: Grade;
}

/** Attachments of the grades that this source says it holds. */
export interface AttachmentSource {
  readonly grades: readonly Grade[];
  /** The member whose copy it is: it is to hold the positions that they sealed themselves (N-11). */
  readonly reader?: MemberId;
  /** After reading: was this one refused as somebody else's position (N-11)? What was never given is none's fault. */
  readonly notGiven?: (hash: Hash) => boolean;
  /**
   * Those it has, in any order. `wanted` gives what the record names; a source that reads a whole file
   * from front to back need not look at it.
   */
  readonly read: (wanted: () => Iterable<Wanted>) => AsyncIterable<FoundAttachment>;
}

export interface Source {
  /** The signed note. */
  readonly checkpoint: Uint8Array;
  /** Bundles in order, from the first that holds entry `from` (a multiple of 256) to the checkpoint's size. */
  readonly bundles: (from: number, size: number) => AsyncIterable<EntryBundle>;
  /** Whose key kept which epoch, where the source says so: held against what the entries say. */
  readonly clerkKeys?: readonly { readonly epoch: number; readonly key: KeyId }[];
  /** A tile of hashes, if the source carries tiles of its own that are to be checked. */
  readonly tile?: (path: string) => Promise<Uint8Array | undefined>;
  /** Bytes kept for what the rules needed from outside. */
  readonly evidence: (hash: Hash) => Promise<Uint8Array | undefined>;
  readonly attachments?: AttachmentSource;
}
