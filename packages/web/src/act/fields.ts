/**
 * From the fields of a form to an act's data and the attachments beside it. A field's name is its
 * place in the data (`subject.type`); `text` makes an attachment of that grade with a fresh salt
 * `as` says how the typed value becomes a value of the restricted form. Pure.
 */
import { type Random, type Sha256, utf8 } from "@nabat/kernel";
import {
  type Attachment,
  attachmentHash,
  type AttachmentRef,
  type Grade,
  MAX_ATTACHMENT_BYTES,
  SALT_BYTES,
} from "@nabat/record";
import { zonedMillis } from "./zoned.ts";

export interface TypedField {
  readonly name: string;
  readonly value: string;
  /** `int`, `bool`, `true`, `json`, `moment`, `day`, `list`, `words`; else a string. */
  readonly as?: string;
  readonly text?: Grade;
  /** Of a text: the most that it may have, counted by {@link lengthOf}. */
  readonly most?: number;
}

/** Characters of a title; what is longer is counted in bytes (N-1 to N-3). */
const TITLE = 200;

/** How long a text is, in what its limit is reckoned in: characters of names and titles, bytes of the rest. */
export function lengthOf(text: string, most: number): number {
  return most <= TITLE ? [...text].length : utf8(text).length;
}

/** Why a field can't be used, for the form to say beside it. */
export type FieldFault = "missing" | "not-a-number" | "not-a-date" | "too-long" | "bad-text";

export interface Made {
  readonly data: Record<string, unknown>;
  readonly attachments: Attachment[];
  readonly wrong: { readonly name: string; readonly why: FieldFault }[];
}

export interface Making {
  readonly sha256: Sha256;
  readonly random: Random;
  /** IANA zone in which typed moments are meant. */
  readonly zone: string;
}

/** An attachment of a text, with a fresh salt. */
export function textAttachment(
  m: Pick<Making, "sha256" | "random">,
  words: string,
  grade: Grade,
): { ref: AttachmentRef; attachment: Attachment } {
  return bytesAttachment(m, utf8(words), grade, "text/plain");
}

/** An attachment of bytes, with a fresh salt. */
export function bytesAttachment(
  m: Pick<Making, "sha256" | "random">,
  bytes: Uint8Array,
  grade: Grade,
  media: string,
): { ref: AttachmentRef; attachment: Attachment } {
  const attachment = { salt: m.random(SALT_BYTES), bytes };
  return { ref: { hash: attachmentHash(m.sha256, attachment), grade, media, size: bytes.length }, attachment };
}

/** Builds the data. Empty values are left out; what can't be read is named in `wrong`. */
export function makeData(fields: readonly TypedField[], m: Making): Made {
  const made: Made = { data: {}, attachments: [], wrong: [] };
  for (const f of fields) {
    const read = readField(f, m);
    if (read === undefined) continue;
    if ("why" in read) {
      made.wrong.push({ name: f.name, why: read.why });
      continue;
    }
    if (read.attachment) made.attachments.push(read.attachment);
    place(made.data, f.name.split("."), read.value, f.as === "list");
  }
  return made;
}

type Read = { readonly value: unknown; readonly attachment?: Attachment } | { readonly why: FieldFault };

function readField(f: TypedField, m: Making): Read | undefined {
  const typed = f.value.replaceAll("\r\n", "\n");
  if (f.text) {
    const words = typed.trim();
    if (words === "") return undefined;
    if (!words.isWellFormed() || words.includes("\u0000")) return { why: "bad-text" };
    if (utf8(words).length > MAX_ATTACHMENT_BYTES) return { why: "too-long" };
    const { ref, attachment } = textAttachment(m, words, f.text);
    return { value: ref, attachment };
  }
  const value = typed.trim();
  if (value === "") return undefined;
  switch (f.as) {
    case "int": {
      const n = Number(value.replaceAll(/[\s\u00a0\u202f]/g, ""));
      return Number.isSafeInteger(n) && !Object.is(n, -0) ? { value: n } : { why: "not-a-number" };
    }
    case "bool":
      return { value: value === "true" || value === "on" || value === "1" };
    case "true":
    case "true-or-none":
      return value === "true" || value === "on" || value === "1" ? { value: true } : undefined;
    case "json":
      return { value: JSON.parse(value) as unknown };
    case "day": {
      const ms = zonedMillis(value.slice(0, 10), m.zone);
      return ms === undefined ? { why: "not-a-date" } : { value: ms };
    }
    case "moment": {
      const ms = /^-?\d{6,}$/.test(value) ? Number(value) : zonedMillis(value, m.zone);
      return ms === undefined ? { why: "not-a-date" } : { value: ms };
    }
    case "words":
    case "list":
      return {
        value: value
          .split(/[\n,;]+/)
          .map((v) => v.trim())
          .filter(Boolean),
      };
    default:
      return { value };
  }
}

/** Puts a value at its place. A list's values are joined; a plain name met twice keeps the last. */
function place(data: Record<string, unknown>, path: readonly string[], value: unknown, list: boolean): void {
  let at = data;
  for (const step of path.slice(0, -1)) {
    const inside = at[step];
    at = (typeof inside === "object" && inside !== null ? inside : (at[step] = {})) as Record<string, unknown>;
  }
  const last = path.at(-1) as string;
  const before = at[last];
  at[last] = list && Array.isArray(before) ? [...(before as unknown[]), ...(value as unknown[])] : value;
}
