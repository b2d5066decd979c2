/**
 * One count from a file's bytes to everything there is to show: read, take out, count, compare, follow
 * a paper. The command line, the API and the pages all count by this, so they can't say different things.
 */
import { ok, type Refusal, refuse, type Result, type Sha256 } from "@nabat/kernel";
import { readBlt, type ReadFile } from "./blt-read.ts";
import { bltLacks, writeBlt } from "./blt-write.ts";
import { type Comparison, compareRules } from "./compare.ts";
import { countAndTrace, type CountOptions, countProfile } from "./count.ts";
import type { CsvForm } from "./csv-forms.ts";
import { readCsv } from "./csv-read.ts";
import { fileFault } from "./file-error.ts";
import { profileToJson, readJson } from "./json-read.ts";
import type { Profile } from "./profile.ts";
import { resultJson } from "./result-json.ts";
import type { CountResult, RuleId, TraceStep } from "./result.ts";

/** Kinds of files that can be counted. */
export const FORMATS = ["blt", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Formats in which the papers can be written down again. */
export const WRITTEN = ["blt", "json"] as const;
export type Written = (typeof WRITTEN)[number];

/** What is to be counted, and how. */
export interface CountJob {
  readonly rule: RuleId;
  /** A second rule on the same papers. */
  readonly compare?: RuleId;
  /** The paper to follow, from 1 in the file's order. */
  readonly trace?: number;
  readonly format: Format;
  /** What the cells of a CSV file hold, where it doesn't say. */
  readonly form?: CsvForm;
  /** Write the papers down again, equal ones together, with who was taken out. */
  readonly write?: Written;
  /** Seed of a lot that settles ties. */
  readonly lot?: string;
  /** Names of candidates to take out. */
  readonly withdraw: readonly string[];
  /** The candidate that is "reopen nominations". */
  readonly reopen?: string;
  readonly options: Omit<CountOptions, "sha256" | "lotSeed">;
}

/** The most that whoever counts is willing to count; see rule T-3. */
export interface CountLimits {
  /** Different papers, equal ones counted once. */
  readonly papers: number;
  readonly options: number;
  /** Grades, or points from 0 up. */
  readonly grades: number;
  /** Characters of a name, of a grade, of the title. */
  readonly name: number;
}

/** What came out. */
export interface Counted {
  readonly result: CountResult;
  /** Papers on which a candidate was marked twice; the first mark was read. */
  readonly repeated: number;
  readonly comparison?: Comparison;
  /** The paper followed, and its way. */
  readonly paper?: number;
  readonly steps?: readonly TraceStep[];
  /** The papers, written down again. */
  readonly written?: string;
}

/**
 * Reads and counts. Refuses (T-1) with the line where the file can't be read, or with line 1 where what
 * was asked for isn't in it or its numbers are beyond the rule; refuses (T-3) beyond the `limits`.
 */
export function runJob(bytes: Uint8Array, job: CountJob, sha256: Sha256, limits?: CountLimits): Result<Counted> {
  try {
    const read = readPapers(bytes, job);
    if (!read.ok) return read;
    const { repeated, wanted } = read.value;
    const beyond = limits && overLimits(read.value.profile, limits);
    if (beyond) return beyond;
    const profile = adjust(read.value.profile, job);
    if (typeof profile === "string") return fileFault("no-such-candidate", 1, profile);
    const lacks = job.write === "blt" ? bltLacks(profile) : undefined;
    if (lacks) return fileFault("blt-lacks", 1, lacks);
    if (job.trace !== undefined && wanted === undefined) return fileFault("no-such-paper", 1, String(job.trace));
    const options: CountOptions = { ...job.options, ...(job.lot === undefined ? {} : { lotSeed: job.lot, sha256 }) };
    const comparison = job.compare ? compareRules(profile, job.rule, job.compare, options) : undefined;
    const traced = wanted === undefined ? undefined : countAndTrace(profile, job.rule, wanted, options);
    return ok({
      result: traced?.result ?? comparison?.a ?? countProfile(profile, job.rule, options),
      repeated,
      ...(comparison ? { comparison } : {}),
      ...(traced ? { paper: job.trace!, steps: traced.steps } : {}),
      ...(job.write ? { written: job.write === "blt" ? writeBlt(profile) : jsonText(profile) } : {}),
    });
  } catch (error) {
    if (error instanceof RangeError) return fileFault("out-of-range", 1, error.message);
    throw error;
  }
}

/** The JSON of a count: the result with names; a second rule under `compare`, a paper's way under `trace`. */
export function countedJson(counted: Counted): ReturnType<typeof resultJson> {
  const { result, repeated, comparison, paper, steps, written } = counted;
  const name = (k: number): string => result.candidates[k]!;
  return {
    ...resultJson(result),
    repeated,
    ...(comparison ? { compare: comparisonJson(comparison, name) } : {}),
    ...(steps ? { paper, trace: steps.map((s) => named(s, name)) } : {}),
    ...(written === undefined ? {} : { written }),
  };
}

function jsonText(profile: Profile): string {
  return `${JSON.stringify(profileToJson(profile))}\n`;
}

function comparisonJson(c: Comparison, name: (k: number) => string): object {
  return {
    ...resultJson(c.b),
    agreement: c.agreement,
    ...(c.parting
      ? {
          parting: {
            first: { ...c.parting.a, candidate: name(c.parting.a.candidate) },
            second: { ...c.parting.b, candidate: name(c.parting.b.candidate) },
          },
        }
      : {}),
    pairs: c.pairs.map((p) => ({ ...p, x: name(p.x), y: name(p.y) })),
  };
}

function named(step: TraceStep, name: (k: number) => string): object {
  return {
    ...step,
    ...(step.candidate === undefined ? {} : { candidate: name(step.candidate) }),
    ...(step.other === undefined ? {} : { other: name(step.other) }),
  };
}

function readPapers(bytes: Uint8Array, job: CountJob): Result<ReadFile> {
  if (job.format === "blt") return readBlt(bytes, job.trace);
  if (job.format === "csv") {
    const form = job.form ?? (job.rule === "score" ? "scores" : undefined);
    return readCsv(bytes, { ...(form ? { form } : {}), ...(job.trace === undefined ? {} : { want: job.trace }) });
  }
  return readJson(bytes, job.trace);
}

/** Takes out and marks candidates by name; gives back the name that no candidate has. */
function adjust(profile: Profile, job: CountJob): Profile | string {
  const names = [...job.withdraw, ...(job.reopen === undefined ? [] : [job.reopen])];
  const missing = names.find((n) => !profile.candidates.some((c) => c.name === n));
  if (missing !== undefined) return missing;
  if (names.length === 0) return profile;
  return {
    ...profile,
    candidates: profile.candidates.map((c) => ({
      ...c,
      ...(job.withdraw.includes(c.name) ? { withdrawn: true } : {}),
      ...(job.reopen === c.name ? { reopen: true } : {}),
    })),
  };
}

function overLimits(profile: Profile, limits: CountLimits): Refusal | undefined {
  const over = (code: string, n: number, most: number): Refusal | undefined =>
    n > most ? refuse("T-3", code, { n, most }) : undefined;
  const names = [profile.title, ...profile.candidates.map((c) => c.name), ...(profile.gradeNames ?? [])];
  return (
    over("too-many-papers", profile.papers.weights.length, limits.papers) ??
    over("too-many-options", profile.candidates.length, limits.options) ??
    over("too-many-grades", profile.grades ?? 0, limits.grades) ??
    over("long-name", Math.max(...names.map((n) => n.length)), limits.name)
  );
}
