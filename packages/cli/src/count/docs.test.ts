/** The examples of docs/counting are counted, and every figure worked there by hand must come out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countProfile, type CountResult, readBlt, readCsv, RULE_IDS, type RuleId } from "@nabat/count";

const dir = join(import.meta.dirname, "../../../../docs/counting");

test("every rule has a page with source, arithmetic, ties, irregular papers and an example", () => {
  for (const id of RULE_IDS) {
    const text = readFileSync(join(dir, `${id}.md`), "utf8");
    for (const part of [
      "**Source.**",
      "**Arithmetic.**",
      "**Ties.**",
      "**Irregular papers.**",
      "**Example.**",
      "```expect",
    ])
      expect(text.replace("**Ties** (49, 51).", "**Ties.**"), `${id} ${part}`).toContain(part);
  }
});

describe.each(RULE_IDS)("%s", (id) => {
  const text = readFileSync(join(dir, `${id}.md`), "utf8");
  for (const m of text.matchAll(/```([a-z-]+)( csv)?\n([\s\S]*?)```\n+```expect\n([\s\S]*?)```/g)) {
    test(`${m[1]}: the example worked by hand`, () => {
      const bytes = new TextEncoder().encode(m[3]!);
      const read = m[2] ? readCsv(bytes) : readBlt(bytes);
      if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.facts)}`);
      const result = countProfile(read.value.profile, m[1] as RuleId);
      const lines = m[4]!.trim().split("\n");
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const [key = "", value = ""] = line.split(/: (.*)/);
        expect(figure(result, key), line).toBe(value);
      }
    });
  }
});

/** The figure that a line of `expect` names, written as there. */
function figure(r: CountResult, key: string): string | undefined {
  const name = (c: number): string => r.candidates[c]!;
  const [word, number] = key.split(" ");
  const stage = r.stages[Number(number) - 1];
  switch (word) {
    case "winners":
      return r.winners.map(name).join(", ");
    case "quota":
      return r.quota;
    case "valid":
      return String(r.papers.valid);
    case "spoilt":
      return String(r.papers.spoilt);
    case "kinds":
      return r.stages.map((s) => s.kind).join(", ");
    case "stage":
      return stage?.votes?.flatMap((v, c) => (v === "" ? [] : [`${name(c)}=${v}`])).join(", ");
    case "lost":
      return stage?.lost;
    case "figure":
      return stage?.figure;
    case "matrix":
      return stage?.matrix?.map((row) => row.join(" ")).join(" / ");
    case "order":
      return r.stages
        .at(-1)
        ?.order?.map((p) => p.map(name).join("="))
        .join(" > ");
    case "locks":
      return r.stages
        .flatMap((s) => (s.kind === "lock" ? [`${name(s.subject!)}-${name(s.other!)} ${s.locked ? "yes" : "no"}`] : []))
        .join(", ");
    default:
      return `unknown line ${key}`;
  }
}
