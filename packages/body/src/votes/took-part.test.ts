/** Rule V-38 and its kin: what tellers cast for people whose keys are new makes no part of the roll. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { DAY, figures, Meeting, newKeysOf, type Person, ruleOf } from "@nabat/testkit";
import { RECOVERY_MS } from "../keys/running.ts";
import type { Subject } from "../motions/acts.ts";
import type { Statutes } from "../statutes/acts.ts";
import { tookPart } from "./took-part.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
const BY_NAME = { statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const RULES = { type: "statutes", changes: { voting: { hours: 48 } } } as never as Subject;

/**
 * The first three give all others new keys at the door of one meeting on whose call they name them, and at the next one cast for
 * them by those keys; `honest` vote for themselves with keys of their own. Gives the vote, declared.
 */
function atTwoMeetings(subject: Subject | undefined, honest: readonly number[], forOthers: readonly number[]) {
  const m = new Meeting(NINE, BY_NAME);
  const motion = m.move(subject ? { subject } : {});
  m.house.wait(14 * DAY);
  const doors = m.convene();
  // Each names two (K-11).
  for (let i = 0; 2 * i < forOthers.length; i++) {
    const members = forOthers.slice(2 * i, 2 * i + 2).map((n) => m.person(n).member);
    m.house.do(m.person(i), "meeting.keys", { call: doors, members });
  }
  const door = m.hold(doors);
  const anew = new Map<number, Person>();
  for (const n of forOthers) {
    const old = m.person(n);
    const p = { ...m.house.person(old.name, "new"), member: old.member };
    anew.set(n, p);
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(p), sitting: door });
    m.house.do(m.person(2), "cosign", { of });
  }
  m.house.do(m.person(1), "sitting.interrupt", { sitting: door, reason: m.words("over") });
  m.house.wait(RECOVERY_MS);
  const call = m.convene();
  const item = m.item(call, { motion });
  const sitting = m.hold(call);
  m.begin(sitting, item);
  const vote: ActId = m.call(motion, sitting, "name");
  for (const n of honest) expect(ruleOf(m.cast(vote, m.person(n), "for"))).toBe("entered");
  for (const p of anew.values()) {
    m.house.do(p, "sitting.here", { sitting });
    const first = m.house.do(m.person(1), "vote.card", { ...m.position(vote, p, "for"), member: p.member });
    m.house.do(m.person(2), "cosign", { of: first });
  }
  m.house.wait(60_000);
  m.house.do(m.person(0), "vote.close", { vote });
  const result = m.declare(vote);
  return { m, vote: m.vote(vote), decision: m.house.state.binding.decisions.get(result) };
}

describe("V-38 who took part", () => {
  it("V-38, S-38 three of nine who give six others keys at a night meeting and cast for them at the next change no rules", () => {
    const { vote } = atTwoMeetings(RULES, [0, 1, 2], [3, 4, 5, 6, 7, 8]);
    expect(vote.result?.counts).toEqual(figures({ for: 9 }));
    expect(vote.result?.outcome).toBe("no-quorum");
  });

  it("V-38, S-38 where half of the roll vote by keys of their own, those with new keys vote and count as votes", () => {
    const { vote } = atTwoMeetings(RULES, [0, 1, 2, 3, 4], [5, 6]);
    expect(vote.result?.counts).toEqual(figures({ for: 7 }));
    expect(vote.result?.outcome).toBe("carried");
  });

  it("V-38, B-8, B-9 an ordinary decision counts their votes, and waits and is put to all as what few decided", () => {
    const { m, vote, decision } = atTwoMeetings(undefined, [0, 1, 2], [3, 4, 5, 6, 7, 8]);
    expect([vote.result?.outcome, vote.result?.counts]).toEqual(["carried", figures({ for: 9 })]);
    expect([tookPart(vote), decision?.voted, decision?.whole]).toEqual([3, 3, 9]);
    expect(decision?.from).toBe((decision?.at ?? 0) + 3 * DAY);
    expect(decision && m.house.now < (decision.from ?? 0)).toBe(true);
  });
});
