/** Rule K-11: new keys at the door of a called meeting; and what two can't do with it. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { DAY, figures, newKeysOf, type House, HOUR, Meeting, type Person, ruleOf, text } from "@nabat/testkit";
import { GATHER_MS } from "../meetings/electing.ts";
import { keyHolder } from "../members/standing.ts";
import { doorPlaces } from "./door.ts";
import { RECOVERY_MS, TERMS_MS } from "./running.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
const crowd = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);
let n = 0;
const name = () => ({ name: text(`door name ${n++}`) });

function anew(house: House, who: Person, sheet = "new"): Person {
  return { ...house.person(who.name, sheet), member: who.member };
}
const ask = (m: Meeting, by: Person, p: Person, more: object) =>
  m.house.put(by, "key.recover", { ...newKeysOf(p), member: p.member, ...more });
/** Two of the meeting's tellers, the second and third person, bring somebody back. */
function atDoor(m: Meeting, sitting: ActId, p: Person): string {
  const made = ask(m, m.person(1), p, { sitting });
  if (!made.ok) return made.rule;
  return ruleOf(m.house.put(m.person(2), "cosign", { of: made.value.id }));
}

/** Each names four, until all are named. */
function nameAll(m: Meeting, call: ActId, by: readonly Person[], lost: readonly Person[]): void {
  for (let i = 0; 4 * i < lost.length; i++)
    m.house.do(by[i] as Person, "meeting.keys", { call, members: lost.slice(4 * i, 4 * i + 4).map((p) => p.member) });
}

