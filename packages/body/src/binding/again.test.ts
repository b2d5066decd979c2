/** Held again in person (V-60, B-10): what was decided by a count that fell stands on agendas again, once, whatever it would do. */
import type { ActId, KeyId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { officeStage } from "../elections/queries.ts";
import type { Subject } from "../motions/acts.ts";
import { electionToDecide, motionToDecide } from "../votes/to-decide.ts";
import { forceStage, putNeeded } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const KEY = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp" as KeyId;

/** A motion that is carried by a false count, which falls. */
function fallen(subjectOf: (a: Meeting) => Subject = () => ({ type: "text" })) {
  const a = new Meeting(NINE);
  const motion = a.move({ subject: subjectOf(a) });
  const vote = a.callOutside(motion, { mode: "count" });
  for (const n of [0, 1, 2, 3, 4, 5]) a.cast(vote, a.person(n), n < 3 ? "for" : "against");
  a.miscount(vote, figures({ for: 4, against: 2 }), 4, "for");
  const toDecide = () => motionToDecide(a.house.state, a.house.state.motions.motions.get(motion)!, a.house.now);
  expect(toDecide()).toBe(true);
  return { a, motion, toDecide };
}

const decided = (a: Meeting, on: ActId) => {
  const decision = [...a.house.state.binding.decisions.values()].findLast((d) => d.on === on);
  return decision && forceStage(decision, a.house.now);
};

describe("held again in person", () => {
  it("V-60, G-24: on the agenda of a called meeting, whatever it would do, and once only", () => {
    const subjects: ((a: Meeting) => Subject)[] = [
      () => ({ type: "text" }),
      () => ({ type: "copy", key: KEY }),
      (a) => {
        const words = text("words");
        a.house.do(a.person(4), "say", { about: a.move(), text: words });
        return { type: "erasure", attachments: [words.hash], ground: "unlawful" };
      },
    ];
    for (const subjectOf of subjects) {
      const { a, motion, toDecide } = fallen(subjectOf);
      a.meet(motion, figures({ for: 6 }));
      expect([decided(a, motion), toDecide()]).toEqual(["in-force", false]);
      const call = a.convene();
      const item = { call, title: a.words(), motion };
      expect(a.house.put(a.person(0), "meeting.item", item)).toMatchObject({ rule: "G-24", code: "nothing-to-decide" });
      expect(a.house.refold(20).size).toBe(a.house.state.size);
    }
  });

  it("V-60, G-25: put off, it comes with the next meeting", () => {
    const { a, motion } = fallen();
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    // What must be voted on isn't passed over (G-33).
    expect(ruleOf(a.house.put(a.person(0), "item.close", { sitting }))).toBe("G-33");
    a.house.wait(2 * DAY);
    const next = a.convene();
    expect(a.house.state.meetings.calls.get(next)!.agenda.map((i) => i.motion)).toEqual([motion]);
  });

  it("V-60, B-13: in a hall on paper, once", () => {
    const { a, motion, toDecide } = fallen();
    const call = a.convene();
    a.item(call, { motion });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const tellers = [a.person(1).member, a.person(2).member];
    const count = { mode: "hands", counts: figures({ for: 5, against: 1 }), present: 6, held: starts };
    const data = { call, motion, version: a.version(motion), tellers, ...count };
    const vote = a.house.do(a.person(0), "paper.vote", data);
    for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
    expect([decided(a, motion), toDecide()]).toEqual(["waits", false]);
  });

  it("V-60, B-6: by more than half of all signatures, once", () => {
    const { a, motion, toDecide } = fallen();
    for (const n of [0, 1, 2, 3, 4]) a.house.do(a.person(n), "now.sign", { motion, version: a.version(motion) });
    expect([decided(a, motion), toDecide()]).toEqual(["in-force", false]);
  });

  function electionFell() {
    const a = new Meeting(NINE);
    const open = { title: a.words(), seats: 1, rule: "plurality", termDays: 300, powers: [] };
    const election = a.house.do(a.person(0), "election.open", { ...open, nominationsUntil: a.house.now + DAY });
    for (const n of [7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    a.house.wait(DAY + 1);
    const closes = a.house.now + 84 * HOUR;
    const vote = a.callElection(election, { mode: "count", closes, tellers: [a.person(1).member] });
    a.house.wait(12 * HOUR);
    for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), [n < 3 ? "c1" : "c2"]);
    a.miscount(vote, { c1: 3, c2: 2, none: 0, blank: 0, invalid: 0 }, 3, ["c1"]);
    const toDecide = () =>
      electionToDecide(a.house.state, a.house.state.elections.elections.get(election)!, a.house.now);
    expect(toDecide()).toBe(true);
    const call = a.convene();
    const item = a.item(call, { election });
    const holders = (stage: string) =>
      a.house.state.elections.offices
        .filter((o) => officeStage(a.house.state, o, a.house.now) === stage)
        .map((o) => o.holder);
    return { a, election, call, item, toDecide, holders };
  }

  it("V-60, O-6, G-24: an election too; whom the false count gave the office doesn't hold it", () => {
    const { a, election, call, item, toDecide, holders } = electionFell();
    const sitting = a.hold(call);
    a.begin(sitting, item);
    a.elect(election, sitting, { c2: 6 }, { present: 6 });
    expect([toDecide(), holders("held"), holders("fell")]).toEqual([false, [a.person(8).member], [a.person(7).member]]);
  });

  it("V-60, B-13: the same in a hall on paper", () => {
    const { a, election, call, toDecide, holders } = electionFell();
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const counts = { c1: 0, c2: 6, none: 0, blank: 0 };
    const count = { version: a.ballot(election), mode: "paper", counts, present: 6, held: starts };
    const tellers = [a.person(1).member, a.person(2).member];
    const vote = a.house.do(a.person(0), "paper.vote", { call, election, tellers, ...count });
    for (const n of [1, 2]) a.house.do(a.person(n), "paper.sign", { vote });
    expect([toDecide(), holders("waits"), holders("fell")]).toEqual([
      false,
      [a.person(8).member],
      [a.person(7).member],
    ]);
  });

  it("B-10: what was put to all, fell and was decided anew is put to all no more", () => {
    const a = new Meeting(NINE);
    const motion = a.move({ subject: { type: "establish", body: "committee", seats: 2 } });
    const result = a.meet(motion, figures({ for: 2 }));
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const named = { motion, version: a.version(motion), tellers: [a.person(1).member], again: result };
    const call = () =>
      a.house.put(a.person(7), "vote.open", { ...named, mode: "count", closes: a.house.now + 84 * HOUR });
    const vote = call();
    if (!vote.ok) throw new Error(vote.code);
    a.house.wait(12 * HOUR);
    for (const n of [0, 2, 3, 4, 5]) a.cast(vote.value.id, a.person(n), n < 3 ? "for" : "against");
    a.miscount(vote.value.id, figures({ for: 3, against: 2 }), 3, "for");
    a.meet(motion, figures({ for: 6 }));
    expect(decided(a, motion)).toBe("in-force");
    expect(a.house.state.founding.mayEstablish.size).toBe(1);
    expect(call()).toMatchObject({ rule: "B-10" });
  });

  it("B-9, V-60: whoever counts falsely can't have it put to all for ever: then it takes more than voted for it", () => {
    const { a, motion } = fallen();
    const result = a.meet(motion, figures({ for: 4, against: 3 }));
    const put = (n: number) => ruleOf(a.house.put(a.person(n), "put.all", { result }));
    expect([5, 6, 7].map(put)).toEqual(["entered", "entered", "entered"]);
    const shown = () => a.house.state.binding.decisions.get(result)!;
    expect([putNeeded(a.house.state, shown(), a.house.now), shown().suspended]).toEqual([5, undefined]);
    // What more oppose than wanted it goes to all again.
    expect([4, 8].map(put)).toEqual(["entered", "entered"]);
    expect(shown().suspended).toBe(a.house.now);
    // Without a count that fell, two of nine are enough: as many as call a meeting.
    const other = a.move({ by: a.person(1) });
    const second = a.meet(other, figures({ for: 4 }));
    const [decision] = [...a.house.state.binding.decisions.values()].filter((d) => d.id === second);
    expect(putNeeded(a.house.state, decision!, a.house.now)).toBe(2);
  });

  it("B-9: a meeting that says that nine were for it doesn't put it out of reach: more than half of all ask", () => {
    const { a, motion } = fallen();
    const result = a.meet(motion, figures({ for: 9 }));
    const shown = () => a.house.state.binding.decisions.get(result)!;
    expect(putNeeded(a.house.state, shown(), a.house.now)).toBe(5);
    for (const n of [3, 4, 5, 6, 7]) a.house.do(a.person(n), "put.all", { result });
    expect(shown().suspended).toBe(a.house.now);
  });

  it("V-60, V-5: what an amendment brought in by a count that fell, the mover takes out again", () => {
    const a = new Meeting(NINE);
    const motion = a.move({ by: a.person(8) });
    const place = { what: "replace", from: 1, to: 1 } as const;
    const amendment = a.move({ subject: { type: "amendment", motion, base: a.version(motion), place } });
    const vote = a.callOutside(amendment, { mode: "count" });
    for (const n of [0, 2, 3, 4, 5]) a.cast(vote, a.person(n), n < 3 ? "for" : "against");
    a.house.wait(73 * HOUR);
    const lines = a.lines(vote).map(([number], n) => [number, n < 4 ? "for" : "against"] as const);
    a.house.do(a.person(1), "tally", { vote, counts: figures({ for: 4, against: 1 }), ...a.listing(vote, lines) });
    a.declare(vote);
    const revise = () => ruleOf(a.house.put(a.person(8), "revise", { motion, text: a.words("as it was") }));
    expect(revise()).toBe("V-5");
    const teller = a.person(1).member;
    for (const n of [3, 4]) a.house.put(a.person(n), "number.missing", { vote, teller });
    a.house.wait(2 * DAY);
    expect(revise()).toBe("entered");
  });
});
