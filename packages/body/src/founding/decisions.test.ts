/** What decisions do to founding, statutes and membership, through whole votes: F-6, F-10, F-12, S-4, S-5, M-6, M-9, M-12. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { Assembly, DAY, figures, House, ruleOf, START } from "@nabat/testkit";
import { motherEvidence } from "./child.ts";
import { standing } from "../members/standing.ts";
import { statutesOf } from "../statutes/queries.ts";
import { stateBytes } from "../engine/snapshot.ts";

const NAMES = ["ana", "bo", "cy", "di", "eli"];

describe("through a whole vote", () => {
  it("F-6 F-12 the founding sitting adopts; the founder is then a member like any other", () => {
    const a = new Assembly(NAMES, { adopt: false, data: { existing: { since: START - 9000 * DAY } } });
    expect(a.house.state.founding).toMatchObject({ phase: "provisional", existing: { confirmed: false } });
    const result = a.adopt();
    expect(a.house.state.founding).toMatchObject({
      phase: "adopted",
      adoptedBy: result,
      existing: { confirmed: true },
    });
    const again = { title: a.words(), text: a.words(), subject: { type: "founding" } };
    expect(ruleOf(a.house.put(a.person(1), "move", again))).toBe("F-6");
    a.house.do(a.house.founder, "leave", {});
    a.house.do(a.person(1), "move", { title: a.words(), text: a.words(), subject: { type: "text" } });
  });

  it("F-6 a founding that is voted down stays provisional", () => {
    const a = new Assembly(NAMES, { adopt: false });
    const sitting = a.sitting();
    a.decide(a.move({ subject: { type: "founding" }, sitting }), sitting, figures({ for: 2, against: 3 }));
    expect(a.house.state.founding.phase).toBe("provisional");
  });

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
    const next = a.sitting();
    a.decide(
      a.move({ subject: { type: "contest", member: dan.member }, sitting: next }),
      next,
      figures({ for: 3, against: 2 }),
      5,
      "paper",
    );
    expect(has()).toBe("guest");
  });
});
