/**
 * Rule numbers: every rule that code refuses under is written in docs/protocol, and every rule written
 * there is cited by a test. Where the two disagree, one of them is wrong.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

function files(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === "node_modules") return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path, wanted);
    return wanted.test(name) ? [path] : [];
  });
}

const RULE = /\b([A-Z]{1,3}-\d{1,3})\b/g;
const read = (paths: readonly string[]) => paths.map((p) => readFileSync(p, "utf8")).join("\n");
const written = new Set(
  [
    ...read(files(join(ROOT, "docs/protocol"), /\.md$/)).matchAll(
      /^(?:#+ |\*\*|- \*\*|\| *\**)([A-Z]{1,3}-\d{1,3})\b/gm,
    ),
  ].map((m) => m[1] as string),
);
const tests = read([
  ...files(join(ROOT, "packages"), /\.test\.tsx?$/),
  ...files(join(ROOT, "test"), /\.test\.ts$/).filter((f) => !f.endsWith("rule-numbers.test.ts")),
]);
const sources = files(join(ROOT, "packages"), /\.tsx?$/).filter((f) => !/\.test\.tsx?$/.test(f));
const refused = new Set(
  [
    ...read(sources).matchAll(/refuse\(\s*"([A-Z]{1,3}-\d{1,3})"/g),
    ...read(sources).matchAll(/rule: "([A-Z]{1,3}-\d{1,3})", code/g),
  ].map((m) => m[1] as string),
);

describe("rule numbers", () => {
  it("every rule that code refuses under is written in docs/protocol", () => {
    expect([...refused].filter((r) => !written.has(r)).sort()).toEqual([]);
  });
  it("every rule written in docs/protocol is cited by a test", () => {
    const cited = new Set([...tests.matchAll(RULE)].map((m) => m[1] as string));
    expect([...written].filter((r) => !cited.has(r)).sort()).toEqual([]);
  });
});
