/**
 * docs/attacks.md: what was done to people and to this software, and what honest groups do. Every line names
 * rules that are written and tests that are there; what is said to be impossible or visible, and what honest
 * groups must stay able to do, is shown by a test; no abuse of the book is left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const TEXT = readFileSync(join(ROOT, "docs/attacks.md"), "utf8");
/** How many abuses each of the six slices of the book holds (docs/the-book.md). */
const ABUSES = { n1: 48, n2: 36, n3: 55, n4: 38, n5: 29, n6: 39 };
const STATES = ["impossible", "visible", "not yet", "outside software"] as const;
type State = (typeof STATES)[number];

interface Row {
  /** What was done, or who did it. */
  readonly what: string;
  readonly state: State | "works" | undefined;
  readonly rules: readonly string[];
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

/** The lines of the table under a heading, their cells. */
function cellsUnder(heading: string): string[][] {
  const from = TEXT.split(`\n## ${heading}\n`)[1];
  if (from === undefined) throw new Error(`no heading ${heading}`);
  const lines = (from.split("\n## ")[0] ?? "").split("\n").filter((l) => l.startsWith("|"));
  const cells = lines.map((l) =>
    l
      .slice(1, -1)
      .split(" | ")
      .map((c) => c.trim()),
  );
  // The names of the columns and the line under them.
  return cells.filter((c) => !/^-+( *\|.*)?$/.test(c[0] ?? "") && c[0] !== "what was done" && c[0] !== "who");
}

/** What a cell names: `path` › start of a title, one under the other. */
function testsIn(cell: string): Row["tests"] {
  return cell
    .split("<br>")
    .filter((t) => t.trim() !== "")
    .map((t) => {
      const named = /^`([^`]+)` › (.+)$/.exec(t.trim());
      return { file: named?.[1] ?? "", title: named?.[2] ?? t };
    });
}

function row(cells: readonly string[], today: number): Row {
  const said = cells[today] ?? "";
  const state = /^_(impossible|visible|not yet|outside software|works)_/.exec(said)?.[1] as Row["state"];
  const rules = [...said.matchAll(/\b[A-Z]{1,3}-\d{1,3}\b/g)].map((m) => m[0]);
  return { what: cells[0] ?? "", state, rules, tests: testsIn(cells[today + 1] ?? "") };
}

const PEOPLE = cellsUnder("What was done to people");
const people = PEOPLE.map((c) => row(c, 2));
const software = cellsUnder("What was done to this software").map((c) => row(c, 1));
const honest = cellsUnder("What honest groups do").map((c) => row(c, 1));
const all = [...people, ...software, ...honest];

const written = new Set(
  readdirSync(join(ROOT, "docs/protocol")).flatMap((f) =>
    [
      ...readFileSync(join(ROOT, "docs/protocol", f), "utf8").matchAll(
        /^(?:#+ |\*\*|- \*\*|\| *\**)([A-Z]{1,3}-\d{1,3})\b/gm,
      ),
    ].map((m) => m[1] ?? ""),
  ),
);

const titles = new Map<string, readonly string[]>();
/** The titles of a file's tests; undefined where there is no such file. */
function titlesOf(file: string): readonly string[] | undefined {
  if (!/\.test\.tsx?$/.test(file) || !existsSync(join(ROOT, file))) return undefined;
  const known = titles.get(file);
  if (known) return known;
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [...text.matchAll(/\b(?:it|test|step)(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*(["`])(.*?)\1\s*,/gs)];
  titles.set(
    file,
    found.map((m) => m[2] ?? ""),
  );
  return titles.get(file);
}

describe("docs/attacks.md", () => {
  it("has its three tables, each line with a state of its own", () => {
    expect(people.length).toBeGreaterThan(60);
    expect(software.length).toBeGreaterThan(40);
    expect(honest.length).toBeGreaterThan(15);
    const stateless = [...people, ...software].filter((r) => !STATES.includes(r.state as State));
    expect(stateless.map((r) => r.what)).toEqual([]);
    expect(honest.filter((r) => r.state !== "works" && r.state !== "not yet").map((r) => r.what)).toEqual([]);
  });

  it("leaves out no abuse of the book, and names none twice", () => {
    const named = PEOPLE.flatMap((c) => [...(c[1] ?? "").matchAll(/\bn\d:A\d+/g)].map((m) => m[0])).sort();
    const wanted = Object.entries(ABUSES).flatMap(([slice, n]) =>
      Array.from({ length: n }, (_, i) => `${slice}:A${i + 1}`),
    );
    expect(named).toEqual(wanted.sort());
  });

  it("names only rules that are written in docs/protocol", () => {
    const missing = all.flatMap((r) => r.rules.filter((n) => !written.has(n)).map((n) => `${n}: ${r.what}`));
    expect(missing).toEqual([]);
  });

  it("names a rule and a test wherever something is impossible, visible, or works", () => {
    const shown = all.filter((r) => r.state === "impossible" || r.state === "visible" || r.state === "works");
    expect(shown.length).toBeGreaterThan(90);
    expect(shown.filter((r) => r.tests.length === 0).map((r) => r.what)).toEqual([]);
    expect(shown.filter((r) => r.rules.length === 0).map((r) => r.what)).toEqual([]);
  });

  it("names only tests that are there, by the start of their title", () => {
    const missing = all.flatMap((r) =>
      r.tests
        .filter(({ file, title }) => titlesOf(file)?.some((t) => t.startsWith(title)) !== true)
        .map(({ file, title }) => `${file} › ${title}`),
    );
    expect(missing).toEqual([]);
  });

  it("is what the README's list of what isn't claimed points to", () => {
    const section = readFileSync(join(ROOT, "README.md"), "utf8").split("\n## What is not claimed\n")[1] ?? "";
    expect(section.split("\n## ")[0]).toContain("](docs/attacks.md)");
  });
});
