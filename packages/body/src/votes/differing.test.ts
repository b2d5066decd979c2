/** Lists that differ, one who is outside, few who count, votes that are cut short: nobody keeps those there from deciding (V-25, V-35, V-57, V-62, V-63; B-12, G-40). */
import { type ActId, toHex } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { forceStage } from "../binding/put-all.ts";
import { listBytes, type ListLine, listLines } from "./acts.ts";
import { listHolds } from "./list-figures.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MINUTE = 60_000;

/** A called meeting with one motion under way; `outside`: who takes part from there. */
function meeting(options: { of?: number; outside?: number[]; subject?: object } = {}) {
  const a = new Meeting(NINE.slice(0, options.of ?? 9));
  const motion = a.move({ by: a.person(0), ...(options.subject ? { subject: options.subject as never } : {}) });
  const call = a.convene();
  const item = a.item(call, { motion });
  const sitting = options.of === 2 ? a.hold(call, { tellers: [a.person(0), a.person(1)] }) : a.hold(call);
  for (const n of options.outside ?? []) a.house.do(a.person(n), "sitting.remote", { sitting });
  a.begin(sitting, item);
  a.house.wait(MINUTE);
  const open = (mode: string) =>
    a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode, sitting });
  const status = () => a.house.state.motions.motions.get(motion)?.status;
  return { a, motion, sitting, item, open, status };
}
const closed = (a: Meeting, vote: ActId) => {
  a.house.wait(2 * MINUTE);
  a.house.put(a.person(0), "vote.close", { vote });
};

