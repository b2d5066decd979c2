/** The counting API: the same JSON as the command line, refusals with line and rule, other requests not held up. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULE_IDS } from "@nabat/count";
import { runCount } from "@nabat/cli/count/run-count.ts";
import { type Counter, createCounter } from "../count/counter.ts";
import { RULE_EXAMPLES } from "@nabat/pages/count/examples.ts";
import { countRoutes } from "./count.ts";
import type { ApiDeps } from "./deps.ts";
import { mount, openapi } from "./route.ts";

let dir = "";
let counter: Counter;
let app: Hono;
const spent: string[] = [];
const deps = (c: Counter): ApiDeps =>
  ({
    counter: c,
    locale: () => "en",
    address: () => "a",
    limiter: { allowed: () => true, spend: (a: string) => void spent.push(a), wait: () => 1 },
  }) as unknown as ApiDeps;

function appOf(c: Counter): Hono {
  const made = new Hono();
  mount(made, countRoutes(deps(c)), (ctx, status, rule, code) => ctx.json({ rule, code }, status));
  return made;
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "nabat-count-api-"));
  counter = createCounter();
  app = appOf(counter);
});
afterAll(async () => {
  await counter.close();
  rmSync(dir, { recursive: true, force: true });
});

const post = async (body: object, to = app) => {
  const res = await to.request("/api/count", { method: "POST", body: JSON.stringify(body) });
  return { status: res.status, json: (await res.json()) as Record<string, unknown> };
};

async function cli(...argv: string[]): Promise<Record<string, unknown>[]> {
  let out = "";
  await runCount(["--json", ...argv], { out: (t) => void (out += t), err: () => {} });
  return JSON.parse(out) as Record<string, unknown>[];
}

/** `n` papers over `options` options, all different enough to be many. */
function manyPapers(n: number, options: number): string {
  const lines = Array.from({ length: n }, (_, i) => {
    const order = Array.from({ length: options }, (_x, k) => k + 1);
    let x = i * 2_654_435_761 + 1;
    for (let k = options - 1; k > 0; k--) {
      x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
      const j = x % (k + 1);
      [order[k], order[j]] = [order[j]!, order[k]!];
    }
    return `1 ${order.slice(0, 10).join(" ")} 0`;
  });
  return `${options} ${Math.floor(options / 2)}\n${lines.join("\n")}\n0\n${Array.from({ length: options }, (_, i) => `"C${i}"`).join("\n")}\n"T"\n`;
}

test.each(RULE_IDS)("%s: the API answers as the command line", async (rule) => {
  const { text, format } = RULE_EXAMPLES[rule];
  const file = join(dir, `x.${format}`);
  writeFileSync(file, text);
  const asked = { rule, format, ballots: text, file };
  expect(await post(asked)).toEqual({ status: 200, json: (await cli("--rule", rule, file))[0] });
  expect((await post({ ...asked, compare: "plurality", lot: "s", seats: 1 })).json).toEqual(
    (await cli("--rule", rule, "--compare", "plurality", "--lot", "s", "--seats", "1", file))[0],
  );
  expect((await post({ ...asked, trace: 2 })).json).toEqual((await cli("--rule", rule, "--trace", "2", file))[0]);
});

test("options of rules, withdrawn and reopened candidates, as on the command line", async () => {
  const { text } = RULE_EXAMPLES["wigm-stv"];
  const file = join(dir, "w.blt");
  writeFileSync(file, text);
  const { json } = await post({
    rule: "wigm-stv",
    ballots: text,
    file,
    decimals: 4,
    electing: "highest",
    withdraw: ["C"],
    reopen: "D",
  });
  const words = ["--decimals", "4", "--electing", "highest", "--withdraw", "C", "--reopen", "D"];
  expect(json).toEqual((await cli("--rule", "wigm-stv", ...words, file))[0]);
});

