/** The bytes of a device's grant, and of its own word (K-4), apart from the schemas: pages that only sign need no more. */
import { canonicalBytes, type KeyId, type MemberId } from "@nabat/kernel";

/** What the reserve key signs to grant a device; `nonce` is the body's. */
export function deviceGrantBytes(nonce: string, device: KeyId, box: string): Uint8Array {
  return canonicalBytes({ grant: "device", nonce, device, box });
}

/**
 * What a further device signs itself, with the key that comes in (K-4): it is in the hand of whoever brings it. With `member`,
 * where it knows whose it is, it comes in as theirs and nobody else's.
 */
export function deviceOwnBytes(nonce: string, device: KeyId, member?: MemberId): Uint8Array {
  return canonicalBytes({ own: "device", nonce, device, ...(member === undefined ? {} : { member }) });
}

/** What the new device of somebody who lost theirs signs itself (K-4): another purpose, so that neither serves for the other. */
export function newKeysOwnBytes(nonce: string, device: KeyId, reserve: KeyId): Uint8Array {
  return canonicalBytes({ own: "new-keys", nonce, device, reserve });
}
