/** Motions and their texts, held against V-1 to V-14. */
import { type ActId, type Hash } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { statutesNow } from "../statutes/queries.ts";
import { motionFacts, motionStage } from "./queries.ts";
import { adoptionTable } from "./sections.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const nothing = "e".repeat(64) as ActId;
const motionOf = (a: Assembly, id: ActId) => a.house.state.motions.motions.get(id)!;

describe("motions", () => {
  it("V-1: any member moves; guests and strangers don't; a motion that isn't there can't be dealt with", () => {
    const a = new Assembly(names);
    const motion = a.move({ by: a.person(4) });
    expect(motionOf(a, motion)).toMatchObject({ mover: a.person(4).member, status: "standing" });
    const data = { title: a.words(), text: a.words(), subject: { type: "text" } };
    expect(ruleOf(a.house.put(a.house.join("gus", "guest"), "move", data))).toBe("M-2");
    expect(ruleOf(a.house.put(a.house.person("zoe"), "move", data))).toBe("K-1");
    for (const kind of ["second", "withdraw", "ask.secret"])
      expect(ruleOf(a.house.put(a.person(1), kind, { motion: nothing }))).toBe("V-1");
    expect(ruleOf(a.house.put(a.person(1), "minority", { motion: nothing, text: a.words() }))).toBe("V-1");
    expect(ruleOf(a.house.put(a.person(1), "revise", { motion: nothing, text: a.words() }))).toBe("V-1");
  });

  it("V-2: what can't be done can't be moved", () => {
    const a = new Assembly(names);
    const move = (subject: object) =>
      ruleOf(a.house.put(a.person(0), "move", { title: a.words(), text: a.words(), subject }));
    expect(move({ type: "statutes", changes: { guarantees: { exit: false } } })).toBe("S-26");
    expect(move({ type: "admission", member: a.person(1).member })).toBe("M-9");
    expect(move({ type: "contest", member: "a".repeat(32), ground: "invented" })).toBe("M-12");
    expect(move({ type: "erasure", attachments: [nothing], ground: "unlawful" })).toBe("E-3");
    expect(move({ type: "copy", key: a.house.state.founding.clerk })).toBe("W-5");
    expect(move({ type: "establish", body: "committee", seats: 3 })).toBe("entered");
  });

  it("V-3: before adoption nothing is moved (F-5)", () => {
    const a = new Assembly(names, { adopt: false });
    const data = { title: a.words(), text: a.words(), subject: { type: "text" } };
    expect(ruleOf(a.house.put(a.person(0), "move", data))).toBe("F-5");
    a.adopt();
    expect(ruleOf(a.house.put(a.person(0), "move", data))).toBe("entered");
  });

  it("V-4: it is put at a sitting that is open, or at none", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    a.move({ sitting });
    a.house.do(a.person(0), "sitting.close", { sitting });
    const data = { title: a.words(), text: a.words(), subject: { type: "text" }, sitting };
    expect(ruleOf(a.house.put(a.person(0), "move", data))).toBe("G-5");
  });

  it("V-5: the mover alone revises, not while a vote is open or awaited, not what is decided, not into a text it had", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const first = a.version(motion);
    const revise = (by: number, words = a.words()) =>
      ruleOf(a.house.put(a.person(by), "revise", { motion, text: words }));
    expect(revise(1)).toBe("V-5");
    expect(revise(0)).toBe("entered");
    expect(a.version(motion)).not.toBe(first);
    const again = { ...a.words(), hash: first };
    expect(revise(0, again)).toBe("V-5");
    const sitting = a.sitting();
    const vote = a.call(motion, sitting);
    expect(revise(0)).toBe("V-5");
    a.house.do(a.person(0), "vote.close", { vote });
    expect(revise(0)).toBe("V-5");
    a.tally(vote, figures({ for: 4, against: 1 }), 6);
    a.declare(vote);
    expect(revise(0)).toBe("V-11");
    const rules = a.move({ subject: { type: "statutes", changes: { zone: "UTC" } } });
    expect(ruleOf(a.house.put(a.person(0), "revise", { motion: rules, text: a.words() }))).toBe("V-5");
  });

  it("V-6: others second, once each; a revised text needs its seconders again", () => {
    const a = new Assembly(names);
    const motion = a.move();
    expect(ruleOf(a.house.put(a.person(0), "second", { motion }))).toBe("V-6");
    a.house.do(a.person(1), "second", { motion });
    expect(ruleOf(a.house.put(a.person(1), "second", { motion }))).toBe("V-6");
    a.house.do(a.person(0), "revise", { motion, text: a.words() });
    expect(motionOf(a, motion).seconds).toEqual([]);
    expect(a.house.put(a.person(1), "second", { motion }).ok).toBe(true);
  });

  it("V-7, V-11: the mover withdraws before the vote; what is withdrawn or decided stays so", () => {
    const a = new Assembly(names);
    const motion = a.move();
    expect(ruleOf(a.house.put(a.person(1), "withdraw", { motion }))).toBe("V-7");
    const sitting = a.sitting();
    const vote = a.call(motion, sitting);
    expect(ruleOf(a.house.put(a.person(0), "withdraw", { motion }))).toBe("V-7");
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 5 }), 6);
    a.declare(vote);
    expect(ruleOf(a.house.put(a.person(0), "withdraw", { motion }))).toBe("V-11");
    expect(
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting })),
    ).toBe("V-11");
    const other = a.move();
    a.house.do(a.person(0), "withdraw", { motion: other });
    expect(ruleOf(a.house.put(a.person(1), "second", { motion: other }))).toBe("V-11");
    expect(motionStage(a.house.state, motionOf(a, other), a.house.now)).toBe("withdrawn");
  });

  it("V-8: guests speak too, on what is known; remarks decide nothing", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const guest = a.house.join("gus", "guest");
    expect(a.house.put(guest, "say", { about: motion, text: text("A guest speaks") }).ok).toBe(true);
    expect(ruleOf(a.house.put(guest, "say", { about: nothing, text: text("of nothing") }))).toBe("V-8");
    expect(ruleOf(a.house.put(guest, "second", { motion }))).toBe("M-2");
    expect(motionOf(a, motion)).toMatchObject({ remarks: 1, status: "standing" });
  });

  it("V-9: members ask for a secret vote, once each, until it is called", () => {
    const a = new Assembly(names);
    const motion = a.move();
    a.house.do(a.person(1), "ask.secret", { motion });
    expect(ruleOf(a.house.put(a.person(1), "ask.secret", { motion }))).toBe("V-9");
    const sitting = a.sitting();
    // 6 members: S-35 asks a fifth of the roll, so two, though the statutes say three.
    expect(motionFacts(a.house.state, motion, a.house.now)?.secretAsked).toEqual({ asked: 2, has: 1 });
    a.call(motion, sitting);
    expect(ruleOf(a.house.put(a.person(2), "ask.secret", { motion }))).toBe("V-9");
  });

  it("V-10, E-4: a minority's words stand beside the motion; no decision erases them", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const words = text("We were against it, and say why");
    a.house.do(a.person(5), "minority", { motion, text: words });
    expect(motionOf(a, motion).minorities).toHaveLength(1);
    const erase = { type: "erasure", attachments: [words.hash], ground: "unlawful" };
    expect(ruleOf(a.house.put(a.person(0), "move", { title: a.words(), text: a.words(), subject: erase }))).toBe("E-4");
    const said = text("said before");
    a.house.do(a.person(5), "say", { about: motion, text: said });
    expect(ruleOf(a.house.put(a.person(5), "minority", { motion, text: said }))).toBe("V-10");
    expect(a.house.put(a.person(5), "erase", { attachments: [words.hash] }).ok).toBe(true);
  });

  it("V-12: statutes change by their own majority, quorum and notice, from the statutes they were moved under", () => {
    const a = new Assembly(names);
    const s = statutesNow(a.house.state, a.house.now).statutes;
    const change = (hours: number) => a.move({ subject: { type: "statutes", changes: { voting: { hours } } } });
    const first = change(96);
    const second = change(120);
    const early = a.sitting();
    const open = (motion: ActId, sitting: ActId) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    expect(open(first, early)).toBe("V-12");
    a.house.wait(7 * DAY);
    const sitting = a.sitting();
    const vote = a.call(first, sitting);
    expect(a.vote(vote).majority).toEqual(s.change.majority);
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 3, against: 2 }), 6);
    a.declare(vote);
    expect(motionOf(a, first).status).toBe("lost");
    a.decide(second, sitting, figures({ for: 4, against: 2 }), 6);
    a.house.wait(3 * DAY);
    expect(statutesNow(a.house.state, a.house.now)).toMatchObject({ n: 2, statutes: { voting: { hours: 120 } } });
    const third = change(80);
    a.house.wait(7 * DAY);
    const later = a.sitting();
    expect(open(third, later)).toBe("entered");
    expect(motionOf(a, third).statutes).toBe(2);
  });

  it("V-12, S-5: a change must be moved anew where its own parameter changed since, and no other change is held up", () => {
    const a = new Assembly(names);
    const change = (voting: { hours?: number; seconds?: number }) =>
      a.move({ subject: { type: "statutes", changes: { voting } } });
    const [one, same, other] = [change({ hours: 96 }), change({ hours: 120 }), change({ seconds: 0 })];
    a.house.wait(7 * DAY);
    let sitting = a.sitting();
    const open = (motion: ActId) =>
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting });
    const first = a.call(one, sitting);
    expect(ruleOf(open(other))).toBe("entered");
    a.house.do(a.person(0), "vote.close", { vote: first });
    a.tally(first, figures({ for: 6 }), 6);
    a.declare(first);
    // It comes into force three days later (B-8).
    a.house.wait(3 * DAY);
    sitting = a.sitting();
    expect(open(same)).toMatchObject({
      rule: "V-12",
      code: "statutes-changed-since",
      facts: { parameter: "voting.hours" },
    });
  });

  it("S-5: of two changes of one parameter voted on at once the later result holds", () => {
    const a = new Assembly(names);
    const change = (hours: number) => a.move({ subject: { type: "statutes", changes: { voting: { hours } } } });
    const [one, two] = [change(96), change(120)];
    a.house.wait(7 * DAY);
    const sitting = a.sitting();
    const votes = [a.call(one, sitting), a.call(two, sitting)];
    for (const vote of votes) {
      a.house.do(a.person(0), "vote.close", { vote });
      a.tally(vote, figures({ for: 6 }), 6);
      a.declare(vote);
    }
    a.house.wait(3 * DAY);
    expect(statutesNow(a.house.state, a.house.now)).toMatchObject({ n: 3, statutes: { voting: { hours: 120 } } });
  });

  it("V-15, E-2: a text put to the vote is bound: its author can't erase it; one not voted on may go", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const erase = (hash: Hash) => ruleOf(a.house.put(a.person(0), "erase", { attachments: [hash] }));
    const voted = a.version(motion);
    a.call(motion, a.sitting());
    expect(erase(voted)).toBe("E-2");
    expect(erase(motionOf(a, motion).title)).toBe("E-2");
    const other = a.move();
    expect(erase(a.version(other))).toBe("entered");
  });
});

