/** The recall at any hour (O-14, B-6): more than half of the roll end an office by signing it. */
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, ruleOf, sha256, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { forceStage } from "../binding/put-all.ts";
import { cardCodeBytes } from "../members/acts.ts";
import { overtaken } from "../votes/course.ts";
import { officeStage, powerOf } from "./queries.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];

const TERMS = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };

/** Hana and Ivo were elected at a called meeting, among three who stood. */
function two(a: Meeting): { election: ActId; result: ActId } {
  const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...TERMS, seats: 2, rule: "approval" });
  for (const n of [7, 8, 2]) {
    a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
  }
  const call = a.convene();
  const item = a.item(call, { election });
  const sitting = a.hold(call, { tellers: [a.person(1), a.person(3)] });
  a.begin(sitting, item);
  const result = a.elect(election, sitting, { c1: 6, c2: 5, c3: 1 }, { present: 7 });
  a.end(sitting);
  a.begin(sitting, "aob");
  a.house.do(a.person(0), "sitting.close", { sitting });
  return { election, result };
}

/** Five of nine sign that this one's office ends. */
function recallOf(a: Meeting, office: ActId, n: number): void {
  const motion = a.move({ subject: { type: "end-office", office, holder: a.person(n).member } });
  for (const p of [0, 1, 2, 3, 4]) a.house.do(a.person(p), "now.sign", { motion, version: a.version(motion) });
}

/** The vote over days on an election that was put to all; these cast what they say. */
function allVote(a: Meeting, election: ActId, again: ActId, cast: Record<number, string[]>): void {
  const version = a.vote(a.house.state.binding.decisions.get(again)!.vote!).version;
  const closes = a.house.now + 85 * HOUR;
  const tellers = [a.person(6).member];
  const vote = a.house.do(a.person(7), "vote.open", { election, version, mode: "count", closes, tellers, again });
  a.house.wait(12 * HOUR + 1000);
  for (const [n, choice] of Object.entries(cast))
    expect(ruleOf(a.cast(vote, a.person(Number(n)), choice))).toBe("entered");
  a.house.wait(74 * HOUR);
  const all = Object.values(cast);
  const of = (key: string) => all.filter((c) => c.includes(key)).length;
  const keys = a.vote(vote).ballot!.map((c) => c.key);
  const counts = { ...Object.fromEntries(keys.map((k) => [k, of(k)])), none: 0, blank: 0, invalid: 0 };
  a.house.do(a.person(6), "tally", { vote, counts, ...a.listing(vote) });
  a.declare(vote);
}

/** Ivo was elected to convene. */
function office() {
  const a = new Meeting(NINE);
  const terms = { seats: 1, rule: "plurality", termDays: 300, powers: ["convene"] };
  const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
  a.house.do(a.person(8), "nominate", { election, candidate: a.person(8).member });
  const call = a.convene();
  const item = a.item(call, { election });
  const sitting = a.hold(call);
  a.begin(sitting, item);
  a.elect(election, sitting, { c1: 6 }, { present: 7 });
  a.end(sitting);
  a.begin(sitting, "aob");
  a.house.do(a.person(0), "sitting.close", { sitting });
  const recall = () => a.move({ subject: { type: "end-office", office: election, holder: a.person(8).member } });
  const sign = (n: number, motion: ActId) =>
    ruleOf(a.house.put(a.person(n), "now.sign", { motion, version: a.version(motion) }));
  const stage = () => officeStage(a.house.state, a.house.state.elections.offices[0]!, a.house.now);
  const decision = (on: ActId) => [...a.house.state.binding.decisions.values()].findLast((d) => d.on === on)!;
  return { a, election, recall, sign, stage, decision };
}

