/** The words of `nabat count`, read into a request. */
import { RULE_IDS, type CountOptions, type CsvForm, type RuleId, type Written } from "@nabat/count";
import type { Args, Locale } from "@nabat/speech";

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

/** Why words can't be understood: the message of `speech` that says it. */
export interface Misread {
  readonly id: string;
  readonly args?: Args;
}

const misread = (id: string, args?: Args): Misread => (args ? { id, args } : { id });

/** Reads the words after `count`; `locale`: the language of the sentences where no word says another. */
export function parseCountArgs(
  argv: readonly string[],
  locale: Locale = "en",
): CountRequest | { readonly list: true; readonly json: boolean } | { readonly help: true } | Misread {
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
    if (!arg.startsWith("--")) return misread("usage-count-option", { arg });
    const [key = "", inline] = arg.slice(2).split(/=(.*)/s);
    if (key === "json" || key === "list") {
      if (inline !== undefined) return misread("usage-count-no-value", { key });
      if (key === "json") json = true;
      else list = true;
    } else {
      const value = inline ?? argv[++i];
      if (value === undefined) return misread("usage-count-value", { key });
      if (key in CHOICES) {
        if (!CHOICES[key]!.includes(value))
          return misread("usage-count-one-of", { key, all: CHOICES[key]!.join(", ") });
        options[key] = value;
      } else if (key in NUMBERS) {
        const n = wholeNumber(value);
        const [least, most] = NUMBERS[key]!;
        if (n === undefined || n < least || n > most)
          return misread("usage-count-number", { key, least: String(least), most: String(most) });
        options[key] = n;
      } else if (key === "group") {
        const m = /^(.+):(\d*)-(\d*)$/.exec(value);
        if (!m) return misread("usage-count-group");
        groups.push({ group: m[1]!, ...(m[2] ? { min: Number(m[2]) } : {}), ...(m[3] ? { max: Number(m[3]) } : {}) });
      } else if (key === "withdraw") withdraw.push(value);
      else if (["rule", "compare", "trace", "lang", "lot", "reopen", "form", "threads", "write"].includes(key))
        words[key] = value;
      else return misread("usage-count-no-option", { key });
    }
  }
  if (list) return { list: true, json };
  for (const key of ["rule", "compare"]) {
    if (words[key] !== undefined && !(RULE_IDS as readonly string[]).includes(words[key]))
      return misread("usage-count-no-rule", { rule: words[key] });
  }
  if (words["write"] !== undefined) {
    if (!/^(blt|json)$/.test(words["write"])) return misread("usage-count-one-of", { key: "write", all: "blt, json" });
    if (paths.length !== 1) return misread("usage-count-one-file");
    words["rule"] ??= "plurality";
  }
  if (!words["rule"]) return misread("usage-count-which-rule");
  if (paths.length === 0) return misread("usage-count-which-files");
  for (const key of ["trace", "threads"]) {
    if (words[key] !== undefined && !(wholeNumber(words[key])! >= 1))
      return misread("usage-count-number-from", { key });
  }
  if (words["lang"] !== undefined && !/^(en|fr)$/.test(words["lang"]))
    return misread("usage-count-one-of", { key: "lang", all: "en, fr" });
  if (words["form"] !== undefined && !/^(ranks|marks|scores|grades)$/.test(words["form"]))
    return misread("usage-count-one-of", { key: "form", all: "ranks, marks, scores, grades" });
  return {
    rule: words["rule"] as RuleId,
    ...(words["compare"] ? { compare: words["compare"] as RuleId } : {}),
    json,
    lang: words["lang"] ?? locale,
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
