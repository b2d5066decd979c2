/** Cells of a CSV text (RFC 4180; comma, semicolon or tab, whichever the first row holds most of). */
import { ok, type Result } from "@nabat/kernel";
import { fileFault } from "./file-error.ts";

/** One row with the line on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows and the `#key: value` lines above and between them. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly directives: readonly { readonly line: number; readonly key: string; readonly value: string }[];
}

/** Splits a text into rows of trimmed cells; empty lines are passed over. Refuses an unfinished quote. */
export function readCells(text: string): Result<Sheet> {
  const rows: Row[] = [];
  const directives: { line: number; key: string; value: string }[] = [];
  let separator = "";
  let line = 1;
  let at = 0;
  while (at < text.length) {
    if (text[at] === "#") {
      const end = lineEnd(text, at);
      const m = /^#\s*([a-z-]+)\s*:\s*(.*)$/i.exec(text.slice(at, end).trim());
      if (m) directives.push({ line, key: m[1]!.toLowerCase(), value: m[2]! });
      at = next(text, end);
      line++;
      continue;
    }
    separator ||= separatorOf(text.slice(at, lineEnd(text, at)));
    const start = line;
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      while (text[at] === " ") at++;
      if (text[at] === '"') {
        at++;
        for (;;) {
          if (at >= text.length) return fileFault("unfinished-quote", start);
          if (text[at] === '"' && text[at + 1] === '"') {
            cell += '"';
            at += 2;
          } else if (text[at] === '"') break;
          else {
            if (text[at] === "\n") line++;
            cell += text[at++];
          }
        }
        at++;
        while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r")
          if (text[at++]!.trim() !== "") return fileFault("text-after-quote", line);
      } else {
        const from = at;
        while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
        cell = text.slice(from, at).trim();
      }
      cells.push(cell);
      if (text[at] !== separator) break;
      at++;
    }
    at = next(text, at);
    if (cells.some((c) => c !== "")) rows.push({ line: start, cells });
    line++;
  }
  return ok({ rows, directives });
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

function next(text: string, at: number): number {
  if (text[at] === "\r" && text[at + 1] === "\n") return at + 2;
  return at + 1;
}

function separatorOf(line: string): string {
  const count = (s: string): number => line.split(s).length;
  return [",", ";", "\t"].reduce((a, b) => (count(b) > count(a) ? b : a));
}
