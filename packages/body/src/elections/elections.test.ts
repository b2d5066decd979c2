/** Plain elections, held against O-1 to O-13. */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { computeResult } from "../votes/computed.ts";
import { chainOfRights } from "../votes/queries.ts";
import { electionFacts, offices } from "./queries.ts";
import { countPapers } from "./reckon.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil", "hana"];

function election(
  options: { seats?: number; rule?: "plurality" | "approval"; stand?: number[]; data?: object; termDays?: number } = {},
) {
  const a = new Meeting(names);
  const sitting = a.sitting();
  const { seats = 1, rule = "plurality", stand = [3, 4, 5], termDays = 30 } = options;
  const id = a.house.do(a.person(0), "election.open", {
    title: a.words("treasurer"),
    seats,
    rule,
    termDays,
    powers: ["keep-money"],
    sitting,
    ...options.data,
  });
  for (const n of stand) a.house.do(a.person(n), "nominate", { election: id, candidate: a.person(n).member });
  const of = () => a.house.state.elections.elections.get(id)!;
  const put = (n: number, kind: string, data: object = {}) =>
    ruleOf(a.house.put(a.person(n), kind, { election: id, ...data }));
  const facts = () => electionFacts(a.house.state, id, a.house.now)!;
  const elected = () => of().elected.map((m) => a.byMember(m).name);
  return { a, sitting, id, of, put, facts, elected };
}

describe("nominating", () => {
  it("O-1, O-3: any member opens one; its terms are fixed, its powers a closed list", () => {
    const { a, sitting, put } = election({ stand: [] });
    const open = (data: object) =>
      ruleOf(
        a.house.put(a.person(4), "election.open", {
          title: a.words(),
          seats: 1,
          rule: "plurality",
          termDays: 9,
          powers: [],
          ...data,
        }),
      );
    expect(open({})).toBe("entered");
    expect(open({ nominationsUntil: a.house.now })).toBe("O-1");
    expect(open({ powers: ["convene", "convene"] })).toBe("O-3");
    expect(open({ powers: ["command"] })).toBe("R-3");
    a.house.do(a.person(0), "sitting.close", { sitting });
    expect(open({ sitting })).toBe("G-5");
    expect(put(0, "nominate", { election: "e".repeat(64), candidate: a.person(1).member })).toBe("O-1");
    const guest = a.house.join("gus", "guest");
    expect(
      ruleOf(
        a.house.put(guest, "election.open", { title: a.words(), seats: 1, rule: "plurality", termDays: 9, powers: [] }),
      ),
    ).toBe("M-2");
  });

  it("O-2: members name members, in time, each so many as there are seats; nobody twice", () => {
    const { a, put } = election({ stand: [3], data: { nominationsUntil: Date.UTC(2026, 2, 3, 18) } });
    const guest = a.house.join("gus", "guest");
    expect(put(1, "nominate", { candidate: guest.member })).toBe("O-2");
    expect(put(1, "nominate", { candidate: a.person(3).member })).toBe("O-2");
    expect(put(1, "nominate", { candidate: a.person(4).member })).toBe("entered");
    expect(put(1, "nominate", { candidate: a.person(5).member })).toBe("O-2");
    expect(put(1, "nominate", { candidate: a.person(1).member })).toBe("entered");
    a.house.wait(DAY + 1);
    expect(put(2, "nominate", { candidate: a.person(6).member })).toBe("O-2");
  });

  it("O-4, O-5: only the candidate accepts, and whoever doesn't is on no ballot; who declined isn't named again", () => {
    const { a, sitting, id, of, put } = election({ stand: [] });
    expect(put(0, "vote.open", { version: a.ballot(id), mode: "hands", sitting })).toBe("O-5");
    put(1, "nominate", { candidate: a.person(3).member });
    put(2, "nominate", { candidate: a.person(4).member });
    put(0, "nominate", { candidate: a.person(5).member });
    expect(put(6, "nomination.accept")).toBe("O-5");
    expect(put(3, "nomination.accept", { text: a.words("my words") })).toBe("entered");
    expect(put(3, "nomination.accept")).toBe("O-5");
    expect([
      put(4, "nomination.decline"),
      put(4, "nomination.decline"),
      put(4, "nomination.accept"),
      put(6, "nomination.decline"),
    ]).toEqual(["entered", "O-4", "O-4", "O-4"]);
    expect(put(6, "nominate", { candidate: a.person(4).member })).toBe("O-4");
    const vote = a.callElection(id, { mode: "hands", sitting });
    expect(a.vote(vote).ballot?.map((c) => c.member)).toEqual([a.person(3).member]);
    expect(of().status).toBe("voting");
    expect([
      put(5, "nomination.accept"),
      put(3, "nomination.decline"),
      put(7, "nominate", { candidate: a.person(7).member }),
    ]).toEqual(["O-5", "O-4", "O-2"]);
  });
});

