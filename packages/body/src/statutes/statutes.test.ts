/** Rules S-1 to S-7, S-20 to S-35 and S-40. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActId, Hash } from "@nabat/kernel";
import { DAY, House, ruleOf, START } from "@nabat/testkit";
import { type Statutes, type StatutesChanges, statutesChanges as changeSchema, statutes as schema } from "./acts.ts";
import { reckon } from "../votes/outcome.ts";
import { changedStatutes, changesTo, mayChange, namedIn } from "./changes.ts";
import { checkStatutes, GUARANTEES, LIMITS } from "./check.ts";
import { adoptStatutes } from "./effects.ts";
import { askedOf, statutesOf } from "./queries.ts";
import { changesBetween, SENTENCES, sentences } from "./sentences.ts";
import { template, TEMPLATES } from "./templates.ts";

const base = template("house", { zone: "Europe/Paris", languages: ["fr", "en"] });
const voting = (over: Partial<Statutes["voting"]>): Statutes => ({ ...base, voting: { ...base.voting, ...over } });
const change = (over: Partial<Statutes["change"]>): Statutes => ({ ...base, change: { ...base.change, ...over } });
const half = { num: 1, den: 2, strict: true, of: "cast" } as const;
const text = "ab".repeat(32) as Hash;
const result = "cd".repeat(32) as ActId;

describe("what statutes are", () => {
  it("S-1 typed parameters, told in seven sentences that no rule reads", () => {
    for (const name of TEMPLATES) {
      const s = template(name, { zone: "Europe/Paris", languages: ["en"] });
      expect(schema.safeParse(s).success).toBe(true);
      expect(ruleOf(checkStatutes(s))).toBe("entered");
      expect(sentences(s).map((x) => x.id)).toEqual([...SENTENCES]);
    }
    expect(sentences(base)[0]?.facts).toMatchObject({ vouchers: 1, waitingDays: 3, invitedBy: "any-member" });
    const extra = { ...base, speaker: "for life" };
    expect(schema.safeParse(extra).success).toBe(false);
  });

  it("S-2 the last version is in force and the old ones are kept", () => {
    const house = House.found();
    const first = statutesOf(house.state, house.now);
    adoptStatutes(house.state, { voting: { hours: 96 } }, text, result, house.now, house.now);
    expect(statutesOf(house.state, house.now)).toEqual({ ...first, voting: { ...first.voting, hours: 96 } });
    expect(house.state.statutes.versions.map((v) => [v.n, v.by])).toEqual([
      [1, house.body],
      [2, result],
    ]);
  });

  it("S-3 names the version of the rules it runs under", () => {
    expect(schema.safeParse({ ...base, rules: 2 }).success).toBe(false);
    expect(House.found().state.rules).toBe(1);
  });

  it("S-4 statutes adopted later leave the version that a vote was called under as it was", () => {
    const house = House.found();
    const before = house.state.statutes.versions[0];
    adoptStatutes(house.state, { voting: { hours: 96 } }, text, result, house.now, house.now);
    expect(house.state.statutes.versions[0]).toEqual(before);
  });

  it("S-5 no act but a decision changes statutes, and the difference is shown parameter by parameter", () => {
    const house = House.found({ adopted: true });
    for (const kind of ["statutes", "statutes.change", "rules"])
      expect(ruleOf(house.put(house.founder, kind, { statutes: base }))).toBe("R-7");
    const next = { ...change({ noticeDays: 14 }), languages: ["fr"] };
    expect(changesBetween(base, next)).toEqual([
      { parameter: "languages", sentence: "rest", old: "fr,en", new: "fr" },
      { parameter: "change.noticeDays", sentence: "change", old: "7", new: "14" },
    ]);
    expect(changesBetween(base, voting({ majority: { num: 2, den: 3, strict: false, of: "roll" } }))).toEqual([
      { parameter: "voting.majority", sentence: "decide", old: ">1/2 cast", new: "2/3 roll" },
    ]);
    expect(changesBetween(base, base)).toEqual([]);
    const laws = [{ of: "office.term" as const, law: "DE AktG 84" }];
    expect(changesBetween(base, { ...base, laws })).toMatchObject([
      { parameter: "laws", new: "office.term: DE AktG 84" },
    ]);
  });

  it("S-5 a change carries only the parameters that it changes, never the version of the rules", () => {
    const wanted = { ...change({ noticeDays: 14 }), zone: "UTC", entries: "public" as const };
    const changes = changesTo(base, wanted);
    expect(changes).toEqual({ zone: "UTC", entries: "public", change: { noticeDays: 14 } });
    expect(namedIn(changes).sort()).toEqual(["change.noticeDays", "entries", "zone"]);
    expect(changedStatutes(base, changes)).toEqual(wanted);
    expect(changeSchema.safeParse(changes).success).toBe(true);
    for (const no of [{ rules: 1 }, { template: "club" }, { voting: { hour: 50 } }])
      expect(changeSchema.safeParse(no).success).toBe(false);
    for (const nothing of [{}, { laws: [] }, { voting: {} }, { voting: { hours: base.voting.hours } }])
      expect(mayChange(base, nothing)).toMatchObject({ rule: "S-5", code: "changes-nothing" });
  });

  it("S-5 a change that can't be made any more when it is decided changes nothing and says why", () => {
    const house = House.found();
    const all = { num: 1, den: 1, strict: false, of: "cast" } as const;
    const adopt = (changes: StatutesChanges): void =>
      adoptStatutes(house.state, changes, text, result, house.now, house.now);
    adopt({ laws: [{ of: "change.majority", law: "DE GenG 16 III" }] });
    adopt({ laws: [] });
    adopt({ change: { majority: all } });
    expect(statutesOf(house.state, house.now).change.majority).not.toEqual(all);
    expect(house.state.statutes.versions.at(-1)?.fails).toMatchObject({ rule: "S-31" });
  });

  it("S-2 S-5 versions are made of those in force before them, also where one begins later", () => {
    const house = House.found();
    const soon = house.now + 3 * DAY;
    adoptStatutes(house.state, { voting: { hours: 96 } }, text, result, house.now, soon);
    adoptStatutes(house.state, { voting: { seconds: 3 } }, text, result, house.now, house.now);
    expect(statutesOf(house.state, house.now).voting).toMatchObject({ hours: 72, seconds: 3 });
    expect(statutesOf(house.state, soon).voting).toMatchObject({ hours: 96, seconds: 3 });
  });

  it("S-6 needs a time zone of the usual form and no language twice", () => {
    for (const zone of ["Paris", "europe/paris", "GMT+1", "Europe/", "A/b/c/d"])
      expect(ruleOf(checkStatutes({ ...base, zone }))).toBe("S-6");
    for (const zone of ["UTC", "America/Argentina/Ushuaia", "Etc/GMT+3"])
      expect(ruleOf(checkStatutes({ ...base, zone }))).toBe("entered");
    expect(ruleOf(checkStatutes({ ...base, languages: ["en", "en"] }))).toBe("S-6");
  });

  it("S-7 the template's name has no force", () => {
    expect(ruleOf(checkStatutes({ ...base, template: "palace" }))).toBe("entered");
  });
});

describe("what statutes may not say", () => {
  it.each(Object.entries(GUARANTEES).map(([guarantee, rule]) => [rule, guarantee]))(
    "%s no statutes take away %s",
    (rule, guarantee) => {
      const taken = { ...base, guarantees: { ...base.guarantees, [guarantee]: false } };
      expect(checkStatutes(taken)).toMatchObject({ ok: false, rule, facts: { guarantee } });
      expect(ruleOf(House.tryFound({ statutes: () => taken }))).toBe(rule);
    },
  );

  it("covers S-20, S-21, S-22, S-23, S-24, S-25, S-26 and S-27", () => {
    expect(Object.values(GUARANTEES)).toEqual(["S-20", "S-21", "S-22", "S-23", "S-24", "S-25", "S-26", "S-27"]);
  });

  it("S-30 nothing carries with less than half", () => {
    expect(ruleOf(checkStatutes(voting({ majority: { num: 2, den: 5, strict: true, of: "cast" } })))).toBe("S-30");
    expect(ruleOf(checkStatutes(voting({ majority: { ...half, strict: false } })))).toBe("S-30");
    expect(ruleOf(checkStatutes(change({ majority: { num: 1, den: 3, strict: true, of: "roll" } })))).toBe("S-30");
  });

  it("S-31 nothing needs more than four fifths, or three quarters of the roll", () => {
    const asks = (num: number, den: number, of: "cast" | "present" | "roll", strict = false): string =>
      ruleOf(checkStatutes(change({ majority: { num, den, strict, of } })));
    expect([asks(1, 1, "cast"), asks(9, 10, "present"), asks(4, 5, "cast", true), asks(4, 5, "roll")]).toEqual(
      Array(4).fill("S-31"),
    );
    expect([asks(4, 5, "cast"), asks(4, 5, "present"), asks(3, 4, "roll", true)]).toEqual(Array(3).fill("entered"));
  });

  it("S-31 from five up a fifth keeps no rule for ever, and none needs everybody", () => {
    const share = fc.record({
      num: fc.integer({ min: 1, max: 100 }),
      den: fc.integer({ min: 1, max: 100 }),
      strict: fc.boolean(),
      of: fc.constantFrom("cast" as const, "present" as const, "roll" as const),
    });
    fc.assert(
      fc.property(share, fc.integer({ min: 5, max: 500 }), (majority, n) => {
        fc.pre(checkStatutes(change({ majority })).ok);
        const fifth = Math.floor(n / 5);
        const figures = { counts: { for: n - fifth, against: fifth }, present: n, whole: n };
        expect(reckon(figures, majority, { num: 0, den: 1 }).outcome).toBe("carried");
      }),
      { numRuns: 500 },
    );
  });

  it("S-40 a law that is named lifts the limit of the majority that it is about, and no other", () => {
    const all = { num: 1, den: 1, strict: false, of: "roll" } as const;
    const laws = [{ of: "change.majority" as const, law: "DE GenG 16 III" }];
    const asks = (s: Statutes): string => ruleOf(checkStatutes(s));
    expect(asks({ ...change({ majority: all }), laws })).toBe("entered");
    expect(asks({ ...change({ majority: { ...all, strict: true } }), laws })).toBe("S-31");
    expect(asks({ ...voting({ majority: all }), laws })).toBe("S-31");
    expect(asks({ ...base, laws: [...laws, ...laws] })).toBe("S-40");
    expect(schema.safeParse({ ...base, laws: [{ of: "change.majority", law: "§ 16" }] }).success).toBe(false);
    expect(schema.safeParse({ ...base, laws: [{ of: "voting.hours", law: "DE GenG 16" }] }).success).toBe(false);
    // What stands on a law falls with it: the law can't be left away before the majority is.
    expect(ruleOf(mayChange({ ...change({ majority: all }), laws }, { laws: [] }))).toBe("S-31");
  });

  it("S-32 no quorum above three quarters", () => {
    expect(ruleOf(checkStatutes(voting({ quorum: { num: 5, den: 4 } })))).toBe("S-32");
    expect(ruleOf(checkStatutes(change({ quorum: { num: 4, den: 5 } })))).toBe("S-32");
    expect(ruleOf(checkStatutes(voting({ quorum: { num: 0, den: 1 } })))).toBe("entered");
  });

  it("S-33 never asks for more members than a large body could gather", () => {
    expect(ruleOf(checkStatutes({ ...base, convene: { ...base.convene, signatures: LIMITS.signatures + 1 } }))).toBe(
      "S-33",
    );
    expect(ruleOf(checkStatutes(voting({ secretOnRequest: 21 })))).toBe("S-33");
    expect(ruleOf(checkStatutes(voting({ seconds: 21 })))).toBe("S-33");
    expect(ruleOf(checkStatutes({ ...base, admission: { ...base.admission, vouchers: 6 } }))).toBe("S-33");
  });

  it("S-34 never makes people wait longer than a month for a vote or a meeting, nor too short a time", () => {
    expect(ruleOf(checkStatutes({ ...base, convene: { ...base.convene, noticeDays: 31 } }))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ hours: 721 })))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ discussionHours: 721 })))).toBe("S-34");
    expect(ruleOf(checkStatutes({ ...base, convene: { ...base.convene, noticeDays: 0 } }))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ discussionHours: 23 })))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ hours: 47 })))).toBe("S-34");
    expect(ruleOf(checkStatutes(change({ noticeDays: 0 })))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ contestDays: 7 })))).toBe("S-34");
    expect(ruleOf(checkStatutes(voting({ contestDays: 8, hours: 48, discussionHours: 24 })))).toBe("entered");
  });

  it("S-35 asks of a small body no more than a fifth of its members, and at least one", () => {
    expect([askedOf(3, 15), askedOf(3, 4), askedOf(100, 16_000), askedOf(5, 1), askedOf(0, 40)]).toEqual([
      3, 1, 100, 1, 0,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20_000 }), (n, roll) => {
        const asked = askedOf(n, roll);
        expect(asked).toBeGreaterThanOrEqual(1);
        expect(asked).toBeLessThanOrEqual(Math.min(n, roll));
      }),
    );
  });
});

describe("statutes and those on their way in", () => {
  it("S-2 M-6 softer statutes let in who already fulfils them", () => {
    const house = House.found();
    house.join("cy");
    house.adoptAtOnce();
    const bo = house.join("bo");
    house.wait(10 * DAY);
    const member = house.state.members.members.get(bo.member);
    expect(member?.from).toBeUndefined();
    adoptStatutes(house.state, { admission: { vouchers: 0 } }, text, result, house.now, house.now);
    expect(member?.from).toBe(START + 10 * DAY);
  });
});
