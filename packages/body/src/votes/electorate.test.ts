/** Rules M-12, M-29, M-30: who has no vote on rules yet, who is heard before an admission is ended, and who doesn't vote on it. */
import { describe, expect, it } from "vitest";
import { Assembly, DAY, figures, HOUR, Meeting, type Person, ruleOf } from "@nabat/testkit";
import { isMember } from "../members/standing.ts";
import { modesAllowed } from "./forms.ts";
import { RULES_AFTER_MS, rollOn } from "./electorate.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const changes = { convene: { signatures: 2 } };
const put = (a: Assembly, by: Person, kind: string, data: object) => a.house.put(by, kind, data);
const byName = (a: Assembly): Assembly => a;
const contest = (a: Assembly, whom: Person, by: Person, ground = "invented") =>
  a.move({ by, subject: { type: "contest", member: whom.member, ground } as never });

describe("newcomers and rules", () => {
  it("M-29: who has had a vote for less than three months has none on rules, nor on a door; founders at once", () => {
    const a = byName(
      new Assembly(NINE, { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name", seconds: 0 } }) }),
    );
    const news = [1, 2, 3, 4].map((n) => a.house.voter(`new ${n}`, a.person(n)));
    for (const subject of [
      { type: "statutes", changes } as const,
      { type: "door", places: 9, until: a.house.now + 90 * DAY } as const,
    ]) {
      const motion = a.move({ subject });
      a.house.wait(7 * DAY);
      const open = { motion, version: a.version(motion), mode: "name", closes: a.house.now + 73 * HOUR };
      const vote = a.house.do(a.person(0), "vote.open", open);
      // Thirteen have a vote; nine of them on this: five are half.
      expect(a.vote(vote)).toMatchObject({ whole: 9, settled: true, quorum: { num: 1, den: 2 } });
      expect(a.cast(vote, news[0]!, "for")).toMatchObject({ rule: "M-29", code: "too-new-for-rules" });
      for (const n of [0, 1, 2, 3, 4]) expect(a.cast(vote, a.person(n), "for").ok).toBe(true);
      a.house.wait(74 * HOUR);
      a.declare(vote);
      expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
    }
    const text = a.move();
    expect(rollOn(a.house.state, a.house.state.motions.motions.get(text), a.house.now)).toBe(13);
    a.house.wait(RULES_AFTER_MS);
    const later = a.house.state.motions.motions.get(
      a.move({ subject: { type: "statutes", changes: { convene: { noticeDays: 4 } } } }),
    );
    expect(rollOn(a.house.state, later, a.house.now)).toBe(13);
  });

  it("M-29: in a hall too the whole is those who have a vote on it", () => {
    const a = new Meeting(NINE);
    for (const n of [1, 2, 3, 4, 5, 6]) a.house.voter(`new ${n}`, a.person(n));
    const motion = a.move({ subject: { type: "statutes", changes } });
    a.house.wait(7 * DAY);
    a.meet(motion, figures({ for: 5, against: 1 }));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("M-29, B-9: nor do they put to all what those decided who have one on it", () => {
    const a = new Meeting(NINE);
    const news = [1, 2, 3].map((n) => a.house.voter(`new ${n}`, a.person(n)));
    const motion = a.move({ subject: { type: "statutes", changes } });
    a.house.wait(7 * DAY);
    const result = a.meet(motion, figures({ for: 5, against: 1 }));
    for (const p of news) expect(put(a, p, "put.all", { result })).toMatchObject({ rule: "M-29" });
    expect(put(a, a.person(8), "put.all", { result }).ok).toBe(true);
  });

  it("M-29: where nobody has had a vote for so long, all who have one decide", () => {
    const a = new Assembly(["ana", "bo"]);
    const [jo, kim] = [a.house.voter("jo"), a.house.voter("kim")];
    for (const p of a.people) a.house.do(p, "leave", {});
    const motion = a.house.do(jo, "move", {
      title: a.words(),
      text: a.words(),
      subject: { type: "statutes", changes: { convene: { noticeDays: 4 } } },
    });
    expect(rollOn(a.house.state, a.house.state.motions.motions.get(motion), a.house.now)).toBe(2);
    expect(kim.name).toBe("kim");
  });

  it("V-61, M-29: what so few have a vote on isn't sealed outside a sitting", () => {
    const a = new Assembly(["ana", "bo", "cy"]);
    for (const n of [1, 2, 3, 4, 5]) a.house.voter(`new ${n}`);
    const found = a.house.state.motions.motions.get(a.move({ subject: { type: "statutes", changes } }))!;
    const modes = (subject: typeof found) => modesAllowed(a.house.state, subject, false, 8, a.house.now);
    expect(modes(found)).toEqual(["name"]);
    expect(modes(a.house.state.motions.motions.get(a.move())!)).toEqual(["count"]);
  });
});

describe("a contested admission", () => {
  it("M-12: on a ground about the admission alone; the same one isn't put again once it was refused", () => {
    const a = new Meeting(NINE);
    const jo = a.house.voter("jo", a.person(0));
    const move = (subject: object) => put(a, a.person(1), "move", { title: a.words(), text: a.words(), subject });
    expect(move({ type: "contest", member: jo.member })).toMatchObject({ rule: "R-3" });
    expect(move({ type: "contest", member: jo.member, ground: "opinions" })).toMatchObject({ rule: "R-3" });
    const motion = contest(a, jo, a.person(1));
    a.house.do(jo, "say", { about: motion, text: a.words() });
    a.meet(motion, figures({ for: 2, against: 5 }), { mode: "paper" });
    expect(move({ type: "contest", member: jo.member, ground: "invented" })).toMatchObject({
      rule: "M-12",
      code: "decided-before",
    });
    expect(move({ type: "contest", member: jo.member, ground: "not-seen" }).ok).toBe(true);
  });

  it("M-12: the same ground isn't moved again while it is undecided; who withdraws at the last moment shields nobody", () => {
    const a = new Meeting(NINE);
    const jo = a.house.voter("jo", a.person(0));
    const move = (ground: string, by = a.person(1)) =>
      put(a, by, "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "contest", member: jo.member, ground },
      });
    for (const ground of ["invented", "twice", "another-name", "not-seen", "conditions"])
      expect(move(ground).ok).toBe(true);
    for (const by of [a.person(1), a.person(2)])
      expect(move("invented", by)).toMatchObject({ rule: "M-12", code: "moved-already" });
    // Another person, on the same ground, as ever.
    contest(a, a.house.voter("kim", a.person(0)), a.person(2));
    // A friend moves in time and withdraws when the time is over: for seven days others may move the same.
    const first = [...a.house.state.motions.motions.values()].find((m) => m.subject.type === "contest")!;
    a.house.wait(100 * DAY);
    expect(move("invented", a.person(2))).toMatchObject({ code: "moved-already" });
    a.house.do(a.person(1), "withdraw", { motion: first.id });
    const again = move("invented", a.person(2));
    expect(again.ok).toBe(true);
    // That one was late itself: its withdrawal gives no more time.
    const late = [...a.house.state.motions.motions.values()].at(-1)!;
    a.house.do(a.person(2), "withdraw", { motion: late.id });
    a.house.wait(7 * DAY + 1);
    expect(move("invented", a.person(3))).toMatchObject({ rule: "M-12", code: "too-late" });
  });

  it("M-12: the person is heard first: it is voted on once they spoke to it, or seven days after it was moved", () => {
    const a = new Meeting(NINE);
    const jo = a.house.voter("jo", a.person(0));
    const [silent, spoken] = [contest(a, jo, a.person(1)), contest(a, jo, a.person(2), "twice")];
    a.house.do(jo, "say", { about: spoken, text: a.words() });
    a.house.do(a.person(3), "say", { about: silent, text: a.words() });
    const call = a.convene();
    const items = [silent, spoken].map((motion) => a.item(call, { motion }));
    const sitting = a.hold(call);
    a.begin(sitting, items[0] as never);
    const open = (motion: typeof silent) =>
      put(a, a.person(0), "vote.open", { motion, version: a.version(motion), mode: "paper", sitting });
    expect(open(silent)).toMatchObject({ rule: "M-12", code: "heard-first" });
    a.end(sitting);
    a.begin(sitting, items[1] as never);
    expect(open(spoken).ok).toBe(true);
  });

  it("M-12: it is called with notice, never as urgent, and can be contested again after the vote began, not only after membership", () => {
    const a = new Meeting(NINE);
    const jo = a.house.join("jo", "member", a.person(0));
    a.house.do(a.person(1), "vouch", { member: jo.member });
    a.house.wait(40 * DAY);
    const move = () =>
      put(a, a.person(1), "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "contest", member: jo.member, ground: "invented" },
      });
    expect(move()).toMatchObject({ rule: "M-12", code: "too-late" });
    a.house.giveVote(jo);
    const motion = move();
    const sitting = a.hold(a.convene());
    const urgent = {
      type: "procedure",
      procedure: { what: "urgent", title: a.words(), motion: motion.ok ? motion.value.id : "" },
    };
    expect(put(a, a.person(3), "move", { title: a.words(), text: a.words(), subject: urgent, sitting })).toMatchObject({
      rule: "G-34",
      code: "needs-notice",
    });
  });

  it("M-30: of those whose admission as many contest as call a meeting, who came by the same word votes on none of them; one alone keeps nobody from it", () => {
    const a = new Assembly(NINE, { statutes: (s) => ({ ...s, voting: { ...s.voting, seconds: 0 } }) });
    const news = [0, 0, 0, 2].map((n, i) => a.house.voter(`new ${i}`, a.person(n)));
    const [eva] = [a.house.voter("eva", a.person(0))];
    const motion = contest(a, eva, a.person(8), "conditions");
    a.house.do(eva, "say", { about: motion, text: a.words() });
    for (const p of [news[0]!, news[1]!, news[3]!]) {
      const theirs = contest(a, p, a.person(1));
      for (const n of [2, 3]) a.house.do(a.person(n), "second", { motion: theirs });
    }
    contest(a, news[2]!, a.person(8)); // nobody stands behind it
    a.house.wait(DAY);
    const closes = a.house.now + 85 * HOUR;
    const tellers = [a.person(4).member];
    const vote = a.house.do(a.person(8), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes,
      tellers,
    });
    a.house.wait(12 * HOUR);
    // By Eva's sponsor came the first three; behind the contest of the third stands nobody; the fourth came by another's word.
    expect(a.vote(vote).whole).toBe(11);
    const cast = [eva, ...news].map((p) => ruleOf(a.cast(vote, p, "against")));
    expect(cast).toEqual(["M-30", "M-30", "M-30", "entered", "entered"]);
    expect(isMember(a.house.state, eva.member, a.house.now)).toBe(true);
  });
});
