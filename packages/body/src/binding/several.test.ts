/** Several decisions that do the same, of which one falls: none of them hangs on another (B-8 to B-11). */
import type { KeyId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { copyHolders } from "../archive/copies.ts";
import { goneByDecision, viewStage } from "../archive/out-of-view.ts";
import { isMember } from "../members/standing.ts";
import type { Subject } from "../motions/acts.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const KEY = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" as KeyId;

/** Two motions to the same end at one meeting, each carried by few and put to all; everybody is against the one that is named. */
function oneFalls(a: Meeting, subject: Subject, falls: 0 | 1): void {
  const motions = [a.move({ subject }), a.move({ subject })] as const;
  a.house.wait(4 * DAY);
  const call = a.convene();
  const items = motions.map((motion) => a.item(call, { motion }));
  const sitting = a.hold(call);
  const results = motions.map((motion, n) => {
    a.begin(sitting, items[n]!);
    const result = a.decide(motion, sitting, figures({ for: 2 }), undefined, "paper");
    a.end(sitting);
    return result;
  });
  const result = results[falls]!;
  for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
  const motion = motions[falls];
  const named = { version: a.version(motion), tellers: [a.person(8).member] };
  const open = { motion, mode: "count", closes: a.house.now + 84 * HOUR, again: result, ...named };
  const vote = a.house.do(a.person(5), "vote.open", open);
  a.house.wait(12 * HOUR);
  for (const n of [3, 4, 5, 6, 7]) a.cast(vote, a.person(n), "against");
  a.house.wait(73 * HOUR);
  a.tally(vote, figures({ against: 5 }));
  a.declare(vote);
  expect(forceStage(a.house.state.binding.decisions.get(result)!, a.house.now)).toBe("fell");
}

describe.each([0, 1] as const)("two decisions to the same end, of which number %i falls", (falls) => {
  it("E-3, B-11: words stay out of view by the other one", () => {
    const a = new Meeting(NINE);
    const words = text("words");
    const about = a.move();
    a.house.do(a.person(4), "say", { about, text: words });
    oneFalls(a, { type: "erasure", attachments: [words.hash], ground: "harms-a-person" }, falls);
    expect(viewStage(a.house.state, words.hash, a.house.now)).toBe("out");
    const [standing] = [...a.house.state.binding.decisions.values()].filter((d) => d.settled === undefined);
    a.house.wait(30 * DAY);
    expect(goneByDecision(a.house.state, a.house.now)).toEqual([{ hash: words.hash, by: standing!.id }]);
  });

  it("W-5, B-11: a copy-holder is named by the other one", () => {
    const a = new Meeting(NINE);
    oneFalls(a, { type: "copy", key: KEY }, falls);
    expect(copyHolders(a.house.state, a.house.now).map(([key]) => key)).toEqual([KEY]);
    const again = { title: a.words(), text: a.words(), subject: { type: "copy", key: KEY } };
    expect(ruleOf(a.house.put(a.person(0), "move", again))).toBe("W-5");
  });

  it("M-9, B-11: somebody is admitted by the other one", () => {
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, decision: true } }) });
    const jo = a.house.join("jo", "member");
    a.house.do(a.person(1), "vouch", { member: jo.member });
    oneFalls(a, { type: "admission", member: jo.member }, falls);
    expect(isMember(a.house.state, jo.member, a.house.now)).toBe(true);
  });
});
