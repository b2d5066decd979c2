/** The bytes of a device's grant (K-4), apart from the schemas: pages that only sign need no more. */
import { canonicalBytes, type KeyId } from "@nabat/kernel";

/** What the reserve key signs to grant a device; `nonce` is the body's. */
export function deviceGrantBytes(nonce: string, device: KeyId, box: string): Uint8Array {
  return canonicalBytes({ grant: "device", nonce, device, box });
}
