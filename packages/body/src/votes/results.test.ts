/** Counting and declaring, held against V-34 to V-44 (V-44 in votes.test.ts) and E-5. */
import type { ActId } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { copyHolders } from "../archive/copies.ts";
import { erasable, openingsUntil } from "../archive/queries.ts";
import { computeResult } from "./computed.ts";
import { actionsIn, actionsOn, chainOfRights, reckonResult, unanimity, voteFacts } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

const closedHands = (mode: "hands" | "paper" = "hands") => {
  const a = new Assembly(names);
  const motion = a.move();
  const vote = a.call(motion, a.sitting(), mode);
  a.house.do(a.person(0), "vote.close", { vote });
  const tally = (by: number, counts: Record<string, number>, present?: number) =>
    a.house.put(a.person(by), "tally", { vote, counts, ...(present === undefined ? {} : { present }) });
  const result = (data: object, by = 0) => a.house.put(a.person(by), "result", { vote, whole: 6, ...data });
  return { a, motion, vote, tally, result };
};

describe("tellers", () => {
  it("V-34: tellers of this vote alone, after it is over, with four figures and a headcount that hold them", () => {
    const { a, vote, tally } = closedHands();
    expect(ruleOf(tally(3, figures({ for: 4 }), 6))).toBe("V-34");
    expect(ruleOf(tally(1, { for: 4, against: 1 }, 6))).toBe("V-34");
    expect(ruleOf(tally(1, { ...figures({ for: 4 }), maybe: 1 }, 6))).toBe("V-34");
    expect(ruleOf(tally(1, figures({ for: 4, invalid: 1 }), 6))).toBe("V-34");
    expect(ruleOf(tally(1, figures({ for: 4 })))).toBe("V-34");
    expect(ruleOf(tally(1, figures({ for: 4 }), 3))).toBe("V-34");
    expect(ruleOf(tally(1, figures({ for: 7 }), 7))).toBe("V-34");
    expect(tally(1, figures({ for: 4 }), 6).ok).toBe(true);
    expect(a.vote(vote).tallies.size).toBe(1);
    const open = a.call(a.move(), a.sitting());
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote: open, counts: figures({}), present: 6 }))).toBe("V-34");
  });

  it("V-34: on devices the figures make up what was cast; spoilt positions have a figure of their own", () => {
    const a = new Assembly(names);
    const vote = a.callOutside(a.move(), { mode: "count" });
    for (const n of [0, 1, 4]) a.cast(vote, a.person(n), "for");
    a.house.wait(72 * HOUR + 10 * 60_000);
    const tally = (counts: Record<string, number>, more = {}) =>
      ruleOf(a.house.put(a.person(1), "tally", { vote, counts, ...a.listing(vote), ...more }));
    expect(tally(figures({ for: 2 }))).toBe("V-34");
    expect(tally(figures({ for: 4 }))).toBe("V-34");
    expect(tally(figures({ for: 3 }), { present: 3 })).toBe("V-34");
    expect(tally(figures({ for: 3 }), { byTellers: 1 })).toBe("V-34");
    expect(tally(figures({ for: 2, invalid: 1 }))).toBe("entered");
  });

  it("V-35: counts that differ decide only where the outcome is the same under each; the least favourable is declared", () => {
    const { a, vote, tally, result } = closedHands();
    tally(1, figures({ for: 4, against: 2 }), 6);
    expect(ruleOf(result({ counts: figures({ for: 4, against: 2 }), present: 6, outcome: "carried" }))).toBe("V-34");
    tally(2, figures({ for: 3, against: 2 }), 6);
    expect(ruleOf(result({ counts: figures({ for: 4, against: 2 }), present: 6, outcome: "carried" }))).toBe("V-37");
    expect(result({ counts: figures({ for: 3, against: 2 }), present: 6, outcome: "carried" }).ok).toBe(true);
    expect(a.vote(vote).result).toMatchObject({ differ: true, outcome: "carried" });
    expect(unanimity(a.vote(vote))?.of).toBe("not-all-for");
  });

  it("V-35: where the outcome differs, they count again first", () => {
    const { a, vote, tally, result } = closedHands();
    tally(1, figures({ for: 4, against: 2 }), 6);
    tally(2, figures({ for: 3, against: 3 }), 6);
    const claim = { counts: figures({ for: 4, against: 2 }), present: 6, outcome: "carried" };
    expect(ruleOf(result(claim))).toBe("V-35");
    expect(voteFacts(a.house.state, a.vote(vote), a.house.now).perTally.map((t) => t.reckoning.outcome)).toEqual([
      "carried",
      "tied",
    ]);
    tally(2, figures({ for: 4, against: 2 }), 6);
    expect(result(claim, 5).ok).toBe(true);
    expect(a.vote(vote).result?.differ).toBe(false);
  });
});

