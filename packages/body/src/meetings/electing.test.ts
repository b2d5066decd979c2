/** Those at a called meeting elect its tellers (G-44 to G-46). */
import type { ActId } from "@nabat/kernel";
import { figures, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MINUTE = 60_000;

const gather = (names = NINE) => {
  const a = new Meeting(names);
  const motion = a.move();
  const call = a.convene();
  const item = a.item(call, { motion });
  const sitting = a.hold(call, { board: false, tellers: [a.person(0), a.person(1)] });
  a.begin(sitting, item);
  const put = (n: number, kind: string, data: object) => ruleOf(a.house.put(a.person(n), kind, data));
  const board = (chair: number, tellers: number[], counts?: number) => ({
    what: "board" as const,
    chair: a.person(chair).member,
    tellers: tellers.map((n) => a.person(n).member),
    ...(counts === undefined ? {} : { counts: a.person(counts).member }),
  });
  const puts = (n: number, procedure: object) =>
    put(n, "move", { title: a.words(), text: a.words(), sitting, subject: { type: "procedure", procedure } });
  const opens = (of: ActId, by = 0) =>
    put(by, "vote.open", { motion: of, version: a.version(of), mode: "hands", sitting });
  const last = () => [...a.house.state.motions.motions.keys()].at(-1)!;
  const tellers = () => a.house.state.sittings.sittings.get(sitting)!.tellers;
  return { a, motion, sitting, put, board, puts, opens, last, tellers };
};

describe("tellers at a called meeting", () => {
  it("G-44: nothing is voted on before they are elected, and that not in the first quarter of an hour", () => {
    const { a, motion, puts, board, opens, last } = gather();
    expect(opens(motion)).toBe("G-44");
    expect(puts(0, board(0, [0, 1]))).toBe("G-44");
    expect(puts(2, { what: "proceed" })).toBe("entered");
    a.house.wait(MINUTE);
    expect(opens(last())).toBe("G-44");
    a.house.wait(15 * MINUTE);
    expect(opens(motion)).toBe("G-44");
    expect(puts(0, board(0, [2, 3]))).toBe("entered");
    a.house.wait(MINUTE);
    expect(opens(last())).toBe("entered");
  });

  it("G-44: half of the roll there, each by their own device, need not wait", () => {
    const { sitting, put, puts, board } = gather();
    const here = (n: number) => put(n, "sitting.here", { sitting });
    expect([0, 1, 2, 3].map(here)).toEqual(["entered", "entered", "entered", "entered"]);
    expect(here(3)).toBe("G-44");
    expect(puts(4, board(4, [2, 3]))).toBe("G-44");
    expect(put(8, "sitting.remote", { sitting })).toBe("entered");
    expect(here(8)).toBe("G-44");
    expect(here(4)).toBe("entered");
    expect(puts(4, board(4, [2, 3]))).toBe("entered");
  });

  it("G-44: five who meet elect their board after a quarter of an hour, by hands, and decide", () => {
    const { a, motion, sitting, board, tellers } = gather(NINE.slice(0, 5));
    a.house.wait(15 * MINUTE);
    a.settle(sitting, board(0, [1, 2]), figures({ for: 5 }), a.person(3));
    expect(tellers()).toEqual([a.person(1).member, a.person(2).member]);
    a.decide(motion, sitting, figures({ for: 4, against: 1 }));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("G-45: one of each side counts; where they differ nobody is elected by it", () => {
    const { a, puts, board, opens, last, sitting, put } = gather();
    a.house.wait(15 * MINUTE);
    puts(1, board(0, [0, 1]));
    const theirs = last();
    puts(4, board(4, [5, 6], 7));
    a.house.wait(MINUTE);
    expect(opens(theirs)).toBe("entered");
    const vote = a.house.state.motions.motions.get(theirs)!.votes[0]!;
    expect(a.vote(vote).tellers).toEqual([a.person(1).member, a.person(7).member]);
    put(0, "vote.close", { vote });
    const counts = (n: number, of: object) => put(n, "tally", { vote, counts: of, present: 9 });
    expect(counts(0, figures({ for: 7, against: 2 }))).toBe("V-34");
    expect(counts(1, figures({ for: 7, against: 2 }))).toBe("entered");
    expect(counts(7, figures({ for: 2, against: 7 }))).toBe("entered");
    expect(
      put(1, "result", { vote, counts: figures({ for: 7, against: 2 }), whole: 9, present: 9, outcome: "carried" }),
    ).toBe("V-35");
    expect(a.house.state.sittings.sittings.get(sitting)?.tellers).toHaveLength(2);
  });

  it("G-45: where two friends put one each, the other side's counter is still of those most stand behind", () => {
    const { a, sitting, put, puts, board, opens, last } = gather();
    a.house.wait(16 * MINUTE);
    for (let n = 0; n < 9; n++) put(n, "sitting.here", { sitting });
    expect(puts(0, board(0, [0, 1], 0))).toBe("entered");
    const theirs = last();
    expect(puts(1, board(1, [1, 0], 1))).toBe("entered");
    expect(puts(4, board(4, [5, 6], 5))).toBe("entered");
    for (const n of [2, 3, 6]) put(n, "second", { motion: last() });
    a.house.wait(MINUTE);
    expect(opens(theirs)).toBe("entered");
    const vote = a.vote([...a.house.state.votes.votes.keys()].at(-1)!);
    expect(vote.tellers).toEqual([a.person(0).member, a.person(5).member]);
  });

  it("G-46: two who opened first and count as they like can't keep seven out", () => {
    const { a, motion, sitting, put, puts, board, opens, last, tellers } = gather();
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7, 8]) put(n, "sitting.here", { sitting });
    // The two put themselves, call the vote at once and count it as carried.
    puts(1, board(0, [0, 1]));
    a.house.wait(MINUTE);
    opens(last());
    const vote = a.house.state.motions.motions.get(last())!.votes[0]!;
    put(0, "vote.close", { vote });
    a.tally(vote, figures({ for: 7, against: 2 }), 9);
    a.declare(vote);
    expect(tellers()).toEqual([a.person(0).member, a.person(1).member]);
    // The seven stand behind others: that needs nobody's count, and ends every vote on the way.
    puts(3, board(4, [5, 6]));
    const seven = last();
    a.house.wait(MINUTE);
    expect(opens(seven)).toBe("entered");
    const second = (n: number) => put(n, "second", { motion: seven });
    expect([2, 4, 5].map(second)).toEqual(["entered", "entered", "entered"]);
    expect(a.house.state.motions.motions.get(seven)?.status).toBe("voting");
    expect(second(6)).toBe("entered");
    expect(a.house.state.motions.motions.get(seven)?.status).toBe("carried");
    expect(tellers()).toEqual([a.person(5).member, a.person(6).member]);
    a.house.do(a.person(4), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting });
    expect(a.house.refold().size).toBe(a.house.state.size);
  });

  it("G-46: who didn't sign that they are there stands behind nobody, and two who are alone wait their quarter of an hour", () => {
    const { a, sitting, put, puts, board, last, tellers } = gather();
    for (const n of [0, 1]) put(n, "sitting.here", { sitting });
    expect(puts(1, board(0, [2, 3]))).toBe("G-44");
    for (const n of [2, 3, 4]) put(n, "sitting.here", { sitting });
    expect(puts(1, board(0, [2, 3]))).toBe("entered");
    for (const n of [5, 6, 7, 8]) put(n, "second", { motion: last() });
    expect(put(0, "second", { motion: last() })).toBe("entered");
    expect(tellers()).toEqual([a.person(0).member, a.person(1).member]);
    expect(put(2, "second", { motion: last() })).toBe("entered");
    expect(tellers()).toEqual([a.person(2).member, a.person(3).member]);
  });
});
