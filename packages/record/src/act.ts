/**
 * Reading acts and notices (rules ): their fields, their size, the form of their proofs. What
 * they look like is document.ts; whether a signature holds is for the caller to check.
 */
import {
  type ActId,
  canonicalBytes,
  type CanonicalValue,
  isHash,
  isMemberId,
  ok,
  parseCanonical,
  refuse,
  type Result,
  hexHash,
  type Sha256,
} from "@nabat/kernel";
import { actByLayout } from "./act-layout.ts";
import { type Act, MAX_ACT_BYTES, type Notice, NOTICE_KINDS, type Proof, type Saw, type Signed } from "./document.ts";
import { Prepared, proofKey, signatureText, withoutProof } from "./proof.ts";

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
  const quick = actByLayout(sha256, bytes, 0, 0);
  if (quick?.end === bytes.length) return ok(quick.signed);
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
  const signature = signatureText(proof);
  if (signature === undefined) return refuse("R-5", "bad-proof");
  const id = hexHash(sha256, canonicalBytes(withoutProof(document))) as ActId;
  return ok(new Prepared(sha256, document, id, key.value, signature));
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
