/**
 * How a body grows, and who can't take it by growing (M-23 to M-30): what colluders do beside what honest people do.
 * Nine found: two of them collude in the attacks.
 */
import { describe, expect, it } from "vitest";
import {
  arrive,
  Assembly,
  bring,
  DAY,
  drawGreeters,
  figures,
  Meeting,
  offerToCount,
  openDoor,
  type Person,
  ruleOf,
} from "@nabat/testkit";
import { RULES_AFTER_MS } from "../votes/electorate.ts";
import { burstAt } from "./bursts.ts";
import { mayTakePlace } from "./placing.ts";
import { HALF_YEAR_MS } from "./sponsors.ts";
import { hasVote, isMember, memberCount, rollSize } from "./standing.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MONTH = 30 * DAY;
const has = (a: Assembly, p: Person) => hasVote(a.house.state, p.member, a.house.now);
const members = (a: Assembly) => memberCount(a.house.state, a.house.now);
const size = (a: Assembly) => rollSize(a.house.state, a.house.now);
const put = (a: Assembly, by: Person, kind: string, data: object) => a.house.put(by, kind, data);
const move = (a: Assembly, by: Person, subject: object) =>
  put(a, by, "move", { title: a.words(), text: a.words(), subject });

/** Two colluders bring in so many between them, each vouched for by the other, and have them seen as far as they can. */
function pack(a: Assembly, many: number, by: readonly [Person, Person], name = "x"): Person[] {
  const come = Array.from({ length: many }, (_, n) => {
    const sponsor = by[n % 2] as Person;
    const p = a.house.join(`${name}${n}`, "member", sponsor);
    a.house.put(by[(n + 1) % 2] as Person, "vouch", { member: p.member });
    return p;
  });
  a.house.wait(3 * DAY);
  return come;
}

/** Everything that two could try to bring these to a vote: seeing them crosswise, sponsoring, vouching, taking places. */
function press(a: Assembly, come: readonly Person[], by: readonly Person[]): void {
  for (const p of come)
    for (const q of new Set([...by, ...come.slice(0, 2), p])) {
      put(a, q, "seen", { members: [p.member] });
      put(a, q, "sponsor", { member: p.member });
      put(a, q, "place", { member: p.member });
    }
}

