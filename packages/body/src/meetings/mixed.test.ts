/** Hall, other halls and net in one result (G-39 to G-43): nobody twice, tellers who differ, presence, minutes. */
import type { ActId } from "@nabat/kernel";
import { Assembly, figures, HOUR, Meeting, type Person, ruleOf, sha256 } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { computeResult, resultData } from "../votes/computed.ts";
import { partsOf } from "../votes/parts.ts";
import { reckonResult, voteFacts } from "../votes/queries.ts";
import { minutesOf } from "./minutes.ts";
import { courseView, presenceOf } from "./views.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil", "hana"];
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };

/** A bare sitting in which the last two take part from outside, and a mixed vote on a text. */
function mixed(options: object = {}) {
  const a = new Meeting(names, options);
  const sitting = a.sitting();
  for (const n of [6, 7]) a.house.do(a.person(n), "sitting.remote", { sitting });
  const motion = a.move();
  const vote = a.call(motion, sitting, "mixed");
  const tally = (by: Person, data: object) => a.house.put(by, "tally", { vote, ...data });
  const close = () => {
    // Devices have a minute to vote (B-12).
    a.house.wait(60_000);
    a.house.do(a.person(0), "vote.close", { vote });
  };
  return { a, sitting, motion, vote, tally, close };
}

describe("hall and net", () => {
  it("G-40: devices of those outside and hands in the hall make one result, and nobody counts twice", () => {
    const { a, sitting, vote, tally, close } = mixed();
    expect(ruleOf(a.cast(vote, a.person(3), "for"))).toBe("G-40");
    // Coming back into the hall holds from the next vote on.
    a.house.do(a.person(7), "sitting.hall", { sitting });
    expect(ruleOf(a.cast(vote, a.person(7), "for"))).toBe("entered");
    expect(ruleOf(a.cast(vote, a.person(6), "against"))).toBe("entered");
    expect(ruleOf(a.cast(vote, a.person(6), "against"))).toBe("V-27");
    close();
    const hall = { counts: figures({ for: 4, against: 1 }), present: 6 };
    expect(ruleOf(tally(a.person(1), { ...hall, present: 7 }))).toBe("G-40");
    expect(ruleOf(tally(a.person(3), hall))).toBe("V-34");
    for (const n of [1, 2]) a.house.do(a.person(n), "tally", { vote, ...hall });
    expect(ruleOf(a.house.put(a.person(0), "result", resultOf(a, vote)))).toBe("V-34");
    expect(
      ruleOf(tally(a.person(1), { counts: figures({ for: 2 }), devices: true, present: 2, ...a.listing(vote) })),
    ).toBe("V-34");
    expect(ruleOf(tally(a.person(1), { counts: figures({ for: 3 }), devices: true, ...a.listing(vote) }))).toBe("V-34");
    for (const n of [1, 2])
      a.house.do(a.person(n), "tally", {
        vote,
        counts: figures({ for: 1, against: 1 }),
        devices: true,
        ...a.listing(vote),
      });
    const facts = voteFacts(a.house.state, a.vote(vote), a.house.now);
    expect(partsOf(facts.vote).map((p) => p.key)).toEqual(["", "devices"]);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({
      counts: figures({ for: 5, against: 2 }),
      present: 8,
      devices: figures({ for: 1, against: 1 }),
      outcome: "carried",
      differ: false,
    });
    expect(a.vote(vote).remote?.size).toBe(0);
    expect(reckonResult(a.vote(vote))).toMatchObject({ present: 8, whole: 8, silent: 1 });
  });

  it("G-40: by name too, recomputed from openings by the record keeper and attested without", () => {
    const { a, vote, close } = mixed(byName);
    expect(ruleOf(a.cast(vote, a.person(6), "for"))).toBe("entered");
    close();
    a.tally(vote, figures({ for: 2, against: 3 }), 6);
    const computed = computeResult(a.vote(vote), { sha256, opening: (h) => a.house.openings.get(h) });
    expect(computed).toMatchObject({
      ok: true,
      value: { counts: figures({ for: 3, against: 3 }), devices: figures({ for: 1 }) },
    });
    if (!computed.ok) return;
    const data = resultData(vote, computed.value);
    expect(ruleOf(a.house.put(a.person(0), "result", { ...data, devices: figures({ against: 1 }) }))).toBe("V-37");
    expect(ruleOf(a.house.put(a.person(0), "result", { ...data, devices: undefined }))).not.toBe("entered");
    expect(ruleOf(computeResult(a.vote(vote), { sha256 }))).toBe("V-37");
    a.house.do(a.person(0), "result", data);
    expect(a.vote(vote).result?.outcome).toBe("tied");
  });

  it("G-40: while some are outside, no vote is taken in the hall alone", () => {
    const a = new Meeting(names);
    const sitting = a.sitting();
    const motion = a.move();
    a.house.do(a.person(5), "sitting.remote", { sitting });
    const open = (mode: string) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode, sitting }));
    a.house.wait(60_000);
    expect([open("hands"), open("paper")]).toEqual(["G-40", "G-40"]);
    expect(ruleOf(a.house.put(a.person(5), "sitting.remote", { sitting }))).toBe("G-40");
    expect(ruleOf(a.house.put(a.person(4), "sitting.hall", { sitting }))).toBe("G-40");
    a.house.do(a.person(5), "sitting.hall", { sitting });
    expect(open("hands")).toBe("entered");
    const guest = a.house.join("gus", "guest");
    expect(ruleOf(a.house.put(guest, "sitting.remote", { sitting }))).toBe("M-2");
  });

  it("G-42: tellers who differ: the outcome stands if it is the same under every count, else recount first", () => {
    const { a, vote, close } = mixed();
    a.cast(vote, a.person(6), "for");
    a.cast(vote, a.person(7), "for");
    close();
    const tally = (n: number, data: object) => a.house.do(a.person(n), "tally", { vote, ...data });
    for (const n of [1, 2]) tally(n, { counts: figures({ for: 2 }), devices: true, ...a.listing(vote) });
    tally(1, { counts: figures({ for: 1, against: 3 }), present: 6 });
    tally(2, { counts: figures({ for: 2, against: 2 }), present: 6 });
    expect(computeResult(a.vote(vote), { sha256 })).toMatchObject({ rule: "V-35", code: "recount-first" });
    tally(1, { counts: figures({ for: 2, against: 1 }), present: 5 });
    a.declare(vote);
    // The count that speaks least for what came out is declared.
    expect(a.vote(vote).result).toMatchObject({
      outcome: "carried",
      differ: true,
      counts: figures({ for: 4, against: 2 }),
    });
  });
});

