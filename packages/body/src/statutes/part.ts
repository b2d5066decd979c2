/** State of the statutes chapter. */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { Statutes } from "./acts.ts";

export interface StatutesVersion {
  readonly n: number;
  readonly statutes: Statutes;
  /** Attachment with the sentences as members read them. */
  readonly text: Hash;
  /** Founding act, or the result that adopted it. */
  readonly by: ActId;
  readonly at: Millis;
  /** In force from this moment on: the founding's, or the one that its result gave (S-2, B-8); moved where it is put to all (B-10). */
  from: Millis;
}

export interface StatutesPart {
  /** Versions in the order in which they were decided; the one that began last is in force. */
  versions: StatutesVersion[];
}
