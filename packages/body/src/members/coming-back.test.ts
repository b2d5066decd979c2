/** Leaving by a device and coming back by the sheet (K-16): for whose phone was stolen, and for nobody to dodge by. */
import {
  arrive,
  Assembly,
  DAY,
  figures,
  grantOf,
  House,
  HOUR,
  type TestKey,
  keyFrom,
  Meeting,
  type Person,
  ruleOf,
} from "@nabat/testkit";
import { sha256 } from "@nabat/platform";
import { describe, expect, it } from "vitest";
import { heldOffice } from "../elections/ending.ts";
import { stateHash } from "../engine/snapshot.ts";
import { RECOVERY_MS } from "../keys/running.ts";
import { GUESTS_EACH } from "../voice/links.ts";
import { mayVoteOn } from "./eligibility.ts";
import { hasVote, standing } from "./standing.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const back = (house: House, p: Person) => house.put(p, "leave.undo", {}, { key: p.reserve });
const has = (house: House, p: Person) => standing(house.state, p.member, house.now);
const same = (house: House) => expect(stateHash(sha256, house.refold())).toBe(stateHash(sha256, house.state));
const contest = (p: Person, ground = "invented") => ({ type: "contest", member: p.member, ground }) as never;
const tryMove = (a: Assembly, subject: object) =>
  a.house.put(a.person(0), "move", { title: a.words(), text: a.words(), subject });

/** At a meeting that is called on it; `before` the vote something happens. Gives the motion. */
function meetOn(a: Meeting, subject: object, counts: Record<string, number>, before: () => void = () => undefined) {
  const motion = a.move({ subject: subject as never });
  const call = a.convene({ days: 8 });
  const item = a.item(call, { motion });
  before();
  const sitting = a.hold(call);
  a.begin(sitting, item);
  a.decide(motion, sitting, figures(counts), undefined, "paper");
  a.end(sitting);
  return motion;
}

describe("a contested admission (K-16, M-12)", () => {
  it("K-16, M-12: who leaves by a device while it is contested is contested all the same, and comes back as a guest", () => {
    const a = new Meeting(NINE);
    const x = arrive(a, "x", a.person(6));
    meetOn(a, contest(x), { for: 8 }, () => a.house.do(x, "leave", {}));
    a.house.wait(DAY * 4);
    expect(has(a.house, x)).toBe("left");
    expect(ruleOf(back(a.house, x))).toBe("entered");
    expect([has(a.house, x), hasVote(a.house.state, x.member, a.house.now)]).toEqual(["guest", false]);
    same(a.house);
  });

  it("K-16, M-12: nor does leaving for an hour keep it from being moved; refused, they come back as members", () => {
    const a = new Meeting(NINE);
    const x = arrive(a, "x", a.person(6));
    a.house.do(x, "leave", {});
    meetOn(a, contest(x), { for: 2, against: 6 });
    expect(ruleOf(back(a.house, x))).toBe("entered");
    expect(has(a.house, x)).toBe("member");
    same(a.house);
  });

  it("M-12: who left for good is out of reach: by the sheet, or a month ago", () => {
    const a = new Meeting(NINE);
    const [x, y] = [arrive(a, "x", a.person(6)), arrive(a, "y", a.person(5))];
    a.house.do(x, "leave", {}, { key: x.reserve });
    expect(tryMove(a, contest(x))).toMatchObject({ rule: "M-12", code: "no-admission" });
    a.house.do(y, "leave", {});
    expect(tryMove(a, contest(y)).ok).toBe(true);
    a.house.wait(30 * DAY);
    expect(tryMove(a, contest(y, "twice"))).toMatchObject({ rule: "M-12", code: "no-admission" });
  });

  it("K-16, M-12: who joined anew while somebody was away can be contested as the same when that one comes back", () => {
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, contestDays: 7 } }) });
    const bo = a.person(1);
    a.house.do(bo, "leave", {});
    const anew = arrive(a, "bo anew", a.person(6));
    a.house.wait(20 * DAY);
    const late = arrive(a, "late", a.person(5));
    expect(tryMove(a, contest(anew, "twice"))).toMatchObject({ code: "too-late" });
    expect(ruleOf(back(a.house, bo))).toBe("entered");
    expect(tryMove(a, contest(anew, "twice")).ok).toBe(true);
    expect(tryMove(a, contest(anew, "invented"))).toMatchObject({ code: "too-late" });
    expect(tryMove(a, contest(bo, "twice"))).toMatchObject({ code: "founder" });
    // It opens for so many days, and for nobody who came otherwise.
    a.house.wait(7 * DAY + HOUR);
    const after = arrive(a, "after", a.person(4));
    a.house.wait(8 * DAY);
    expect([late, after].map((p) => tryMove(a, contest(p, "not-seen")).ok)).toEqual([false, false]);
    expect(tryMove(a, contest(after, "twice"))).toMatchObject({ code: "too-late" });
  });

  it("K-16, M-12: nor does it help to ask to come in a day before leaving, and to come back once nobody contests any more", () => {
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, contestDays: 7 } }) });
    const [bo, cy] = [a.person(1), a.person(2)];
    // Somebody came long before, whose time is over: that isn't opened again.
    const before = arrive(a, "before", a.person(7));
    a.house.wait(8 * DAY);
    const anew = arrive(a, "bo anew", a.person(6));
    a.house.giveVote(anew);
    a.house.wait(DAY);
    a.house.do(bo, "leave", {});
    a.house.wait(28 * DAY);
    expect(tryMove(a, contest(anew, "twice"))).toMatchObject({ code: "too-late" });
    expect(ruleOf(back(a.house, bo))).toBe("entered");
    // One person, and two votes on what is called from now on: until it is contested, by anybody.
    expect([bo, anew].map((p) => hasVote(a.house.state, p.member, a.house.now))).toEqual([true, true]);
    expect(tryMove(a, contest(anew, "twice")).ok).toBe(true);
    expect(tryMove(a, contest(before, "twice"))).toMatchObject({ code: "too-late" });
    expect(tryMove(a, contest(cy, "twice"))).toMatchObject({ code: "founder" });
  });

  it("K-16, M-14: on what was called while they were away the one who came anew may vote, and the one who comes back not", () => {
    const a = new Meeting(NINE);
    const bo = a.person(1);
    a.house.do(bo, "leave", {});
    const anew = arrive(a, "bo anew", a.person(6));
    a.house.giveVote(anew);
    a.house.wait(1000);
    const called = { at: a.house.now, index: a.house.state.size };
    a.house.do(a.person(3), "rest.here", {});
    a.house.wait(1000);
    expect(ruleOf(back(a.house, bo))).toBe("entered");
    const may = [bo, anew].map((p) => mayVoteOn(a.house.state, p.member, undefined, called, a.house.now));
    expect(may[0]).toMatchObject({ rule: "M-14", code: "away-at-the-call" });
    expect(may[1]?.ok).toBe(true);
  });
});

