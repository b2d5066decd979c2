/** An election of several rounds of which one falls (V-59, V-60): that round is held again, and what followed from it falls with it. */
import { type ActId, toHex } from "@nabat/kernel";
import { DAY, HOUR, Meeting, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { officeStage } from "../elections/queries.ts";
import { resultStage } from "../votes/course.ts";
import { electionToDecide } from "../votes/to-decide.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];

/** An election of two seats over days, for which these stand; person 1 counts, person 0 calls. */
function over(names: readonly string[], stand: readonly number[], terms: object = {}) {
  const a = new Meeting(names);
  const open = { title: a.words(), seats: 2, rule: "plurality", termDays: 300, powers: [], ...terms };
  const election = a.house.do(a.person(0), "election.open", { ...open, nominationsUntil: a.house.now + DAY });
  for (const n of stand) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
  a.house.wait(DAY + 1);
  const state = () => a.house.state;
  const of = () => state().elections.elections.get(election)!;
  /** Calls a vote over days and has it cast; who of whom marks whom. */
  const call = (papers: readonly (readonly [number, readonly string[]])[]): ActId => {
    const closes = a.house.now + 84 * HOUR;
    const vote = a.callElection(election, { mode: "count", closes, tellers: [a.person(1).member] });
    a.house.wait(12 * HOUR);
    for (const [n, marks] of papers) a.cast(vote, a.person(n), [...marks]);
    a.house.wait(73 * HOUR);
    return vote;
  };
  const declare = (vote: ActId, counts: Record<string, number>) => {
    a.tally(vote, { ...counts, none: counts["none"] ?? 0, blank: 0, invalid: 0 });
    a.house.wait(2 * DAY);
    a.declare(vote);
    return vote;
  };
  const miss = (vote: ActId, people: readonly number[]) => {
    for (const n of people) a.house.do(a.person(n), "number.missing", { vote, teller: a.person(1).member });
  };
  /** Nobody offered to count, so nobody is drawn, and the count falls. */
  const falls = (vote: ActId, people: readonly number[]) => {
    miss(vote, people);
    a.house.wait(2 * DAY);
  };
  const held = () =>
    state().elections.offices.map((o) => [a.byMember(o.holder).name, officeStage(state(), o, a.house.now)]);
  const stage = (vote: ActId) => resultStage(state(), a.vote(vote), a.house.now);
  const meeting = () => {
    const c = a.convene();
    const item = a.item(c, { election });
    const sitting = a.hold(c);
    a.begin(sitting, item);
    return sitting;
  };
  const toDecide = () => electionToDecide(state(), of(), a.house.now);
  const folds = () => {
    expect(a.house.refold(20).size).toBe(state().size);
    expect(a.house.refold(20).elections).toEqual(state().elections);
    expect(a.house.refold(20).binding).toEqual(state().binding);
    expect(of().elected.length + of().open).toBe(of().seats);
  };
  return { a, election, of, call, declare, miss, falls, held, stage, meeting, toDecide, folds };
}

/** Gus has most marks, hana and ivo tie for the second seat, and the run-off elects hana. */
function afterRunOff() {
  const e = over(NINE, [6, 7, 8]);
  const papers = [0, 2, 3, 4, 5, 6, 7].map(
    (n, i) => [n, i < 3 ? ["c1", "c2"] : i < 6 ? ["c1", "c3"] : ["c1"]] as const,
  );
  const first = e.declare(e.call(papers), { c1: 7, c2: 3, c3: 3 });
  const second = e.declare(e.call([0, 2, 3, 4, 5].map((n) => [n, ["c1"]] as const)), { c1: 5, c2: 0 });
  expect([e.held(), e.of().status]).toEqual([
    [
      ["gus", "held"],
      ["hana", "held"],
    ],
    "decided",
  ]);
  return { ...e, first, second };
}

/** Five of nine sign that this one's office ends (O-14). */
function recall({ a, election }: Pick<ReturnType<typeof over>, "a" | "election">, n: number): void {
  const motion = a.move({ subject: { type: "end-office", office: election, holder: a.person(n).member } });
  for (const p of [0, 1, 2, 3, 4]) a.house.do(a.person(p), "now.sign", { motion, version: a.version(motion) });
}

describe("a seat from which somebody was recalled", () => {
  it("O-14, V-60: where the count by which they were elected falls, they don't stand when it is held again; the others do", () => {
    const e = afterRunOff();
    recall(e, 6);
    expect(e.held()[0]).toEqual(["gus", "ended"]);
    e.falls(e.first, [0, 5]);
    const sitting = e.meeting();
    const result = e.a.elect(e.election, sitting, { c2: 6, c3: 7 }, { present: 9 });
    const vote = e.a.vote(e.a.house.state.votes.results.get(result)!);
    expect(vote.ballot?.map((c) => e.a.byMember(c.member).name)).toEqual(["hana", "ivo"]);
    expect(e.held().filter(([, stage]) => stage === "held")).toEqual([
      ["ivo", "held"],
      ["hana", "held"],
    ]);
    e.folds();
  });

  it("O-14, O-9: who won the run-off and was recalled isn't elected by it once more; whom the round before elected stays", () => {
    const e = afterRunOff();
    recall(e, 7);
    e.falls(e.second, [0, 2, 3]);
    const sitting = e.meeting();
    const result = e.a.elect(e.election, sitting, { c2: 6 }, { present: 9 });
    const vote = e.a.vote(e.a.house.state.votes.results.get(result)!);
    expect(vote.ballot?.map((c) => e.a.byMember(c.member).name)).toEqual(["ivo"]);
    expect(e.held().filter(([, stage]) => stage === "held")).toEqual([
      ["gus", "held"],
      ["ivo", "held"],
    ]);
    e.folds();
  });

  it("O-14, O-2: nobody nominates them in a later round of it; the item of a meeting at which nobody else stands is closed", () => {
    const e = over(NINE, [8], { seats: 1 });
    const vote = e.declare(e.call([0, 2, 3, 4, 5, 6].map((n) => [n, ["c1"]] as const)), { c1: 6 });
    recall(e, 8);
    e.falls(vote, [0, 2, 3, 4, 5, 6]);
    expect(e.toDecide()).toBe(true);
    const sitting = e.meeting();
    const open = { election: e.election, version: e.a.ballot(e.election), mode: "hands", sitting };
    expect(ruleOf(e.a.house.put(e.a.person(0), "vote.open", open))).toBe("O-5");
    expect(ruleOf(e.a.house.put(e.a.person(0), "item.close", { sitting }))).toBe("entered");
    // Of two who stand one is before `none`: the other seat is nominated for anew.
    const more = over(NINE, [8, 7], { seats: 2 });
    const papers = [0, 2, 3, 4, 5, 6, 7].map((n) => [n, [n < 5 ? "c1" : n === 7 ? "c2" : "none"]] as const);
    more.declare(more.call(papers), { c1: 4, c2: 1, none: 2 });
    recall(more, 8);
    const nominate = (n: number) =>
      more.a.house.put(more.a.person(7), "nominate", { election: more.election, candidate: more.a.person(n).member });
    expect([more.of().status, nominate(8), ruleOf(nominate(6))]).toMatchObject([
      "reopened",
      { rule: "O-14", code: "recalled-from-it" },
      "entered",
    ]);
  });
});

describe("a round that falls", () => {
  it("O-4, V-60: who stood in a vote that is held again may decline until then, and isn't on its ballot", () => {
    const e = afterRunOff();
    const decline = (n: number) => ruleOf(e.a.house.put(e.a.person(n), "nomination.decline", { election: e.election }));
    expect(decline(6)).toBe("O-4");
    e.falls(e.first, [0, 5]);
    expect([decline(6), decline(6), decline(5)]).toEqual(["entered", "O-4", "O-4"]);
    const sitting = e.meeting();
    const result = e.a.elect(e.election, sitting, { c2: 6, c3: 7 }, { present: 9 });
    const vote = e.a.vote(e.a.house.state.votes.results.get(result)!);
    expect(vote.ballot?.map((c) => e.a.byMember(c.member).name)).toEqual(["hana", "ivo"]);
    expect(decline(7)).toBe("O-4");
    e.folds();
  });

  it("V-60, O-9: the round before a run-off fell: all its seats and all who stood in it; the run-off falls with it", () => {
    const e = afterRunOff();
    e.falls(e.first, [0, 5]);
    expect([e.stage(e.first), e.stage(e.second), e.toDecide()]).toEqual(["fallen", "in-force", true]);
    expect(e.held()).toEqual([
      ["gus", "waits"],
      ["hana", "waits"],
    ]);
    const stages = () => [...e.a.house.state.binding.decisions.values()].map((d) => forceStage(d, e.a.house.now));
    expect(stages()).toEqual(["contested", "contested"]);
    e.folds();
    const sitting = e.meeting();
    const result = e.a.elect(e.election, sitting, { c1: 2, c2: 6, c3: 7 }, { present: 9 });
    const vote = e.a.vote(e.a.house.state.votes.results.get(result)!);
    expect(vote).toMatchObject({ seats: 2, instead: e.first });
    expect(vote.ballot?.map((c) => e.a.byMember(c.member).name)).toEqual(["gus", "hana", "ivo"]);
    expect(e.held()).toEqual([
      ["gus", "fell"],
      ["hana", "fell"],
      ["ivo", "held"],
      ["hana", "held"],
    ]);
    expect([stages(), e.toDecide(), e.of().status]).toEqual([["fell", "fell", "in-force"], false, "decided"]);
    // Who misses a number in the run-off that fell with it changes nothing any more.
    e.falls(e.second, [0, 2, 3]);
    expect([e.toDecide(), e.held().slice(2)]).toEqual([
      false,
      [
        ["ivo", "held"],
        ["hana", "held"],
      ],
    ]);
    e.folds();
  });

  it("V-60, O-9: who ties in the round that is held again is voted on once more; who nominated whom is kept", () => {
    const e = afterRunOff();
    e.falls(e.first, [0, 5]);
    const sitting = e.meeting();
    e.a.elect(e.election, sitting, { c1: 7, c2: 3, c3: 3 }, { present: 9 });
    expect(e.of()).toMatchObject({ status: "reopened", runoff: true, open: 1 });
    expect(e.of().candidates.map((c) => [c.key, c.nominatedBy === c.member])).toEqual([
      ["c1", true],
      ["c2", true],
    ]);
    e.a.elect(e.election, sitting, { c1: 2, c2: 6 }, { present: 9 });
    expect(e.held().slice(2)).toEqual([
      ["gus", "held"],
      ["ivo", "held"],
    ]);
    e.folds();
  });

  it("V-60, B-13, B-9: held again in a hall on paper; a run-off at a meeting falls with it, put to all or not", () => {
    const e = over(NINE, [6, 7, 8]);
    const papers = [0, 2, 3, 4, 5, 6, 7].map(
      (n, i) => [n, i < 3 ? ["c1", "c2"] : i < 6 ? ["c1", "c3"] : ["c1"]] as const,
    );
    const first = e.declare(e.call(papers), { c1: 7, c2: 3, c3: 3 });
    const result = e.a.elect(e.election, e.meeting(), { c1: 6, c2: 1 }, { present: 9 });
    expect([e.held(), e.toDecide()]).toEqual([
      [
        ["gus", "held"],
        ["hana", "held"],
      ],
      false,
    ]);
    e.falls(first, [0, 5]);
    expect([e.held(), e.toDecide()]).toEqual([
      [
        ["gus", "waits"],
        ["hana", "waits"],
      ],
      true,
    ]);
    const put = (n: number) => e.a.house.put(e.a.person(n), "put.all", { result });
    for (const n of [0, 2, 3]) put(n);
    expect(e.held()[1]).toEqual(["hana", "waits"]);
    e.a.house.wait(8 * DAY);
    // Put to all or not: what the meeting decided rests on a count that fell.
    expect(e.held()[1]).toEqual(["hana", "waits"]);
    const call = e.a.convene();
    e.a.item(call, { election: e.election });
    const { starts } = e.a.house.state.meetings.calls.get(call)!;
    e.a.house.wait(starts - e.a.house.now + DAY);
    const counts = { c1: 6, c2: 1, c3: 5, none: 0, blank: 0 };
    const count = { version: e.a.ballot(e.election), mode: "paper", counts, present: 6, held: starts };
    const tellers = [e.a.person(1).member, e.a.person(2).member];
    const vote = e.a.house.do(e.a.person(0), "paper.vote", { call, election: e.election, tellers, ...count });
    for (const n of [1, 2]) e.a.house.do(e.a.person(n), "paper.sign", { vote });
    expect(e.held()).toEqual([
      ["gus", "fell"],
      ["hana", "fell"],
      ["gus", "waits"],
      ["ivo", "waits"],
    ]);
    expect(e.a.house.state.binding.decisions.get(result)?.from).toBeUndefined();
    e.a.house.wait(4 * DAY);
    expect([e.held().slice(2), e.toDecide()]).toEqual([
      [
        ["gus", "held"],
        ["ivo", "held"],
      ],
      false,
    ]);
    e.folds();
  });

  it("V-60, O-9: a run-off that fell is held again alone; who was elected before it stays", () => {
    const e = afterRunOff();
    e.falls(e.second, [0, 2, 3]);
    expect([e.stage(e.first), e.stage(e.second), e.toDecide()]).toEqual(["in-force", "fallen", true]);
    expect(e.held()).toEqual([
      ["gus", "held"],
      ["hana", "waits"],
    ]);
    const sitting = e.meeting();
    e.a.elect(e.election, sitting, { c1: 1, c2: 6 }, { present: 9 });
    expect(e.held()).toEqual([
      ["gus", "held"],
      ["hana", "fell"],
      ["ivo", "held"],
    ]);
    expect([e.toDecide(), e.of().elected.length]).toEqual([false, 2]);
    e.folds();
  });

  it("V-59, O-9: a run-off is declared while the round before it is in doubt: nobody holds the seats of either until those drawn have looked", () => {
    const e = over(NINE, [6, 7, 8]);
    const papers = [0, 2, 3, 4, 5, 6, 7].map(
      (n, i) => [n, i < 3 ? ["c1", "c2"] : i < 6 ? ["c1", "c3"] : ["c1"]] as const,
    );
    const first = e.declare(e.call(papers), { c1: 7, c2: 3, c3: 3 });
    const run = e.call([0, 2, 3, 4, 5].map((n) => [n, ["c1"]] as const));
    e.a.tally(run, { c1: 5, c2: 0, none: 0, blank: 0, invalid: 0 });
    e.miss(first, [0]);
    // One could change who ties, and two might have put gus level with those: he isn't elected for certain.
    expect([e.stage(first), e.held()]).toEqual(["contested", [["gus", "waits"]]]);
    e.a.house.wait(2 * DAY);
    e.a.declare(run);
    expect(e.held()).toEqual([
      ["gus", "waits"],
      ["hana", "waits"],
    ]);
    // Nobody was drawn in time: the first round fell by itself.
    expect([e.stage(first), e.toDecide()]).toEqual(["fallen", true]);
    e.folds();
  });
});

describe("a round that is doubted and stands", () => {
  const secret = (n: number) => toHex(sha256(new TextEncoder().encode(`secret ${n}`)));
  /** One misses a number in the first round; three are drawn, and the one opens to them or not. */
  function doubted() {
    const e = afterRunOff();
    const put = (n: number, kind: string, data: object) => e.a.house.do(e.a.person(n), kind, data);
    for (const n of [2, 3, 4])
      put(n, "teller.offer", { commit: toHex(sha256(Uint8Array.from(Buffer.from(secret(n), "hex")))) });
    e.miss(e.first, [0]);
    expect([e.stage(e.first), e.held().map(([, stage]) => stage)]).toEqual(["contested", ["waits", "waits"]]);
    for (const n of [2, 3, 4]) put(n, "teller.reveal", { vote: e.first, secret: secret(n), recount: true });
    return { ...e, put };
  }

  it("V-59: the complaint is found to be false: what that round and the run-off decided is in force again", () => {
    const e = doubted();
    e.put(0, "opening.again", { vote: e.first, opening: e.a.house.position(e.first, ["c1"], "again").opening });
    for (const n of [2, 3, 4]) e.put(n, "recount", { vote: e.first, upheld: 0, of: 1 });
    expect([e.stage(e.first), e.toDecide()]).toEqual(["in-force", false]);
    expect(e.held().map(([, stage]) => stage)).toEqual(["held", "held"]);
    e.folds();
  });
});

describe("a list of which some seats are in doubt", () => {
  const FORTY = Array.from({ length: 40 }, (_, n) => `p${n}`);
  function clear() {
    const e = over(FORTY, [7, 8], { rule: "approval" });
    const marks = (n: number) => (n < 3 ? ["none"] : n === 3 ? ["c1", "c2"] : ["c1"]);
    const voters = FORTY.flatMap((_, n) => (n === 1 ? [] : [[n, marks(n)] as const]));
    return { ...e, vote: e.declare(e.call(voters), { c1: 37, c2: 1, none: 2 }) };
  }

  it("V-59, V-60, O-9: three complaints don't unseat whom 37 marked and two did not; the seat that was left over is held again", () => {
    const e = clear();
    expect(e.held()).toEqual([["p7", "held"]]);
    e.miss(e.vote, [0, 2, 3]);
    expect([e.stage(e.vote), e.held()]).toEqual(["fallen", [["p7", "held"]]]);
    expect(
      e.a.house.put(e.a.person(9), "nominate", { election: e.election, candidate: e.a.person(9).member }),
    ).toMatchObject({
      rule: "V-60",
    });
    const sitting = e.meeting();
    const result = e.a.elect(e.election, sitting, { c2: 20, none: 3 }, { present: 30 });
    expect(e.a.vote(e.a.house.state.votes.results.get(result)!)).toMatchObject({ seats: 1, instead: e.vote });
    expect(e.held()).toEqual([
      ["p7", "held"],
      ["p8", "held"],
    ]);
    expect([e.toDecide(), e.of().status]).toEqual([false, "decided"]);
    e.folds();
  });

  it("V-59, O-9: nobody misses a number: nominations are reopened, and who was elected isn't nominated again", () => {
    const e = clear();
    expect([e.stage(e.vote), e.of().status, e.of().open]).toEqual(["in-force", "reopened", 1]);
    const put = (n: number) =>
      e.a.house.put(e.a.person(n), "nominate", { election: e.election, candidate: e.a.person(n).member });
    expect([put(7), put(8).ok]).toMatchObject([{ code: "elected-already" }, true]);
    e.folds();
  });

  it("V-59, O-9: so clear that none comes before who isn't elected: two complaints change nothing", () => {
    const e = over(FORTY, [7, 8], { rule: "approval" });
    const marks = (n: number) => (n < 10 ? ["none"] : ["c1"]);
    const voters = FORTY.flatMap((_, n) => (n === 1 ? [] : [[n, marks(n)] as const]));
    const vote = e.declare(e.call(voters), { c1: 30, c2: 0, none: 9 });
    e.miss(vote, [0]);
    expect([e.stage(vote), e.a.vote(vote).rounds]).toEqual(["in-force", undefined]);
    e.miss(vote, [2]);
    expect([e.stage(vote), e.held()]).toEqual(["in-force", [["p7", "held"]]]);
    e.folds();
  });
});
