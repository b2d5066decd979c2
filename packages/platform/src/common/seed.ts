/**
 * The reserve seed (K-1, DESIGN §4): 16 random bytes, shown once as 12 words (BIP-39) and a QR code,
 * never stored. From it a reserve key is derived for each body by HKDF-SHA-256 from the seed and the
 * body's nonce, so one sheet is enough and records can't be joined into a life.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { fromHex, type KeyId, type MemberId, toHex, utf8 } from "@nabat/kernel";
import { fromMultikey, toMultikey } from "@nabat/record";

/** Bytes in a seed. */
export const SEED_BYTES = 16;

/** An Ed25519 key pair held as bytes; for keys that live only a moment. */
export interface BytesKey {
  readonly secret: Uint8Array;
  readonly key: KeyId;
}

/** The key of 32 secret bytes. */
export function keyFromSecret(secret: Uint8Array): BytesKey {
  return { secret, key: toMultikey(ed25519.getPublicKey(secret)) };
}

/** The 32 secret bytes of a seed's reserve key in the body with this nonce (hex). */
export function reserveSecret(seed: Uint8Array, nonce: string): Uint8Array {
  return hkdf(sha256, seed, fromHex(nonce), utf8("nabat reserve v1"), 32);
}

/** The reserve key of a seed in the body with this nonce (hex). */
export function reserveKey(seed: Uint8Array, nonce: string): BytesKey {
  return keyFromSecret(reserveSecret(seed, nonce));
}

/** Ed25519 over `message` with 32 secret bytes. Not constant time in JavaScript: own device only. */
export function signBytes(secret: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, secret);
}

/** A member's id: the first 16 bytes of SHA-256 of the reserve public key, in hex (K-3). */
export function memberIdOf(reserve: KeyId): MemberId {
  return toHex(sha256(fromMultikey(reserve)).slice(0, 16)) as MemberId;
}
