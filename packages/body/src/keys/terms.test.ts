/** Rules K-12 and K-14 to K-16: what keys sign nothing of while it is open whose they are. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import {
  Assembly,
  DAY,
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
import { NEVER } from "../engine/in-force.ts";
import { KINDS } from "../kinds.ts";
import { keyHolder, standing } from "../members/standing.ts";
import { boxesOf } from "./queries.ts";
import { MET_MS, QUIET_MS, RECOVERY_MS, TERMS_MS } from "./running.ts";
import type { Statutes } from "../statutes/acts.ts";
import { resultStage } from "../votes/course.ts";
import { columnOf, mayInTerms } from "./terms.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
/** Votes on devices are by name, so that nobody needs to be drawn. */
const BY_NAME = { statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
let n = 0;
const words = () => text(`terms ${n++}`);
const name = () => ({ name: words() });
function anew(house: House, who: Person, sheet = "new"): Person {
  return { ...house.person(who.name, sheet), member: who.member };
}
/** Two bring new keys in for somebody, and the 72 hours pass. */
function brought(
  a: Assembly,
  old: Person,
  by: readonly [number, number] = [7, 8],
  wait = RECOVERY_MS,
): { p: Person; id: ActId } {
  const p = anew(a.house, old, `sheet ${n++}`);
  const id = a.house.do(a.person(by[0]), "key.recover", { ...newKeysOf(p), member: old.member });
  a.house.do(a.person(by[1]), "cosign", { of: id });
  a.house.wait(wait);
  return { p, id };
}

describe("K-12 the terms of new keys", () => {
  it("K-12 every kind stands in one column of the table, and in no other", () => {
    expect([...KINDS.keys()].filter((kind) => columnOf(kind) === undefined)).toEqual([]);
  });

  it("K-12 new keys speak and move, but vote on no device, agree to nothing, sign for nothing", () => {
    const a = new Assembly(NINE, BY_NAME);
    const { p } = brought(a, a.person(1));
    const motion = a.move({ by: p });
    a.house.do(p, "say", { about: motion, text: words() });
    a.house.wait(2 * HOUR);
    const version = a.version(motion);
    expect(ruleOf(a.house.put(p, "now.agree", { motion, version }))).toBe("K-12");
    expect(ruleOf(a.house.put(p, "now.sign", { motion, version }))).toBe("K-12");
    const vote = a.callOutside(a.move(), { seconder: a.person(2) });
    expect(ruleOf(a.cast(vote, p, "for"))).toBe("K-12");
    // What the person gave before stands, and the old sheet still votes.
    a.house.do(a.person(1), "vote.cast", a.position(vote, a.person(1), "for"), { key: a.person(1).reserve });
    a.house.wait(TERMS_MS);
    const later = a.callOutside(a.move({ by: p }), { by: p, seconder: a.person(2) });
    expect(ruleOf(a.cast(later, p, "for"))).toBe("entered");
  });

  it("K-12 they stand for nobody and count nothing; a guest's link they hand out", () => {
    const a = new Assembly(NINE, BY_NAME);
    const { p } = brought(a, a.person(1));
    const invite = (as: string) => ({ key: keyFrom(`inv ${n++}`).id, as, until: a.house.now + DAY });
    expect(ruleOf(a.house.put(p, "invite", invite("member")))).toBe("K-12");
    expect(ruleOf(a.house.put(p, "invite", invite("guest")))).toBe("entered");
    expect(ruleOf(a.house.put(p, "cosign", { of: a.house.body }))).toBe("K-12");
    expect(ruleOf(a.house.put(p, "teller.offer", { commit: "aa".repeat(32) }))).toBe("K-12");
    expect(boxesOf(a.house.state, p.member, a.house.now)).toEqual([]);
    const named = { title: words(), tellers: [p.member, a.person(2).member] };
    expect(ruleOf(a.house.put(a.person(0), "sitting.open", named))).toBe("K-12");
    const sitting = a.sitting(a.person(0), [a.person(3), a.person(2)]);
    const later = brought(a, a.person(3), [5, 6], HOUR);
    expect(ruleOf(a.house.put(a.person(3), "sitting.count", { sitting, present: 9 }))).toBe("entered");
    expect(ruleOf(a.house.put(later.p, "sitting.count", { sitting, present: 9 }))).toBe("K-2");
  });

  it("K-12 what can't be undone neither side does meanwhile: leave, erase, withdraw, end a key; the old sheet may", () => {
    const a = new Assembly(NINE, BY_NAME);
    const old = a.person(1);
    const motion = a.move({ by: old });
    const said = words();
    a.house.do(old, "say", { about: motion, text: said });
    const { p } = brought(a, old, [7, 8], 0);
    const undoing: [string, object][] = [
      ["leave", {}],
      ["erase", { attachments: [said.hash] }],
      ["revise", { motion, text: words() }],
      ["withdraw", { motion }],
      ["device.end", { device: old.device.id }],
    ];
    for (const [kind, data] of undoing) expect([kind, ruleOf(a.house.put(old, kind, data))]).toEqual([kind, "K-12"]);
    a.house.wait(RECOVERY_MS);
    for (const [kind, data] of undoing) expect([kind, ruleOf(a.house.put(p, kind, data))]).toEqual([kind, "K-12"]);
    a.house.do(old, "erase", { attachments: [said.hash] }, { key: old.reserve });
    a.house.do(old, "withdraw", { motion }, { key: old.reserve });
    a.house.do(old, "leave", {}, { key: old.reserve });
    expect(standing(a.house.state, old.member, a.house.now)).toBe("left");
  });

  it("K-12 a device added by a new key is as new as that key", () => {
    const a = new Assembly(NINE, BY_NAME);
    const { p, id } = brought(a, a.person(1));
    const phone = keyFrom(`phone ${n++}`);
    a.house.do(p, "device.add", grantOf(a.house.nonce, p.device, phone));
    expect(ruleOf(a.house.put(p, "leave", {}, { key: phone }))).toBe("K-12");
    a.house.do(a.person(1), "key.object", { of: id }, { key: a.person(1).reserve });
    expect(ruleOf(a.house.put(p, "rename", name(), { key: phone }))).toBe("K-2");
  });

  it("K-12 who has new keys votes by hand, and on devices at a called meeting through two of its elected tellers, without a code (V-32)", () => {
    const m = new Meeting(NINE, BY_NAME);
    const { p } = brought(m, m.person(5));
    const motion = m.move();
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    const vote = m.call(motion, sitting, "name");
    const data = (of: ActId, who: Person) => ({ ...m.position(of, who, "for"), member: who.member });
    expect(ruleOf(m.cast(vote, p, "for"))).toBe("K-12");
    // Nobody else is voted for in this way, nor by anybody else.
    expect(ruleOf(m.house.put(m.person(1), "vote.card", data(vote, m.person(6))))).toBe("V-32");
    expect(ruleOf(m.house.put(m.person(4), "vote.card", data(vote, p)))).toBe("V-32");
    // Nor who isn't there: asked for at night, or come in and at home.
    const asleep = brought(m, m.person(8), [3, 4], 0);
    expect(ruleOf(m.house.put(m.person(1), "vote.card", data(vote, asleep.p)))).toBe("K-12");
    expect(ruleOf(m.house.put(m.person(1), "vote.card", data(vote, p)))).toBe("K-12");
    m.house.do(p, "sitting.here", { sitting });
    const first = m.house.do(m.person(1), "vote.card", data(vote, p));
    m.house.do(m.person(2), "cosign", { of: first });
    expect(m.vote(vote).cast.has(p.member)).toBe(true);
    const outside = new Assembly(NINE);
    const back = brought(outside, outside.person(5)).p;
    const days = outside.callOutside(outside.move(), { mode: "count" });
    const asked = { ...outside.position(days, back, "for"), member: back.member };
    expect(ruleOf(outside.house.put(outside.person(1), "vote.card", asked))).toBe("K-12");
  });
});

describe("G-44 new keys at a sitting where the old ones had signed", () => {
  it("G-44, K-12 who signed that they are there with the old phone just before their keys changed signs it anew, and is counted once", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(3);
    const motion = m.move();
    const call = m.convene();
    const item = m.item(call, { motion });
    m.house.wait(DAY + HOUR);
    const { p } = brought(m, old, [7, 8], 0);
    const sitting = m.hold(call);
    const course = m.house.state.meetings.courses.get(sitting);
    const there = course?.here.size;
    expect(course?.here.has(old.member)).toBe(true);
    expect(ruleOf(m.house.put(old, "sitting.here", { sitting }))).toBe("G-44");
    m.house.wait(2 * HOUR);
    m.begin(sitting, item);
    const vote = m.call(motion, sitting, "name");
    const through = () => m.house.put(m.person(1), "vote.card", { ...m.position(vote, p, "for"), member: p.member });
    expect(ruleOf(through())).toBe("K-12");
    m.house.do(p, "sitting.here", { sitting });
    expect(ruleOf(m.house.put(p, "sitting.here", { sitting }))).toBe("G-44");
    expect(course?.here.size).toBe(there);
    expect(ruleOf(through())).toBe("entered");
  });
});

