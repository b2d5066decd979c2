/** Rules K-6, K-7, K-13 and K-18: new keys asked for by two, held against the old, objected to. */
import { describe, expect, it } from "vitest";
import type { ActId, MemberId } from "@nabat/kernel";
import {
  Assembly,
  DAY,
  enrolmentOf,
  figures,
  newKeysOf,
  grantOf,
  type House,
  HOUR,
  keyFrom,
  Meeting,
  type Person,
  ruleOf,
  text,
} from "@nabat/testkit";
import { GATHER_MS } from "../meetings/electing.ts";
import { keyHolder, standing } from "../members/standing.ts";
import { askingsFor, QUIET_MS, RECOVERY_MS, TERMS_MS } from "./running.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
let n = 0;
const name = () => ({ name: text(`name ${n++}`) });

/** The same person with other keys and the old number. */
export function anew(house: House, who: Person, sheet = "new"): Person {
  return { ...house.person(who.name, sheet), member: who.member };
}
const ask = (house: House, by: Person, p: Person, more: object = {}) =>
  house.put(by, "key.recover", { ...newKeysOf(p), member: p.member, ...more });
function asked(house: House, by: Person, p: Person, more: object = {}): ActId {
  const made = ask(house, by, p, more);
  if (!made.ok) throw new Error(`${made.rule} ${made.code}`);
  return made.value.id;
}
function byTwo(house: House, one: Person, other: Person, p: Person): ActId {
  const id = asked(house, one, p);
  house.do(other, "cosign", { of: id });
  return id;
}

