/** The arithmetic of V-35, V-38 and V-39, by examples and by properties. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastFavourable, reckon } from "./outcome.ts";

const half = { num: 1, den: 2, strict: true, of: "cast" } as const;
const none = { num: 0, den: 1 };
const counts = (f: number, against = 0, abstain = 0, taking = 0) => ({
  for: f,
  against,
  abstain,
  "taking-part": taking,
});

const figure = fc.nat(1_000_000);
const anyCounts = fc.record({ for: figure, against: figure, abstain: figure, "taking-part": figure });
const anyMajority = fc.record({
  num: fc.integer({ min: 1, max: 100 }),
  den: fc.integer({ min: 1, max: 100 }),
  strict: fc.boolean(),
  of: fc.constantFrom("cast" as const, "present" as const, "roll" as const),
});
const anyQuorum = fc.record({ num: fc.nat(100), den: fc.integer({ min: 1, max: 100 }) });

describe("outcome", () => {
  it("V-38: 'more than' and 'at least', of those voting, present and on the roll", () => {
    const outcome = (c: ReturnType<typeof counts>, present: number, whole: number, m: object = half, q = none) =>
      reckon({ counts: c, present, whole }, { ...half, ...m }, q).outcome;
    expect(outcome(counts(5, 4), 9, 20)).toBe("carried");
    expect(outcome(counts(5, 5), 10, 20)).toBe("tied");
    expect(outcome(counts(5, 4, 11), 20, 20, { of: "present" })).toBe("lost");
    expect(outcome(counts(11, 0), 11, 20, { of: "roll" })).toBe("carried");
    expect(outcome(counts(10, 0), 10, 20, { of: "roll" })).toBe("lost");
    expect(outcome(counts(6, 3), 9, 20, { num: 2, den: 3, strict: false })).toBe("carried");
    expect(outcome(counts(6, 3), 9, 20, { num: 2, den: 3, strict: true })).toBe("lost");
    expect(outcome(counts(0), 9, 20, { strict: false })).toBe("tied");
    expect(outcome(counts(9), 9, 20, {}, { num: 1, den: 2 })).toBe("no-quorum");
    expect(outcome(counts(9), 10, 20, {}, { num: 1, den: 2 })).toBe("carried");
  });

  it("V-39: taking part counts as against", () => {
    expect(reckon({ counts: counts(4, 2, 0, 2), present: 8, whole: 8 }, half, none).outcome).toBe("tied");
    expect(reckon({ counts: counts(4, 2, 0, 1), present: 8, whole: 8 }, half, none).outcome).toBe("carried");
  });

  it("V-38: property: carried exactly where the share is reached, never by nobody; more votes for never lose", () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(1000), fc.nat(1000), anyMajority, anyQuorum, (c, more, away, m, q) => {
        const present = c.for + c.against + c.abstain + c["taking-part"] + more;
        const whole = present + away;
        const r = reckon({ counts: c, present, whole }, m, q);
        const share = BigInt(m.num) * BigInt(r.base);
        const reached = m.strict ? BigInt(c.for) * BigInt(m.den) > share : BigInt(c.for) * BigInt(m.den) >= share;
        const quorate = BigInt(present) * BigInt(q.den) >= BigInt(q.num) * BigInt(whole);
        expect(r.outcome === "carried").toBe(quorate && reached && c.for > 0);
        expect(r.outcome === "no-quorum").toBe(!quorate);
        if (r.outcome === "carried" && c.against > 0)
          expect(
            reckon({ counts: { ...c, for: c.for + 1, against: c.against - 1 }, present, whole }, m, q).outcome,
          ).toBe("carried");
      }),
    );
  });

  it("V-35: property: the declared count is one of those given, whatever their order, and speaks least for the outcome", () => {
    fc.assert(
      fc.property(
        fc.array(anyCounts, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("carried" as const, "lost" as const),
        (list, outcome) => {
          const all = list.map((c) => ({ counts: c, present: 4_000_000, whole: 5_000_000 }));
          const one = leastFavourable(all, outcome)!;
          const margin = (c: (typeof list)[number]) => c.for - c.against - c["taking-part"];
          const margins = list.map(margin);
          expect(margin(one.counts)).toBe(outcome === "carried" ? Math.min(...margins) : Math.max(...margins));
          expect(leastFavourable([...all].reverse(), outcome)).toEqual(one);
        },
      ),
    );
  });
});
