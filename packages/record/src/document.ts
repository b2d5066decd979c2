/**
 * What acts and notices look like: small JSON documents with one proof each. Reading them
 * is act.ts, their proofs are proof.ts.
 */
import type { ActId, BodyId, CanonicalValue, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";

/** Largest act in canonical bytes, proof included. */
export const MAX_ACT_BYTES = 8192;

export interface Proof {
  readonly type: "DataIntegrityProof";
  readonly cryptosuite: "eddsa-jcs-2022";
  /** `did:key:<key>#<key>` */
  readonly verificationMethod: string;
  readonly proofPurpose: "assertionMethod";
  /** `z` + base58 of 64 signature bytes; absent only while signing. */
  readonly proofValue: string;
}

/** The size and root that the author's device had last verified. */
export interface Saw {
  readonly size: number;
  readonly root: Hash;
}

export type Data = { readonly [key: string]: CanonicalValue };

/** An act before it is signed. A founding act has neither `body` nor `saw`. */
export interface UnsignedAct<D = Data> {
  readonly v: 1;
  readonly body?: BodyId;
  /** Counts per signing key, from 1, without a gap in the record. */
  readonly seq: number;
  readonly kind: string;
  readonly by: MemberId;
  /** The author's claim, in ms; no rule reads it. */
  readonly at: Millis;
  readonly saw?: Saw;
  readonly data: D;
}

export interface Act<D = Data> extends UnsignedAct<D> {
  readonly proof: Proof;
}

/** Kinds of notice: the closed list. No notice gives or takes a right. */
export const NOTICE_KINDS = ["handover", "withheld", "late-submission", "recomputed-by"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A document signed by a server's key. */
export interface Notice<D = Data> {
  readonly v: 1;
  readonly body: BodyId;
  readonly notice: NoticeKind;
  readonly at: Millis;
  readonly data: D;
  readonly proof: Proof;
}

/** What must be verified before anything is admitted: these bytes, under this key. */
export interface Signed<T> {
  readonly document: T;
  /** SHA-256 of the canonical document without proof: an act's id. */
  readonly id: ActId;
  readonly key: KeyId;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}
