/**
 * Reads papers from a spreadsheet saved as CSV. Four shapes, told apart by the header and the cells:
 *
 * - **a column per candidate**, cells are ranks (1 best), marks (x, 1), scores or grades;
 * - **a column per preference** (`1, 2, 3` or `choice 1, choice 2 …`), cells are names; `A|B` are level;
 * - **numbers only**: first row `candidates, seats`, then `papers, preference, preference …`, then
 *   rows `"Candidate 1", name, …` and the title.
 *
 * A first column `papers`, `count`, `weight` or `n` says how many papers a row stands for. Lines
 * `#key: value` set what a table can't say: `title`, `seats`, `form` (ranks, marks, scores, grades),
 * `grades` (best first), `scale` (highest score), `withdrawn`, `reopen`, `budget`, `costs`, `groups`
 * (`women=Ana|Eva`). See docs/counting/files.md.
 */
import { ok, type Refusal, type Result } from "@nabat/kernel";
import { decodeText } from "./blt-names.ts";
import type { ReadFile } from "./blt-read.ts";
import { readCells, type Row, type Sheet } from "./csv-cells.ts";
import { type CsvForm, gradeMarks, guessForm, markMarks, rankMarks, scoreMarks } from "./csv-forms.ts";
import { fileFault } from "./file-error.ts";
import { type Candidate, PaperBuilder, type Profile, SAME } from "./profile.ts";

/** A whole number, with the zeros that spreadsheets add: 2, 2.0 */
const WHOLE = /^\d+(?:\.0*)?$/;
const COUNT_COLUMN = /^(papers|count|weight|n|votes)$/i;
const PREFERENCE_COLUMN = /^(rank|choice|preference|pref\.?|place)?\s*\d+\.?$/i;

/** Reads a CSV file. `form` says what cells hold where the file doesn't; `want` asks for a paper's pattern. */
export function readCsv(bytes: Uint8Array, options: { form?: CsvForm; want?: number } = {}): Result<ReadFile> {
  const text = decodeText(bytes);
  if (text === undefined) return fileFault("encoding", 1);
  const sheet = readCells(text);
  if (!sheet.ok) return sheet;
  const [header, ...rows] = sheet.value.rows;
  if (!header) return fileFault("empty", 1);
  if (
    header.cells.filter((c) => c !== "").length === 2 &&
    header.cells.every((c) => c === "" || /^\d+$/.test(c)) &&
    rows.length > 0
  ) {
    return readNumbers(header, rows, options.want);
  }
  const counted = COUNT_COLUMN.test(header.cells[0]!);
  const columns = header.cells.slice(counted ? 1 : 0);
  while (columns.at(-1) === "") columns.pop();
  if (columns.length === 0 || columns.includes("")) return fileFault("bad-header", header.line);
  const filler = new Filler(counted, options.want);
  const settings = readDirectives(sheet.value);
  if (!settings.ok) return settings;
  const s = settings.value;
  if (columns.every((c) => PREFERENCE_COLUMN.test(c))) {
    const names = [
      ...new Set(rows.flatMap((r) => r.cells.slice(counted ? 1 : 0).flatMap((c) => c.split("|").map((n) => n.trim())))),
    ].filter((n) => n !== "");
    const index = new Map(names.sort().map((n, i) => [n, i]));
    const namesIn = (cell: string): string[] => (cell === "" ? [] : cell.split("|").map((n) => n.trim()));
    for (const row of rows) {
      const all = row.cells.slice(counted ? 1 : 0).flatMap(namesIn);
      if (all.length > 0 && all.includes("")) return fileFault("bad-cell", row.line);
      const fault = filler.add(
        row,
        (cells) => rankMarks(cells.flatMap((c, i) => namesIn(c).map((n) => [index.get(n)!, i + 1] as const))),
        undefined,
        new Set(all).size < all.length,
      );
      if (fault) return fault;
    }
    return finish(names, "ranked", filler, s, header.line);
  }
  const form =
    s.form ?? options.form ?? (s.grades ? "grades" : guessForm(rows.map((r) => r.cells.slice(counted ? 1 : 0))));
  const grades = s.grades;
  if (form === "grades" && !grades) return fileFault("bad-directive", header.line, "grades");
  const top = form === "scores" ? (s.scale ?? highest(rows, counted)) : 0;
  for (const row of rows) {
    const fault = filler.add(
      row,
      (cells) => {
        switch (form) {
          case "ranks":
            return rankMarks(
              cells
                .map((c, i) => [i, c] as const)
                .filter(([, c]) => c !== "" && c !== "-")
                .map(([i, c]) => [i, WHOLE.test(c) ? Number(c) : 0] as const),
            );
          case "marks":
            return markMarks(cells);
          case "scores":
            return scoreMarks(cells, top);
          case "grades":
            return gradeMarks(cells, grades!);
        }
      },
      columns.length,
    );
    if (fault) return fault;
  }
  const kind = form === "ranks" ? "ranked" : form === "marks" ? "marked" : "graded";
  const result = finish(columns, kind, filler, s, header.line);
  if (!result.ok || kind !== "graded") return result;
  const profile = {
    ...result.value.profile,
    grades: form === "grades" ? grades!.length : top + 1,
    ...(form === "grades" ? { gradeNames: grades! } : {}),
  };
  return ok({ ...result.value, profile });
}