describe("K-11 at the door of a called meeting", () => {
  it("K-11 reads and speaks at once, the old keys go on for 72 hours, then the new serve", () => {
    const m = new Meeting(NINE);
    const sitting = m.hold(m.convene());
    const old = m.person(5);
    const fin = anew(m.house, old);
    expect(atDoor(m, sitting, fin)).toBe("entered");
    m.house.do(fin, "sitting.here", { sitting });
    m.house.do(fin, "floor.ask", { sitting });
    m.house.do(fin, "say", { about: sitting, text: text("I am back") });
    expect(ruleOf(m.house.put(fin, "rename", name()))).toBe("K-12");
    m.house.do(old, "rename", name());
    m.house.wait(RECOVERY_MS);
    expect(ruleOf(m.house.put(old, "rename", name()))).toBe("K-2");
    m.house.do(fin, "rename", name());
  });

  it("K-11 two colluders at a bare sitting take nobody's keys, named as its tellers or not", () => {
    const m = new Meeting(NINE);
    const sitting = m.sitting(m.person(7), [m.person(7), m.person(8)]);
    for (const victim of m.people.slice(0, 7)) {
      const theirs = anew(m.house, victim, "theirs");
      const made = ask(m, m.person(7), theirs, { sitting });
      expect(made.ok ? "entered" : `${made.rule} ${made.code}`).toBe("K-11 not-a-called-meeting");
    }
    m.house.do(m.person(0), "rename", name());
  });

  it("K-11 nor at a meeting before those there have elected who counts, nor whoever opened it, nor one who counts elsewhere", () => {
    const m = new Meeting(NINE);
    const call = m.convene();
    const sitting = m.hold(call, { board: false });
    const p = anew(m.house, m.person(5));
    expect(ruleOf(ask(m, m.person(1), p, { sitting }))).toBe("K-11");
    m.electTellers(sitting, m.person(0), [m.person(0), m.person(1), m.person(2)]);
    expect(ruleOf(ask(m, m.person(0), p, { sitting }))).toBe("K-11");
    expect(ruleOf(ask(m, m.person(3), p, { sitting }))).toBe("K-11");
    const made = ask(m, m.person(1), p, { sitting });
    if (!made.ok) throw new Error(made.code);
    expect(ruleOf(m.house.put(m.person(0), "cosign", { of: made.value.id }))).toBe("K-11");
    expect(ruleOf(m.house.put(m.person(3), "cosign", { of: made.value.id }))).toBe("K-11");
    m.house.do(m.person(2), "cosign", { of: made.value.id });
  });

  it("K-11 a meeting that only consults has no door", () => {
    const m = new Meeting(NINE);
    const sitting = m.hold(m.convene({ type: "consult" }));
    expect(ruleOf(ask(m, m.person(1), anew(m.house, m.person(5)), { sitting }))).toBe("K-11");
  });

  it("K-11 doors at meeting after meeting: a tenth of the roll in 30 days over all of them, two at least", () => {
    const m = new Meeting(NINE);
    const people = m.people.slice(3);
    const first = m.hold(m.convene());
    for (const p of people.slice(0, 2)) expect(atDoor(m, first, anew(m.house, p))).toBe("entered");
    expect(atDoor(m, first, anew(m.house, m.person(5)))).toBe("K-11");
    // What was objected to counts, too: else a door would be tried until nobody is at home.
    const [, asked] = [...m.house.state.keys.recoveries.values()];
    m.house.do(people[1] as Person, "key.object", { of: asked?.id });
    m.house.wait(5 * DAY);
    const second = m.hold(m.convene());
    expect(atDoor(m, second, anew(m.house, m.person(5)))).toBe("K-11");
    m.house.wait(TERMS_MS - 9 * DAY);
    m.house.do(m.person(7), "rest.here", {});
    const third = m.hold(m.convene());
    expect(atDoor(m, third, anew(m.house, m.person(5), "third"))).toBe("entered");
  });

  it("K-11 fifty of six hundred come back at one door in one evening", () => {
    const m = new Meeting(crowd(600), { adopt: false });
    m.house.adoptAtOnce();
    const sitting = m.hold(m.convene({ sign: true }), { board: false });
    m.electTellers(sitting, m.person(0), [m.person(1), m.person(2)]);
    expect(doorPlaces(m.house.state, m.house.now)).toEqual({ most: 60, left: 60 });
    for (const p of m.people.slice(100, 150)) expect(atDoor(m, sitting, anew(m.house, p))).toBe("entered");
    expect(doorPlaces(m.house.state, m.house.now).left).toBe(10);
  }, 120_000);

  it("K-11 thirty of forty after a fire: the call names them, and they come back", () => {
    const m = new Meeting(crowd(40));
    const lost = m.people.slice(10);
    const call = m.convene({ days: 5 });
    nameAll(m, call, m.people.slice(0, 10), lost);
    const sitting = m.hold(call);
    for (const p of lost) expect(atDoor(m, sitting, anew(m.house, p))).toBe("entered");
    expect(doorPlaces(m.house.state, m.house.now).left).toBe(4);
  }, 60_000);

  it("K-11 after a fire nobody of those without keys signs that they are there: the ten who have theirs wait a quarter of an hour", () => {
    const m = new Meeting(crowd(40));
    const [have, lost] = [m.people.slice(0, 10), m.people.slice(10)];
    const call = m.convene({ days: 5, sign: false });
    // Nothing in this test is signed with a key that burnt: not the call, not that somebody is there.
    for (const p of have.slice(1)) m.house.put(p, "meeting.sign", { call });
    nameAll(m, call, m.people.slice(0, 10), lost);
    const sitting = m.hold(call, { board: false });
    for (const p of have) m.house.do(p, "sitting.here", { sitting });
    const board = {
      what: "board" as const,
      chair: m.person(0).member,
      tellers: [m.person(1).member, m.person(2).member],
    };
    m.house.wait(GATHER_MS);
    m.decide(m.put(sitting, board, m.person(3)), sitting, figures({ for: 10 }));
    for (const p of lost) expect(atDoor(m, sitting, anew(m.house, p))).toBe("entered");
    m.house.wait(RECOVERY_MS);
    const back = lost.map((p) => keyHolder(m.house.state, anew(m.house, p).device.id, m.house.now));
    expect(back).toEqual(lost.map((p) => p.member));
  }, 60_000);

  it("K-11 who objected once isn't worn out by doors: named anew, it takes half of the roll there; so nobody need object twice", () => {
    const m = new Meeting(NINE);
    const eva = m.person(5);
    const named = (half: boolean): { sitting: ActId; end: () => void } => {
      const call = m.convene();
      m.house.do(m.person(8), "meeting.keys", { call, members: [eva.member] });
      const sitting = m.hold(call);
      if (!half)
        for (const p of m.people.slice(2))
          for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
      return {
        sitting,
        end: () => void m.house.do(m.person(1), "sitting.interrupt", { sitting, reason: text(`r ${n++}`) }),
      };
    };
    const first = named(false);
    const theirs = anew(m.house, eva, "night");
    const of = ask(m, m.person(1), theirs, { sitting: first.sitting });
    if (!of.ok) throw new Error(of.code);
    m.house.do(m.person(2), "cosign", { of: of.value.id });
    m.house.do(eva, "key.object", { of: of.value.id });
    first.end();
    const second = named(false);
    expect(ask(m, m.person(1), anew(m.house, eva, "night two"), { sitting: second.sitting })).toMatchObject({
      rule: "K-11",
      code: "half-first",
    });
    second.end();
    const third = named(true);
    expect(atDoor(m, third.sitting, anew(m.house, eva, "hers"))).toBe("entered");
  });

  it("K-11 a call names people until its notice is over, each once, at a meeting that decides", () => {
    const m = new Meeting(NINE);
    const call = m.convene({ days: 4 });
    const put = (members: readonly string[], of = call) =>
      m.house.put(m.person(4), "meeting.keys", { call: of, members });
    expect(ruleOf(put(["00".repeat(16)]))).toBe("M-2");
    expect(ruleOf(put([m.person(5).member, m.person(5).member]))).toBe("K-11");
    expect(ruleOf(put([m.person(5).member]))).toBe("entered");
    expect(ruleOf(put([m.person(5).member]))).toBe("K-11");
    expect(ruleOf(put([m.person(5).member], m.house.body as never))).toBe("G-20");
    expect(ruleOf(put([m.person(5).member], m.convene({ type: "inform" })))).toBe("K-11");
    m.house.wait(4 * DAY - HOUR);
    expect(ruleOf(put([m.person(6).member]))).toBe("K-11");
  });

  it("K-11 one word doesn't open a door for the whole roll: a tenth within 30 days over all calls, two at least", () => {
    const m = new Meeting(NINE);
    const [one, two] = [m.person(7), m.person(8)];
    const put = (by: Person, call: ActId, who: readonly number[]) =>
      m.house.put(by, "meeting.keys", { call, members: who.map((i) => m.person(i).member) });
    const call = m.convene({ by: one });
    expect(put(one, call, [0, 1, 2, 3, 4, 5, 6])).toMatchObject({ code: "names-by-one", facts: { most: 2, left: 2 } });
    expect([put(one, call, [0, 1]), put(two, call, [2, 3])].map(ruleOf)).toEqual(["entered", "entered"]);
    expect([put(one, call, [4]), put(two, call, [5])].map(ruleOf)).toEqual(["K-11", "K-11"]);
    // Nor by another call, by keys that are new, nor soon after; but whom they named they may name again.
    const other = m.convene({ by: two, days: 6 });
    expect(put(one, other, [4])).toMatchObject({ facts: { most: 2, left: 0 } });
    expect(ruleOf(put(one, other, [0, 1]))).toBe("entered");
    const of = m.house.do(m.person(3), "key.recover", {
      ...newKeysOf(anew(m.house, m.person(4))),
      member: m.person(4).member,
    });
    m.house.do(m.person(5), "cosign", { of });
    m.house.wait(RECOVERY_MS);
    expect(put(anew(m.house, m.person(4)), other, [6])).toMatchObject({ rule: "K-12" });
    m.house.wait(TERMS_MS);
    expect(ruleOf(put(one, m.convene({ by: one }), [4, 5]))).toBe("entered");
  });

  it("K-7, K-11 a door that doesn't name the person takes nothing from what two others have signed: neither come in", () => {
    const m = new Meeting(NINE);
    const eva = m.person(5);
    const call = m.convene();
    m.house.wait(4 * DAY - HOUR);
    const hers = anew(m.house, eva, "hers");
    m.house.do(m.person(8), "cosign", {
      of: m.house.do(m.person(7), "key.recover", { ...newKeysOf(hers), member: eva.member }),
    });
    const theirs = anew(m.house, eva, "theirs");
    expect(atDoor(m, m.hold(call), theirs)).toBe("entered");
    m.house.wait(RECOVERY_MS);
    for (const p of [hers, theirs]) expect(keyHolder(m.house.state, p.device.id, m.house.now)).toBeUndefined();
    expect(keyHolder(m.house.state, eva.device.id, m.house.now)).toBe(eva.member);
    expect(m.house.state.keys.objected.has(eva.member)).toBe(true);
  });

  it("K-11 a door calls off what two had asked; what objecting it brings back, a call must name next time (K-13)", () => {
    const m = new Meeting(NINE);
    const old = m.person(5);
    const theirs = anew(m.house, old, "theirs");
    const call = m.convene({ days: 5 });
    m.house.do(m.person(4), "meeting.keys", { call, members: [old.member] });
    m.house.wait(4 * DAY - HOUR);
    m.house.do(m.person(8), "cosign", {
      of: m.house.do(m.person(7), "key.recover", { ...newKeysOf(theirs), member: old.member }),
    });
    const sitting = m.hold(call);
    const hers = anew(m.house, old, "hers");
    expect(atDoor(m, sitting, hers)).toBe("entered");
    expect(keyHolder(m.house.state, hers.device.id, m.house.now)).toBe(old.member);
    m.house.wait(RECOVERY_MS);
    expect(keyHolder(m.house.state, theirs.device.id, m.house.now)).toBeUndefined();
    const of = [...m.house.state.keys.recoveries.values()].find((r) => r.way === "door")?.id;
    // A thief with the old phone.
    m.house.do(old, "key.object", { of });
    expect(ruleOf(m.house.put(hers, "say", { about: sitting, text: text("and now?") }))).toBe("K-2");
    const next = m.convene({ days: 6 });
    const bare = m.convene({ days: 6 });
    m.house.do(m.person(4), "meeting.keys", { call: next, members: [old.member] });
    const there = m.hold(bare);
    expect(atDoor(m, there, anew(m.house, old, "again"))).toBe("K-13");
    m.house.do(m.person(1), "sitting.interrupt", { sitting: there, reason: text("enough") });
    expect(atDoor(m, m.hold(next), anew(m.house, old, "named"))).toBe("entered");
  });
});
