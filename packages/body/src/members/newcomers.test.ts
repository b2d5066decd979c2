/** Rules M-23 to M-28: who has a vote since when, who sees newcomers, whose word brings them, and open doors. */
import { describe, expect, it } from "vitest";
import { toHex } from "@nabat/kernel";
import {
  arrive,
  Assembly,
  bring,
  DAY,
  drawGreeters,
  figures,
  House,
  keyFrom,
  lotSecret,
  Meeting,
  offerToCount,
  openDoor,
  type Person,
  ruleOf,
  seeAmongHalf,
  sha256,
} from "@nabat/testkit";
import { isSecretOf } from "../votes/lot.ts";
import { NEVER } from "../engine/in-force.ts";
import { stateBytes } from "../engine/snapshot.ts";
import { greetersAt, greetersNeeded, mayDraw, missedAt } from "./greeters.ts";
import { mayTakePlace } from "./placing.ts";
import { HALF_YEAR_MS, placesAt } from "./sponsors.ts";
import { hasVote, isMember, rollSize, wholeRoll } from "./standing.ts";
import { CARD_SHOWN_MS, moveDoor, settleVote, voteWaits } from "./vote-begins.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const has = (a: Assembly, p: Person) => hasVote(a.house.state, p.member, a.house.now);
const memberOf = (a: Assembly, p: Person) => a.house.state.members.members.get(p.member)!;
const waits = (a: Assembly, p: Person) => voteWaits(a.house.state, memberOf(a, p), a.house.now).map((w) => w.what);
const put = (a: Assembly, by: Person, kind: string, data: object) => a.house.put(by, kind, data);

describe("having a vote", () => {
  it("M-23: a member without a vote moves, speaks, works and leaves; what is one of a number is refused, saying what is missing", () => {
    const a = new Assembly(NINE);
    const jo = arrive(a, "jo", a.person(0));
    expect([isMember(a.house.state, jo.member, a.house.now), has(a, jo)]).toEqual([true, false]);
    const motion = a.move({ by: jo });
    expect(ruleOf(put(a, jo, "say", { about: motion, text: a.words() }))).toBe("entered");
    expect(ruleOf(put(a, jo, "account", { about: motion, source: a.words() }))).toBe("entered");
    expect(ruleOf(put(a, jo, "invite", { key: keyFrom("g").id, as: "guest", until: a.house.now + DAY }))).toBe(
      "entered",
    );
    const theirs = a.move({ by: a.person(1) });
    const version = a.version(theirs);
    const starts = a.house.now + 9 * DAY;
    const refused: [string, object][] = [
      ["second", { motion: theirs }],
      ["ask.secret", { motion: theirs }],
      ["now.agree", { motion: theirs, version }],
      ["now.sign", { motion: theirs, version }],
      ["meeting.call", { title: a.words(), reason: a.words(), type: "decide", starts }],
      ["teller.offer", { commit: "ab".repeat(32) }],
      ["vouch", { member: jo.member }],
      ["sponsor", { member: jo.member }],
      ["seen", { members: [jo.member] }],
      ["greet.draw", {}],
      ["rest.ask", { member: a.person(1).member }],
      ["cosign", { of: motion }],
      ["invite", { key: keyFrom("m").id, as: "member", until: a.house.now + DAY }],
    ];
    for (const [kind, data] of refused)
      expect([kind, put(a, jo, kind, data)]).toMatchObject([kind, { ok: false, rule: "M-23", code: "not-seen" }]);
    const tellers = [a.person(1).member, jo.member];
    expect(put(a, a.person(0), "sitting.open", { title: a.words(), tellers })).toMatchObject({
      rule: "M-23",
      code: "has-none",
      facts: { member: jo.member },
    });
    expect(ruleOf(put(a, jo, "leave", {}))).toBe("entered");
  });

  it("M-23: the roll of which rules ask a part is those with a vote; all of them suffice for what is decided at once", () => {
    const a = new Assembly(NINE);
    const jo = arrive(a, "jo", a.person(0));
    expect([rollSize(a.house.state, a.house.now), wholeRoll(a.house.state, a.house.now)]).toEqual([9, 9]);
    const sitting = a.sitting();
    const motion = a.move({ by: jo });
    a.decide(motion, sitting, figures({ for: 9 }));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("M-23, M-26: in a practice body whose clock stands before 1970 nothing else holds", () => {
    const clock = Date.parse("1919-01-23T10:00:00Z");
    const a = new Assembly(["ana", "bo", "cy"], { data: { practice: true, clock } });
    const jo = a.house.join("jo", "member", a.person(0));
    a.house.do(a.person(1), "vouch", { member: jo.member });
    a.house.do(a.person(1), "seen", { members: [jo.member] });
    a.house.do(a.person(0), "clock", { to: clock + 3 * DAY });
    expect([has(a, jo), memberOf(a, jo).votesFrom]).toEqual([true, clock + 3 * DAY]);
    expect(waits(a, a.house.join("kim", "member", a.person(0)))).toEqual(["seen", "place"]);
  });

  it("M-23: a vote that began is kept by a state read from its bytes, and by the record read anew", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, a.people.slice(3, 6));
    const jo = bring(a, "jo", a.person(0));
    expect(has(a, jo)).toBe(true);
    const bytes = toHex(stateBytes(a.house.state));
    expect(toHex(stateBytes(a.house.refold()))).toBe(bytes);
    expect(toHex(stateBytes(a.house.refold(a.house.state.size - 2)))).toBe(bytes);
  });
});