describe("two members stand for somebody", () => {
  it("K-6 new keys come in 72 hours after two have signed, and the old end; until then the old go on", () => {
    const a = new Assembly(NINE);
    const [, old] = a.people as [Person, Person];
    const bo = anew(a.house, old);
    const id = asked(a.house, a.person(2), bo);
    a.house.wait(71 * HOUR);
    a.house.do(a.person(3), "cosign", { of: id });
    expect(ruleOf(a.house.put(bo, "rename", name()))).toBe("K-2");
    a.house.do(old, "rename", name());
    const added = keyFrom("added meanwhile");
    a.house.do(old, "device.add", grantOf(a.house.nonce, old.device, added));
    a.house.wait(RECOVERY_MS);
    for (const key of [old.device, added]) expect(ruleOf(a.house.put(old, "rename", name(), { key }))).toBe("K-2");
    a.house.do(bo, "rename", name());
    expect(ruleOf(a.house.put(a.person(4), "cosign", { of: id }))).toBe("K-7");
  });

  it("K-7 a stranger enters nothing, nor a guest, nor the person; and not before adoption", () => {
    const a = new Assembly(NINE);
    const bo = anew(a.house, a.person(1));
    const stranger = a.house.person("stranger");
    expect(ruleOf(ask(a.house, stranger, bo))).toBe("K-1");
    const guest = a.house.join("gus", "guest");
    expect(ruleOf(ask(a.house, guest, bo))).toBe("M-2");
    expect(ruleOf(ask(a.house, a.person(1), bo))).toBe("K-7");
    expect(ruleOf(ask(a.house, a.person(2), { ...bo, member: "00".repeat(16) as MemberId }))).toBe("M-2");
    const two = new Assembly(["ana", "bo", "cy"], { adopt: false });
    expect(ruleOf(ask(two.house, two.person(0), anew(two.house, two.person(1))))).toBe("F-5");
  });

  it("K-7 askings that never got their second block nobody, however many there are", () => {
    const a = new Assembly(NINE);
    for (let i = 0; i < 5; i++) asked(a.house, a.person(8), anew(a.house, a.person(1), `wrong ${i}`));
    const bo = anew(a.house, a.person(1));
    byTwo(a.house, a.person(2), a.person(3), bo);
    a.house.wait(RECOVERY_MS);
    a.house.do(bo, "rename", name());
  });

  it("K-7 each for one person in a month, asking and standing for it; the keys are real and nobody's (K-1, K-4)", () => {
    const a = new Assembly(NINE);
    const [bo, cy] = [anew(a.house, a.person(1)), anew(a.house, a.person(2))];
    const id = byTwo(a.house, a.person(3), a.person(4), bo);
    expect(ruleOf(a.house.put(a.person(3), "cosign", { of: id }))).toBe("K-7");
    expect(ruleOf(ask(a.house, a.person(3), cy))).toBe("K-7");
    const other = asked(a.house, a.person(5), cy);
    expect(ruleOf(a.house.put(a.person(5), "cosign", { of: other }))).toBe("K-8");
    expect(ruleOf(a.house.put(a.person(4), "cosign", { of: other }))).toBe("K-7");
    a.house.do(a.person(7), "rest.here", {});
    a.house.wait(RECOVERY_MS + 1);
    expect(ruleOf(a.house.put(a.person(6), "cosign", { of: other }))).toBe("K-7");
    a.house.wait(30 * DAY);
    a.house.do(a.person(4), "rest.here", {});
    const again = asked(a.house, a.person(3), anew(a.house, a.person(2), "later"));
    a.house.do(a.person(4), "cosign", { of: again });
    const borrowed = { ...enrolmentOf(cy), device: a.person(6).device.id };
    const wrong = a.house.put(a.person(7), "key.recover", {
      ...newKeysOf(cy),
      member: a.person(5).member,
      enrol: borrowed,
    });
    expect(ruleOf(wrong)).toBe("K-4");
    const known = { ...anew(a.house, a.person(5)), device: a.person(6).device };
    expect(ruleOf(ask(a.house, a.person(7), known))).toBe("K-1");
  });

  it("K-7 two colluders ask first with keys of their own while her friends ask: neither come in, a meeting decides", () => {
    const a = new Assembly(NINE);
    const theirs = anew(a.house, a.person(1), "theirs");
    const hers = anew(a.house, a.person(1), "hers");
    const first = byTwo(a.house, a.person(7), a.person(8), theirs);
    byTwo(a.house, a.person(2), a.person(3), hers);
    a.house.wait(RECOVERY_MS);
    for (const p of [theirs, hers]) expect(keyHolder(a.house.state, p.device.id, a.house.now)).toBeUndefined();
    a.house.do(a.person(1), "rename", name());
    expect(ruleOf(a.house.put(a.person(4), "cosign", { of: first }))).toBe("K-7");
    expect(ruleOf(ask(a.house, a.person(4), anew(a.house, a.person(1), "third")))).toBe("K-13");
  });

  it("K-7 nobody stands for two keys of one person: three don't make it open whose they are, four do", () => {
    const a = new Assembly(NINE);
    const key = (sheet: string) => anew(a.house, a.person(1), sheet);
    const first = byTwo(a.house, a.person(6), a.person(7), key("one"));
    // Whoever stood on one side asks for no others, confirms no others; nor is confirmed who asked for others first.
    for (const n of [6, 7]) expect(ruleOf(ask(a.house, a.person(n), key(`other ${n}`)))).toBe("K-7");
    const other = asked(a.house, a.person(8), key("two"));
    for (const n of [6, 7]) expect(ruleOf(a.house.put(a.person(n), "cosign", { of: other }))).toBe("K-7");
    expect(a.house.state.keys.objected.size).toBe(0);
    a.house.do(a.person(1), "key.object", { of: first });
    const b = new Assembly(NINE);
    const early = asked(b.house, b.person(8), anew(b.house, b.person(1), "two"));
    const theirs = asked(b.house, b.person(6), anew(b.house, b.person(1), "one"));
    b.house.do(b.person(8), "cosign", { of: theirs });
    expect(ruleOf(b.house.put(b.person(7), "cosign", { of: early }))).toBe("K-7");
    expect(b.house.state.keys.objected.size).toBe(0);
  });

  it("K-7 once her keys came in, two colluders end them by no second asking, that month", () => {
    const a = new Assembly(NINE);
    const hers = anew(a.house, a.person(1), "hers");
    byTwo(a.house, a.person(2), a.person(3), hers);
    const waits = asked(a.house, a.person(7), anew(a.house, a.person(1), "early"));
    a.house.wait(RECOVERY_MS);
    expect(ruleOf(a.house.put(a.person(8), "cosign", { of: waits }))).toBe("K-7");
    a.house.wait(18 * DAY);
    expect(ruleOf(ask(a.house, a.person(7), anew(a.house, a.person(1), "theirs")))).toBe("K-7");
    a.house.do(hers, "rename", name());
    a.house.wait(13 * DAY);
    expect(ruleOf(ask(a.house, a.person(7), anew(a.house, a.person(1), "later")))).toBe("entered");
  });

  it("K-7 a chain: whose own keys are new stands for nobody", () => {
    const a = new Assembly(NINE);
    const bo = anew(a.house, a.person(1));
    byTwo(a.house, a.person(7), a.person(8), bo);
    a.house.wait(RECOVERY_MS);
    const cy = anew(a.house, a.person(2));
    expect(ruleOf(ask(a.house, bo, cy))).toBe("K-12");
    const id = asked(a.house, a.person(3), cy);
    expect(ruleOf(a.house.put(bo, "cosign", { of: id }))).toBe("K-12");
    // Nor with the old sheet: who it is, is open.
    expect(ruleOf(a.house.put(a.person(1), "cosign", { of: id }, { key: a.person(1).reserve }))).toBe("K-7");
    a.house.do(a.person(4), "rest.here", {});
    a.house.wait(TERMS_MS);
    a.house.do(bo, "rest.here", {});
    const later = asked(a.house, a.person(3), anew(a.house, a.person(2), "later"));
    a.house.do(bo, "cosign", { of: later });
  });

  it("K-1 keys that came in elsewhere meanwhile come in no second time; who left isn't asked for (M-16)", () => {
    const a = new Assembly(NINE);
    const bo = anew(a.house, a.person(1));
    const id = asked(a.house, a.person(2), bo);
    const added = grantOf(a.house.nonce, a.person(3).device, bo.device);
    // While one word alone may go on by itself (K-18) the keys are kept for it; afterwards they are free again.
    expect(ruleOf(a.house.put(a.person(3), "device.add", added))).toBe("K-1");
    a.house.do(a.person(3), "rest.here", {});
    a.house.do(a.person(3), "device.add", added);
    expect(ruleOf(a.house.put(a.person(4), "cosign", { of: id }))).toBe("K-1");
    a.house.do(a.person(5), "leave", {});
    expect(ruleOf(ask(a.house, a.person(2), anew(a.house, a.person(5))))).toBe("M-16");
  });
});

