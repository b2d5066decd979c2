/** What the parts of the test run may cost: one table, in CONTRIBUTING as it is held; every test file is of one part. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import parts from "./parts.json" with { type: "json" };

interface Costs {
  readonly partOf: (file: string) => string;
  readonly shares: () => string;
  readonly slowness: () => number;
  readonly spentByPart: (
    steps: Readonly<Record<string, number>>,
    whole: number,
    files: readonly { readonly file: string; readonly seconds: number }[],
  ) => Record<string, number>;
  readonly outgrown: (spent: Readonly<Record<string, number>>, slower: number) => readonly { readonly name: string }[];
}

const ROOT = new URL("../../", import.meta.url).pathname;
const costs = (await import(new URL("../../scripts/test-costs.mjs", import.meta.url).href)) as Costs;

function testFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : testFiles(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe("what a test run may cost", () => {
  it("stands in CONTRIBUTING as it is held", () => {
    expect(readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8")).toContain(costs.shares());
  });

  it("has a part for every test file, and names only files that are there", () => {
    const files = ["packages", "test", "cases"].flatMap(testFiles);
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) expect(parts.parts.map((p) => p.name)).toContain(costs.partOf(file));
    expect(() => costs.partOf("elsewhere/new.test.ts")).toThrow(/belongs to no part/);
    for (const file of [...parts.longest, ...parts.alone])
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
  });

  it("is counted by file and step, the runner's own beside them", () => {
    const files = [
      { file: "test/e2e/meeting.test.ts", seconds: 20 },
      { file: "packages/body/src/votes/votes.test.ts", seconds: 2 },
      { file: "packages/store/src/seal.test.ts", seconds: 1 },
    ];
    expect(costs.spentByPart({ types: 9 }, 30, files)).toMatchObject({
      types: 9,
      lint: 0,
      browser: 20,
      rules: 2,
      store: 1,
      edge: 0,
      reading: 7,
    });
  });

  it("fails a part that costs more than twice its share, on a slow machine later", () => {
    const share = (name: string) => parts.parts.find((p) => p.name === name)?.seconds ?? Number.NaN;
    const names = (spent: Record<string, number>, slower: number) => costs.outgrown(spent, slower).map((p) => p.name);
    const spent = { browser: 2 * share("browser") + 1, store: 2 * share("store") - 1 };
    expect(names(spent, 1)).toEqual(["browser"]);
    expect(names(spent, 1.5)).toEqual([]);
    expect(names({}, 1)).toEqual([]);
    expect(costs.slowness()).toBeGreaterThanOrEqual(1);
  });
});
