/** A hall on paper (B-13). */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { officeStage } from "../elections/queries.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];

/** A meeting that was called with a motion on its agenda, on the day after it. */
function heldOnPaper(body = () => new Meeting(NINE), beside?: (a: Meeting, call: ActId) => void) {
  const a = body();
  const motion = a.move();
  const call = a.convene();
  a.item(call, { motion });
  const { starts } = a.house.state.meetings.calls.get(call)!;
  a.house.wait(starts - a.house.now);
  beside?.(a, call);
  a.house.wait(starts - a.house.now + DAY);
  const tellers = [a.person(1).member, a.person(2).member];
  const data = {
    call,
    motion,
    version: a.version(motion),
    mode: "hands",
    counts: figures({ for: 3, against: 1 }),
    present: 4,
    tellers,
    held: starts + HOUR,
  };
  const enter = (more: object = {}, by = a.person(0)) => a.house.put(by, "paper.vote", { ...data, ...more });
  const sign = (vote: ActId, n: number) => ruleOf(a.house.put(a.person(n), "paper.sign", { vote }));
  return { a, call, motion, starts, data, enter, sign };
}

const decisions = (a: Meeting) => [...a.house.state.binding.decisions.values()];

describe("a hall on paper", () => {
  it("B-13: entered by who presided and signed by each teller, it binds three days later, however many were there", () => {
    const { a, motion, enter, sign } = heldOnPaper();
    const entered = enter();
    if (!entered.ok) throw new Error(`${entered.rule} ${entered.code}`);
    const vote = entered.value.id;
    expect([sign(vote, 3), sign(vote, 1), sign(vote, 1)]).toEqual(["B-13", "entered", "B-13"]);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("standing");
    expect(sign(vote, 2)).toBe("entered");
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
    const [decision] = a.house.state.binding.decisions.values();
    expect(decision).toMatchObject({ way: "paper", voted: 4, whole: 9 });
    expect(forceStage(decision!, a.house.now)).toBe("waits");
    expect(forceStage(decision!, a.house.now + 3 * DAY)).toBe("in-force");
    // As few as call a meeting can put it to all meanwhile (B-9).
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result: decision!.id });
    expect(forceStage(decision!, a.house.now)).toBe("suspended");
    expect(a.house.refold().size).toBe(a.house.state.size);
  });

  it("B-13: only what stood on the agenda with notice, within a week, by a chair who doesn't count", () => {
    const { a, enter, starts, data } = heldOnPaper();
    const other = a.move();
    expect(ruleOf(enter({ motion: other, version: a.version(other) }))).toBe("G-26");
    expect(ruleOf(enter({ version: "f".repeat(64) }))).toBe("V-20");
    expect(ruleOf(enter({}, a.person(1)))).toBe("B-13");
    expect(ruleOf(enter({ held: starts - 1 }))).toBe("B-13");
    expect(ruleOf(enter({ present: 2 }))).toBe("V-34");
    expect(ruleOf(enter({ present: 10, counts: figures({ for: 10 }) }))).toBe("V-34");
    expect(ruleOf(enter({ tellers: [data.tellers[0], data.tellers[0]] }))).toBe("B-13");
    expect(ruleOf(enter())).toBe("entered");
    a.house.wait(7 * DAY);
    expect(enter()).toMatchObject({ rule: "B-13", code: "a-week-is-over" });
  });

  it("B-13: not of a meeting that nobody was called to in time, nor of one that has a sitting in the record", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const data = {
      call,
      motion,
      version: a.version(motion),
      mode: "hands",
      counts: figures({ for: 2 }),
      present: 2,
      tellers: [a.person(1).member, a.person(2).member],
      held: a.house.now,
    };
    a.decide(motion, sitting, figures({ for: 2 }));
    a.house.wait(DAY);
    expect(a.house.put(a.person(0), "paper.vote", data)).toMatchObject({ rule: "B-13", code: "held-on-devices" });
  });

  it("B-13: a candidate who leaves the body between entry and last signature undoes nothing, and is not seated", () => {
    for (const gone of [7, 8]) {
      const a = new Meeting(NINE);
      const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
      const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
      for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
      const call = a.convene();
      a.item(call, { election });
      const { starts } = a.house.state.meetings.calls.get(call)!;
      a.house.wait(starts - a.house.now + DAY);
      const vote = a.house.do(a.person(0), "paper.vote", {
        call,
        election,
        tellers: [1, 2].map((n) => a.person(n).member),
        version: a.ballot(election),
        mode: "paper",
        counts: { c1: 5, c2: 4, none: 0, blank: 0 },
        present: 9,
        held: starts,
      });
      a.house.do(a.person(gone), "leave", {});
      for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
      a.house.wait(4 * DAY);
      const held = a.house.state.elections.offices.filter((o) => officeStage(a.house.state, o, a.house.now) === "held");
      expect(held.map((o) => o.holder)).toEqual(gone === 7 ? [] : [a.person(7).member]);
      expect(a.house.refold(20).size).toBe(a.house.state.size);
    }
  });

  it("B-13: two who open a sitting beside the hall and elect each other don't stand in its way", () => {
    const { enter, sign } = heldOnPaper(undefined, (a, call) => {
      const [one, two] = [a.person(5), a.person(6)];
      const tellers = [one.member, two.member];
      const sitting = a.house.do(a.person(0), "sitting.open", { title: a.words(), call, tellers });
      a.house.wait(16 * 60_000);
      for (const p of [one, two]) a.house.do(p, "sitting.here", { sitting });
      const board = { what: "board", chair: one.member, tellers } as const;
      const motion = a.move({ by: one, sitting, subject: { type: "procedure", procedure: board } });
      a.house.do(two, "second", { motion });
      expect(a.house.state.meetings.courses.get(sitting)?.tellersBy).toBeDefined();
    });
    const vote = enter();
    if (!vote.ok) throw new Error(`${vote.rule} ${vote.code}`);
    for (const n of [1, 2]) expect(sign(vote.value.id, n)).toBe("entered");
  });

  it("B-13: a vote that is called outside once the hall has begun undoes nothing: the hall's takes its place", () => {
    const { a, motion, enter, sign } = heldOnPaper();
    a.house.do(a.person(3), "second", { motion });
    const called = a.house.do(a.person(0), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      tellers: [a.person(5).member],
    });
    const vote = enter();
    if (!vote.ok) throw new Error(`${vote.rule} ${vote.code}`);
    for (const n of [1, 2]) expect(sign(vote.value.id, n)).toBe("entered");
    expect(decisions(a)).toMatchObject([{ way: "paper", on: motion }]);
    expect(a.house.state.votes.votes.get(called)?.overtakenBy).toBe(vote.value.id);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("B-13, M-21: who rests and came is counted as there", () => {
    const { a, enter, sign } = heldOnPaper(() => {
      const rested = new Meeting(NINE);
      const [first, second] = rested.people;
      rested.house.wait(366 * DAY);
      for (const p of rested.people.slice(0, 5))
        rested.house.do(p, "say", { about: rested.house.body, text: rested.words() });
      for (const by of [first, second]) {
        for (const p of rested.people.slice(5)) rested.house.do(by!, "rest.ask", { member: p.member });
        rested.house.wait(14 * DAY);
      }
      return rested;
    });
    expect(ruleOf(enter({ present: 10, counts: figures({ for: 10 }) }))).toBe("V-34");
    const vote = enter({ present: 7, counts: figures({ for: 7 }) });
    if (!vote.ok) throw new Error(`${vote.rule} ${vote.code}`);
    for (const n of [1, 2]) expect(sign(vote.value.id, n)).toBe("entered");
    expect([...a.house.state.binding.decisions.values()]).toMatchObject([{ way: "paper", voted: 7, whole: 7 }]);
  });

  it("B-13, O-9: who was elected on paper takes office three days later", () => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(8), "nominate", { election, candidate: a.person(8).member });
    const call = a.convene();
    a.item(call, { election });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const tellers = [a.person(1).member, a.person(2).member];
    const counts = { c1: 4, none: 0, blank: 0 };
    const data = {
      call,
      election,
      version: a.ballot(election),
      mode: "paper",
      counts,
      present: 4,
      tellers,
      held: starts,
    };
    const vote = a.house.do(a.person(0), "paper.vote", data);
    for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
    expect(a.house.state.elections.offices).toMatchObject([
      { holder: a.person(8).member, since: a.house.now + 3 * DAY },
    ]);
  });

  it("B-13: between its entry and the last signature nobody undoes it: neither its mover, nor who enters another count", () => {
    const { a, motion, starts, enter, sign } = heldOnPaper();
    const tellers = [a.person(6).member, a.person(7).member];
    // Somebody else enters another count, for tellers who never sign.
    expect(ruleOf(enter({ tellers, counts: figures({ against: 4 }) }, a.person(8)))).toBe("entered");
    const wrong = enter({ counts: figures({ for: 4 }) });
    const right = enter();
    if (!wrong.ok || !right.ok) throw new Error("not entered");
    // Who presided entered it anew: the first is gone, with its signatures.
    expect([sign(wrong.value.id, 1), sign(right.value.id, 1)]).toEqual(["B-13", "entered"]);
    const mover = a.byMember(a.house.state.motions.motions.get(motion)!.mover);
    const refused = { rule: "B-13", code: "on-paper-waits", facts: { until: starts + 7 * DAY } };
    expect(a.house.put(mover, "withdraw", { motion })).toMatchObject(refused);
    expect(a.house.put(mover, "revise", { motion, text: a.words() })).toMatchObject(refused);
    expect(sign(right.value.id, 2)).toBe("entered");
    expect(decisions(a)).toMatchObject([{ way: "paper", voted: 4 }]);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("B-13: nobody comes onto a ballot or leaves it that was voted on; after a week without all signatures it is free", () => {
    const a = new Meeting(NINE);
    const open = { title: a.words("office"), seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", open);
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene();
    a.item(call, { election });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const counts = { c1: 3, c2: 1, none: 0, blank: 0 };
    const count = { version: a.ballot(election), mode: "paper", counts, present: 4, held: starts };
    const tellers = [a.person(1).member, a.person(2).member];
    const vote = a.house.do(a.person(0), "paper.vote", { call, election, tellers, ...count });
    // Nobody is held up by a count that none of its tellers has signed.
    a.house.do(a.person(5), "nominate", { election, candidate: a.person(5).member });
    a.house.do(a.person(5), "nomination.decline", { election });
    a.house.do(a.person(1), "paper.sign", { vote });
    const decline = () => a.house.put(a.person(8), "nomination.decline", { election });
    const nominate = () => a.house.put(a.person(6), "nominate", { election, candidate: a.person(6).member });
    expect(decline()).toMatchObject({ rule: "B-13", code: "on-paper-waits" });
    expect(nominate()).toMatchObject({ rule: "B-13", code: "on-paper-waits" });
    a.house.wait(6 * DAY);
    expect([decline(), nominate()].map(ruleOf)).toEqual(["entered", "entered"]);
  });

  it("B-13, V-76, S-39: a body that meets without devices: too few came, and the second hall on paper decides, in force in a fortnight", () => {
    const a = new Meeting(
      Array.from({ length: 40 }, (_, i) => `p${i}`),
      { adopt: false },
    );
    a.house.adoptAtOnce();
    a.house.wait(30 * DAY);
    const motion = a.move();
    const rules = a.move({ subject: { type: "statutes", changes: { voting: { hours: 60 } } } });
    const hall = (on: readonly ActId[], present: number, after = DAY) => {
      const call = a.convene({ days: 8 });
      // What an earlier one left is there by itself.
      for (const m of on) a.house.put(a.person(0), "meeting.item", { call, title: a.words("item"), motion: m });
      const { starts } = a.house.state.meetings.calls.get(call)!;
      a.house.wait(starts - a.house.now + after);
      return on.map((m) => {
        const of = {
          call,
          motion: m,
          version: a.version(m),
          mode: "hands",
          counts: figures({ for: present }),
          present,
        };
        const tellers = [a.person(1).member, a.person(2).member];
        const vote = a.house.do(a.person(0), "paper.vote", { ...of, tellers, held: starts + HOUR });
        for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
        return a.vote(vote);
      });
    };
    const status = (m: ActId) => a.house.state.motions.motions.get(m)?.status;
    expect(hall([motion, rules], 4).map((v) => v.result?.outcome)).toEqual(["no-quorum", "no-quorum"]);
    // A week later is too soon: that is no second call, however few come.
    expect(hall([motion], 4).map((v) => v.result?.outcome)).toEqual(["no-quorum"]);
    a.house.wait(3 * DAY);
    const [plain, ofRules] = hall([motion, rules], 4);
    expect([plain?.result?.outcome, status(motion)]).toEqual(["carried", "carried"]);
    const decision = decisions(a).find((d) => d.on === motion)!;
    expect(decision).toMatchObject({ way: "paper", second: true, from: a.house.now + 14 * DAY });
    // Till then it can be put to all, by as few as call a meeting.
    expect(forceStage(decision, a.house.now)).toBe("waits");
    expect(ruleOf(a.house.put(a.person(20), "put.all", { result: decision.id }))).toBe("entered");
    // Rules need the ordinary quorum there, which four of forty aren't.
    expect(ofRules?.result?.outcome).toBe("no-quorum");
    a.house.wait(6 * DAY);
    expect(hall([rules], 16)[0]?.result?.outcome).toBe("carried");
  });

  it("B-13, V-77: three who write down that nine refused it refuse nothing that others are called to decide the next day", () => {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(3) });
    const [theirs, ours] = [a.convene({ by: a.person(6), days: 5 }), a.convene({ days: 7 })];
    for (const [call, by] of [
      [theirs, a.person(6)],
      [ours, a.person(0)],
    ] as const)
      a.item(call, { motion }, by);
    const { starts } = a.house.state.meetings.calls.get(theirs)!;
    a.house.wait(starts - a.house.now + DAY);
    const vote = a.house.do(a.person(6), "paper.vote", {
      call: theirs,
      motion,
      version: a.version(motion),
      mode: "hands",
      counts: figures({ against: 9 }),
      present: 9,
      tellers: [a.person(7).member, a.person(8).member],
      held: starts + HOUR,
    });
    for (const n of [7, 8]) a.house.do(a.person(n), "paper.sign", { vote });
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("standing");
  });
});
