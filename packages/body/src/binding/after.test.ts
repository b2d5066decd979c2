/** What comes after a decision: doubt that ends by time, newer rules, seats that are kept, most of all who want it otherwise, a text held again; and a state that is the same from a snapshot (S-5, B-11, V-48, V-59, V-60, V-62). */
import { type ActId, toHex } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, type Person, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { officeStage } from "../elections/queries.ts";
import { stateBytes } from "../engine/snapshot.ts";
import type { ListLine } from "../votes/acts.ts";
import { resultStage } from "../votes/course.ts";
import { statutesOf } from "../statutes/queries.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const MINUTE = 60_000;

const secretOf = (p: Person) => toHex(sha256(new TextEncoder().encode(`${p.name} offers`)));
const offer = (a: Meeting, ns: readonly number[]) => {
  for (const n of ns)
    a.house.do(a.person(n), "teller.offer", {
      commit: toHex(sha256(Uint8Array.from(Buffer.from(secretOf(a.person(n)), "hex")))),
    });
};
const miss = (a: Meeting, vote: ActId, n: number) =>
  a.house.put(a.person(n), "number.missing", { vote, teller: a.person(1).member });
const reveal = (a: Meeting, vote: ActId, ns: readonly number[]) => {
  for (const n of ns) a.house.put(a.person(n), "teller.reveal", { vote, secret: secretOf(a.person(n)), recount: true });
};

/** A motion is decided at a meeting of its own, sealed, so many of nine for it. */
function sealed(
  a: Meeting,
  motion: ActId,
  fors: number,
  options: { days?: number; lines?: (l: ListLine[]) => ListLine[]; said?: number; about?: ActId } = {},
) {
  const call = a.convene(options.days === undefined ? {} : { days: options.days });
  const left = a.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === (options.about ?? motion));
  const item = left?.id ?? a.item(call, { motion: options.about ?? motion });
  const sitting = a.hold(call);
  a.begin(sitting, item);
  const vote = a.call(motion, sitting, "count");
  a.people.forEach((p, n) => a.cast(vote, p, n < fors ? "for" : "against"));
  a.house.wait(2 * MINUTE);
  if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
  const said = options.said ?? fors;
  const lines = options.lines?.(a.lines(vote)) ?? a.lines(vote);
  for (const n of [1, 2])
    a.house.do(a.person(n), "tally", {
      vote,
      counts: figures({ for: said, against: 9 - said }),
      ...a.listing(vote, lines),
    });
  const result = a.declare(vote);
  const force = () => forceStage(a.house.state.binding.decisions.get(result)!, a.house.now);
  return { vote, result, force, sitting, item };
}

describe("a doubt that ends by time", () => {
  it("V-59: one of those drawn finds nothing, the other says nothing: the list stands, and what it decided is in force", () => {
    const a = new Meeting(NINE);
    offer(a, [4, 6, 7, 8]);
    const { vote, force } = sealed(a, a.move({ by: a.person(3) }), 5);
    miss(a, vote, 5);
    reveal(a, vote, [4, 6, 7, 8]);
    const { opening } = a.house.position(vote, "against", "again", "closed");
    a.house.do(a.person(5), "opening.again", { vote, opening });
    const [one] = a.vote(vote).rounds?.[0]?.drawn ?? [];
    a.house.do(a.byMember(one ?? ""), "recount", { vote, upheld: 0, of: 1 });
    expect(force()).toBe("contested");
    a.house.wait(5 * DAY);
    expect([resultStage(a.house.state, a.vote(vote), a.house.now), force()]).toEqual(["in-force", "in-force"]);
  });
});

