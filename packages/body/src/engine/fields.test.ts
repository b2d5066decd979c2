/** a moment is one that calendars know, whatever the kind; a refusal names the field, never what the check calls it. */
import { Assembly, House } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds.ts";

const FIVE = ["ana", "bo", "cy", "di", "eva"];
const FAR = [9_000_000_000_000_000, Number.MAX_SAFE_INTEGER, -9_000_000_000_000_000, 253_402_300_800_000] as const;

describe("R-3: fields", () => {
  it.each(FAR)("no moment of %s, in any kind", (moment) => {
    const a = new Assembly(FIVE);
    const ana = a.person(0);
    const put = (kind: string, data: object) => a.house.put(ana, kind, data);
    for (const [kind, data, field] of [
      ["clock", { to: moment }, "to"],
      ["account", { about: "0".repeat(64), when: { at: moment } }, undefined],
      ["invite", { as: "guest", key: ana.device.id, until: moment }, "until"],
    ] as const)
      expect(put(kind, data)).toMatchObject({ ok: false, rule: "R-3", ...(field ? { facts: { field } } : {}) });
  });

  it("a body isn't founded at such a moment, nor said to exist since one", () => {
    expect(() => House.found({ data: { practice: true, clock: FAR[0] } })).toThrow(/R-3/);
    expect(() => House.found({ data: { existing: { since: FAR[2] } } })).toThrow(/R-3/);
    expect(() => House.found({ data: { existing: { since: Date.UTC(1871, 2, 18) } } })).not.toThrow();
  });

  it("every check over several fields names one of them, in every kind", () => {
    /** A schema's own checks and those of all schemas inside it. */
    interface Def {
      readonly [key: string]: unknown;
      readonly checks?: readonly {
        readonly _zod: { readonly def: { readonly check?: string; readonly path?: readonly unknown[] } };
      }[];
    }
    const nameless = (at: unknown, seen = new Set<unknown>()): number => {
      if (typeof at !== "object" || at === null || seen.has(at)) return 0;
      seen.add(at);
      const def = (at as { _zod?: { def: Def } })._zod?.def;
      const own = (def?.checks ?? []).filter((c) => c._zod.def.check === "custom" && !c._zod.def.path?.length).length;
      const parts = Object.values(def ?? (at as Def)).flatMap((v) => (Array.isArray(v) ? v : [v]));
      return parts.reduce<number>((n, part) => n + nameless(part, seen), def?.["type"] === "object" ? own : 0);
    };
    const found = [...KINDS].filter(([, { schema }]) => nameless(schema) > 0).map(([kind]) => kind);
    expect(found).toEqual([]);
  });

  it("names the field where two belong together", () => {
    const a = new Assembly(FIVE);
    const put = a.house.put(a.person(0), "sitting.here", { sitting: "0".repeat(64), code: "0123456789ABCDEF" });
    expect(put).toMatchObject({ ok: false, rule: "R-3", code: "bad-data", facts: { field: "member" } });
  });
});
