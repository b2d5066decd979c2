/** Every moment in an act or a notice is one that a calendar can say (R-3, R-15, P-3): of the years 1 to 9999. */
import { Assembly, DAY, House, keyFrom, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { KINDS } from "../kinds.ts";
import * as notices from "../archive/acts.ts";
import { FIRST_MOMENT, LAST_CLOCK, LAST_MOMENT } from "./fields.ts";

/** Numbers in a schema: where each stands, and its bounds. */
function numbersIn(schema: z.core.$ZodType, path = ""): { path: string; least: number; most: number }[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "number": {
      const checks = (def.checks ?? []).map((c) => (c as unknown as z.core.$ZodChecks)._zod.def);
      const of = (check: string) => checks.flatMap((c) => (c.check === check && "value" in c ? [Number(c.value)] : []));
      return [
        { path, least: Math.max(-Infinity, ...of("greater_than")), most: Math.min(Infinity, ...of("less_than")) },
      ];
    }
    case "object":
      return Object.entries(def.shape).flatMap(([name, field]) => numbersIn(field, `${path}.${name}`));
    case "array":
      return numbersIn(def.element, path);
    case "record":
      return numbersIn(def.valueType, path);
    case "union":
      return def.options.flatMap((option) => numbersIn(option, path));
    case "optional":
    case "nullable":
    case "readonly":
      return numbersIn(def.innerType, path);
    case "pipe":
      return [...numbersIn(def.in, path), ...numbersIn(def.out, path)];
    case "string":
    case "enum":
    case "literal":
    case "boolean":
      return [];
    default:
      throw new Error(`${path}: a ${def.type}, which this walk doesn't know`);
  }
}

/** Counts of entries: held against the record itself. */
const ENTRIES = ["state.size", "handover.epoch", "handover.size", "recomputed-by.size"];
const FAR = [9_000_000_000_000_000, -9_000_000_000_000_000, Number.MAX_SAFE_INTEGER, LAST_MOMENT + 1, FIRST_MOMENT - 1];

describe("moments", () => {
  it("R-3, R-15: no number in any kind's data, nor in a notice's, lies beyond a calendar", () => {
    const { handover, withheld, lateSubmission, recomputedBy } = notices;
    const said = { handover, withheld, "late-submission": lateSubmission, "recomputed-by": recomputedBy };
    const schemas = [...[...KINDS.values()].map((k) => [k.kind, k.schema] as const), ...Object.entries(said)];
    const all = schemas.flatMap(([kind, schema]) => numbersIn(schema, kind));
    expect(all.length).toBeGreaterThan(40);
    const beyond = all.filter((n) => n.least < FIRST_MOMENT || n.most > LAST_MOMENT).map((n) => n.path);
    expect([...new Set(beyond)].filter((path) => !ENTRIES.includes(path))).toEqual([]);
  });

  it.each(FAR)("R-3: beyond the calendar is refused with the name of its field, wherever it stands: %d", (far) => {
    const a = new Assembly(["ana", "bo", "cem", "dora"]);
    const { house } = a;
    const by = a.person(0);
    const put = (kind: string, data: object, act: object = {}) => {
      const made = house.put(by, kind, data, { act: act as never });
      return made.ok ? "entered" : `${made.rule} ${made.code} ${String(made.facts["field"])}`;
    };
    const invitation = { key: keyFrom("k").id, as: "guest", until: far };
    expect(put("invite", invitation)).toBe("R-3 bad-data until");
    const call = { title: a.words(), reason: a.words(), type: "decide", starts: far };
    expect(put("meeting.call", call)).toBe("R-3 bad-data starts");
    expect(put("meeting.call", { ...call, starts: house.now + 9 * DAY, itemsUntil: far })).toBe(
      "R-3 bad-data itemsUntil",
    );
    const motion = a.move();
    const account = { about: motion, source: a.words(), when: { at: far } };
    expect(put("account", account)).toBe("R-3 bad-data when.at");
    expect(put("vote.open", { motion, version: a.version(motion), mode: "name", closes: far })).toBe(
      "R-3 bad-data closes",
    );
    // Nor what its author says of the hour, which is shown as well.
    expect(put("say", { about: motion, text: a.words() }, { at: far })).toBe("R-3 bad-data at");
  });

  it.each(FAR)(
    "R-3, P-3, R-11: nor is a body founded with it, nor a practice clock set to it, nor an entry dated so: %d",
    (far) => {
      const code = (data: object, at?: number) => {
        const made = House.tryFound({ data: data as never, ...(at === undefined ? {} : { at }) });
        return made.ok ? "founded" : `${made.rule} ${made.code}`;
      };
      expect(code({ existing: { since: far } })).toBe("R-3 bad-data");
      expect(code({ practice: true, clock: far }, far)).toBe("R-3 bad-data");
      const house = House.found({ data: { practice: true, clock: Date.UTC(1905, 0, 22) } });
      const set = house.put(house.founder, "clock", { to: far });
      expect(set).toMatchObject({ rule: "R-3", code: "bad-data", facts: { field: "to" } });
      const real = House.found();
      if (far < real.now) return;
      Object.defineProperty(real, "now", { get: () => far });
      const act = { at: 0 };
      const said = real.put(real.founder, "rename", { name: text("later") }, { act });
      expect(said).toMatchObject({ rule: "R-11", code: "no-such-moment" });
    },
  );

  it("P-3: a practice clock stops ten years before the end, and the body lives on there", () => {
    const house = House.found({ data: { practice: true, clock: Date.UTC(1905, 0, 22) } });
    const set = (to: number) => house.put(house.founder, "clock", { to });
    expect(set(LAST_CLOCK + 1)).toMatchObject({ rule: "P-3", code: "calendar-ends", facts: { most: LAST_CLOCK } });
    expect(set(LAST_MOMENT)).toMatchObject({ rule: "P-3", code: "calendar-ends" });
    expect(ruleOf(House.tryFound({ data: { practice: true, clock: LAST_CLOCK + 1 } }))).toBe("P-3");
    expect(ruleOf(set(LAST_CLOCK))).toBe("entered");
    house.join("bo");
    expect(ruleOf(house.put(house.founder, "rename", { name: text("in the end") }))).toBe("entered");
  });

  it("F-12, P-3, A-1: an old society, an evening of long ago and an old paper have their moments", () => {
    const since = Date.UTC(1789, 6, 14);
    expect(ruleOf(House.tryFound({ data: { existing: { since } } }))).toBe("entered");
    expect(ruleOf(House.tryFound({ data: { existing: { since: FIRST_MOMENT } } }))).toBe("entered");
    const house = House.found({ data: { practice: true, clock: Date.UTC(1789, 6, 14) } });
    for (const year of [1790, 1905, 2026, 2300]) house.do(house.founder, "clock", { to: Date.UTC(year, 0, 1) });
    const a = new Assembly(["ana", "bo", "cem"]);
    const when = { at: Date.UTC(1921, 2, 18), approximate: true };
    a.house.do(a.person(1), "account", { about: a.move(), source: a.words(), when });
    a.house.invite(a.person(1), "guest", { until: a.house.now + 366 * DAY });
  });
});
