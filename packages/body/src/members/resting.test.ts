/** Rules M-19 to M-22: half of the roll that never comes doesn't hold up those who do. */
import { describe, expect, it } from "vitest";
import { stateBytes } from "../engine/snapshot.ts";
import { Assembly, DAY, drawGreeters, figures, Meeting, ruleOf, type Person } from "@nabat/testkit";
import { mayAskRest } from "./resting.ts";
import { isMember, rests, rollSize, wholeRoll } from "./standing.ts";

const NINE = ["ana", "bo", "cy", "dee", "eli", "fay", "gus", "hal", "ina"];
const ask = (a: Assembly, by: Person, of: Person) => a.house.put(by, "rest.ask", { member: of.member });
const resting = (a: Assembly, p: Person): boolean => {
  const member = a.house.state.members.members.get(p.member);
  return member !== undefined && rests(member, a.house.now);
};

/** A year later: the first `awake` have said something, the others nothing. */
function aYearLater<A extends Assembly>(awake: number, a: A): A {
  a.house.wait(366 * DAY);
  for (const p of a.people.slice(0, awake)) a.house.do(p, "say", { about: a.house.body, text: a.words() });
  return a;
}

/** The first two ask the others, a fortnight apart, and a fortnight passes. */
function askTwice(a: Assembly, of: readonly Person[]): void {
  for (const p of of) expect(ruleOf(ask(a, a.person(0), p))).toBe("entered");
  a.house.wait(14 * DAY);
  for (const p of of) expect(ruleOf(ask(a, a.person(1), p))).toBe("entered");
  a.house.wait(14 * DAY);
}

describe("asking who is still there", () => {
  it("M-19 a member who gave no sign for a year may be asked, twice, a fortnight apart, by two", () => {
    const a = new Assembly(NINE);
    const [ana, bo, , , , fay] = a.people as [Person, Person, Person, Person, Person, Person];
    a.house.wait(364 * DAY);
    expect(ask(a, ana, fay)).toMatchObject({ rule: "M-19", code: "gave-a-sign" });
    a.house.wait(2 * DAY);
    expect(ask(a, ana, ana)).toMatchObject({ rule: "M-19", code: "yourself" });
    expect(ruleOf(ask(a, ana, fay))).toBe("entered");
    a.house.wait(13 * DAY);
    expect(ask(a, bo, fay)).toMatchObject({ rule: "M-19", code: "asked-lately" });
    a.house.wait(DAY);
    expect(ask(a, ana, fay)).toMatchObject({ rule: "M-19", code: "asked-by-you" });
    expect(ruleOf(ask(a, bo, fay))).toBe("entered");
    expect(ask(a, bo, fay)).toMatchObject({ rule: "M-19", code: "asked-twice" });
    a.house.wait(14 * DAY - 1);
    expect(resting(a, fay)).toBe(false);
    a.house.wait(1);
    expect(resting(a, fay)).toBe(true);
    expect(ask(a, bo, { ...fay, member: "f".repeat(32) as Person["member"] })).toMatchObject({ code: "not-a-member" });
  });

  it("M-20 any act of theirs is a sign: who was asked and answers doesn't rest, and can't be asked for a year", () => {
    const a = aYearLater(4, new Assembly(NINE));
    const fay = a.person(5);
    a.house.do(a.person(0), "rest.ask", { member: fay.member });
    a.house.wait(14 * DAY);
    a.house.do(a.person(1), "rest.ask", { member: fay.member });
    a.house.wait(13 * DAY);
    a.house.do(fay, "rest.here", {});
    a.house.wait(2 * DAY);
    expect(resting(a, fay)).toBe(false);
    expect(ask(a, a.person(2), fay)).toMatchObject({ code: "gave-a-sign" });
  });

  it("M-20 being named at the door is a sign", () => {
    const a = aYearLater(4, new Assembly(NINE));
    const bob = a.house.join("bob", "member");
    a.house.wait(366 * DAY);
    drawGreeters(a, a.people.slice(0, 3));
    a.house.do(a.person(1), "seen", { members: [bob.member] });
    expect(a.house.state.members.members.get(bob.member)?.sign).toBe(a.house.now);
  });

  it("S-41 where all others rest, the one who is left asks twice", () => {
    const a = new Assembly(["ana", "bo", "cy", "dee"]);
    a.house.wait(366 * DAY);
    const [ana, bo] = a.people as [Person, Person];
    askTwice(a, a.people.slice(2));
    a.house.wait(360 * DAY);
    a.house.do(ana, "rest.ask", { member: bo.member });
    a.house.wait(14 * DAY);
    expect(mayAskRest(a.house.state, bo.member, ana.member, a.house.now).ok).toBe(true);
    a.house.do(ana, "rest.ask", { member: bo.member });
    a.house.wait(14 * DAY);
    expect([rollSize(a.house.state, a.house.now), wholeRoll(a.house.state, a.house.now)]).toEqual([1, 4]);
  });
});

