/** Counts one file of a request and writes it down as JSON or as text. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  compareRules,
  countAndTrace,
  countProfile,
  type CountOptions,
  profileFromJson,
  type Profile,
  readBlt,
  readCsv,
  type ReadFile,
  resultJson,
} from "@nabat/count";
import { ok, type Result } from "@nabat/kernel";
import type { CountRequest } from "./args.ts";
import { compareJson, compareText } from "./compare-text.ts";
import { faultText } from "./fault-text.ts";
import { countText, traceText } from "./count-text.ts";

/** The output for a file, or the line for stderr. */
export type FileOutcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

/** Reads, counts, writes. Anything wrong with the file comes back as a line with its place. */
export function countFile(file: string, request: CountRequest): FileOutcome {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return {
      ok: false,
      error: `${file}:1: ${faultText("unreadable", (error as NodeJS.ErrnoException).code ?? "", request.lang)}`,
    };
  }
  const read = readProfile(file, bytes, request);
  if (!read.ok) {
    return {
      ok: false,
      error: `${file}:${read.facts["line"]}: ${faultText(read.code, String(read.facts["what"] ?? ""), request.lang)}`,
    };
  }
  const profile = adjust(read.value.profile, request);
  if (typeof profile === "string")
    return { ok: false, error: `${file}:1: ${faultText("no-such-candidate", profile, request.lang)}` };
  const options: CountOptions = {
    ...request.options,
    ...(request.lot === undefined ? {} : { lotSeed: request.lot, sha256 }),
  };
  try {
    if (request.compare) {
      const comparison = compareRules(profile, request.rule, request.compare, options);
      return {
        ok: true,
        text: request.json ? compareJson(file, comparison) : compareText(file, comparison, request.lang),
      };
    }
    if (request.trace !== undefined) {
      if (read.value.wanted === undefined)
        return { ok: false, error: `${file}:1: ${faultText("no-such-paper", String(request.trace), request.lang)}` };
      const { result, steps } = countAndTrace(profile, request.rule, read.value.wanted, options);
      if (request.json)
        return {
          ok: true,
          text: JSON.stringify({
            file,
            ...resultJson(result),
            paper: request.trace,
            trace: steps.map((s) => named(s, result.candidates)),
          }),
        };
      return { ok: true, text: traceText(file, result, steps, request.trace, request.lang) };
    }
    const result = countProfile(profile, request.rule, options);
    if (request.json)
      return { ok: true, text: JSON.stringify({ file, ...resultJson(result), repeated: read.value.repeated }) };
    return { ok: true, text: countText(file, result, request.lang) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, error: `${file}:1: ${error.message}` };
    throw error;
  }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

function readProfile(file: string, bytes: Uint8Array, request: CountRequest): Result<ReadFile> {
  if (/\.json$/i.test(file)) {
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(bytes).toString("utf8"));
    } catch {
      return { ok: false, rule: "T-1", code: "not-json", facts: { line: 1 } };
    }
    const profile = profileFromJson(value);
    return profile.ok ? ok({ profile: profile.value, repeated: 0 }) : profile;
  }
  if (/\.csv$/i.test(file)) {
    const form = request.form ?? (request.rule === "score" ? "scores" : undefined);
    return readCsv(bytes, {
      ...(form ? { form } : {}),
      ...(request.trace === undefined ? {} : { want: request.trace }),
    });
  }
  return readBlt(bytes, request.trace);
}

/** Applies --withdraw and --reopen; returns the name that no candidate has. */
function adjust(profile: Profile, request: CountRequest): Profile | string {
  const names = [...request.withdraw, ...(request.reopen === undefined ? [] : [request.reopen])];
  if (names.length === 0) return profile;
  for (const n of names) if (!profile.candidates.some((c) => c.name === n)) return n;
  return {
    ...profile,
    candidates: profile.candidates.map((c) => ({
      ...c,
      ...(request.withdraw.includes(c.name) ? { withdrawn: true } : {}),
      ...(request.reopen === c.name ? { reopen: true } : {}),
    })),
  };
}

function named(step: { candidate?: number; other?: number }, names: readonly string[]): object {
  return {
    ...step,
    ...(step.candidate === undefined ? {} : { candidate: names[step.candidate] }),
    ...(step.other === undefined ? {} : { other: names[step.other] }),
  };
}
