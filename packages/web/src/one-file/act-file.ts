/**
 * Acts as files and texts that travel without a page: an act still to be signed (a page's "sign
 * elsewhere" text, `{"act": {…}, "attachments": […]}`, or the bare act, or only its kind and data), and
 * the same after signing, as `POST /api/bodies/:body/acts` takes it.
 */
import { canonicalText, fromBase64, type Hash, ok, parseCanonical, refuse, type Result, utf8 } from "@nabat/kernel";
import {
  type Act,
  type Attachment,
  attachmentHash,
  attachmentRefs,
  type Data,
  MAX_ATTACHMENT_BYTES,
  parseAct,
  SALT_BYTES,
  type Signed,
  type UnsignedAct,
} from "@nabat/record";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import type { Submission } from "../api/client.ts";

/** An act to be signed: what its author decided is `kind` and `data`; the rest may be filled in anew. */
export interface ToSign {
  readonly kind: string;
  readonly data: Data;
  /** Fields that the text already had. */
  readonly given: Partial<Omit<UnsignedAct, "kind" | "data">>;
  /** Attachments that came along, each named by the data. */
  readonly attachments: readonly Attachment[];
}

/** Largest text that is looked at. */
const MOST_CHARACTERS = 12_000_000;
const FIELDS = new Set(["v", "body", "seq", "kind", "by", "at", "saw", "data", "proof"]);

/**
 * Reads a text as an act to be signed. A proof that stands there already is left out: it is made anew.
 * Refuses R-1, R-2 (form), R-3 (fields), R-16 (an attachment that the act doesn't name), R-17 (too large).
 */
export function readToSign(text: string): Result<ToSign> {
  if (text.length > MOST_CHARACTERS) return refuse("R-17", "attachment-too-large");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("R-1", "not-json");
  }
  const outer = plain(value);
  if (outer === undefined) return refuse("R-3", "not-an-act");
  const inside = "act" in outer ? outer["act"] : outer;
  let act: Record<string, unknown> | undefined;
  try {
    act = plain(typeof inside === "string" ? JSON.parse(inside) : inside);
  } catch {
    return refuse("R-1", "not-json");
  }
  if (act === undefined) return refuse("R-3", "not-an-act");
  const unknown = Object.keys(act).find((key) => !FIELDS.has(key));
  if (unknown !== undefined) return refuse("R-3", "unknown-field", { field: unknown.slice(0, 40) });
  const { proof: _, kind, data, ...given } = act;
  if (typeof kind !== "string" || plain(data) === undefined) return refuse("R-3", "not-an-act");
  try {
    const canonical = parseCanonical(utf8(canonicalText({ kind, data, ...given })));
    if (!canonical.ok) return canonical;
  } catch {
    return refuse("R-2", "not-restricted");
  }
  const attachments = readAttachments(outer === act ? undefined : outer["attachments"], data);
  return attachments.ok
    ? ok({ kind, data: data as Data, given: given as ToSign["given"], attachments: attachments.value })
    : attachments;
}

function readAttachments(list: unknown, data: unknown): Result<Attachment[]> {
  if (list === undefined) return ok([]);
  if (!Array.isArray(list) || list.length > 20) return refuse("R-3", "unknown-field", { field: "attachments" });
  const named = new Set(attachmentRefs(data).map((ref) => ref.hash));
  const out: Attachment[] = [];
  for (const item of list as unknown[]) {
    const { salt, bytes } = plain(item) ?? {};
    let attachment: Attachment;
    try {
      attachment = { salt: fromBase64(String(salt)), bytes: fromBase64(String(bytes)) };
    } catch {
      return refuse("R-3", "unknown-field", { field: "attachments" });
    }
    if (attachment.salt.length !== SALT_BYTES || attachment.bytes.length > MAX_ATTACHMENT_BYTES)
      return refuse("R-17", "attachment-too-large");
    const hash = attachmentHash(sha256, attachment);
    if (!named.has(hash)) return refuse("R-16", "altered", { hash });
    out.push(attachment);
  }
  return ok(out);
}

/** A signed act that somebody carries: its canonical text and what came along. */
export interface Carried {
  readonly text: string;
  readonly signed: Signed<Act>;
  readonly attachments: readonly Attachment[];
}

/**
 * Reads a signed act, bare or as `{"act": "<canonical text>", "attachments": […]}`, and checks its
 * signature. Refuses as `parseAct` does, R-6 (signature), R-16 and R-17 (attachments).
 */
export async function readSigned(typed: string): Promise<Result<Carried>> {
  const text = typed.trim();
  if (text.length > MOST_CHARACTERS) return refuse("R-17", "attachment-too-large");
  let outer: Record<string, unknown> | undefined;
  try {
    outer = plain(JSON.parse(text));
  } catch {
    return refuse("R-1", "not-json");
  }
  const act = typeof outer?.["act"] === "string" ? outer["act"] : text;
  const parsed = parseAct(sha256, utf8(act));
  if (!parsed.ok) return parsed;
  const { document, key, message, signature } = parsed.value;
  if (!(await verify(key, message, signature))) return refuse("R-6", "signature-does-not-hold", { key });
  const attachments = readAttachments(act === text ? undefined : outer?.["attachments"], document.data);
  return attachments.ok ? ok({ text: act, signed: parsed.value, attachments: attachments.value }) : attachments;
}

/** Attachments by the hash that acts name them with. */
export function byHash(attachments: readonly Attachment[]): ReadonlyMap<Hash, Attachment> {
  return new Map(attachments.map((a) => [attachmentHash(sha256, a), a]));
}

/** What a clerk takes and a file holds: the signed act's canonical text and what stands beside it. */
export function submissionText(submission: Submission): string {
  return `${JSON.stringify({ act: submission.act, attachments: submission.attachments })}\n`;
}

/**
 * A carried act as the text of a code to scan, in ASCII alone: a code says nothing of how its bytes are to be read, and
 * some scanners take what isn't ASCII for a Chinese or Japanese encoding. Reads back by {@link readSigned} as the same act.
 */
export function textInCode(carried: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\0-\x7f]*$/.test(carried)) return carried;
  const outer = plain(JSON.parse(carried));
  const whole = outer && "act" in outer ? carried : JSON.stringify({ act: carried, attachments: [] });
  return whole.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function plain(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
