/** Positions sealed on devices at a sitting: lists with numbers, and what a false one comes to (V-63; B-9 to B-11, V-58 to V-60). */
import { type ActId, toHex } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, type Person, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { forceStage } from "../binding/put-all.ts";
import { officeStage } from "../elections/queries.ts";
import type { ListLine } from "./acts.ts";
import { resultStage } from "./course.ts";
import { heldAgain } from "./to-decide.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MINUTE = 60_000;
const TRUE = figures({ for: 4, against: 5 });
const FALSE = figures({ for: 7, against: 2 });

const secretOf = (p: Person) => toHex(sha256(new TextEncoder().encode(`${p.name} at a sitting`)));
const offer = (a: Meeting, ns: readonly number[]) => {
  for (const n of ns)
    a.house.do(a.person(n), "teller.offer", {
      commit: toHex(sha256(Uint8Array.from(Buffer.from(secretOf(a.person(n)), "hex")))),
    });
};
const reveal = (a: Meeting, vote: ActId, ns: readonly number[]) =>
  ns.map((n) =>
    ruleOf(a.house.put(a.person(n), "teller.reveal", { vote, secret: secretOf(a.person(n)), recount: true })),
  );
const missing = (a: Meeting, vote: ActId, n: number, teller = 1) =>
  ruleOf(a.house.put(a.person(n), "number.missing", { vote, teller: a.person(teller).member }));
const tally = (a: Meeting, vote: ActId, n: number, counts: object, lines?: ListLine[]) =>
  ruleOf(a.house.put(a.person(n), "tally", { vote, counts, ...a.listing(vote, lines) }));
/** Three of the five against stand as for. */
const forged = (a: Meeting, vote: ActId): ListLine[] =>
  a.lines(vote).map(([number, choice], n) => [number, n > 3 && n < 7 ? "for" : choice] as const);