describe("the recall at any hour", () => {
  it("O-14, B-6: at three in the morning five of nine sign it, and the office ends with the fifth", () => {
    const { a, recall, sign, stage, decision } = office();
    const motion = recall();
    // No hour, no meeting, no notice: and four of nine do nothing.
    expect([0, 1, 2, 3].map((n) => sign(n, motion))).toEqual(Array(4).fill("entered"));
    expect(stage()).toBe("held");
    expect(sign(4, motion)).toBe("entered");
    expect(stage()).toBe("ended");
    expect(decision(motion)).toMatchObject({ way: "signed", voted: 5, whole: 9, from: a.house.now });
    // It was before more than half: nobody puts it to all.
    expect(ruleOf(a.house.put(a.person(8), "put.all", { result: decision(motion).id }))).toBe("B-9");
    expect(powerOf(a.house.state, a.person(8).member, "convene", a.house.now)).toBeUndefined();
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("O-14: whoever asks for secrecy doesn't keep the others from it; and each may take theirs back", () => {
    const { a, recall, sign, stage } = office();
    const motion = recall();
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "ask.secret", { motion });
    for (const n of [0, 1, 2, 3]) sign(n, motion);
    a.house.do(a.person(3), "now.back", { motion });
    expect([sign(4, motion), stage()]).toEqual(["entered", "held"]);
    expect([sign(3, motion), stage()]).toEqual(["entered", "ended"]);
    expect(sign(5, motion)).toBe("V-11");
  });

  it("O-14: also while what few decided about it is put to all; what all then say brings nobody back", () => {
    const { a, recall, sign, stage, decision } = office();
    const first = recall();
    const call = a.convene();
    const item = a.item(call, { motion: first });
    const next = a.hold(call);
    a.begin(next, item);
    a.decide(first, next, figures({ for: 3, against: 1 }), 4, "paper");
    // Fewer than half: the office is held on, and a fifth who like it could hold it on for long.
    expect([forceStage(decision(first), a.house.now), stage()]).toEqual(["waits", "held"]);
    for (const n of [6, 7, 8])
      if (forceStage(decision(first), a.house.now) === "waits")
        a.house.do(a.person(n), "put.all", { result: decision(first).id });
    expect([forceStage(decision(first), a.house.now), stage()]).toEqual(["suspended", "held"]);
    const motion = recall();
    for (const n of [0, 1, 2, 3, 4]) expect(sign(n, motion)).toBe("entered");
    expect(stage()).toBe("ended");
    a.house.wait(8 * DAY);
    expect(stage()).toBe("ended");
  });

  it("O-14: while a vote over days on it is open, too; and what that vote says changes nothing then", () => {
    const { a, recall, sign, stage } = office();
    const motion = recall();
    a.house.do(a.person(2), "second", { motion });
    a.house.wait(2 * DAY);
    const tellers = [a.person(5).member];
    const closes = a.house.now + 84 * HOUR;
    const vote = a.house.do(a.person(0), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes,
      tellers,
    });
    for (const n of [6, 7, 8]) a.cast(vote, a.person(n), "against");
    for (const n of [0, 1, 2, 3, 4]) expect(sign(n, motion)).toBe("entered");
    expect(stage()).toBe("ended");
    a.house.wait(85 * HOUR);
    expect(overtaken(a.house.state, a.vote(vote))).toBe(true);
    const lost = { vote, counts: figures({ against: 3 }), whole: 9, outcome: "lost" };
    expect(
      ruleOf(a.house.put(a.person(5), "tally", { vote, counts: figures({ against: 3 }), ...a.listing(vote) })),
    ).not.toBe("entered");
    expect(ruleOf(a.house.put(a.person(5), "result", lost))).not.toBe("entered");
    expect([a.house.state.motions.motions.get(motion)?.status, stage()]).toEqual(["carried", "ended"]);
  });

  it("O-14, B-9: who was recalled isn't brought back by putting the election to all, nor nominated in it again", () => {
    const { a, election, recall, sign, stage, decision } = office();
    const result = decision(election).id;
    const motion = recall();
    for (const n of [0, 1, 2, 3, 4]) sign(n, motion);
    for (const n of [7, 8])
      expect(a.house.put(a.person(n), "put.all", { result })).toMatchObject({ rule: "O-14", code: "all-recalled" });
    a.house.wait(30 * DAY);
    expect(stage()).toBe("ended");
    // A new election is open to anybody.
    const next = a.house.do(a.person(0), "election.open", { title: a.words(), ...TERMS });
    expect(ruleOf(a.house.put(a.person(7), "nominate", { election: next, candidate: a.person(8).member }))).toBe(
      "entered",
    );
  });

  it("O-14, B-10: of two elected one is recalled: all elect them once more, and that seat stays empty, the other's is held", () => {
    const a = new Meeting(NINE);
    const { election, result } = two(a);
    const seats = () => {
      const { offices } = a.house.state.elections;
      return [7, 8].map((n) => {
        const last = offices.findLast((o) => o.holder === a.person(n).member);
        return last && officeStage(a.house.state, last, a.house.now);
      });
    };
    expect(seats()).toEqual(["held", "held"]);
    recallOf(a, election, 8);
    expect(seats()).toEqual(["held", "ended"]);
    for (const n of [7, 8]) expect(ruleOf(a.house.put(a.person(n), "put.all", { result }))).toBe("entered");
    allVote(a, election, result, { 3: ["c1", "c2"], 5: ["c1", "c2"], 7: ["c1", "c2"], 8: ["c1", "c2"] });
    expect(a.house.state.binding.decisions.get(result)?.settled).toMatchObject({ stands: true, few: false });
    expect(seats()).toEqual(["held", "ended"]);
    expect(a.house.refold(20).size).toBe(a.house.state.size);
  });

  it("O-14: nobody recalled: an election that was put to all gives its seats as before", () => {
    const a = new Meeting(NINE);
    const { election, result } = two(a);
    for (const n of [4, 5]) a.house.do(a.person(n), "put.all", { result });
    allVote(a, election, result, { 3: ["c1", "c2"], 5: ["c1", "c2"], 7: ["c1", "c2"], 8: ["c1", "c2"] });
    const held = a.house.state.elections.offices.filter((o) => officeStage(a.house.state, o, a.house.now) === "held");
    expect(held.map((o) => o.holder)).toEqual([a.person(7).member, a.person(8).member]);
  });

  it("O-14: only an office that is held; and nothing else about a person is decided by signatures", () => {
    const { a, recall, sign, stage } = office();
    const [one, two] = [recall(), recall()];
    for (const n of [0, 1, 2, 3, 4]) sign(n, one);
    expect([stage(), sign(0, two)]).toEqual(["ended", "O-14"]);
    const zoe = a.house.join("zoe", "guest");
    const stay = a.move({ subject: { type: "guest-stay", member: zoe.member, ground: "flood" } });
    a.house.wait(HOUR);
    expect(sign(0, stay)).toBe("B-6");
  });

  it("O-14: more than half of the roll, whatever majority other decisions need; who rests isn't counted, who signs is awake", () => {
    const { a, recall, sign, stage } = office();
    const { members } = a.house.state.members;
    // Gus, Hana and Ivo were asked twice, and rest: three of six are not more than half, four are.
    const rest = [6, 7, 8].map((n) => members.get(a.person(n).member)!);
    for (const m of rest)
      m.asks = [0, 1].map((n) => ({ by: a.person(n).member, at: (a.house.now - 15 * DAY) as never }));
    const motion = recall();
    for (const n of [0, 1, 2]) sign(n, motion);
    expect(stage()).toBe("held");
    expect([sign(6, motion), stage()]).toEqual(["entered", "ended"]);
  });

  it("O-14, K-8: who has a card recalls like anybody, by a code that one member enters and another cosigns", () => {
    const { a, recall, sign, stage } = office();
    const eva = "0e".repeat(16) as MemberId;
    const [code, spare] = ["ABC123DEF456GH78", "DEF456GH78ABC123"];
    const codes = [code, spare].map((c) => toHex(sha256(cardCodeBytes(eva, c))) as Hash);
    const sitting = a.hold(a.convene());
    const card = a.house.do(a.person(1), "card", { member: eva, name: text("Eva"), codes, sitting });
    a.house.do(a.person(2), "cosign", { of: card });
    a.house.do(a.person(3), "card.confirm", { card });
    a.house.wait(10 * DAY);
    // Ten have a vote now: it takes six.
    const motion = recall();
    for (const n of [0, 1, 2, 3, 4]) sign(n, motion);
    expect(stage()).toBe("held");
    const data = { what: "sign", motion, version: a.version(motion), member: eva, code };
    const entered = a.house.do(a.person(1), "now.card", data);
    expect(stage()).toBe("held");
    a.house.do(a.person(2), "cosign", { of: entered });
    expect(stage()).toBe("ended");
  });
});