describe("a guest's stay (K-16, N-8, N-9)", () => {
  const setup = () => {
    const a = new Meeting(NINE);
    const gil = a.house.join("gil", "guest", a.person(1));
    const decide = (subject: object) =>
      a.decide(a.move({ subject: subject as never }), a.sitting(), figures({ for: 9 }));
    return { a, house: a.house, gil, decide };
  };

  it("K-16, N-8: whose stay ended while they were away comes back by an appeal only, not by the sheet", () => {
    const { house, gil, decide } = setup();
    house.do(gil, "leave", {});
    decide({ type: "guest-stay", member: gil.member, ground: "flood" });
    expect(back(house, gil)).toMatchObject({ rule: "K-16", code: "stay-ended" });
    expect(ruleOf(house.put(gil, "stay.appeal", {}))).toBe("entered");
    decide({ type: "stay-again", member: gil.member });
    expect(has(house, gil)).toBe("left");
    expect(ruleOf(back(house, gil))).toBe("entered");
    expect(has(house, gil)).toBe("guest");
    same(house);
  });

  it("K-16, N-9: still for a day, also where they left before the second signature; who left for good is left alone", () => {
    const { a, house, gil } = setup();
    const asked = house.do(a.person(2), "guest.still", { member: gil.member });
    house.do(gil, "leave", {});
    house.do(a.person(3), "cosign", { of: asked });
    house.do(gil, "leave.undo", {}, { key: gil.reserve });
    const say = () => ruleOf(house.put(gil, "say", { about: house.body, text: a.words() }));
    expect(say()).toBe("N-9");
    house.wait(DAY);
    expect(say()).toBe("entered");
    const eve = house.join("eve", "guest", a.person(1));
    house.do(eve, "leave", {}, { key: eve.reserve });
    expect(ruleOf(house.put(a.person(2), "guest.still", { member: eve.member }))).toBe("N-9");
    expect(ruleOf(tryMove(a, { type: "guest-stay", member: eve.member, ground: "flood" }))).toBe("N-8");
  });

  it("K-16, N-7: nine hundred who joined and left by one member's link come back a hundred at once at most", () => {
    const { a, house, gil } = setup();
    const link = house.invite(a.person(8), "guest", { many: true });
    const came: Person[] = [];
    for (let day = 0; day < 2; day++) {
      for (let n = 0; n < GUESTS_EACH; n++) {
        const p = house.person(`g${day}-${n}`);
        house.do(p, "join", house.joinData(p, link));
        house.do(p, "leave", {});
        came.push(p);
      }
      house.wait(DAY);
    }
    const entered = came.map((p) => ruleOf(back(house, p)));
    expect([entered.filter((r) => r === "entered").length, entered.at(-1)]).toEqual([GUESTS_EACH, "N-7"]);
    // Another member's guest whose phone was stolen comes back as ever.
    house.do(gil, "leave", {});
    expect(ruleOf(back(house, gil))).toBe("entered");
  });

  it("N-4: a leaving is taken back five times in a day; nobody refuses a leaving", () => {
    const { a, house, gil } = setup();
    for (const p of [a.person(4), gil]) {
      let n = 0;
      for (; n < 50; n++) {
        house.do(p, "leave", {});
        const undone = back(house, p);
        if (undone.ok) continue;
        expect(undone).toMatchObject({ rule: "N-4", code: "pace", facts: { kind: "leave.undo" } });
        break;
      }
      expect(n).toBe(5);
    }
    house.wait(DAY / 5);
    expect(ruleOf(back(house, a.person(4)))).toBe("entered");
  });
});

