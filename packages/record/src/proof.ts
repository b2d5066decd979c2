/**
 * Proofs: W3C Data Integrity, cryptosuite `eddsa-jcs-2022`: Ed25519 over
 * SHA-256(JCS(proof without proofValue)) ‖ SHA-256(JCS(document without proof)).
 */
import {
  type ActId,
  canonicalBytes,
  concatBytes,
  fromHex,
  isKeyId,
  type KeyId,
  ok,
  refuse,
  type Result,
  type Sha256,
} from "@nabat/kernel";
import { fromBase58, isSignatureText, toBase58 } from "./base58.ts";
import type { Proof, Signed } from "./document.ts";

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
  return { bytes: signedMessage(sha256, key, hash), hash };
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

/** The 64 bytes that are signed with a document of this id (32 bytes) by `key`. */
export function signedMessage(sha256: Sha256, key: KeyId, id: Uint8Array): Uint8Array {
  return concatBytes(proofHash(sha256, key), id);
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

/** The signature of a proof in base58, without the `z`; `undefined` where it isn't 64 bytes in that form. */
export function signatureText({ proofValue }: Proof): string | undefined {
  if (!proofValue.startsWith("z") || proofValue.length > 90) return undefined;
  const text = proofValue.slice(1);
  return isSignatureText(text) ? text : undefined;
}

/** The 64 signature bytes of a proof, or a refusal. */
export function proofSignature(proof: Proof): Result<Uint8Array> {
  const text = signatureText(proof);
  return text === undefined ? refuse("R-5", "bad-proof") : ok(fromBase58(text, 64));
}

/**
 * A signed document ready for the check of its signature. What was signed and the signature's bytes are made
 * when they are asked for: whoever folds a record that was checked before needs neither.
 */
export class Prepared<T> implements Signed<T> {
  readonly document: T;
  readonly id: ActId;
  readonly key: KeyId;
  readonly #sha256: Sha256;
  readonly #signature: string;

  /** `signature`: base58 without the `z`, of the form that {@link isSignatureText} knows. */
  constructor(sha256: Sha256, document: T, id: ActId, key: KeyId, signature: string) {
    this.document = document;
    this.id = id;
    this.key = key;
    this.#sha256 = sha256;
    this.#signature = signature;
  }

  get message(): Uint8Array {
    return signedMessage(this.#sha256, this.key, fromHex(this.id));
  }

  get signature(): Uint8Array {
    return fromBase58(this.#signature, 64);
  }
}