describe("halls", () => {
  it("G-41: several halls, one agenda, one list of speakers, one result", () => {
    const a = new Meeting(names);
    const motion = a.move();
    const call = a.convene({ halls: ["north", "south"] });
    const item = a.item(call, { motion });
    const data = { title: a.words(), reason: a.words(), type: "decide", starts: a.house.now + 9 * 24 * HOUR };
    expect(ruleOf(a.house.put(a.person(0), "meeting.call", { ...data, halls: ["x", "x"] }))).toBe("G-41");
    const north = a.hold(call, { hall: "north" });
    const south = a.hold(call, { hall: "south", by: a.person(1), tellers: [a.person(4), a.person(5)] });
    expect(courseView(a.house.state, south, a.house.now)).toMatchObject({ leads: false, halls: [north, south] });
    // Who asks in the southern hall stands on the same list.
    a.house.do(a.person(4), "floor.ask", { sitting: south });
    expect(courseView(a.house.state, north, a.house.now).speakers.map((w) => w.member)).toEqual([a.person(4).member]);
    a.house.do(a.person(4), "floor.leave", { sitting: north });
    a.begin(north, item);
    const open = (sitting: ActId, more: object = {}) =>
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting, ...more });
    expect(
      ruleOf(
        a.house.put(a.person(4), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting: south }),
      ),
    ).toBe("G-41");
    expect(ruleOf(open(north, { halls: [] }))).toBe("G-41");
    const done = open(north);
    expect(ruleOf(done)).toBe("entered");
    const vote = courseView(a.house.state, north, a.house.now).course.votes.at(-1)!;
    a.house.do(a.person(0), "vote.close", { vote });
    const tally = (n: number, given: object) => ruleOf(a.house.put(a.person(n), "tally", { vote, ...given }));
    expect(tally(1, { counts: figures({ for: 2 }), present: 3, hall: south })).toBe("V-34");
    expect(tally(1, { counts: figures({ for: 2 }), present: 3, hall: "e".repeat(64) })).toBe("G-41");
    expect([1, 2].map((n) => tally(n, { counts: figures({ for: 2, against: 1 }), present: 4 }))).toEqual([
      "entered",
      "entered",
    ]);
    expect(tally(4, { counts: figures({ for: 1 }), present: 5, hall: south })).toBe("G-40");
    expect([4, 5].map((n) => tally(n, { counts: figures({ for: 1, against: 1 }), present: 3, hall: south }))).toEqual([
      "entered",
      "entered",
    ]);
    a.declare(vote);
    expect(a.vote(vote).result).toMatchObject({
      counts: figures({ for: 3, against: 2 }),
      present: 7,
      outcome: "carried",
    });
    expect(minutesOf(a.house.state, north, a.house.now).lines.map((l) => l.what)).toEqual([
      "opened",
      "procedure",
      "vote",
      "result",
      "board",
      "hall",
      "item",
      "vote",
      "result",
    ]);
  });

  it("G-41, G-37: where the leading hall is broken up, the next one leads and nothing is lost", () => {
    const a = new Meeting(names);
    const call = a.convene({ halls: ["north", "south"] });
    const items = [a.item(call), a.item(call)];
    const north = a.hold(call, { hall: "north" });
    const south = a.hold(call, { hall: "south", by: a.person(1), tellers: [a.person(4), a.person(5)] });
    a.begin(north, items[0]!);
    a.house.do(a.person(3), "floor.ask", { sitting: south });
    a.house.do(a.person(0), "sitting.interrupt", { sitting: north, reason: a.words() });
    const view = courseView(a.house.state, south, a.house.now);
    expect(view).toMatchObject({ leads: true, item: { id: items[0] }, speakers: [{ member: a.person(3).member }] });
    expect(a.house.state.meetings.carried).toEqual([]);
    a.house.do(a.person(1), "floor.give", { sitting: south, speaker: a.person(3).member });
    a.house.do(a.person(3), "floor.end", { sitting: south });
    a.house.do(a.person(1), "item.close", { sitting: south });
  });
});

