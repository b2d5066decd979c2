/** The course of a meeting, held against G-22 and G-27 to G-38: a chair who skips, silences or kills, locked doors, interruptions. */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, HOUR, Meeting, type Person, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { carriedOver } from "./carry.ts";
import { courseView } from "./views.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const MINUTE = 60_000;
const courseOf = (a: Meeting, s: ActId) => a.house.state.meetings.courses.get(s)!;
const calls = (a: Meeting, c: ActId) => a.house.state.meetings.calls.get(c)!;

/** A meeting of `type` with one item a motion, opened. */
function held(options: { type?: "decide" | "consult" | "inform"; motions?: number; items?: number } = {}) {
  const a = new Meeting(names);
  const motions = Array.from({ length: options.motions ?? 0 }, () => a.move());
  const call = a.convene({ type: options.type ?? "decide" });
  const items = [
    ...motions.map((motion) => a.item(call, { motion })),
    ...Array.from({ length: options.items ?? 0 }, () => a.item(call)),
  ];
  const sitting = a.hold(call);
  const put = (n: number | Person, kind: string, data: object = {}) =>
    ruleOf(a.house.put(typeof n === "number" ? a.person(n) : n, kind, { sitting, ...data }));
  return { a, call, items, motions, sitting, put };
}

describe("opening", () => {
  it("G-27: not before its hour, by those who called it; half an hour later by any member", () => {
    const a = new Meeting(names);
    const call = a.convene();
    const open = (n: number, data: object = {}) =>
      a.house.put(a.person(n), "sitting.open", {
        title: a.words(),
        tellers: [a.person(1).member, a.person(2).member],
        call,
        ...data,
      });
    a.house.wait(4 * DAY - 1);
    expect(open(0)).toMatchObject({ rule: "G-27", code: "too-early" });
    a.house.wait(1);
    expect(open(4)).toMatchObject({ rule: "G-27", code: "not-a-caller" });
    expect(open(0, { hall: "north" })).toMatchObject({ rule: "G-27", code: "no-such-hall" });
    expect(
      ruleOf(
        a.house.put(a.person(0), "sitting.open", {
          title: a.words(),
          tellers: [a.person(1).member, a.person(2).member],
          hall: "north",
        }),
      ),
    ).toBe("G-27");
    // Locked doors (n1:6): nobody who called it comes; the members meet elsewhere and say where.
    a.house.wait(30 * MINUTE);
    expect(open(4, { place: a.words("a field") }).ok).toBe(true);
    expect(open(0)).toMatchObject({ rule: "G-27", code: "hall-open" });
  });

  it("G-27: a meeting is over when its sitting is closed; a bare sitting stays free", () => {
    const { a, call, sitting, put } = held();
    a.begin(sitting, "aob");
    expect(put(0, "sitting.close")).toBe("entered");
    expect(put(0, "sitting.open", {})).toBe("R-3");
    expect(
      a.house.put(a.person(0), "sitting.open", {
        title: a.words(),
        tellers: [a.person(1).member, a.person(2).member],
        call,
      }),
    ).toMatchObject({ rule: "G-27", code: "meeting-over" });
    expect(a.sitting()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("what the type allows", () => {
  it("G-22, G-28: a meeting that informs votes on nothing but its own course", () => {
    const { a, items, motions, sitting, put } = held({ type: "inform", motions: 1 });
    a.begin(sitting, items[0]!);
    expect(put(0, "vote.open", { motion: motions[0], version: a.version(motions[0]!), mode: "hands" })).toBe("G-28");
    expect(a.settle(sitting, { what: "proceed" })).toMatch(/^[0-9a-f]{64}$/);
    a.end(sitting);
    // What it could not decide waits for a meeting that can.
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual(items);
  });

  it("G-22, G-28: a meeting that consults gives an opinion on texts, which does nothing", () => {
    const { a, items, motions, sitting, put } = held({ type: "consult", motions: 1 });
    a.begin(sitting, items[0]!);
    const result = a.decide(motions[0]!, sitting, figures({ for: 6 }));
    expect(a.house.state.motions.motions.get(motions[0]!)).toMatchObject({
      status: "standing",
      opinions: [expect.any(String)],
    });
    expect(a.vote(a.house.state.votes.results.get(result)!).result?.opinion).toBe(true);
    const election = a.house.do(a.person(0), "election.open", {
      title: a.words(),
      seats: 1,
      rule: "plurality",
      termDays: 9,
      powers: [],
      sitting,
    });
    a.house.do(a.person(4), "nominate", { election, candidate: a.person(4).member });
    expect(put(0, "vote.open", { election, version: a.ballot(election), mode: "hands" })).toBe("G-28");
    const establish = a.move({ subject: { type: "establish", body: "committee", seats: 3 } });
    expect(put(0, "vote.open", { motion: establish, version: a.version(establish), mode: "hands" })).toBe("G-28");
  });
});

describe("the chair", () => {
  it("G-29: the opener presides until those present elect a board; they may change tellers too", () => {
    const { a, sitting, put, items } = held({ items: 1 });
    expect(courseOf(a, sitting).chair).toBe(a.person(0).member);
    const tellers = [a.person(4).member, a.person(5).member];
    const guest = a.house.join("gus", "guest");
    const board = (chair: string) =>
      put(3, "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "procedure", procedure: { what: "board", chair } },
      });
    expect(board(guest.member)).toBe("G-29");
    a.settle(sitting, { what: "board", chair: a.person(3).member, secretary: a.person(1).member, tellers });
    expect(courseOf(a, sitting)).toMatchObject({ chair: a.person(3).member, secretary: a.person(1).member });
    expect(a.house.state.sittings.sittings.get(sitting)?.tellers).toEqual(tellers);
    expect(put(0, "item.open", { item: items[0] })).toBe("G-31");
    expect(put(3, "item.open", { item: items[0] })).toBe("entered");
  });

  it("G-30: procedure is put at an open sitting, one at a time by each, voted without quorum", () => {
    const { a, sitting, put } = held({ items: 1 });
    const subject = { type: "procedure", procedure: { what: "proceed" } };
    expect(ruleOf(a.house.put(a.person(3), "move", { title: a.words(), text: a.words(), subject }))).toBe("G-30");
    const guest = a.house.join("gus", "guest");
    expect(put(guest, "move", { title: a.words(), text: a.words(), subject })).toBe("M-2");
    const motion = a.put(sitting, { what: "proceed" });
    expect(put(3, "move", { title: a.words(), text: a.words(), subject })).toBe("G-30");
    expect(ruleOf(a.house.put(a.person(3), "revise", { motion, text: a.words() }))).toBe("V-5");
    expect(
      ruleOf(
        a.house.put(a.person(0), "vote.open", {
          motion,
          version: a.version(motion),
          mode: "count",
          closes: a.house.now + 99 * HOUR,
        }),
      ),
    ).toBe("G-30");
    const bare = a.sitting();
    expect(
      ruleOf(
        a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting: bare }),
      ),
    ).toBe("G-30");
    // One hand of one person present carries it: the house would ask for two there.
    a.decide(motion, sitting, figures({ for: 1 }), 1);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("G-30: nobody in the chair kills a motion to proceed: two who second it call the vote themselves", () => {
    const { a, sitting, put } = held();
    const motion = a.put(sitting, { what: "overrule" });
    const open = (n: number) => put(n, "vote.open", { motion, version: a.version(motion), mode: "hands" });
    a.house.do(a.person(4), "second", { motion });
    expect(open(4)).toBe("V-21");
    a.house.do(a.person(5), "second", { motion });
    a.begin(sitting, "aob");
    expect(put(0, "sitting.close")).toBe("G-30");
    expect(open(4)).toBe("B-12");
    a.house.wait(MINUTE);
    expect(open(4)).toBe("entered");
    const vote = courseOf(a, sitting).votes.at(-1)!;
    expect(put(0, "sitting.close")).toBe("G-35");
    a.house.do(a.person(4), "vote.close", { vote });
    a.tally(vote, figures({ for: 2, against: 4 }), 6);
    a.declare(vote);
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("lost");
    expect(put(0, "sitting.close")).toBe("entered");
  });

  it("G-31: what the chair leaves undone others do: after five minutes, or at once when overruled", () => {
    const { a, items, sitting, put } = held({ items: 2 });
    expect(put(4, "item.open", { item: items[0] })).toBe("G-31");
    expect(put(1, "item.open", { item: items[0] })).toBe("G-31");
    a.house.wait(5 * MINUTE);
    expect(put(4, "item.open", { item: items[0] })).toBe("G-31");
    expect(put(1, "item.open", { item: items[0] })).toBe("entered");
    expect(put(1, "item.close")).toBe("G-31");
    a.settle(sitting, { what: "overrule" });
    expect(put(1, "item.close")).toBe("entered");
    expect(put(2, "item.open", { item: items[1] })).toBe("entered");
  });

  it("G-32: a board is elected by hands unless one objects, then on paper; so is an exclusion", () => {
    const { a, sitting, put } = held();
    for (const [n, procedure] of [
      [3, { what: "board", chair: a.person(4).member }],
      [5, { what: "exclude", member: a.person(4).member }],
    ] as const) {
      const motion = a.put(sitting, procedure, a.person(n));
      a.house.do(a.person(2), "ask.secret", { motion });
      const open = (mode: string) => put(0, "vote.open", { motion, version: a.version(motion), mode });
      expect(open("hands")).toBe("G-32");
      a.house.wait(MINUTE);
      expect(open("paper")).toBe("entered");
    }
  });

  it("G-33: a chair who skips an item is refused, and so is one who closes it unvoted", () => {
    const { a, items, motions, sitting, put } = held({ motions: 2 });
    expect(put(0, "item.open", { item: items[1] })).toBe("G-33");
    expect(put(0, "vote.open", { motion: motions[1], version: a.version(motions[1]!), mode: "hands" })).toBe("G-33");
    expect(put(0, "item.close")).toBe("G-33");
    a.begin(sitting, items[0]!);
    expect(put(0, "item.open", { item: items[1] })).toBe("G-33");
    expect(courseView(a.house.state, sitting, a.house.now).voteFirst).toBe(true);
    expect(put(0, "item.close")).toBe("G-33");
    const vote = a.call(motions[0]!, sitting);
    expect(put(0, "item.close")).toBe("G-33");
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 3, against: 2 }), 6);
    a.declare(vote);
    expect(put(0, "item.close")).toBe("entered");
    expect(calls(a, courseOf(a, sitting).call!).agenda[0]?.status).toBe("done");
  });

  it("G-33: those present put their agenda in their own order; what they leave out comes back", () => {
    const { a, items, sitting, put } = held({ items: 3 });
    const agenda = (order: readonly ActId[], aob?: boolean) =>
      put(4, "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "procedure", procedure: { what: "agenda", order, ...(aob === undefined ? {} : { aob }) } },
      });
    expect(agenda([items[0]!, items[0]!])).toBe("G-33");
    expect(agenda(["e".repeat(64) as ActId])).toBe("G-33");
    a.settle(sitting, { what: "agenda", order: [items[2]!, items[0]!] });
    expect(calls(a, courseOf(a, sitting).call!).agenda.map((i) => [i.id, i.status])).toEqual([
      [items[1], "put-off"],
      [items[2], "waiting"],
      [items[0], "waiting"],
    ]);
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual([items[1]]);
    expect(put(0, "item.open", { item: items[0] })).toBe("G-33");
    a.begin(sitting, items[2]!);
  });

  it("G-34: urgent business comes on by vote only", () => {
    const { a, items, sitting } = held({ items: 1 });
    const motion = a.move({ sitting });
    const lost = a.settle(sitting, { what: "urgent", title: a.words(), motion }, figures({ for: 1, against: 4 }));
    expect(calls(a, courseOf(a, sitting).call!).agenda.map((i) => i.id)).toEqual(items);
    const won = a.settle(sitting, { what: "urgent", title: a.words(), motion });
    expect(lost).not.toBe(won);
    expect(calls(a, courseOf(a, sitting).call!).agenda.map((i) => i.id)).toEqual([won, ...items]);
    a.begin(sitting, won);
    a.decide(motion, sitting, figures({ for: 5 }));
    expect(a.house.state.motions.motions.get(motion)?.status).toBe("carried");
  });

  it("G-35: any other business can't be struck, skipped or closed before", () => {
    const { a, items, sitting, put } = held({ items: 1 });
    const strike = { type: "procedure", procedure: { what: "agenda", order: items, aob: false } };
    expect(put(4, "move", { title: a.words(), text: a.words(), subject: strike })).toBe("G-35");
    expect(put(0, "sitting.close")).toBe("G-35");
    expect(put(0, "item.open", { item: "aob" })).toBe("G-33");
    a.begin(sitting, items[0]!);
    a.end(sitting);
    expect(a.house.put(a.person(0), "sitting.close", { sitting })).toMatchObject({
      rule: "G-35",
      code: "any-other-business-first",
    });
    a.begin(sitting, "aob");
    expect(put(4, "sitting.close")).toBe("G-4");
    expect(put(0, "sitting.close")).toBe("entered");
  });

  it("G-35: an item put off returns by itself on its date; a sitting put off goes on with what it left", () => {
    const { a, call, items, sitting, put } = held({ items: 3 });
    const bad = (returns: number) =>
      put(4, "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "procedure", procedure: { what: "adjourn", returns } },
      });
    expect([bad(a.house.now), bad(a.house.now + 400 * DAY)]).toEqual(["G-35", "G-35"]);
    a.settle(sitting, { what: "adjourn", item: items[0]!, returns: a.house.now + 30 * DAY });
    a.begin(sitting, items[1]!);
    a.settle(sitting, { what: "adjourn", returns: a.house.now + 2 * DAY });
    expect([put(0, "item.open", { item: items[2] }), put(5, "floor.ask")]).toEqual(["G-35", "G-35"]);
    a.house.do(a.person(0), "sitting.close", { sitting });
    const soon = a.convene({ days: 5 });
    expect(calls(a, soon).agenda).toEqual([]);
    a.house.wait(2 * DAY);
    const again = a.hold(call);
    expect(courseView(a.house.state, again, a.house.now).next).toMatchObject({ id: items[1], status: "waiting" });
    a.begin(again, items[1]!);
    a.end(again);
    a.begin(again, items[2]!);
    a.end(again);
    a.begin(again, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting: again });
    expect(calls(a, a.convene({ days: 10 })).agenda).toEqual([]);
    expect(calls(a, a.convene({ days: 40 })).agenda).toMatchObject([{ id: items[0], from: call }]);
  });

  it("G-35: a sitting put off that nobody took up again leaves its items to the next call", () => {
    const { a, items, sitting } = held({ items: 2 });
    a.settle(sitting, { what: "adjourn", returns: a.house.now + 2 * DAY });
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(4 * DAY);
    expect(calls(a, a.convene()).agenda.map((i) => i.id)).toEqual(items);
  });
});

