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
}

export interface StatutesPart {
  /** Versions, oldest first; the last is in force. */
  versions: StatutesVersion[];
}