/** Holds a sitting of a section in which this motion is under way. */
function holdWith(a: Meeting, call: ActId, motion: ActId, section: string): ActId {
  const listed = () => a.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion)?.id;
  if (listed() === undefined) a.item(call, { motion });
  const sitting = a.hold(call, { hall: section, section });
  a.begin(sitting, listed() ?? "aob");
  return sitting;
}

describe("one text in many sittings", () => {
  const sections = ["north", "south"];
  const setup = () => {
    const a = new Meeting(names);
    const motion = a.move({ sections });
    const adopt = (section: string, counts = figures({ for: 5, against: 1 }), close = true) => {
      const call = a.convene({ halls: sections });
      const sitting = holdWith(a, call, motion, section);
      a.decide(motion, sitting, counts);
      if (!close) return sitting;
      a.house.do(a.person(0), "item.close", { sitting });
      a.begin(sitting, "aob");
      a.house.do(a.person(0), "sitting.close", { sitting });
      return sitting;
    };
    return { a, motion, adopt };
  };

  it("V-14: the whole adopts when each section has adopted the same version", () => {
    const { a, motion, adopt } = setup();
    adopt("north");
    expect(motionOf(a, motion).status).toBe("standing");
    adopt("south");
    expect(motionOf(a, motion).status).toBe("carried");
    expect(
      adoptionTable(a.house.state, motionOf(a, motion)).map((r) => [r.section, r.carried, r.counts["for"]]),
    ).toEqual([
      ["north", true, 5],
      ["south", true, 5],
    ]);
  });

  it("V-14: a changed text must be adopted again; what was said of the older one stays visible", () => {
    const { a, motion, adopt } = setup();
    const old = a.version(motion);
    adopt("north");
    a.house.do(a.person(0), "revise", { motion, text: a.words() });
    adopt("south");
    expect(motionOf(a, motion).status).toBe("standing");
    const facts = motionFacts(a.house.state, motion, a.house.now)!;
    expect(facts.leftBehind).toEqual([{ version: old, sections: ["north"] }]);
    expect(facts.sections.map((r) => r.carried)).toEqual([false, true]);
    expect(adoptionTable(a.house.state, motionOf(a, motion), old)[0]).toMatchObject({ carried: true });
    adopt("north");
    expect(motionOf(a, motion).status).toBe("carried");
  });

  it("V-14: a section may need several sittings, which are added up; one sitting decides once", () => {
    const { a, motion, adopt } = setup();
    const lost = adopt("north", figures({ for: 1, against: 3 }), false);
    expect(adoptionTable(a.house.state, motionOf(a, motion))[0]?.carried).toBe(false);
    expect(
      ruleOf(
        a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting: lost }),
      ),
    ).toBe("V-14");
    adopt("north", figures({ for: 5 }), false);
    expect(adoptionTable(a.house.state, motionOf(a, motion))[0]).toMatchObject({ carried: true, present: 9 });
    expect(ruleOf(a.house.put(a.person(0), "withdraw", { motion }))).toBe("V-7");
  });

  it("V-14: only texts, only at sittings of its sections, only by hands or paper", () => {
    const { a, motion } = setup();
    const elsewhere = a.sitting(a.person(0), [a.person(1), a.person(2)], "east");
    const north = a.sitting(a.person(0), [a.person(1), a.person(2)], "north");
    const open = (more: object) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), ...more }));
    expect(open({ mode: "hands", sitting: elsewhere })).toBe("V-14");
    expect(open({ mode: "count", sitting: north })).toBe("V-14");
    expect(open({ mode: "name", closes: a.house.now + 100 * HOUR })).toBe("V-14");
    const twice = { title: a.words(), text: a.words(), subject: { type: "text" }, sections: ["x", "x"] };
    expect(ruleOf(a.house.put(a.person(0), "move", twice))).toBe("V-14");
    const establish = { ...twice, subject: { type: "establish", body: "council", seats: 3 }, sections };
    expect(ruleOf(a.house.put(a.person(0), "move", establish))).toBe("V-14");
  });

  it("V-14: all sections together must meet the quorum of the whole", () => {
    const { a, motion, adopt } = setup();
    adopt("north", figures({ for: 1 }));
    adopt("south", figures({ for: 0, against: 0 }));
    expect(motionOf(a, motion).status).toBe("standing");
    adopt("south", figures({ for: 1 }));
    expect(motionOf(a, motion).status).toBe("carried"); // 2 of 6 present, a fifth is asked
  });
});
