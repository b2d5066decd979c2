/** Rules S-36 to S-39: rules protect the way back, and those who come can always decide. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf } from "@nabat/testkit";
import type { Majority, Statutes, StatutesChanges } from "./acts.ts";
import { changedStatutes, changesTo, mayChange } from "./changes.ts";
import { checkStatutes } from "./check.ts";
import { HARDER, harderIn, harderMajority } from "./harder.ts";
import { HALF_THE_ROLL, needsOf } from "./needs.ts";
import { statutesOf } from "./queries.ts";
import { template } from "./templates.ts";

const NINE = ["ana", "bo", "cy", "dee", "eli", "fay", "gus", "hal", "ina"];
const base = template("house", { zone: "Europe/Paris", languages: ["en"] });
const cast = (num: number, den: number): Majority => ({ num, den, strict: false, of: "cast" });

/** A change of rules, moved by the first person. */
function move(a: Meeting, changes: StatutesChanges): ActId {
  return a.move({ subject: { type: "statutes", changes } });
}

/** Holds a meeting that everybody was called to, `days` ahead, and votes on the motion there. */
function decideAt(a: Meeting, motion: ActId, counts: Record<string, number>, days = 8): ActId {
  const call = a.convene({ days });
  // What a meeting left undecided stands on the next agenda of itself (G-37).
  const left = a.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion);
  const item = left?.id ?? a.item(call, { motion });
  const sitting = a.hold(call);
  a.begin(sitting, item);
  const result = a.decide(motion, sitting, counts);
  a.end(sitting);
  a.begin(sitting, "aob");
  a.end(sitting);
  a.house.do(a.person(0), "sitting.close", { sitting });
  // New rules are in force three days later (B-8).
  a.house.wait(3 * DAY);
  return result;
}

const rules = (a: Meeting): Statutes => statutesOf(a.house.state, a.house.now);
const statusOf = (a: Meeting, motion: ActId): string | undefined => a.house.state.motions.motions.get(motion)?.status;

describe("which way is harder", () => {
  it("S-36 says for each parameter which way is harder", () => {
    const up: StatutesChanges = {
      admission: { invitedBy: "decision", vouchers: 2, waitingDays: 4, seen: true, decision: true, contestDays: 31 },
      convene: { signatures: 4, noticeDays: 4 },
      voting: {
        majority: cast(2, 3),
        quorum: { num: 1, den: 4 },
        seconds: 2,
        discussionHours: 25,
        hours: 73,
      },
      change: { majority: cast(3, 4), quorum: { num: 1, den: 2 }, noticeDays: 8 },
      clerk: { admitMinutes: 11, copies: "decision" },
    };
    const harder = changedStatutes(base, up);
    expect(harderIn(base, harder).sort()).toEqual(Object.keys(HARDER).sort());
    expect(harderIn(harder, base)).toEqual([]);
    const neither = {
      zone: "UTC",
      entries: "public",
      voting: { mode: "name", contestDays: 9, secretOnRequest: 9 },
    } as const;
    expect(harderIn(base, changedStatutes(base, neither))).toEqual([]);
  });

  it("S-36 of two majorities one is harder where it could ever need more votes", () => {
    const half = { num: 1, den: 2, strict: true, of: "cast" } as const;
    expect(harderMajority(half, { ...half, of: "roll" })).toBe(true);
    expect(harderMajority({ ...half, of: "roll" }, half)).toBe(false);
    expect(harderMajority(cast(2, 3), { ...half, of: "roll" })).toBe(true);
    expect(harderMajority(cast(2, 4), half)).toBe(true);
    expect(harderMajority(cast(2, 3), cast(4, 6))).toBe(false);
  });
});

