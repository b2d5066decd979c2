/** Amendments, held against V-45 to V-50: a mover who writes over them, a stream of them, one place changed twice. */
import type { ActId, Hash } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, Meeting, type Person, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import type { TextPlace } from "./paragraphs.ts";
import { amendedText, lastVersion } from "./amending.ts";
import { motionFacts, motionStage } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const CARRIED = figures({ for: 4, against: 1 });
const LOST = figures({ for: 1, against: 4 });
const motionOf = (a: Assembly, id: ActId) => a.house.state.motions.motions.get(id)!;
const stage = (a: Assembly, id: ActId) => motionStage(a.house.state, motionOf(a, id), a.house.now);
const strike = (from: number, to = from): TextPlace => ({ what: "strike", from, to });
const insert = (after: number): TextPlace => ({ what: "insert", after });

/** The data of an amendment to the text that `motion` has from its mover. */
function data(a: Assembly, motion: ActId, place: TextPlace, more: object = {}): object {
  const { base } = lastVersion(motionOf(a, motion));
  return { title: a.words(), text: a.words(), subject: { type: "amendment", motion, base, place }, ...more };
}
const amend = (a: Assembly, motion: ActId, place: TextPlace, by: Person, more: object = {}): ActId =>
  a.house.do(by, "move", data(a, motion, place, more));
const tryAmend = (a: Assembly, motion: ActId, place: TextPlace, by: Person, more: object = {}) =>
  a.house.put(by, "move", data(a, motion, place, more));

describe("putting an amendment", () => {
  it("V-45: any member puts one to a plain text that stands; it is a motion of its own", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const one = amend(a, motion, strike(2), a.person(1));
    expect(motionOf(a, motion).amendments).toEqual([one]);
    a.house.do(a.person(2), "second", { motion: one });
    a.house.do(a.person(3), "say", { about: one, text: a.words() });
    expect(motionOf(a, one)).toMatchObject({ mover: a.person(1).member, seconds: [a.person(2).member], remarks: 1 });
    expect(tryAmend(a, motion, strike(1), a.house.join("gus", "guest"))).toMatchObject({ rule: "M-2" });
    expect(tryAmend(a, motion, { what: "strike", from: 3, to: 2 }, a.person(1))).toMatchObject({ rule: "R-3" });
  });

  it("V-45: not to what isn't a plain text, is decided by sections, is another's text or isn't there", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const establish = a.move({ subject: { type: "establish", body: "committee", seats: 3 } });
    expect(tryAmend(a, establish, strike(1), a.person(1))).toMatchObject({ rule: "V-45", code: "texts-only" });
    const sections = a.move({ sections: ["north", "south"] });
    expect(tryAmend(a, sections, strike(1), a.person(1))).toMatchObject({ rule: "V-45", code: "not-in-sections" });
    expect(tryAmend(a, motion, strike(1), a.person(1), { sections: ["a", "b"] })).toMatchObject({ rule: "V-14" });
    const one = amend(a, motion, strike(1), a.person(1));
    expect(tryAmend(a, one, strike(1), a.person(2))).toMatchObject({ rule: "V-45", code: "texts-only" });
    const subject = { type: "amendment", motion: "e".repeat(64), base: "e".repeat(64), place: strike(1) };
    expect(ruleOf(a.house.put(a.person(1), "move", { title: a.words(), text: a.words(), subject }))).toBe("V-1");
    expect(ruleOf(a.house.put(a.person(1), "revise", { motion: one, text: a.words() }))).toBe("V-5");
  });

  it("V-45: three each may wait on one motion, and none comes while its vote is open or awaited", () => {
    const a = new Assembly(names);
    const motion = a.move();
    for (let n = 1; n <= 3; n++) amend(a, motion, insert(n), a.person(1));
    expect(tryAmend(a, motion, insert(11), a.person(1))).toMatchObject({ rule: "V-45", code: "too-many-waiting" });
    amend(a, motion, insert(11), a.person(2));
    const sitting = a.sitting();
    const vote = a.call(motion, sitting);
    expect(tryAmend(a, motion, insert(12), a.person(2))).toMatchObject({ rule: "V-45", code: "vote-not-over" });
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, CARRIED, 6);
    a.declare(vote);
    expect(tryAmend(a, motion, insert(12), a.person(2))).toMatchObject({ rule: "V-46", code: "motion-decided" });
    // What was never voted on has fallen with the decision, and nobody need wait for it.
    const [first] = motionOf(a, motion).amendments as [ActId];
    expect(stage(a, first)).toBe("fallen");
    expect(ruleOf(a.house.put(a.person(3), "second", { motion: first }))).toBe("V-46");
  });
});

