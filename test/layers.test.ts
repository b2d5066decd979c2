/**
 * Layers (DESIGN: the house). Imports between packages keep to the table; the pure packages reach for
 * nothing: no `node:`, no clock, no chance; files stay small.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const PACKAGES = join(ROOT, "packages");

/** Package → packages of the project it may import. */
const TABLE: Record<string, readonly string[]> = {
  kernel: [],
  record: ["kernel"],
  ballot: ["kernel"],
  count: ["kernel"],
  commons: ["kernel"],
  body: ["kernel", "record", "count", "commons", "ballot"],
  platform: ["kernel", "record", "ballot"],
  speech: ["kernel"],
  ui: ["kernel", "speech"],
  store: ["kernel", "record", "platform"],
  views: ["kernel", "record", "body", "store"],
  exchange: ["kernel", "record", "body", "store", "platform"],
  server: [
    "kernel",
    "record",
    "ballot",
    "count",
    "commons",
    "body",
    "platform",
    "speech",
    "ui",
    "store",
    "views",
    "exchange",
  ],
  web: ["kernel", "record", "ballot", "body", "count", "speech", "ui", "platform"],
  cli: [
    "kernel",
    "record",
    "ballot",
    "count",
    "commons",
    "body",
    "platform",
    "speech",
    "ui",
    "store",
    "views",
    "exchange",
    "server",
  ],
};
/** Parts of a package that count on another table: the counting wing speaks and draws counts. */
const EXTRA: Record<string, readonly string[]> = { "speech/src/count": ["count"], "ui/src/count": ["count"] };
const PURE = ["kernel", "record", "count", "commons", "body", "ballot"];
/** Tests may use the testkit and anything else. */
const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.includes("/testkit/") || path.includes("/contract/");

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "node_modules" ? [] : files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const sources = readdirSync(PACKAGES).flatMap((name) =>
  files(join(PACKAGES, name, "src")).map((path) => ({ name, path, place: relative(PACKAGES, path) })),
);
const code = sources.filter((s) => !isTest(s.path) && s.name !== "testkit");

describe("layers", () => {
  it("imports keep to the table", () => {
    const wrong: string[] = [];
    for (const { name, path, place } of code) {
      const allowed = new Set([
        name,
        ...(TABLE[name] ?? []),
        ...Object.entries(EXTRA).flatMap(([at, more]) => (place.startsWith(at) ? more : [])),
      ]);
      for (const [, target] of readFileSync(path, "utf8").matchAll(/from "@nabat\/([a-z]+)/g)) {
        if (target && !allowed.has(target)) wrong.push(`${place} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("every package has a line in the table", () => {
    expect(readdirSync(PACKAGES).filter((name) => name !== "testkit" && !(name in TABLE))).toEqual([]);
  });

  it("the pure packages reach for no machine, clock or chance", () => {
    const wrong: string[] = [];
    for (const { name, path, place } of code) {
      if (!PURE.includes(name)) continue;
      const text = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      for (const bad of [
        /from "node:/,
        /Date\.now\(/,
        /new Date\(\)/,
        /Math\.random\(/,
        /(?<![.#\w])fetch\(/,
        /\bprocess\./,
        /\blocalStorage\b/,
      ]) {
        if (bad.test(text)) wrong.push(`${place} uses ${bad.source}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("no source file has more than 400 lines", () => {
    const long = code
      .filter((s) => !/vectors|messages|\.ftl\./.test(s.place))
      .map((s) => ({ place: s.place, lines: readFileSync(s.path, "utf8").split("\n").length }))
      .filter((s) => s.lines > 400);
    expect(long).toEqual([]);
  });
});
