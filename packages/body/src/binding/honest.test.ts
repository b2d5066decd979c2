/**
 * What honest groups do on an ordinary day, and what must stay possible beside all that B-1 to B-12 and
 * S-36 to S-39 refuse: docs/attacks.md names these tests.
 */
import type { ActId, MemberId } from "@nabat/kernel";
import { Assembly, DAY, figures, type FoundOptions, HOUR, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { rests, rollSize } from "../members/standing.ts";
import { statutesOf } from "../statutes/queries.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const BY_NAME: FoundOptions = { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

const status = (a: Assembly, motion: ActId) => a.house.state.motions.motions.get(motion)?.status;
const sign = (a: Assembly, n: number, motion: ActId) =>
  ruleOf(a.house.put(a.person(n), "now.sign", { motion, version: a.version(motion) }));
const stage = (a: Assembly, on: ActId) => {
  const decision = [...a.house.state.binding.decisions.values()].findLast((d) => d.on === on);
  return decision && forceStage(decision, a.house.now);
};

/** Hands go up at a sitting that nobody called. */
function ask(a: Assembly, motion: ActId, counts: Record<string, number>): ActId {
  const sitting = a.sitting();
  const vote = a.ask(motion, sitting);
  a.house.do(a.person(0), "vote.close", { vote });
  a.tally(vote, figures(counts), 9);
  a.declare(vote);
  return vote;
}

describe("within the hour", () => {
  it("B-3, B-6: a strike meeting votes by hands, and walks out on more than half of all signatures", () => {
    const a = new Assembly(NINE);
    const motion = a.move();
    const vote = ask(a, motion, { for: 6, against: 1 });
    expect(a.vote(vote).result).toMatchObject({ outcome: "carried", opinion: true });
    expect(status(a, motion)).toBe("standing");
    a.house.wait(HOUR);
    expect([0, 1, 2, 3].map((n) => sign(a, n, motion))).toEqual(Array(4).fill("entered"));
    expect(status(a, motion)).toBe("standing");
    expect(sign(a, 4, motion)).toBe("entered");
    expect([status(a, motion), stage(a, motion)]).toEqual(["carried", "in-force"]);
  });

  it("B-3, B-4: a burst pipe tonight: an opinion, two act on it, and all ratify the text that names the act, or don't", () => {
    for (const [choice, outcome] of [
      ["for", "carried"],
      ["against", "lost"],
    ] as const) {
      const a = new Assembly(NINE, BY_NAME);
      const tonight = a.move();
      expect(a.vote(ask(a, tonight, { for: 2 })).result).toMatchObject({ opinion: true });
      // They call the plumber. The next day a plain text says what was done, and goes to all.
      const ratify = a.move({ by: a.person(1) });
      const vote = a.callOutside(ratify, { by: a.person(1) });
      for (const n of [2, 3, 4, 5]) a.cast(vote, a.person(n), choice);
      a.house.wait(73 * HOUR);
      a.declare(vote);
      expect(status(a, ratify)).toBe(outcome);
      expect(status(a, tonight)).toBe("standing");
    }
  });
});

describe("small bodies", () => {
  it.each([2, 3, 4, 5])(
    "B-6: in a body of %i more than half sign a plain text after an hour, and it is decided",
    (n) => {
      const a = new Assembly(NINE.slice(0, n));
      const motion = a.move();
      a.house.wait(HOUR);
      const needed = Math.floor(n / 2) + 1;
      for (let i = 0; i < needed; i++) {
        expect(status(a, motion)).toBe("standing");
        expect(sign(a, i, motion)).toBe("entered");
      }
      expect(status(a, motion)).toBe("carried");
    },
  );

  it.each([2, 3, 4])("S-38, B-5, B-8: in a body of %i all agree to change their rules now, and most do", (n) => {
    const a = new Assembly(NINE.slice(0, n), BY_NAME);
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { hours: 96 } } } });
    const version = a.version(motion);
    const call = { motion, version, mode: "name" };
    a.house.wait(7 * DAY);
    a.agreeAll({ motion }, version);
    const vote = a.house.do(a.person(0), "vote.open", { ...call, closes: a.house.now + HOUR });
    for (let i = 0; i < n; i++) a.cast(vote, a.person(i), i === 3 ? "against" : "for");
    a.declare(vote);
    a.house.wait(3 * DAY);
    expect(statutesOf(a.house.state, a.house.now).voting.hours).toBe(96);
  });

  it.each([2, 3, 4])("V-61, B-4: a body of %i votes by name over days where its rules seal positions", (n) => {
    const a = new Assembly(NINE.slice(0, n));
    const motion = a.move();
    const vote = a.callOutside(motion, { seconder: a.person(1), tellers: [] });
    for (let i = 0; i < n; i++) a.cast(vote, a.person(i), "for");
    a.declare(vote);
    expect([status(a, motion), stage(a, motion)]).toEqual(["carried", "in-force"]);
  });

  it.each([2, 3, 4])("B-2, G-44: a body of %i meets when it was called, elects who counts, and decides", (n) => {
    const a = new Meeting(NINE.slice(0, n));
    const motion = a.move();
    const call = a.convene();
    const item = a.item(call, { motion });
    const tellers = a.people.slice(-2);
    const sitting = a.hold(call, { tellers });
    a.begin(sitting, item);
    a.decide(motion, sitting, figures({ for: n }));
    expect([status(a, motion), stage(a, motion)]).toEqual(["carried", "in-force"]);
  });

  it("O-7, O-9: a body of three elects one of them, and the other two count", () => {
    const a = new Meeting(NINE.slice(0, 3));
    const terms = { seats: 1, rule: "plurality", termDays: 365, powers: [] };
    const election = a.house.do(a.person(1), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(0), "nominate", { election, candidate: a.person(0).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 3 }, { present: 3 });
    expect(a.house.state.elections.offices.map((o) => o.holder)).toEqual([a.person(0).member]);
  });
});

