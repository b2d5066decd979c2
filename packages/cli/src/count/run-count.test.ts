/** `nabat count` as people call it: files, folders, exit status, JSON, sentences, workers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RULE_IDS } from "@nabat/count";
import { workerEntry } from "./pool.ts";
import { main } from "../main.ts";
import { runCount } from "./run-count.ts";

let dir = "";
const ward = (k: number): string =>
  `3 2\n${4 + k} 1 2 0\n3 2 0\n3 3 1 0\n1 2=3 0\n0\n"Ana"\n"Ben ""B"" Bo"\n"Cy"\n"Ward ${k}"\n`;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "nabat-count-"));
  mkdirSync(join(dir, "many", "deep"), { recursive: true });
  for (let k = 0; k < 40; k++)
    writeFileSync(join(dir, "many", k % 2 ? "deep" : "", `w${String(k).padStart(2, "0")}.blt`), ward(k));
  writeFileSync(join(dir, "bad.blt"), "3 2\n1 1 0\n1 9 0\n0\nA\nB\nC\n");
  writeFileSync(join(dir, "grid.csv"), "Ann,Bob\n1,2\n1,\n2,1\n");
  writeFileSync(join(dir, "notes.txt"), "not counted");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await runCount(argv, { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

test("--json: an array in the order of the files, with winners by name and every stage", async () => {
  const r = await run("--rule", "scottish-stv", "--seats", "2", "--json", join(dir, "many"), join(dir, "grid.csv"));
  expect(r.code).toBe(0);
  const list = JSON.parse(r.out) as {
    file: string;
    rule: string;
    seats: number;
    winners: string[];
    stages: { number: number; kind: string }[];
  }[];
  expect(list.length).toBe(41);
  expect(list[0]).toMatchObject({ rule: "scottish-stv", seats: 2, winners: ["Ana", 'Ben "B" Bo'], version: "1" });
  expect(list[0]!.stages[0]).toMatchObject({ number: 1, kind: "first" });
  expect(list.at(-1)!.winners).toEqual(["Ann", "Bob"]);
  const files = list.slice(0, 40).map((x) => x.file);
  expect(files).toEqual([...files].sort());
  expect(r.err).toContain("41 / 41");
});

test("the same with workers and without", async () => {
  const one = await run("--rule", "meek-stv", "--json", "--threads", "1", join(dir, "many"));
  const three = await run("--rule", "meek-stv", "--json", "--threads", "3", join(dir, "many"));
  expect(three.out).toBe(one.out);
}, 240_000);

test("a worker starts from sources and answers", async () => {
  const entry = workerEntry(new URL("./pool.ts", import.meta.url).href);
  const request = { rule: "irv", options: {}, withdraw: [], json: true, lang: "en", paths: [] };
  const worker = new Worker(entry!, { workerData: request, execArgv: [] });
  const answer = await new Promise<unknown>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("message", (m: unknown[]) =>
      m.length > 0 ? resolve(m) : worker.postMessage([[7, join(dir, "grid.csv")]]),
    );
  });
  await worker.terminate();
  expect(answer).toMatchObject([[7, { ok: true }]]);
});

test("an unreadable file: exit status 1, file and line, the others counted", async () => {
  const r = await run("--rule", "irv", "--json", join(dir, "bad.blt"), join(dir, "grid.csv"), join(dir, "none.blt"));
  expect(r.code).toBe(1);
  expect(JSON.parse(r.out)).toHaveLength(1);
  expect(r.err).toContain(`${join(dir, "bad.blt")}:3: There is no candidate “9”.`);
  expect(r.err).toContain(`${join(dir, "none.blt")}:1: `);
  const french = await run("--rule", "irv", "--lang", "fr", join(dir, "bad.blt"));
  expect(french.err).toContain("Il n’y a pas de candidature «\u00a09\u00a0».");
});

test("usage: exit status 2", async () => {
  for (const argv of [
    [],
    ["--rule", "no-such"],
    ["--rule", "irv"],
    ["--rule", "irv", "--seats", "0", "x"],
    ["--rule", "irv", "--odd", "1", "x"],
    ["--rule"],
    ["--rule", "irv", "--lang", "de", "x"],
    ["--rule", "irv", "-x"],
    ["--rule", "irv", "--json=1", "x"],
  ]) {
    const r = await run(...argv);
    expect([r.code, r.out]).toEqual([2, ""]);
    expect(r.err).toContain("nabat count --rule RULE");
  }
});

test("help, of the command and by itself; a folder with nothing to count says so", async () => {
  for (const argv of [["--help"], ["-h"]]) {
    const r = await run(...argv);
    expect([r.code, r.err]).toEqual([0, ""]);
    expect(r.out).toContain("--compare RULE");
  }
  let out = "";
  await main(["help", "count"], { out: (t) => void (out += t), err: () => {}, watched: false, env: {} });
  expect(out).toContain("--compare RULE");
  const none = join(dir, "none");
  mkdirSync(none);
  writeFileSync(join(none, "notes.txt"), "not counted");
  const r = await run("--rule", "irv", "--json", none);
  expect([r.code, JSON.parse(r.out), r.err]).toEqual([
    0,
    [],
    `${none}: There is no .blt or .csv file in this folder.\n`,
  ]);
});

test("--list names every rule with its source", async () => {
  const r = await run("--list");
  expect(r.code).toBe(0);
  for (const id of RULE_IDS) expect(r.out).toMatch(new RegExp(`^${id} +\\S`, "m"));
  expect(r.out).toContain("SSI 2007/42");
  expect(JSON.parse((await run("--list", "--json")).out)).toHaveLength(14);
});

test("text: outcome, rule, every stage in sentences, in two languages; comparison; a paper's way", async () => {
  const file = join(dir, "many", "w00.blt");
  const english = await run("--rule", "scottish-stv", file);
  expect(english.out).toContain('Elected, in this order: Ana and Ben "B" Bo.');
  expect(english.out).toContain("The quota is 4: whoever reaches it is elected.");
  expect(english.out).toContain("Papers without one clear first preference are not valid: 1.");
  expect((await run("--rule", "scottish-stv", "--lang", "fr", file)).out).toContain(
    'Sont élu·es, dans cet ordre\u00a0: Ana et Ben "B" Bo.',
  );
  expect((await run("--rule", "plurality", "--compare", "score", file)).out).toMatch(/Both rules elect|elects/);
  expect((await run("--rule", "irv", "--seats", "1", "--trace", "1", file)).out).toContain("It counts for Ana.");
  const traced = JSON.parse((await run("--rule", "irv", "--seats", "1", "--trace", "5", "--json", file)).out) as {
    trace: object[];
  }[];
  expect(traced[0]!.trace[0]).toMatchObject({ kind: "counts-for", candidate: 'Ben "B" Bo' });
  expect((await run("--rule", "irv", "--trace", "99", file)).code).toBe(1);
});

test("--write: the papers as BLT and JSON, and the same count from them; what BLT can't hold is refused", async () => {
  const file = join(dir, "papers.blt");
  writeFileSync(
    file,
    '\ufeff4 2\r\n-2\r\n3 1 2=3 4 0\r\n2 1 2=3 4 0\r\n1 - 4 0\r\n2 0\r\n0\r\nAna\r\nBo\r\n"C ""x"""\r\nDi\r\nT\r\n',
  );
  const as = { blt: join(dir, "again.blt"), json: join(dir, "again.json") };
  const count = async (path: string) => {
    const r = await run("--rule", "meek-stv", "--json", path);
    return (JSON.parse(r.out) as { file: string }[]).map((x) => ({ ...x, file: "" }));
  };
  for (const to of ["blt", "json"] as const) {
    const r = await run("--write", to, file);
    expect([r.code, r.err]).toEqual([0, ""]);
    writeFileSync(as[to], r.out);
    expect(await count(as[to])).toEqual(await count(file));
  }
  expect((await run("--write", "blt", as.blt)).out).toContain("4 2\n-2\n5 1 2=3 4 0\n1 - 4 0\n2 0\n0\n");
  const money = join(dir, "money.csv");
  writeFileSync(money, "#budget: 5\n#costs: 2, 3\nA,B\nx,\n");
  const r = await run("--write", "blt", money);
  expect([r.code, r.err]).toEqual([1, `${money}:1: BLT has no place for money; write the papers as JSON.\n`]);
  expect((await run("--write", "blt", file, money)).code).toBe(2);
});

test("withdrawing and reopening by name", async () => {
  const file = join(dir, "many", "w00.blt");
  const r = JSON.parse((await run("--rule", "plurality", "--seats", "1", "--withdraw", "Ana", "--json", file)).out) as {
    winners: string[];
    withdrawn: string[];
  }[];
  expect(r[0]).toMatchObject({ withdrawn: ["Ana"], winners: ['Ben "B" Bo'] });
  const open = JSON.parse(
    (await run("--rule", "plurality", "--seats", "1", "--reopen", "Ana", "--json", file)).out,
  ) as object[];
  expect(open[0]).toMatchObject({ winners: [], unfilled: 1, remarks: ["reopened"] });
  expect((await run("--rule", "plurality", "--withdraw", "Nobody", file)).code).toBe(1);
});
