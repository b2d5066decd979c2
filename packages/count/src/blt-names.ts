/**
 * The tail of a BLT file: candidates' names, the title, and lines of source or comment. Real files
 * quote names with "…", '…', “…”, only on one side, or not at all; one per line or several.
 */
import { ok, type Result } from "@nabat/kernel";
import { fileFault } from "./file-error.ts";

/** What the tail holds. */
export interface Names {
  readonly names: readonly string[];
  readonly title: string;
  readonly notes: readonly string[];
}

/** Text of bytes: UTF-8, or else Windows-1252 as old counting programs wrote it; undefined for UTF-16. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start));
  } catch {
    return new TextDecoder("windows-1252").decode(bytes.subarray(start));
  }
}

/**
 * Reads `count` names and what follows them. One line is one name, unless there are fewer lines than
 * names; a second quoted part on a name's line (a party) stays in the name, in quotes. Where a file
 * has no names but lines `# ALTERNATIVE NAME 3: …` (electronic counts in Scotland), those are taken.
 * `line` is the number of the text's first line. Refuses where names are missing.
 */
export function readNames(text: string, line: number, count: number): Result<Names> {
  const all = text.split(/\r\n|\n|\r/).map((l) => l.trim());
  const lines = all.filter((l) => l !== "" && !l.startsWith("#")).map(withoutComment);
  const pieces = lines.flatMap(splitQuoted);
  let found = (lines.length < count || (lines.length === count && pieces.length === count + 1) ? pieces : lines).map(
    unquote,
  );
  if (found.length < count) {
    const other = all.flatMap((l) => /^#\s*ALTERNATIVE NAME\s+(\d+)\s*:\s*(.+)$/i.exec(l)?.slice(1, 3) ?? []);
    const named = other.filter((_, i) => i % 2 === 1);
    if (named.length === count && other.every((n, i) => i % 2 === 1 || Number(n) === i / 2 + 1))
      found = [...named, ...found];
  }
  if (found.length < count) {
    const last = line + text.trimEnd().split(/\r\n|\n|\r/).length - 1;
    return fileFault("names-missing", last, `${found.length}/${count}`);
  }
  return ok({ names: found.slice(0, count), title: found[count] ?? "", notes: found.slice(count + 1) });
}

/** A comment may follow a closing quote. */
function withoutComment(line: string): string {
  const close = Math.max(line.lastIndexOf('"'), line.lastIndexOf("”"));
  return /^["“”']/.test(line) && close > 0 && /^["”]\s+#/.test(line.slice(close)) ? line.slice(0, close + 1) : line;
}

function splitQuoted(line: string): string[] {
  return /^["“”]/.test(line) ? line.split(/(?<=[^\\"]["”])\s+(?=["“])/) : [line];
}

function unquote(text: string): string {
  let s = text.replace(/,+$/, "").trim();
  if (/^'.*'$/.test(s)) return s.slice(1, -1).trim();
  // Spreadsheets double the quotes inside a quoted cell.
  if (/^".*""/.test(s) && s.endsWith('"')) return unquote(s.slice(1, -1).replaceAll('""', '"'));
  const two = /^["“]([^"“”]*)["”]\s+["“]([^"“”]*)["”]$/.exec(s);
  if (two) return `${two[1]!.trim()} "${two[2]!.trim()}"`;
  const opened = /^["“”]/.test(s);
  if (opened) s = s.slice(1);
  if (/["“”]$/.test(s) && !s.endsWith('\\"') && (opened || !/["“].*["”]$/.test(s))) s = s.slice(0, -1);
  return s.replaceAll('\\"', '"').trim();
}
