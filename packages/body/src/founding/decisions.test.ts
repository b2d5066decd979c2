/** What decisions do to founding, statutes and membership, through whole votes: F-10, S-4, S-5, M-6, M-9, M-12. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { Assembly, DAY, figures, House, type Person } from "@nabat/testkit";
import { motherEvidence } from "./child.ts";
import { standing } from "../members/standing.ts";
import { statutesOf } from "../statutes/queries.ts";
import { stateBytes } from "../engine/snapshot.ts";

const NAMES = ["ana", "bo", "cy", "di", "eli"];

const moverOf = (a: Assembly, motion: ActId): string => a.house.state.motions.motions.get(motion)?.mover ?? "";

/** A decision for a committee of five, and a body that somebody founded on it. */
function committee(): {
  a: Assembly;
  result: ActId;
  mover: Person;
  founded: (by: string) => { named: { result: ActId; body: string }; evidence: object };
} {
  const a = new Assembly(NAMES);
  const sitting = a.sitting();
  const motion = a.move({ subject: { type: "establish", body: "committee", seats: 5 }, sitting });
  const result = a.decide(motion, sitting, figures({ for: 5 }));
  const parent = motherEvidence(a.house.state, result);
  const establishedBy = { body: a.house.body as unknown as ActId, act: result };
  const founded = (by: string) => {
    const data = { type: "committee" as const, establishedBy };
    const kid = House.tryFound({ founder: by, label: by, at: a.house.now, data, evidence: { parent } });
    if (!kid.ok) throw new Error(kid.code);
    const { body } = kid.value;
    return { named: { result, body }, evidence: { child: { body, type: "committee", establishedBy } } };
  };
  return { a, result, mover: a.byMember(moverOf(a, motion)), founded };
}

describe("naming what a decision led to", () => {
  it("F-11 a stranger and a colluder don't take a committee: for thirty days who moved it names it, and what they named stands", () => {
    const { a, mover, founded } = committee();
    const other = a.people.find((p) => p !== mover) as Person;
    const [theirs, ours] = [founded("stranger"), founded("honest")];
    const put = (by: Person, of: ReturnType<typeof founded>, proved = true) =>
      a.house.put(by, "established", of.named, proved ? { evidence: of.evidence } : {});
    expect(put(other, theirs)).toMatchObject({ rule: "F-11", code: "mover-first" });
    expect(put(other, theirs, false)).toMatchObject({ rule: "F-11", code: "mover-first" });
    a.house.wait(DAY);
    // The mover names it from any device; who founded it brings the proof from theirs.
    expect(put(mover, ours, false).ok).toBe(true);
    a.house.wait(31 * DAY);
    expect(put(other, theirs)).toMatchObject({ rule: "F-11", code: "mover-named-another" });
    expect(put(other, ours).ok).toBe(true);
    expect(a.house.state.founding.children).toMatchObject([{ body: ours.named.body, proved: true }]);
  });

  it("F-11 whom the decision names to found it names it, and not the mover", () => {
    const a = new Assembly(NAMES);
    const [mover, founder] = [a.person(0), a.person(1)];
    const sitting = a.sitting();
    const subject = { type: "establish", body: "committee", seats: 5, founder: founder.member } as const;
    const result = a.decide(a.move({ by: mover, subject, sitting }), sitting, figures({ for: 5 }));
    const named = { result, body: "ab".repeat(32) };
    expect(a.house.put(mover, "established", named)).toMatchObject({ code: "mover-first" });
    expect(a.house.put(founder, "established", named).ok).toBe(true);
  });

  it("F-11 where the mover does nothing for thirty days, or is no member any more, any member names it", () => {
    for (const leaves of [false, true]) {
      const { a, mover, founded } = committee();
      const other = a.people.find((p) => p !== mover) as Person;
      const ours = founded("honest");
      if (leaves) a.house.do(mover, "leave", {});
      else a.house.wait(30 * DAY);
      expect(a.house.put(other, "established", ours.named, { evidence: ours.evidence }).ok).toBe(true);
    }
  });
});

