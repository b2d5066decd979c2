/**
 * What a check of a record comes to: the first fault, named with its rule, or a summary of what was
 * recomputed and what rests on somebody's word.
 */
import type { ActId, BodyId, Hash, KeyId, Millis, Refusal } from "@nabat/kernel";

/** Which part of a record a fault lies in. */
export type FaultIn =
  | "archive"
  | "checkpoint"
  | "tile"
  | "entry"
  | "signature"
  | "rule"
  | "saw"
  | "evidence"
  | "attachment"
  | "result"
  | "growth";

/** A fault: where, and the rule that says so. */
export interface Fault {
  readonly in: FaultIn;
  /** Index of the entry, from 0, where the fault belongs to one. */
  readonly index?: number;
  readonly refusal: Refusal;
}

/** Something a reader should know that isn't a fault. */
export interface Warning {
  readonly code: "no-witnesses" | "attachments-not-here" | "still-provisional" | "not-compared" | "names-against-rules";
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A result whose openings were no longer all there: who had recomputed it before. */
export interface Attested {
  readonly vote: ActId;
  readonly result: ActId;
  /** The member who declared it, then the servers that signed that they had recomputed past it. */
  readonly by: readonly string[];
}

/** A witness whose cosignature under the checkpoint held. */
export interface WitnessSeen {
  readonly key: KeyId;
  readonly name: string;
  /** Its signed time, seconds since 1970. */
  readonly seconds: number;
}

export interface Summary {
  readonly body: BodyId;
  readonly entries: number;
  readonly size: number;
  /** Hex of the Merkle root. */
  readonly root: Hash;
  readonly state: Hash;
  /** Admission time of the last entry. */
  readonly at: Millis;
  readonly practice: boolean;
  readonly clerk: KeyId;
  readonly epoch: number;
  readonly members: number;
  readonly results: {
    /** Recomputed here from what the record holds. */
    readonly recomputed: number;
    /** Of these, resting on counts that tellers signed, for a hall or altogether. */
    readonly byTellers: number;
    readonly attested: readonly Attested[];
    /** Cannot be recomputed here, since the openings were not handed over to this reader. */
    readonly unread: number;
  };
  readonly attachments: {
    readonly named: number;
    readonly present: number;
    readonly erased: number;
    readonly withheld: number;
    /** Out of view by decision, and not handed to this reader (E-11). */
    readonly hidden: number;
    /** Of a grade that this source does not hold. */
    readonly unread: number;
  };
  readonly witnesses: readonly WitnessSeen[];
  readonly warnings: readonly Warning[];
}

export type Verdict =
  | { readonly ok: true; readonly summary: Summary }
  | { readonly ok: false; readonly fault: Fault; readonly checked: number };