describe("admissions, seats, offices, founding (K-16)", () => {
  it("K-16, M-9: who is admitted by a decision while they are away comes back admitted", () => {
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, decision: true } }) });
    const jo = a.house.join("jo", "member", a.person(6));
    a.house.do(a.person(7), "vouch", { member: jo.member });
    const motion = a.move({ subject: { type: "admission", member: jo.member } });
    const sitting = a.sitting();
    const vote = a.call(motion, sitting, "paper");
    a.house.do(jo, "leave", {});
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 9 }), 9);
    a.declare(vote);
    a.house.do(jo, "leave.undo", {}, { key: jo.reserve });
    a.house.wait(5 * DAY);
    expect(has(a.house, jo)).toBe("member");
    same(a.house);
  });

  it("K-16, M-10: the seat of who left by a device is kept while they may come back; who left with the sheet gave it up", () => {
    const R = "ab".repeat(32) as never;
    const parent = { body: R, act: R, establishes: { type: "committee", seats: 4, text: R }, at: 0, from: 0 } as const;
    const house = House.found({
      data: { type: "committee", establishedBy: { body: R, act: R } },
      evidence: { parent },
      statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 0, waitingDays: 0 } }),
    });
    const [bo, cy] = ["bo", "cy", "di"].map((name) => house.join(name)) as [Person, Person, Person];
    const joins = (name: string) => {
      const p = house.person(name);
      return ruleOf(house.put(p, "join", house.joinData(p, house.invite(house.founder, "member", { label: name }))));
    };
    house.do(bo, "leave", {});
    expect(joins("eva")).toBe("M-10");
    expect(ruleOf(back(house, bo))).toBe("entered");
    expect(hasVote(house.state, bo.member, house.now)).toBe(true);
    house.do(cy, "leave", {}, { key: cy.reserve });
    expect([joins("eva"), joins("fin")]).toEqual(["entered", "M-10"]);
    house.do(bo, "leave", {});
    house.wait(30 * DAY);
    expect([ruleOf(back(house, bo)), joins("gus")]).toEqual(["K-16", "entered"]);
  });

  it("K-16, O-14: an office ends by decision also while its holder is away by a device", () => {
    const a = new Meeting(NINE);
    const ivo = a.person(8);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(ivo, "nominate", { election, candidate: ivo.member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 6 }, { present: 7 });
    a.end(sitting);
    const of = { office: election, holder: ivo.member };
    expect(heldOffice(a.house.state, of, a.house.now).ok).toBe(true);
    meetOn(a, { type: "end-office", ...of }, { for: 8 }, () => a.house.do(ivo, "leave", {}));
    a.house.do(ivo, "leave.undo", {}, { key: ivo.reserve });
    expect(heldOffice(a.house.state, of, a.house.now)).toMatchObject({ rule: "O-14", facts: { stage: "ended" } });
    same(a.house);
  });

  it("K-16, F-18: a founder who is away while the body is adopted comes back as a member where they signed, else as a guest who may", () => {
    const a = new Assembly(NINE.slice(0, 6), { adopt: false, label: "away founders" });
    const list = a.closeList();
    const [signed, unsigned] = [a.person(4), a.person(5)];
    a.house.do(signed, "list.sign", { list });
    for (const p of [signed, unsigned]) a.house.do(p, "leave", {});
    for (const n of [0, 1, 2]) a.house.do(a.person(n), "list.sign", { list });
    expect(a.house.state.founding.phase).toBe("adopted");
    for (const p of [signed, unsigned]) a.house.do(p, "leave.undo", {}, { key: p.reserve });
    expect([has(a.house, signed), has(a.house, unsigned)]).toEqual(["member", "guest"]);
    expect(hasVote(a.house.state, signed.member, a.house.now)).toBe(true);
    a.house.do(unsigned, "list.sign", { list });
    expect(hasVote(a.house.state, unsigned.member, a.house.now)).toBe(true);
    same(a.house);
  });

  it("K-16, F-14: nor does a founder come back onto a list that was closed without them", () => {
    const a = new Assembly(NINE.slice(0, 5), { adopt: false, label: "closed without" });
    const bo = a.person(1);
    a.house.do(bo, "leave", {});
    const list = a.closeList();
    a.house.do(bo, "leave.undo", {}, { key: bo.reserve });
    for (const n of [0, 2, 3, 4]) a.house.do(a.person(n), "list.sign", { list });
    expect(has(a.house, bo)).toBe("guest");
    const b = new Assembly(NINE.slice(0, 5), { adopt: false, label: "open still" });
    b.house.do(b.person(1), "leave", {});
    b.house.do(b.person(1), "leave.undo", {}, { key: b.person(1).reserve });
    b.adopt();
    expect(hasVote(b.house.state, b.person(1).member, b.house.now)).toBe(true);
  });
});