describe("through a whole vote", () => {
  it("F-10 a carried decision lets one body be founded, with its seats and mandate", () => {
    const a = new Assembly(NAMES);
    const sitting = a.sitting();
    const motion = a.move({ subject: { type: "establish", body: "committee", seats: 3 }, sitting });
    const mandate = a.version(motion);
    const result = a.decide(motion, sitting, figures({ for: 4, against: 1 }));
    const parent = motherEvidence(a.house.state, result);
    expect(parent).toEqual({
      body: a.house.body,
      act: result,
      at: a.house.now,
      from: a.house.now,
      establishes: { type: "committee", seats: 3, text: mandate },
    });
    const establishedBy = { body: a.house.body as unknown as ActId, act: result };
    const kid = House.tryFound({
      founder: "kid",
      at: a.house.now,
      data: { type: "committee", establishedBy },
      evidence: { parent },
    });
    if (!kid.ok) throw new Error(kid.code);
    expect(kid.value.state.founding).toMatchObject({ phase: "adopted", establishedBy: { seats: 3, mandate } });
    const child = { body: kid.value.body, type: "committee" as const, establishedBy };
    // Another member's body, a stranger's say, doesn't take its place (F-11).
    const named = { result, body: kid.value.body };
    expect(a.house.put(a.person(2), "established", named, { evidence: { child } })).toMatchObject({
      rule: "F-11",
      code: "mover-first",
    });
    a.house.do(a.byMember(moverOf(a, motion)), "established", named, { evidence: { child } });
    expect(motherEvidence(a.house.state, result)).toBeUndefined();
    expect(stateBytes(a.house.refold(9))).toEqual(stateBytes(a.house.state));
  });

  it("S-4 S-5 statutes change by decision under the rule in force, and a vote ends under its own", () => {
    const a = new Assembly(NAMES);
    const old = statutesOf(a.house.state, a.house.now);
    const majority = { num: 3, den: 4, strict: false, of: "cast" as const };
    const next = { ...old, voting: { ...old.voting, majority } };
    const early = a.sitting();
    const running = a.call(a.move({ sitting: early }), early);
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { majority } } } });
    a.house.wait(old.change.noticeDays * DAY);
    const sitting = a.sitting();
    const result = a.decide(motion, sitting, figures({ for: 4, against: 1 }));
    // New rules come into force three days later (B-8).
    expect(statutesOf(a.house.state, a.house.now)).toEqual(old);
    a.house.wait(3 * DAY);
    expect(statutesOf(a.house.state, a.house.now)).toEqual(next);
    expect(a.house.state.statutes.versions.at(-1)).toMatchObject({ n: 2, by: result });
    expect(a.vote(running).majority).toEqual(old.voting.majority);
    expect(a.vote(running).statutes).toBe(1);
  });

  it("M-6 M-9 M-12 the assembly admits, and ends a contested admission", () => {
    const a = new Assembly(NAMES, {
      statutes: (s) => ({ ...s, admission: { ...s.admission, decision: true, vouchers: 0, waitingDays: 1 } }),
    });
    const dan = a.house.join("dan");
    const has = () => standing(a.house.state, dan.member, a.house.now);
    const sitting = a.sitting();
    a.decide(
      a.move({ subject: { type: "admission", member: dan.member }, sitting }),
      sitting,
      figures({ for: 5 }),
      5,
      "paper",
    );
    expect(has()).toBe("applicant");
    a.house.wait(DAY);
    expect(has()).toBe("member");
    const contest = a.move({ subject: { type: "contest", member: dan.member, ground: "invented" } });
    a.house.do(dan, "say", { about: contest, text: a.words() });
    const next = a.sitting();
    a.decide(contest, next, figures({ for: 3, against: 2 }), 5, "paper");
    expect(has()).toBe("guest");
  });
});
