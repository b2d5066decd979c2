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
  const plain = withoutBlocks(text);
  if (typeof plain === "number") return fileFault("unfinished-comment", line + plain);
  const all = plain.split(/\r\n|\n|\r/).map((l) => l.trim());
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

/** A comment `# …` may follow a closing quote, or a bare name after a space (a name may hold "#2"). */
function withoutComment(line: string): string {
  if (!/^["“”]/.test(line)) return line.replace(/\s#\s.*$/, "").trimEnd();
  let quotes = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (isQuote(line[i])) {
      if (++quotes % 2 === 0 && /^\s*#/.test(line.slice(i + 1, i + 20))) return line.slice(0, i + 1);
    }
  }
  return line;
}

const isQuote = (c: string | undefined): boolean => c === '"' || c === "“" || c === "”";

/** The text with C comments outside quotes left out, its lines kept; or the line (from 0) of one that doesn't end. */
function withoutBlocks(text: string): string | number {
  if (!text.includes("/*")) return text;
  let out = "";
  let line = 0;
  let quotes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "\n" || (c === "\r" && text[i + 1] !== "\n")) [line, quotes] = [line + 1, 0];
    else if (c === "\\") out += text[i++];
    else if (isQuote(c)) quotes++;
    if (c === "/" && text[i + 1] === "*" && quotes % 2 === 0 && (i === 0 || /[\s"”,/]/.test(text[i - 1]!))) {
      const end = endOfBlock(text, i);
      if (end < 0) return line;
      const breaks = text.slice(i, end).match(/\r\n|\n|\r/g) ?? [];
      out += ` ${breaks.join("")}`;
      [line, quotes] = [line + breaks.length, breaks.length > 0 ? 0 : quotes];
      i = end - 1;
    } else out += text[i] ?? "";
  }
  return out;
}

/** Where the comment that opens at `at` ends, comments within it counted; −1 where it doesn't. */
function endOfBlock(text: string, at: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  let depth = 0;
  for (let m = marks.exec(text); m; m = marks.exec(text)) {
    depth += m[0] === "/*" ? 1 : -1;
    if (depth === 0) return m.index + 2;
  }
  return -1;
}

function splitQuoted(line: string): string[] {
  return /^["“”]/.test(line) ? line.split(/(?<=[^\\"]["”])(?:\s+|\s*,\s*)(?=["“])/) : [line];
}

function unquote(text: string): string {
  let s = text.replace(/,+$/, "").trim();
  if (/^'.*'$/.test(s)) return s.slice(1, -1).trim();
  // Spreadsheets double the quotes inside a quoted cell.
  if (/^".*""/.test(s) && s.endsWith('"')) return unquote(s.slice(1, -1).replaceAll('""', '"'));
  const two = /^["“]([^"“”]*)["”](?:\s+|\s*,\s*)["“]([^"“”]*)["”]$/.exec(s);
  if (two) return `${two[1]!.trim()} "${two[2]!.trim()}"`;
  const opened = /^["“”]/.test(s);
  if (opened) s = s.slice(1);
  if (/["“”]$/.test(s) && !s.endsWith('\\"') && (opened || !/["“].*["”]$/.test(s))) s = s.slice(0, -1);
  return s.replaceAll('\\"', '"').trim();
}