describe("what colluders do", () => {
  it("M-23 to M-26: two bring in thirty in seconds, crosswise vouched: members in three days, and none has a vote", () => {
    const a = new Assembly(NINE);
    const two = [a.person(7), a.person(8)] as const;
    const come = pack(a, 30, two);
    press(a, come, two);
    expect([members(a), size(a)]).toEqual([39, 9]);
    // It is seen at once: by whom, and how many.
    expect(burstAt(a.house.state, a.house.now)).toMatchObject({
      many: true,
      roll: 9,
      sponsors: [{ sponsor: two[0].member }, { sponsor: two[1].member }],
    });
  });

  it("M-25, M-26: two colluders draw no list; on one that they share with a third they see thirty, and four of eleven have a vote half a year long", () => {
    const a = new Assembly(NINE);
    const two = [a.person(7), a.person(8)] as const;
    offerToCount(a, two);
    expect(put(a, two[0], "greet.draw", {})).toMatchObject({ rule: "M-25", code: "too-few-offered" });
    a.house.wait(MONTH);
    drawGreeters(a, a.people.slice(6), 1);
    const come = pack(a, 30, two);
    for (let month = 0; month < 6; month++) {
      press(a, come, two);
      a.house.wait(MONTH);
    }
    expect(come.filter((p) => has(a, p))).toHaveLength(2);
    expect(size(a)).toBe(11);
  });

  it("M-26, M-24: the same list and all that wait before her don't keep out who comes by somebody else's word", () => {
    const a = new Meeting(NINE);
    const two = [a.person(7), a.person(8)] as const;
    drawGreeters(a, a.people.slice(6));
    press(a, pack(a, 20, two), two);
    const began = a.house.now;
    const eva = a.house.join("eva", "member", a.person(1));
    a.house.do(a.person(2), "vouch", { member: eva.member });
    a.house.wait(3 * DAY);
    // The colluders don't see her. Three call a meeting, and those whom it elects to count do.
    const sitting = a.hold(a.convene({ days: 7 }), { tellers: [a.person(3), a.person(2)] });
    const first = a.house.do(a.person(3), "seen", { sitting, members: [eva.member] });
    a.house.do(a.person(2), "cosign", { of: first });
    expect(has(a, eva)).toBe(true);
    expect(a.house.now - began).toBeLessThanOrEqual(3 * DAY + MONTH);
  });

  it("M-26: chains of sponsors: who came yesterday brings nobody, whoever they invite and see", () => {
    const a = new Assembly(NINE);
    const two = [a.person(7), a.person(8)] as const;
    drawGreeters(a, a.people.slice(6));
    let chain = [bring(a, "c0", two[0])];
    for (let n = 1; n < 8; n++) {
      const last = chain.at(-1) as Person;
      if (!a.house.put(last, "invite", { key: last.device.id, as: "guest", until: a.house.now + DAY }).ok) break;
      if (!has(a, last)) break;
      const next = arrive(a, `c${n}`, last);
      press(a, [next], [...two, ...chain]);
      chain = [...chain, next];
    }
    // The second came by the other colluder's first word; the third by nobody's.
    expect(chain.filter((p) => has(a, p))).toHaveLength(2);
    expect(chain).toHaveLength(3);
  });

  it("M-27: few open no door, however often and however at night; a door is never urgent", () => {
    const a = new Meeting(NINE);
    for (const n of [0, 1, 2]) {
      const door = { type: "door", places: 500, until: a.house.now + MONTH };
      const moved = move(a, a.person(7), door);
      const motion = moved.ok ? moved.value.id : ("" as never);
      a.house.wait(7 * DAY);
      const sitting = a.sitting(a.person(7), [a.person(7), a.person(8)]);
      // At a sitting that nobody called it is an opinion.
      const vote = a.ask(motion, sitting, "hands", a.person(7));
      a.house.do(a.person(7), "vote.close", { vote });
      a.tally(vote, figures({ for: 2 }), 2);
      a.declare(vote);
      a.house.do(a.person(7), "sitting.close", { sitting });
      expect([n, a.house.state.members.doors.size]).toEqual([n, 0]);
    }
  });

  it("M-29: thirty who came through one door don't change the rules in their first months, nor open the next door", () => {
    const a = new Assembly(["ana", "bo", "cy"], {
      statutes: (s) => ({ ...s, admission: { ...s.admission, waitingDays: 0 } }),
    });
    openDoor(a, 30);
    const come = Array.from({ length: 30 }, (_, n) => arrive(a, `n${n}`, a.person(n % 3)));
    expect(size(a)).toBe(33);
    const subject = { type: "statutes", changes: { convene: { signatures: 1 } } } as const;
    const motion = a.move({ by: come[0] as Person, subject });
    a.house.do(come[1] as Person, "second", { motion });
    a.house.wait(9 * DAY);
    const open = { motion, version: a.version(motion), mode: "name", closes: a.house.now + 80 * 3600_000 };
    const vote = a.house.do(come[0] as Person, "vote.open", open);
    expect(come.map((p) => ruleOf(a.cast(vote, p, "for")))).toEqual(come.map(() => "M-29"));
    a.house.wait(81 * 3600_000);
    a.declare(vote);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("standing");
    a.house.wait(RULES_AFTER_MS);
  });

  it("M-12, M-30: a packed body doesn't send an honest newcomer back for her opinions, nor does a burst keep itself in", () => {
    const a = new Meeting(NINE);
    const [gus, hal] = [a.person(7), a.person(8)];
    openDoor(a, 8);
    const burst = Array.from({ length: 7 }, (_, n) => arrive(a, `b${n}`, n % 2 ? gus : hal));
    const eva = arrive(a, "eva", a.person(0));
    expect([size(a), has(a, eva)]).toEqual([17, true]);
    expect(move(a, gus, { type: "contest", member: eva.member, ground: "opinions" })).toMatchObject({ rule: "R-3" });
    const against = move(a, gus, { type: "contest", member: eva.member, ground: "conditions" });
    const contest = against.ok ? against.value.id : ("" as never);
    for (const p of [hal, ...burst.slice(0, 3)]) a.house.do(p, "second", { motion: contest });
    // The seven others contest the burst: four stand behind each.
    const theirs = burst.map((p, n) => {
      const motion = a.move({
        by: a.person(n),
        subject: { type: "contest", member: p.member, ground: "invented" },
      });
      for (const m of [1, 2, 3]) a.house.do(a.person((n + m) % 7), "second", { motion });
      return motion;
    });
    a.house.wait(4 * DAY);
    const call = a.convene({ itemsUntil: a.house.now + 3 * DAY });
    const items = [...theirs, contest].map((motion, n) => ({
      motion,
      item: a.item(call, { motion }, n === 7 ? gus : a.person(n)),
    }));
    const sitting = a.hold(call);
    for (const { motion, item } of items) {
      a.begin(sitting, item);
      const vote = a.call(motion, sitting, "paper");
      // On Eva nobody but she is without a vote; on each of the burst those who came by the same word, a quarter at most.
      const { barred = [], whole } = a.vote(vote);
      const left = burst.filter((p) => isMember(a.house.state, p.member, a.house.now)).length;
      expect(whole).toBe(10 + left - barred.length);
      if (motion === contest) expect(barred).toEqual([eva.member]);
      else expect(barred.length).toBeLessThanOrEqual((10 + left) / 4);
      // All others of them vote against it, and are fewer than the seven and Eva.
      const others = whole - 8;
      a.house.do(a.vote(vote).caller === a.person(0).member ? a.person(0) : gus, "vote.close", { vote });
      const counts = motion === contest ? { for: 2, against: 7 } : { for: 8, against: others };
      a.tally(vote, figures(counts), counts.for + counts.against);
      a.declare(vote);
      a.end(sitting);
    }
    expect(isMember(a.house.state, eva.member, a.house.now)).toBe(true);
    expect(burst.filter((p) => isMember(a.house.state, p.member, a.house.now))).toEqual([]);
  });
});

