/** Bytes that are signed or hashed on the way in (M-5, M-13), apart from the schemas: pages that only sign need no more. */
import { canonicalBytes, type KeyId, type MemberId } from "@nabat/kernel";

/** What an invitation key signs for a newcomer. */
export function joinBytes(body: string, member: MemberId, device: KeyId): Uint8Array {
  return canonicalBytes({ join: body, member, device });
}

/** Bytes whose SHA-256 stands for a code on a card: `code` as printed, upper case, no spaces. */
export function cardCodeBytes(member: MemberId, code: string): Uint8Array {
  return canonicalBytes({ card: member, code });
}