describe("resting", () => {
  it("M-21 S-38 half of the roll never comes: asked twice they rest, and the others can change the rules", () => {
    const a = aYearLater(4, new Meeting(NINE));
    const rules = a.move({ subject: { type: "statutes", changes: { voting: { hours: 48 } } } });
    a.house.wait(8 * DAY);
    expect(a.vote(a.ask(rules, a.sitting())).whole).toBe(9);
    askTwice(a, a.people.slice(4));
    expect([rollSize(a.house.state, a.house.now), wholeRoll(a.house.state, a.house.now)]).toEqual([4, 9]);
    for (const p of a.people) expect(isMember(a.house.state, p.member, a.house.now)).toBe(true);
    const again = a.move({ subject: { type: "statutes", changes: { voting: { hours: 50 } } } });
    const call = a.convene({ days: 8 });
    const item = a.item(call, { motion: again });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.decide(again, sitting, figures({ for: 3 }));
    expect(a.house.state.motions.motions.get(again)?.status).toBe("carried");
    expect(stateBytes(a.house.refold(20))).toEqual(stateBytes(a.house.state));
  });

  it("M-21 M-22 who rests keeps every right: they vote, wake by it, and the number of those who count grows", () => {
    const a = aYearLater(4, new Assembly(NINE));
    askTwice(a, a.people.slice(4));
    const motion = a.move();
    // Of four no vote is sealed (V-61).
    const vote = a.callOutside(motion, { mode: "name" });
    expect(a.vote(vote)).toMatchObject({ whole: 4, resting: 5 });
    const [fay, gus] = [a.person(5), a.person(6)];
    a.house.do(gus, "say", { about: motion, text: a.words() });
    for (const p of [fay, gus]) expect(ruleOf(a.cast(vote, p, "for"))).toBe("entered");
    expect(a.vote(vote)).toMatchObject({ whole: 6, resting: 3 });
    expect([resting(a, fay), resting(a, gus), resting(a, a.person(7))]).toEqual([false, false, true]);
    expect(rollSize(a.house.state, a.house.now)).toBe(6);
    // Not everybody has voted before all who woke have.
    for (const p of a.people.slice(0, 3)) a.cast(vote, p, "for");
    expect(a.vote(vote).closed).toBeUndefined();
    a.cast(vote, a.person(3), "for");
    expect(a.vote(vote).closed).toBe(a.house.now);
  });

  it("M-22 V-34 in a hall more may be there than counted when the vote was called: they woke", () => {
    const a = aYearLater(4, new Assembly(NINE));
    askTwice(a, a.people.slice(4));
    const motion = a.move();
    const vote = a.ask(motion, a.sitting());
    a.house.do(a.person(0), "vote.close", { vote });
    const counts = figures({ for: 6, against: 1 });
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts, present: 10 }))).toBe("V-34");
    a.tally(vote, counts, 7);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ whole: 7, present: 7, outcome: "carried" });
  });
});
