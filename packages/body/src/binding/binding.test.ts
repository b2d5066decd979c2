/** What binds (B-1 to B-12): opinions, deciding at once, coming into force, putting to all. */
import type { ActId } from "@nabat/kernel";
import { Assembly, DAY, figures, type FoundOptions, HOUR, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import type { Subject } from "../motions/acts.ts";
import { statutesOf } from "../statutes/queries.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const MINUTE = 60_000;
const BY_NAME: FoundOptions = { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

const status = (a: Assembly, motion: ActId) => a.house.state.motions.motions.get(motion)?.status;
const decisionOn = (a: Assembly, on: ActId) =>
  [...a.house.state.binding.decisions.values()].findLast((d) => d.on === on);
const stage = (a: Assembly, on: ActId) => {
  const decision = decisionOn(a, on);
  return decision && forceStage(decision, a.house.now);
};

/** The item by which a motion came on as urgent. */
function motionItem(a: Meeting, motion: ActId): ActId {
  const items = [...a.house.state.meetings.calls.values()].flatMap((c) => c.agenda);
  return items.findLast((i) => i.motion === motion)!.id;
}

/** A change of the least hours of a vote. */
function rulesWith(hours: number): Subject {
  return { type: "statutes", changes: { voting: { hours } } };
}

describe("opinions", () => {
  it("B-3: two in a kitchen found no committee, though they count truly", () => {
    const a = new Assembly(NINE);
    const kitchen = a.sitting(a.person(0), [a.person(0), a.person(1)]);
    const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    const vote = a.ask(motion, kitchen);
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 2 }), 2);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ opinion: true });
    expect(status(a, motion)).toBe("standing");
    expect(a.house.state.founding.mayEstablish.size).toBe(0);
    // And a result that hides that it is an opinion is false.
    const again = a.ask(motion, kitchen);
    a.house.do(a.person(0), "vote.close", { vote: again });
    a.tally(again, figures({ for: 3 }), 3);
    const said = { vote: again, counts: figures({ for: 3 }), whole: 9, present: 3, outcome: "lost" };
    expect(ruleOf(a.house.put(a.person(0), "result", said))).toBe("V-37");
    expect(a.house.put(a.person(0), "result", { ...said, outcome: "carried" })).toMatchObject({
      rule: "V-37",
      facts: { field: "opinion" },
    });
  });

  it("B-2, B-3: an opinion that was lost leaves the motion free, and holds no vote up", () => {
    const a = new Assembly(NINE, BY_NAME);
    const motion = a.move();
    const kitchen = a.sitting();
    const asked = a.ask(motion, kitchen);
    // While the opinion is asked, the motion goes its own way.
    const vote = a.callOutside(motion);
    a.house.wait(0);
    expect(a.vote(vote).closes).toBeDefined();
    a.tally(asked, figures({ against: 3 }), 3);
    a.declare(asked, a.person(1));
    expect(a.vote(asked).result?.outcome).toBe("lost");
    expect(status(a, motion)).toBe("voting");
  });

  it("B-3, O-6: nobody is elected at a sitting that nobody called", () => {
    const a = new Meeting(NINE);
    const sitting = a.sitting();
    const terms = { seats: 1, rule: "plurality", termDays: 700, powers: ["convene"], sitting };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(0), "nominate", { election, candidate: a.person(0).member });
    const open = { election, version: a.ballot(election), mode: "hands", sitting };
    expect(a.house.put(a.person(0), "vote.open", open)).toMatchObject({ rule: "O-6", code: "needs-a-call" });
  });
});