describe("of two changes of one rule, the later result holds", () => {
  const change = (a: Meeting, by: number, n: number) =>
    a.move({ by: a.person(by), subject: { type: "statutes", changes: { voting: { secretOnRequest: n } } } });
  const rule = (a: Meeting) => statutesOf(a.house.state, a.house.now).voting.secretOnRequest;
  const byHands = (a: Meeting, motion: ActId) => a.meet(motion, figures({ for: 9 }), { days: 9, present: 9 });

  it("S-5, V-59: a complaint about the count of a rule that was changed since doesn't bring it back", () => {
    const a = new Meeting(NINE);
    const first = sealed(a, change(a, 7, 9), 6, { days: 9 });
    a.end(first.sitting);
    a.begin(first.sitting, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting: first.sitting });
    a.house.wait(4 * DAY);
    expect(rule(a)).toBe(9);
    byHands(a, change(a, 0, 2));
    a.house.wait(4 * DAY);
    expect(rule(a)).toBe(2);
    offer(a, [3, 4, 5]);
    miss(a, first.vote, 7);
    reveal(a, first.vote, [3, 4, 5]);
    a.house.wait(3 * DAY);
    expect([first.force(), rule(a)]).toEqual(["in-force", 2]);
  });

  it("S-5, B-10: nor does one that was put to all and that nobody called a vote on", () => {
    const a = new Meeting(NINE);
    const motions = [change(a, 7, 9), change(a, 0, 2)] as const;
    const calls = [a.convene({ days: 9 }), a.convene({ days: 10 })] as const;
    motions.forEach((motion, i) => a.item(calls[i] ?? calls[0], { motion }));
    const hold = (i: 0 | 1, fors: number) => {
      const item = a.house.state.meetings.calls.get(calls[i])?.agenda.find((x) => x.motion === motions[i])?.id;
      const sitting = a.hold(calls[i]);
      a.begin(sitting, item ?? "aob");
      const result = a.decide(motions[i], sitting, figures({ for: fors, against: 9 - fors }), 9);
      a.end(sitting);
      a.begin(sitting, "aob");
      a.house.do(a.person(0), "sitting.close", { sitting });
      return result;
    };
    const older = hold(0, 6);
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result: older });
    hold(1, 9);
    a.house.wait(4 * DAY);
    expect(rule(a)).toBe(2);
    a.house.wait(4 * DAY);
    expect([rule(a), a.house.refold(20).statutes]).toEqual([2, a.house.state.statutes]);
  });
});

describe("an election that was put to all, and whose count fell", () => {
  function start() {
    const a = new Meeting(NINE);
    const terms = { seats: 2, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const hold = () => {
      const call = a.convene({ days: 3.05 });
      const left = a.house.state.meetings.calls.get(call)?.agenda.find((i) => i.election === election);
      const item = left?.id ?? a.item(call, { election });
      return { call, item };
    };
    const begin = ({ call, item }: ReturnType<typeof hold>) => {
      const sitting = a.hold(call);
      a.begin(sitting, item);
      a.house.wait(2 * MINUTE);
      return sitting;
    };
    const sitting = begin(hold());
    const version = a.ballot(election);
    const vote = a.house.do(a.person(0), "vote.open", { election, version, mode: "count", sitting });
    a.people.forEach((p, n) => a.cast(vote, p, n < 5 ? ["c1", "c2"] : ["c1", "c3"]));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    a.tally(vote, { c1: 9, c2: 5, c3: 4, none: 0, blank: 0 });
    const result = a.declare(vote);
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result });
    a.end(sitting);
    a.begin(sitting, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting });
    const again = a.house.do(a.person(8), "vote.open", {
      election,
      version,
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      tellers: [a.person(2).member],
      again: result,
    });
    miss(a, vote, 7);
    const held = () =>
      a.house.state.elections.offices
        .filter((o) => officeStage(a.house.state, o, a.house.now) === "held")
        .map((o) => a.byMember(o.holder).name)
        .sort();
    return { a, election, vote, again, held, hold, begin };
  }

  it("V-60: whoever is sure of a seat keeps and holds it; the other is held again", () => {
    const { a, election, held, hold, begin } = start();
    a.house.wait(2 * DAY);
    a.elect(election, begin(hold()), { c2: 9 }, { present: 9 });
    a.house.wait(HOUR);
    expect(held()).toEqual(["gus", "hal"]);
    expect(a.house.refold(20).elections).toEqual(a.house.state.elections);
  });

  it("B-10, V-60: what was decided anew in person isn't set aside by the vote of all that was called before", () => {
    const { a, election, again, held, hold, begin } = start();
    a.house.wait(12 * HOUR);
    for (const n of [3, 7, 8]) a.cast(again, a.person(n), ["c3"]);
    a.house.wait(36 * HOUR);
    const next = hold();
    a.house.wait((a.vote(again).closes ?? 0) + HOUR - a.house.now);
    a.house.do(a.person(2), "tally", {
      vote: again,
      counts: { c1: 0, c2: 0, c3: 3, none: 0, blank: 0 },
      ...a.listing(again),
    });
    a.elect(election, begin(next), { c2: 9 }, { present: 9 });
    a.house.wait(2 * DAY);
    expect(() => a.declare(again)).toThrow("V-43");
    expect(held()).toEqual(["gus", "hal"]);
  });
});