describe("what an amendment does", () => {
  it("V-48: carried, it is part of the text; the next is voted beside it; the motion is voted with both", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const base = a.version(motion);
    const one = amend(a, motion, strike(2), a.person(1));
    const two = amend(a, motion, insert(2), a.person(2));
    const sitting = a.sitting();
    a.decide(one, sitting, CARRIED);
    const version = lastVersion(motionOf(a, motion));
    expect(version).toMatchObject({ n: 2, base, changes: [one], text: amendedText(sha256, base, [one]) });
    expect(stage(a, one)).toBe("carried");
    a.decide(two, sitting, CARRIED);
    expect(lastVersion(motionOf(a, motion)).changes).toEqual([one, two]);
    expect(ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: base, mode: "hands", sitting }))).toBe(
      "V-20",
    );
    a.decide(motion, sitting, CARRIED);
    expect(stage(a, motion)).toBe("carried");
    // The base and both changes are what the decision rests on (V-15, E-2).
    const texts = [base, ...[one, two].map((id) => motionOf(a, id).versions[0]?.text as Hash)];
    expect(texts.every((t) => a.house.state.archive.bound.has(t))).toBe(true);
    expect(ruleOf(a.house.put(a.person(1), "erase", { attachments: [texts[1]] }))).toBe("E-2");
  });

  it("V-48: lost, or without a quorum, it changes nothing", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const base = a.version(motion);
    const [one, two] = [amend(a, motion, strike(1), a.person(1)), amend(a, motion, strike(2), a.person(1))];
    const sitting = a.sitting();
    a.decide(one, sitting, LOST);
    expect([stage(a, one), a.version(motion)]).toEqual(["lost", base]);
    a.decide(two, sitting, figures({ for: 1 }), 1);
    expect([stage(a, two), a.version(motion)]).toEqual(["discussed", base]);
  });

  it("V-46: one place is changed once; what touches it falls, what doesn't stays", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const one = amend(a, motion, { what: "replace", from: 2, to: 4 }, a.person(1));
    const rival = amend(a, motion, strike(4), a.person(2));
    const inside = amend(a, motion, insert(3), a.person(2));
    const beside = amend(a, motion, insert(4), a.person(3));
    const sitting = a.sitting();
    const open = a.call(one, sitting);
    expect(
      a.house.put(a.person(0), "vote.open", { motion: rival, version: a.version(rival), mode: "hands", sitting }),
    ).toMatchObject({ rule: "V-46", code: "place-voted-on" });
    a.house.do(a.person(0), "vote.close", { vote: open });
    a.tally(open, CARRIED, 6);
    a.declare(open);
    expect([rival, inside, beside].map((id) => stage(a, id))).toEqual(["fallen", "fallen", "discussed"]);
    expect(tryAmend(a, motion, strike(3), a.person(4))).toMatchObject({ rule: "V-46", code: "place-changed" });
    a.decide(beside, sitting, CARRIED);
    expect(lastVersion(motionOf(a, motion)).changes).toEqual([one, beside]);
  });

  it("V-46, V-5: another text from the mover lets amendments fall; not while a seconded one waits, not over what was voted", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const one = amend(a, motion, strike(1), a.person(1));
    const revise = () => a.house.put(a.person(0), "revise", { motion, text: a.words() });
    expect(revise().ok).toBe(true);
    expect(stage(a, one)).toBe("fallen");
    const two = amend(a, motion, strike(1), a.person(1));
    a.house.do(a.person(2), "second", { motion: two });
    expect(revise()).toMatchObject({ rule: "V-5", code: "amendment-waits" });
    const sitting = a.sitting();
    a.decide(two, sitting, CARRIED);
    expect(revise()).toMatchObject({ rule: "V-5", code: "amended-by-vote" });
  });

  it("V-47: the mover of the motion, and nobody else, takes one in without a vote; seconds were for the old text", () => {
    const a = new Assembly(names);
    const motion = a.move();
    a.house.do(a.person(4), "second", { motion });
    const one = amend(a, motion, strike(1), a.person(1));
    expect(ruleOf(a.house.put(a.person(1), "accept", { motion: one }))).toBe("V-47");
    expect(ruleOf(a.house.put(a.person(0), "accept", { motion }))).toBe("V-47");
    const sitting = a.sitting();
    const vote = a.call(one, sitting);
    expect(ruleOf(a.house.put(a.person(0), "accept", { motion: one }))).toBe("V-47");
    expect(ruleOf(a.house.put(a.person(0), "withdraw", { motion }))).toBe("V-7");
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, LOST, 6);
    a.declare(vote);
    expect(ruleOf(a.house.put(a.person(0), "accept", { motion: one }))).toBe("V-11");
    const two = amend(a, motion, strike(2), a.person(1));
    expect(a.house.put(a.person(0), "accept", { motion: two }).ok).toBe(true);
    expect(stage(a, two)).toBe("accepted");
    expect(lastVersion(motionOf(a, motion)).changes).toEqual([two]);
    expect(motionOf(a, motion).seconds).toEqual([]);
    expect(ruleOf(a.house.put(a.person(0), "accept", { motion: two }))).toBe("V-11");
    // By a milder one the mover can't let fall what others stand behind.
    const [mild, seconded] = [amend(a, motion, strike(5), a.person(1)), amend(a, motion, strike(5, 6), a.person(2))];
    a.house.do(a.person(3), "second", { motion: seconded });
    expect(a.house.put(a.person(0), "accept", { motion: mild })).toMatchObject({
      rule: "V-47",
      code: "seconded-rival",
    });
    a.house.do(a.person(2), "withdraw", { motion: seconded });
    // What the mover took in, the mover may write anew.
    expect(a.house.put(a.person(0), "revise", { motion, text: a.words() }).ok).toBe(true);
    expect(lastVersion(motionOf(a, motion)).changes).toEqual([]);
  });
});