describe("voting", () => {
  it("O-6: by hands unless one person objects, then on paper; never by name; on the exact ballot", () => {
    const { a, sitting, id, put } = election();
    const open = (mode: string, version = a.ballot(id)) => put(0, "vote.open", { version, mode, sitting });
    expect(open("name")).toBe("O-6");
    expect(open("hands", "e".repeat(64))).toBe("O-6");
    // At a sitting that nobody called nobody is elected, unless all agreed on this ballot now (B-3, B-5).
    expect(open("hands")).toBe("O-6");
    a.agreeAll({ election: id }, a.ballot(id));
    expect(ruleOf(a.house.put(a.person(7), "ask.secret", { election: id }))).toBe("entered");
    expect(ruleOf(a.house.put(a.person(6), "ask.secret", { election: id }))).toBe("O-6");
    expect(ruleOf(a.house.put(a.person(6), "ask.secret", {}))).toBe("R-3");
    expect(open("hands")).toBe("O-6");
    expect(put(7, "vote.open", { version: a.ballot(id), mode: "paper", sitting })).toBe("V-21");
    expect(open("paper")).toBe("entered");
    expect(open("paper")).toBe("V-25");
  });

  it("O-6: over days, sealed, once nominations are over", () => {
    const until = Date.UTC(2026, 2, 3, 18);
    const { a, id, put } = election({ data: { nominationsUntil: until } });
    const tellers = [a.person(1).member];
    const open = (data: object, by = 0) =>
      put(by, "vote.open", { version: a.ballot(id), mode: "count", tellers, ...data });
    expect(open({ closes: until + 99 * HOUR })).toBe("O-6");
    a.house.wait(DAY + 1);
    expect(open({})).toBe("V-18");
    expect(open({ closes: a.house.now + HOUR })).toBe("V-18");
    expect(open({ closes: a.house.now + 84 * HOUR, tellers: [a.person(3).member] })).toBe("O-7");
    // V-70: for a week it is the opener's to call.
    expect(open({ closes: a.house.now + 84 * HOUR }, 7)).toBe("V-70");
    expect(open({ closes: a.house.now + 84 * HOUR })).toBe("entered");
    a.house.wait(12 * HOUR);
    const vote = [...a.house.state.votes.votes.keys()].at(-1)!;
    for (const [n, choice] of [
      [0, ["c1"]],
      [1, ["c2"]],
      [2, ["c1"]],
      [6, ["c1", "c2"]],
      [7, []],
    ] as const)
      expect(ruleOf(a.cast(vote, a.person(n), choice))).toBe("entered");
    a.house.wait(72 * HOUR + 11 * 60_000);
    a.tally(vote, countPapers(a.vote(vote), [["c1"], ["c2"], ["c1"], ["c1", "c2"], []]));
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({
      outcome: "elected",
      elected: [a.person(3).member],
      counts: { c1: 2, c2: 1, c3: 0, none: 0, blank: 1, invalid: 1 },
    });
  });

  it("O-7: nobody who stands counts", () => {
    const { a, sitting, id, put } = election({ stand: [1, 3] });
    a.agreeAll({ election: id }, a.ballot(id));
    expect(put(0, "vote.open", { version: a.ballot(id), mode: "hands", sitting })).toBe("O-7");
  });

  it("O-8: no more marks than papers allow, under either rule", () => {
    for (const [rule, seats, counts, ok] of [
      ["plurality", 1, { c1: 4, c2: 4 }, false],
      ["plurality", 2, { c1: 6, c2: 4, c3: 2 }, true],
      ["plurality", 2, { c1: 6, c2: 6, c3: 1 }, false],
      ["approval", 1, { c1: 6, c2: 6, c3: 6 }, true],
      ["approval", 1, { c1: 6, none: 1 }, false],
      ["approval", 1, { c1: 7 }, false],
    ] as const) {
      const { a, sitting, id } = election({ rule, seats });
      const vote = a.callElection(id, { mode: "paper", sitting });
      a.house.do(a.person(0), "vote.close", { vote });
      const all = Object.assign({ c1: 0, c2: 0, c3: 0, none: 0, blank: 0 }, counts);
      expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: all, present: 6 }))).toBe(ok ? "entered" : "O-8");
      expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: figures({ for: 4 }), present: 6 }))).toBe("V-34");
    }
  });

  it("O-8: a paper with too many marks, the same twice or an unknown one is spoilt", () => {
    const ballot = [
      { key: "c1", member: "a" },
      { key: "c2", member: "b" },
    ] as never;
    const papers = [["c1"], ["c1", "c2"], ["c9"], ["none"], "none", [], ["c2", "c2"], ["none", "c1"]];
    expect(countPapers({ ballot, seats: 1, rule: "plurality" }, papers)).toEqual({
      c1: 1,
      c2: 0,
      none: 2,
      blank: 1,
      invalid: 4,
    });
    expect(countPapers({ ballot, seats: 1, rule: "approval" }, papers)).toEqual({
      c1: 2,
      c2: 1,
      none: 2,
      blank: 1,
      invalid: 3,
    });
  });
});

