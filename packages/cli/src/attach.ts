/**
 * Files as attachments of an act that is signed by command line (R-16 to R-18): each under a fresh salt, its
 * reference at a named place of the act's data. Plain text is read as the pages' forms read it: lines end with a
 * line feed alone, blanks around it are left out. What a file is, its name's ending says.
 */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { gather, type Sent, Text, attach as attached } from "@nabat/exchange/client/text.ts";
import { fromUtf8, utf8 } from "@nabat/kernel";
import { random, sha256 } from "@nabat/platform";
import { type Grade, MAX_ATTACHMENT_BYTES, type UnsignedAct } from "@nabat/record";
import { UsageError } from "./io.ts";

/** Media types by a file's ending; anything else is plain text. */
const MEDIA: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".pdf": "application/pdf",
};

/** Names that mean something else to every object. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** An act with references in its data, and what is sent beside it. */
export interface WithFiles {
  readonly act: UnsignedAct;
  readonly attachments: readonly Sent[];
  /** For each file where it stands, and how many bytes of it are sent. */
  readonly files: readonly { readonly field: string; readonly file: string; readonly bytes: number }[];
}

/** Puts each `FIELD=FILE` into the act's data. Throws {@link UsageError} on what can't be read, placed or sent. */
export function withFiles(act: UnsignedAct, wanted: readonly string[], grade: Grade): WithFiles {
  const data = structuredClone((act as { data?: unknown }).data ?? {});
  if (!isPlace(data) || Array.isArray(data)) throw new UsageError("usage-attach-no-data");
  const files = wanted.map((one) => {
    const at = one.indexOf("=");
    if (at < 1 || at === one.length - 1) throw new UsageError("usage-attach-form", { one });
    const field = one.slice(0, at);
    const file = one.slice(at + 1);
    const text = textOfFile(file, grade);
    place(data, field, text);
    return { field, file, bytes: text.ref.size };
  });
  const gathered = gather(data);
  return { act: { ...act, data: gathered.data as UnsignedAct["data"] }, attachments: gathered.attachments, files };
}

function textOfFile(file: string, grade: Grade): Text {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new UsageError("usage-unread", { file, why: error instanceof Error ? error.message : String(error) });
  }
  const media = MEDIA[extname(file).toLowerCase()] ?? "text/plain";
  if (media === "text/plain") bytes = wordsOf(file, bytes);
  if (bytes.length === 0) throw new UsageError("usage-attach-empty", { file });
  if (bytes.length > MAX_ATTACHMENT_BYTES)
    throw new UsageError("usage-attach-large", {
      file,
      bytes: String(bytes.length),
      most: String(MAX_ATTACHMENT_BYTES),
    });
  return attached({ sha256, random }, bytes, grade, media);
}

function wordsOf(file: string, bytes: Uint8Array): Uint8Array {
  let words: string;
  try {
    words = fromUtf8(bytes);
  } catch {
    throw new UsageError("usage-attach-utf8", { file });
  }
  if (words.includes("\u0000")) throw new UsageError("usage-attach-zero", { file });
  return utf8(words.replaceAll("\r\n", "\n").trim());
}

function isPlace(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Text);
}

/** Puts a value at a dotted place where nothing stands yet. In a list a step is the number of an item that is there. */
function place(data: Record<string, unknown>, field: string, value: Text): void {
  const steps = field.split(".");
  if (steps.some((s) => s === "" || RESERVED.has(s))) throw new UsageError("usage-attach-place", { field });
  let at = data;
  for (const step of steps.slice(0, -1)) {
    if (at[step] === undefined && !Array.isArray(at)) at[step] = {};
    const inside = at[step];
    if (!isPlace(inside)) throw new UsageError("usage-attach-step", { field, step });
    at = inside;
  }
  const last = steps.at(-1) as string;
  if (at[last] !== undefined) throw new UsageError("usage-attach-twice", { field });
  if (Array.isArray(at)) throw new UsageError("usage-attach-list", { field });
  at[last] = value;
}
