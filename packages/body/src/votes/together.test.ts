/** Bodies of few count together (V-62): one of three can't keep two from a result. */
import { figures, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";

const THREE = ["ana", "bo", "cem"];

describe("three members", () => {
  function held() {
    const a = new Meeting(THREE);
    const motion = a.move();
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const vote = a.call(motion, sitting);
    a.house.do(a.person(0), "vote.close", { vote });
    const count = (n: number, of: object) =>
      ruleOf(a.house.put(a.person(n), "tally", { vote, counts: figures(of), present: 3 }));
    return { a, motion, vote, count };
  }

  it("V-62: one who counts otherwise holds nothing up: the count of most stands, and that they differed is kept", () => {
    const { a, motion, vote, count } = held();
    expect(a.vote(vote).tellers).toHaveLength(3);
    expect(count(2, { for: 1, against: 2 })).toBe("entered");
    expect(count(0, { for: 2, against: 1 })).toBe("entered");
    // One against one: they count again, or the third says.
    expect(() => a.declare(vote)).toThrow("V-35");
    expect(count(1, { for: 2, against: 1 })).toBe("entered");
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ outcome: "carried", differ: true });
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
    expect(a.house.refold().size).toBe(a.house.state.size);
  });

  it("V-62: two who agree need no third", () => {
    const { a, vote, count } = held();
    expect([count(0, { for: 3 }), count(1, { for: 3 })]).toEqual(["entered", "entered"]);
    a.declare(vote);
    expect(a.vote(vote).result?.outcome).toBe("carried");
  });

  it("V-62, O-7: three elect one of themselves, though whoever stands counts too", () => {
    const a = new Meeting(THREE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(1), "nominate", { election, candidate: a.person(1).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 2, none: 1 }, { present: 3 });
    expect(a.house.state.elections.elections.get(election)?.elected).toEqual([a.person(1).member]);
  });
});
