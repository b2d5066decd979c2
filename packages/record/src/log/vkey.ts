/**
 * Verifier keys of C2SP signed-note (rule R-29): `<name>+<hex key id>+<base64(type ‖ public key)>`,
 * and the key id that ties a signature line to its key. Two algorithms: Ed25519 over the note's text
 * (0x01) and the timestamped Ed25519 cosignature of a checkpoint (0x04).
 */
import { concatBytes, fromBase64, ok, refuse, type Result, type Sha256, toBase64, toHex, utf8 } from "@nabat/kernel";
import { isKeyName, readUint32, uint32 } from "./note.ts";
import { isSoundKey } from "./sound-key.ts";

/** Signature type of a log's own signature: Ed25519 over the note's text. */
export const ED25519 = 0x01;

/** Signature type of a witness: Ed25519 `cosignature/v1` with its time. */
export const COSIGNATURE_V1 = 0x04;

export type SignatureType = typeof ED25519 | typeof COSIGNATURE_V1;

const PUBLIC_KEY_BYTES = 32;
const MAX_VKEY_CHARACTERS = 512;

/** A key that a reader trusts under a name, for one algorithm. */
export interface VerifierKey {
  readonly name: string;
  /** Key id as an unsigned 32-bit integer. */
  readonly keyId: number;
  readonly type: SignatureType;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

/** The key id: the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), as an unsigned integer. */
export function noteKeyId(sha256: Sha256, name: string, type: number, publicKey: Uint8Array): number {
  return readUint32(sha256(concatBytes(utf8(name), new Uint8Array([0x0a, type]), publicKey)));
}

/** Builds a verifier key. Throws `RangeError` on an illegal name or a key that is not sound (see `isSoundKey`). */
export function verifierKey(sha256: Sha256, name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError("not a key name");
  if (!isSoundKey(publicKey)) throw new RangeError("not a sound Ed25519 public key");
  return { name, keyId: noteKeyId(sha256, name, type, publicKey), type, publicKey };
}

/** The text of a verifier key. */
export function formatVkey(key: VerifierKey): string {
  const material = concatBytes(new Uint8Array([key.type]), key.publicKey);
  return `${key.name}+${toHex(uint32(key.keyId))}+${toBase64(material)}`;
}

/** Reads a verifier key. Refuses another form, another algorithm, and an id that is not the key's own. */
export function parseVkey(sha256: Sha256, text: string): Result<VerifierKey> {
  if (text.length > MAX_VKEY_CHARACTERS) return refuse("R-29", "bad-verifier-key");
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [, name = "", hex = "", base64 = ""] = match ?? [];
  if (!isKeyName(name)) return refuse("R-29", "bad-verifier-key");
  let material: Uint8Array;
  try {
    material = fromBase64(base64);
  } catch {
    return refuse("R-29", "bad-verifier-key");
  }
  const type = material[0];
  if (type !== ED25519 && type !== COSIGNATURE_V1) return refuse("R-29", "unknown-algorithm", { type: type ?? -1 });
  if (material.length !== 1 + PUBLIC_KEY_BYTES) return refuse("R-29", "bad-verifier-key");
  if (!isSoundKey(material.slice(1))) return refuse("R-29", "unsound-key");
  const key = verifierKey(sha256, name, type, material.slice(1));
  return toHex(uint32(key.keyId)) === hex ? ok(key) : refuse("R-29", "wrong-key-id");
}