describe("the floor", () => {
  it("G-36: first-time speakers first, then in the order of asking; a chair who skips one is refused; guests speak", () => {
    const { a, items, sitting, put } = held({ items: 1 });
    const gus = a.house.join("gus", "guest");
    a.begin(sitting, items[0]!);
    expect(put(0, "floor.give", { speaker: a.person(3).member })).toBe("G-36");
    for (const p of [a.person(3), a.person(4), gus]) a.house.do(p, "floor.ask", { sitting });
    expect(put(3, "floor.ask")).toBe("G-36");
    expect(put(0, "floor.give", { speaker: a.person(4).member })).toBe("G-36");
    a.house.do(a.person(0), "floor.give", { sitting, speaker: a.person(3).member });
    expect(put(0, "floor.give", { speaker: a.person(4).member })).toBe("G-36");
    expect(put(5, "floor.end")).toBe("G-31");
    a.house.do(a.person(3), "floor.end", { sitting });
    a.house.do(a.person(3), "floor.ask", { sitting });
    a.house.do(a.person(4), "floor.leave", { sitting });
    a.house.do(a.person(5), "floor.ask", { sitting });
    const order = courseView(a.house.state, sitting, a.house.now).speakers.map((w) => w.member);
    expect(order).toEqual([gus.member, a.person(5).member, a.person(3).member]);
    expect(put(0, "item.close")).toBe("G-36");
    expect(put(4, "floor.leave")).toBe("G-36");
  });

  it("G-36: a chair who cuts a speech short gains nothing: the speaker comes back first", () => {
    const { a, items, sitting } = held({ items: 1 });
    a.begin(sitting, items[0]!);
    for (const n of [3, 4, 5]) a.house.do(a.person(n), "floor.ask", { sitting });
    a.house.do(a.person(0), "floor.give", { sitting, speaker: a.person(3).member });
    a.house.do(a.person(0), "floor.end", { sitting });
    a.settle(sitting, { what: "close-list" });
    a.house.do(a.person(3), "floor.ask", { sitting });
    expect(courseView(a.house.state, sitting, a.house.now).speakers[0]?.member).toBe(a.person(3).member);
  });

  it("G-36: limits and the end of the list come by vote, and end with the item", () => {
    const { a, items, sitting, put } = held({ items: 2 });
    a.begin(sitting, items[0]!);
    for (const n of [3, 4]) a.house.do(a.person(n), "floor.ask", { sitting });
    a.settle(sitting, { what: "time-limit", seconds: 120 });
    a.settle(sitting, { what: "close-list" });
    expect(put(5, "floor.ask")).toBe("G-36");
    a.house.do(a.person(0), "floor.give", { sitting, speaker: a.person(3).member });
    expect(put(0, "floor.give", { speaker: a.person(4).member })).toBe("G-36");
    a.house.wait(2 * MINUTE);
    expect(put(0, "floor.give", { speaker: a.person(4).member })).toBe("entered");
    a.settle(sitting, { what: "proceed" });
    expect(put(3, "floor.ask")).toBe("G-36");
    a.end(sitting);
    a.begin(sitting, items[1]!);
    expect(put(5, "floor.ask")).toBe("entered");
  });

  it("G-36: who has no device is put on the list by who presides, and nobody else is", () => {
    const a = new Meeting(names);
    const sitting = a.hold(a.convene());
    const codes = ["a".repeat(64)];
    const card = a.house.do(a.person(1), "card", { member: "c".repeat(32), name: a.words(), codes, sitting });
    a.house.do(a.person(2), "cosign", { of: card });
    const ask = (n: number, member: string) => ruleOf(a.house.put(a.person(n), "floor.ask", { sitting, member }));
    expect(ask(3, "c".repeat(32))).toBe("G-36");
    expect(ask(1, a.person(4).member)).toBe("G-36");
    expect(ask(1, "c".repeat(32))).toBe("entered");
  });
});