describe("at once", () => {
  it("B-5: all agree to decide now; then each votes as they like, and a minute is enough", () => {
    const a = new Assembly(NINE.slice(0, 3));
    const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    const version = a.version(motion);
    const closes = () => a.house.now + MINUTE;
    const call = () => a.house.put(a.person(0), "vote.open", { motion, version, mode: "name", closes: closes() });
    for (const n of [0, 1]) a.house.do(a.person(n), "now.agree", { motion, version });
    expect(ruleOf(call())).not.toBe("entered");
    expect(ruleOf(a.house.put(a.person(1), "now.agree", { motion, version }))).toBe("B-5");
    a.house.do(a.person(2), "now.agree", { motion, version });
    expect(
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version, mode: "name", closes: a.house.now + 1000 })),
    ).toBe("B-12");
    const called = call();
    if (!called.ok) throw new Error(called.code);
    const vote = called.value.id;
    a.cast(vote, a.person(0), "for");
    a.cast(vote, a.person(1), "against");
    a.cast(vote, a.person(2), "for");
    a.declare(vote);
    expect(decisionOn(a, motion)).toMatchObject({ way: "now", from: a.house.now });
  });

  it("B-5: an agreement holds for three days and for one vote: who agrees last doesn't choose a night months later", () => {
    const a = new Assembly(NINE);
    const motion = a.move({ by: a.person(7), subject: { type: "establish", body: "committee", seats: 2 } });
    const version = a.version(motion);
    const call = (n: number) =>
      a.house.put(a.person(n), "vote.open", { motion, version, mode: "name", closes: a.house.now + MINUTE });
    const agree = (n: number) => ruleOf(a.house.put(a.person(n), "now.agree", { motion, version }));
    for (let n = 0; n < 8; n++) agree(n);
    a.house.wait(3 * DAY);
    expect([agree(8), ruleOf(call(8)), ruleOf(a.house.put(a.person(0), "now.back", { motion }))]).toEqual([
      "entered",
      "V-16",
      "B-5",
    ]);
    a.agreeAll({ motion }, version);
    const called = call(8);
    if (!called.ok) throw new Error(called.code);
    for (const n of [7, 8]) a.cast(called.value.id, a.person(n), "for");
    a.house.wait(HOUR);
    const result = a.declare(called.value.id);
    // Two of nine: it waits three days, and as few as call a meeting can put it to all.
    expect(forceStage(decisionOn(a, motion)!, a.house.now)).toBe("waits");
    for (const n of [3, 4]) a.house.do(a.person(n), "put.all", { result });
    expect(forceStage(decisionOn(a, motion)!, a.house.now)).toBe("suspended");
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("B-5: a vote at once that has no result uses the agreements up", () => {
    const a = new Assembly(NINE);
    const motion = a.move();
    a.agreeAll({ motion }, a.version(motion));
    const call = () =>
      a.house.put(a.person(0), "vote.open", {
        motion,
        version: a.version(motion),
        mode: "name",
        closes: a.house.now + HOUR,
      });
    expect(ruleOf(call())).toBe("entered");
    a.house.wait(2 * DAY);
    expect(ruleOf(call())).toBe("V-16");
  });

  it("B-5, B-9: what two refused at once can be put to all too", () => {
    const a = new Assembly(NINE);
    const motion = a.move();
    a.agreeAll({ motion }, a.version(motion));
    const closes = a.house.now + MINUTE;
    const vote = a.house.do(a.person(8), "vote.open", { motion, version: a.version(motion), mode: "name", closes });
    for (const n of [7, 8]) a.cast(vote, a.person(n), "against");
    a.house.wait(HOUR);
    const result = a.declare(vote);
    for (const n of [3, 4]) expect(ruleOf(a.house.put(a.person(n), "put.all", { result }))).toBe("entered");
  });

  it("B-5: who joined since, or took it back, hasn't agreed", () => {
    const a = new Assembly(NINE.slice(0, 3));
    const motion = a.move();
    const version = a.version(motion);
    a.agreeAll({ motion }, version);
    a.house.do(a.person(2), "now.back", { motion });
    expect(ruleOf(a.house.put(a.person(2), "now.back", { motion }))).toBe("B-5");
    const call = { motion, version, mode: "name", closes: a.house.now + HOUR };
    expect(ruleOf(a.house.put(a.person(0), "vote.open", call))).toBe("V-16");
  });

  it("B-5: who agreed to vote on a ballot at once may take it back as well", () => {
    const a = new Meeting(NINE.slice(0, 3));
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(1), "nominate", { election, candidate: a.person(1).member });
    const version = a.ballot(election);
    const sitting = a.sitting();
    const back = (n: number) => ruleOf(a.house.put(a.person(n), "now.back", { election }));
    expect(back(2)).toBe("B-5");
    for (const n of [0, 1, 2]) a.house.do(a.person(n), "now.agree", { election, version });
    expect(back(2)).toBe("entered");
    const call = () => ruleOf(a.house.put(a.person(0), "vote.open", { election, version, mode: "hands", sitting }));
    expect(call()).toBe("O-6");
    a.house.do(a.person(2), "now.agree", { election, version });
    expect(call()).toBe("entered");
    expect(ruleOf(a.house.put(a.person(0), "now.back", { election, motion: election }))).toBe("R-3");
  });

  it("B-6: a committee of five over coffee: three sign a text that stood an hour, and it is decided", () => {
    const a = new Assembly(NINE.slice(0, 5));
    const motion = a.move();
    const version = a.version(motion);
    const sign = (n: number) => ruleOf(a.house.put(a.person(n), "now.sign", { motion, version }));
    expect(sign(0)).toBe("B-6");
    a.house.wait(HOUR);
    expect([sign(0), sign(0), sign(1)]).toEqual(["entered", "B-6", "entered"]);
    expect(status(a, motion)).toBe("standing");
    expect(sign(2)).toBe("entered");
    expect(status(a, motion)).toBe("carried");
    expect(decisionOn(a, motion)).toMatchObject({ way: "signed", voted: 3, whole: 5 });
    expect(sign(3)).toBe("V-11");
  });

  it("B-6: only plain texts, and as many as the rules' majority asks of all; kitchen table of three, one away: two", () => {
    const a = new Assembly(NINE.slice(0, 3));
    const rules = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    const text = a.move();
    a.house.wait(HOUR);
    const sign = (n: number, motion: ActId) =>
      ruleOf(a.house.put(a.person(n), "now.sign", { motion, version: a.version(motion) }));
    expect(sign(0, rules)).toBe("B-6");
    expect([sign(0, text), sign(1, text)]).toEqual(["entered", "entered"]);
    expect(status(a, text)).toBe("carried");
    const strict = new Assembly(NINE.slice(0, 6), {
      statutes: (s) => ({ ...s, voting: { ...s.voting, majority: { num: 3, den: 4, strict: false, of: "cast" } } }),
    });
    const motion = strict.move();
    strict.house.wait(HOUR);
    for (const n of [0, 1, 2, 3])
      strict.house.do(strict.person(n), "now.sign", { motion, version: strict.version(motion) });
    expect(status(strict, motion)).toBe("standing");
    strict.house.do(strict.person(4), "now.sign", { motion, version: strict.version(motion) });
    expect(status(strict, motion)).toBe("carried");
  });

  it("B-6, V-6: a signature is for one text; a new one needs them anew", () => {
    const a = new Assembly(NINE.slice(0, 5));
    const motion = a.move();
    a.house.wait(HOUR);
    const sign = (n: number) => a.house.do(a.person(n), "now.sign", { motion, version: a.version(motion) });
    sign(1);
    sign(2);
    a.house.do(a.person(0), "revise", { motion, text: a.words() });
    a.house.wait(HOUR);
    sign(3);
    expect(status(a, motion)).toBe("standing");
  });

  it("B-7: where enough ask for secrecy, nothing is decided at once", () => {
    const a = new Assembly(NINE.slice(0, 5));
    const motion = a.move();
    const version = a.version(motion);
    a.house.wait(HOUR);
    a.house.do(a.person(4), "ask.secret", { motion });
    expect(ruleOf(a.house.put(a.person(0), "now.sign", { motion, version }))).toBe("B-7");
    expect(ruleOf(a.house.put(a.person(0), "now.agree", { motion, version }))).toBe("B-7");
  });
});

