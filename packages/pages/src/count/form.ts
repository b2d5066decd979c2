/**
 * The form of the counting page: what was put in, kept word for word when it is refused, and the count
 * that it asks for. The same schema as the API's reads it.
 */
import { decodeText, type Format, RULE_IDS } from "@nabat/count";
import { askedOf, countBody, ruleOptions } from "@nabat/count/asked/asked.ts";
import { type CountAsked, MOST_BYTES } from "@nabat/count/asked/limits.ts";

/** Fields of single rules: each a choice, or a number where it has no choices. */
export const OPTION_FIELDS = {
  form: ["ranks", "marks", "scores", "grades"],
  limit: [],
  unranked: ["last", "unknown"],
  strength: ["winning", "margins"],
  middle: ["lower", "upper"],
  unmarked: ["worst", "spoil"],
  decimals: [],
  electing: ["all", "highest"],
  quota: ["exact", "whole"],
  completion: ["phragmen", "greedy", "none"],
  utility: ["cost", "count"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionField = keyof typeof OPTION_FIELDS;

/** Fields that fold away: open where one of them says something. */
export const FOLDED = ["withdraw", "reopen", "lot", "groups", ...(Object.keys(OPTION_FIELDS) as OptionField[])];

/** Everything that stands in the form. */
export interface Kept {
  /** Fields by name, as they were typed. */
  readonly values: Readonly<Record<string, string>>;
  /** The papers' text; from a file, from the text area, or from the page before. */
  readonly papers: string;
  /** The file's name; "" for pasted papers. */
  readonly name: string;
}

/** What is wrong with the form itself: a message of the counting page and what it names. */
export interface FormFault {
  readonly id: string;
  readonly args?: Readonly<Record<string, string>>;
}

export const EMPTY: Kept = { values: {}, papers: "", name: "" };

/** Reads a form that was sent. A file comes first, then what was pasted, then what the page before had. */
export async function readForm(fields: Readonly<Record<string, unknown>>): Promise<Kept> {
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields))
    if (typeof value === "string" && !["papers", "kept", "name"].includes(key)) values[key] = value;
  const text = (key: string): string => (typeof fields[key] === "string" ? (fields[key] as string) : "");
  const { file } = fields;
  if (file instanceof File && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = file.name.slice(0, 200);
    const kept = { values, papers: textOf(bytes), name };
    const ending = /\.(blt|csv|json)$/i.exec(name)?.[1]?.toLowerCase();
    // A kind that the first line wouldn't tell is said from now on, for the page has only the text.
    if (!ending || values["format"] || formatOf(kept) === ending) return kept;
    return { ...kept, values: { ...values, format: ending } };
  }
  const pasted = text("papers");
  if (pasted.trim() !== "") return { values, papers: pasted, name: text("name").slice(0, 200) };
  return { values, papers: text("kept"), name: text("name").slice(0, 200) };
}

/** Text of a file's bytes; spreadsheets also write UTF-16. */
function textOf(bytes: Uint8Array): string {
  return decodeText(bytes) ?? new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
}

/** The kind of file: as chosen, or by its first line. */
export function formatOf(kept: Kept): Format {
  const chosen = kept.values["format"];
  if (chosen === "blt" || chosen === "csv" || chosen === "json") return chosen;
  if (/^\s*\{/.test(kept.papers.slice(0, 2000))) return "json";
  const first = kept.papers
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .find((l) => l.trim() !== "" && !/^\s*#/.test(l));
  return first !== undefined && /^\s*(\/\*|\d+\s+\d+\s*($|[#/]))/.test(first) ? "blt" : "csv";
}

/** The count that the form asks for, or what is wrong with it. */
export function askedByForm(kept: Kept): CountAsked | FormFault | "too-large" {
  const { values } = kept;
  const said = (key: string): string | undefined => values[key]?.trim() || undefined;
  if (kept.papers.trim() === "") return { id: "counting-no-papers" };
  if (new TextEncoder().encode(kept.papers).length > MOST_BYTES) return "too-large";
  if (!(RULE_IDS as readonly string[]).includes(values["rule"] ?? "")) return { id: "counting-no-rule" };
  const number = (key: string): number | undefined => (said(key) === undefined ? undefined : Number(said(key)));
  const groups: unknown[] = [];
  for (const line of lines(values["groups"])) {
    const m = /^(.+):(\d{0,6})-(\d{0,6})$/.exec(line);
    if (!m) return { id: "counting-bad-group", args: { line: line.slice(0, 80) } };
    groups.push({ group: m[1], ...(m[2] ? { min: Number(m[2]) } : {}), ...(m[3] ? { max: Number(m[3]) } : {}) });
  }
  const parsed = countBody.safeParse({
    rule: values["rule"],
    format: formatOf(kept),
    ballots: kept.papers,
    seats: number("seats"),
    compare: said("compare"),
    trace: number("trace"),
    form: said("form"),
    lot: said("lot"),
    write: values["as"] === "blt" ? "blt" : undefined,
    withdraw: lines(values["withdraw"]),
    reopen: said("reopen"),
    groups,
    ...Object.fromEntries(
      Object.keys(ruleOptions.shape).map((key) => [
        key,
        key === "limit" || key === "decimals" ? number(key) : said(key),
      ]),
    ),
  });
  if (parsed.success) return askedOf(parsed.data);
  return { id: "counting-bad-field", args: { field: String(parsed.error.issues[0]?.path[0] ?? "?") } };
}

function lines(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\r\n|\n|\r/)
    .map((l) => l.trim())
    .filter((l) => l !== "");
}
