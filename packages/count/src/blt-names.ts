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

/** Reads `count` names and what follows them. `line` is the number of the text's first line. Refuses where names are missing. */
export function readNames(text: string, line: number, count: number): Result<Names> {
  const found: string[] = [];
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const trimmed = raw.trim();
    if (trimmed !== "" && !trimmed.startsWith("#")) found.push(...namesOnLine(trimmed));
  }
  if (found.length < count) {
    const last = line + text.trimEnd().split(/\r\n|\n|\r/).length - 1;
    return fileFault("names-missing", last, `${found.length}/${count}`);
  }
  return ok({ names: found.slice(0, count), title: found[count] ?? "", notes: found.slice(count + 1) });
}

/** The names on one line, their quotes taken off. */
function namesOnLine(line: string): string[] {
  if (!/^["“”']/.test(line)) return [unquote(line)];
  // A comment may follow the closing quote.
  const close = Math.max(line.lastIndexOf('"'), line.lastIndexOf("”"));
  const hash = close > 0 ? line.indexOf("#", close) : -1;
  const body = hash > 0 && /^["”]\s+#/.test(line.slice(close)) ? line.slice(0, close + 1) : line;
  return body.split(/(?<=[^\\]["”])\s+(?=["“])/).map(unquote);
}

function unquote(text: string): string {
  let s = text.trim();
  const doubled = /^["“”]/.test(s);
  if (doubled) s = s.slice(1);
  else if (/^'.*'$/.test(s)) return s.slice(1, -1).trim();
  if (/["“”]$/.test(s) && !s.endsWith('\\"')) s = s.slice(0, -1);
  return s.replace(/\\"/g, '"').trim();
}
