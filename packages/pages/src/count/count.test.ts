/** The counting pages: every rule in both languages, what was put in kept on refusal, markup in names escaped. */
import { RULE_IDS } from "@nabat/count";
import { sha256 } from "@nabat/platform";
import { LOCALES } from "@nabat/speech";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { countNow } from "@nabat/count/asked/limits.ts";
import type { PagesDeps } from "../deps.ts";
import { RULE_EXAMPLES } from "./examples.ts";
import { countPages } from "./pages.tsx";

const deps = {
  clerk: { name: "nabat.example", version: "0.1.0", zone: "Europe/Berlin", now: () => 0, founding: () => "open" },
  assets: (name: string) => `/assets/${name}`,
  count: async (_c: unknown, asked: Parameters<typeof countNow>[0]) => countNow(asked, sha256),
} as unknown as PagesDeps;
const app = new Hono();
countPages(app, deps);

const BLT = '3 2\n4 1 2 0\n3 2 0\n3 3 1 0\n1 2=3 0\n0\n"Ana"\n"Ben"\n"Cy"\n"Ward"\n';
const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)>'&`;

async function get(path: string, lang = "en") {
  const res = await app.request(`http://127.0.0.1${path}`, { headers: { "accept-language": lang } });
  return { status: res.status, html: await res.text() };
}

async function post(fields: Record<string, string | File>, lang = "en") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const res = await app.request("http://127.0.0.1/count", {
    method: "POST",
    body,
    headers: { "accept-language": lang },
  });
  return { res, status: res.status, html: await res.text() };
}

/** What is wrong with a page's form, whatever it says. */
function faults(html: string): string[] {
  const out: string[] = [];
  for (const bad of [/⟦[^⟧]*⟧/, /.{30}(undefined|\[object Object\]|NaN).{20}/, / style="/, /<script(?![^>]*src=)/]) {
    const found = bad.exec(html.replace(/<textarea[\s\S]*?<\/textarea>/g, ""))?.[0];
    if (found) out.push(found);
  }
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) out.push(`id twice: ${twice}`);
  if ((html.match(/<h1[ >]/g) ?? []).length !== 1) out.push("not one h1");
  return out;
}

describe.each(LOCALES)("in %s", (lang) => {
  test("the form, the list of rules, the examples", async () => {
    for (const path of [
      "/count",
      "/count?rule=irv",
      "/count/rules",
      "/count?example=capital",
      "/count?example=committee",
    ]) {
      const { status, html } = await get(path, lang);
      expect([path, status, faults(html)]).toEqual([path, 200, []]);
    }
  });
  test.each(RULE_IDS)("%s: its page and its example counted", async (id) => {
    const page = await get(`/count/rules/${id}`, lang);
    expect([page.status, faults(page.html)]).toEqual([200, []]);
    expect(page.html).toContain(`href="/count?example=${id}"`);
    const counted = await get(`/count?example=${id}`, lang);
    expect([counted.status, faults(counted.html)]).toEqual([200, []]);
    for (const part of ["picture", "table", "words", "way", "take"])
      expect(counted.html).toContain(`<section id="${part}"`);
    expect(counted.html).toContain('role="img"');
  });
  test.each(RULE_IDS)("%s beside plurality, with a paper's way", async (rule) => {
    const { status, html } = await post({ papers: BLT, rule, compare: "plurality", trace: "2", seats: "1" }, lang);
    expect([status, faults(html)]).toEqual([200, []]);
    expect(html).toContain('<section id="two"');
  });
});

