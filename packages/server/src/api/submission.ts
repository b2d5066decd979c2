/** How an act travels: its canonical text with what stands beside it, in JSON; or its bare bytes. */
import * as z from "zod";
import type { Attachment } from "@nabat/record";

/** Media type of an act sent as its bare canonical bytes. */
export const ACT_MEDIA = "application/vnd.nabat.act+json";

/** Most characters of an act, and of an attachment in base64; most attachments. */
const MOST_ACT = 20_000;
const MOST_BASE64 = 1_400_000;
const MOST_ATTACHMENTS = 20;

const base64 = z
  .string()
  .max(MOST_BASE64)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);
const attachment = z.strictObject({ salt: base64, bytes: base64 });
/** An act as its canonical text, with what stands beside it. */
export const submission = z.strictObject({
  act: z.string().max(MOST_ACT),
  attachments: z.array(attachment).max(MOST_ATTACHMENTS).default([]),
  evidence: z.string().max(300_000).optional(),
  code: z.string().max(100).optional(),
});
export type SubmissionBody = z.infer<typeof submission>;

/** What was sent, if it has the form of a {@link submission}. */
export function submissionOf(value: unknown): SubmissionBody | undefined {
  if (isUsual(value)) return value;
  const parsed = submission.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/**
 * True for an act and its attachments, as nearly everything that is sent: the schema would take it, and takes
 * ten times as long to say so. That bytes are base64 is seen where they are read. What is false here is the
 * schema's to judge.
 */
function isUsual(value: unknown): value is SubmissionBody {
  if (typeof value !== "object" || value === null) return false;
  const { act, attachments } = value as Partial<Record<string, unknown>>;
  if (typeof act !== "string" || act.length > MOST_ACT || !Array.isArray(attachments)) return false;
  return (
    Object.keys(value).length === 2 &&
    attachments.length <= MOST_ATTACHMENTS &&
    attachments.every((a: unknown) => {
      if (typeof a !== "object" || a === null || Object.keys(a).length !== 2) return false;
      const { salt, bytes } = a as Partial<Record<string, unknown>>;
      return isText(salt) && isText(bytes);
    })
  );
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length <= MOST_BASE64;
}

/** The attachments and evidence of a submission; `undefined` where something isn't base64. */
export function decode(body: SubmissionBody): { attachments: Attachment[]; evidence?: Uint8Array } | undefined {
  const attachments: Attachment[] = [];
  for (const a of body.attachments) {
    const salt = bytesOf(a.salt);
    const bytes = bytesOf(a.bytes);
    if (!salt || !bytes) return undefined;
    attachments.push({ salt, bytes });
  }
  if (!body.evidence) return { attachments };
  const evidence = bytesOf(body.evidence);
  return evidence && { attachments, evidence };
}

/** As the kernel's `fromBase64`, and as strict: a seventh of the time. Node reads leniently, so it must write the same text again. */
function bytesOf(base64: string): Uint8Array | undefined {
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 ? bytes : undefined;
}