describe("more than half of all want it otherwise", () => {
  const high = () =>
    new Meeting(NINE, { statutes: (s) => ({ ...s, voting: { ...s.voting, quorum: { num: 3, den: 4 } } }) });
  const over = (a: Meeting, data: object) =>
    a.house.do(a.person(1), "vote.open", {
      ...data,
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      tellers: [a.person(2).member],
    });

  it("B-11, V-39: six of nine are opposed, three of them yet taking part: what nine are said to have carried falls", () => {
    const a = high();
    const motion = a.move({ by: a.person(7), subject: { type: "establish", body: "committee", seats: 2 } });
    const result = a.meet(motion, figures({ for: 9 }), { present: 9 });
    for (const n of [3, 4]) a.house.do(a.person(n), "put.all", { result });
    const again = over(a, { motion, version: a.version(motion), again: result });
    a.house.wait(12 * HOUR);
    for (const n of [0, 1, 2, 3, 4, 5]) a.cast(again, a.person(n), n < 3 ? "against" : "taking-part");
    a.house.wait(73 * HOUR);
    a.tally(again, figures({ against: 3, "taking-part": 3 }));
    a.declare(again);
    expect(forceStage(a.house.state.binding.decisions.get(result)!, a.house.now)).toBe("fell");
  });

  it("B-11: six of nine elect somebody else", () => {
    const a = high();
    const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    for (const n of [6, 0]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const call = a.convene();
    const item = a.item(call, { election });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const version = a.ballot(election);
    const result = a.elect(election, sitting, { c1: 9, c2: 0 }, { present: 9 });
    for (const n of [3, 4]) a.house.do(a.person(n), "put.all", { result });
    const again = over(a, { election, version, again: result });
    a.house.wait(12 * HOUR);
    for (const n of [0, 1, 2, 3, 4, 5]) a.cast(again, a.person(n), ["c2"]);
    a.house.wait(73 * HOUR);
    a.tally(again, { c1: 0, c2: 6, none: 0, blank: 0, invalid: 0 });
    a.declare(again);
    const held = a.house.state.elections.offices.filter((o) => officeStage(a.house.state, o, a.house.now) === "held");
    expect(held.map((o) => a.byMember(o.holder).name)).toEqual(["ana"]);
  });
});

describe("an amendment whose count fell", () => {
  it.each([
    [7, 1],
    [2, 0],
  ])("V-48, V-60: held again in person with %i of nine for it, it stands %i times in the text", (fors, times) => {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(8) });
    const place = { what: "insert", after: 1 } as const;
    const amendment = a.move({
      subject: { type: "amendment", motion, base: a.version(motion), place },
      by: a.person(7),
    });
    const { vote } = sealed(a, amendment, 5, { about: motion });
    miss(a, vote, 8);
    a.house.wait(2 * DAY);
    expect(resultStage(a.house.state, a.vote(vote), a.house.now)).toBe("fallen");
    const call = a.convene();
    const left = a.house.state.meetings.calls.get(call)?.agenda.find((i) => i.motion === motion);
    const item = left?.id ?? a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.decide(amendment, sitting, figures({ for: fors, against: 9 - fors }), 9);
    const last = () => a.house.state.motions.motions.get(motion)?.versions.at(-1);
    expect(last()?.changes.length).toBe(times);
    a.house.wait(MINUTE);
    const version = a.version(motion);
    expect(ruleOf(a.house.put(a.person(0), "vote.open", { motion, version, mode: "hands", sitting }))).toBe("entered");
    expect(a.house.refold(20).motions).toEqual(a.house.state.motions);
  });
});

describe("a fold through a snapshot", () => {
  const differs = (a: Meeting): number[] => {
    const text = (s: Parameters<typeof stateBytes>[0]) => Buffer.from(stateBytes(s)).toString();
    const live = text(a.house.state);
    const from = Array.from({ length: 12 }, (_, n) => a.house.state.size - n);
    return from.filter((n) => text(a.house.refold(n)) !== live);
  };

  it("V-62: in a body of three or four, tellers stand in one order", () => {
    for (const size of [3, 4]) {
      const a = new Meeting(NINE.slice(0, size));
      a.meet(a.move({ by: a.person(0) }), figures({ for: size }), { present: size });
      expect([size, differs(a)]).toEqual([size, []]);
    }
  });

  it("V-59: those who missed a number stand in one order in the round", () => {
    const a = new Meeting(Array.from({ length: 15 }, (_, n) => `p${n}`));
    const motion = a.move({ by: a.person(3) });
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const vote = a.call(motion, sitting, "count");
    a.people.forEach((p, n) => a.cast(vote, p, n < 13 ? "for" : "against"));
    a.house.wait(2 * MINUTE);
    if (a.vote(vote).closed === undefined) a.house.put(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 13, against: 2 }));
    a.declare(vote);
    const order = a.people.slice(3, 15).sort((x, y) => (x.member < y.member ? 1 : -1));
    for (const p of order.slice(0, 3)) a.house.do(p, "number.missing", { vote, teller: a.person(1).member });
    expect([a.vote(vote).rounds?.[0]?.complainants.length, differs(a)]).toEqual([3, []]);
  });
});