describe("coming into force", () => {
  it("B-8: what two of nine decide at three in the morning waits three days; what most decide, holds at once", () => {
    const a = new Meeting(NINE);
    const few = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    a.meet(few, figures({ for: 2 }));
    expect(stage(a, few)).toBe("waits");
    a.house.wait(3 * DAY);
    expect(stage(a, few)).toBe("in-force");
    const most = a.move();
    a.meet(most, figures({ for: 4, against: 1 }));
    expect(stage(a, most)).toBe("in-force");
  });

  it("B-8: new rules come into force three days later, whoever decided", () => {
    const a = new Meeting(NINE);
    const now = statutesOf(a.house.state, a.house.now);
    const motion = a.move({ subject: rulesWith(96) });
    a.house.wait(7 * DAY);
    a.meet(motion, figures({ for: 9 }));
    expect(statutesOf(a.house.state, a.house.now).voting.hours).toBe(now.voting.hours);
    a.house.wait(3 * DAY);
    expect(statutesOf(a.house.state, a.house.now).voting.hours).toBe(96);
  });
});

describe("put to all", () => {
  function decided(counts = figures({ for: 2 })) {
    const a = new Meeting(NINE, BY_NAME);
    const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    const result = a.meet(motion, counts);
    const put = (n: number) => ruleOf(a.house.put(a.person(n), "put.all", { result }));
    const again = () => {
      const vote = a.house.do(a.person(5), "vote.open", {
        motion,
        version: a.version(motion),
        mode: "name",
        closes: a.house.now + 72 * HOUR,
        again: result,
      });
      return vote;
    };
    const close = (vote: ActId) => {
      a.house.wait(73 * HOUR);
      a.declare(vote);
    };
    return { a, motion, result, put, again, close };
  }

  it("B-9, B-10, B-11: as many as call a meeting put it to all; it waits; most are against, and it falls", () => {
    const { a, motion, put, again, close } = decided();
    expect([put(5), put(5), put(6)]).toEqual(["entered", "B-9", "entered"]);
    expect(stage(a, motion)).toBe("suspended");
    expect(put(7)).toBe("B-9");
    a.house.wait(4 * DAY);
    expect(stage(a, motion)).toBe("suspended");
    const vote = again();
    for (const n of [4, 5, 6]) a.cast(vote, a.person(n), "against");
    close(vote);
    expect(stage(a, motion)).toBe("fell");
    expect(status(a, motion)).toBe("lost");
    expect(a.house.state.founding.mayEstablish.size).toBe(0);
  });

  it("B-11: it stands where most are for it, or where fewer vote than at the meeting and than the quorum", () => {
    const kept = decided();
    kept.put(5);
    kept.put(6);
    const vote = kept.again();
    for (const n of [0, 1, 2]) kept.a.cast(vote, kept.a.person(n), "for");
    kept.a.cast(vote, kept.a.person(6), "against");
    kept.close(vote);
    expect(stage(kept.a, kept.motion)).toBe("in-force");
    const few = decided();
    few.put(5);
    few.put(6);
    const ignored = few.again();
    few.a.cast(ignored, few.a.person(5), "against");
    few.close(ignored);
    expect(few.a.vote(ignored).result?.outcome).toBe("lost");
    expect(stage(few.a, few.motion)).toBe("in-force");
  });

  it("B-10: whoever spoils the count of that vote brings nothing into force; another is called", () => {
    const { a, motion, result, put } = decided();
    put(5);
    put(6);
    const call = () =>
      a.house.put(a.person(5), "vote.open", {
        motion,
        version: a.version(motion),
        mode: "name",
        closes: a.house.now + 72 * HOUR,
        again: result,
      });
    expect(ruleOf(call())).toBe("entered");
    // Nobody declares it.
    a.house.wait(60 * DAY);
    expect(stage(a, motion)).toBe("suspended");
    const next = call();
    if (!next.ok) throw new Error(next.code);
    for (const n of [4, 5, 6]) a.cast(next.value.id, a.person(n), "against");
    a.house.wait(73 * HOUR);
    a.declare(next.value.id);
    expect(stage(a, motion)).toBe("fell");
  });

  it("B-10, V-57: who published no list of a vote that was put to all doesn't count the next one", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const result = a.meet(motion, figures({ for: 2 }));
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const call = (teller: number, by = 5) =>
      a.house.put(a.person(by), "vote.open", {
        motion,
        version: a.version(motion),
        mode: "count",
        closes: a.house.now + 84 * HOUR,
        again: result,
        tellers: [a.person(teller).member],
      });
    const first = call(1);
    if (!first.ok) throw new Error(first.code);
    a.house.wait(12 * HOUR);
    a.cast(first.value.id, a.person(5), "against");
    a.house.wait(60 * DAY);
    // Neither does who called it call the next one: two would take turns for ever.
    expect(call(2)).toMatchObject({ rule: "V-57", code: "others-call" });
    expect(call(2, 1)).toMatchObject({ rule: "V-57", code: "others-call" });
    expect(call(1, 6)).toMatchObject({ rule: "V-24", code: "teller-failed" });
    expect(ruleOf(call(2, 6))).toBe("entered");
    // Nor does anybody add that teller to it (V-53).
    const vote = decisionOn(a, motion)!.again[1]!;
    expect(a.house.put(a.person(7), "teller.add", { vote, teller: a.person(1).member })).toMatchObject({
      code: "teller-failed",
    });
    // Only the next: else one day nobody would be left to count.
    a.house.wait(12 * HOUR);
    a.cast(vote, a.person(5), "against");
    a.house.wait(60 * DAY);
    expect(call(2)).toMatchObject({ rule: "V-24", code: "teller-failed" });
    expect(ruleOf(call(1))).toBe("entered");
  });

  it("B-10: who puts it to all and calls no vote within a week holds nothing up", () => {
    const { a, motion, put, result } = decided();
    put(5);
    put(6);
    a.house.wait(7 * DAY);
    expect(stage(a, motion)).toBe("in-force");
    const call = { motion, version: a.version(motion), mode: "name", closes: a.house.now + 72 * HOUR, again: result };
    expect(ruleOf(a.house.put(a.person(5), "vote.open", call))).toBe("B-10");
  });

  it("B-4, B-9: not after three days, not what all voted on over days; a fifth where half is said to have been there", () => {
    const late = decided();
    late.a.house.wait(3 * DAY);
    expect(late.put(5)).toBe("B-9");
    const many = decided(figures({ for: 5, against: 1 }));
    expect(stage(many.a, many.motion)).toBe("in-force");
    expect([many.put(6), many.put(7)]).toEqual(["entered", "entered"]);
    expect(stage(many.a, many.motion)).toBe("suspended");
    const a = new Assembly(NINE, BY_NAME);
    const motion = a.move();
    const vote = a.callOutside(motion);
    for (const n of [0, 1, 2]) a.cast(vote, a.person(n), "for");
    a.house.wait(73 * HOUR);
    const result = a.declare(vote);
    expect(ruleOf(a.house.put(a.person(5), "put.all", { result }))).toBe("B-9");
  });

  it("B-10, B-11: an election put to all: nobody takes office meanwhile, and whom all elect holds it", () => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    for (const n of [0, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene({ by: a.person(3) });
    const item = a.item(call, { election }, a.person(3));
    const sitting = a.hold(call, { by: a.person(3) });
    a.begin(sitting, item, a.person(3));
    const result = a.elect(election, sitting, { c1: 2 }, { present: 2, by: a.person(3) });
    const holder = () => a.house.state.elections.offices.filter((o) => o.since <= a.house.now && !o.fell);
    expect(holder()).toEqual([]);
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const tellers = [a.person(1).member];
    const data = { election, version: a.vote(a.house.state.votes.results.get(result)!).version, again: result };
    const closes = a.house.now + 84 * HOUR;
    const vote = a.house.do(a.person(5), "vote.open", { ...data, mode: "count", closes, tellers });
    a.house.wait(12 * HOUR);
    for (const n of [4, 5, 6, 7]) a.cast(vote, a.person(n), ["c2"]);
    a.house.wait(73 * HOUR);
    a.tally(vote, { c1: 0, c2: 4, none: 0, blank: 0, invalid: 0 });
    a.declare(vote);
    expect(holder().map((o) => o.holder)).toEqual([a.person(8).member]);
    // What all elected stands and is in force; it hasn't fallen.
    expect(stage(a, election)).toBe("in-force");
    expect(decisionOn(a, election)?.settled).toMatchObject({ stands: true });
  });
});