describe("objecting", () => {
  it("K-13 any old key calls it off until 72 hours after it ended, and all is as before; half a year nobody asks", () => {
    const a = new Assembly(NINE);
    const thief = anew(a.house, a.person(1));
    const id = byTwo(a.house, a.person(7), a.person(8), thief);
    expect(ruleOf(a.house.put(a.person(2), "key.object", { of: id }))).toBe("K-13");
    a.house.wait(RECOVERY_MS + 71 * HOUR);
    expect(ruleOf(a.house.put(thief, "key.object", { of: id }))).toBe("K-13");
    a.house.do(a.person(1), "key.object", { of: id });
    a.house.do(a.person(1), "rename", name());
    expect(ruleOf(a.house.put(thief, "rename", name()))).toBe("K-2");
    expect(ruleOf(a.house.put(a.person(1), "key.object", { of: id }))).toBe("K-13");
    a.house.wait(31 * DAY);
    expect(ruleOf(ask(a.house, a.person(2), anew(a.house, a.person(1), "again")))).toBe("K-13");
    a.house.wait(QUIET_MS);
    asked(a.house, a.person(2), anew(a.house, a.person(1), "later"));
  });

  it("K-13 a device in time, the reserve key for 30 days after the old keys ended", () => {
    const a = new Assembly(NINE);
    const old = a.person(1);
    const id = byTwo(a.house, a.person(7), a.person(8), anew(a.house, old));
    a.house.wait(2 * RECOVERY_MS);
    expect(ruleOf(a.house.put(old, "key.object", { of: id }))).toBe("K-2");
    a.house.wait(TERMS_MS - RECOVERY_MS - 1);
    a.house.do(old, "key.object", { of: id }, { key: old.reserve });
    a.house.do(old, "rename", name());
    const other = a.person(2);
    const next = byTwo(a.house, a.person(3), a.person(4), anew(a.house, other));
    a.house.wait(RECOVERY_MS + TERMS_MS);
    expect(ruleOf(a.house.put(other, "key.object", { of: next }, { key: other.reserve }))).toBe("K-2");
  });

  it("K-13 before two have signed, too; with others' askings for the same person", () => {
    const a = new Assembly(NINE);
    const first = asked(a.house, a.person(7), anew(a.house, a.person(1)));
    const second = asked(a.house, a.person(6), anew(a.house, a.person(1), "other"));
    a.house.do(a.person(1), "key.object", { of: first });
    expect(ruleOf(a.house.put(a.person(8), "cosign", { of: first }))).toBe("K-7");
    expect(ruleOf(a.house.put(a.person(8), "cosign", { of: second }))).toBe("K-7");
  });

  it("K-13 somebody finds the sheet while it runs: adding a device with it calls it off, and friends may ask again", () => {
    for (const hours of [1, 80]) {
      const a = new Assembly(NINE);
      const old = a.person(1);
      const thief = anew(a.house, old);
      byTwo(a.house, a.person(7), a.person(8), thief);
      a.house.wait(hours * HOUR);
      const phone = keyFrom(`phone ${hours}`);
      a.house.do(old, "device.add", grantOf(a.house.nonce, old.reserve, phone), { key: old.reserve });
      a.house.do(old, "rename", name(), { key: phone });
      a.house.wait(RECOVERY_MS);
      expect(["K-1", "K-2"]).toContain(ruleOf(a.house.put(thief, "rename", name())));
      a.house.do(old, "rename", name());
      asked(a.house, a.person(2), anew(a.house, old, "later"));
    }
  });
});

