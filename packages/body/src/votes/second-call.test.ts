/** Rule V-76: where too few come, a second called meeting decides with whoever comes; and what few can't do with it. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, type Person, ruleOf } from "@nabat/testkit";
import { SECOND_WAIT_MS } from "../binding/term.ts";
import { GATHER_MS } from "../meetings/electing.ts";
import { standing } from "../members/standing.ts";
import type { Statutes } from "../statutes/acts.ts";

const BY_NAME = { statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const crowd = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);

/** A body of so many of whom only the first few do anything. */
function founded(n: number, options: object = {}): Meeting {
  const m = new Meeting(crowd(n), { adopt: false, ...options });
  m.house.adoptAtOnce();
  m.house.wait(30 * DAY);
  return m;
}

/** These few hold a called meeting on the motions or elections, all for each; gives the results. */
function few(
  m: Meeting,
  who: readonly Person[],
  on: readonly object[],
  options: { days?: number; against?: number } = {},
) {
  const call = m.convene({ days: options.days ?? 4 });
  const agenda = () => m.house.state.meetings.calls.get(call)?.agenda ?? [];
  const same = (i: object, of: object) => JSON.stringify(i).includes(String(Object.values(of)[0]));
  for (const of of on) if (!agenda().some((i) => same(i, of))) m.item(call, of as never);
  const sitting = m.hold(call, { board: false });
  for (const p of who) m.house.do(p, "sitting.here", { sitting });
  m.house.wait(GATHER_MS);
  const counts = figures({ for: who.length - (options.against ?? 0), against: options.against ?? 0 });
  const tellers = [m.person(1).member, m.person(2).member];
  m.decide(
    m.put(sitting, { what: "board", chair: m.person(0).member, tellers }),
    sitting,
    figures({ for: who.length }),
    who.length,
  );
  const results = agenda().map((i) => {
    m.begin(sitting, i.id);
    const found = on.find((of) => same(i, of)) as { motion?: ActId; election?: ActId };
    const mode =
      m.house.state.motions.motions.get(found.motion ?? ("" as ActId))?.subject.type === "admission"
        ? "paper"
        : "hands";
    const result = found.motion
      ? m.decide(
          found.motion,
          sitting,
          { ...counts, ...(mode === "paper" ? { invalid: 0 } : {}) },
          who.length,
          mode as never,
        )
      : m.elect(found.election as ActId, sitting, { c1: who.length }, { mode: "paper", present: who.length });
    m.end(sitting);
    return result;
  });
  m.begin(sitting, "aob");
  m.house.do(m.person(0), "sitting.close", { sitting });
  return results;
}

/** Three of forty hold two night meetings on a text, the second fourteen days after the first. */
function atNight(against = 0) {
  const m = founded(40, BY_NAME);
  const few3 = m.people.slice(0, 3);
  const text = { motion: m.move() };
  few(m, few3, [text]);
  m.house.wait(10 * DAY);
  const [result] = few(m, few3, [text], { against }) as [ActId];
  return { m, text, result, few3 };
}

const outcomeOf = (m: Meeting, result: ActId | undefined) =>
  m.vote(m.house.state.votes.results.get(result as ActId) as ActId).result?.outcome;
const inForce = (m: Meeting, result: ActId | undefined) => {
  const from = m.house.state.binding.decisions.get(result as ActId)?.from;
  return from !== undefined && from <= m.house.now;
};