describe("being seen", () => {
  it("M-24: one on the drawn list alone, but not the sponsor; nobody else, and nobody twice", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, [a.person(3), a.person(4), a.person(5)]);
    const jo = arrive(a, "jo", a.person(3));
    const members = [jo.member];
    expect(put(a, a.person(1), "seen", { members })).toMatchObject({ rule: "M-24", code: "not-on-the-list" });
    expect(put(a, a.person(3), "seen", { members })).toMatchObject({ rule: "M-24", code: "you-sponsor" });
    expect(put(a, a.person(4), "seen", { members: [a.person(1).member] })).toMatchObject({ code: "not-a-newcomer" });
    expect(waits(a, jo)).toEqual(["seen"]);
    a.house.do(a.person(4), "seen", { members });
    expect([has(a, jo), waits(a, jo)]).toEqual([true, []]);
    expect(a.house.entries.at(-1)?.admission.right.from).toBe(a.house.state.members.greeting.list?.by);
    expect(put(a, a.person(5), "seen", { members })).toMatchObject({ rule: "M-24", code: "not-a-newcomer" });
  });

  it("M-24: two whom a called meeting elected to count, neither of whom sponsors; nobody at a sitting that nobody called", () => {
    const a = new Meeting(NINE);
    const [jo, kim] = [arrive(a, "jo", a.person(0)), arrive(a, "kim", a.person(1))];
    const bare = a.sitting();
    const members = [jo.member];
    expect(put(a, a.person(1), "seen", { sitting: bare, members })).toMatchObject({
      rule: "M-24",
      code: "no-elected-tellers",
    });
    a.house.do(a.person(0), "sitting.close", { sitting: bare });
    const early = a.hold(a.convene(), { board: false });
    expect(put(a, a.person(1), "seen", { sitting: early, members })).toMatchObject({ code: "no-elected-tellers" });
    a.electTellers(early, a.person(0), [a.person(1), a.person(2)]);
    expect(ruleOf(put(a, a.person(3), "seen", { sitting: early, members }))).toBe("M-24");
    expect(put(a, a.person(1), "seen", { sitting: early, members: [kim.member] })).toMatchObject({
      code: "you-sponsor",
    });
    const first = a.house.do(a.person(1), "seen", { sitting: early, members });
    expect(has(a, jo)).toBe(false);
    a.house.do(a.person(2), "cosign", { of: first });
    expect(has(a, jo)).toBe(true);
    const second = a.house.do(a.person(2), "seen", { sitting: early, members: [kim.member] });
    expect(put(a, a.person(1), "cosign", { of: second })).toMatchObject({ rule: "M-24", code: "you-sponsor" });
  });

  it("M-24: in a body of under five anybody but the sponsor, and the sponsor where there is nobody else", () => {
    const a = new Assembly(["ana", "bo", "cy"]);
    const jo = arrive(a, "jo", a.person(0));
    expect(put(a, a.person(0), "seen", { members: [jo.member] })).toMatchObject({ code: "you-sponsor" });
    a.house.do(a.person(1), "seen", { members: [jo.member] });
    expect(has(a, jo)).toBe(true);
    const one = new Assembly(["ana"]);
    const mia = arrive(one, "mia", one.person(0));
    one.house.do(one.person(0), "seen", { members: [mia.member] });
    expect(has(one, mia)).toBe(true);
  });
});

