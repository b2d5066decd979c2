/** Rules M-12 and M-30 against who would use them: to keep invented people in, or to throw honest ones out. */
import { describe, expect, it } from "vitest";
import { arrive, Assembly, DAY, figures, HOUR, Meeting, type Person } from "@nabat/testkit";
import { TELLERS_MS } from "../votes/lists.ts";
import { isMember, rollSize } from "./standing.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const GROUNDS = ["invented", "twice", "another-name", "not-seen", "conditions"] as const;
const move = (a: Assembly, by: Person, whom: Person, ground: string) =>
  a.house.put(by, "move", {
    title: a.words(),
    text: a.words(),
    subject: { type: "contest", member: whom.member, ground },
  });

/** An invented person whom Gus invites and Hal vouches for. */
function invented(): { a: Meeting; x: Person } {
  const a = new Meeting(NINE);
  const x = a.house.join("x", "member", a.person(6));
  a.house.do(a.person(7), "vouch", { member: x.member });
  a.house.wait(3 * DAY);
  return { a, x };
}

/** Moved by this person, spoken to by who is concerned, and voted on at a called meeting. */
function contested(a: Meeting, by: Person, whom: Person, ground: string, counts: Record<string, number>): string {
  const motion = a.move({ by, subject: { type: "contest", member: whom.member, ground } as never });
  a.house.do(whom, "say", { about: motion, text: a.words() });
  a.meet(motion, figures(counts), { mode: "paper" });
  return a.house.state.motions.motions.get(motion)?.status ?? "";
}

