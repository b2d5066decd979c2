/**
 * Layers (DESIGN: the house). Imports between packages keep to the table; the pure packages reach for
 * nothing: no `node:`, no clock, no chance; files stay small.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

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
function importsOf(name: string, path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(/(?:from|import) "([^"]+)"/g)].flatMap(([, target = ""]) => {
    if (target.startsWith(".")) return [join(path, "..", target)];
    const [, other, rest] = /^@nabat\/([a-z]+)(?:\/(.+))?$/.exec(target) ?? [];
    return other === undefined || other === name ? [] : [join(PACKAGES, other, "src", rest ?? "mod.ts")];
  });
}

/** Every circle in a graph once: the strongly connected parts of more than one node (Tarjan, 1972). */
function circles(to: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (at: string): void => {
    order.set(at, order.size);
    low.set(at, order.get(at) ?? 0);
    stack.push(at);
    for (const next of to.get(at) ?? []) {
      if (!to.has(next)) continue;
      if (!order.has(next)) {
        visit(next);
        low.set(at, Math.min(low.get(at) ?? 0, low.get(next) ?? 0));
      } else if (stack.includes(next)) low.set(at, Math.min(low.get(at) ?? 0, order.get(next) ?? 0));
    }
    if (low.get(at) !== order.get(at)) return;
    const part = stack.splice(stack.indexOf(at));
    if (part.length > 1) found.push(part.sort());
  };
  for (const at of to.keys()) if (!order.has(at)) visit(at);
  return found;
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

  it("files import each other in no circle, not even for types", () => {
    const to = new Map(code.map(({ name, path }) => [path, importsOf(name, path)]));
    expect(circles(to).map((circle) => circle.map((path) => relative(PACKAGES, path)))).toEqual([]);
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