describe("greeters", () => {
  it("M-25: drawn among all who offered, once each has revealed; three, or a tenth of the roll; for half a year", () => {
    const a = new Assembly(NINE);
    expect(put(a, a.person(0), "greet.draw", {})).toMatchObject({ rule: "M-25", code: "too-few-offered" });
    offerToCount(a, a.people.slice(2, 8));
    const draw = a.house.do(a.person(0), "greet.draw", {});
    expect(put(a, a.person(1), "greet.draw", {})).toMatchObject({ rule: "M-25", code: "draw-waits" });
    const reveal = (n: number, nth = 0) =>
      put(a, a.person(n), "greet.reveal", { draw, secret: lotSecret(a.person(n), nth) });
    expect(reveal(1)).toMatchObject({ rule: "M-25", code: "no-lot-waits" });
    expect(reveal(2, 9)).toMatchObject({ rule: "M-25", code: "not-the-secret" });
    for (const n of [2, 3, 4, 5, 6]) expect(ruleOf(reveal(n))).toBe("entered");
    expect(greetersAt(a.house.state, a.house.now)).toBeUndefined();
    expect(reveal(2)).toMatchObject({ code: "no-lot-waits" });
    a.house.do(a.person(7), "greet.reveal", { draw, secret: lotSecret(a.person(7)) });
    const list = greetersAt(a.house.state, a.house.now);
    expect(list?.members).toHaveLength(3);
    expect(a.people.slice(2, 8).map((p) => p.member)).toEqual(expect.arrayContaining(list?.members ?? []));
    expect(greetersNeeded(a.house.state, a.house.now)).toBe(3);
    // A secret that everybody knows draws nobody again.
    expect(a.house.state.votes.offers.size).toBe(0);
    expect(isSecretOf({ pool: new Map(), secrets: new Map() }, a.person(2).member, "00", sha256)).toBe(false);
    expect(put(a, a.person(0), "greet.draw", {})).toMatchObject({ rule: "M-25", code: "list-holds" });
    a.house.wait(HALF_YEAR_MS);
    expect(greetersAt(a.house.state, a.house.now)).toBeUndefined();
    offerToCount(a, a.people.slice(0, 2), 1);
    expect(mayDraw(a.house.state, a.house.now)).toMatchObject({
      code: "too-few-offered",
      facts: { least: 3, offered: 2 },
    });
    offerToCount(a, a.people.slice(2, 3), 1);
    expect(mayDraw(a.house.state, a.house.now).ok).toBe(true);
  });

  it("M-25: who doesn't reveal holds it up for two days: it is drawn among those who did, and they are left out for half a year", () => {
    const a = new Assembly(NINE);
    offerToCount(a, a.people.slice(2, 6));
    const draw = a.house.do(a.person(0), "greet.draw", {});
    for (const n of [2, 3, 4]) a.house.do(a.person(n), "greet.reveal", { draw, secret: lotSecret(a.person(n)) });
    a.house.wait(2 * DAY);
    expect(put(a, a.person(5), "greet.reveal", { draw, secret: lotSecret(a.person(5)) })).toMatchObject({
      code: "no-lot-waits",
    });
    a.house.do(a.person(0), "greet.draw", {});
    const list = greetersAt(a.house.state, a.house.now)?.members ?? [];
    expect([...list].sort()).toEqual([2, 3, 4].map((n) => a.person(n).member).sort());
    // The record read anew says the same.
    expect(toHex(stateBytes(a.house.refold()))).toBe(toHex(stateBytes(a.house.state)));
    const missed = () => [...missedAt(a.house.state, a.house.now).keys()];
    expect(missed()).toEqual([a.person(5).member]);
    a.house.wait(HALF_YEAR_MS);
    expect(missed()).toEqual([]);
  });

  it("M-25: two who take turns in not revealing hold up a list once, together or each on their own", () => {
    for (const turns of [[[7], [8]], [[7, 8]]]) {
      const a = new Assembly(NINE);
      offerToCount(a, a.people);
      let rounds = 0;
      for (const silent of turns) {
        const draw = a.house.put(a.person(0), "greet.draw", {});
        if (!draw.ok) break;
        rounds++;
        if (greetersAt(a.house.state, a.house.now)) break;
        for (const [n, p] of a.people.entries())
          if (!silent.includes(n)) put(a, p, "greet.reveal", { draw: draw.value.id, secret: lotSecret(p) });
        a.house.wait(2 * DAY);
      }
      if (!greetersAt(a.house.state, a.house.now)) a.house.do(a.person(0), "greet.draw", {});
      expect([rounds <= 2, greetersAt(a.house.state, a.house.now)?.members.length]).toEqual([true, 3]);
    }
  });

  it("M-25: where fewer than three revealed, or less than half, another lot is drawn without those who didn't", () => {
    const a = new Assembly(NINE);
    offerToCount(a, a.people);
    const draw = a.house.do(a.person(0), "greet.draw", {});
    for (const n of [0, 1, 2, 3]) a.house.do(a.person(n), "greet.reveal", { draw, secret: lotSecret(a.person(n)) });
    a.house.wait(2 * DAY);
    expect(put(a, a.person(0), "greet.draw", {})).toMatchObject({ code: "too-few-offered" });
    offerToCount(a, a.people.slice(0, 3), 1);
    a.house.do(a.person(0), "greet.draw", {});
    expect(a.house.state.members.greeting.draw?.pool.size).toBe(3);
  });

  it("M-25: where nobody on the list is left, another is drawn", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, a.people.slice(6, 9));
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "leave", {});
    offerToCount(a, a.people.slice(0, 3), 1);
    expect(ruleOf(put(a, a.person(3), "greet.draw", {}))).toBe("entered");
  });
});

