/** Where chapters meet: what was put to all, and run-offs, counts, offices, halls on paper (B-11, B-13, O-14). */
import { type ActId, toHex } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, type Person, ruleOf, sha256, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { viewStage } from "../archive/out-of-view.ts";
import { officeStage } from "../elections/queries.ts";
import { isMember } from "../members/standing.ts";
import { statutesOf } from "../statutes/queries.ts";
import { forceStage } from "./put-all.ts";

const NINE = ["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"];
const secretOf = (p: Person) => toHex(sha256(new TextEncoder().encode(p.name)));
const commitOf = (p: Person) => toHex(sha256(Uint8Array.from(Buffer.from(secretOf(p), "hex"))));

describe("ends", () => {
  it("O-14, B-11: a second decision that ends an office holds when the first falls", () => {
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
    const end = () => a.move({ subject: { type: "end-office", office: election, holder: a.person(8).member } });
    const decideEnd = (motion: ActId, counts: Record<string, number>) => a.meet(motion, counts, { mode: "paper" });
    const first = end();
    const second = end();
    const r1 = decideEnd(first, figures({ for: 3, against: 1 }));
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result: r1 });
    const data = { motion: first, version: a.version(first), again: r1 };
    const tellers = [a.person(1).member];
    a.house.do(a.person(7), "vote.open", { ...data, mode: "count", closes: a.house.now + 84 * HOUR, tellers });
    // Meanwhile six of nine end it.
    decideEnd(second, figures({ for: 6 }));
    const office = a.house.state.elections.offices[0]!;
    a.house.wait(30 * DAY);
    expect(officeStage(a.house.state, office, a.house.now)).toBe("ended");
  });
});

describe("paper", () => {
  it("B-13: who asks for secrecy after a hall on paper voted by hands undoes nothing", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const call = a.convene();
    a.item(call, { motion });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const tellers = [a.person(1).member, a.person(2).member];
    const vote = a.house.do(a.person(0), "paper.vote", {
      call,
      motion,
      version: a.version(motion),
      mode: "hands",
      counts: figures({ for: 7, against: 2 }),
      present: 9,
      tellers,
      held: starts + HOUR,
    });
    a.house.do(a.person(1), "paper.sign", { vote });
    for (const n of [7, 8]) a.house.do(a.person(n), "ask.secret", { motion });
    expect(ruleOf(a.house.put(a.person(2), "paper.sign", { vote }))).toBe("entered");
  });
});

describe("elections", () => {
  it("B-11, O-9: never more than the seats, where a run-off and what was put to all meet", () => {
    const a = new Meeting(NINE);
    const terms = { seats: 2, rule: "plurality", termDays: 300, powers: ["convene"] };
    const election = a.house.do(a.person(0), "election.open", { title: a.words(), ...terms });
    for (const n of [6, 7, 8]) a.house.do(a.person(n), "nominate", { election, candidate: a.person(n).member });
    const hold = (counts: Record<string, number>, present: number) => {
      const call = a.convene();
      const on = a.house.state.meetings.calls.get(call)!.agenda.find((i) => i.election === election);
      const item = on?.id ?? a.item(call, { election });
      const sitting = a.hold(call);
      a.begin(sitting, item);
      const r = a.elect(election, sitting, counts, { present });
      a.end(sitting);
      a.begin(sitting, "aob");
      a.house.do(a.person(0), "sitting.close", { sitting });
      return r;
    };
    const r1 = hold({ c1: 4, c2: 2, c3: 2 }, 4);
    for (const n of [4, 5]) a.house.do(a.person(n), "put.all", { result: r1 });
    hold({ c1: 5, c2: 1 }, 6);
    const version = a.vote(a.house.state.votes.results.get(r1)!).version;
    const data = {
      election,
      version,
      again: r1,
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      tellers: [a.person(1).member],
    };
    const open = a.house.put(a.person(4), "vote.open", data);
    if (!open.ok) throw new Error(open.code);
    const vote = open.value.id;
    a.house.wait(12 * HOUR);
    for (const n of [0, 2, 3, 4]) a.cast(vote, a.person(n), ["c1", "c2"]);
    a.house.wait(73 * HOUR);
    a.tally(vote, { c1: 4, c2: 4, c3: 0, none: 0, blank: 0, invalid: 0 });
    a.declare(vote);
    expect(a.house.state.elections.elections.get(election)?.open).toBe(0);
    const held = a.house.state.elections.offices.filter((o) => officeStage(a.house.state, o, a.house.now) === "held");
    expect(held.length).toBe(2);
  });
});

