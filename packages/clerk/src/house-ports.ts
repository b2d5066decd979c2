/** What a house hands to the store, and what it asks of it. */
import type { ActId, Hash, KeyId } from "@nabat/kernel";
import type { GrowingTree } from "@nabat/record";
import type { Opening, State } from "@nabat/body";
import type { ActIndex, Indexed } from "./act-index.ts";
import type { Brought } from "./intake.ts";

/** Evidence that stands beside an act: `hash` is SHA-256 of the bytes. */
export interface KeptEvidence {
  readonly hash: Hash;
  readonly bytes: Uint8Array;
}

/** One group on its way to the disk. */
export interface Group {
  readonly expectedSize: number;
  readonly root: Uint8Array;
  readonly entries: readonly IndexedEntry[];
  readonly attachments: readonly (Brought & { readonly act: ActId })[];
  readonly evidence: readonly (KeptEvidence & { readonly act: ActId })[];
  /** Attachments whose bytes go with this group. */
  readonly erasures: readonly { readonly hash: Hash; readonly by: ActId }[];
  /** After a handover: the epoch and key from here on. */
  readonly next?: { readonly epoch: number; readonly clerkKey: KeyId };
}

/** An entry with what lists need of it. */
export interface IndexedEntry extends Indexed {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** An attachment that was brought before. */
export interface Here {
  readonly size: number;
  readonly bytes: Uint8Array | null;
}

/** What the house needs of the store. `append` throws where the group could not be made durable. */
export interface HouseStore {
  append(group: Group): Promise<void>;
  /** Those of these attachments that are here; without bytes where they went. */
  here(hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, Here>>;
  /** Index and admission time of an act, if it was entered. */
  find(id: ActId): Promise<{ index: number; at: number } | undefined>;
  /** Bytes of contents kept beside the record: all of them, or of these. */
  kept(of?: readonly Hash[]): Promise<number>;
  /** Bytes of each of these that is kept. */
  sizes(of: readonly Hash[]): Promise<ReadonlyMap<Hash, number>>;
  openings(hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, Opening>>;
}

/** What is in memory of a body; thrown away and read again where a write failed. */
export interface Loaded {
  readonly state: State;
  readonly tree: GrowingTree;
  readonly index: ActIndex;
}
