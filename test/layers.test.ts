/**
 * Layers (DESIGN: the house). Imports between packages keep to the table; the pure packages reach for
 * nothing: no `node:`, no clock, no chance; files stay small.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { circles, modulesNamed } from "./imports.ts";

const ROOT = join(import.meta.dirname, "..");
const PACKAGES = join(ROOT, "packages");

/** What every package that puts others together may import. */
const LOWER = [
  ...["kernel", "record", "ballot", "count", "commons", "body"],
  ...["platform", "speech", "ui", "store", "views", "exchange"],
];
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
  clerk: ["kernel", "record", "body", "store", "platform"],
  pages: ["kernel", "body", "count", "speech", "ui", "views"],
  example: [...LOWER, "clerk", "pages"],
  server: [...LOWER, "clerk", "pages", "example"],
  web: ["kernel", "record", "ballot", "body", "count", "speech", "ui", "platform"],
  cli: [...LOWER, "clerk", "pages", "example", "server"],
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

/** Files of the project that a file imports: relative ones, and those of packages by their path or their door. */
function importsOf(path: string): string[] {
  return modulesNamed(readFileSync(path, "utf8")).flatMap((target) => {
    if (target.startsWith(".")) return [join(path, "..", target)];
    const [, other, rest] = /^@nabat\/([a-z]+)(?:\/(.+))?$/.exec(target) ?? [];
    return other === undefined ? [] : [join(PACKAGES, other, "src", rest ?? "mod.ts")];
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
      for (const target of modulesNamed(readFileSync(path, "utf8"))) {
        const other = /^@nabat\/([a-z]+)/.exec(target)?.[1];
        if (other !== undefined && !allowed.has(other)) wrong.push(`${place} imports ${other}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("files import each other in no circle, not even for types", () => {
    const to = new Map(code.map(({ path }) => [path, importsOf(path)]));
    expect([...to.values()].flat().filter((path) => !existsSync(path))).toEqual([]);
    expect(circles(to).map((circle) => circle.map((path) => relative(PACKAGES, path)))).toEqual([]);
  });

  it("a circle is found wherever it stands, once", () => {
    const graph = {
      a: ["b", "x"],
      b: ["c"],
      c: ["b", "d"],
      d: ["e"],
      e: ["f"],
      f: ["d", "b"],
      g: ["g", "a"],
      h: ["g"],
    };
    expect(circles(new Map(Object.entries(graph)))).toEqual([["b", "c", "d", "e", "f"], ["g"]]);
    expect(circles(new Map(Object.entries({ ...graph, f: [], c: ["d"], g: ["a"] })))).toEqual([]);
    expect(circles(new Map(Object.entries({ a: ["b"], b: ["a"], c: ["d", "a"], d: ["c"] })))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("every way to name a module is seen, and no comment", () => {
    const source = `
      import { a } from "./a.ts";
      import type { B } from "./b.ts";
      import "./c.ts";
      export * from "./d.ts";
      export { e, type E } from "@nabat/e";
      import {
        f,
      } from "./f.ts";
      const g = await import("./g.ts");
      let h: import("./h.ts").H;
      // import { no } from "./no.ts";
      /* export * from "./no.ts"; */
      const url = "https://example.org"; import { i } from "./i.ts";
    `;
    expect(modulesNamed(source)).toEqual([
      ...["./a.ts", "./b.ts", "./c.ts", "./d.ts", "@nabat/e", "./f.ts", "./g.ts", "./h.ts", "./i.ts"],
    ]);
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
