/**
 * Attachments: free text, names, pictures and files stand beside the record; the act
 * holds only a salted hash. SHA-256(salt ‖ bytes), salt of 16 bytes, so that a short text cannot be
 * found by guessing once it has been erased.
 */
import { concatBytes, type Hash, type Sha256, toHex } from "@nabat/kernel";

/** Who may read an attachment: everybody, the body's members, or the readers it is sealed to. */
export type Grade = "public" | "members" | "closed";

export const GRADES = ["public", "members", "closed"] as const;

/** Largest attachment in bytes. */
export const MAX_ATTACHMENT_BYTES = 1_000_000;

/** Salt length in bytes. */
export const SALT_BYTES = 16;

/** What an act says of an attachment. `size` in bytes; `media` is a media type from a closed list. */
export interface AttachmentRef {
  readonly hash: Hash;
  readonly grade: Grade;
  readonly media: string;
  readonly size: number;
}

/** The attachment itself. */
export interface Attachment {
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The salted hash that an act names. */
export function attachmentHash(sha256: Sha256, attachment: Attachment): Hash {
  return toHex(sha256(concatBytes(attachment.salt, attachment.bytes))) as Hash;
}

/** True where `attachment` is the one that `ref` names: hash, size and salt length. */
export function fitsRef(sha256: Sha256, ref: AttachmentRef, attachment: Attachment): boolean {
  return (
    attachment.salt.length === SALT_BYTES &&
    attachment.bytes.length === ref.size &&
    attachmentHash(sha256, attachment) === ref.hash
  );
}

/** Every attachment reference found in an act's data, in order of keys. */
export function attachmentRefs(data: unknown): AttachmentRef[] {
  const found: AttachmentRef[] = [];
  gather(data, found);
  return found;
}

function gather(data: unknown, found: AttachmentRef[]): void {
  if (typeof data !== "object" || data === null) return;
  if (Array.isArray(data)) {
    for (const value of data) gather(value, found);
    return;
  }
  const o = data as Record<string, unknown>;
  if (typeof o["hash"] === "string" && typeof o["grade"] === "string" && typeof o["media"] === "string")
    found.push(o as unknown as AttachmentRef);
  else for (const k of Object.keys(o)) gather(o[k], found);
}