describe("keeping invented people in", () => {
  it("M-12, M-30: three of nine contest one of their own and refuse it at night: that decides nothing, on no ground", () => {
    for (const ground of GROUNDS) {
      const { a, x } = invented();
      expect(contested(a, a.person(6), x, ground, { against: 3 })).toBe("standing");
      expect([ground, move(a, a.person(0), x, ground).ok]).toEqual([ground, true]);
    }
  });

  it("M-12: nor does one that who brought them in moved, however many refused it", () => {
    const { a, x } = invented();
    const movers = [
      [a.person(6), "invented"],
      [a.person(7), "twice"],
      [x, "not-seen"],
    ] as const;
    for (const [by, ground] of movers) {
      expect(contested(a, by, x, ground, { against: 7 })).toBe("lost");
      expect([ground, move(a, a.person(0), x, ground).ok]).toEqual([ground, true]);
    }
  });

  it("M-12: who moves and withdraws shields nobody: they move none again, and what others second stays", () => {
    const { a, x } = invented();
    const [ana, bo, friend] = [a.person(0), a.person(1), a.person(8)];
    const first = move(a, friend, x, "invented");
    expect(move(a, ana, x, "invented")).toMatchObject({ rule: "M-12", code: "moved-already" });
    const taken = a.house.do(friend, "withdraw", { motion: first.ok ? first.value.id : ("" as never) });
    expect(taken).toBeDefined();
    for (const ground of GROUNDS)
      expect(move(a, friend, x, ground)).toMatchObject({ rule: "M-12", code: "withdrew-before" });
    // Another friend moves it in the same second; an honest one stands behind it, and so it is voted on.
    const second = move(a, a.person(5), x, "invented");
    const motion = second.ok ? second.value.id : ("" as never);
    // Who brought the person in holds nobody's motion by seconding it.
    a.house.do(a.person(7), "second", { motion });
    a.house.do(ana, "second", { motion });
    const revised = { motion, text: a.words() };
    expect(a.house.put(a.person(5), "withdraw", { motion })).toMatchObject({ code: "others-stand-behind" });
    expect(a.house.put(a.person(5), "revise", revised)).toMatchObject({ code: "others-stand-behind" });
    a.house.do(bo, "say", { about: motion, text: a.words() });
    a.house.wait(7 * DAY);
    a.meet(motion, figures({ for: 5, against: 3 }), { mode: "paper" });
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("M-12: what one friend after the other withdraws, others may move within seven days each time", () => {
    const { a, x } = invented();
    const movers = [a.person(8), a.person(5)];
    a.house.wait(25 * DAY);
    for (const by of movers) {
      const moved = move(a, by, x, "invented");
      expect(moved.ok).toBe(true);
      a.house.wait(6 * DAY);
      a.house.do(by, "withdraw", { motion: moved.ok ? moved.value.id : ("" as never) });
    }
    a.house.wait(6 * DAY);
    expect(move(a, a.person(0), x, "invented").ok).toBe(true);
  });

  it("M-12: who moved a contest alone, and sees that it was wrong, withdraws or rewrites it", () => {
    const { a, x } = invented();
    const moved = move(a, a.person(0), x, "twice");
    const motion = moved.ok ? moved.value.id : ("" as never);
    // The person's own friends don't bind them to it.
    a.house.do(a.person(6), "second", { motion });
    expect(a.house.put(a.person(0), "revise", { motion, text: a.words() }).ok).toBe(true);
    expect(a.house.put(a.person(0), "withdraw", { motion }).ok).toBe(true);
    expect(move(a, a.person(1), x, "twice").ok).toBe(true);
  });

  it("M-12: what half of the roll refused stands: nobody is put on trial for the same again", () => {
    const { a, x } = invented();
    expect(contested(a, a.person(0), x, "invented", { for: 2, against: 3 })).toBe("lost");
    expect(move(a, a.person(1), x, "invented")).toMatchObject({ rule: "M-12", code: "decided-before" });
    expect(move(a, a.person(1), x, "twice").ok).toBe(true);
  });
});

describe("throwing honest people out", () => {
  it("M-30: three of nine who contest four honest newcomers at once throw out nobody", () => {
    const a = new Assembly(["ana", "bo", "c1", "c2", "c3"]);
    const [ana, bo, c1, c2, c3] = a.people as [Person, Person, Person, Person, Person];
    const newcomers = ["n1", "n2", "n3", "n4"].map((n) => a.house.voter(n, ana));
    a.house.wait(DAY);
    const motions = newcomers.map((n) => {
      const motion = a.move({ by: c1, subject: { type: "contest", member: n.member, ground: "not-seen" } });
      a.house.do(c2, "second", { motion });
      return motion;
    });
    a.house.wait(8 * DAY);
    const open = { mode: "count", closes: a.house.now + 122 * HOUR, tellers: [c3.member] };
    const votes = motions.map((motion) => a.house.do(c1, "vote.open", { motion, version: a.version(motion), ...open }));
    a.house.wait(49 * HOUR);
    for (const vote of votes) {
      for (const p of [c1, c2, c3]) expect(a.cast(vote, p, "for").ok).toBe(true);
      // Two of the nine have none on it: the person, and the latest who came by the same word.
      const against = [ana, bo, ...newcomers].filter((p) => a.cast(vote, p, "against").ok);
      expect([against.length, a.vote(vote).whole, a.vote(vote).barred?.length]).toEqual([4, 7, 2]);
    }
    // All voted, so it is over.
    a.house.wait(HOUR);
    for (const vote of votes) a.tally(vote, figures({ for: 3, against: 4 }));
    for (const vote of votes) a.declare(vote, c1);
    a.house.wait(4 * DAY);
    expect(newcomers.filter((n) => !isMember(a.house.state, n.member, a.house.now))).toEqual([]);
    expect(rollSize(a.house.state, a.house.now)).toBe(9);
  });

  it("M-30: barred are together at most a quarter of the roll, the person reckoned in, the latest first", () => {
    const a = new Assembly(NINE, { statutes: (s) => ({ ...s, voting: { ...s.voting, seconds: 0 } }) });
    const come = [0, 1, 2, 3, 4, 5, 6].map((n) => {
      const p = a.house.voter(`b${n}`, a.person(7));
      a.house.wait(HOUR);
      return p;
    });
    const other = a.house.voter("other", a.person(1));
    const motions = [...come, other].map((p) => {
      const motion = a.move({ by: a.person(0), subject: { type: "contest", member: p.member, ground: "invented" } });
      for (const n of [1, 2, 3]) a.house.do(a.person(n), "second", { motion });
      return motion;
    });
    a.house.wait(8 * DAY);
    const open = (motion: (typeof motions)[number]) =>
      a.vote(
        a.house.do(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 122 * HOUR,
          tellers: [a.person(5).member],
        }),
      );
    // Seventeen: four are a quarter.
    const first = open(motions[0]!);
    expect(first.barred).toEqual([come[0], come[6], come[5], come[4]].map((p) => p!.member).sort());
    expect(first.whole).toBe(13);
    // Whoever came by another's word bars none of them and is barred by none.
    expect(open(motions[7]!).barred).toEqual([other.member]);
  });

  it("M-30: a contest that fewer than half refused isn't carried by fewer over days either", () => {
    const a = new Meeting(NINE);
    const x = arrive(a, "x", a.person(6));
    const motion = a.move({ by: a.person(0), subject: { type: "contest", member: x.member, ground: "invented" } });
    a.house.do(x, "say", { about: motion, text: a.words() });
    const result = a.meet(motion, figures({ for: 2, against: 4 }), { mode: "paper" });
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result });
    const closes = a.house.now + TELLERS_MS + 72 * HOUR;
    const again = {
      motion,
      version: a.version(motion),
      mode: "count",
      closes,
      tellers: [a.person(7).member],
      again: result,
    };
    const vote = a.house.do(a.person(8), "vote.open", again);
    a.house.wait(49 * HOUR);
    for (const n of [6, 7, 8]) a.cast(vote, a.person(n), "for");
    a.house.wait(36 * HOUR);
    a.tally(vote, figures({ for: 3 }));
    a.declare(vote, a.person(8));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("lost");
    a.house.wait(4 * DAY);
    expect(isMember(a.house.state, x.member, a.house.now)).toBe(true);
  });
});