describe("one voter who seals differently to two honest tellers", () => {
  /** Nine vote, the last one's position opens for the first teller alone. */
  const cast = (a: Meeting, vote: ActId, fors: number) => {
    a.people.forEach((p, n) => a.cast(vote, p, n < fors ? "for" : "against"));
    const commit = a.vote(vote).cast.get(a.person(8).member)?.commit ?? "";
    const lines = a.lines(vote);
    return { mine: lines, other: [...lines.slice(0, 8), [commit, "invalid"] as const] as ListLine[] };
  };

  it("V-63, V-35: where the outcome is the same by each list, it stands at once; the one that speaks least for it is declared", () => {
    const { a, open, status } = meeting();
    const called = open("count");
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    const { mine, other } = cast(a, vote, 6);
    closed(a, vote);
    const tally = (n: number, counts: object, lines: ListLine[]) =>
      a.house.do(a.person(n), "tally", { vote, counts, ...a.listing(vote, lines) });
    tally(1, figures({ for: 6, against: 3 }), mine);
    tally(2, figures({ for: 6, against: 2, invalid: 1 }), other);
    a.declare(vote);
    expect([status(), a.vote(vote).result?.differ, a.vote(vote).result?.counts["against"]]).toEqual([
      "carried",
      true,
      3,
    ]);
  });

  it("V-57, V-35: over days too, after the two days, by the list that isn't in doubt", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const vote = a.callOutside(motion, { mode: "count", opened: false });
    const teller = a.person(6).member;
    for (const n of [2, 4]) a.house.do(a.person(n), "teller.add", { vote, teller });
    a.house.wait(12 * HOUR);
    const { mine, other } = cast(a, vote, 6);
    a.house.wait(HOUR);
    a.house.do(a.person(1), "tally", { vote, counts: figures({ for: 6, against: 3 }), ...a.listing(vote, mine) });
    a.house.do(a.person(6), "tally", {
      vote,
      counts: figures({ for: 6, against: 2, invalid: 1 }),
      ...a.listing(vote, other),
    });
    // The other list isn't in doubt.
    a.house.do(a.person(7), "number.missing", { vote, teller: a.person(1).member });
    a.house.wait(2 * DAY);
    a.declare(vote);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("V-63, G-40: where the outcome differs, those there vote by hands at once, though somebody is outside", () => {
    const { a, open, status } = meeting({ outside: [8] });
    expect(ruleOf(open("hands"))).toBe("G-40");
    const called = open("mixed");
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    a.cast(vote, a.person(8), "against");
    const commit = a.vote(vote).cast.get(a.person(8).member)?.commit ?? "";
    const lines = a.lines(vote);
    closed(a, vote);
    a.tally(vote, figures({ for: 4, against: 3 }), 8);
    const net = (n: number, counts: object, of: ListLine[]) =>
      a.house.do(a.person(n), "tally", { vote, devices: true, counts, ...a.listing(vote, of) });
    net(1, figures({ against: 1 }), lines);
    net(2, figures({ invalid: 1 }), [[commit, "invalid"]]);
    expect(() => a.declare(vote)).toThrow("V-63");
    const hands = open("hands");
    if (!hands.ok) throw new Error(`${hands.rule} ${hands.code}`);
    a.house.do(a.person(0), "vote.close", { vote: hands.value.id });
    a.tally(hands.value.id, figures({ for: 5, against: 3 }), 8);
    a.declare(hands.value.id);
    expect(status()).toBe("carried");
  });

  it("V-56: two who give one number stand under their commitments, in whatever order they are opened, and spoil no list", () => {
    const n = "1".repeat(32);
    const one = { commit: "a".repeat(64), number: n, choice: "for" };
    const two = { commit: "b".repeat(64), number: n, choice: "against" };
    const other = { commit: "c".repeat(64), number: "2".repeat(32), choice: "for" };
    const none = { commit: "d".repeat(64) };
    const hashes = [
      [one, two, other, none],
      [none, two, other, one],
    ].map((opened) => toHex(sha256(listBytes("v", listLines(opened)))));
    expect(hashes[0]).toBe(hashes[1]);
    const lines = listLines([one, two, other, none]);
    expect(listHolds({ castCount: 4 }, lines, figures({ for: 2, against: 1, invalid: 1 }))).toBe(true);
    expect(lines.map(([number]) => number)).toEqual([one.commit, two.commit, other.number, none.commit]);
  });
});

describe("few, and one of them outside", () => {
  const establish = { type: "establish", body: "committee", seats: 2 };

  it("V-62, G-40: in a body of three, all count hall and devices: one who is outside and counts otherwise keeps nobody from a result", () => {
    const { a, open, status } = meeting({ of: 3, outside: [2], subject: establish });
    const called = open("mixed");
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    expect([a.vote(vote).together, a.vote(vote).devices]).toEqual([true, "name"]);
    a.cast(vote, a.person(2), "against");
    closed(a, vote);
    for (const [n, counts] of [
      [0, { for: 2 }],
      [1, { for: 2 }],
      [2, { against: 2 }],
    ] as const)
      a.house.do(a.person(n), "tally", { vote, counts: figures(counts), present: 2 });
    a.declare(vote);
    expect([status(), a.vote(vote).result?.differ]).toEqual(["carried", true]);
  });

  it("V-62, G-40: a body of two decides with one of them on the phone", () => {
    const { a, open, status } = meeting({ of: 2, outside: [1], subject: establish });
    const called = open("mixed");
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    a.cast(vote, a.person(1), "for");
    closed(a, vote);
    for (const n of [0, 1]) a.house.do(a.person(n), "tally", { vote, counts: figures({ for: 1 }), present: 1 });
    a.declare(vote);
    expect(status()).toBe("carried");
  });
});

describe("votes over days that nobody counts", () => {
  it("V-71, V-57: a called meeting needn't wait for the next one, where nobody counted the one before", () => {
    for (const counted of [false, true]) {
      const a = new Meeting(NINE);
      const motion = a.move({ by: a.person(0) });
      const over = (by: number, teller: number) =>
        a.house.put(a.person(by), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 84 * HOUR,
          tellers: [a.person(teller).member],
        });
      a.house.do(a.person(3), "second", { motion });
      a.house.wait(9 * DAY);
      // Two of three who collude: one calls, the other is named and counts nothing.
      if (!counted) {
        expect(ruleOf(over(7, 8))).toBe("entered");
        a.house.wait(7 * DAY);
      }
      const call = a.convene({ days: 4 });
      const item = a.item(call, { motion });
      const { starts } = a.house.state.meetings.calls.get(call)!;
      a.house.wait(starts - DAY - a.house.now);
      expect(ruleOf(over(6, 4))).toBe("entered");
      const sitting = a.hold(call);
      a.begin(sitting, item);
      a.house.wait(MINUTE);
      const open = a.house.put(a.person(0), "vote.open", {
        motion,
        version: a.version(motion),
        mode: "hands",
        sitting,
      });
      expect([counted, ruleOf(open)]).toEqual([counted, counted ? "V-25" : "entered"]);
    }
  });
});