describe("what honest people do", () => {
  it("M-26: a newcomer a month in a house of fifteen, each by another's word: a vote with membership and being seen", () => {
    const a = new Assembly([...NINE, "jan", "kai", "lea", "mia", "noa", "ole"]);
    for (let n = 0; n < 12; n++) {
      if (n % 6 === 0) drawGreeters(a, a.people.slice(10, 15), n);
      expect([n, has(a, bring(a, `new ${n}`, a.person(n)))]).toEqual([n, true]);
      a.house.wait(MONTH);
      // Now and then somebody gives a sign of life and offers again; the list holds meanwhile.
      a.house.wait(DAY);
    }
    expect(size(a)).toBe(27);
  });

  it("M-27: three found and are thirty in a spring, by one decision", () => {
    const a = new Assembly(["ana", "bo", "cy"]);
    openDoor(a, 27, 90);
    for (let n = 0; n < 27; n++) expect(has(a, arrive(a, `n${n}`, a.person(n % 3)))).toBe(true);
    expect(size(a)).toBe(30);
    expect(a.house.now).toBeLessThan(a.house.state.founding.at + 120 * DAY);
  });

  it("M-26: one founds and finds a second; they become three, four and more by their own decision", () => {
    const a = new Assembly(["ana"]);
    const bo = arrive(a, "bo", a.person(0));
    a.house.do(a.person(0), "seen", { members: [bo.member] });
    expect([size(a), has(a, bo)]).toEqual([2, true]);
    const cy = a.house.join("cy", "member", a.person(0));
    a.house.do(bo, "vouch", { member: cy.member });
    a.house.wait(3 * DAY);
    a.house.do(bo, "seen", { members: [cy.member] });
    expect(mayTakePlace(a.house.state, cy.member, a.house.now)).toMatchObject({ code: "no-place" });
    const door = a.move({ subject: { type: "door", places: 5, until: a.house.now + 60 * DAY } });
    a.house.wait(7 * DAY);
    const sitting = a.sitting(a.person(0), [a.person(0), bo]);
    a.decide(door, sitting, figures({ for: 1 }), 1);
    a.house.wait(3 * DAY);
    a.house.do(cy, "place", { member: cy.member });
    const di = a.house.join("di", "member", bo);
    a.house.do(cy, "vouch", { member: di.member });
    expect(size(a)).toBe(3);
    a.house.wait(3 * DAY);
    expect(size(a)).toBe(4);
  });

  it("M-26: of two and of three, each brings one in half a year, whom another sees", () => {
    for (const names of [
      ["ana", "bo"],
      ["ana", "bo", "cy"],
    ]) {
      const a = new Assembly(names);
      for (const [n, p] of a.people.entries()) {
        if (n === 2) drawGreeters(a, a.people.slice(0, 3));
        expect(has(a, bring(a, `by ${p.name}`, p))).toBe(true);
      }
      expect(size(a)).toBe(2 * names.length);
    }
  });

  it("M-27, M-5: an organisation brings its register: whoever of it signs has a vote, and nobody signs for them", () => {
    const a = new Assembly(["ana", "bo", "cy", "di", "eva"], {
      statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 0, waitingDays: 0 } }),
    });
    openDoor(a, 2000, 365);
    const come = Array.from({ length: 60 }, (_, n) => a.house.join(`r${n}`, "member", a.person(n % 5)));
    expect(come.every((p) => has(a, p))).toBe(true);
    expect([size(a), members(a)]).toEqual([65, 65]);
  });

  it("M-16, M-26: who left comes back as a newcomer, and votes as other newcomers do", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, a.people.slice(3, 6));
    const jo = bring(a, "jo", a.person(0));
    a.house.do(jo, "leave", {});
    expect(size(a)).toBe(9);
    const anew = a.house.person("jo", "a new sheet");
    const invitation = a.house.invite(a.person(1), "member", { label: "back" });
    a.house.do(anew, "join", a.house.joinData(anew, invitation));
    a.house.do(a.person(2), "vouch", { member: anew.member });
    a.house.wait(3 * DAY);
    const seer = a.people.slice(3, 6).find((p) => a.house.state.members.greeting.list?.members.includes(p.member));
    a.house.do(seer as Person, "seen", { members: [anew.member] });
    expect([has(a, anew), size(a)]).toEqual([true, 10]);
  });

  it("M-26: half a year later the same sponsor brings another, at once", () => {
    const a = new Assembly(NINE);
    drawGreeters(a, a.people.slice(3, 6));
    bring(a, "jo", a.person(0));
    a.house.wait(HALF_YEAR_MS);
    drawGreeters(a, a.people.slice(3, 6), 1);
    expect(has(a, bring(a, "kim", a.person(0)))).toBe(true);
  });
});
