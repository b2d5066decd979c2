/** Nobody holds up by holding: whose turn it is to call, what a meeting takes over, when there is a result at the latest (V-25, V-49, V-70, V-71, V-75). */
import type { ActId } from "@nabat/kernel";
import { template, type TemplateName } from "@nabat/body";
import { Assembly, DAY, figures, HOUR, Meeting, type Person, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { lastVersion } from "../motions/amending.ts";
import { bound } from "./bound.ts";
import { overtaken, voteStage, waitingVotes } from "./course.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil", "hana", "ida"];
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const motionOf = (a: Assembly, id: ActId) => a.house.state.motions.motions.get(id)!;

/** Calls a vote by name outside a sitting; `hours` until it closes. */
function call(a: Assembly, motion: ActId, by: Person, hours = 72): string {
  const data = { motion, version: a.version(motion), mode: "name", closes: a.house.now + hours * HOUR };
  return ruleOf(a.house.put(by, "vote.open", data));
}

/** A motion of the first person, seconded, whose talk is over. */
function ready(a: Assembly): ActId {
  const motion = a.move();
  a.house.do(a.person(3), "second", { motion });
  a.house.wait(DAY);
  return motion;
}

function amend(a: Assembly, motion: ActId, by: Person, place: object): ActId {
  const { base } = lastVersion(motionOf(a, motion));
  const subject = { type: "amendment", motion, base, place };
  return a.house.do(by, "move", { title: a.words(), text: a.words(), subject });
}

describe("whose turn it is to call", () => {
  it("V-70: an opponent can't call for 33 days what somebody else moved; its mover calls, short or long", () => {
    const a = new Assembly(names, byName);
    const motion = ready(a);
    expect(call(a, motion, a.person(8), 792)).toBe("V-70");
    // Who seconded it is as much of a stranger to it.
    expect(call(a, motion, a.person(3))).toBe("V-70");
    expect(call(a, motion, a.person(0), 72 + 720)).toBe("entered");
  });

  it("V-70, V-18: after the mover's week anybody calls, for the shortest term; the mover for longer still", () => {
    const a = new Assembly(names, byName);
    const [one, two] = [ready(a), ready(a)];
    a.house.wait(7 * DAY - DAY - 1);
    expect(call(a, one, a.person(8))).toBe("V-70");
    a.house.wait(1);
    expect(call(a, one, a.person(8), 74)).toBe("V-70");
    expect(call(a, one, a.person(8), 71)).toBe("V-18");
    expect(call(a, one, a.person(8), 73)).toBe("entered");
    expect(call(a, two, a.person(0), 200)).toBe("entered");
  });

  it("V-70: the week runs from the last second that was needed; further ones change nothing", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    a.house.wait(3 * DAY);
    a.house.do(a.person(3), "second", { motion });
    a.house.wait(6 * DAY);
    a.house.do(a.person(4), "second", { motion });
    expect(call(a, motion, a.person(8))).toBe("V-70");
    a.house.wait(DAY);
    expect(call(a, motion, a.person(8))).toBe("entered");
  });

  it("V-70: nobody waits for a mover who has left", () => {
    const a = new Assembly(names, byName);
    const motion = a.move({ by: a.person(7) });
    a.house.do(a.person(3), "second", { motion });
    a.house.wait(DAY);
    a.house.do(a.person(7), "leave", {});
    expect(call(a, motion, a.person(8))).toBe("entered");
  });

  it("V-25: what is voted by name and nobody declared waits for a day after its delay, not for a week", () => {
    const a = new Assembly(names, byName);
    const motion = ready(a);
    expect(call(a, motion, a.person(0))).toBe("entered");
    a.house.wait(72 * HOUR + 10 * 60_000 + DAY - 1);
    expect(call(a, motion, a.person(0))).toBe("V-25");
    a.house.wait(1);
    expect(call(a, motion, a.person(0))).toBe("entered");
  });
});

