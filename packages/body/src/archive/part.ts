/** State of the archive chapter. */
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { InForceFrom } from "../engine/in-force.ts";
import type { Ground } from "./acts.ts";

export interface Erased {
  readonly by: ActId;
  readonly at: Millis;
  readonly how: "author" | "term";
}

/** A decision that takes words out of view, with the motion whose text gives the reasons (E-3). */
export interface Taking extends InForceFrom {
  readonly motion: ActId;
  readonly ground: Ground;
}

/** Words that decisions took out of view (E-3). */
export interface OutOfView {
  /** Every decision that did, whenever each is in force: the first of them hides the words. One at least. */
  takings: readonly Taking[];
  /** Members who appealed, the author apart. */
  appeals: MemberId[];
  /** When an appeal stood: the author's, or as many as call a meeting (E-8). */
  appealed?: Millis;
  /** Decisions that brought it back, and from when each is in force (E-9). */
  restores?: InForceFrom[];
}

export interface WithheldContent {
  readonly key: KeyId;
  readonly at: Millis;
  readonly until: Millis;
  readonly duty: Hash;
  readonly appeal: Hash;
}

/** The moment at which a named server says that it took an act in. */
export interface Taken {
  readonly key: KeyId;
  readonly taken: Millis;
  /** When it said so. */
  readonly at: Millis;
}

export interface ArchivePart {
  /** Who brought in an attachment, for erasure by its author; dropped once erased. */
  owners: Map<Hash, MemberId>;
  /** Attachments a decision rests on: their author can't erase them (E-2). */
  bound: Map<Hash, ActId>;
  /** Minority statements: no decision erases them (E-4); their author may. */
  guarded: Map<Hash, ActId>;
  erased: Map<Hash, Erased>;
  /** What decisions took out of view, also what has gone or was brought back since (E-3, E-9, E-10). */
  outOfView: Map<Hash, OutOfView>;
  withheld: Map<Hash, WithheldContent>;
  /** Keys that may read entries as copy-holders, with the member's act that named each. */
  copies: Map<KeyId, ActId>;
  /** Those named by decisions, and from when each is in force (B-8). */
  coming?: Map<KeyId, InForceFrom[]>;
  witnesses: Map<KeyId, ActId>;
  /** How many witnesses each member named (W-4); absent before the first. */
  namedBy?: Map<MemberId, number>;
  /** Latest declared state. */
  declared?: { readonly size: number; readonly state: Hash; readonly by: ActId };
  /** Acts that named servers took in at a signed time and that are not entered yet (W-6), each server's word apart. */
  taken: Map<ActId, Taken[]>;
  /** What opens positions and must be kept yet, with the index of the vote's entry (E-5, E-6); absent before the first. */
  openings?: Map<Hash, number>;
  recomputed: Map<KeyId, { readonly size: number; readonly state: Hash; readonly at: Millis }>;
}