describe("interruption and exclusion", () => {
  it("G-37: a sitting that is broken up loses nothing: any member opens it again within a day, elsewhere too", () => {
    const { a, call, items, sitting, put } = held({ items: 2 });
    const guard = a.house.join("guard", "guest");
    a.begin(sitting, items[0]!);
    a.house.do(a.person(4), "floor.ask", { sitting });
    expect(put(guard, "sitting.close")).toBe("M-2");
    expect(put(guard, "sitting.interrupt", { reason: a.words() })).toBe("M-2");
    expect(put(4, "sitting.interrupt", { reason: a.words() })).toBe("G-37");
    expect(put(1, "sitting.interrupt", { reason: a.words("the guard is tired") })).toBe("entered");
    expect(courseOf(a, sitting).interrupted?.at).toBe(a.house.now);
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual(items);
    a.house.wait(HOUR);
    const again = a.hold(call, { by: a.person(5) });
    expect(courseView(a.house.state, again, a.house.now).next).toMatchObject({ id: items[0] });
    expect(carriedOver(a.house.state, a.house.now)).toEqual([]);
  });

  it("G-37, G-25: not taken up again within a day, it comes to the next call", () => {
    const { a, call, items, sitting } = held({ items: 2 });
    a.house.do(a.person(1), "sitting.interrupt", { sitting, reason: a.words() });
    const soon = a.convene();
    expect(calls(a, soon).agenda).toEqual([]);
    a.house.wait(25 * HOUR);
    expect(
      ruleOf(
        a.house.put(a.person(0), "sitting.open", {
          title: a.words(),
          tellers: [a.person(1).member, a.person(2).member],
          call,
        }),
      ),
    ).toBe("G-27");
    expect(courseView(a.house.state, a.hold(soon), a.house.now).next).toMatchObject({ id: items[0], from: call });
  });

  it("G-38: who is put outside keeps vote, seat and voice, and takes part from there", () => {
    const { a, items, sitting, put } = held({ items: 1 });
    a.begin(sitting, items[0]!);
    const exclude = (member: string) =>
      put(4, "move", {
        title: a.words(),
        text: a.words(),
        subject: { type: "procedure", procedure: { what: "exclude", member } },
      });
    expect(exclude("d".repeat(32))).toBe("G-38");
    // n4:W3: the motion to exclude is put, voted and lost.
    a.settle(sitting, { what: "exclude", member: a.person(5).member }, figures({ for: 1, against: 5 }));
    expect(courseOf(a, sitting).outside).toEqual([]);
    a.settle(sitting, { what: "exclude", member: a.person(5).member });
    expect(put(5, "floor.ask")).toBe("G-38");
    expect(put(5, "sitting.remote")).toBe("entered");
    expect(put(5, "floor.ask")).toBe("entered");
    expect(put(5, "sitting.hall")).toBe("G-38");
    expect(a.house.state.members.members.get(a.person(5).member)?.status).toBe("member");
    expect(exclude(a.person(5).member)).toBe("G-38");
    const motion = a.put(sitting, { what: "proceed" });
    const vote = a.call(motion, sitting, "mixed");
    expect(a.cast(vote, a.person(5), "for").ok).toBe(true);
  });
});