describe("what a called meeting decides in place of a vote outside", () => {
  /** A vote for as long as it may be, and a meeting five days on that has the motion on its agenda or not. */
  function long(named = true, type: "decide" | "consult" = "decide") {
    const a = new Meeting(names, byName);
    const motion = ready(a);
    expect(call(a, motion, a.person(0), 792)).toBe("entered");
    const vote = motionOf(a, motion).votes[0]!;
    a.cast(vote, a.person(5), "for");
    const meeting = a.convene({ days: 5, type, itemsUntil: a.house.now + DAY });
    const item = a.item(meeting, named ? { motion } : {});
    return { a, motion, vote, meeting, item };
  }
  const put = (a: Assembly, motion: ActId, sitting: ActId, by = a.person(0)) =>
    ruleOf(a.house.put(by, "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));

  it("V-71: the meeting whose call names it decides; what was cast outside falls and nothing more is cast there", () => {
    const { a, motion, vote, meeting, item } = long();
    const sitting = a.hold(meeting);
    a.begin(sitting, item);
    expect(put(a, motion, sitting)).toBe("entered");
    expect(overtaken(a.house.state, a.vote(vote))).toBe(true);
    expect(voteStage(a.house.state, a.vote(vote), a.house.now)).toBe("overtaken");
    expect(ruleOf(a.cast(vote, a.person(6), "for"))).toBe("V-71");
    const own = motionOf(a, motion).votes[1]!;
    a.house.do(a.person(0), "vote.close", { vote: own });
    a.tally(own, figures({ for: 5, against: 1 }), 6);
    a.declare(own);
    expect(motionOf(a, motion).status).toBe("carried");
  });

  /** Three meet two hours before five others, who are called to decide the same. */
  function nightBefore(n = 9) {
    const a = new Meeting(names.slice(0, n));
    const motion = a.move();
    const honest = a.convene({ days: 4.1 });
    const item = a.item(honest, { motion });
    const night = a.convene({ by: a.person(6) });
    const early = a.item(night, { motion }, a.person(6));
    const held = a.hold(night, { by: a.person(6), tellers: [a.person(7), a.person(8)], board: false });
    for (const p of [6, 7, 8]) a.house.do(a.person(p), "sitting.here", { sitting: held });
    a.house.wait(16 * 60_000);
    const tellers = [a.person(7).member, a.person(8).member];
    a.put(held, { what: "board", chair: a.person(6).member, tellers }, a.person(6));
    for (const p of [7, 8]) {
      const board = [...a.house.state.motions.motions.keys()].at(-1)!;
      if (motionOf(a, board).status === "standing") a.house.do(a.person(p), "second", { motion: board });
    }
    a.begin(held, early, a.person(6));
    a.house.wait(60_000);
    const meets = () => {
      const sitting = a.hold(honest);
      a.begin(sitting, item);
      return sitting;
    };
    return { a, motion, honest, item, night, held, meets };
  }

  it("V-71: three who vote the night before and leave it open keep no other meeting from it for longer than an hour", () => {
    const { a, motion, held, meets } = nightBefore();
    expect(put(a, motion, held, a.person(6))).toBe("entered");
    const sitting = meets();
    a.decide(motion, sitting, figures({ for: 5 }), 5);
    expect(motionOf(a, motion).status).toBe("carried");
    expect(overtaken(a.house.state, a.vote(motionOf(a, motion).votes[0]!))).toBe(true);
  });

  it("V-71: a vote of a meeting at which as many are isn't taken from it, nor one that was called within the hour", () => {
    const { a, motion, held, honest, item } = nightBefore();
    const sitting = a.hold(honest, { board: false });
    for (const p of [0, 1, 2]) a.house.do(a.person(p), "sitting.here", { sitting });
    a.house.wait(16 * 60_000);
    a.settle(
      sitting,
      { what: "board", chair: a.person(0).member, tellers: [a.person(1).member, a.person(2).member] },
      figures({ for: 3 }),
    );
    a.begin(sitting, item);
    expect(put(a, motion, held, a.person(6))).toBe("entered");
    for (const p of [3, 4]) a.house.do(a.person(p), "sitting.here", { sitting });
    expect(put(a, motion, sitting)).toBe("V-25");
    // G-33: the item can be closed, and comes to the next meeting.
    a.house.wait(50 * 60_000);
    expect(put(a, motion, sitting)).toBe("V-25");
    a.house.wait(11 * 60_000);
    expect(put(a, motion, sitting)).toBe("entered");
    // Three there can't take it back from five here.
    a.house.wait(2 * HOUR);
    expect(put(a, motion, held, a.person(6))).toBe("V-25");
  });

  it("V-77: what three refuse the night before is decided at the meeting that is called, and not at theirs again", () => {
    const { a, motion, held, meets } = nightBefore();
    // Two of them count, and say that all nine were there.
    a.decide(motion, held, figures({ against: 9 }), 9);
    expect(motionOf(a, motion).status).toBe("standing");
    expect(put(a, motion, held, a.person(6))).toBe("V-77");
    const sitting = meets();
    a.decide(motion, sitting, figures({ for: 5 }), 5);
    expect(motionOf(a, motion).status).toBe("carried");
  });

  it("V-77: refused by half of the roll, or where no other meeting is called to decide it, it is refused", () => {
    for (const [other, against] of [
      [true, 6],
      [false, 3],
    ] as const) {
      const a = new Meeting(names);
      const motion = a.move();
      if (other) a.item(a.convene({ days: 6 }), { motion });
      a.meet(motion, figures({ against }), { present: against });
      expect(motionOf(a, motion).status).toBe("lost");
    }
  });

  it("V-71: not before the shortest term is over, not off the agenda, not to consult, not at a sitting nobody called", () => {
    const soon = long();
    const early = soon.a.sitting();
    // At a sitting that nobody called it is an opinion, which ends nothing (B-3).
    expect(put(soon.a, soon.motion, early)).toBe("entered");
    expect(overtaken(soon.a.house.state, soon.a.vote(soon.vote))).toBe(false);
    // At a meeting that only consults it is one too (G-28).
    for (const [other, says] of [
      [long(false), "G-26"],
      [long(true, "consult"), "entered"],
    ] as const) {
      const sitting = other.a.hold(other.meeting);
      other.a.begin(sitting, other.item);
      expect(put(other.a, other.motion, sitting)).toBe(says);
      expect(waitingVotes(other.a.house.state, motionOf(other.a, other.motion), other.a.house.now)).toHaveLength(1);
    }
  });

  it("V-71: an election over days too, and no vote gives way to a sitting that there isn't", () => {
    const a = new Meeting(names);
    const open = { title: a.words(), seats: 1, rule: "approval", termDays: 30, powers: [] };
    const until = a.house.now + DAY;
    const election = a.house.do(a.person(0), "election.open", { ...open, nominationsUntil: until });
    a.house.do(a.person(4), "nominate", { election, candidate: a.person(4).member });
    a.house.wait(DAY + 1);
    const tellers = [a.person(1).member];
    const outside = a.callElection(election, { mode: "count", closes: a.house.now + 792 * HOUR, tellers });
    const nowhere = { election, version: a.ballot(election), mode: "hands", sitting: "e".repeat(64) };
    expect(ruleOf(a.house.put(a.person(0), "vote.open", nowhere))).toBe("V-25");
    const meeting = a.convene({ days: 5, itemsUntil: a.house.now + DAY });
    const item = a.item(meeting, { election });
    const sitting = a.hold(meeting);
    a.begin(sitting, item);
    a.elect(election, sitting, { c1: 6 });
    expect(voteStage(a.house.state, a.vote(outside), a.house.now)).toBe("overtaken");
    expect(a.house.state.elections.elections.get(election)!.elected).toEqual([a.person(4).member]);
  });

  it("V-71, G-33: a vote that was called in the hour before the meeting runs, and its item can be closed", () => {
    const a = new Meeting(names, byName);
    const motion = ready(a);
    const meeting = a.convene({ days: 4, itemsUntil: a.house.now + DAY });
    const item = a.item(meeting, { motion });
    a.house.wait(4 * DAY - HOUR);
    expect(call(a, motion, a.person(0))).toBe("entered");
    const sitting = a.hold(meeting);
    a.begin(sitting, item);
    expect(put(a, motion, sitting)).toBe("V-25");
    a.end(sitting);
    expect(a.house.state.meetings.carried.map((i) => i.motion)).toEqual([motion]);
  });

  it("V-25: an amendment isn't voted on in a hall while its motion is voted on outside: its text stays", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    const change = amend(a, motion, a.person(8), { what: "strike", from: 1, to: 1 });
    a.house.do(a.person(3), "second", { motion });
    a.house.wait(DAY);
    expect(call(a, motion, a.person(0))).toBe("entered");
    const sitting = a.sitting();
    const data = { motion: change, version: a.version(change), mode: "hands", sitting };
    a.agreeAll({ motion: change }, a.version(change));
    a.house.wait(60_000);
    expect(a.house.put(a.person(0), "vote.open", data)).toMatchObject({ code: "vote-on-its-motion" });
  });
});

describe("amendments hold for one round", () => {
  const place = { what: "strike", from: 1, to: 1 };

  it("V-49: ten at one place, one after the other, hold their motion once", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    const [first, second] = [amend(a, motion, a.person(7), place), amend(a, motion, a.person(8), place)];
    for (const m of [motion, first, second]) a.house.do(a.person(3), "second", { motion: m });
    a.house.wait(DAY);
    expect(call(a, motion, a.person(0))).toBe("V-49");
    expect(call(a, first, a.person(7))).toBe("entered");
    expect(call(a, motion, a.person(0))).toBe("V-49");
    a.house.wait(72 * HOUR + 10 * 60_000);
    a.declare(motionOf(a, first).votes[0]!);
    // The second one, of the same place, was there in time and has its seconds: it may be voted on, and holds nothing up.
    expect(call(a, motion, a.person(0))).toBe("entered");
  });

  it("V-49: one that is seconded and never voted on holds until talk, one round and a day are over; then it falls", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    const change = amend(a, motion, a.person(7), place);
    for (const m of [motion, change]) a.house.do(a.person(3), "second", { motion: m });
    a.house.wait((24 + 72 + 24) * HOUR - 1);
    expect(call(a, motion, a.person(0))).toBe("V-49");
    // Called at the last moment, by its own mover and for as long as may be: it ends with the motion's vote.
    expect(call(a, change, a.person(7), 792)).toBe("entered");
    a.house.wait(1);
    expect(call(a, motion, a.person(0))).toBe("entered");
    const late = motionOf(a, change).votes[0]!;
    expect(voteStage(a.house.state, a.vote(late), a.house.now)).toBe("overtaken");
    expect(ruleOf(a.cast(late, a.person(8), "for"))).toBe("V-71");
  });

  it("V-17, V-49: what was changed by vote was talked of: the motion goes to its vote at once", () => {
    const a = new Assembly(names, byName);
    const motion = a.move();
    const change = amend(a, motion, a.person(7), place);
    for (const m of [motion, change]) a.house.do(a.person(3), "second", { motion: m });
    a.house.wait(DAY);
    expect(call(a, change, a.person(7))).toBe("entered");
    for (const n of [1, 2, 3, 4]) a.cast(motionOf(a, change).votes[0]!, a.person(n), "for");
    a.house.wait(72 * HOUR + 10 * 60_000);
    a.declare(motionOf(a, change).votes[0]!);
    expect(lastVersion(motionOf(a, motion)).changes).toEqual([change]);
    expect(call(a, motion, a.person(0))).toBe("entered");
  });
});