describe("places", () => {
  const greeted = (): Meeting => {
    const a = new Meeting(NINE);
    drawGreeters(a, [a.person(3), a.person(4), a.person(5)]);
    return a;
  };

  it("M-26: a sponsor's first in half a year waits for no place; another only within a quarter of the roll, firsts reckoned in", () => {
    const a = greeted();
    const first = bring(a, "jo", a.person(0));
    const second = bring(a, "kim", a.person(0));
    expect([has(a, first), has(a, second), waits(a, second)]).toEqual([true, false, ["place"]]);
    // Ten vote: two may have come in half a year, one has.
    expect(placesAt(a.house.state, a.house.now)).toEqual({ taken: 1, most: 2 });
    expect(put(a, second, "second", { motion: a.move() })).toMatchObject({ rule: "M-23", code: "no-place" });
    expect(put(a, second, "place", { member: second.member })).toMatchObject({
      rule: "M-26",
      code: "not-seen-among-half",
    });
    seeAmongHalf(a, [second], [a.person(3), a.person(4)]);
    a.house.do(second, "place", { member: second.member });
    expect(has(a, second)).toBe(true);
    const third = bring(a, "lea", a.person(0));
    const refusal = put(a, a.person(8), "place", { member: third.member });
    const free = memberOf(a, first).votesFrom! + HALF_YEAR_MS;
    expect(refusal).toMatchObject({ rule: "M-26", code: "no-place", facts: { taken: 2, most: 2, from: free } });
    // A first of somebody else comes all the same, and half a year later places are free.
    expect(has(a, bring(a, "max", a.person(1)))).toBe(true);
    a.house.wait(HALF_YEAR_MS);
    a.house.do(a.person(8), "place", { member: third.member });
    expect([has(a, third), memberOf(a, third).voteBy]).toEqual([true, "first"]);
  });

  it("M-26: before all firsts come a place is given by those there, not by one greeter: three of nine with the list in hand bring three", () => {
    const a = new Meeting(NINE);
    const [x, y, z] = [a.person(6), a.person(7), a.person(8)];
    drawGreeters(a, [x, y, z]);
    const made: Person[] = [];
    for (const [by, seer] of [
      [x, y],
      [x, y],
      [y, z],
      [z, x],
    ] as const) {
      const p = arrive(a, `made ${made.length}`, by);
      put(a, seer, "seen", { members: [p.member] });
      put(a, x, "place", { member: p.member });
      made.push(p);
    }
    // At night, alone in their own hall, they elect themselves; that doesn't make half of the roll.
    const sitting = a.hold(a.convene({ by: x }), { by: x, tellers: [y, z], board: false });
    for (const p of [x, y, z]) put(a, p, "sitting.here", { sitting });
    a.house.wait(20 * 60_000);
    const board = { what: "board" as const, chair: x.member, tellers: [y.member, z.member] };
    a.decide(a.put(sitting, board, y), sitting, figures({ for: 3 }));
    expect(put(a, y, "seen", { sitting, members: [made[1]!.member] })).toMatchObject({ code: "seen-already" });
    expect(made.filter((p) => has(a, p))).toHaveLength(3);
    expect(rollSize(a.house.state, a.house.now)).toBe(12);
  });

  it("M-26: of those who wait, first whose sponsor brought fewest; of these who waits longest", () => {
    const a = greeted();
    for (const name of ["j1", "j2"]) bring(a, name, a.person(0));
    const late = arrive(a, "j3", a.person(0));
    bring(a, "k1", a.person(1));
    const other = arrive(a, "k2", a.person(1));
    for (const p of [late, other]) a.house.do(a.person(4), "seen", { members: [p.member] });
    for (const n of [2, 3, 4, 5, 6, 7, 8]) a.house.voter(`more ${n}`, a.person(n));
    const j2 = [...a.house.people.values()].find((p) => p.name === "j2")!;
    seeAmongHalf(a, [j2, late, other], [a.person(3), a.person(4)]);
    // j1 and k1 were firsts. j2, j3 and k2 wait, each of a sponsor who brought one: j2 waits longest.
    expect(placesAt(a.house.state, a.house.now)).toMatchObject({ taken: 2, most: 4 });
    expect(mayTakePlace(a.house.state, late.member, a.house.now)).toMatchObject({ code: "others-first" });
    expect(mayTakePlace(a.house.state, other.member, a.house.now)).toMatchObject({ code: "others-first" });
    a.house.do(a.person(8), "place", { member: j2.member });
    // Now Ana brought two, and Bo one: Bo's goes first, though j3 waits longer.
    expect(mayTakePlace(a.house.state, late.member, a.house.now)).toMatchObject({
      code: "others-first",
      facts: { member: other.member },
    });
    expect(mayTakePlace(a.house.state, other.member, a.house.now)).toMatchObject({ value: "place" });
  });

  it("M-26: founders sponsor at once, others half a year after their vote began; who invited becomes one by then", () => {
    const a = greeted();
    const jo = bring(a, "jo", a.person(0));
    const kim = arrive(a, "kim", jo);
    a.house.do(a.person(4), "seen", { members: [kim.member] });
    expect([has(a, kim), waits(a, kim)]).toEqual([false, ["sponsor"]]);
    expect(put(a, kim, "place", { member: kim.member })).toMatchObject({ rule: "M-26", code: "no-sponsor" });
    const lea = arrive(a, "lea", a.person(0));
    expect(put(a, jo, "sponsor", { member: lea.member })).toMatchObject({ rule: "M-26", code: "too-new-to-sponsor" });
    a.house.wait(HALF_YEAR_MS);
    a.house.do(kim, "place", { member: kim.member });
    expect([has(a, kim), memberOf(a, kim).sponsor]).toEqual([true, jo.member]);
  });

  it("M-26: another gives their word while a newcomer waits; not who saw them, nor twice, nor for who votes", () => {
    const a = greeted();
    bring(a, "jo", a.person(0));
    const kim = bring(a, "kim", a.person(0));
    const word = (n: number) => put(a, a.person(n), "sponsor", { member: kim.member });
    expect(word(0)).toMatchObject({ rule: "M-26", code: "you-sponsor" });
    const seer = a.people.findIndex((p) => p.member === memberOf(a, kim).seenBy?.[0]);
    expect(word(seer)).toMatchObject({ rule: "M-26", code: "you-saw-them" });
    expect(ruleOf(word(7))).toBe("entered");
    expect([has(a, kim), memberOf(a, kim).sponsor]).toEqual([true, a.person(7).member]);
    expect(word(8)).toMatchObject({ rule: "M-26", code: "votes-already" });
    expect(put(a, a.person(8), "sponsor", { member: a.person(1).member })).toMatchObject({ code: "votes-already" });
  });

  it("M-10: in a body with seats from its mother, the vote comes with the seat", () => {
    const R = "ab".repeat(32) as never;
    const parent = { body: R, act: R, establishes: { type: "committee", seats: 4, text: R }, at: 0, from: 0 } as const;
    const house = House.found({
      data: { type: "committee", establishedBy: { body: R, act: R } },
      evidence: { parent },
      statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 0, waitingDays: 0 } }),
    });
    for (const name of ["bo", "cy", "di"]) expect(hasVote(house.state, house.join(name).member, house.now)).toBe(true);
    const invitation = house.invite(house.founder, "member");
    const late = house.person("late");
    expect(ruleOf(house.put(late, "join", house.joinData(late, invitation)))).toBe("M-10");
    const door = { type: "door", places: 3, until: house.now + DAY };
    const move = { title: house.text("t"), text: house.text("x"), subject: door };
    expect(house.put(house.founder, "move", move)).toMatchObject({ rule: "M-27", code: "seats-from-the-mother" });
  });
});

