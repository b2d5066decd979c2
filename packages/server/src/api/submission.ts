/** How an act travels: its canonical text with what stands beside it, in JSON; or its bare bytes. */
import * as z from "zod";
import { fromBase64 } from "@nabat/kernel";
import type { Attachment } from "@nabat/record";

/** Media type of an act sent as its bare canonical bytes. */
export const ACT_MEDIA = "application/vnd.nabat.act+json";

const base64 = z
  .string()
  .max(1_400_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);
const attachment = z.strictObject({ salt: base64, bytes: base64 });
/** An act as its canonical text, with what stands beside it. */
export const submission = z.strictObject({
  act: z.string().max(20_000),
  attachments: z.array(attachment).max(20).default([]),
  evidence: z.string().max(300_000).optional(),
  code: z.string().max(100).optional(),
});
export type SubmissionBody = z.infer<typeof submission>;

/** The attachments and evidence of a submission; `undefined` where something isn't base64. */
export function decode(body: SubmissionBody): { attachments: Attachment[]; evidence?: Uint8Array } | undefined {
  try {
    const attachments = body.attachments.map((a) => ({ salt: fromBase64(a.salt), bytes: fromBase64(a.bytes) }));
    return { attachments, ...(body.evidence ? { evidence: fromBase64(body.evidence) } : {}) };
  } catch {
    return undefined;
  }
}