describe("K-13 an objection after the new keys came in, and what was cast by them", () => {
  const EIGHT_DAYS = {
    statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode: "name", contestDays: 8 } }),
  };
  /** Two bring new keys in for the sixth person, and two tellers cast for them at a called meeting. */
  function castFor(others: readonly ("for" | "against")[]) {
    const m = new Meeting(NINE, EIGHT_DAYS);
    const old = m.person(5);
    const { p, id } = brought(m, old);
    const motion = m.move();
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    const vote = m.call(motion, sitting, "name");
    m.house.do(p, "sitting.here", { sitting });
    const first = m.house.do(m.person(1), "vote.card", { ...m.position(vote, p, "for"), member: p.member });
    m.house.do(m.person(2), "cosign", { of: first });
    for (const [n, choice] of others.entries()) m.cast(vote, m.person(n), choice);
    const object = () => m.house.do(old, "key.object", { of: id }, { key: old.reserve });
    return { m, old, motion, vote, sitting, object };
  }
  const declared = (others: readonly ("for" | "against")[]) => {
    const made = castFor(others);
    made.m.house.wait(60_000);
    made.m.house.do(made.m.person(0), "vote.close", { vote: made.vote });
    const result = made.m.declare(made.vote);
    made.m.end(made.sitting);
    made.m.begin(made.sitting, "aob");
    made.m.house.do(made.m.person(0), "sitting.close", { sitting: made.sitting });
    return { ...made, result };
  };

  it("K-13 while the vote is open their position is taken out, and the person casts their own", () => {
    const { m, old, vote, object } = castFor(["for", "against"]);
    expect(m.vote(vote).cast.has(old.member)).toBe(true);
    object();
    expect([m.vote(vote).cast.has(old.member), m.vote(vote).castCount, m.vote(vote).byTellers]).toEqual([false, 2, 0]);
    expect(ruleOf(m.cast(vote, old, "against"))).toBe("entered");
    m.house.wait(60_000);
    m.house.do(m.person(0), "vote.close", { vote });
    m.declare(vote);
    expect(m.vote(vote).result?.counts).toEqual(figures({ for: 1, against: 2 }));
  });

  it("K-13, V-60: where the outcome could have been another the declared vote falls, and is held again in person", () => {
    const { m, motion, vote, result, object } = declared(["for", "for", "for", "for", "against"]);
    expect(m.vote(vote).result?.outcome).toBe("carried");
    const found = m.house.state.motions.motions.get(motion);
    object();
    expect(resultStage(m.house.state, m.vote(vote), m.house.now)).toBe("in-force");
    expect(found?.status).toBe("carried");
    const close = declared(["for", "for", "against", "against"]);
    expect(close.m.vote(close.vote).result?.outcome).toBe("carried");
    close.object();
    expect(resultStage(close.m.house.state, close.m.vote(close.vote), close.m.house.now)).toBe("fallen");
    expect(close.m.house.state.binding.decisions.get(close.result)?.from).toBe(NEVER);
    expect(m.house.state.binding.decisions.get(result)?.from).not.toBe(NEVER);
    const again = close.m.meet(close.motion, figures({ for: 2, against: 5 }));
    expect(close.m.vote(close.m.house.state.votes.results.get(again) as ActId).result?.outcome).toBe("lost");
  });

  it("K-13 what can't be contested any more stands", () => {
    const { m, vote, object } = declared(["for", "for", "against", "against"]);
    m.house.wait(15 * DAY);
    object();
    expect(resultStage(m.house.state, m.vote(vote), m.house.now)).toBe("in-force");
  });
});

