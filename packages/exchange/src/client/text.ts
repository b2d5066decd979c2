/**
 * Words that go with an act: an attachment with its own salt. In an act's data a {@link Text}
 * stands where its reference will be; `gather` puts the references in and collects what to send.
 */
import { toBase64, utf8 } from "@nabat/kernel";
import { type Attachment, attachmentHash, type AttachmentRef, type Grade, SALT_BYTES } from "@nabat/record";
import type { Tools } from "./tools.ts";

export class Text {
  readonly ref: AttachmentRef;
  readonly attachment: Attachment;
  constructor(ref: AttachmentRef, attachment: Attachment) {
    this.ref = ref;
    this.attachment = attachment;
  }
}

/** Bytes as an attachment under a fresh salt. */
export function attach(tools: Pick<Tools, "sha256" | "random">, bytes: Uint8Array, grade: Grade, media: string): Text {
  const attachment = { salt: tools.random(SALT_BYTES), bytes };
  return new Text({ hash: attachmentHash(tools.sha256, attachment), grade, media, size: bytes.length }, attachment);
}

/** Plain text as an attachment. */
export function textOf(tools: Pick<Tools, "sha256" | "random">, words: string, grade: Grade = "members"): Text {
  return attach(tools, utf8(words), grade, "text/plain");
}

/** An attachment as the API takes it. */
export interface Sent {
  readonly salt: string;
  readonly bytes: string;
}

/** The data as it is signed, and the attachments to send with it. */
export function gather(data: unknown): { data: unknown; attachments: Sent[] } {
  const sent = new Map<string, Sent>();
  const walk = (value: unknown): unknown => {
    if (value instanceof Text) {
      const { salt, bytes } = value.attachment;
      sent.set(value.ref.hash, { salt: toBase64(salt), bytes: toBase64(bytes) });
      return value.ref;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, walk(v)]])));
  };
  return { data: walk(data), attachments: [...sent.values()] };
}