/** A called meeting of nine at which four vote for something and five against, sealed on devices. */
const called = (options: { tellers?: number[]; of?: number; offers?: number[] } = {}) => {
  const a = new Meeting(NINE.slice(0, options.of ?? 9));
  offer(a, options.offers ?? []);
  const motion = a.move({ by: a.person(3) });
  const call = a.convene();
  const item = a.item(call, { motion });
  const tellers = (options.tellers ?? [1, 2]).map((n) => a.person(n));
  const sitting = a.hold(call, { tellers });
  a.begin(sitting, item);
  const vote = a.call(motion, sitting, "count");
  a.people.forEach((p, n) => a.cast(vote, p, n < 4 ? "for" : "against"));
  a.house.wait(2 * MINUTE);
  if (!a.vote(vote).result && a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
  return { a, motion, vote, sitting, call };
};
/** The same, falsely counted by both tellers and declared. */
const lied = (options: { offers?: number[]; of?: number } = {}) => {
  const all = called(options);
  const { a, vote } = all;
  const lines = forged(a, vote);
  for (const n of [1, 2])
    expect(tally(a, vote, n, options.of ? figures({ for: 4, against: 1 }) : FALSE, lines)).toBe("entered");
  const result = a.declare(vote);
  const force = () => forceStage(a.house.state.binding.decisions.get(result)!, a.house.now);
  return { ...all, result, force };
};

describe("lists at a sitting", () => {
  it("V-63, V-56: each teller publishes a list; one that doesn't isn't taken", () => {
    const { a, vote } = called();
    expect(ruleOf(a.house.put(a.person(1), "tally", { vote, counts: TRUE }))).toBe("V-56");
    expect([1, 2].map((n) => tally(a, vote, n, TRUE))).toEqual(["entered", "entered"]);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ outcome: "lost", differ: false });
  });

  it("V-34, V-56: a teller who counts again and again, each time with another list, fills no room; who differed counts anew", () => {
    const { a, vote } = called();
    const junk = (n: number): ListLine[] => [[String(n).padStart(32, "0"), "for"]];
    const answers = Array.from({ length: 253 }, (_, n) => tally(a, vote, 2, TRUE, junk(n)));
    expect(answers.filter((r) => r === "entered").length).toBe(10);
    const again = a.house.put(a.person(2), "tally", { vote, counts: TRUE, ...a.listing(vote, junk(999)) });
    expect(again).toMatchObject({ rule: "V-34", code: "counted-often", facts: { most: 10 } });
    // A list longer than nine positions are, on its own.
    const long: ListLine[] = Array.from({ length: 200 }, (_, n) => [String(n).padStart(32, "0"), "for"]);
    const sent = a.house.put(a.person(1), "tally", { vote, counts: TRUE, ...a.listing(vote, long) });
    expect(sent).toMatchObject({ rule: "V-56", code: "list-too-long" });
    // The other teller errs, counts anew, and says it once.
    expect([tally(a, vote, 1, FALSE, forged(a, vote)), tally(a, vote, 1, TRUE)]).toEqual(["entered", "entered"]);
    expect(a.house.put(a.person(1), "tally", { vote, counts: TRUE, ...a.listing(vote) })).toMatchObject({
      rule: "V-34",
      code: "same-count",
    });
  });

  it("V-63, V-35: two who differ count again until they have one list; of three, two who agree are enough", () => {
    const { a, vote, motion } = called();
    tally(a, vote, 1, FALSE, forged(a, vote));
    tally(a, vote, 2, TRUE);
    const declare = () => a.house.put(a.person(8), "result", { vote, counts: TRUE, whole: 9, outcome: "lost" });
    expect(declare()).toMatchObject({ rule: "V-63", code: "one-list-first" });
    // Before the result the tellers are told in the hall.
    expect(missing(a, vote, 5)).toBe("V-63");
    expect(tally(a, vote, 1, TRUE)).toBe("entered");
    expect(ruleOf(declare())).toBe("entered");
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("lost");

    const three = called({ tellers: [1, 2, 4] });
    tally(three.a, three.vote, 1, FALSE, forged(three.a, three.vote));
    for (const n of [2, 4]) tally(three.a, three.vote, n, TRUE);
    three.a.declare(three.vote);
    expect(three.a.vote(three.vote).result).toMatchObject({ outcome: "lost", counts: TRUE, differ: true });
  });

  it("V-63, V-25: where lists differ and one of the tellers doesn't give way, those there vote by hands at once", () => {
    const { a, vote, motion, sitting } = called();
    const hands = () =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    tally(a, vote, 1, FALSE, forged(a, vote));
    expect(hands()).toBe("V-25");
    tally(a, vote, 2, TRUE);
    expect(hands()).toBe("entered");
    expect(tally(a, vote, 1, TRUE)).toBe("V-43");
  });

  it("V-63, V-25: one who counts nothing holds it up for a day", () => {
    const { a, vote, motion } = called();
    tally(a, vote, 1, TRUE);
    const call = () =>
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 84 * HOUR,
          tellers: [a.person(7).member],
        }),
      );
    a.house.wait(DAY - HOUR);
    expect(call()).not.toBe("entered");
    a.house.wait(HOUR);
    expect(call()).not.toBe("V-25");
  });

  it("V-63, V-60: two tellers who lie together are found out; the vote is void and held again in person, not sealed", () => {
    const { a, motion, vote, result, force } = lied();
    expect([force(), a.house.state.motions.motions.get(motion)?.status]).toEqual(["in-force", "carried"]);
    // Who voted as the list says misses nothing there; who does says it.
    expect([4, 5, 6].map((n) => missing(a, vote, n))).toEqual(["entered", "entered", "entered"]);
    expect([force(), resultStage(a.house.state, a.vote(vote), a.house.now)]).toEqual(["contested", "contested"]);
    // Nobody had offered to count once more.
    a.house.wait(2 * DAY);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
    expect(heldAgain(a.house.state, a.house.state.motions.motions.get(motion)!, a.house.now)).toBe(true);
    expect(ruleOf(a.house.put(a.person(4), "put.all", { result }))).toBe("V-60");
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const open = a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "count", sitting });
    expect(ruleOf(open)).toBe("V-60");
    a.decide(motion, sitting, TRUE, 9);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("lost");
    expect(heldAgain(a.house.state, a.house.state.motions.motions.get(motion)!, a.house.now)).toBe(false);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("V-63, V-59: others who are drawn look, and a count that is true stands again", () => {
    const { a, vote } = called({ offers: [4, 7, 8] });
    const lines = forged(a, vote);
    for (const n of [1, 2]) tally(a, vote, n, FALSE, lines);
    a.declare(vote);
    expect([missing(a, vote, 5), missing(a, vote, 6)]).toEqual(["entered", "entered"]);
    expect(reveal(a, vote, [4, 7, 8])).toEqual(["entered", "entered", "entered"]);
    const { drawn } = a.vote(vote).rounds![0]!;
    expect(drawn.length).toBe(2);
    const opening = () => a.house.position(vote, "against", `again ${a.house.state.size}`, "closed").opening;
    for (const n of [5, 6]) a.house.do(a.person(n), "opening.again", { vote, opening: opening() });
    for (const m of drawn) a.house.do(a.byMember(m), "recount", { vote, upheld: 0, of: 2 });
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
    expect(a.house.refold().votes.votes.get(vote)?.rounds).toEqual(a.vote(vote).rounds);
  });

  it("V-63, V-59: one who complains and opens nothing holds it up for days at most; put to all, it waits for all", () => {
    const start = () => {
      const { a, vote, motion } = called({ offers: [4, 7, 8] });
      for (const n of [1, 2]) tally(a, vote, n, TRUE);
      const result = a.declare(vote);
      const decision = () => a.house.state.binding.decisions.get(result)!;
      missing(a, vote, 5);
      reveal(a, vote, [4, 7, 8]);
      return { a, vote, motion, result, force: () => forceStage(decision(), a.house.now) };
    };
    const { a, force } = start();
    expect(force()).toBe("contested");
    a.house.wait(2 * DAY);
    expect(force()).toBe("refused");
    // While the doubt lasts, and after it is over by time alone.
    for (const first of [1, 2 * DAY]) {
      const other = start();
      other.a.house.wait(first);
      for (const n of [6, 7]) other.a.house.do(other.a.person(n), "put.all", { result: other.result });
      expect(other.force()).toBe(first === 1 ? "contested" : "suspended");
      other.a.house.wait(5 * DAY);
      expect(other.force()).toBe("suspended");
      other.a.house.wait(2 * DAY + HOUR);
      expect(other.force()).toBe("refused");
    }
  });

  it("V-63: new rules whose count was in doubt aren't in force before their three days", () => {
    const a = new Meeting(NINE);
    offer(a, [4, 7, 8]);
    const motion = a.move({
      by: a.person(3),
      subject: { type: "statutes", changes: { voting: { secretOnRequest: 4 } } },
    });
    const call = a.convene({ days: 9 });
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const vote = a.call(motion, sitting, "count");
    a.people.forEach((p, n) => a.cast(vote, p, n < 7 ? "for" : "against"));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    for (const n of [1, 2]) tally(a, vote, n, FALSE);
    const result = a.declare(vote);
    missing(a, vote, 7);
    reveal(a, vote, [4, 8]);
    const opening = a.house.position(vote, "against", "again", "closed").opening;
    a.house.put(a.person(7), "opening.again", { vote, opening });
    for (const m of a.vote(vote).rounds?.[0]?.drawn ?? [])
      a.house.do(a.byMember(m), "recount", { vote, upheld: 0, of: 1 });
    const force = () => forceStage(a.house.state.binding.decisions.get(result)!, a.house.now);
    expect(force()).toBe("waits");
    a.house.wait(3 * DAY);
    expect(force()).toBe("in-force");
  });

  it("V-63, B-11: what all decided takes the place of the count, whatever becomes of it", () => {
    const { a, motion, vote, result } = lied();
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const again = a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      tellers: [a.person(7).member],
      again: result,
    });
    a.house.wait(12 * HOUR);
    for (const n of [4, 5, 6]) missing(a, vote, n);
    a.house.wait(HOUR);
    a.people.forEach((p, n) => a.cast(again, p, n < 6 ? "for" : "against"));
    a.house.wait(2 * DAY - HOUR);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
    expect(tally(a, again, 7, figures({ for: 6, against: 3 }))).toBe("entered");
    a.declare(again);
    const decision = a.house.state.binding.decisions.get(result)!;
    expect([decision.settled?.stands, forceStage(decision, a.house.now)]).toEqual([true, "in-force"]);
    expect(heldAgain(a.house.state, a.house.state.motions.motions.get(motion)!, a.house.now)).toBe(false);
    // Nothing rests on the first count any more.
    expect([missing(a, vote, 7), forceStage(decision, a.house.now)]).toEqual(["entered", "in-force"]);
  });

  it("V-63: opinions, and what is about the sitting's own course, bind nobody any longer: a missing number is seen there", () => {
    const a = new Meeting(NINE);
    const sitting = a.sitting();
    const vote = a.ask(a.move(), sitting, "count");
    a.people.forEach((p, n) => a.cast(vote, p, n < 5 ? "for" : "against"));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    for (const n of [1, 2]) tally(a, vote, n, figures({ for: 5, against: 4 }));
    a.declare(vote);
    expect(a.vote(vote).result?.opinion).toBe(true);
    expect(missing(a, vote, 5)).toBe("entered");
    expect([a.vote(vote).rounds, a.vote(vote).missing?.size]).toEqual([undefined, 1]);
    a.house.wait(3 * DAY);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
  });

  it("V-63, G-40: in a mixed vote those outside have numbers, and what the hall gave counts besides", () => {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(3) });
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "sitting.remote", { sitting });
    a.begin(sitting, item);
    const vote = a.call(motion, sitting, "mixed");
    for (const n of [6, 7, 8]) a.cast(vote, a.person(n), "against");
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 4, against: 2 }), 6);
    const lines = a.lines(vote).map(([number]): ListLine => [number, "for"]);
    for (const n of [1, 2])
      a.house.do(a.person(n), "tally", { vote, counts: figures({ for: 3 }), devices: true, ...a.listing(vote, lines) });
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({ outcome: "carried", counts: figures({ for: 7, against: 2 }) });
    // Who was in the hall has no number.
    expect(missing(a, vote, 4)).toBe("V-58");
    expect(missing(a, vote, 6)).toBe("entered");
    // One of three, doubled, makes 5 of 9 for: still carried.
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("in-force");
    expect(missing(a, vote, 7)).toBe("entered");
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("contested");
    a.house.wait(2 * DAY);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
  });

  it("V-63, V-60: an election sealed at a meeting; who holds the office by a false count doesn't any more, and it is held again", () => {
    const a = new Meeting(NINE);
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.house.wait(2 * MINUTE);
    const vote = a.house.do(a.person(0), "vote.open", {
      election,
      version: a.ballot(election),
      mode: "count",
      sitting,
    });
    a.people.forEach((p, n) => a.cast(vote, p, [n < 3 ? "c1" : "c2"]));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    const lines = a.lines(vote).map(([number, had], n): ListLine => [number, n > 5 ? ["c1"] : had]);
    for (const n of [1, 2]) expect(tally(a, vote, n, { c1: 6, c2: 3, none: 0, blank: 0 }, lines)).toBe("entered");
    a.declare(vote);
    const held = (n: number) => {
      const office = a.house.state.elections.offices.findLast((o) => o.holder === a.person(n).member);
      return office && officeStage(a.house.state, office, a.house.now);
    };
    a.house.wait(HOUR);
    expect(held(7)).toBe("held");
    for (const n of [6, 7, 8]) missing(a, vote, n);
    a.house.wait(2 * DAY);
    expect(held(7)).not.toBe("held");
    expect(heldAgain(a.house.state, a.house.state.elections.elections.get(election)!, a.house.now)).toBe(true);
    const second = a.convene();
    const again = a.item(second, { election });
    const there = a.hold(second);
    a.begin(there, again);
    a.elect(election, there, { c1: 3, c2: 6 }, { present: 9 });
    a.house.wait(3 * DAY);
    expect([held(7), held(8)]).toEqual(["fell", "held"]);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("V-63: in a body of four nobody is drawn: a count in doubt is held again by hands or on paper", () => {
    const a = new Meeting(NINE.slice(0, 4));
    const motion = a.move({ by: a.person(3) });
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const vote = a.call(motion, sitting, "count");
    a.people.forEach((p, n) => a.cast(vote, p, n < 3 ? "for" : "against"));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    for (const n of [1, 2]) tally(a, vote, n, figures({ for: 3, against: 1 }));
    a.declare(vote);
    missing(a, vote, 0);
    a.house.wait(2 * DAY);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
    a.meet(motion, figures({ for: 3, against: 1 }), { present: 4 });
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });
});