describe("amendments first", () => {
  it("V-49: a seconded one comes before its motion, one alone doesn't; once voted it holds back no more", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const one = amend(a, motion, strike(1), a.person(1));
    const sitting = a.sitting();
    const call = () =>
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting });
    a.house.do(a.person(2), "second", { motion: one });
    a.agreeAll({ motion }, a.version(motion));
    expect(call()).toMatchObject({ rule: "V-49", facts: { amendment: one } });
    a.decide(one, sitting, LOST);
    expect(call().ok).toBe(true);
  });

  it("V-49: outside a sitting only those within the time of discussion hold back, so that no stream of them can", () => {
    const a = new Assembly(names, {
      statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }),
    });
    const motion = a.move();
    a.house.do(a.person(3), "second", { motion });
    const early = amend(a, motion, strike(1), a.person(1));
    a.house.wait(24 * HOUR);
    const late = amend(a, motion, strike(2), a.person(1));
    for (const id of [early, late]) a.house.do(a.person(2), "second", { motion: id });
    const closes = () => a.house.now + 72 * HOUR;
    const call = () =>
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "name", closes: closes() });
    expect(call()).toMatchObject({ rule: "V-49", facts: { amendment: early } });
    expect(motionFacts(a.house.state, motion, a.house.now)?.notYet).toMatchObject([{ rule: "V-49" }]);
    a.house.do(a.person(1), "withdraw", { motion: early });
    expect(call()).toMatchObject({ ok: true });
  });

  it("V-49: those present proceed without the rest, at a bare sitting for the next motion only", () => {
    const a = new Meeting(names);
    const [motion, other] = [a.move(), a.move()];
    for (const m of [motion, other]) a.house.do(a.person(2), "second", { motion: amend(a, m, strike(1), a.person(1)) });
    const sitting = a.sitting();
    const call = (m: ActId) =>
      a.house.put(a.person(0), "vote.open", { motion: m, version: a.version(m), mode: "hands", sitting });
    for (const m of [motion, other]) a.agreeAll({ motion: m }, a.version(m));
    expect(call(motion)).toMatchObject({ rule: "V-49" });
    a.settle(sitting, { what: "proceed" });
    expect(call(motion).ok).toBe(true);
    expect(call(other)).toMatchObject({ rule: "V-49" });
  });
});