describe("a result by then at the latest", () => {
  const days = (name: TemplateName) => {
    const { voting, convene } = template(name, { zone: "UTC", languages: ["en"] });
    const shortest = voting.hours / 24;
    // Talk and one round of amendments or the mover's week, the longest of the mover's terms, the tellers, one vote not counted, a recount, put to all.
    const start = Math.max(voting.discussionHours / 24 + 7, (voting.discussionHours + voting.hours) / 24 + 1);
    return start + shortest + 30 + 3 + (shortest + 2) + convene.noticeDays + 1 + 3 + shortest + 3;
  };

  it.each(["house", "club"] as const)("V-75: n days of the template %s, from the text on", (name) => {
    const a = new Assembly(names, { template: name });
    const motion = a.move();
    const by = bound(a.house.state, motionOf(a, motion), a.house.now)!;
    // A motion that has no seconds yet is reckoned as if it had them now.
    expect((by - a.house.now) / DAY).toBe(days(name));
    expect(days(name)).toBe(name === "house" ? 1 + 7 + 3 + 30 + 3 + 5 + 4 + 9 : 11 + 7 + 30 + 3 + 9 + 15 + 13);
  });

  it("V-75: it comes nearer as the vote is called, and is over with the result", () => {
    const a = new Assembly(names, byName);
    const motion = ready(a);
    const before = bound(a.house.state, motionOf(a, motion), a.house.now)!;
    expect(call(a, motion, a.person(0))).toBe("entered");
    const after = bound(a.house.state, motionOf(a, motion), a.house.now)!;
    expect(before - after).toBe(37 * DAY);
    const sitting = a.sitting();
    const decided = a.move();
    a.decide(decided, sitting, figures({ for: 6 }));
    expect(bound(a.house.state, motionOf(a, decided), a.house.now)).toBeUndefined();
  });
});