describe("results", () => {
  it("O-9: the seats go to those with most marks, and more than none", () => {
    const { a, sitting, id, of, elected, facts } = election({ seats: 2 });
    a.elect(id, sitting, { c1: 3, c2: 6, c3: 2 }, { present: 7 });
    expect(elected()).toEqual(["eli", "dora"]);
    expect(of().status).toBe("decided");
    expect(facts().votes[0]?.reckoning?.rows.map((r) => [r.key, r.marks, r.place])).toEqual([
      ["c2", 6, "elected"],
      ["c1", 3, "elected"],
      ["c3", 2, "not-elected"],
    ]);
    expect(chainOfRights(a.house.state, of().result!).map((s) => s.what)).toEqual([
      "result",
      "vote",
      "sitting",
      "election",
      "statutes",
      "adoption",
      "founding",
    ]);
  });

  it("O-9: a tie for the last seat fills it with nobody: those who tied are voted on again", () => {
    const { a, sitting, id, of, elected, put } = election({ seats: 2 });
    a.elect(id, sitting, { c1: 6, c2: 3, c3: 3 }, { present: 7 });
    expect(elected()).toEqual(["dora"]);
    expect(of()).toMatchObject({ status: "reopened", runoff: true, round: 2, open: 1 });
    expect(put(6, "nominate", { candidate: a.person(6).member })).toBe("O-9");
    a.elect(id, sitting, { c1: 2, c2: 5 }, { present: 7 });
    expect(elected()).toEqual(["dora", "fay"]);
    expect(of().status).toBe("decided");
  });

  it("O-9: none first reopens nominations; what was elected before stays", () => {
    const { a, sitting, id, of, elected, put } = election({ seats: 2, stand: [3, 4] });
    a.elect(id, sitting, { c1: 5, c2: 1, none: 2 }, { present: 7 });
    expect(elected()).toEqual(["dora"]);
    expect(of()).toMatchObject({ status: "reopened", runoff: false, open: 1, candidates: [] });
    expect(put(3, "nominate", { candidate: a.person(3).member })).toBe("O-2");
    expect(put(5, "nominate", { candidate: a.person(5).member })).toBe("entered");
    a.elect(id, sitting, { c1: 4, none: 4 }, { present: 8 });
    expect(elected()).toEqual(["dora"]);
    expect(of().status).toBe("reopened");
  });

  it("O-9, V-38: without quorum nothing is decided; a false result is refused", () => {
    const { a, sitting, id, of, elected } = election();
    a.elect(id, sitting, { c1: 1 }, { present: 1 });
    expect([elected(), of().status, of().round]).toEqual([[], "reopened", 1]);
    const vote = a.callElection(id, { mode: "hands", sitting });
    a.house.do(a.person(0), "vote.close", { vote });
    const counts = { c1: 5, c2: 1, c3: 0, none: 0, blank: 0 };
    a.tally(vote, counts, 7);
    const said = { vote, counts, whole: 8, present: 7, outcome: "elected" };
    expect(ruleOf(a.house.put(a.person(4), "result", { ...said, elected: [a.person(4).member] }))).toBe("V-37");
    expect(ruleOf(a.house.put(a.person(4), "result", said))).toBe("V-37");
    expect(ruleOf(a.house.put(a.person(4), "result", { ...said, elected: [a.person(3).member] }))).toBe("entered");
  });

  it("O-9, V-35: tellers who differ: the same persons elected under each, or recount first", () => {
    const { a, sitting, id } = election();
    const vote = a.callElection(id, { mode: "paper", sitting });
    a.house.do(a.person(0), "vote.close", { vote });
    const tally = (n: number, c1: number, c2: number) =>
      a.house.do(a.person(n), "tally", { vote, counts: { c1, c2, c3: 0, none: 0, blank: 0 }, present: 7 });
    tally(1, 4, 3);
    tally(2, 3, 4);
    expect(computeResult(a.vote(vote), { sha256 })).toMatchObject({ rule: "V-35" });
    tally(2, 5, 2);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ differ: true, outcome: "elected", elected: [a.person(3).member] });
  });

  it("O-10: no more candidates than seats is marked, and voted all the same", () => {
    const { a, sitting, id, of, facts } = election({ stand: [3] });
    expect(facts().uncontested).toBe(true);
    a.elect(id, sitting, { c1: 4, none: 1 }, { present: 7 });
    expect(of()).toMatchObject({ uncontested: true, status: "decided" });
  });

  it("O-11: an office ends by itself with its term, and nobody in it can lengthen it", () => {
    const { a, sitting, id } = election();
    a.elect(id, sitting, { c1: 5 }, { present: 7 });
    const [held] = offices(a.house.state, a.house.now);
    expect(held).toMatchObject({ stage: "held", office: { since: a.house.now, until: a.house.now + 30 * DAY } });
    for (const kind of ["office.extend", "election.extend", "term"])
      expect(ruleOf(a.house.put(a.person(3), kind, { office: id }))).toBe("R-7");
    a.house.wait(30 * DAY);
    expect(offices(a.house.state, a.house.now)[0]?.stage).toBe("lapsed");
    expect(ruleOf(a.house.put(a.person(3), "resign", { office: id }))).toBe("O-12");
  });

  it("O-12: whoever holds an office resigns it, and nobody else; who leaves holds none", () => {
    const { a, sitting, id, facts } = election({ seats: 2 });
    a.elect(id, sitting, { c1: 5, c2: 4 }, { present: 7 });
    expect(ruleOf(a.house.put(a.person(5), "resign", { office: id }))).toBe("O-12");
    expect(ruleOf(a.house.put(a.person(3), "resign", { office: id, reason: a.words() }))).toBe("entered");
    expect(ruleOf(a.house.put(a.person(3), "resign", { office: id }))).toBe("O-12");
    a.house.do(a.person(4), "leave", {});
    expect(facts().offices.map((o) => o.stage)).toEqual(["resigned", "left"]);
    expect(facts().vacant).toBe(2);
  });

  it("O-13: new statutes change no election under way; they are shown beside it", () => {
    const { a, sitting, id, facts } = election();
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { quorum: { num: 3, den: 4 } } } } });
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(7 * DAY);
    const later = a.sitting();
    a.decide(motion, later, figures({ for: 8 }));
    expect(a.house.state.statutes.versions).toHaveLength(2);
    a.house.wait(3 * DAY);
    const last = a.sitting();
    a.elect(id, last, { c1: 2 }, { present: 2 });
    expect(facts().election.status).toBe("decided");
    expect(facts().rulesChanged.map((v) => v.n)).toEqual([2]);
  });

  it("O-6, G-26, G-33: at a meeting only an election on the agenda, under way, and with notice", () => {
    const a = new Meeting(names);
    const open = () =>
      a.house.do(a.person(0), "election.open", {
        title: a.words(),
        seats: 1,
        rule: "plurality",
        termDays: 9,
        powers: [],
      });
    const [one, two] = [open(), open()];
    for (const e of [one, two]) a.house.do(a.person(4), "nominate", { election: e, candidate: a.person(4).member });
    const call = a.convene();
    const items: ActId[] = [a.item(call), a.item(call, { election: one })];
    const sitting = a.hold(call);
    const put = (e: ActId) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { election: e, version: a.ballot(e), mode: "hands", sitting }));
    expect([put(one), put(two)]).toEqual(["G-33", "G-26"]);
    a.begin(sitting, items[0]!);
    a.end(sitting);
    a.begin(sitting, items[1]!);
    expect(ruleOf(a.house.put(a.person(0), "item.close", { sitting }))).toBe("G-33");
    a.elect(one, sitting, { c1: 5 }, { present: 6 });
    a.end(sitting);
  });
});