describe("what a change needs", () => {
  it("S-37 what makes it harder needs the majority, quorum and notice that it brings", () => {
    const wanted = changedStatutes(base, {
      convene: { noticeDays: 30 },
      change: { majority: { num: 3, den: 4, strict: false, of: "roll" }, quorum: { num: 3, den: 4 }, noticeDays: 20 },
      voting: { hours: 720, discussionHours: 720, majority: cast(3, 4) },
    });
    expect(needsOf(base, wanted)).toMatchObject({
      majorities: [{ num: 3, den: 4, strict: false, of: "roll" }],
      quorum: { num: 3, den: 4 },
      noticeDays: 30,
      hours: 720,
      discussionHours: 720,
    });
    // Of different bases neither covers the other: both must be met.
    const roll = { num: 1, den: 2, strict: true, of: "roll" } as const;
    expect(needsOf(base, changedStatutes(base, { change: { majority: roll } })).majorities).toEqual([
      base.change.majority,
      roll,
    ]);
  });

  it("S-37 three of nine at three in the morning can't make rules that six couldn't change back", () => {
    const a = new Meeting(NINE);
    const motion = move(a, {
      change: { majority: { num: 3, den: 4, strict: false, of: "roll" }, noticeDays: 60 },
      voting: { discussionHours: 720, hours: 720 },
    });
    const open = (sitting: ActId): string =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    a.house.wait(8 * DAY);
    expect(open(a.sitting())).toBe("V-12");
    a.house.wait(52 * DAY);
    // Even then: three for, and nobody else there, is neither half of the roll nor three quarters of it.
    decideAt(a, motion, figures({ for: 3 }));
    expect(statusOf(a, motion)).toBe("standing");
    decideAt(a, motion, figures({ for: 5, against: 1 }));
    expect(statusOf(a, motion)).toBe("lost");
    expect(rules(a)).toEqual(base);
  });

  it("S-37 a vote outside a sitting on longer votes lasts as long as those would", () => {
    const a = new Meeting(NINE);
    const motion = move(a, { voting: { hours: 200, discussionHours: 300 } });
    a.house.do(a.person(3), "second", { motion });
    const call = (hours: number): string => {
      const closes = a.house.now + hours * HOUR;
      const tellers = [a.person(1).member];
      const data = { motion, version: a.version(motion), mode: "count", closes, tellers };
      return ruleOf(a.house.put(a.person(0), "vote.open", data));
    };
    a.house.wait(299 * HOUR);
    expect(call(200)).toBe("V-17");
    a.house.wait(HOUR);
    // Twelve hours more, in which tellers are added (V-52).
    expect(call(211)).toBe("V-18");
    expect(call(212)).toBe("entered");
  });

  it("S-37 what makes it easier needs only what the rules ask now", () => {
    const a = new Meeting(NINE);
    const motion = move(a, {
      voting: { hours: 48 },
      change: { majority: { num: 1, den: 2, strict: true, of: "cast" } },
    });
    decideAt(a, motion, figures({ for: 4, against: 2 }));
    expect(rules(a)).toMatchObject({ voting: { hours: 48 }, change: { majority: { num: 1, den: 2 } } });
  });

  it("S-31 S-37 at nine no rule can ask for unanimity, and a fifth can't keep four fifths for ever", () => {
    expect(mayChange(base, { voting: { majority: cast(9, 10) } })).toMatchObject({ rule: "S-31" });
    const a = new Meeting(NINE);
    const raise = move(a, { change: { majority: cast(4, 5) } });
    decideAt(a, raise, figures({ for: 7, against: 2 }));
    expect(statusOf(a, raise)).toBe("lost");
    const again = move(a, { change: { majority: cast(4, 5) } });
    decideAt(a, again, figures({ for: 8, against: 1 }));
    expect(rules(a).change.majority).toEqual(cast(4, 5));
    const back = move(a, { change: { majority: cast(2, 3) } });
    decideAt(a, back, figures({ for: 8, against: 1 }));
    expect(rules(a).change.majority).toEqual(cast(2, 3));
  });
});