describe("put to all", () => {
  it("B-11, V-59: what fell when it was put to all isn't brought into force by counting that vote again", () => {
    const a = new Meeting(NINE);
    const motion = a.move({ subject: { type: "statutes", changes: { voting: { hours: 96 } } } });
    a.house.wait(7 * DAY);
    const call = a.convene();
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const result = a.decide(motion, sitting, figures({ for: 4, against: 1 }));
    for (const n of [4, 5]) a.house.do(a.person(n), "put.all", { result });
    for (const n of [2, 3]) a.house.do(a.person(n), "teller.offer", { commit: commitOf(a.person(n)) });
    const vote = a.house.do(a.person(5), "vote.open", {
      motion,
      version: a.version(motion),
      mode: "count",
      closes: a.house.now + 84 * HOUR,
      again: result,
      tellers: [a.person(1).member],
    });
    for (const n of [2, 3]) a.house.put(a.person(n), "teller.reveal", { vote, secret: secretOf(a.person(n)) });
    a.house.wait(12 * HOUR);
    const given = new Map<number, ReturnType<Meeting["position"]>>();
    for (const n of [0, 2, 3, 4, 5, 6, 7, 8]) {
      const at = a.position(vote, a.person(n), n > 5 ? "against" : "for");
      given.set(n, at);
      a.house.do(a.person(n), "vote.cast", at);
    }
    a.house.wait(73 * HOUR);
    a.tally(vote, figures({ for: 5, against: 3 }));
    a.declare(vote);
    const decision = [...a.house.state.binding.decisions.values()][0]!;
    expect(forceStage(decision, a.house.now)).toBe("fell");
    // One of those who wanted the rules misses a number, and shows it to those drawn.
    for (const n of [6, 7, 8]) a.house.put(a.person(n), "teller.offer", { commit: commitOf(a.person(n)) });
    a.house.do(a.person(0), "number.missing", { vote, teller: a.person(1).member });
    for (const n of [6, 7, 8])
      a.house.do(a.person(n), "teller.reveal", { vote, recount: true, secret: secretOf(a.person(n)) });
    const { opening } = a.house.position(vote, "for", "again");
    a.house.do(a.person(0), "opening.again", { vote, opening });
    const round = a.vote(vote).rounds?.at(-1);
    for (const d of round?.drawn ?? []) {
      a.house.do(a.byMember(d), "recount", { vote, upheld: 0, of: 1 });
    }
    expect(forceStage(decision, a.house.now)).toBe("fell");
    expect(statutesOf(a.house.state, a.house.now).voting.hours).toBe(72);
  });
});

describe("an admission", () => {
  it("M-12, B-8: a second decision that ends it, of few, doesn't bring back who was ended by the first", () => {
    const a = new Meeting(NINE);
    const jo = a.house.join("jo", "member");
    a.house.put(a.person(1), "vouch", { member: jo.member });
    a.house.wait(4 * DAY);
    const grounds = ["invented", "another-name"] as const;
    const motions = grounds.map((ground) => a.move({ subject: { type: "contest", member: jo.member, ground } }));
    for (const about of motions) a.house.do(jo, "say", { about, text: a.words() });
    const counts = [figures({ for: 6 }), figures({ for: 2 })];
    const member = () => isMember(a.house.state, jo.member, a.house.now);
    expect(member()).toBe(true);
    for (const [n, motion] of motions.entries()) {
      a.meet(motion, counts[n]!, { mode: "paper" });
      expect(member()).toBe(false);
    }
  });
});