describe("K-14 a device that another device ended", () => {
  it("K-14 a thief with the old phone ends the second device: it stands again, and neither ends the other, leaves or votes on a device for 30 days", () => {
    const a = new Assembly(NINE, BY_NAME);
    const bo = a.person(1);
    const tablet = keyFrom(`tablet ${n++}`);
    a.house.do(bo, "device.add", grantOf(a.house.nonce, bo.device, tablet));
    const ended = a.house.do(bo, "device.end", { device: tablet.id });
    expect(ruleOf(a.house.put(bo, "rename", name(), { key: tablet }))).toBe("K-2");
    a.house.wait(71 * HOUR);
    a.house.do(bo, "key.object", { of: ended }, { key: tablet });
    a.house.do(bo, "rename", name(), { key: tablet });
    const motion = a.move();
    a.house.do(bo, "say", { about: motion, text: words() });
    for (const key of [bo.device, tablet]) {
      const other = key === tablet ? bo.device : tablet;
      expect(ruleOf(a.house.put(bo, "device.end", { device: other.id }, { key }))).toBe("K-14");
      expect(ruleOf(a.house.put(bo, "leave", {}, { key }))).toBe("K-14");
    }
    const vote = a.callOutside(motion);
    expect(ruleOf(a.cast(vote, bo, "for"))).toBe("K-14");
    // The sheet ends it: the phone goes at once, and objects no more.
    const last = a.house.do(bo, "device.end", { device: bo.device.id }, { key: bo.reserve });
    expect(ruleOf(a.house.put(bo, "key.object", { of: last }))).toBe("K-2");
    expect(ruleOf(a.cast(vote, bo, "for", { key: tablet }))).toBe("entered");
  });

  it("K-14 within 72 hours, for itself, and not what the sheet ended; after 30 days all is as before", () => {
    const a = new Assembly(NINE, BY_NAME);
    const bo = a.person(1);
    const [one, two] = [keyFrom(`one ${n++}`), keyFrom(`two ${n++}`)];
    for (const key of [one, two]) a.house.do(bo, "device.add", grantOf(a.house.nonce, bo.device, key));
    const first = a.house.do(bo, "device.end", { device: one.id });
    expect(ruleOf(a.house.put(bo, "key.object", { of: first }, { key: two }))).toBe("K-13");
    a.house.wait(72 * HOUR);
    expect(ruleOf(a.house.put(bo, "key.object", { of: first }, { key: one }))).toBe("K-2");
    const second = a.house.do(bo, "device.end", { device: two.id });
    a.house.do(bo, "key.object", { of: second }, { key: two });
    a.house.wait(TERMS_MS);
    a.house.do(bo, "device.end", { device: bo.device.id }, { key: two });
  });
});

describe("K-16 somebody left in her name", () => {
  it("K-16 a thief leaves with the old phone: the sheet brings her back as what she was, within 30 days", () => {
    const a = new Assembly(NINE, BY_NAME);
    const bo = a.person(1);
    const before = a.callOutside(a.move({ by: a.person(0) }));
    a.house.do(bo, "leave", {});
    expect(ruleOf(a.house.put(bo, "leave.undo", {}))).toBe("K-16");
    const between = a.callOutside(a.move({ by: a.person(2) }), { by: a.person(2), seconder: a.person(3) });
    a.house.do(bo, "leave.undo", {}, { key: bo.reserve });
    expect(standing(a.house.state, bo.member, a.house.now)).toBe("member");
    a.house.do(bo, "rename", name());
    expect(ruleOf(a.cast(before, bo, "for"))).toBe("entered");
    expect(ruleOf(a.cast(between, bo, "for"))).toBe("M-14");
    a.house.do(bo, "leave", {});
    a.house.wait(TERMS_MS);
    expect(ruleOf(a.house.put(bo, "leave.undo", {}, { key: bo.reserve }))).toBe("K-16");
  });

  it("K-16 who left with the sheet has left; who hasn't left has nothing to take back; a guest comes back as a guest", () => {
    const a = new Assembly(NINE, BY_NAME);
    const bo = a.person(1);
    expect(ruleOf(a.house.put(bo, "leave.undo", {}, { key: bo.reserve }))).toBe("K-16");
    a.house.do(bo, "leave", {}, { key: bo.reserve });
    expect(ruleOf(a.house.put(bo, "leave.undo", {}, { key: bo.reserve }))).toBe("K-16");
    const gus = a.house.join("gus", "guest");
    a.house.do(gus, "leave", {});
    a.house.do(gus, "leave.undo", {}, { key: gus.reserve });
    expect(standing(a.house.state, gus.member, a.house.now)).toBe("guest");
  });
});

