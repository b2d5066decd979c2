/** Erasing by decision (E-3, E-7 to E-11): words go out of view first; an appeal keeps them; what is never touched. */
import type { Hash } from "@nabat/kernel";
import { DAY, figures, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { lawfulAbsence } from "../checker/attachments.ts";
import { goneByDecision, readsHidden, viewStage } from "./out-of-view.ts";
import { ownAttachments } from "./queries.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];

/** A remark of the fifth person, and the decision that took it out of view. */
function taken() {
  const a = new Meeting(names);
  const words = text("what fay said of the board");
  a.house.do(a.person(4), "say", { about: a.move(), text: words });
  const erasure = a.move({ subject: { type: "erasure", attachments: [words.hash], ground: "harms-a-person" } });
  const result = a.decide(erasure, a.sitting(), figures({ for: 4, against: 1 }));
  return { a, hash: words.hash, result, erasure };
}
const stage = (a: Meeting, hash: Hash) => viewStage(a.house.state, hash, a.house.now);
const appeal = (a: Meeting, n: number, hash: Hash) => ruleOf(a.house.put(a.person(n), "appeal", { attachment: hash }));
const moveErasure = (a: Meeting, ...attachments: Hash[]) =>
  a.house.put(a.person(0), "move", {
    title: a.words(),
    text: a.words(),
    subject: { type: "erasure", attachments, ground: "unlawful" },
  });

describe("out of view", () => {
  it("E-3, E-11: a decision hides and doesn't erase; ground, decision and reasons stay, and its author reads on", () => {
    const { a, hash, result, erasure } = taken();
    const { archive } = a.house.state;
    expect(archive.erased.size).toBe(0);
    expect(archive.outOfView.get(hash)?.takings).toMatchObject([
      { by: result, motion: erasure, ground: "harms-a-person" },
    ]);
    expect(stage(a, hash)).toBe("out");
    expect(readsHidden(a.house.state, hash, a.person(4).member, a.house.now)).toBe(true);
    expect(readsHidden(a.house.state, hash, a.person(5).member, a.house.now)).toBe(false);
    expect(lawfulAbsence(a.house.state, hash, a.house.now)).toBe("hidden");
    // Its reasons are the motion's text, which a decision rests on.
    expect(ruleOf(moveErasure(a, a.version(erasure)))).toBe("E-2");
    expect(ruleOf(moveErasure(a, hash))).toBe("E-3");
    // Its author may still have it erased for good, and can't say it again under the same mark.
    expect(ruleOf(a.house.put(a.person(4), "say", { about: erasure, text: text("what fay said of the board") }))).toBe(
      "E-6",
    );
    expect(ownAttachments(a.house.state, a.person(4).member, a.house.now).find((l) => l.hash === hash)?.may).toBe(true);
  });

  it("E-10: nobody appealed for thirty days: the bytes go, without an act", () => {
    const { a, hash, result } = taken();
    a.house.wait(30 * DAY - 1);
    expect(goneByDecision(a.house.state, a.house.now)).toEqual([]);
    a.house.wait(1);
    expect(goneByDecision(a.house.state, a.house.now)).toEqual([{ hash, by: result }]);
    expect(lawfulAbsence(a.house.state, hash, a.house.now)).toBe("term");
    expect(appeal(a, 4, hash)).toBe("E-8");
    expect(readsHidden(a.house.state, hash, a.person(4).member, a.house.now)).toBe(false);
  });

  it("E-8: its author appeals alone; others as many as call a meeting, each once", () => {
    const { a, hash } = taken();
    expect(appeal(a, 5, hash)).toBe("entered");
    expect(appeal(a, 5, hash)).toBe("E-8");
    expect(stage(a, hash)).toBe("out");
    expect(appeal(a, 3, hash)).toBe("entered");
    expect(stage(a, hash)).toBe("appealed");
    expect(appeal(a, 2, hash)).toBe("E-8");
    const alone = taken();
    expect(ruleOf(alone.a.house.put(alone.a.house.join("gus", "guest"), "appeal", { attachment: alone.hash }))).toBe(
      "M-2",
    );
    expect(appeal(alone.a, 4, alone.hash)).toBe("entered");
    expect(stage(alone.a, alone.hash)).toBe("appealed");
    expect(appeal(alone.a, 4, text("nothing").hash)).toBe("E-8");
  });

  it("E-9: while an appeal waits a decision brings them back, and for a year nobody takes them out again", () => {
    const { a, hash } = taken();
    const restore = { type: "restore", attachments: [hash] } as const;
    const moveBack = () =>
      ruleOf(a.house.put(a.person(4), "move", { title: a.words(), text: a.words(), subject: restore }));
    expect(moveBack()).toBe("E-9");
    expect(appeal(a, 4, hash)).toBe("entered");
    a.house.wait(50 * DAY);
    expect(stage(a, hash)).toBe("appealed");
    const back = a.move({ by: a.person(4), subject: { type: "restore", attachments: [hash] } });
    a.decide(back, a.sitting(), figures({ for: 3, against: 2 }));
    expect(stage(a, hash)).toBe("back");
    expect(lawfulAbsence(a.house.state, hash, a.house.now)).toBeUndefined();
    expect(moveErasure(a, hash)).toMatchObject({ rule: "E-9", code: "brought-back-lately" });
    expect(moveBack()).toBe("E-9");
    a.house.wait(365 * DAY);
    expect(goneByDecision(a.house.state, a.house.now)).toEqual([]);
    expect(ruleOf(moveErasure(a, hash))).toBe("entered");
  });

  it("E-10: an appeal that nobody decided on keeps them for sixty days, not longer", () => {
    const { a, hash, result } = taken();
    a.house.wait(20 * DAY);
    expect(appeal(a, 4, hash)).toBe("entered");
    a.house.wait(60 * DAY - 1);
    expect(stage(a, hash)).toBe("appealed");
    a.house.wait(1);
    expect(goneByDecision(a.house.state, a.house.now)).toEqual([{ hash, by: result }]);
  });
});

describe("a decision that waits", () => {
  it("E-8, B-8: hides nothing yet, so there is nothing to appeal against; the days count from when it is in force", () => {
    const a = new Meeting(["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"]);
    const words = text("what eli said");
    a.house.do(a.person(4), "say", { about: a.move(), text: words });
    a.meet(
      a.move({ subject: { type: "erasure", attachments: [words.hash], ground: "unlawful" } }),
      figures({ for: 2 }),
    );
    expect(stage(a, words.hash)).toBe("in-view");
    expect(a.house.put(a.person(4), "appeal", { attachment: words.hash })).toMatchObject({ code: "in-view" });
    a.house.wait(3 * DAY);
    expect(stage(a, words.hash)).toBe("out");
    a.house.wait(30 * DAY - 1);
    expect(appeal(a, 4, words.hash)).toBe("entered");
    a.house.wait(60 * DAY - 1);
    expect(stage(a, words.hash)).toBe("appealed");
  });
});

describe("what no decision takes out of view", () => {
  it("E-7: the text of an open motion or amendment, a call, an account, a name in use; a withdrawn motion may go", () => {
    const a = new Meeting(names);
    const motion = a.move({ by: a.person(5) });
    const older = a.house.state.motions.motions.get(motion)!.title;
    a.house.do(a.person(5), "revise", { motion, title: a.words(), text: a.words() });
    const { title } = a.house.state.motions.motions.get(motion)!;
    expect(moveErasure(a, older)).toMatchObject({ rule: "E-7", code: "undecided-motion" });
    const change = a.move({
      by: a.person(4),
      subject: { type: "amendment", motion, base: a.version(motion), place: { what: "strike", from: 1, to: 1 } },
    });
    const call = a.house.state.meetings.calls.get(a.convene())!;
    const source = text("what the paper said");
    a.house.do(a.person(5), "account", { about: motion, source });
    const name = a.house.state.members.members.get(a.person(5).member)!.name;
    const office = a.words("office");
    const backers = a.words("who backs me");
    const open = { title: office, seats: 1, rule: "approval", termDays: 30, powers: [] };
    const election = a.house.do(a.person(3), "election.open", open);
    a.house.do(a.person(3), "nominate", { election, candidate: a.person(3).member, text: backers });
    for (const hash of [office.hash, backers.hash])
      expect(moveErasure(a, hash)).toMatchObject({ code: "undecided-election" });
    for (const hash of [a.version(motion), title, a.version(change), call.title, call.reason, source.hash, name])
      expect(ruleOf(moveErasure(a, hash))).toBe("E-7");
    a.house.do(a.person(5), "withdraw", { motion });
    expect(ruleOf(moveErasure(a, a.version(motion)))).toBe("entered");
  });

  it("E-7: what came under protection before the vote's result stays in view", () => {
    const a = new Meeting(names);
    const words = text("words that become a minority's");
    const about = a.move();
    a.house.do(a.person(4), "say", { about, text: words });
    const erasure = a.move({ subject: { type: "erasure", attachments: [words.hash], ground: "unlawful" } });
    const sitting = a.sitting();
    const vote = a.call(erasure, sitting);
    a.house.do(a.person(4), "move", { title: a.words(), text: words, subject: { type: "text" } });
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 5 }), 5);
    a.declare(vote);
    expect(stage(a, words.hash)).toBe("in-view");
  });
});