describe("great and scattered bodies", () => {
  it("S-39: a yearly meeting of ninety out of 2,000 changes the rules at a second call", { timeout: 60_000 }, () => {
    const a = new Meeting(NINE, {
      statutes: (s) => ({ ...s, voting: { ...s.voting, quorum: { num: 1, den: 25 } } }),
    });
    const { members } = a.house.state.members;
    const [model] = members.values();
    for (let n = members.size; n < 2000; n++) {
      const id = n.toString(16).padStart(32, "0") as MemberId;
      members.set(id, { ...model!, id });
    }
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { hours: 48 } } } });
    a.meet(motion, figures({ for: 70, against: 20 }), { days: 8 });
    expect(status(a, motion)).toBe("standing");
    a.meet(motion, figures({ for: 70, against: 20 }), { days: 15 });
    expect(status(a, motion)).toBe("carried");
    a.house.wait(3 * DAY);
    expect(statutesOf(a.house.state, a.house.now).voting.hours).toBe(48);
  });

  it("B-8, B-9: two of five decide while three are away; one of these reads it and puts it to all", () => {
    const a = new Meeting(NINE.slice(0, 5), BY_NAME);
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 2 }));
    expect(stage(a, motion)).toBe("waits");
    a.house.wait(2 * DAY);
    expect(ruleOf(a.house.put(a.person(4), "put.all", { result }))).toBe("entered");
    expect(stage(a, motion)).toBe("suspended");
  });

  it("M-19, B-6: a dead member stops nobody: more than half sign, and after a year of silence they rest", () => {
    const a = new Assembly(NINE.slice(0, 4));
    const dead = a.person(3);
    const motion = a.move();
    a.house.wait(HOUR);
    for (const n of [0, 1, 2]) sign(a, n, motion);
    expect(status(a, motion)).toBe("carried");
    a.house.wait(366 * DAY);
    for (const n of [0, 1, 2]) a.house.do(a.person(n), "say", { about: a.house.body, text: a.words() });
    a.house.do(a.person(0), "rest.ask", { member: dead.member });
    a.house.wait(14 * DAY);
    a.house.do(a.person(1), "rest.ask", { member: dead.member });
    a.house.wait(14 * DAY);
    expect(rests(a.house.state.members.members.get(dead.member)!, a.house.now)).toBe(true);
    expect(rollSize(a.house.state, a.house.now)).toBe(3);
  });
});
