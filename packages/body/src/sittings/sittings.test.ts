/** Sittings, held against G-1 to G-7. */
import { Assembly, DAY, HOUR, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { headcounts, openSittings } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora"];
const open = (a: Assembly, tellers: number[], by = 0) =>
  a.house.put(a.person(by), "sitting.open", { title: a.words(), tellers: tellers.map((n) => a.person(n).member) });

describe("sittings", () => {
  it("G-1: any member opens a sitting, not before adoption (F-5); a guest and a leaver don't", () => {
    const a = new Assembly(names, { adopt: false });
    expect(ruleOf(open(a, [1, 2], 3))).toBe("F-5");
    a.adopt();
    expect(open(a, [1, 2], 3).ok).toBe(true);
    const guest = a.house.join("gus", "guest");
    expect(
      ruleOf(
        a.house.put(guest, "sitting.open", { title: a.words(), tellers: [a.person(1).member, a.person(2).member] }),
      ),
    ).toBe("M-2");
    a.house.do(a.person(3), "leave", {});
    expect(ruleOf(open(a, [1, 2], 3))).toBe("M-16");
  });

  it("G-2: two tellers at least, members, and each a different one", () => {
    const a = new Assembly(names);
    expect(ruleOf(open(a, [1]))).toBe("R-3");
    expect(ruleOf(open(a, [1, 1]))).toBe("G-2");
    const guest = a.house.join("gus", "guest");
    expect(
      ruleOf(
        a.house.put(a.person(0), "sitting.open", { title: a.words(), tellers: [a.person(1).member, guest.member] }),
      ),
    ).toBe("G-2");
  });

  it("G-3: only a teller counts, each for themselves; a later count takes the place of the earlier", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    expect(ruleOf(a.house.put(a.person(0), "sitting.count", { sitting, present: 4 }))).toBe("G-3");
    a.house.do(a.person(1), "sitting.count", { sitting, present: 3, guests: 1 });
    a.house.do(a.person(1), "sitting.count", { sitting, present: 4 });
    expect([...a.house.state.sittings.sittings.get(sitting)!.counts.values()].map((c) => c.present)).toEqual([4]);
  });

  it("G-4, G-5: opener or teller closes it, once; a closed or unknown sitting does nothing more", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    expect(ruleOf(a.house.put(a.person(3), "sitting.close", { sitting }))).toBe("G-4");
    a.house.do(a.person(2), "sitting.close", { sitting });
    expect(ruleOf(a.house.put(a.person(0), "sitting.close", { sitting }))).toBe("G-5");
    expect(ruleOf(a.house.put(a.person(1), "sitting.count", { sitting, present: 4 }))).toBe("G-5");
    expect(ruleOf(a.house.put(a.person(1), "sitting.count", { sitting: "f".repeat(64), present: 4 }))).toBe("G-5");
    expect(openSittings(a.house.state, a.house.now)).toEqual([]);
  });

  it("G-6: a sitting that nobody closes is over after 24 hours, and its votes with it", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const motion = a.move();
    const vote = a.call(motion, sitting, "count");
    a.house.wait(24 * HOUR - 60_000 - 1);
    expect(openSittings(a.house.state, a.house.now)).toHaveLength(1);
    expect(a.cast(vote, a.person(3), "for").ok).toBe(true);
    a.house.wait(1);
    expect(ruleOf(a.cast(vote, a.person(2), "for"))).toBe("V-29");
    expect(ruleOf(a.house.put(a.person(0), "sitting.close", { sitting }))).toBe("G-5");
  });

  it("G-7: headcounts that differ stand side by side", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const state = () => headcounts(a.house.state.sittings.sittings.get(sitting)!);
    expect(state().agree).toBe("none");
    a.house.do(a.person(1), "sitting.count", { sitting, present: 3 });
    expect(state().agree).toBe("one");
    a.house.do(a.person(2), "sitting.count", { sitting, present: 4 });
    expect(state()).toMatchObject({ agree: "differ", least: 3, most: 4 });
    a.house.wait(DAY);
  });

  it("E-6: nobody brings in a text that somebody else brought in, or one that was erased", () => {
    const a = new Assembly(names);
    const title = text("the fifth of May");
    const tellers = [a.person(1).member, a.person(2).member];
    const sitting = a.house.do(a.person(0), "sitting.open", { title, tellers });
    a.house.do(a.person(0), "sitting.close", { sitting });
    expect(ruleOf(a.house.put(a.person(1), "sitting.open", { title, tellers }))).toBe("E-6");
    a.house.do(a.person(0), "erase", { attachments: [title.hash] });
    expect(ruleOf(a.house.put(a.person(0), "sitting.open", { title, tellers }))).toBe("E-6");
  });
});