describe("where few are left", () => {
  it("K-18 in a body of two the other's word suffices, and takes a fortnight", () => {
    const a = new Assembly(["ana", "bo"]);
    const bo = anew(a.house, a.person(1));
    a.house.wait(15 * DAY);
    asked(a.house, a.person(0), bo);
    a.house.wait(14 * DAY);
    a.house.do(bo, "rename", name());
    expect(ruleOf(a.house.put(a.person(1), "rename", name()))).toBe("K-2");
    // Forty days after the asking they serve for everything.
    expect(ruleOf(a.house.put(bo, "leave", {}))).toBe("K-12");
    a.house.wait(26 * DAY);
    a.house.do(bo, "leave", {});
  });

  it("K-18, K-11 the last of nine with a key: two come back by one word, forty days later a door brings back all others", () => {
    const m = new Meeting(NINE);
    const { house } = m;
    const [ana] = m.people as [Person];
    house.wait(15 * DAY);
    const [bo, cy, ...others] = m.people.slice(1).map((p) => anew(house, p)) as [Person, Person, ...Person[]];
    for (const p of [bo, cy]) asked(house, ana, p);
    const third = ask(house, ana, others[0] as Person);
    expect(third).toMatchObject({
      rule: "K-18",
      code: "so-many-at-once",
      facts: { most: 2, from: house.now + 40 * DAY },
    });
    house.wait(14 * DAY);
    for (const p of [bo, cy]) house.do(p, "rename", name());
    house.wait(26 * DAY);
    // Their terms are over: nothing in this meeting is signed with a key that is lost.
    const call = m.convene({ days: 5, sign: false });
    house.do(bo, "meeting.sign", { call });
    for (const [i, by] of [ana, bo, cy].entries())
      house.do(by, "meeting.keys", { call, members: others.slice(2 * i, 2 * i + 2).map((p) => p.member) });
    const sitting = m.hold(call, { board: false, tellers: [bo, cy] });
    for (const p of [ana, bo, cy]) house.do(p, "sitting.here", { sitting });
    house.wait(GATHER_MS);
    const board = { what: "board", chair: ana.member, tellers: [bo.member, cy.member] };
    const words = { title: m.words(), text: m.words() };
    const motion = house.do(bo, "move", { ...words, sitting, subject: { type: "procedure", procedure: board } });
    const vote = m.ask(motion, sitting);
    house.do(ana, "vote.close", { vote });
    for (const by of [bo, ana]) house.do(by, "tally", { vote, counts: figures({ for: 3 }), present: 3 });
    m.declare(vote);
    for (const p of others) house.do(cy, "cosign", { of: asked(house, bo, p, { sitting }) });
    house.wait(RECOVERY_MS);
    for (const p of others) house.do(p, "rename", name());
  });

  it("K-18 where somebody else gives a sign it waits for a second, as ever", () => {
    const a = new Assembly(NINE);
    a.house.wait(15 * DAY);
    const thief = anew(a.house, a.person(1));
    const id = asked(a.house, a.person(8), thief);
    a.house.wait(13 * DAY);
    a.house.do(a.person(2), "rest.here", {});
    a.house.wait(RECOVERY_MS);
    expect(ruleOf(a.house.put(thief, "rename", name()))).toBe("K-1");
    a.house.do(a.person(1), "rename", name());
    expect(askingsFor(a.house.state, a.person(1).member).map((r) => r.signed)).toEqual([undefined]);
    a.house.do(a.person(2), "cosign", { of: id });
    a.house.do(a.person(1), "key.object", { of: id });
    expect(standing(a.house.state, a.person(1).member, a.house.now)).toBe("member");
  });

  it("K-18 one alone asks for everybody in a quiet body: a quarter of the roll at once, however long it sleeps", () => {
    for (const [size, most] of [
      [5, 1],
      [9, 2],
      [40, 10],
    ] as const) {
      const a = new Assembly(Array.from({ length: size }, (_, i) => `p${i}`));
      a.house.wait(15 * DAY);
      const theirs = a.people.slice(1).map((p) => anew(a.house, p, "theirs"));
      const got = theirs.map((p) => ruleOf(ask(a.house, a.person(0), p)));
      expect(got).toEqual(theirs.map((_, i) => (i < most ? "entered" : "K-18")));
      // Not when those have come in either: what is asked then waits for a second; nor do they stand for anybody.
      a.house.wait(39 * DAY);
      const later = anew(a.house, a.person(most + 1), "later");
      expect(ruleOf(ask(a.house, a.person(0), later))).toBe("entered");
      const stood = theirs.map((p) => ruleOf(ask(a.house, p, anew(a.house, a.person(size - 1), "by theirs"))));
      expect(stood).not.toContain("entered");
      a.house.wait(30 * DAY);
      expect(keyHolder(a.house.state, later.device.id, a.house.now)).toBeUndefined();
      const taken = theirs.filter((p) => keyHolder(a.house.state, p.device.id, a.house.now) !== undefined);
      expect(taken).toHaveLength(most);
    }
  });

  it("K-18 whoever signs after that loses nothing, nor do the others", () => {
    for (const size of [9, 40])
      for (const day of [1, 6, 13]) {
        const a = new Assembly(Array.from({ length: size }, (_, i) => `p${i}`));
        a.house.wait(15 * DAY);
        const taken = a.people.slice(1, 1 + Math.floor(size / 4)).map((p) => anew(a.house, p));
        for (const p of taken) asked(a.house, a.person(0), p);
        a.house.wait(day * DAY);
        a.house.do(a.person(1), "rest.here", {});
        a.house.wait(30 * DAY);
        for (const p of a.people) a.house.do(p, "rename", name());
        for (const p of taken) expect(keyHolder(a.house.state, p.device.id, a.house.now)).toBeUndefined();
      }
  });

  it("K-18 what one asked for others holds no place against who wakes; and one of two who still look comes back by the other", () => {
    const a = new Assembly(NINE);
    a.house.wait(15 * DAY);
    for (const i of [1, 2]) asked(a.house, a.person(0), anew(a.house, a.person(i), "theirs"));
    a.house.wait(DAY);
    // Hua has looked all the while, and Ina, who has lost everything, stands at her door.
    const ina = anew(a.house, a.person(8));
    asked(a.house, a.person(7), ina);
    a.house.wait(28 * DAY);
    a.house.do(ina, "rename", name());
    for (const i of [1, 2]) a.house.do(a.person(i), "rename", name());
  });

  it("K-18 whoever signed is at once the second for the others, though they were asked for, too; the first does so for one", () => {
    const a = new Assembly(NINE);
    a.house.wait(15 * DAY);
    const [one, two] = [1, 2].map((i) => asked(a.house, a.person(0), anew(a.house, a.person(i))));
    a.house.wait(DAY);
    const stand = (i: number, of: unknown) => ruleOf(a.house.put(a.person(i), "cosign", { of }));
    // What one alone asked has one signature, and nobody need sign anything else first.
    expect(stand(1, one)).toBe("K-7");
    expect(stand(1, two)).toBe("entered");
    expect(keyHolder(a.house.state, anew(a.house, a.person(2)).device.id, a.house.now)).toBeUndefined();
    expect(stand(4, one)).toBe("K-7");
  });

  it("K-18 a device objects for 14 days after it ended where one word sufficed", () => {
    const a = new Assembly(NINE);
    a.house.wait(15 * DAY);
    const id = asked(a.house, a.person(0), anew(a.house, a.person(1)));
    a.house.wait(28 * DAY - 1);
    a.house.do(a.person(1), "key.object", { of: id });
    a.house.do(a.person(1), "rename", name());
  });

  it("K-19 body of three: one colluder who doesn't help, and gives a sign a day, keeps nobody outside who lost everything", () => {
    const a = new Assembly(["ana", "bo", "cy"]);
    const bo = anew(a.house, a.person(1));
    asked(a.house, a.person(0), bo);
    for (let day = 0; day < 28; day++) {
      expect(keyHolder(a.house.state, bo.device.id, a.house.now)).toBeUndefined();
      a.house.do(a.person(2), "rest.here", {});
      a.house.wait(DAY);
    }
    a.house.do(bo, "rename", name());
    expect(ruleOf(a.house.put(bo, "leave", {}))).toBe("K-12");
    a.house.wait(12 * DAY);
    a.house.do(bo, "leave", {});
  });

  it("K-19 body of three: one colluder takes nobody's keys who looks weekly, by phone or by sheet; nor where the third asks for other keys", () => {
    for (const [day, sheet] of [
      [0, false],
      [7, false],
      [27, false],
      [35, false],
      [39, true],
    ] as const) {
      const a = new Assembly(["ana", "bo", "cy"]);
      const old = a.person(1);
      const id = asked(a.house, a.person(2), anew(a.house, old, "theirs"));
      a.house.do(a.person(0), "rest.here", {});
      a.house.wait(day * DAY);
      a.house.do(old, "key.object", { of: id }, sheet ? { key: old.reserve } : {});
      a.house.wait(60 * DAY);
      a.house.do(old, "rename", name());
    }
    // Bo lost everything; cy asks with keys of his own, ana for bo's: neither come in by one word.
    for (const day of [3, 20]) {
      const a = new Assembly(["ana", "bo", "cy"]);
      const [hers, theirs] = [anew(a.house, a.person(1), "hers"), anew(a.house, a.person(1), "theirs")];
      const id = asked(a.house, a.person(2), theirs);
      a.house.do(a.person(0), "rest.here", {});
      a.house.wait(day * DAY);
      asked(a.house, a.person(0), hers);
      a.house.wait(60 * DAY);
      for (const p of [hers, theirs]) expect(keyHolder(a.house.state, p.device.id, a.house.now)).toBeUndefined();
      expect(ruleOf(a.house.put(a.person(0), "cosign", { of: id }))).toBe("K-7");
    }
  });

  it("K-13, K-19 body of three: one who asks for keys of his own, and is stopped, keeps her outside for nobody", () => {
    for (const stops of ["objects", "signs"]) {
      const a = new Assembly(["ana", "bo", "cy"]);
      const old = a.person(1);
      const id = asked(a.house, a.person(2), anew(a.house, old, "his"));
      if (stops === "objects") a.house.do(old, "key.object", { of: id });
      else {
        a.house.wait(20 * DAY);
        a.house.do(old, "rest.here", {});
      }
      // Two days later she loses phone and sheet; he gives signs and asks for other keys of his.
      a.house.wait(2 * DAY);
      const hers = anew(a.house, old, "hers");
      asked(a.house, a.person(0), hers);
      for (let day = 0; day < 28; day++) {
        a.house.do(a.person(2), "rest.here", {});
        if (day % 5 === 0) ask(a.house, a.person(2), anew(a.house, old, `his ${day}`));
        a.house.wait(DAY);
      }
      a.house.do(hers, "rename", name());
    }
  });

  it("K-13 what one alone asked, and she stopped, holds off that one and no friend of hers", () => {
    const a = new Assembly(NINE);
    const old = a.person(1);
    a.house.do(old, "key.object", { of: asked(a.house, a.person(8), anew(a.house, old, "his")) });
    a.house.wait(2 * DAY);
    expect(ruleOf(ask(a.house, a.person(8), anew(a.house, old, "his again")))).toBe("K-13");
    const hers = anew(a.house, old, "hers");
    const id = asked(a.house, a.person(2), hers);
    expect(ruleOf(a.house.put(a.person(8), "cosign", { of: id }))).toBe("K-13");
    a.house.do(a.person(3), "cosign", { of: id });
    a.house.wait(RECOVERY_MS);
    a.house.do(hers, "rename", name());
  });

  it("K-19 with four it takes two, as ever", () => {
    const a = new Assembly(["ana", "bo", "cy", "di"]);
    const p = anew(a.house, a.person(1));
    asked(a.house, a.person(0), p);
    a.house.do(a.person(2), "rest.here", {});
    a.house.wait(60 * DAY);
    expect(keyHolder(a.house.state, p.device.id, a.house.now)).toBeUndefined();
  });

  it("K-18 body of two or three: after an objection all the others ask all the same; then only the old sheet objects", () => {
    for (const size of [2, 3]) {
      const a = new Assembly(["ana", "bo", "cy"].slice(0, size));
      const bo = a.person(1);
      const others = a.people.filter((p) => p !== bo);
      const stand = (sheet: string) => {
        const [first, second] = others as [Person, Person?];
        const id = asked(a.house, first, anew(a.house, bo, sheet));
        if (second) a.house.do(second, "cosign", { of: id });
        return id;
      };
      // A thief has bo's phone. In a body of two it is enough that he says something with it.
      const first = stand("one");
      if (size === 2) a.house.do(bo, "rename", name());
      else a.house.do(bo, "key.object", { of: first });
      const id = stand("two");
      expect(ruleOf(a.house.put(bo, "key.object", { of: id }))).toBe("K-18");
      a.house.do(bo, "say", { about: a.move({ by: others[0] as Person }), text: text(`thief ${n++}`) });
      a.house.do(bo, "key.object", { of: id }, { key: bo.reserve });
      const last = stand("three");
      a.house.wait(13 * DAY);
      a.house.do(bo, "rename", name());
      a.house.wait(DAY);
      a.house.do(anew(a.house, bo, "three"), "rename", name());
      expect(ruleOf(a.house.put(bo, "rename", name()))).toBe("K-2");
      expect(ruleOf(a.house.put(bo, "key.object", { of: last }))).toBe("K-2");
    }
    const four = new Assembly(["ana", "bo", "cy", "di"]);
    four.house.do(four.person(1), "key.object", {
      of: byTwo(four.house, four.person(2), four.person(3), anew(four.house, four.person(1))),
    });
    expect(ruleOf(ask(four.house, four.person(0), anew(four.house, four.person(1), "two")))).toBe("K-13");
  });

  it("K-18 who asks on the day of the loss needn't ask anew: it goes on by itself after fourteen quiet days, forty in all", () => {
    for (const size of [3, 5, 40])
      for (const day of [0, 13]) {
        const a = new Assembly(Array.from({ length: size }, (_, i) => `p${i}`));
        a.house.wait(day * DAY);
        const p = anew(a.house, a.person(1));
        asked(a.house, a.person(0), p);
        // Whoever asked goes on signing: that holds up nothing.
        a.house.wait(13 * DAY);
        a.house.do(a.person(0), "rest.here", {});
        a.house.wait(DAY);
        a.house.do(a.person(0), "rest.here", {});
        const left = 14 * DAY - day * DAY;
        a.house.wait(left - 1);
        expect(keyHolder(a.house.state, p.device.id, a.house.now)).toBeUndefined();
        a.house.wait(1);
        a.house.do(p, "rename", name());
        expect(ruleOf(a.house.put(a.person(1), "rename", name()))).toBe("K-2");
        expect(ruleOf(a.house.put(p, "leave", {}))).toBe("K-12");
        a.house.wait(40 * DAY - 14 * DAY - left);
        a.house.do(p, "leave", {});
      }
  });

  it("K-18 until then it waits: another cosigns on any day, the person's old keys object, anybody's sign ends it", () => {
    const begin = () => {
      const a = new Assembly(NINE);
      const p = anew(a.house, a.person(1));
      return { a, p, id: asked(a.house, a.person(8), p) };
    };
    const second = begin();
    second.a.house.wait(10 * DAY);
    second.a.house.do(second.a.person(2), "cosign", { of: second.id });
    second.a.house.wait(RECOVERY_MS);
    second.a.house.do(second.p, "rename", name());
    const objects = begin();
    objects.a.house.wait(10 * DAY);
    objects.a.house.do(objects.a.person(1), "key.object", { of: objects.id });
    // Whoever had asked alone is held off; another may ask.
    const again = (by: number) =>
      ask(objects.a.house, objects.a.person(by), anew(objects.a.house, objects.a.person(1), `x ${by}`));
    expect([ruleOf(again(8)), ruleOf(again(7))]).toEqual(["K-13", "entered"]);
    // Who speaks with the old phone in time keeps it; so does whoever is in a body in which somebody else is there.
    for (const who of [1, 2]) {
      const signs = begin();
      signs.a.house.wait(10 * DAY);
      signs.a.house.do(signs.a.person(who), "rest.here", {});
      signs.a.house.wait(40 * DAY);
      signs.a.house.do(signs.a.person(1), "rename", name());
    }
    // Two colluders' keys and hers: neither goes on by one word.
    const clash = begin();
    clash.a.house.wait(DAY);
    asked(clash.a.house, clash.a.person(7), anew(clash.a.house, clash.a.person(1), "other"));
    clash.a.house.wait(40 * DAY);
    clash.a.house.do(clash.a.person(1), "rename", name());
  });

  it("K-18, K-14: a device that objects to its ending stands again for good, though somebody had asked alone meanwhile", () => {
    const a = new Assembly(NINE);
    const bo = a.person(1);
    const tablet = keyFrom("tablet of bo");
    a.house.do(bo, "device.add", grantOf(a.house.nonce, bo.device, tablet));
    asked(a.house, a.person(8), anew(a.house, bo));
    const ended = a.house.do(bo, "device.end", { device: tablet.id });
    a.house.do(bo, "key.object", { of: ended }, { key: tablet });
    a.house.wait(40 * DAY);
    for (const key of [bo.device, tablet]) a.house.do(bo, "rename", name(), { key });
  });

  it("K-18 one alone in a body that lives asks in vain", () => {
    const a = new Assembly(NINE);
    const thief = anew(a.house, a.person(1));
    asked(a.house, a.person(8), thief);
    a.house.wait(10 * DAY);
    a.house.do(a.person(2), "rest.here", {});
    a.house.wait(40 * DAY);
    expect(keyHolder(a.house.state, thief.device.id, a.house.now)).toBeUndefined();
  });
});
