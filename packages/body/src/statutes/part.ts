/** State of the statutes chapter. */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { Statutes, StatutesChanges } from "./acts.ts";

export interface StatutesVersion {
  readonly n: number;
  /** What it changes; absent in the founding's. */
  readonly changes?: StatutesChanges;
  /** The statutes that it is put over; absent in the founding's. */
  before?: Statutes;
  /** The whole that it makes of those in force before it (S-5). */
  statutes: Statutes;
  /** It can't be made of those any more: then it changes nothing (S-5). */
  fails?: { readonly rule: string; readonly code: string };
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