describe("K-15 a meeting decides over keys", () => {
  const subject = (who: Person, before?: readonly Person[]) =>
    ({ type: "keys", member: who.member, ...(before ? { before: before.map((b) => b.member) } : {}) }) as never;
  /** The meeting sends the second and third person, who count there, too. */
  const two = (m: Meeting, who: Person) => subject(who, [m.person(1), m.person(2)]);
  const most = { for: 7, against: 1, abstain: 0, "taking-part": 0 };
  /** Two ask for somebody, and an old key objects: from then on a meeting can decide. */
  const open = (m: Meeting, who: Person, by: readonly [number, number] = [7, 8]): void => {
    m.house.do(who, "key.object", { of: brought(m, who, by, HOUR).id });
  };

  it("K-15 a thief holds the old phone and she has no sheet: she votes in the next hall, and everywhere within the notice of a call and 40 days", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    const began = m.house.now;
    const { id } = brought(m, old, [7, 8], HOUR);
    m.house.do(old, "key.object", { of: id });
    const motion = m.move({ subject: two(m, old) });
    const result = m.meet(motion, most, { days: 4 });
    const hers = anew(m.house, old, "hers");
    const ask = () =>
      m.house.put(m.person(1), "key.recover", { ...newKeysOf(hers), member: old.member, decided: result });
    expect(ruleOf(ask())).toBe("K-15");
    m.house.wait(3 * DAY);
    const made = ask();
    if (!made.ok) throw new Error(made.code);
    expect(ruleOf(m.house.put(m.person(3), "cosign", { of: made.value.id }))).toBe("K-15");
    m.house.do(m.person(2), "cosign", { of: made.value.id });
    // All older keys end at once, the sheet too, and nobody objects.
    for (const key of [old.device, old.reserve]) {
      expect(ruleOf(m.house.put(old, "rename", name(), { key }))).toBe("K-2");
      expect(ruleOf(m.house.put(old, "key.object", { of: made.value.id }, { key }))).toBe("K-2");
    }
    m.house.do(hers, "rename", name());
    const said = words();
    m.house.do(hers, "say", { about: motion, text: said });
    for (const [kind, data] of [
      ["erase", { attachments: [said.hash] }],
      ["leave", {}],
    ] as const)
      for (const key of [hers.device, hers.reserve])
        expect(ruleOf(m.house.put(hers, kind, data, { key }))).toBe("K-15");
    const days = m.callOutside(m.move({ by: hers }), { by: hers, seconder: m.person(3) });
    expect(ruleOf(m.cast(days, hers, "for"))).toBe("K-15");
    expect(ruleOf(m.house.put(hers, "cosign", { of: made.value.id }))).toBe("K-15");
    m.house.wait(TERMS_MS);
    const later = m.callOutside(m.move({ by: hers }), { by: hers, seconder: m.person(3) });
    expect(ruleOf(m.cast(later, hers, "for"))).toBe("entered");
    expect(m.house.now - began).toBeLessThan(4 * DAY + 40 * DAY);
    expect(ruleOf(ask())).toBe("K-15");
  });

  it("K-15 before two whom the meeting sends; others' askings are held off while it lasts", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old, [1, 2]);
    const motion = m.move({ subject: subject(old, [m.person(3), m.person(4)]) });
    const result = m.meet(motion, most);
    m.house.wait(3 * DAY);
    const hers = anew(m.house, old, "sent");
    const data = { ...newKeysOf(hers), member: old.member, decided: result };
    expect(ruleOf(m.house.put(m.person(1), "key.recover", data))).toBe("K-15");
    m.house.do(m.person(4), "cosign", { of: m.house.do(m.person(3), "key.recover", data) });
    const theirs = anew(m.house, old, "theirs");
    const asked = { ...newKeysOf(theirs), member: old.member };
    expect(ruleOf(m.house.put(m.person(7), "key.recover", asked))).toBe("K-15");
    m.house.wait(TERMS_MS);
    expect(ruleOf(m.house.put(m.person(7), "key.recover", asked))).toBe("entered");
  });

  it("K-15 only at a called meeting, on its agenda with notice: not over days, not at once, not as urgent, not by a bare sitting", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old);
    const motion = m.move({ subject: two(m, old) });
    m.house.do(m.person(3), "second", { motion });
    m.house.wait(2 * DAY);
    const days = { motion, version: m.version(motion), mode: "name", closes: m.house.now + 72 * HOUR };
    expect(ruleOf(m.house.put(m.person(0), "vote.open", days))).toBe("K-15");
    expect(ruleOf(m.house.put(m.person(2), "now.agree", { motion, version: m.version(motion) }))).toBe("B-5");
    const call = m.convene();
    const sitting = m.hold(call);
    const urgent = { what: "urgent" as const, title: words(), motion };
    expect(
      ruleOf(
        m.house.put(m.person(3), "move", {
          title: words(),
          text: words(),
          sitting,
          subject: { type: "procedure", procedure: urgent },
        }),
      ),
    ).toBe("G-34");
    for (const before of [
      [m.person(3), m.person(3)],
      [old, m.person(3)],
    ])
      expect(
        ruleOf(m.house.put(m.person(0), "move", { title: words(), text: words(), subject: subject(old, before) })),
      ).toBe("K-15");
  });

  it("K-15, K-16: whoever holds the old phone leaves in her name, and she has no sheet: a meeting brings her back as what she was", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    m.house.do(old, "leave", {});
    const asked = { ...newKeysOf(anew(m.house, old, "friends")), member: old.member };
    expect(ruleOf(m.house.put(m.person(3), "key.recover", asked))).toBe("M-16");
    const result = m.meet(m.move({ subject: two(m, old) }), { ...most, for: 6 });
    m.house.wait(3 * DAY);
    const hers = anew(m.house, old, "hers");
    const data = { ...newKeysOf(hers), member: old.member, decided: result };
    m.house.do(m.person(2), "cosign", { of: m.house.do(m.person(1), "key.recover", data) });
    expect(standing(m.house.state, old.member, m.house.now)).toBe("member");
    m.house.do(hers, "rename", name());
    expect(ruleOf(m.house.put(old, "leave", {}))).toBe("K-2");
    // Who left with the sheet, or more than 30 days ago, has left.
    const gone = m.person(6);
    m.house.do(gone, "leave", {});
    m.house.wait(31 * DAY);
    expect(ruleOf(m.house.put(m.person(0), "move", { title: words(), text: words(), subject: two(m, gone) }))).toBe(
      "M-16",
    );
  });

  it("K-15 a few at a night meeting take nobody's keys, and make nobody who left a member again", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    const moved = () => m.house.put(m.person(6), "move", { title: words(), text: words(), subject: two(m, eva) });
    expect(ruleOf(moved())).toBe("K-15");
    m.house.do(eva, "leave", {});
    const result = m.meet(m.move({ by: m.person(6), subject: two(m, eva) }), { ...most, for: 3, against: 0 });
    expect(m.house.state.keys.decided.get(result)).toBeUndefined();
    expect(standing(m.house.state, eva.member, m.house.now)).toBe("left");
  });

  /** A called meeting on this motion at which only these sign that they are there; they are its tellers. */
  const night = (m: Meeting, motion: ActId, who: readonly number[]): ActId => {
    const call = m.convene({ by: m.person(who[0]!) });
    const item =
      m.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion)?.id ??
      m.item(call, { motion }, m.person(who[0]!));
    const [chair, one, other] = [who[0]!, who[1]!, who[2]!].map((p) => m.person(p)) as [Person, Person, Person];
    const sitting = m.hold(call, { board: false, by: chair, tellers: [one, other] });
    for (const p of who) m.house.do(m.person(p), "sitting.here", { sitting });
    m.house.wait(16 * 60_000);
    const board = { what: "board" as const, chair: chair.member, tellers: [one.member, other.member] };
    m.decide(m.put(sitting, board, one), sitting, figures({ for: who.length }));
    m.begin(sitting, item, chair);
    return sitting;
  };
  const callIn = (m: Meeting, motion: ActId, sitting: ActId, by: number) =>
    m.house.put(m.person(by), "vote.open", { motion, version: m.version(motion), mode: "hands", sitting });

  it("K-15 three of nine whose tellers say that four are there make nobody who left a member again; four who signed do", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    m.house.do(eva, "leave", {});
    const motion = m.move({ by: m.person(6), subject: subject(eva, [m.person(7), m.person(8)]) });
    const sitting = night(m, motion, [6, 7, 8]);
    m.house.do(m.person(7), "sitting.count", { sitting, present: 4 });
    expect(callIn(m, motion, sitting, 6)).toMatchObject({
      rule: "K-15",
      code: "two-fifths-first",
      facts: { here: 3, whole: 8 },
    });
    // A fourth comes, as anybody may, and signs it.
    m.house.do(m.person(1), "sitting.here", { sitting });
    const result = m.decide(motion, sitting, figures({ for: 4 }), 4);
    m.house.wait(3 * DAY);
    const data = { ...newKeysOf(anew(m.house, eva, "hers")), decided: result };
    m.house.do(m.person(8), "cosign", { of: m.house.do(m.person(7), "key.recover", data) });
    expect(standing(m.house.state, eva.member, m.house.now)).toBe("member");
  });

  it("K-15 nor who leaves once few have decided over her keys; where two fifths had signed, the thief's leaving stops nothing", () => {
    for (const there of [3, 4]) {
      const m = new Meeting(NINE, BY_NAME);
      const eva = m.person(5);
      open(m, eva);
      const motion = m.move({ by: m.person(6), subject: subject(eva, [m.person(7), m.person(8)]) });
      const who = [6, 7, 8, 1].slice(0, there);
      const result = m.decide(motion, night(m, motion, who), figures({ for: there }), there);
      m.house.do(eva, "leave", {});
      m.house.wait(3 * DAY);
      const data = { ...newKeysOf(anew(m.house, eva, "theirs")), decided: result };
      const made = m.house.put(m.person(7), "key.recover", data);
      if (there === 3) expect(made).toMatchObject({ rule: "K-15", code: "left-and-few" });
      else expect(ruleOf(made)).toBe("entered");
    }
  });

  it("K-15, K-16: whoever holds the old phone leaves after the motion is on the agenda, or after objecting: the motion stands", () => {
    for (const first of ["objects", "motion"]) {
      const m = new Meeting(NINE, BY_NAME);
      const old = m.person(5);
      open(m, old);
      if (first === "objects") m.house.do(old, "leave", {});
      const motion = m.move({ subject: two(m, old) });
      if (first === "motion") m.house.do(old, "leave", {});
      const result = m.meet(motion, { ...most, for: 6 });
      m.house.wait(3 * DAY);
      const hers = anew(m.house, old, "hers");
      const data = { ...newKeysOf(hers), decided: result };
      m.house.do(m.person(2), "cosign", { of: m.house.do(m.person(1), "key.recover", data) });
      m.house.do(hers, "rename", name());
      expect(standing(m.house.state, old.member, m.house.now)).toBe("member");
    }
  });

  it("K-12 a new phone that is stolen is ended by the new sheet; the old phone it doesn't end", () => {
    const a = new Assembly(NINE, BY_NAME);
    const { p } = brought(a, a.person(1), [7, 8], RECOVERY_MS);
    const phone = keyFrom(`phone ${n++}`);
    a.house.do(p, "device.add", grantOf(a.house.nonce, p.reserve, phone), { key: p.reserve });
    a.house.do(p, "device.end", { device: p.device.id }, { key: p.reserve });
    a.house.do(p, "rename", name(), { key: phone });
  });

  it("K-15, K-13 whoever took her keys doesn't object to her own at a door before two have signed, nor to what a meeting decides", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    const theirs = brought(m, old, [7, 8]);
    m.house.do(theirs.p, "rename", name());
    const asked = { ...newKeysOf(anew(m.house, old, "friends")), member: old.member };
    expect(ruleOf(m.house.put(m.person(3), "key.recover", asked))).toBe("K-7");
    const motion = { title: words(), text: words(), subject: two(m, old) };
    expect(ruleOf(m.house.put(m.person(0), "move", motion))).toBe("K-15");
    // She comes to the door of a meeting that names her; they object, and it is for the next one.
    const call = m.convene();
    m.house.do(m.person(4), "meeting.keys", { call, members: [old.member] });
    const sitting = m.hold(call);
    const door = m.house.do(m.person(1), "key.recover", { ...newKeysOf(anew(m.house, old, "door")), sitting });
    m.house.do(m.person(2), "cosign", { of: door });
    m.house.do(theirs.p, "key.object", { of: door });
    m.house.do(m.person(1), "sitting.interrupt", { sitting, reason: words() });
    const result = m.meet(m.move({ subject: two(m, old) }), most);
    m.house.wait(3 * DAY);
    const data = { ...newKeysOf(anew(m.house, old, "hers")), member: old.member, decided: result };
    const of = m.house.do(m.person(1), "key.recover", data);
    for (const key of [theirs.p.device, theirs.p.reserve])
      expect(["K-13", "K-15"]).toContain(ruleOf(m.house.put(theirs.p, "key.object", { of }, { key })));
    m.house.do(m.person(2), "cosign", { of });
    expect(ruleOf(m.house.put(theirs.p, "rename", name()))).toBe("K-2");
  });

  it("K-15 the two who enter them are those elected there, who opened the sitting among them", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old);
    const result = m.meet(m.move({ subject: two(m, old) }), most);
    const sitting = [...m.house.state.sittings.sittings.values()].at(-1);
    expect(m.house.state.keys.decided.get(result)?.by).toEqual(sitting?.tellers);
  });

  /** A meeting whose three elected tellers are the second, third and fifth person decides over somebody's keys. */
  const byThree = (m: Meeting, data: object): ActId => {
    const motion = m.move({ subject: { ...(subject(m.person(5)) as object), ...data } as never });
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call, { tellers: [m.person(1), m.person(2), m.person(4)] });
    m.begin(sitting, item);
    const result = m.decide(motion, sitting, most);
    m.house.wait(3 * DAY);
    return result;
  };

  it("K-15 two of three tellers of an honest meeting bring in no keys of their own: a motion names the new key, or the two who are sent", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old);
    const neither = { title: words(), text: words(), subject: subject(old) };
    expect(m.house.put(m.person(0), "move", neither)).toMatchObject({ rule: "K-15", code: "name-the-key-or-two" });
    const hers = anew(m.house, old, "hers");
    const decided = byThree(m, { device: hers.device.id });
    // The honest teller's own keys are asked for meanwhile by two friends of the others': nothing hangs on that teller.
    const asked = m.house.do(m.person(3), "key.recover", { ...newKeysOf(anew(m.house, m.person(4), "theirs")) });
    m.house.do(m.person(6), "cosign", { of: asked });
    const theirs = { ...newKeysOf(anew(m.house, old, "theirs")), member: old.member, decided };
    expect(m.house.put(m.person(1), "key.recover", theirs)).toMatchObject({ rule: "K-15", code: "other-keys" });
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(hers), member: old.member, decided });
    m.house.do(m.person(2), "cosign", { of });
    m.house.do(hers, "rename", name());
  });

  it("K-15 where one of the two who were sent can't any more, the next meeting names others", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old);
    const decided = m.meet(m.move({ subject: subject(old, [m.person(3), m.person(4)]) }), most);
    m.house.do(m.person(4), "leave", {});
    m.house.wait(3 * DAY);
    const hers = anew(m.house, old, "hers");
    const data = { ...newKeysOf(hers), member: old.member };
    m.house.do(m.person(3), "key.recover", { ...data, decided });
    const next = m.meet(m.move({ subject: subject(old, [m.person(3), m.person(1)]) }), { ...most, for: 6 });
    m.house.wait(3 * DAY);
    const of = m.house.do(m.person(3), "key.recover", {
      ...newKeysOf(anew(m.house, old, "hers again")),
      decided: next,
    });
    m.house.do(m.person(1), "cosign", { of });
    expect(m.house.state.keys.keys.get(hers.device.id)).toBeUndefined();
  });

  /** Three at a meeting of their own decide over somebody's keys, and their keys come in. */
  const atNight = (m: Meeting, who: Person, sheet: string, then: () => void = () => undefined) => {
    const theirs = anew(m.house, who, sheet);
    const named = { ...(subject(who) as object), device: theirs.device.id } as never;
    const motion = m.move({ by: m.person(6), subject: named });
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    for (const p of m.people) for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
    m.begin(sitting, item);
    const decided = m.decide(motion, sitting, { for: 3, against: 0, abstain: 0, "taking-part": 0 }, 3);
    m.end(sitting);
    m.begin(sitting, "aob");
    m.house.do(m.person(0), "sitting.close", { sitting });
    then();
    m.house.wait(7 * DAY);
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(theirs), decided });
    m.house.do(m.person(2), "cosign", { of });
    return { theirs, of, decided };
  };

  it("K-15 what fewer than half decide over her keys the old sheet objects to for 30 days, and then no few decide again", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    open(m, eva);
    const { theirs, of } = atNight(m, eva, "night");
    m.house.do(theirs, "rename", name());
    expect(ruleOf(m.house.put(eva, "rename", name()))).toBe("K-2");
    // Her phone doesn't undo what a meeting decided; her sheet does, to the last day, and till then they leave in nobody's name.
    expect(m.house.put(eva, "key.object", { of })).toMatchObject({ rule: "K-2" });
    m.house.wait(TERMS_MS - 1);
    for (const key of [theirs.device, theirs.reserve])
      expect(ruleOf(m.house.put(theirs, "leave", {}, { key }))).toBe("K-15");
    // Till then the sheet does nothing else, whoever found it.
    for (const kind of ["leave", "rename"])
      expect(m.house.put(eva, kind, kind === "leave" ? {} : name(), { key: eva.reserve })).toMatchObject({
        rule: "K-15",
        code: "the-sheet-objects",
      });
    m.house.do(eva, "key.object", { of }, { key: eva.reserve });
    m.house.do(eva, "rename", name());
    expect(ruleOf(m.house.put(theirs, "rename", name()))).toBe("K-2");
    expect(() => atNight(m, eva, "another night")).toThrow("half-first");
  });

  it("K-15, G-44 whoever holds the stolen phone isn't one of those who are there where her keys are to be decided over", () => {
    const m = new Meeting(["ana", "bo", "cy", "di", "eva"], BY_NAME);
    const eva = m.person(4);
    open(m, eva, [0, 1]);
    const theirs = anew(m.house, eva, "theirs");
    const motion = m.move({
      by: m.person(2),
      subject: { ...(subject(eva) as object), device: theirs.device.id } as never,
    });
    const call = m.convene({ by: m.person(2) });
    const item = m.item(call, { motion }, m.person(2));
    const sitting = m.hold(call, { by: m.person(2), tellers: [m.person(2), m.person(3)], board: false });
    // Two, and the phone itself: not half of five.
    for (const p of [m.person(2), m.person(3), eva]) m.house.do(p, "sitting.here", { sitting });
    m.house.wait(HOUR);
    const board = { what: "board", chair: m.person(2).member, tellers: [m.person(2).member, m.person(3).member] };
    const put = m.move({ by: m.person(2), sitting, subject: { type: "procedure", procedure: board } as never });
    m.house.put(m.person(3), "second", { motion: put });
    m.begin(sitting, item, m.person(2));
    const result = m.decide(motion, sitting, { for: 3, against: 0, abstain: 0, "taking-part": 0 }, 3);
    expect(m.house.state.keys.decided.get(result)?.half).toBeUndefined();
    expect(ruleOf(m.house.put(m.person(0), "put.all", { result }))).toBe("entered");
  });

  it("G-46, K-15 body of four: one with the stolen phone stops no meeting of the two who help; with nobody's keys on the agenda all who signed count", () => {
    for (const over of ["keys", "text"]) {
      const m = new Meeting(["ana", "bo", "cy", "di"], BY_NAME);
      const bo = m.person(1);
      open(m, bo, [0, 2]);
      const motion = m.move(over === "keys" ? { subject: subject(bo, [m.person(0), m.person(2)]) } : {});
      const call = m.convene();
      m.item(call, { motion });
      const sitting = m.hold(call, { board: false });
      for (const p of m.people) m.house.do(p, "sitting.here", { sitting });
      const board = (tellers: readonly Person[]) =>
        ({
          type: "procedure",
          procedure: { what: "board", chair: m.person(0).member, tellers: tellers.map((t) => t.member) },
        }) as never;
      const theirs = m.move({ by: m.person(3), sitting, subject: board([m.person(3), bo]) });
      m.house.do(bo, "second", { motion: theirs });
      const ours = m.move({ sitting, subject: board([m.person(0), m.person(2)]) });
      m.house.do(m.person(2), "second", { motion: ours });
      const elected = m.house.state.meetings.courses.get(sitting)?.tellersBy !== undefined;
      expect([over, elected]).toEqual([over, over === "keys"]);
    }
  });

  it("K-15 who types the sheet on any phone undoes what few decided, too, as after an asking of two (K-13)", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    open(m, eva);
    const { theirs } = atNight(m, eva, "night");
    const phone = keyFrom(`phone ${n++}`);
    m.house.do(eva, "device.add", grantOf(m.house.nonce, eva.reserve, phone), { key: eva.reserve });
    for (const key of [phone, eva.device, eva.reserve]) m.house.do(eva, "rename", name(), { key });
    expect(ruleOf(m.house.put(theirs, "rename", name()))).toBe("K-2");
    // From then on it isn't open whose they are, and no meeting of few decides over them.
    const again = { title: words(), text: words(), subject: two(m, eva) };
    expect(ruleOf(m.house.put(m.person(6), "move", again))).toBe("K-15");
  });

  it("K-15 over keys that few gave a called meeting at which half are there decides anew; fewer don't", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    open(m, eva);
    const { theirs, decided } = atNight(m, eva, "night");
    const hers = anew(m.house, eva, "hers");
    const motion = m.move({ subject: { ...(subject(eva) as object), device: hers.device.id } as never });
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    for (const p of m.people) m.house.put(p, "sitting.remote", { sitting });
    for (const p of m.people.slice(0, 4)) {
      m.house.put(p, "sitting.hall", { sitting });
      m.house.put(p, "sitting.here", { sitting });
    }
    for (const p of m.people.slice(4)) m.house.put(p, "sitting.hall", { sitting });
    m.begin(sitting, item);
    expect(
      m.house.put(m.person(0), "vote.open", { motion, version: m.version(motion), mode: "hands", sitting }),
    ).toMatchObject({
      rule: "K-15",
      code: "half-first",
    });
    for (const p of m.people) m.house.put(p, "sitting.here", { sitting });
    const anewDecided = m.decide(motion, sitting, most);
    m.house.wait(3 * DAY);
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(hers), decided: anewDecided });
    m.house.do(m.person(2), "cosign", { of });
    m.house.do(hers, "rename", name());
    expect(ruleOf(m.house.put(theirs, "rename", name()))).toBe("K-2");
    // Nobody objects to what half decided; and the few's decision brings in nothing more.
    for (const p of [eva, theirs])
      expect(["K-2", "K-15"]).toContain(ruleOf(m.house.put(p, "key.object", { of }, { key: p.reserve })));
    const late = { ...newKeysOf(anew(m.house, eva, "late")), member: eva.member, decided };
    expect(ruleOf(m.house.put(m.person(1), "key.recover", late))).toBe("K-15");
  });

  it("K-7, K-15 a few at night who name somebody's new phone as another's neither keep it from her nor take it", () => {
    const m = new Meeting(NINE, BY_NAME);
    const [eva, gil] = [m.person(5), m.person(6)];
    open(m, gil);
    const phone = anew(m.house, gil, "night");
    const hers = { ...newKeysOf(phone), member: eva.member };
    const asks = (): void =>
      void m.house.do(m.person(0), "cosign", { of: m.house.do(m.person(3), "key.recover", hers) });
    expect(() => atNight(m, gil, "night", asks)).toThrow("asked-for-another");
    m.house.do({ ...phone, member: eva.member }, "rename", name());
  });

  it("K-15, K-7 keys that a meeting named come in, though two had signed for them as another's first", () => {
    const m = new Meeting(NINE, BY_NAME);
    const [eva, gil] = [m.person(5), m.person(6)];
    open(m, eva);
    const hers = anew(m.house, eva, "hers");
    const stolen = { ...newKeysOf(hers), member: gil.member };
    const theirs = m.house.do(m.person(3), "key.recover", stolen);
    m.house.do(m.person(4), "cosign", { of: theirs });
    const motion = m.move({ subject: { ...(subject(eva) as object), device: hers.device.id } as never });
    const decided = m.meet(motion, most);
    // From then on nobody asks with it for another.
    expect(m.house.put(m.person(0), "key.recover", { ...stolen, member: m.person(7).member })).toMatchObject({
      rule: "K-7",
      code: "asked-for-another",
    });
    m.house.wait(3 * DAY);
    // They had come in as another's by then: half of all have said whose they are.
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(hers), decided });
    m.house.do(m.person(2), "cosign", { of });
    m.house.do(hers, "rename", name());
    m.house.do(gil, "rename", name());
  });

  it("K-15, B-13 in a hall on paper those who signed its count enter the key that the motion names, and no other", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    open(m, eva);
    const hers = anew(m.house, eva, "hers");
    const motion = m.move({ subject: { ...(subject(eva) as object), device: hers.device.id } as never });
    const call = m.convene();
    m.item(call, { motion });
    const { starts } = m.house.state.meetings.calls.get(call)!;
    m.house.wait(starts - m.house.now + DAY);
    const [one, two] = [m.person(1), m.person(2)];
    const vote = m.house.do(m.person(0), "paper.vote", {
      call,
      motion,
      version: m.version(motion),
      mode: "hands",
      counts: figures({ for: 8 }),
      present: 8,
      tellers: [one.member, two.member],
      held: starts + HOUR,
    });
    for (const p of [one, two]) m.house.do(p, "paper.sign", { vote });
    const decided = [...m.house.state.binding.decisions.keys()].at(-1)!;
    m.house.wait(3 * DAY + HOUR);
    const other = { ...newKeysOf(anew(m.house, eva, "theirs")), decided };
    expect(m.house.put(one, "key.recover", other)).toMatchObject({ rule: "K-15", code: "other-keys" });
    const of = m.house.do(one, "key.recover", { ...newKeysOf(hers), decided });
    m.house.do(two, "cosign", { of });
    m.house.do(hers, "rename", name());
  });

  it("K-15, K-11 whoever loses those too while their terms last comes back at a door whose call names them and where half of the roll are", () => {
    const m = new Meeting(NINE, BY_NAME);
    const eva = m.person(5);
    open(m, eva);
    const decided = m.meet(m.move({ subject: two(m, eva) }), most);
    m.house.wait(3 * DAY);
    const first = anew(m.house, eva, "first");
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(first), decided });
    m.house.do(m.person(2), "cosign", { of });
    // The same night the new phone and its sheet are gone.
    const second = { ...newKeysOf(anew(m.house, eva, "second")), member: eva.member };
    const asked = (more: object = {}) => m.house.put(m.person(1), "key.recover", { ...second, ...more });
    expect(asked()).toMatchObject({ rule: "K-15", code: "a-meeting-decided" });
    const atDoor = (named: boolean, half: boolean): { sitting: ActId; end: () => void } => {
      const call = m.convene();
      if (named) m.house.do(m.person(8), "meeting.keys", { call, members: [eva.member] });
      const sitting = m.hold(call);
      if (!half)
        for (const p of m.people.slice(2))
          for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
      return {
        sitting,
        end: () => void m.house.do(m.person(1), "sitting.interrupt", { sitting, reason: text(`end ${n++}`) }),
      };
    };
    const unnamed = atDoor(false, true);
    expect(asked({ sitting: unnamed.sitting })).toMatchObject({ rule: "K-15", code: "a-meeting-decided" });
    unnamed.end();
    const few = atDoor(true, false);
    expect(asked({ sitting: few.sitting })).toMatchObject({ rule: "K-11", code: "half-first" });
    few.end();
    const { sitting } = atDoor(true, true);
    const again = asked({ sitting });
    if (!again.ok) throw new Error(again.code);
    m.house.do(m.person(2), "cosign", { of: again.value.id });
    const hers = anew(m.house, eva, "second");
    m.house.do(hers, "say", { about: sitting, text: text("once more") });
    m.house.wait(RECOVERY_MS);
    expect(keyHolder(m.house.state, hers.device.id, m.house.now)).toBe(eva.member);
    expect(keyHolder(m.house.state, first.device.id, m.house.now)).toBeUndefined();
    m.house.wait(TERMS_MS);
    expect(
      mayInTerms(m.house.state, { member: eva.member, key: hers.device.id, kind: "vote.cast" }, m.house.now).ok,
    ).toBe(true);
  });

  it("K-15 where the decision names the new device's key, that one comes in and no other, and two of the tellers suffice", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old);
    const hers = anew(m.house, old, "hers");
    const taken = { ...(subject(old) as object), device: m.person(2).device.id };
    expect(ruleOf(m.house.put(m.person(0), "move", { title: words(), text: words(), subject: taken }))).toBe("K-1");
    const decided = byThree(m, { device: hers.device.id });
    const data = (p: Person) => ({ ...newKeysOf(p), member: old.member, decided });
    expect(ruleOf(m.house.put(m.person(1), "key.recover", data(anew(m.house, old, "theirs"))))).toBe("K-15");
    const of = m.house.do(m.person(1), "key.recover", data(hers));
    m.house.do(m.person(4), "cosign", { of });
    m.house.do(hers, "rename", name());
  });

  it("K-15 put to all within three days it waits; what a meeting refused isn't put to all (B-9)", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old, [1, 2]);
    open(m, m.person(6), [7, 8]);
    const motion = m.move({ subject: two(m, old) });
    const call = m.convene();
    m.item(call, { motion });
    const sitting = m.hold(call);
    // Most of those who elected the tellers have gone by then.
    for (const p of m.people) for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
    m.begin(sitting, m.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion)?.id as ActId);
    const result = m.decide(motion, sitting, { for: 2, against: 1, abstain: 0, "taking-part": 0 }, 3);
    for (const p of [3, 4, 6, 7]) m.house.put(m.person(p), "put.all", { result });
    m.end(sitting);
    m.begin(sitting, "aob");
    m.house.do(m.person(0), "sitting.close", { sitting });
    m.house.wait(3 * DAY);
    const data = { ...newKeysOf(anew(m.house, old, "x")), member: old.member, decided: result };
    expect(ruleOf(m.house.put(m.person(1), "key.recover", data))).toBe("K-15");
    const lost = m.meet(m.move({ subject: two(m, m.person(6)) }), { ...most, for: 1, against: 7 });
    expect(ruleOf(m.house.put(m.person(3), "put.all", { result: lost }))).toBe("K-15");
    expect(QUIET_MS).toBeGreaterThan(TERMS_MS);
  });

  it("K-15 put to all and carried, the days in the hall run from the meeting's decision: she votes within the notice of a call and 40 days", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old, [1, 2]);
    const began = m.house.now;
    const motion = m.move({ subject: two(m, old) });
    const call = m.convene();
    m.item(call, { motion });
    const sitting = m.hold(call);
    for (const p of m.people) for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
    m.begin(sitting, m.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion)?.id as ActId);
    const result = m.decide(motion, sitting, { for: 3, against: 1, abstain: 0, "taking-part": 0 }, 4);
    const met = m.house.now;
    m.house.wait(DAY);
    for (const p of [6, 7, 8]) m.house.put(m.person(p), "put.all", { result });
    const closes = m.house.now + 72 * HOUR;
    const again = { motion, version: m.version(motion), mode: "name", closes, again: result };
    const vote = m.house.do(m.person(0), "vote.open", again);
    for (const p of [0, 1, 2, 3, 4]) m.cast(vote, m.person(p), "for");
    m.house.wait(73 * HOUR);
    m.declare(vote);
    const hers = anew(m.house, old, "hers");
    const data = { ...newKeysOf(hers), member: old.member, decided: result };
    m.house.do(m.person(2), "cosign", { of: m.house.do(m.person(1), "key.recover", data) });
    expect(ruleOf(m.house.put(hers, "leave", {}))).toBe("K-15");
    m.house.wait(met + MET_MS - m.house.now - 1);
    expect(ruleOf(m.house.put(hers, "leave", {}))).toBe("K-15");
    m.house.wait(1);
    expect(m.house.now - began).toBeLessThan(4 * DAY + 40 * DAY);
    m.house.do(hers, "leave", {});
  });

  it("K-15 where half of all signed that they are there, a fifth doesn't put it to all; what few at night decide is put to all", () => {
    const m = new Meeting(NINE, BY_NAME);
    const old = m.person(5);
    open(m, old, [1, 2]);
    const motion = m.move({ subject: two(m, old) });
    const call = m.convene();
    m.item(call, { motion });
    const sitting = m.hold(call);
    for (const p of m.people) m.house.put(p, "sitting.here", { sitting });
    m.begin(sitting, m.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion)?.id as ActId);
    const result = m.decide(motion, sitting, { for: 6, against: 3, abstain: 0, "taking-part": 0 }, 9);
    for (const p of [6, 7]) expect(ruleOf(m.house.put(m.person(p), "put.all", { result }))).toBe("K-15");
  });
});

describe("a practice body before 1970", () => {
  it("K-12 nobody is in any term whose keys nobody asked for, whatever year its clock stands in", () => {
    const at = Date.UTC(1921, 2, 1);
    const a = new Assembly(NINE, { ...BY_NAME, data: { practice: true, clock: at } });
    a.house.do(a.person(1), "now.agree", {
      motion: a.move(),
      version: a.version([...a.house.state.motions.motions.keys()].at(-1) as ActId),
    });
    a.house.do(a.person(1), "leave", {});
    expect(standing(a.house.state, a.person(1).member, a.house.now)).toBe("left");
  });
});