test("the rules' examples are the ones of docs/counting", () => {
  for (const id of RULE_IDS) {
    const text = readFileSync(join(import.meta.dirname, `../../../../docs/counting/${id}.md`), "utf8");
    const block = new RegExp(`\`\`\`${id}(?: csv)?\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
    expect(RULE_EXAMPLES[id].text, id).toBe(block);
  }
});

test("a file and pasted papers give the same; the outcome stands first", async () => {
  const file = await post({ file: new File([BLT], "ward.blt"), papers: "", rule: "scottish-stv" });
  expect(file.html).toContain('<p class="outcome">Elected, in this order: Ana and Ben.</p>');
  expect(file.html).toContain("The quota is 4: whoever reaches it is elected.");
  expect(file.html).toContain("ward.blt, counted by");
  const pasted = await post({ papers: BLT, rule: "scottish-stv" });
  const part = (html: string) => html.slice(html.indexOf('<p class="outcome">'), html.indexOf('<section id="take"'));
  expect(part(pasted.html)).toBe(part(file.html));
});

test("a table is told from BLT by its first line; UTF-16 from a spreadsheet is read", async () => {
  const table = await post({ papers: "Ann,Bob\n1,2\n1,\n2,1\n", rule: "irv", seats: "1" });
  expect(table.html).toContain("Ann is elected.");
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from("Ann\tBob\n1\t2\n1\t\n2\t1\n", "utf16le")]);
  const file = await post({ file: new File([utf16], "b.csv"), rule: "irv" });
  expect(file.html).toContain("Ann is elected.");
});

/** Its words without what keeps a rule's number on one line. */
const untorn = (html: string): string => html.replaceAll(/<span class="nowrap">([^<]*)<\/span>/g, "$1");

test("refused papers: the line, the sentence, the rule T-1; what was put in is kept", async () => {
  const bad = BLT.replace("4 1 2 0", "4 9 2 0");
  const { status, html } = await post({ papers: bad, rule: "meek-stv", seats: "2", lot: "seed & co" });
  expect(status).toBe(422);
  expect(untorn(html)).toContain("Line 2: There is no candidate “9”. (rule\u00a0T-1)");
  expect(html).toContain("4 9 2 0");
  expect(html).toMatch(/value="meek-stv" checked|checked value="meek-stv"|value="meek-stv"[^>]*checked/);
  expect(html).toContain('value="seed &amp; co"');
  const french = await post({ papers: bad, rule: "meek-stv" }, "fr");
  expect(untorn(french.html)).toContain("Ligne 2\u00a0: Il n’y a pas de candidature «\u00a09\u00a0». (règle\u00a0T-1)");
  for (const [fields, says] of [
    [{ papers: "", rule: "irv" }, "There are no papers yet."],
    [{ papers: BLT }, "Choose a rule."],
    [{ papers: BLT, rule: "irv", seats: "0" }, "“seats” can’t be used"],
    [{ papers: BLT, rule: "irv", seats: "1e999" }, "“seats” can’t be used"],
    [{ papers: BLT, rule: "irv", groups: "women" }, "is no quota"],
    [{ papers: BLT, rule: "irv", withdraw: "Nobody" }, "There is no candidate “Nobody”. (rule\u00a0T-1)"],
    [{ papers: BLT, rule: "irv", trace: "99" }, "There is no paper number 99. (rule\u00a0T-1)"],
  ] as const) {
    const answer = await post(fields as Record<string, string>);
    expect([answer.status, faults(answer.html)]).toEqual([422, []]);
    expect(untorn(answer.html)).toContain(says);
  }
});

test("more than a server counts is refused by T-3 and sent to the command line", async () => {
  const many = `101 1\n1 1 0\n0\n${Array.from({ length: 101 }, (_, i) => `"C${i}"`).join("\n")}\n"T"\n`;
  const { status, html } = await post({ papers: many, rule: "irv" });
  expect(status).toBe(422);
  expect(html).toContain("There are 101 options; this server counts at most 100.");
  expect(html).toContain("npx nabat count");
  const large = await post({ papers: "1".repeat(6_000_001), rule: "irv" });
  expect([large.status, untorn(large.html).includes("(rule\u00a0T-3)")]).toEqual([413, true]);
  const larger = await post({ file: new File(["1".repeat(6_300_000)], "x.blt"), rule: "irv" });
  expect([larger.status, untorn(larger.html).includes("(rule\u00a0T-3)")]).toEqual([413, true]);
});

test("markup in names and titles stays text, in pictures too; long names and huge numbers do no harm", async () => {
  const names = [
    HOSTILE,
    "Ben",
    `${"Wilhelmina ".repeat(12)}Ω`,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ];
  const head = (n: string) =>
    `4 2\n${n} 1 2 0\n3 2 0\n2 3 1 0\n2 4 0\n0\n${names.map((x) => `"${x}"`).join("\n")}\n"${HOSTILE}"\n`;
  for (const rule of RULE_IDS) {
    const { status, html } = await post({ papers: head("5"), rule, compare: "schulze", trace: "1" });
    expect(status).toBe(200);
    expect(faults(html)).toEqual([]);
    expect(html).not.toMatch(/<script>alert|<img src=x/);
  }
  const huge = await post({ papers: head("9007199254740991"), rule: "wigm-stv" });
  expect([200, 422]).toContain(huge.status);
  expect(faults(huge.html)).toEqual([]);
  const beyond = await post({ papers: head("99999999999999999999999"), rule: "irv" });
  expect([beyond.status, beyond.html.includes("Line 2")]).toEqual([422, true]);
});

test("the stages as CSV and JSON, as files", async () => {
  const csv = await post({ papers: BLT, rule: "scottish-stv", as: "csv" });
  expect(csv.res.headers.get("content-disposition")).toContain("count-scottish-stv.csv");
  expect(csv.html).toContain("1,first,,Ana,,4.00000,,,,,,elected,4.00000");
  const json = await post({ papers: BLT, rule: "scottish-stv", as: "json" });
  expect(JSON.parse(json.html)).toMatchObject({ rule: "scottish-stv", winners: ["Ana", "Ben"], seats: 2 });
  const formula = await post({ papers: BLT.replace("Ana", "=1+1"), rule: "irv", as: "csv" });
  expect(formula.html).toContain("'=1+1");
});