describe("another device takes a leaving back (K-16, K-14)", () => {
  const second = (a: Assembly, p: Person) => {
    const key = keyFrom(`${p.name}'s tablet`);
    a.house.do(p, "device.add", grantOf(a.house.nonce, p.device, key));
    return key;
  };

  it("K-16, K-14: a thief ends the tablet with the stolen phone, then leaves: the tablet undoes both, and neither does so again for 30 days", () => {
    const a = new Assembly(NINE);
    const bo = a.person(1);
    const tablet = second(a, bo);
    a.house.do(bo, "device.end", { device: tablet.id });
    a.house.do(bo, "leave", {});
    a.house.wait(2 * DAY);
    expect(a.house.put(bo, "leave.undo", {})).toMatchObject({ rule: "K-16", code: "signed-by-this-device" });
    expect(ruleOf(a.house.put(bo, "leave.undo", {}, { key: tablet }))).toBe("entered");
    expect([has(a.house, bo), hasVote(a.house.state, bo.member, a.house.now)]).toEqual(["member", true]);
    same(a.house);
    for (const key of [bo.device, tablet])
      for (const [kind, data] of [
        ["leave", {}],
        ["device.end", { device: key === tablet ? bo.device.id : tablet.id }],
      ] as const)
        expect(a.house.put(bo, kind, data, { key })).toMatchObject({ rule: "K-14" });
    // The sheet ends that at once, and the stolen phone with it.
    a.house.do(bo, "device.end", { device: bo.device.id }, { key: bo.reserve });
    a.house.do(bo, "rename", { name: a.words() }, { key: tablet });
  });

  it("K-16, M-16: whoever holds a tablet of somebody keeps them from leaving once, and not again within half a year", () => {
    const a = new Assembly(NINE);
    const bo = a.person(1);
    const tablet = second(a, bo);
    a.house.do(bo, "leave", {});
    a.house.do(bo, "leave.undo", {}, { key: tablet });
    expect(a.house.put(bo, "leave", {})).toMatchObject({ rule: "K-14" });
    a.house.wait(30 * DAY);
    a.house.do(bo, "leave", {});
    expect(a.house.put(bo, "leave.undo", {}, { key: tablet })).toMatchObject({
      rule: "K-16",
      code: "once-by-a-device",
    });
    same(a.house);
    // The sheet brings back all the same.
    expect(ruleOf(back(a.house, bo))).toBe("entered");
  });

  it("K-16: a tablet that nobody ended does so, too, for 72 hours; afterwards the sheet alone; who left with the sheet has left", () => {
    const a = new Assembly(NINE);
    const [bo, cem, dora] = [a.person(1), a.person(2), a.person(3)];
    const [one, two, three] = [bo, cem, dora].map((p) => second(a, p));
    a.house.do(bo, "leave", {});
    a.house.do(cem, "leave", {});
    a.house.do(dora, "leave", {}, { key: dora.reserve });
    expect(a.house.put(dora, "leave.undo", {}, { key: three as TestKey })).toMatchObject({
      code: "left-by-the-reserve-key",
    });
    a.house.wait(RECOVERY_MS - 1);
    expect(ruleOf(a.house.put(bo, "leave.undo", {}, { key: one as TestKey }))).toBe("entered");
    a.house.wait(1);
    expect(a.house.put(cem, "leave.undo", {}, { key: two as TestKey })).toMatchObject({ code: "reserve-key-only" });
    expect(ruleOf(back(a.house, cem))).toBe("entered");
    expect(ruleOf(a.house.put(cem, "rename", { name: a.words() }))).toBe("entered");
    same(a.house);
  });
});
