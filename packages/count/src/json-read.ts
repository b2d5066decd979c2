/** Reads and writes the JSON of the API: a profile with papers as lists of ranks. */
import { ok, type Result } from "@nabat/kernel";
import type { ReadFile } from "./blt-read.ts";
import { fileFault } from "./file-error.ts";
import { type Candidate, marksOf, MAX_CANDIDATES, type Paper, PaperBuilder, paperAt, type Profile } from "./profile.ts";

/** A profile as JSON. Candidates in ranks are indices from 0. */
export interface ProfileJson {
  readonly title?: string;
  readonly seats: number;
  readonly candidates: readonly (string | Candidate)[];
  readonly papers: readonly { readonly count?: number; readonly ranks: readonly (readonly number[] | number)[] }[];
  readonly form?: Profile["form"];
  readonly grades?: readonly string[];
  readonly budget?: number;
  readonly tieOrder?: readonly number[];
}

/** Reads a JSON file (UTF-8); `want` asks for the pattern of one paper. Refuses (T-1) as `profileFromJson` does. */
export function readJson(bytes: Uint8Array, want?: number): Result<ReadFile> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fileFault("not-json", 1);
  }
  return readValue(value, want ?? 0);
}

/** Reads a profile from a parsed JSON value. Refuses (T-1) with the field; the line is 1, JSON has none. */
export function profileFromJson(value: unknown): Result<Profile> {
  const read = readValue(value, 0);
  return read.ok ? ok(read.value.profile) : read;
}

function readValue(value: unknown, want: number): Result<ReadFile> {
  const bad = (field: string) => fileFault("bad-field", 1, field);
  if (typeof value !== "object" || value === null) return bad("document");
  const v = value as Partial<ProfileJson>;
  const whole = (x: unknown, least: number): x is number => Number.isSafeInteger(x) && (x as number) >= least;
  if (!whole(v.seats, 1)) return bad("seats");
  if (!Array.isArray(v.candidates) || v.candidates.length === 0 || v.candidates.length > MAX_CANDIDATES)
    return bad("candidates");
  const candidates: Candidate[] = [];
  for (const c of v.candidates as unknown[]) {
    const one = (typeof c === "string" ? { name: c } : c) as Candidate;
    if (typeof one !== "object" || one === null || typeof one.name !== "string") return bad("candidates");
    if (one.cost !== undefined && !whole(one.cost, 0)) return bad("cost");
    if (one.groups !== undefined && !(Array.isArray(one.groups) && one.groups.every((g) => typeof g === "string")))
      return bad("groups");
    candidates.push({
      name: one.name,
      ...(one.withdrawn === true ? { withdrawn: true } : {}),
      ...(one.reopen === true ? { reopen: true } : {}),
      ...(one.groups ? { groups: [...one.groups] } : {}),
      ...(one.cost === undefined ? {} : { cost: one.cost }),
    });
  }
  if (!Array.isArray(v.papers)) return bad("papers");
  const papers: Paper[] = [];
  let sum = 0;
  for (const p of v.papers as { count?: unknown; ranks?: unknown }[]) {
    if (typeof p !== "object" || p === null || !Array.isArray(p.ranks) || p.ranks.length > 1001) return bad("papers");
    if (p.count !== undefined && !whole(p.count, 1)) return bad("count");
    sum += p.count ?? 1;
    if (!Number.isSafeInteger(sum)) return bad("count");
    const ranks: number[][] = p.ranks.map((r: unknown) => (Array.isArray(r) ? r : [r]));
    const flat = ranks.flat();
    if (!flat.every((c) => whole(c, 0) && c < candidates.length) || new Set(flat).size !== flat.length)
      return bad("ranks");
    papers.push({ count: p.count ?? 1, ranks });
  }
  const form = v.form ?? (v.grades ? "graded" : "ranked");
  if (form !== "ranked" && form !== "marked" && form !== "graded") return bad("form");
  if (
    v.grades !== undefined &&
    !(Array.isArray(v.grades) && v.grades.length >= 2 && v.grades.every((g) => typeof g === "string"))
  )
    return bad("grades");
  if (form === "graded" && !v.grades) return bad("grades");
  if (form === "graded" && papers.some((p) => p.ranks.length > v.grades!.length)) return bad("ranks");
  if (v.budget !== undefined && !whole(v.budget, 0)) return bad("budget");
  if (
    v.tieOrder !== undefined &&
    !(
      Array.isArray(v.tieOrder) &&
      v.tieOrder.length === candidates.length &&
      new Set(v.tieOrder).size === candidates.length &&
      v.tieOrder.every((c) => whole(c, 0) && c < candidates.length)
    )
  )
    return bad("tieOrder");
  const builder = new PaperBuilder();
  let before = 0;
  let wanted = -1;
  for (const paper of papers) {
    const marks = marksOf(paper);
    const pattern = builder.add(marks, marks.length, paper.count);
    if (want > before && want <= before + paper.count) wanted = pattern;
    before += paper.count;
  }
  const profile: Profile = {
    title: typeof v.title === "string" ? v.title : "",
    seats: v.seats,
    candidates,
    papers: builder.build(),
    form,
    ...(v.grades ? { grades: v.grades.length, gradeNames: v.grades } : {}),
    ...(v.budget === undefined ? {} : { budget: v.budget }),
    ...(v.tieOrder ? { tieOrder: v.tieOrder } : {}),
  };
  return ok({ profile, repeated: 0, ...(wanted < 0 ? {} : { wanted }) });
}

/** A profile as JSON; reading it back gives the same profile. */
export function profileToJson(profile: Profile): ProfileJson {
  return {
    title: profile.title,
    seats: profile.seats,
    candidates: profile.candidates,
    form: profile.form,
    papers: Array.from(profile.papers.weights, (_, p) => paperAt(profile.papers, p)),
    ...(profile.gradeNames
      ? { grades: profile.gradeNames }
      : profile.grades
        ? { grades: Array.from({ length: profile.grades }, (_, g) => String(profile.grades! - 1 - g)) }
        : {}),
    ...(profile.budget === undefined ? {} : { budget: profile.budget }),
    ...(profile.tieOrder ? { tieOrder: profile.tieOrder } : {}),
  };
}
