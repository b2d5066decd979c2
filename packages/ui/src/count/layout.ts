/** What a count's picture and table have in common: the order of rows and amounts as lengths. */
import type { CountFacts, StageFacts } from "@nabat/speech/count/mod.ts";

/** Candidates in the order in which people look for them: winners first, then by how long they stayed and what they had. */
export function rowOrder(result: CountFacts): number[] {
  const outAt = (c: number): number =>
    result.stages.find((s) => s.excluded.includes(c))?.number ?? Number.POSITIVE_INFINITY;
  const had = (c: number): number => Math.max(0, ...result.stages.map((s) => length(s.votes?.[c] ?? "")));
  const place = (c: number): number => {
    const k = result.winners.indexOf(c);
    return k < 0 ? Number.POSITIVE_INFINITY : k;
  };
  return result.candidates
    .map((_, c) => c)
    .filter((c) => !result.withdrawn.includes(c))
    .sort((a, b) => order(place(a), place(b)) || order(outAt(b), outAt(a)) || order(had(b), had(a)) || a - b);
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** An exact amount as a number, for lengths only. */
export function length(amount: string): number {
  const m = /^≈?(-?[\d.]+)(?:\/(\d+))?$/.exec(amount);
  if (!m) return 0;
  if (m[2] === undefined) return Number(m[1]);
  return Number((BigInt(m[1]!) * 1_000_000n) / BigInt(m[2])) / 1e6;
}

/** Stages that have a number for each candidate. */
export function voteStages(result: CountFacts): StageFacts[] {
  return result.stages.filter((s) => s.votes !== undefined && s.kind !== "grades");
}

/** About how wide a text is drawn, in units of a 12-unit sans-serif; generous, since fonts differ. */
export function drawnWidth(text: string): number {
  let width = 0;
  for (const ch of text) width += ch.codePointAt(0)! > 0x2e7f ? 12.5 : /[A-ZÀ-ÞMWmw@%]/.test(ch) ? 9.4 : 7.3;
  return width;
}

/**
 * A name in at most `most` lines of that width, broken after spaces and hyphens where it can be; `cut`
 * where it didn't fit.
 */
export function nameLines(
  name: string,
  width: number,
  most = 2,
): { readonly lines: readonly string[]; readonly cut: boolean } {
  const lines: string[] = [""];
  for (const word of name.trim().match(/[^\s-]+-*\s*|-+\s*/g) ?? [""]) {
    const last = lines.at(-1)!;
    if (drawnWidth((last + word).trimEnd()) <= width) lines[lines.length - 1] = last + word;
    else if (last === "" || lines.length === most) {
      lines[lines.length - 1] = fitted(last + word, width);
      return { lines: lines.map((l) => l.trimEnd()), cut: true };
    } else if (drawnWidth(word.trimEnd()) <= width) lines.push(word);
    else return { lines: [...lines.map((l) => l.trimEnd()), fitted(word, width)], cut: true };
  }
  return { lines: lines.map((l) => l.trimEnd()), cut: false };
}

function fitted(text: string, width: number): string {
  let out = "";
  for (const ch of text) {
    if (drawnWidth(`${out}${ch}…`) > width) break;
    out += ch;
  }
  return `${out.trimEnd()}…`;
}
