/**
 * Acts: small JSON documents signed with a member's own key (rules ), and notices:
 * the same with a server's key, from a closed list.
 *
 * Signature: W3C Data Integrity, cryptosuite `eddsa-jcs-2022`: Ed25519 over
 * SHA-256(JCS(proof without proofValue)) ‖ SHA-256(JCS(document without proof)).
 */
import {
  type ActId,
  type BodyId,
  canonicalBytes,
  type CanonicalValue,
  concatBytes,
  type Hash,
  isHash,
  isKeyId,
  isMemberId,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  parseCanonical,
  refuse,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import { fromBase58, toBase58 } from "./base58.ts";

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

/** The proof of `key` still without its value. */
export function proofOptions(key: KeyId): Omit<Proof, "proofValue"> {
  return {
    cryptosuite: "eddsa-jcs-2022",
    proofPurpose: "assertionMethod",
    type: "DataIntegrityProof",
    verificationMethod: `did:key:${key}#${key}`,
  };
}

/** Bytes to sign for any document without `proof`, and the document's hash. */
export function signingInput(
  sha256: Sha256,
  document: unknown,
  key: KeyId,
): { readonly bytes: Uint8Array; readonly hash: Uint8Array } {
  const hash = sha256(canonicalBytes(document));
  return { bytes: concatBytes(proofHash(sha256, key), hash), hash };
}

/** Hashes of proof options by key: a record is signed by few keys again and again. */
const proofHashes = new Map<KeyId, Uint8Array>();
const KEPT_PROOF_HASHES = 20_000;

function proofHash(sha256: Sha256, key: KeyId): Uint8Array {
  let hash = proofHashes.get(key);
  if (hash === undefined) {
    hash = sha256(canonicalBytes(proofOptions(key)));
    if (proofHashes.size >= KEPT_PROOF_HASHES) proofHashes.clear();
    proofHashes.set(key, hash);
  }
  return hash;
}

/** Puts a signature (64 bytes) into a document. */
export function withProof<T extends object>(document: T, key: KeyId, signature: Uint8Array): T & { proof: Proof } {
  return { ...document, proof: { ...proofOptions(key), proofValue: `z${toBase58(signature)}` } };
}

/** The document without its proof. */
export function withoutProof<T extends { proof: Proof }>(document: T): Omit<T, "proof"> {
  const { proof: _, ...rest } = document;
  return rest;
}

/** The signing key of a proof, or a refusal where the proof has another form. */
export function proofKey(proof: Proof): Result<KeyId> {
  const key = proof.verificationMethod.slice(8, 8 + (proof.verificationMethod.length - 9) / 2);
  return isKeyId(key) && proof.verificationMethod === `did:key:${key}#${key}` ? ok(key) : refuse("R-5", "bad-proof");
}

/** The 64 signature bytes of a proof, or a refusal. */
export function proofSignature(proof: Proof): Result<Uint8Array> {
  try {
    if (!proof.proofValue.startsWith("z") || proof.proofValue.length > 90) return refuse("R-5", "bad-proof");
    return ok(fromBase58(proof.proofValue.slice(1), 64));
  } catch {
    return refuse("R-5", "bad-proof");
  }
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

const ACT_KEYS = new Set(["v", "body", "seq", "kind", "by", "at", "saw", "data", "proof"]);
const NOTICE_KEYS = new Set(["v", "body", "notice", "at", "data", "proof"]);
const PROOF_KEYS = new Set(["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"]);

/**
 * Reads canonical bytes as an act and prepares its signature for checking.
 * Refuses R-1, R-2 (form), R-3 (fields), R-4 (size), R-5 (proof). The signature itself is checked by
 * the caller, with {@link Signed.message}.
 */
export function parseAct(sha256: Sha256, bytes: Uint8Array): Result<Signed<Act>> {
  if (bytes.length > MAX_ACT_BYTES) return refuse("R-4", "too-large", { bytes: bytes.length, most: MAX_ACT_BYTES });
  const parsed = parseCanonical(bytes);
  if (!parsed.ok) return parsed;
  return checkAct(sha256, parsed.value);
}

/** The same for a value whose canonical form was already checked (an act inside an entry). */
export function checkAct(sha256: Sha256, value: CanonicalValue): Result<Signed<Act>> {
  if (!isObject(value)) return refuse("R-3", "not-an-act");
  for (const key of Object.keys(value))
    if (!ACT_KEYS.has(key)) return refuse("R-3", "unknown-field", { field: key.slice(0, 40) });
  const act = value as unknown as Act;
  const good =
    act.v === 1 &&
    (act.body === undefined || (typeof act.body === "string" && isHash(act.body))) &&
    typeof act.seq === "number" &&
    act.seq >= 1 &&
    typeof act.kind === "string" &&
    /^[a-z][a-z.-]{1,40}$/.test(act.kind) &&
    typeof act.by === "string" &&
    isMemberId(act.by) &&
    typeof act.at === "number" &&
    (act.saw === undefined || isSaw(act.saw)) &&
    isObject(act.data);
  if (!good) return refuse("R-3", "not-an-act");
  return prepare(sha256, act);
}

/** Reads a value as a notice and prepares its signature for checking. */
export function checkNotice(sha256: Sha256, value: CanonicalValue): Result<Signed<Notice>> {
  if (!isObject(value)) return refuse("R-15", "not-a-notice");
  for (const key of Object.keys(value))
    if (!NOTICE_KEYS.has(key)) return refuse("R-15", "unknown-field", { field: key.slice(0, 40) });
  const notice = value as unknown as Notice;
  const good =
    notice.v === 1 &&
    typeof notice.body === "string" &&
    isHash(notice.body) &&
    NOTICE_KINDS.includes(notice.notice) &&
    typeof notice.at === "number" &&
    isObject(notice.data);
  return good ? prepare(sha256, notice) : refuse("R-15", "not-a-notice");
}

/** Prepares any signed document: key, message, signature, id. Refuses R-5 on a malformed proof. */
export function prepare<T extends { proof: Proof }>(sha256: Sha256, document: T): Result<Signed<T>> {
  const proof = document.proof as Proof | undefined;
  if (!isObject(proof)) return refuse("R-5", "no-proof");
  const names = Object.keys(proof);
  if (
    names.length !== PROOF_KEYS.size ||
    !names.every((k) => PROOF_KEYS.has(k) && typeof (proof as Record<string, unknown>)[k] === "string") ||
    proof.type !== "DataIntegrityProof" ||
    proof.cryptosuite !== "eddsa-jcs-2022" ||
    proof.proofPurpose !== "assertionMethod"
  )
    return refuse("R-5", "bad-proof");
  const key = proofKey(proof);
  if (!key.ok) return key;
  const signature = proofSignature(proof);
  if (!signature.ok) return signature;
  const { bytes, hash } = signingInput(sha256, withoutProof(document), key.value);
  return ok({ document, id: toHex(hash) as ActId, key: key.value, message: bytes, signature: signature.value });
}

function isSaw(value: unknown): value is Saw {
  return (
    isObject(value) &&
    Object.keys(value).length === 2 &&
    typeof value["size"] === "number" &&
    value["size"] >= 1 &&
    typeof value["root"] === "string" &&
    isHash(value["root"])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
