/** What decisions do to founding, statutes and membership, through whole votes: F-10, S-4, S-5, M-6, M-9, M-12. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { Assembly, DAY, figures, House } from "@nabat/testkit";
import { motherEvidence } from "./child.ts";
import { standing } from "../members/standing.ts";
import { statutesOf } from "../statutes/queries.ts";
import { stateBytes } from "../engine/snapshot.ts";

const NAMES = ["ana", "bo", "cy", "di", "eli"];

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
    a.house.do(a.person(2), "established", { result, body: kid.value.body }, { evidence: { child } });
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