describe("half of the roll", () => {
  it("S-38 rules change only where half of the roll takes part", () => {
    const a = new Meeting(NINE);
    const motion = move(a, { voting: { hours: 48 } });
    decideAt(a, motion, figures({ for: 4 }));
    expect(statusOf(a, motion)).toBe("standing");
    expect(rules(a)).toEqual(base);
    expect(HALF_THE_ROLL).toEqual({ num: 1, den: 2 });
  });

  it("S-39 where too few came to a called meeting, a second one 14 to 60 days later decides, by two thirds at least", () => {
    const a = new Meeting(NINE);
    const motion = move(a, { voting: { hours: 48 } });
    decideAt(a, motion, figures({ for: 4 }));
    // Too soon: the same again.
    decideAt(a, motion, figures({ for: 4 }), 5);
    expect(statusOf(a, motion)).toBe("standing");
    decideAt(a, motion, figures({ for: 3, against: 1 }), 10);
    expect(statusOf(a, motion)).toBe("carried");
    expect(rules(a).voting.hours).toBe(48);
  });

  it("S-39 more than 60 days later it is no second call, and without two thirds nothing changes", () => {
    const late = new Meeting(NINE);
    const motion = move(late, { voting: { hours: 48 } });
    decideAt(late, motion, figures({ for: 4 }));
    decideAt(late, motion, figures({ for: 4 }), 61);
    expect(statusOf(late, motion)).toBe("standing");
    const a = new Meeting(NINE, {
      statutes: (s) => ({ ...s, change: { ...s.change, majority: { num: 1, den: 2, strict: true, of: "cast" } } }),
    });
    const other = move(a, { voting: { hours: 48 } });
    decideAt(a, other, figures({ for: 4 }));
    decideAt(a, other, figures({ for: 2, against: 2 }), 15);
    expect(statusOf(a, other)).toBe("lost");
  });

  it("S-39 nothing is made harder by a second call", () => {
    const a = new Meeting(NINE);
    const motion = move(a, { voting: { hours: 100 } });
    decideAt(a, motion, figures({ for: 4 }));
    decideAt(a, motion, figures({ for: 4 }), 15);
    expect(statusOf(a, motion)).toBe("standing");
  });

  it("S-39 a sitting that nobody was called to is no first one", () => {
    const a = new Meeting(NINE);
    const motion = move(a, { voting: { hours: 48 } });
    a.house.wait(8 * DAY);
    const sitting = a.sitting();
    a.decide(motion, sitting, figures({ for: 4 }));
    decideAt(a, motion, figures({ for: 4 }), 15);
    expect(statusOf(a, motion)).toBe("standing");
  });
});

/** Statutes that a body could have come to. */
const anyStatutes = fc
  .record({
    signatures: fc.integer({ min: 1, max: 100 }),
    callNotice: fc.integer({ min: 1, max: 30 }),
    notice: fc.integer({ min: 1, max: 60 }),
    hours: fc.integer({ min: 48, max: 720 }),
    discussionHours: fc.integer({ min: 24, max: 720 }),
    seconds: fc.integer({ min: 0, max: 20 }),
    majority: fc.constantFrom<Majority>(
      cast(4, 5),
      cast(2, 3),
      { num: 4, den: 5, strict: false, of: "present" },
      { num: 3, den: 4, strict: true, of: "roll" },
      { num: 1, den: 2, strict: true, of: "roll" },
    ),
    quorum: fc.constantFrom({ num: 3, den: 4 }, { num: 1, den: 3 }),
  })
  .map((x): Statutes => ({
    ...base,
    convene: { signatures: x.signatures, noticeDays: x.callNotice },
    voting: {
      ...base.voting,
      majority: x.majority,
      quorum: x.quorum,
      hours: x.hours,
      discussionHours: x.discussionHours,
      seconds: x.seconds,
    },
    change: { majority: x.majority, quorum: x.quorum, noticeDays: x.notice },
  }));

describe("the way back", () => {
  it("S-36 S-37 S-38: from any rules all but a fifth restore those of the template, within notice and 60 days", () => {
    fc.assert(
      fc.property(anyStatutes, fc.integer({ min: 5, max: 12 }), (bad, n) => {
        expect(checkStatutes(bad).ok).toBe(true);
        const a = new Meeting(
          Array.from({ length: n }, (_, i) => `p${i}`),
          { statutes: () => bad },
        );
        const began = a.house.now;
        const motion = move(a, changesTo(bad, base));
        const needs = needsOf(bad, base);
        const against = Math.floor(n / 5);
        const wait = Math.max(needs.noticeDays, bad.convene.noticeDays) + 1;
        decideAt(a, motion, figures({ for: n - against, against }), wait);
        expect(rules(a)).toEqual(base);
        expect(a.house.now - began).toBeLessThanOrEqual((Math.max(bad.change.noticeDays, 30) + 60) * DAY);
      }),
      { numRuns: 15 },
    );
  });
});
