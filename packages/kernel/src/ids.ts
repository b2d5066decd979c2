/**
 * Branded ids. They are plain strings on the wire; the brand keeps them apart in code.
 *
 * - `ActId`, `BodyId`: 64 lower-case hex characters, SHA-256 of the canonical act without `proof`.
 *   A body's id is the id of its founding act.
 * - `MemberId`: 32 lower-case hex characters: the first 16 bytes of SHA-256 of the member's first
 *   reserve key, or 16 random bytes for a member admitted without a device.
 * - `KeyId`: multikey of an Ed25519 public key, `z6Mk…` (W3C Multikey, base58btc).
 * - `Hash`: 64 lower-case hex characters, SHA-256.
 */
declare const brand: unique symbol;
type Brand<T extends string> = string & { readonly [brand]: T };

export type ActId = Brand<"act">;
/** The id of a founding act. */
export type BodyId = Brand<"act"> & { readonly body?: true };
export type MemberId = Brand<"member">;
export type KeyId = Brand<"key">;
export type Hash = Brand<"hash">;

const MULTIKEY = /^z6Mk[1-9A-HJ-NP-Za-km-z]{40,46}$/;

/** True for `length` lower-case hex characters. Three times as quick as a pattern. */
export function isHexOf(length: number, text: string): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 102 || (c > 57 && c < 97)) return false;
  }
  return true;
}

/** True for 64 lower-case hex characters: an act id, a body id, or a hash. */
export function isHash(text: string): boolean {
  return isHexOf(64, text);
}

/** True for a member id: 32 lower-case hex characters. */
export function isMemberId(text: string): text is MemberId {
  return isHexOf(32, text);
}

/** True for the shape of an Ed25519 multikey (`z6Mk…`); that the bytes decode is checked elsewhere. */
export function isKeyId(text: string): text is KeyId {
  return MULTIKEY.test(text);
}
