/**
 * Statutes from the fields of a form or query: a base (template or rules in force) with the given
 * parameters put over it. Field names are paths: `statutes.voting.hours`. Islands convert the same
 * fields by `data-as`; this is what shows the sentences without script and makes the text to sign.
 */
import { checkStatutes, statutes as schema, type Statutes } from "@nabat/body";
import { type Refusal, refuse, type Result } from "@nabat/kernel";

/** Puts the `statutes.*` fields over `base` and checks the outcome. Refuses R-3 (bad data), S-6 ff. */
export function statutesFrom(base: Statutes, fields: Readonly<Record<string, string>>): Result<Statutes> {
  const made = structuredClone(base) as unknown as Record<string, unknown>;
  for (const [name, text] of Object.entries(fields)) {
    if (name.startsWith(LAW_FIELD)) {
      const laws = lawsWith(made["laws"], name.slice(LAW_FIELD.length), text.trim());
      if (laws) made["laws"] = laws;
      continue;
    }
    if (!name.startsWith("statutes.") || text === "") continue;
    const path = name.slice("statutes.".length).split(".");
    const last = path.pop() as string;
    let at: Record<string, unknown> | undefined = made;
    for (const step of path)
      at =
        typeof at?.[step] === "object" && Object.hasOwn(at, step) ? (at[step] as Record<string, unknown>) : undefined;
    if (!at || !Object.hasOwn(at, last)) return refuse("R-3", "bad-data", { field: name.slice(0, 60) });
    at[last] = converted(at[last], text);
  }
  const parsed = schema.safeParse(made);
  if (!parsed.success)
    return refuse("R-3", "bad-data", {
      field: (parsed.error.issues[0]?.path ?? []).map(String).join(".").slice(0, 60),
    });
  const checked = checkStatutes(parsed.data);
  return checked.ok ? { ok: true, value: parsed.data } : checked;
}

/** As {@link statutesFrom}, and where one field doesn't fit, all the others are kept and that one is said. */
export function statutesKept(
  base: Statutes,
  fields: Readonly<Record<string, string>>,
): {
  readonly statutes: Statutes;
  readonly wrong?: Refusal;
  readonly unfit?: { readonly path: string; readonly typed: string };
} {
  const all = statutesFrom(base, fields);
  if (all.ok) return { statutes: all.value };
  let kept = base;
  let unfit: { readonly path: string; readonly typed: string } | undefined;
  for (const [name, typed] of Object.entries(fields)) {
    const with1 = statutesFrom(kept, { [name]: typed });
    if (with1.ok) kept = with1.value;
    else unfit ??= { path: name.replace(/^statutes\./, ""), typed };
  }
  return { statutes: kept, wrong: all, ...(unfit ? { unfit } : {}) };
}

/** A law's field is named after the parameter whose limit it lifts (S-40); an empty one names no law. */
export const LAW_FIELD = "law.";

function lawsWith(before: unknown, of: string, law: string): unknown {
  const others = (Array.isArray(before) ? (before as { of: string }[]) : []).filter((l) => l.of !== of);
  const laws = law === "" ? others : [...others, { of, law }];
  return laws.length === 0 && before === undefined ? undefined : laws;
}

function converted(before: unknown, text: string): unknown {
  if (typeof before === "number") return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
  if (typeof before === "boolean") return text === "true";
  if (Array.isArray(before)) return text.split(",").map((s) => s.trim());
  if (typeof before === "object" && before !== null) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}

/** Majorities that forms offer, as JSON values of an option. */
export const MAJORITIES = [
  { num: 1, den: 2, strict: true, of: "cast" },
  { num: 2, den: 3, strict: false, of: "cast" },
  { num: 3, den: 4, strict: false, of: "cast" },
  { num: 1, den: 2, strict: true, of: "present" },
  { num: 2, den: 3, strict: false, of: "present" },
  { num: 1, den: 2, strict: true, of: "roll" },
  { num: 2, den: 3, strict: false, of: "roll" },
] as const;

export const QUORUMS = [
  { num: 0, den: 1 },
  { num: 1, den: 10 },
  { num: 1, den: 5 },
  { num: 1, den: 4 },
  { num: 1, den: 3 },
  { num: 1, den: 2 },
  { num: 2, den: 3 },
] as const;

/** JSON with its keys in one order, so that an option's value can be compared with the present one. */
export function asOption(value: object): string {
  return JSON.stringify(value, Object.keys(value).sort());
}
