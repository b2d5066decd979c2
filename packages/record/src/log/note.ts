/**
 * Signed notes, as C2SP signed-note says (rules ): a text that ends in a newline, an empty
 * line, and signature lines. This file reads and writes the form and nothing more; whether a
 * signature is true is for note-verify.ts. The parser is strict and bounded.
 */
import { concatBytes, fromBase64, fromUtf8, ok, refuse, type Result, toBase64, utf8 } from "@nabat/kernel";

/** Bytes of the largest note that is read. */
export const MAX_NOTE_BYTES = 131_072;

/** Signature lines that a note may carry; the specification asks for 16 at least. */
export const MAX_NOTE_SIGNATURES = 64;

/** Bytes of the longest key name (our limit; the specification has none). */
export const MAX_KEY_NAME_BYTES = 255;

const KEY_ID_BYTES = 4;
/** Everything below U+0020 but the newline. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const NOT_IN_NAME = /[\p{White_Space}+]/u;
const DASH = "\u2014 ";

/** One signature line: `— <name> base64(key id ‖ signature)`. */
export interface NoteSignature {
  readonly name: string;
  /** The key id as an unsigned 32-bit integer. */
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** A note: its text, final newline included, and its signatures in order. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** True for a legal key name: not empty, no space of any kind, no plus, no control character, at most 255 bytes. */
export function isKeyName(name: string): boolean {
  return (
    name !== "" &&
    name.isWellFormed() &&
    !NOT_IN_NAME.test(name) &&
    !CONTROL.test(name) &&
    utf8(name).length <= MAX_KEY_NAME_BYTES
  );
}

/** Reads a note. Refuses what is too large, (R-27) whatever is not exactly of the form. */
export function parseNote(bytes: Uint8Array): Result<Note> {
  if (bytes.length > MAX_NOTE_BYTES) return refuse("R-28", "note-too-large", { bytes: bytes.length });
  let whole: string;
  try {
    whole = fromUtf8(bytes);
  } catch {
    return refuse("R-27", "note-not-utf8");
  }
  if (CONTROL.test(whole)) return refuse("R-27", "note-control-character");
  // The last empty line parts text from signatures; the text may hold empty lines of its own.
  const split = whole.lastIndexOf("\n\n");
  if (split < 0) return refuse("R-27", "note-without-signatures");
  const signatures = parseSignatureLines(whole.slice(split + 2));
  if (!signatures.ok) return signatures;
  return ok({ text: whole.slice(0, split + 1), signatures: signatures.value });
}

/** Reads one or more signature lines, as a witness answers them. Refuses as {@link parseNote} does. */
export function parseSignatureLines(text: string): Result<NoteSignature[]> {
  if (text.length > MAX_NOTE_BYTES) return refuse("R-28", "note-too-large", { bytes: text.length });
  if (text === "") return refuse("R-27", "note-without-signatures");
  if (!text.endsWith("\n")) return refuse("R-27", "note-without-final-newline");
  const lines = text.slice(0, -1).split("\n");
  if (lines.length > MAX_NOTE_SIGNATURES) return refuse("R-28", "too-many-signatures", { lines: lines.length });
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return refuse("R-27", "bad-signature-line", { line: signatures.length + 1 });
    signatures.push(signature);
  }
  return ok(signatures);
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  if (!line.startsWith(DASH)) return undefined;
  const [name, base64, ...rest] = line.slice(DASH.length).split(" ");
  if (name === undefined || base64 === undefined || rest.length > 0 || !isKeyName(name)) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(base64);
  } catch {
    return undefined;
  }
  if (bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: readUint32(bytes), signature: bytes.slice(KEY_ID_BYTES) };
}

/** One signature line, its newline included. Throws `RangeError` on an illegal name or an empty signature. */
export function formatSignatureLine(signature: NoteSignature): string {
  if (!isKeyName(signature.name)) throw new RangeError("not a key name");
  if (signature.signature.length === 0) throw new RangeError("empty signature");
  const bytes = concatBytes(uint32(signature.keyId), signature.signature);
  return `${DASH}${signature.name} ${toBase64(bytes)}\n`;
}

/** The bytes of a note. Throws `RangeError` where {@link parseNote} would not give back the same note. */
export function formatNote(note: Note): Uint8Array {
  if (!note.text.endsWith("\n") || CONTROL.test(note.text) || !note.text.isWellFormed()) {
    throw new RangeError("not a note text");
  }
  if (note.signatures.length === 0) throw new RangeError("a note needs a signature");
  if (note.signatures.length > MAX_NOTE_SIGNATURES) throw new RangeError("too many signatures");
  const bytes = utf8(`${note.text}\n${note.signatures.map(formatSignatureLine).join("")}`);
  if (bytes.length > MAX_NOTE_BYTES) throw new RangeError("note too large");
  return bytes;
}

/** Big-endian bytes of an unsigned 32-bit integer. Throws `RangeError` on anything else. */
export function uint32(n: number): Uint8Array {
  if (!Number.isInteger(n) || n < 0 || n > 0xffffffff) throw new RangeError("not a 32-bit integer");
  return new Uint8Array([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
}

/** The unsigned 32-bit integer in the first four bytes, big-endian. */
export function readUint32(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