describe("amendments at a meeting", () => {
  function held(type: "decide" | "consult" | "inform" = "decide") {
    const a = new Meeting(names);
    const motion = a.move();
    const early = amend(a, motion, strike(1), a.person(1));
    const call = a.convene({ type });
    const item = a.item(call, { motion });
    a.house.wait(2 * DAY);
    const late = amend(a, motion, strike(2), a.person(1));
    const sitting = a.hold(call);
    const vote = (id: ActId) =>
      a.house.put(a.person(0), "vote.open", { motion: id, version: a.version(id), mode: "hands", sitting });
    return { a, motion, early, late, call, item, sitting, vote };
  }

  it("V-50: with its motion's item, on the notice that was given; a later one only when those present let it in", () => {
    const { a, motion, early, late, item, sitting, vote } = held();
    expect(vote(early)).toMatchObject({ rule: "G-33" });
    a.begin(sitting, item);
    expect(vote(late)).toMatchObject({ rule: "V-50", code: "amendment-after-notice" });
    a.decide(early, sitting, CARRIED);
    const urgent = (of: ActId) => ({ what: "urgent" as const, title: a.words(), motion: of });
    expect(
      ruleOf(
        a.house.put(a.person(3), "move", {
          title: a.words(),
          text: a.words(),
          sitting,
          subject: { type: "procedure", procedure: urgent(early) },
        }),
      ),
    ).toBe("G-34");
    a.settle(sitting, urgent(late));
    expect(motionOf(a, late).status).toBe("standing");
    a.decide(late, sitting, CARRIED);
    // Both had notice or were let in: the text that stands may be decided here (G-26), a minute later (B-12).
    a.house.wait(60_000);
    expect(vote(motion).ok).toBe(true);
  });

  it("V-50, G-26: one that the mover takes in after notice makes it another text", () => {
    const { a, motion, early, late, item, sitting, vote } = held();
    a.house.do(a.person(0), "accept", { motion: early });
    a.begin(sitting, item);
    a.house.do(a.person(0), "accept", { motion: late });
    expect(vote(motion)).toMatchObject({ rule: "G-26", code: "changed-after-notice" });
  });

  it("G-24: it comes with its motion, not as an item of its own; V-50: nor to a meeting that has no such item", () => {
    const { a, early } = held();
    const other = a.convene({ days: 9 });
    expect(a.house.put(a.person(0), "meeting.item", { call: other, title: a.words(), motion: early })).toMatchObject({
      rule: "G-24",
      code: "comes-with-its-motion",
    });
    const b = new Meeting(names);
    const lone = amend(b, b.move(), strike(1), b.person(1));
    const sitting = b.hold(b.convene());
    const subject = { type: "procedure", procedure: { what: "urgent", title: b.words(), motion: lone } };
    expect(b.house.put(b.person(3), "move", { title: b.words(), text: b.words(), sitting, subject })).toMatchObject({
      rule: "V-50",
      code: "motion-not-here",
    });
  });

  it("G-28: where a meeting only consults it is an opinion and changes nothing; where it informs it isn't voted on", () => {
    const { a, motion, early, item, sitting } = held("consult");
    const before = a.version(motion);
    a.begin(sitting, item);
    a.decide(early, sitting, CARRIED);
    expect(motionOf(a, early)).toMatchObject({ status: "standing", opinions: [expect.any(String)] });
    expect(a.version(motion)).toBe(before);
    const inform = held("inform");
    inform.a.begin(inform.sitting, inform.item);
    expect(inform.vote(inform.early)).toMatchObject({ rule: "G-28" });
  });
});
