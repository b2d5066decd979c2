/** Counts one file of a request and writes it down as JSON or as text. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type CountJob, countedJson, type Format, runJob } from "@nabat/count";
import type { CountRequest } from "./args.ts";
import { compareText } from "./compare-text.ts";
import { countText, traceText } from "./count-text.ts";
import { faultText } from "./fault-text.ts";

/** The output for a file, or the line for stderr. */
export type FileOutcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

/** Reads, counts, writes. Anything wrong with the file comes back as a line with its place. */
export function countFile(file: string, request: CountRequest): FileOutcome {
  const { lang } = request;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? "";
    return { ok: false, error: `${file}:1: ${faultText("unreadable", why, lang)}` };
  }
  const counted = runJob(bytes, jobOf(file, request), sha256);
  if (!counted.ok) {
    const { line, what } = counted.facts;
    return { ok: false, error: `${file}:${line}: ${faultText(counted.code, String(what ?? ""), lang)}` };
  }
  const { result, repeated, comparison, steps, paper, written } = counted.value;
  if (written !== undefined && !request.json) return { ok: true, text: written };
  if (request.json) return { ok: true, text: JSON.stringify({ file, ...countedJson(counted.value) }) };
  if (comparison) return { ok: true, text: compareText(file, comparison, lang) };
  if (steps) return { ok: true, text: traceText(file, result, steps, paper!, lang) };
  return { ok: true, text: countText(file, result, lang, repeated) };
}

function jobOf(file: string, request: CountRequest): CountJob {
  const { rule, compare, trace, form, lot, write, withdraw, reopen, options } = request;
  return {
    rule,
    format: formatOf(file),
    withdraw,
    options,
    ...(compare ? { compare } : {}),
    ...(trace === undefined ? {} : { trace }),
    ...(form ? { form } : {}),
    ...(write ? { write } : {}),
    ...(lot === undefined ? {} : { lot }),
    ...(reopen === undefined ? {} : { reopen }),
  };
}

function formatOf(file: string): Format {
  return /\.json$/i.test(file) ? "json" : /\.csv$/i.test(file) ? "csv" : "blt";
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