describe("an open door", () => {
  it("M-27: decided as rules are, it gives so many places to who comes meanwhile, without sponsor, list or pace", () => {
    const a = new Assembly(NINE);
    const early = arrive(a, "early", a.person(0));
    openDoor(a, 3, 60);
    // Bo brings two at once; a newcomer who waited takes a place too.
    const [jo, kim] = [arrive(a, "jo", a.person(1)), arrive(a, "kim", a.person(1))];
    expect([has(a, jo), has(a, kim), has(a, early)]).toEqual([true, true, false]);
    a.house.do(a.person(8), "place", { member: early.member });
    expect([has(a, early), memberOf(a, early).voteBy]).toEqual([true, "door"]);
    const late = arrive(a, "late", a.person(1));
    expect([has(a, late), waits(a, late)]).toEqual([false, ["seen"]]);
    expect(placesAt(a.house.state, a.house.now).taken).toBe(0);
  });

  it("M-27: it closes at its term, and is open for a year at most", () => {
    const a = new Assembly(NINE);
    const move = (until: number) =>
      ruleOf(
        put(a, a.person(0), "move", { title: a.words(), text: a.words(), subject: { type: "door", places: 3, until } }),
      );
    expect([move(a.house.now), move(a.house.now + 367 * DAY)]).toEqual(["M-27", "M-27"]);
    openDoor(a, 3, 20);
    a.house.wait(20 * DAY);
    expect(has(a, arrive(a, "jo", a.person(1)))).toBe(false);
  });

  it("M-27: fewer than half of the roll open no door, and a door that comes out of force takes its votes with it", () => {
    const a = new Meeting(NINE);
    const subject = () => ({ type: "door", places: 30, until: a.house.now + 60 * DAY }) as const;
    const door = a.move({ by: a.person(7), subject: subject() });
    a.house.wait(7 * DAY);
    for (const _ of [1, 2, 3]) {
      a.meet(door, figures({ for: 4 }));
      expect(a.house.state.motions.motions.get(door)?.status).toBe("standing");
    }
    expect(a.house.state.members.doors.size).toBe(0);
    const result = a.meet(door, figures({ for: 6 }));
    expect(has(a, a.house.join("too early", "member", a.person(1)))).toBe(false);
    a.house.wait(3 * DAY);
    const jo = arrive(a, "jo", a.person(1));
    expect(has(a, jo)).toBe(true);
    expect(a.house.state.members.doors.get(result)).toMatchObject({ taken: 1, places: 30 });
    // Its count fell, say: what rests on it does too, and comes back with it.
    moveDoor(a.house.state, result, NEVER);
    expect([has(a, jo), waits(a, jo)]).toEqual([false, ["seen"]]);
    moveDoor(a.house.state, result, a.house.now);
    expect(has(a, jo)).toBe(true);
  });

  it("M-27, M-9: an admission in which half of the roll took part is a place too; of fewer it is membership only", () => {
    const club = (voted: number) => {
      const a = new Meeting(NINE, { template: "club" });
      const jo = a.house.join("jo", "member", a.person(0));
      a.meet(a.move({ subject: { type: "admission", member: jo.member } }), figures({ for: voted }), {
        mode: "paper",
        days: 15,
      });
      a.house.wait(15 * DAY);
      return { a, jo };
    };
    const many = club(5);
    expect([has(many.a, many.jo), memberOf(many.a, many.jo).voteBy]).toEqual([true, "decision"]);
    const few = club(4);
    expect(isMember(few.a.house.state, few.jo.member, few.a.house.now)).toBe(true);
    expect([has(few.a, few.jo), waits(few.a, few.jo)]).toEqual([false, ["seen"]]);
    // The assembly gives a member who waits their vote by the same decision.
    few.a.meet(few.a.move({ subject: { type: "admission", member: few.jo.member } }), figures({ for: 6 }), {
      mode: "paper",
      days: 15,
    });
    expect(has(few.a, few.jo)).toBe(true);
  });
});

describe("cards", () => {
  it("M-28: who came by a card votes a week after a third person confirmed it", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, a.people.slice(3, 6));
    const jo = arrive(a, "jo", a.person(0));
    const member = memberOf(a, jo);
    member.byCard = true;
    a.house.do(a.person(4), "seen", { members: [jo.member] });
    expect([has(a, jo), waits(a, jo)]).toEqual([false, ["card"]]);
    expect(put(a, jo, "second", { motion: a.move() })).toMatchObject({ rule: "M-23", code: "card-not-confirmed" });
    expect(mayTakePlace(a.house.state, jo.member, a.house.now)).toMatchObject({ rule: "M-28" });
    member.confirmed = a.house.now;
    settleVote(a.house.state, member, a.house.now);
    expect(member.votesFrom).toBe(a.house.now + CARD_SHOWN_MS);
    expect([has(a, jo), waits(a, jo)]).toEqual([false, ["time"]]);
    a.house.wait(CARD_SHOWN_MS);
    expect(has(a, jo)).toBe(true);
  });
});