describe("words out of view", () => {
  it("E-9, B-8, B-9, B-11: what few bring back waits, and stays out of view where all are against it", () => {
    const a = new Meeting(NINE);
    const words = text("words");
    const motion = a.house.do(a.person(4), "move", { title: a.words(), text: words, subject: { type: "text" } });
    a.house.do(a.person(4), "withdraw", { motion });
    const attachments = [words.hash];
    const stage = () => viewStage(a.house.state, words.hash, a.house.now);
    a.meet(a.move({ subject: { type: "erasure", attachments, ground: "harms-a-person" } }), figures({ for: 6 }));
    a.house.do(a.person(4), "appeal", { attachment: words.hash });
    const restore = a.move({ by: a.person(4), subject: { type: "restore", attachments } });
    const result = a.meet(restore, figures({ for: 2 }));
    expect(stage()).toBe("appealed");
    for (const n of [5, 6]) a.house.do(a.person(n), "put.all", { result });
    const named = { version: a.version(restore), tellers: [a.person(1).member] };
    const open = { motion: restore, mode: "count", closes: a.house.now + 84 * HOUR, again: result, ...named };
    const vote = a.house.do(a.person(5), "vote.open", open);
    a.house.wait(12 * HOUR);
    for (const n of [1, 2, 3, 5, 6, 7]) a.cast(vote, a.person(n), "against");
    a.house.wait(73 * HOUR);
    a.tally(vote, figures({ against: 6 }));
    a.declare(vote);
    expect(stage()).toBe("appealed");
    a.house.wait(60 * DAY);
    expect(stage()).toBe("gone");
  });
});

describe("what was put to all", () => {
  function suspended() {
    const admission = { decision: true };
    const a = new Meeting(NINE, { statutes: (s) => ({ ...s, admission: { ...s.admission, ...admission } }) });
    const jo = a.house.join("jo", "member");
    a.house.do(a.person(1), "vouch", { member: jo.member });
    const subject = { type: "admission", member: jo.member } as const;
    const motions = [a.move({ subject }), a.move({ subject }), a.move()] as const;
    a.house.wait(4 * DAY);
    const result = a.meet(motions[0], figures({ for: 2 }), { mode: "paper" });
    for (const n of [7, 8]) a.house.do(a.person(n), "put.all", { result });
    const named = { version: a.version(motions[0]), tellers: [a.person(8).member] };
    const open = { motion: motions[0], again: result, mode: "count", closes: a.house.now + 84 * HOUR, ...named };
    a.house.do(a.person(7), "vote.open", open);
    const decision = a.house.state.binding.decisions.get(result)!;
    const member = () => isMember(a.house.state, jo.member, a.house.now);
    return { a, motions, decision, member };
  }

  it("B-10: a vote on another motion takes nothing back that was put to all", () => {
    const { a, motions, decision } = suspended();
    a.meet(motions[2], figures({ for: 6 }));
    expect(forceStage(decision, a.house.now)).toBe("suspended");
  });

  it("M-9, B-10: an admission that waits for all holds up no other decision on it", () => {
    const { a, motions, member } = suspended();
    expect(member()).toBe(false);
    a.meet(motions[1], figures({ for: 6 }), { mode: "paper" });
    expect(member()).toBe(true);
  });
});

describe("a sitting after a hall on paper", () => {
  it("B-13: whoever opens one once a vote was entered undoes it not", () => {
    const a = new Meeting(NINE);
    const motion = a.move();
    const call = a.convene();
    a.item(call, { motion });
    const { starts } = a.house.state.meetings.calls.get(call)!;
    a.house.wait(starts - a.house.now + DAY);
    const [chair, one, two, other] = [0, 1, 2, 8].map((n) => a.person(n)) as [Person, Person, Person, Person];
    const count = { mode: "hands", counts: figures({ for: 7, against: 2 }), present: 9, held: starts + HOUR };
    const tellers = [one.member, two.member];
    const vote = a.house.do(chair, "paper.vote", { call, motion, version: a.version(motion), tellers, ...count });
    a.house.do(one, "paper.sign", { vote });
    // Both at once can't be: on paper it is entered when no sitting of it can be opened any more (G-27).
    expect(ruleOf(a.house.put(other, "sitting.open", { title: a.words(), tellers, call }))).toBe("G-27");
    a.house.do(two, "paper.sign", { vote });
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });
});