describe("V-76 a second call", () => {
  it("V-76 five of sixty still come: text, admission and election are decided within sixty days", () => {
    const m = founded(60, {
      statutes: (s: Statutes): Statutes => ({ ...s, admission: { ...s.admission, decision: true, vouchers: 0 } }),
    });
    const five = m.people.slice(0, 5);
    const began = m.house.now;
    const text = { motion: m.move() };
    const eve = m.house.join("eve", "member", m.person(1));
    expect(standing(m.house.state, eve.member, m.house.now)).toBe("applicant");
    const admits = { motion: m.move({ subject: { type: "admission", member: eve.member } as never }) };
    const opened = { title: m.words(), seats: 1, rule: "plurality", termDays: 30, powers: [] };
    const election = { election: m.house.do(m.person(0), "election.open", opened) };
    m.house.do(m.person(3), "nominate", { ...election, candidate: m.person(3).member });
    const all = [text, admits, election];
    for (const result of few(m, five, all)) expect(outcomeOf(m, result)).toBe("no-quorum");
    m.house.wait(10 * DAY);
    const second = few(m, five, all);
    expect(second.map((r) => [outcomeOf(m, r), inForce(m, r)])).toEqual([
      ["carried", false],
      ["carried", false],
      ["elected", false],
    ]);
    m.house.wait(SECOND_WAIT_MS);
    for (const result of second) expect(inForce(m, result)).toBe(true);
    expect(standing(m.house.state, eve.member, m.house.now)).toBe("member");
    expect(m.house.now - began).toBeLessThan(60 * DAY);
  });

  it("V-76 not sooner than fourteen days, nor another text, nor rules or a door by so few", () => {
    const m = founded(60);
    const five = m.people.slice(0, 5);
    const text = { motion: m.move() };
    const rules = { motion: m.move({ subject: { type: "statutes", changes: { voting: { hours: 96 } } } as never }) };
    const until = m.house.now + 200 * DAY;
    const door = { motion: m.move({ subject: { type: "door", places: 5, until } as never }) };
    const all = [text, rules, door];
    m.house.wait(15 * DAY);
    few(m, five, all);
    for (const result of few(m, five, all, { days: 5 })) expect(outcomeOf(m, result)).toBe("no-quorum");
    const other = { motion: m.move() };
    const outcomes = few(m, five, [...all, other], { days: 16 }).map((r) => outcomeOf(m, r));
    expect(outcomes).toEqual(["carried", "no-quorum", "no-quorum", "no-quorum"]);
  });

  it("V-76 three colluders at two night meetings: for a fortnight as many as call a meeting put it to all, and it falls", () => {
    const m = founded(40, BY_NAME);
    const three = m.people.slice(0, 3);
    const text = { motion: m.move() };
    few(m, three, [text]);
    m.house.wait(10 * DAY);
    const [result] = few(m, three, [text]);
    expect(outcomeOf(m, result)).toBe("carried");
    // Who looks weekly sees it in time.
    m.house.wait(10 * DAY);
    for (const p of m.people.slice(10, 13)) m.house.do(p, "put.all", { result });
    const closes = m.house.now + 72 * HOUR;
    const again = { ...text, version: m.version(text.motion), mode: "name", closes, again: result };
    const vote = m.house.do(m.person(10), "vote.open", again);
    for (const p of m.people.slice(10, 16)) m.cast(vote, p, "against");
    for (const p of three) m.cast(vote, p, "for");
    m.house.wait(73 * HOUR);
    m.declare(vote);
    m.house.wait(30 * DAY);
    expect(inForce(m, result)).toBe(false);
    expect(m.house.state.motions.motions.get(text.motion)?.status).toBe("lost");
    expect(ruleOf(m.house.put(m.person(0), "put.all", { result }))).toBe("B-9");
  });

  it("V-76, B-11: who decided it put it to all and confirm it themselves: it waits its fourteen days, and others still stop it", () => {
    const { m, text, result, few3 } = atNight();
    const decided = m.house.now;
    const putBy = (who: readonly Person[]) => {
      for (const p of who) m.house.do(p, "put.all", { result });
    };
    const all = (caller: Person, voters: readonly Person[], choice: "for" | "against") => {
      const closes = m.house.now + 72 * HOUR;
      const again = { ...text, version: m.version(text.motion), mode: "name", closes, again: result };
      const vote = m.house.do(caller, "vote.open", again);
      for (const p of voters) m.cast(vote, p, choice);
      m.house.wait(73 * HOUR);
      m.declare(vote);
      return m.vote(vote).result?.outcome;
    };
    for (const voters of [few3, few3.slice(0, 2)]) {
      putBy(few3);
      expect(ruleOf(m.house.put(m.person(10), "put.all", { result }))).toBe("B-9");
      expect(all(few3[0]!, voters, "for")).toBe("carried");
      expect(m.house.state.binding.decisions.get(result)?.from).toBe(decided + SECOND_WAIT_MS);
      expect(m.house.state.motions.motions.get(text.motion)?.status).toBe("carried");
    }
    m.house.wait(4 * DAY);
    // Day ten: who looks weekly.
    putBy(m.people.slice(10, 13));
    expect(all(m.person(10), m.people.slice(10, 14), "against")).toBe("lost");
    m.house.wait(30 * DAY);
    expect(inForce(m, result)).toBe(false);
    expect(m.house.state.motions.motions.get(text.motion)?.status).toBe("lost");
  });

  it("V-76, B-10: nobody calling the vote of all doesn't bring it into force sooner", () => {
    const { m, result, few3 } = atNight();
    const decided = m.house.now;
    for (const p of few3) m.house.do(p, "put.all", { result });
    m.house.wait(8 * DAY);
    expect(inForce(m, result)).toBe(false);
    expect(m.house.state.binding.decisions.get(result)?.from).toBe(decided + SECOND_WAIT_MS);
    m.house.wait(6 * DAY + HOUR);
    expect(inForce(m, result)).toBe(true);
  });

  it("V-76, B-11: what few refused at a second call, and few of their own then carry over days, isn't decided", () => {
    const { m, text, result, few3 } = atNight(3);
    expect(m.house.state.binding.decisions.get(result)?.lost).toBe(true);
    for (const p of few3) m.house.do(p, "put.all", { result });
    const closes = m.house.now + 72 * HOUR;
    const again = { ...text, version: m.version(text.motion), mode: "name", closes, again: result };
    const vote = m.house.do(few3[0]!, "vote.open", again);
    for (const p of few3) m.cast(vote, p, "for");
    m.house.wait(73 * HOUR);
    m.declare(vote);
    m.house.wait(20 * DAY);
    expect(m.house.state.motions.motions.get(text.motion)?.status).toBe("lost");
    expect(m.house.state.binding.decisions.size).toBe(1);
  });

  it("V-76, B-11: what a quorum confirms over days is in force after the fourteen days, and put to all no more", () => {
    const { m, text, result, few3 } = atNight();
    const decided = m.house.now;
    for (const p of few3) m.house.do(p, "put.all", { result });
    const closes = m.house.now + 72 * HOUR;
    const again = { ...text, version: m.version(text.motion), mode: "name", closes, again: result };
    const vote = m.house.do(few3[0]!, "vote.open", again);
    for (const p of m.people.slice(0, 9)) m.cast(vote, p, "for");
    m.house.wait(73 * HOUR);
    m.declare(vote);
    expect(m.house.state.binding.decisions.get(result)?.from).toBe(decided + SECOND_WAIT_MS);
    expect(m.house.put(m.person(20), "put.all", { result })).toMatchObject({ rule: "B-9", code: "put-already" });
    m.house.wait(12 * DAY);
    expect(inForce(m, result)).toBe(true);
  });

  it("V-76, B-11: an election by few: the same few confirm it, and nothing is in force sooner; others elected by few seat nobody", () => {
    for (const choice of ["c1", "c2"]) {
      const m = founded(40);
      const few3 = m.people.slice(0, 3);
      const opened = { title: m.words(), seats: 1, rule: "plurality", termDays: 30, powers: [] };
      const election = m.house.do(m.person(0), "election.open", opened);
      for (const n of [3, 4]) m.house.do(m.person(n), "nominate", { election, candidate: m.person(n).member });
      few(m, few3, [{ election }]);
      m.house.wait(10 * DAY);
      const [result] = few(m, few3, [{ election }]) as [ActId];
      const decided = m.house.state.binding.decisions.get(result)!;
      const from = decided.from;
      for (const p of few3) m.house.do(p, "put.all", { result });
      const ballot = m.vote(decided.vote!).version;
      const closes = m.house.now + 84 * HOUR;
      const call = { election, version: ballot, mode: "count", closes, again: result, tellers: [m.person(5).member] };
      const vote = m.house.do(m.person(0), "vote.open", call);
      m.house.wait(12 * HOUR);
      for (const p of few3) m.cast(vote, p, [choice]);
      m.house.wait(73 * HOUR);
      m.tally(vote, { c1: 0, c2: 0, none: 0, blank: 0, invalid: 0, [choice]: 3 });
      m.declare(vote);
      const stands = choice === "c1";
      expect([choice, decided.from, decided.settled?.stands]).toEqual(
        stands ? [choice, from, undefined] : [choice, undefined, false],
      );
      const holders = m.house.state.elections.offices.filter((o) => o.since <= m.house.now + 30 * DAY);
      expect(holders.map((o) => o.holder)).toEqual(stands ? [m.person(3).member] : []);
      expect(m.house.state.elections.elections.get(election)?.status).toBe(stands ? "decided" : "reopened");
    }
  });

  it("V-76 where as many come as the quorum asks it is a meeting like any other", () => {
    const m = founded(20);
    const text = { motion: m.move() };
    few(m, m.people.slice(0, 3), [text]);
    m.house.wait(10 * DAY);
    const [result] = few(m, m.people.slice(0, 6), [text]);
    m.house.wait(3 * DAY);
    expect(inForce(m, result)).toBe(true);
  });
});

describe("too few, and put again at the same meeting", () => {
  it("V-38: repeated all night by the same few it decides nothing, and makes one second call; who comes late makes the quorum", () => {
    const m = founded(40);
    const motion = m.move();
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    const again = () => m.decide(motion, sitting, figures({ for: 3 }), 3);
    const results = [again(), again(), again(), again()].map((r) => m.house.state.votes.results.get(r));
    const outcomes = results.map((v) => m.vote(v as ActId).result?.outcome);
    expect(outcomes).toEqual(Array(4).fill("no-quorum"));
    const of = () => m.house.state.motions.motions.get(motion)!;
    expect([of().status, of().tooFew?.length]).toEqual(["standing", 1]);
    // The bus was late: now they are twelve. What few decided waits three days, and as few as call a meeting put it to all.
    const result = m.decide(motion, sitting, figures({ for: 12 }), 12);
    const decision = m.house.state.binding.decisions.get(result)!;
    expect([of().status, decision.from]).toEqual(["carried", m.house.now + 3 * DAY]);
    expect(ruleOf(m.house.put(m.person(30), "put.all", { result }))).toBe("entered");
  });
});
