/** The quick check of an act's data against its schema: never more generous, and not asked in vain. */
import { Assembly, figures, Meeting } from "@nabat/testkit";
import { fromUtf8 } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { KINDS } from "../mod.ts";
import { surely } from "./sure.ts";

/** Acts of an evening, by kind. */
function samples(): Act[] {
  const assembly = new Assembly(["ana", "ben", "cem", "dia"]);
  const sitting = assembly.sitting();
  assembly.decide(assembly.move({ sitting }), sitting, figures({ for: 4 }));
  const meeting = new Meeting(["eva", "fin", "gil", "hua"]);
  return [assembly.house, meeting.house].flatMap((house) =>
    house.entries.map((kept) => JSON.parse(fromUtf8(kept.bytes)) as Act),
  );
}

const acts = samples();

/** Something in a value changed, taken away, or put in. */
function bend(value: unknown, path: number, to: unknown): unknown {
  if (typeof value !== "object" || value === null) return to;
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const at = path % (keys.length + 2);
  if (at === keys.length) return { ...copy, strange: to };
  if (at > keys.length) return to;
  const key = keys[at] as string;
  if (path % 5 === 0) delete copy[key];
  else copy[key] = path % 3 === 0 ? to : bend(copy[key], Math.floor(path / 7), to);
  return copy;
}

describe("the quick check of data", () => {
  it("R-3: takes nothing that the schema refuses, whatever was bent", () => {
    const other = fc.constantFrom<unknown>(0, -1, 1.5, 2 ** 60, "", "ab".repeat(32), "x", true, false, [], {}, [1], {
      a: 1,
    });
    fc.assert(
      fc.property(fc.constantFrom(...acts), fc.nat(), other, (act, path, to) => {
        const { schema } = KINDS.get(act.kind) ?? {};
        if (!schema) throw new Error(`no kind ${act.kind}`);
        const bent = bend(act.data, path, to);
        if (surely(schema, bent))
          expect([act.kind, bent, schema.safeParse(bent).success]).toEqual([act.kind, bent, true]);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("knows nearly every act that is right", () => {
    const unknown = new Set(acts.filter((a) => !surely(KINDS.get(a.kind)!.schema, a.data)).map((a) => a.kind));
    expect([...unknown]).toEqual([]);
    expect(new Set(acts.map((a) => a.kind)).size).toBeGreaterThan(8);
  });

  it("leaves to the schema what isn't known here, and what breaks a rule of its own", () => {
    for (const schema of [
      z.strictObject({ a: z.boolean() }).check(z.refine((d) => !d.a)),
      z.strictObject({ a: z.boolean() }).check(z.overwrite((d) => d)),
      z.object({ a: z.boolean() }),
      z.strictObject({ a: z.string().check(z.regex(/^x$/i)) }),
      z.strictObject({ a: z.string().check(z.trim()) }),
      z.strictObject({ a: z.number() }),
      z.strictObject({ a: z.nullable(z.boolean()) }),
    ])
      expect([{ a: true }, { a: "X" }, { a: 1 }, { a: null }].some((v) => surely(schema, v))).toBe(false);
  });
});