test("refusals: T-1 with the line, T-3 with the limit, unknown fields by the table", async () => {
  const bad = await post({ rule: "irv", ballots: "3 2\n1 1 0\n1 9 0\n0\nA\nB\nC\n" });
  expect(bad).toEqual({
    status: 422,
    json: {
      rule: "T-1",
      code: "no-such-candidate",
      facts: { line: 3, what: "9" },
      sentence: "Line 3: There is no candidate “9”. (rule\u00a0T-1)",
    },
  });
  expect((await post({ rule: "irv", ballots: manyPapers(3, 101) })).json).toMatchObject({
    rule: "T-3",
    code: "too-many-options",
  });
  const long = `2 1\n1 1 0\n0\n"${"x".repeat(301)}"\n"B"\n"T"\n`;
  expect((await post({ rule: "irv", ballots: long })).json).toMatchObject({ rule: "T-3", code: "long-name" });
  const scores = `#form: scores\n#scale: 500\nA,B\n500,1\n`;
  expect((await post({ rule: "score", format: "csv", ballots: scores })).json).toMatchObject({
    code: "too-many-grades",
  });
  expect(await post({ rule: "irv", ballots: "x", winner: "me" })).toMatchObject({ status: 400 });
  expect(await post({ rule: "coin", ballots: "x" })).toMatchObject({ status: 400 });
  expect(await post({ rule: "irv", ballots: "x", seats: 1e9 })).toMatchObject({ status: 400 });
  expect(spent.length).toBeGreaterThan(0);
});

test("the rules, and both routes in the description", async () => {
  const { rules } = (await (await app.request("/api/count/rules")).json()) as {
    rules: { id: string; source: string }[];
  };
  expect(rules.map((r) => r.id)).toEqual([...RULE_IDS]);
  const { paths } = openapi(countRoutes(deps(counter)), "1") as { paths: Record<string, object> };
  expect(Object.keys(paths)).toEqual(["/api/count/rules", "/api/count"]);
});

describe("beside the thread that answers", () => {
  test("a great count holds nobody up; who asks too much at once is turned away", async () => {
    const ballots = manyPapers(60_000, 40);
    let worst = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 5);
    const asked = {
      job: { rule: "meek-stv" as const, format: "blt" as const, withdraw: [], options: {} },
      bytes: new TextEncoder().encode(ballots),
    };
    const began = (last = performance.now());
    worst = 0;
    const all = await Promise.all([
      ...Array.from({ length: 5 }, () => counter.count(asked, "one")),
      counter.count(asked, "two"),
    ]);
    clearInterval(beat);
    expect(all.map((a) => (a === "busy" ? "busy" : a.ok))).toEqual([true, true, true, true, "busy", true]);
    // Counted in this thread, each of the four would hold it for a fifth of the whole; a busy machine stretches both.
    expect(worst).toBeLessThan(Math.max(2500, (performance.now() - began) / 10));
  }, 240_000);

  test("a count that takes too long is ended (T-3), and the next one is counted", async () => {
    const hasty = createCounter({ limitMs: 1 });
    const slow = await post({ rule: "meek-stv", ballots: manyPapers(20_000, 40) }, appOf(hasty));
    expect(slow).toMatchObject({ status: 422, json: { rule: "T-3", code: "too-long" } });
    await hasty.close();
    const patient = createCounter({ limitMs: 30_000, idleMs: 1 });
    const quick = appOf(patient);
    for (let i = 0; i < 2; i++) {
      expect(await post({ rule: "irv", ballots: RULE_EXAMPLES.irv.text }, quick)).toMatchObject({ status: 200 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await patient.close();
  }, 240_000);
});

test("the papers written down again give the same count, weights, withdrawn and equal ranks included", async () => {
  const ballots = '4 2\n-2\n3 1 2=3 4 0\n2 1 2=3 4 0\n1 - 4 0\n0\n"A"\n"B \\"x\\""\n"C"\n"D"\n"T"\n';
  const first = await post({ rule: "wigm-stv", ballots, write: "blt" });
  const { written, ...count } = first.json;
  expect([first.status, written]).toEqual([200, expect.stringContaining("5 1 2=3 4 0")]);
  const second = await post({ rule: "wigm-stv", ballots: written, write: "blt" });
  expect(second.json).toEqual({ ...count, written });
  const csv = await post({ rule: "score", format: "csv", ballots: "#form: scores\nA,B\n3,1\n", write: "blt" });
  expect([csv.status, csv.json["rule"], csv.json["code"]]).toEqual([422, "T-1", "blt-lacks"]);
});