describe("a minute", () => {
  it("B-12: in a hall a minute lies between what is put and its vote, and devices have a minute to vote", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const put = a.put(sitting, { what: "proceed" });
    const open = (m: ActId, mode: string) =>
      a.house.put(a.person(0), "vote.open", { motion: m, version: a.version(m), mode, sitting });
    expect(open(put, "hands")).toMatchObject({ rule: "B-12", code: "a-minute-first" });
    const called = open(motion, "count");
    if (!called.ok) throw new Error(called.code);
    const close = () => ruleOf(a.house.put(a.person(0), "vote.close", { vote: called.value.id }));
    expect(close()).toBe("B-12");
    a.house.wait(MINUTE);
    expect(close()).toBe("entered");
  });
});

describe("ending an office", () => {
  function office() {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    a.house.do(a.person(8), "nominate", { election, candidate: a.person(8).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 6 }, { present: 7 });
    a.end(sitting);
    const end = () => a.move({ subject: { type: "end-office", office: election, holder: a.person(8).member } });
    const held = () => ruleOf(a.house.put(a.person(8), "resign", { office: election })) === "entered";
    return { a, election, sitting, end, held };
  }

  it("O-14: on the agenda of a called meeting by the ordinary majority, on paper", () => {
    const { a, end, held, sitting } = office();
    a.begin(sitting, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting });
    const motion = end();
    const call = a.convene();
    const item = a.item(call, { motion });
    const next = a.hold(call);
    a.begin(next, item);
    a.decide(motion, next, figures({ for: 4, against: 2 }), 6, "paper");
    expect(stage(a, motion)).toBe("in-force");
    expect(held()).toBe(false);
  });

  it("O-14: off the agenda by more than half of the roll only", () => {
    const { a, end, sitting } = office();
    const motion = end();
    a.settle(sitting, { what: "urgent", title: a.words(), motion });
    a.begin(sitting, motionItem(a, motion));
    a.decide(motion, sitting, figures({ for: 4 }), 4, "paper");
    expect(status(a, motion)).toBe("lost");
    const again = end();
    a.house.do(a.person(0), "item.close", { sitting });
    a.settle(sitting, { what: "urgent", title: a.words(), motion: again });
    a.begin(sitting, motionItem(a, again));
    a.decide(again, sitting, figures({ for: 5 }), 5, "paper");
    expect(status(a, again)).toBe("carried");
  });

  it("O-14, B-9: what a meeting decided on an office ends it too where all elect the same person; put to all, that falls by itself", () => {
    const { a, election, end, held, sitting } = office();
    const result = a.house.state.elections.offices[0]!.result;
    const motion = end();
    a.settle(sitting, { what: "urgent", title: a.words(), motion });
    a.begin(sitting, motionItem(a, motion));
    a.decide(motion, sitting, figures({ for: 5 }), 5, "paper");
    expect([status(a, motion), held()]).toEqual(["carried", false]);
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result });
    const { version } = a.vote(a.house.state.binding.decisions.get(result)!.vote!);
    const closes = a.house.now + 85 * HOUR;
    const tellers = [a.person(6).member];
    const vote = a.house.do(a.person(7), "vote.open", {
      election,
      version,
      mode: "count",
      closes,
      tellers,
      again: result,
    });
    a.house.wait(12 * HOUR + 1000);
    for (const n of [3, 5, 7, 8]) a.cast(vote, a.person(n), ["c1"]);
    a.house.wait(74 * HOUR);
    const counts = { c1: 4, none: 0, blank: 0, invalid: 0 };
    a.house.do(a.person(6), "tally", { vote, counts, ...a.listing(vote) });
    a.declare(vote);
    expect([a.house.state.elections.offices.length, held()]).toEqual([2, false]);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("O-14: only an office that is held", () => {
    const { a, election } = office();
    const subject = { type: "end-office" as const, office: election, holder: a.person(1).member };
    expect(ruleOf(a.house.put(a.person(0), "move", { title: a.words(), text: a.words(), subject }))).toBe("O-14");
  });
});

describe("terms", () => {
  it("O-15, S-40: an office lasts two years at most; a law that is named lengthens that to six", () => {
    const laws = [{ of: "office.term" as const, law: "DE AktG 84" }];
    const [a, cooperative] = [new Assembly(NINE), new Assembly(NINE, { statutes: (s) => ({ ...s, laws }) })];
    const open = (termDays: number, of: Assembly) =>
      ruleOf(
        of.house.put(of.person(0), "election.open", {
          title: of.words(),
          seats: 1,
          rule: "plurality",
          termDays,
          powers: [],
        }),
      );
    expect([open(731, a), open(732, a)]).toEqual(["entered", "O-15"]);
    expect([open(2192, cooperative), open(2193, cooperative)]).toEqual(["entered", "O-15"]);
  });
});