/** Fills a builder row by row and finds the wanted paper. */
class Filler {
  readonly builder = new PaperBuilder();
  wanted = -1;
  repeated = 0;
  #before = 0;
  readonly #counted: boolean;
  readonly #want: number;

  constructor(counted: boolean, want: number | undefined) {
    this.#counted = counted;
    this.#want = want ?? 0;
  }

  /** Adds a row; `twice` says that it marks a candidate twice. Refuses what can't be read. */
  add(
    row: Row,
    read: (cells: readonly string[]) => number[] | undefined,
    width?: number,
    twice = false,
  ): Refusal | undefined {
    const cells = this.#counted ? row.cells.slice(1) : row.cells;
    if (width !== undefined && cells.slice(width).some((c) => c !== "")) return fileFault("row-length", row.line);
    const whole = /^(\d{1,16})(?:\.0*)?$/.exec(this.#counted ? row.cells[0]! : "1");
    const count = whole ? Number(whole[1]) : -1;
    if (count < 0) return fileFault("bad-weight", row.line, row.cells[0]);
    if (!Number.isSafeInteger(this.#before + count)) return fileFault("out-of-range", row.line, row.cells[0]);
    const marks = read(width === undefined ? cells : cells.slice(0, width));
    if (!marks) return fileFault("bad-cell", row.line);
    if (count === 0) return undefined;
    if (twice) this.repeated += count;
    const pattern = this.builder.add(marks, marks.length, count);
    if (this.#want > this.#before && this.#want <= this.#before + count) this.wanted = pattern;
    this.#before += count;
    return undefined;
  }
}

interface Settings {
  readonly title: string;
  readonly seats: number;
  readonly form: CsvForm | undefined;
  readonly grades: readonly string[] | undefined;
  readonly scale: number | undefined;
  readonly withdrawn: readonly string[];
  readonly reopen: string;
  readonly budget: number | undefined;
  readonly costs: readonly number[] | undefined;
  readonly groups: readonly (readonly [string, readonly string[]])[];
}

function readDirectives(sheet: Sheet): Result<Settings> {
  let [title, seats, reopen] = ["", 1, ""];
  let form: CsvForm | undefined;
  let grades: string[] | undefined;
  let scale: number | undefined;
  let budget: number | undefined;
  let costs: number[] | undefined;
  const withdrawn: string[] = [];
  const groups: [string, string[]][] = [];
  const list = (v: string): string[] => v.split(/[|,;]/).map((x) => x.trim());
  const whole = (v: string): number | undefined => (/^\d{1,15}$/.test(v.trim()) ? Number(v) : undefined);
  for (const { line, key, value } of sheet.directives) {
    const bad = fileFault("bad-directive", line, key);
    if (key === "title") title = value;
    else if (key === "seats") {
      const n = whole(value);
      if (!n) return bad;
      seats = n;
    } else if (key === "form") {
      if (!/^(ranks|marks|scores|grades)$/.test(value)) return bad;
      form = value as CsvForm;
    } else if (key === "grades") grades = list(value);
    else if (key === "scale") {
      scale = whole(value.replace(/^0\s*-\s*/, ""));
      if (!scale || scale > 1000) return bad;
    } else if (key === "withdrawn") withdrawn.push(...list(value));
    else if (key === "reopen") reopen = value.trim();
    else if (key === "budget") {
      budget = whole(value);
      if (budget === undefined) return bad;
    } else if (key === "costs") {
      const numbers = list(value).map(whole);
      if (numbers.includes(undefined)) return bad;
      costs = numbers as number[];
    } else if (key === "groups") {
      const [group = "", members = ""] = value.split("=");
      groups.push([group.trim(), list(members)]);
    } // any other line beginning with # is a comment
  }
  return ok({ title, seats, form, grades, scale, withdrawn, reopen, budget, costs, groups });
}

function finish(
  names: readonly string[],
  form: Profile["form"],
  filler: Filler,
  s: Settings,
  line: number,
): Result<ReadFile> {
  if (s.costs && s.costs.length !== names.length) return fileFault("bad-directive", line, "costs");
  for (const n of [...s.withdrawn, ...s.groups.flatMap(([, m]) => m), ...(s.reopen ? [s.reopen] : [])]) {
    if (!names.includes(n)) return fileFault("no-such-candidate", line, n);
  }
  const candidates = names.map((name, i): Candidate => {
    const groups = s.groups.filter(([, m]) => m.includes(name)).map(([g]) => g);
    return {
      name,
      ...(s.withdrawn.includes(name) ? { withdrawn: true } : {}),
      ...(s.reopen === name ? { reopen: true } : {}),
      ...(groups.length > 0 ? { groups } : {}),
      ...(s.costs ? { cost: s.costs[i]! } : {}),
    };
  });
  const profile: Profile = {
    title: s.title,
    seats: s.seats,
    candidates,
    papers: filler.builder.build(),
    form,
    ...(s.budget === undefined ? {} : { budget: s.budget }),
  };
  return ok({ profile, repeated: filler.repeated, ...(filler.wanted < 0 ? {} : { wanted: filler.wanted }) });
}

function highest(rows: readonly Row[], counted: boolean): number {
  let top = 1;
  for (const row of rows)
    for (const c of row.cells.slice(counted ? 1 : 0)) if (/^\d{1,4}$/.test(c)) top = Math.max(top, Number(c));
  return Math.min(1000, top);
}

/** The shape of numbers only, as the ward files of Scottish council elections are passed around. */
function readNumbers(header: Row, rows: readonly Row[], want: number | undefined): Result<ReadFile> {
  const [n, seats] = header.cells.map(Number) as [number, number];
  if (n < 1 || n > 1000) return fileFault("candidates-count", header.line);
  if (seats < 1) return fileFault("seats-count", header.line);
  const filler = new Filler(true, want);
  const names: string[] = [];
  let title = "";
  for (const row of rows) {
    if (/^\d+$/.test(row.cells[0]!) && names.length === 0) {
      const list = row.cells
        .slice(1)
        .filter((c) => c !== "")
        .map((c) => (WHOLE.test(c) ? Number(c) - 1 : -1));
      if (list.some((k) => !(k >= 0 && k < n))) return fileFault("no-such-candidate", row.line);
      const unique = list.filter((k, i) => list.indexOf(k) === i);
      const fault = filler.add(row, () => unique.map((k) => k & ~SAME), undefined, unique.length < list.length);
      if (fault) return fault;
    } else if (names.length < n) names.push(row.cells[1] ?? row.cells[0]!);
    else title ||= row.cells[0]!;
  }
  if (names.length < n) return fileFault("names-missing", rows.at(-1)!.line, `${names.length}/${n}`);
  const profile: Profile = {
    title,
    seats,
    candidates: names.map((name) => ({ name })),
    papers: filler.builder.build(),
    form: "ranked",
  };
  return ok({ profile, repeated: filler.repeated, ...(filler.wanted < 0 ? {} : { wanted: filler.wanted }) });
}
