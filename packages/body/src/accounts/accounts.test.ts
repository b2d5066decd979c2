/** Accounts, held against: n4:W2, the vote of 1 March and its three accounts. */
import type { ActId } from "@nabat/kernel";
import { Assembly, figures, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { accountsOf, contradictsItself, eventsWithAccounts } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli"];

describe("accounts", () => {
  it("A-1: by members, with a source, about what the record knows", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const say = (about: string, by = a.person(1)) =>
      ruleOf(a.house.put(by, "account", { about, source: a.words("source") }));
    expect(say(sitting)).toBe("entered");
    expect(say("e".repeat(64))).toBe("A-1");
    expect(say(sitting, a.house.join("gus", "guest"))).toBe("M-2");
    expect(ruleOf(a.house.put(a.person(1), "account", { about: sitting }))).toBe("R-3");
    const motion = a.move();
    const result = a.decide(motion, sitting, figures({ for: 5 }));
    for (const id of [motion, result, a.house.body, a.house.state.motions.motions.get(motion)!.votes[0]!])
      expect(say(id)).toBe("entered");
    expect(eventsWithAccounts(a.house.state)).toHaveLength(5);
  });

  it("A-2, A-3: three accounts stand side by side; nothing is merged and nothing becomes unanimous", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const say = (by: number, source: string, data: object) =>
      a.house.do(a.person(by), "account", { about: sitting, source: text(source), ...data });
    expect(accountsOf(a.house.state, sitting)).toMatchObject({ present: "silent", says: "silent" });
    say(1, "the narrator", { present: { value: 16_000, quality: "estimated" }, says: "unanimous" });
    expect(accountsOf(a.house.state, sitting)).toMatchObject({ present: "one", says: "one" });
    say(2, "the paper", {
      present: { value: 16_000, quality: "nearly" },
      says: "overwhelming",
      counts: { against: 3 },
    });
    say(3, "the other side", { present: { value: 15_000, quality: "estimated" }, says: "majority" });
    const all = accountsOf(a.house.state, sitting);
    expect(all.stated.map((s) => s.by)).toEqual([1, 2, 3].map((n) => a.person(n).member));
    expect(all).toMatchObject({
      present: "differ",
      says: "differ",
      counts: "one",
      when: "silent",
      range: { least: 15_000, most: 16_000 },
    });
    // No account changes what the record itself says of the sitting.
    expect(a.house.state.sittings.sittings.get(sitting)!.counts.size).toBe(0);
    expect(a.house.state.votes.results.has(sitting as ActId)).toBe(false);
  });

  it("A-2: the same figure with another quality is another account", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    for (const [n, quality] of ["counted", "nearly"].entries())
      a.house.do(a.person(n), "account", { about: sitting, source: a.words(), present: { value: 40, quality } });
    expect(accountsOf(a.house.state, sitting).present).toBe("differ");
  });

  it("A-4: an account that contradicts itself stands whole and is marked", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const say = (by: number, data: object) =>
      a.house.do(a.person(by), "account", { about: sitting, source: text(`source ${by}`), ...data });
    say(0, { says: "overwhelming", also: ["unanimous"], counts: { against: 2 } });
    say(1, { says: "unanimous", counts: { against: 2 } });
    say(2, { says: "unanimous", counts: { abstain: 2 } });
    say(3, { says: "carried", also: ["carried"] });
    expect(accountsOf(a.house.state, sitting).stated.map(contradictsItself)).toEqual([true, true, false, false]);
    expect(accountsOf(a.house.state, sitting).stated[0]?.account).toMatchObject({
      says: "overwhelming",
      also: ["unanimous"],
      counts: { against: 2 },
    });
  });
});