describe("declaring", () => {
  it("V-36: in a sitting at once; outside after the hour and the delay for late submissions, or once all have voted", () => {
    const a = new Assembly(names, byName);
    const vote = a.callOutside(a.move());
    for (const n of [0, 1, 2]) a.cast(vote, a.person(n), "for");
    const claim = { vote, counts: figures({ for: 3 }), whole: 6, outcome: "carried" };
    const result = () => ruleOf(a.house.put(a.person(5), "result", claim));
    expect(result()).toBe("V-36");
    a.house.wait(72 * HOUR);
    expect(result()).toBe("V-36");
    a.house.wait(10 * 60_000);
    expect(result()).toBe("entered");
    const all = new Assembly(names, byName);
    const v = all.callOutside(all.move());
    for (const p of all.people) all.cast(v, p, "against");
    expect(all.declare(v)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("V-37: a false result is refused, whatever figure is false, whoever declares it", () => {
    const { a, vote, tally, result } = closedHands();
    for (const n of [1, 2]) tally(n, figures({ for: 2, against: 3 }), 6);
    const honest = { counts: figures({ for: 2, against: 3 }), present: 6, outcome: "lost" };
    expect(ruleOf(result({ ...honest, outcome: "carried" }))).toBe("V-37");
    expect(ruleOf(result({ ...honest, counts: figures({ for: 3, against: 2 }) }))).toBe("V-37");
    expect(ruleOf(result({ ...honest, present: 5 }))).toBe("V-37");
    expect(ruleOf(a.house.put(a.person(0), "result", { vote, ...honest, whole: 5 }))).toBe("V-37");
    expect(ruleOf(a.house.put(a.house.join("gus", "guest"), "result", { vote, whole: 6, ...honest }))).toBe("M-2");
    expect(result(honest, 5).ok).toBe(true);
  });

  it("V-37, V-30: by name it is recomputed from every opening; one missing and it can't be declared", () => {
    const a = new Assembly(names, byName);
    const vote = a.callOutside(a.move());
    for (const n of [0, 1, 2]) a.cast(vote, a.person(n), n === 0 ? "against" : "for");
    a.house.wait(73 * HOUR);
    const claim = (counts: Record<string, number>, outcome = "carried") =>
      ruleOf(a.house.put(a.person(0), "result", { vote, counts, whole: 6, outcome }));
    expect(claim(figures({ for: 3 }))).toBe("V-37");
    const [cast] = a.vote(vote).cast.values();
    const opening = a.house.openings.get(cast!.opening)!;
    a.house.openings.delete(cast!.opening);
    expect(claim(figures({ for: 2, against: 1 }))).toBe("V-37");
    // Who sends something else than they committed to has spoilt their own position, not the vote.
    a.house.openings.set(cast!.opening, { ...opening, choice: "for" });
    const spoilt = computeResult(a.vote(vote), { sha256, opening: (h) => a.house.openings.get(h) });
    expect(spoilt.ok && spoilt.value.counts).toEqual(figures({ for: 2, invalid: 1 }));
    // Without openings, as in a fold of entries alone, the figures must at least be as many as were cast.
    expect(ruleOf(computeResult(a.vote(vote), { sha256 }, { counts: figures({ for: 4 }) }))).toBe("V-37");
    expect(computeResult(a.vote(vote), { sha256 }, { counts: figures({ for: 2, against: 1 }) }).ok).toBe(true);
    a.house.openings.set(cast!.opening, opening);
    expect(claim(figures({ for: 2, against: 1 }))).toBe("entered");
  });

  it("V-38: no quorum decides nothing: the motion stands and may be put again", () => {
    const { a, motion, vote, tally } = closedHands();
    for (const n of [1, 2]) tally(n, figures({ for: 1 }), 1);
    a.declare(vote);
    expect(a.vote(vote).result?.outcome).toBe("no-quorum");
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("standing");
    a.call(motion, a.sitting());
  });

  it("V-39: opposed yet taking part counts as against, in a column of its own (n2:C10)", () => {
    const a = new Assembly([...names, "gil", "hal", "ivo", "jon", "kim", "leo"]);
    const motion = a.move();
    a.decide(motion, a.sitting(), figures({ for: 6, against: 2, abstain: 1, "taking-part": 2 }), 12);
    const vote = a.vote(a.house.state.motions.motions.get(motion)!.votes[0]!);
    expect(reckonResult(vote)).toMatchObject({
      for: 6,
      notFor: 4,
      takingPart: 2,
      abstain: 1,
      silent: 1,
      whole: 12,
      outcome: "carried",
      base: 10,
      needed: 6,
    });
  });

  it("V-40: unanimous is never computed from silence", () => {
    const say = (counts: Record<string, number>, present: number) => {
      const a = new Assembly(names);
      const motion = a.move();
      a.decide(motion, a.sitting(), counts, present);
      return unanimity(a.vote(a.house.state.motions.motions.get(motion)!.votes[0]!));
    };
    expect(say(figures({ for: 5 }), 5)).toMatchObject({ of: "all-present", for: 5, present: 5, whole: 6 });
    expect(say(figures({ for: 4 }), 5)).toMatchObject({ of: "some-silent", silent: 1 });
    expect(say(figures({ for: 4, abstain: 1 }), 5)).toMatchObject({ of: "not-all-for", abstain: 1 });
    expect(say(figures({}), 5)?.of).toBe("not-all-for");
    const { a, vote } = closedHands();
    expect(unanimity(a.vote(vote))).toBeUndefined();
  });

  it("V-41: a carried decision does what its motion says", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const establish = a.move({ subject: { type: "establish", body: "committee", seats: 3 } });
    const result = a.decide(establish, sitting, figures({ for: 6 }));
    expect(a.house.state.founding.mayEstablish.get(result)).toMatchObject({
      type: "committee",
      seats: 3,
      text: a.version(establish),
      motion: establish,
    });
    const key = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" as never;
    const copy = a.decide(a.move({ subject: { type: "copy", key } }), sitting, figures({ for: 6 }));
    expect(copyHolders(a.house.state, a.house.now)).toEqual([[key, copy]]);
    const lost = a.move({ subject: { type: "establish", body: "council", seats: 5 } });
    const no = a.decide(lost, sitting, figures({ for: 2, against: 4 }));
    expect(a.house.state.founding.mayEstablish.has(no)).toBe(false);
    const remark = a.words("harmful");
    a.house.do(a.person(4), "say", { about: lost, text: remark });
    const erasure = a.move({ subject: { type: "erasure", attachments: [remark.hash], ground: "harms-a-person" } });
    const out = a.decide(erasure, sitting, figures({ for: 5 }), 6);
    expect(a.house.state.archive.outOfView.get(remark.hash)?.takings.map((d) => d.by)).toEqual([out]);
  });

  it("V-42, E-5: positions leave the state with the result; openings may go after the contest term", () => {
    const a = new Assembly(names);
    const vote = a.callOutside(a.move(), { mode: "count" });
    for (const p of a.people) a.cast(vote, p, "for");
    a.tally(vote, figures({ for: 6 }));
    a.declare(vote);
    expect(a.vote(vote).cast.size + a.vote(vote).commits.size).toBe(0);
    const until = openingsUntil(a.house.state, a.vote(vote), a.house.now)!;
    expect(until).toBe(a.house.now + 30 * DAY);
    expect(erasable(a.house.state, until - 1)).toEqual([]);
    expect(erasable(a.house.state, until)).toEqual([{ vote, since: until }]);
  });

  it("V-43: declared once; nothing is counted or cast after it", () => {
    const { a, vote, tally, result } = closedHands();
    for (const n of [1, 2]) tally(n, figures({ for: 5 }), 6);
    a.declare(vote);
    expect(ruleOf(result({ counts: figures({ for: 5 }), present: 6, outcome: "carried" }))).toBe("V-43");
    expect(ruleOf(tally(1, figures({ for: 5 }), 6))).toBe("V-43");
    expect(ruleOf(a.house.put(a.person(0), "vote.close", { vote }))).toBe("V-33");
  });
});

describe("what pages ask", () => {
  it("V-21, V-34: the same checks beforehand as when the act comes in", () => {
    const a = new Assembly(names);
    const motion = a.move();
    const sitting = a.sitting();
    a.house.wait(60_000);
    const facts = a.house.state.motions.motions.get(motion)!;
    const mine = actionsOn(a.house.state, facts, a.person(0).member, a.house.now);
    expect(mine.callInSitting).toMatchObject([{ sitting, mode: "hands", may: { ok: true } }]);
    expect(mine.callOutside).toMatchObject({ ok: false, rule: "V-16" });
    expect(mine.second).toMatchObject({ ok: false, rule: "V-6" });
    const theirs = actionsOn(a.house.state, facts, a.person(4).member, a.house.now);
    expect(theirs.callInSitting[0]?.may).toMatchObject({ ok: false, rule: "V-21" });
    expect(theirs.revise).toMatchObject({ rule: "V-5" });
    const vote = a.call(motion, sitting);
    expect(actionsIn(a.house.state, a.vote(vote), a.person(1).member, a.house.now)).toMatchObject({
      close: { ok: true },
      tally: { rule: "V-34" },
      declare: { rule: "V-36" },
      cast: { rule: "V-22" },
    });
  });

  it("V-24: calling over days says yes while only the tellers are still to be named", () => {
    const a = new Assembly(names);
    const motion = a.move();
    a.house.do(a.person(1), "second", { motion });
    a.house.wait(DAY);
    expect(
      actionsOn(a.house.state, a.house.state.motions.motions.get(motion)!, a.person(0).member, a.house.now).callOutside
        .ok,
    ).toBe(true);
  });

  it("L1: the chain of a decision goes back to the founding", () => {
    const a = new Assembly(names);
    const result = a.decide(a.move(), a.sitting(), figures({ for: 6 }));
    expect(chainOfRights(a.house.state, result).map((s) => s.what)).toEqual([
      "result",
      "vote",
      "sitting",
      "motion",
      "statutes",
      "adoption",
      "founding",
    ]);
    expect(chainOfRights(a.house.state, "0".repeat(64) as ActId).map((s) => s.what)).toEqual(["adoption", "founding"]);
  });
});
