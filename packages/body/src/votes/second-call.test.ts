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