describe("a vote that is cut short", () => {
  it("B-12: broken up, closed or over within the minute: devices have it all the same", () => {
    const { a, sitting, open } = meeting();
    const called = open("count");
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    for (const n of [7, 8]) a.cast(vote, a.person(n), "for");
    a.house.do(a.person(1), "sitting.interrupt", { sitting, reason: a.words("tumult") });
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: figures({ for: 2 }), ...a.listing(vote) }))).toBe(
      "V-34",
    );
    for (const n of [2, 3, 4]) expect(ruleOf(a.cast(vote, a.person(n), "against"))).toBe("entered");
    a.house.wait(MINUTE);
    expect(ruleOf(a.cast(vote, a.person(5), "against"))).toBe("V-29");
    a.tally(vote, figures({ for: 2, against: 3 }));
    a.declare(vote);
    expect(a.vote(vote).result?.outcome).toBe("lost");
  });
});

describe("halls besides the one that leads", () => {
  /** The second hall is opened by two who collude. */
  function two() {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(7) });
    const call = a.convene({ halls: ["here", "there"] });
    const item = a.item(call, { motion });
    const starts = a.house.state.meetings.calls.get(call)?.starts ?? 0;
    a.house.wait(starts - a.house.now + 31 * MINUTE);
    const open = (n: number, hall: string, tellers: number[]) =>
      a.house.put(a.person(n), "sitting.open", {
        title: a.words(),
        tellers: tellers.map((t) => a.person(t).member),
        call,
        hall,
      });
    const here = open(0, "here", [1, 2]);
    const there = open(7, "there", [7, 8]);
    if (!here.ok || !there.ok) throw new Error("no halls");
    a.house.wait(16 * MINUTE);
    return { a, motion, item, open, here: here.value.id, there: there.value.id };
  }
  const elect = (a: Meeting, sitting: ActId) => {
    const board = { what: "board", chair: a.person(0).member, tellers: [1, 2].map((n) => a.person(n).member) } as const;
    const motion = a.put(sitting, board, a.person(3));
    a.house.wait(MINUTE);
    const vote = a.house.do(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting });
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 4 }), 4);
    a.declare(vote);
    return a.vote(vote);
  };

  it("G-44, G-41: the first tellers are elected in the hall that leads, alone: another neither outvotes nor holds that up", () => {
    const { a, here } = two();
    expect([elect(a, here).halls, a.house.state.meetings.courses.get(here)?.tellersBy]).toEqual([
      undefined,
      expect.any(String),
    ]);
  });

  it("G-41, B-8, B-9: what is counted in another hall waits three days, and as few as call a meeting put it to all", () => {
    const { a, motion, item, here, there } = two();
    elect(a, here);
    a.begin(here, item);
    const vote = a.house.do(a.person(0), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "hands",
      sitting: here,
    });
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ against: 4 }), 4);
    for (const n of [7, 8])
      a.house.do(a.person(n), "tally", { vote, hall: there, counts: figures({ for: 5 }), present: 5 });
    const result = a.declare(vote);
    const decision = () => a.house.state.binding.decisions.get(result)!;
    expect([a.vote(vote).result?.outcome, forceStage(decision(), a.house.now)]).toEqual(["carried", "waits"]);
    for (const n of [3, 4]) a.house.do(a.person(n), "put.all", { result });
    expect(forceStage(decision(), a.house.now)).toBe("suspended");
  });

  it("G-41: a hall that doesn't count is closed by who presides; it is left out, and isn't opened again beside the other", () => {
    const { a, motion, item, open, here, there } = two();
    // Who opened the first hall shuts nobody out before those there have elected who counts.
    expect(ruleOf(a.house.put(a.person(0), "sitting.close", { sitting: there }))).toBe("G-44");
    elect(a, here);
    a.begin(here, item);
    const vote = a.house.do(a.person(0), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "hands",
      sitting: here,
    });
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ against: 4 }), 4);
    expect(() => a.declare(vote)).toThrow("V-34");
    a.house.do(a.person(0), "sitting.close", { sitting: there });
    const result = a.declare(vote);
    expect(a.vote(vote).result?.outcome).toBe("lost");
    // Who was left out with it can have all asked, however many the other hall is said to have been.
    expect(a.house.state.binding.decisions.get(result)?.halls).toBe(true);
    expect(ruleOf(open(8, "there", [7, 8]))).toBe("G-41");
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });
});
