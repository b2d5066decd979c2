/** What a meeting refused is put to all like what it decided (B-9 to B-11). */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const BY_NAME = { statutes: (s: object) => ({ ...s, voting: { ...(s as { voting: object }).voting, mode: "name" } }) };

/** A motion that two lost at a meeting, and the result that said so. */
function lost() {
  const a = new Meeting(NINE, BY_NAME as never);
  const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
  const result = a.meet(motion, figures({ against: 2 }));
  const put = (n: number) => ruleOf(a.house.put(a.person(n), "put.all", { result }));
  const decision = () => a.house.state.binding.decisions.get(result)!;
  const stage = () => forceStage(decision(), a.house.now);
  const again = () =>
    a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "name",
      closes: a.house.now + 72 * HOUR,
      again: result,
    });
  return { a, motion, result, put, decision, stage, again };
}

/** All who are named vote, the rest don't; declared when the days are over. */
function all(a: Meeting, vote: ActId, yes: readonly number[], no: readonly number[]): void {
  for (const n of yes) a.cast(vote, a.person(n), "for");
  for (const n of no) a.cast(vote, a.person(n), "against");
  a.house.wait(73 * HOUR);
  a.declare(vote);
}

describe("what a meeting refused", () => {
  it("B-9, B-11: two who lose a motion at a meeting don't lose it for the seven others", () => {
    const { a, motion, put, stage, decision, again } = lost();
    expect(stage()).toBe("refused");
    expect([put(4), put(5), put(6)]).toEqual(["entered", "entered", "B-9"]);
    expect(stage()).toBe("suspended");
    all(a, again(), [2, 3, 4, 5, 6, 7, 8], [0, 1]);
    expect([decision().settled?.stands, a.house.state.motions.motions.get(motion)?.status]).toEqual([false, "carried"]);
    expect(a.house.state.founding.mayEstablish.size).toBe(1);
    const carried = [...a.house.state.binding.decisions.values()].at(-1)!;
    expect(carried).toMatchObject({ on: motion, way: "days", voted: 9 });
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("B-10, B-11: where all refuse it too, where too few vote, or nobody calls the vote, it stays refused", () => {
    for (const vote of [
      (a: Meeting, again: () => ActId) => all(a, again(), [0, 1], [2, 3, 4, 5, 6]),
      (a: Meeting, again: () => ActId) => all(a, again(), [0], []),
      (a: Meeting) => a.house.wait(7 * DAY),
    ]) {
      const { a, motion, put, stage, again } = lost();
      for (const n of [4, 5]) put(n);
      vote(a, again);
      expect([stage(), a.house.state.motions.motions.get(motion)?.status]).toEqual(["refused", "lost"]);
      expect(a.house.state.founding.mayEstablish.size).toBe(0);
    }
  });

  it("B-9: what was refused over days was before all, and what orders a sitting's course is over with it", () => {
    const a = new Meeting(NINE, BY_NAME as never);
    const motion = a.move();
    a.house.wait(DAY);
    const vote = a.callOutside(motion);
    all(a, vote, [0], [4, 5, 6]);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("lost");
    expect(a.house.state.binding.decisions.size).toBe(0);
  });

  it("B-11: more than half of all against it is never too few, whatever the meeting said of how many it was", () => {
    const a = new Meeting(NINE, {
      statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name", quorum: { num: 3, den: 4 } } }),
    });
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 9 }));
    for (const n of [4, 5]) a.house.do(a.person(n), "put.all", { result });
    const vote = a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "name",
      closes: a.house.now + 72 * HOUR,
      again: result,
    });
    all(a, vote, [], [3, 4, 5, 6, 7]);
    expect(forceStage(a.house.state.binding.decisions.get(result)!, a.house.now)).toBe("fell");
  });
});
