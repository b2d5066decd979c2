/** The words of `nabat count`, read into a request. */
import { RULE_IDS, type CountOptions, type CsvForm, type RuleId, type Written } from "@nabat/count";

/** What was asked for. */
export interface CountRequest {
  readonly rule: RuleId;
  readonly compare?: RuleId;
  readonly json: boolean;
  readonly lang: string;
  /** The paper to follow, from 1 in the file's order. */
  readonly trace?: number;
  readonly form?: CsvForm;
  readonly threads?: number;
  /** Write the papers down again in place of the count. */
  readonly write?: Written;
  readonly lot?: string;
  readonly withdraw: readonly string[];
  readonly reopen?: string;
  readonly options: Omit<CountOptions, "sha256" | "lotSeed">;
  readonly paths: readonly string[];
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  unranked: ["last", "unknown"],
  strength: ["winning", "margins"],
  middle: ["lower", "upper"],
  unmarked: ["worst", "spoil"],
  electing: ["all", "highest"],
  quota: ["exact", "whole"],
  completion: ["phragmen", "greedy", "none"],
  utility: ["cost", "count"],
};
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  seats: [1, 100_000],
  limit: [1, 100_000],
  decimals: [0, 9],
};

/** Reads the words after `count`. Returns a sentence where they can't be understood. */
export function parseCountArgs(
  argv: readonly string[],
): CountRequest | { readonly list: true; readonly json: boolean } | { readonly help: true } | string {
  const options: Record<string, unknown> = {};
  const groups: { group: string; min?: number; max?: number }[] = [];
  const withdraw: string[] = [];
  const paths: string[] = [];
  const words: Record<string, string> = {};
  let [json, list] = [false, false];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === "--") {
      paths.push(...argv.slice(i + 1));
      break;
    }
    if (arg === "--help" || arg === "-h") return { help: true };
    if (!arg.startsWith("-")) {
      paths.push(arg);
      continue;
    }
    if (!arg.startsWith("--")) return `There is no option ${arg}. A file of that name is written after --.`;
    const [key = "", inline] = arg.slice(2).split(/=(.*)/s);
    if (key === "json" || key === "list") {
      if (inline !== undefined) return `--${key} takes no value.`;
      if (key === "json") json = true;
      else list = true;
    } else {
      const value = inline ?? argv[++i];
      if (value === undefined) return `--${key} needs a value.`;
      if (key in CHOICES) {
        if (!CHOICES[key]!.includes(value)) return `--${key} is one of ${CHOICES[key]!.join(", ")}.`;
        options[key] = value;
      } else if (key in NUMBERS) {
        const n = wholeNumber(value);
        const [least, most] = NUMBERS[key]!;
        if (n === undefined || n < least || n > most) return `--${key} is a whole number from ${least} to ${most}.`;
        options[key] = n;
      } else if (key === "group") {
        const m = /^(.+):(\d*)-(\d*)$/.exec(value);
        if (!m) return "--group is written NAME:MIN-MAX; either number may be left out.";
        groups.push({ group: m[1]!, ...(m[2] ? { min: Number(m[2]) } : {}), ...(m[3] ? { max: Number(m[3]) } : {}) });
      } else if (key === "withdraw") withdraw.push(value);
      else if (["rule", "compare", "trace", "lang", "lot", "reopen", "form", "threads", "write"].includes(key))
        words[key] = value;
      else return `There is no option --${key}.`;
    }
  }
  if (list) return { list: true, json };
  for (const key of ["rule", "compare"]) {
    if (words[key] !== undefined && !(RULE_IDS as readonly string[]).includes(words[key]))
      return `There is no rule "${words[key]}". See nabat count --list.`;
  }
  if (words["write"] !== undefined) {
    if (!/^(blt|json)$/.test(words["write"])) return "--write is one of blt, json.";
    if (paths.length !== 1) return "--write takes one file.";
    words["rule"] ??= "plurality";
  }
  if (!words["rule"]) return "Say by which rule: --rule RULE. See nabat count --list.";
  if (paths.length === 0) return "Say which files or folders to count.";
  for (const key of ["trace", "threads"]) {
    if (words[key] !== undefined && !(wholeNumber(words[key])! >= 1)) return `--${key} is a whole number from 1.`;
  }
  if (words["lang"] !== undefined && !/^(en|fr)$/.test(words["lang"])) return "--lang is one of en, fr.";
  if (words["form"] !== undefined && !/^(ranks|marks|scores|grades)$/.test(words["form"]))
    return "--form is one of ranks, marks, scores, grades.";
  return {
    rule: words["rule"] as RuleId,
    ...(words["compare"] ? { compare: words["compare"] as RuleId } : {}),
    json,
    lang: words["lang"] ?? "en",
    ...(words["trace"] ? { trace: Number(words["trace"]) } : {}),
    ...(words["form"] ? { form: words["form"] as CsvForm } : {}),
    ...(words["threads"] ? { threads: Number(words["threads"]) } : {}),
    ...(words["write"] ? { write: words["write"] as Written } : {}),
    ...(words["lot"] === undefined ? {} : { lot: words["lot"] }),
    withdraw,
    ...(words["reopen"] === undefined ? {} : { reopen: words["reopen"] }),
    options: { ...options, ...(groups.length > 0 ? { groups } : {}) },
    paths,
  };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