describe("presence and minutes", () => {
  it("G-39: presence is kept count by count: a walk-out changes no vote before and blocks none after", () => {
    const a = new Assembly(names);
    const sitting = a.sitting();
    const count = (n: number, present: number) =>
      a.house.do(a.person(n), "sitting.count", { sitting, present, guests: 2 });
    count(1, 8);
    const first = a.move();
    a.decide(first, sitting, figures({ for: 3, against: 5 }), 8);
    a.house.wait(HOUR);
    count(1, 4);
    const second = a.move();
    a.decide(second, sitting, figures({ for: 4 }), 4);
    expect(presenceOf(a.house.state, sitting).map((p) => [p.present, p.guests])).toEqual([
      [8, 2],
      [4, 2],
    ]);
    expect([first, second].map((m) => a.house.state.motions.motions.get(m)?.status)).toEqual(["lost", "carried"]);
  });

  it("G-43: the minutes write themselves, in order, with numbers and without speakers", () => {
    const a = new Meeting(names);
    const motion = a.move();
    const call = a.convene();
    const items = [a.item(call, { motion }), a.item(call)];
    const sitting = a.hold(call);
    a.house.do(a.person(1), "sitting.count", { sitting, present: 7 });
    a.settle(sitting, { what: "board", chair: a.person(4).member });
    const dropped = a.put(sitting, { what: "overrule" }, a.person(5));
    a.begin(sitting, items[0]!, a.person(4));
    a.house.do(a.person(3), "floor.ask", { sitting });
    a.house.do(a.person(4), "floor.give", { sitting, speaker: a.person(3).member });
    a.house.do(a.person(3), "floor.end", { sitting });
    a.decide(motion, sitting, figures({ for: 5, against: 2 }));
    a.house.do(a.person(4), "item.close", { sitting });
    a.house.do(a.person(1), "sitting.interrupt", { sitting, reason: a.words() });
    const minutes = minutesOf(a.house.state, sitting, a.house.now);
    expect(minutes.lines.map((l) => l.what)).toEqual([
      "opened",
      "procedure",
      "vote",
      "result",
      "board",
      "procedure",
      "vote",
      "result",
      "board",
      "procedure",
      "item",
      "vote",
      "result",
      "item-done",
      "interrupted",
    ]);
    expect(minutes).toMatchObject({
      call,
      type: "decide",
      chair: a.person(4).member,
      ended: { how: "interrupted" },
      unvoted: [dropped],
    });
    expect(minutes.carried.map((i) => i.id)).toEqual([items[1]]);
    const result = minutes.lines.findLast((l) => l.what === "result");
    expect(result?.vote).toMatchObject({ result: { outcome: "carried" }, reckoning: { for: 5, notFor: 2, needed: 4 } });
    // Who spoke or waited is in no state once the sitting is over (L11).
    expect(JSON.stringify([...a.house.state.meetings.courses.get(sitting)!.spoken])).toBe("[]");
  });
});

function resultOf(a: Meeting, vote: ActId): object {
  return {
    vote,
    counts: figures({ for: 5, against: 2 }),
    whole: a.vote(vote).whole,
    present: 8,
    devices: figures({ for: 1, against: 1 }),
    outcome: "carried",
  };
}
