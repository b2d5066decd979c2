/** A number per person (G-24, G-47 to G-49, V-72, O-2): one who floods fills nothing that all share. */
import type { ActId } from "@nabat/kernel";
import { DAY, figures, Meeting, ruleOf } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { CANDIDATES_MOST } from "../elections/may.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay", "gil", "hana"];
const agenda = (a: Meeting, call: ActId) => a.house.state.meetings.calls.get(call)!.agenda;
const who = (a: Meeting, call: ActId) => agenda(a, call).map((i) => a.byMember(i.by).name);

describe("calls", () => {
  it("G-47: one who calls every night has their name under three that are still to come; others call", () => {
    const a = new Meeting(names);
    const call = (n: number, days = 4) => {
      const data = { title: a.words(), reason: a.words(), type: "decide", starts: a.house.now + days * DAY };
      return a.house.put(a.person(n), "meeting.call", data);
    };
    expect([1, 2, 3, 4].map(() => ruleOf(call(7)))).toEqual(["entered", "entered", "entered", "G-47"]);
    // Nor by signing: the other way to stand under one.
    const other = call(6);
    if (!other.ok) throw new Error("no call");
    expect(ruleOf(a.house.put(a.person(7), "meeting.sign", { call: other.value.id }))).toBe("G-47");
    expect(ruleOf(a.house.put(a.person(5), "meeting.sign", { call: other.value.id }))).toBe("entered");
    a.house.wait(4 * DAY);
    expect(ruleOf(call(7))).toBe("entered");
  });
});

describe("the agenda", () => {
  it("G-24: everybody's first item comes before anyone's second, whoever was quicker", () => {
    const a = new Meeting(names);
    const call = a.convene({ days: 6, itemsUntil: a.house.now + 2 * DAY });
    for (let n = 0; n < 10; n++) a.item(call);
    expect(ruleOf(a.house.put(a.person(0), "meeting.item", { call, title: a.words() }))).toBe("G-24");
    for (const n of [5, 5, 6]) a.item(call, {}, a.person(n));
    expect(who(a, call).slice(0, 6)).toEqual(["ana", "fay", "gil", "ana", "fay", "ana"]);
    expect(agenda(a, call)).toHaveLength(13);
  });

  it("G-24: a full agenda has room for somebody's first item: the last that is a second or later goes to the next call", () => {
    const many = Array.from({ length: 60 }, (_, n) => `p${n}`);
    const a = new Meeting(many);
    const call = a.convene({ days: 6, itemsUntil: a.house.now + 2 * DAY });
    for (let n = 1; n <= 33; n++) for (let k = 0; k < 3; k++) a.item(call, {}, a.person(n));
    a.item(call, {}, a.person(34));
    expect(agenda(a, call)).toHaveLength(100);
    const last = agenda(a, call).at(-1)!.id;
    expect(ruleOf(a.house.put(a.person(34), "meeting.item", { call, title: a.words() }))).toBe("G-24");
    a.item(call, {}, a.person(50));
    expect(agenda(a, call)).toHaveLength(100);
    expect(who(a, call)).toContain("p50");
    expect(a.house.state.meetings.carried.map((i) => i.id)).toEqual([last]);
  });

  it("G-24, G-25: what was carried over comes first, takes no room, and counts among its author's", () => {
    const a = new Meeting(names);
    const first = a.convene({ itemsUntil: a.house.now + DAY });
    for (let k = 0; k < 3; k++) a.item(first, {}, a.person(7));
    a.house.wait(5 * DAY);
    const call = a.convene({ days: 6, itemsUntil: a.house.now + 2 * DAY });
    expect(who(a, call)).toEqual(["hana", "hana", "hana"]);
    expect(ruleOf(a.house.put(a.person(7), "meeting.item", { call, title: a.words() }))).toBe("G-24");
    a.item(call, {}, a.person(5));
    expect(who(a, call)).toEqual(["hana", "hana", "hana", "fay"]);
  });

  it("G-48: a motion is put off once, whoever asks and on whichever agenda; not reached is not put off", () => {
    const a = new Meeting(names);
    const motion = a.move();
    const meet = () => {
      const call = a.convene({ itemsUntil: a.house.now + DAY });
      const on = agenda(a, call).find((i) => i.motion === motion)?.id ?? a.item(call, { motion });
      return { call, on, sitting: a.hold(call) };
    };
    const one = meet();
    // Broken up: nothing was put off by anybody's vote.
    a.house.do(a.person(0), "sitting.interrupt", { sitting: one.sitting, reason: a.words() });
    a.house.wait(DAY);
    const two = meet();
    a.settle(two.sitting, { what: "adjourn", item: two.on, returns: a.house.now + DAY });
    a.house.wait(DAY);
    const three = meet();
    const again = { what: "adjourn", item: three.on, returns: a.house.now + DAY } as const;
    const put = (n: number) =>
      ruleOf(
        a.house.put(a.person(n), "move", {
          title: a.words(),
          text: a.words(),
          sitting: three.sitting,
          subject: { type: "procedure", procedure: again },
        }),
      );
    expect(put(6)).toBe("G-48");
    a.begin(three.sitting, three.on);
    a.decide(motion, three.sitting, figures({ for: 5, against: 1 }));
    expect(a.house.state.motions.motions.get(motion)!.status).toBe("carried");
  });
});

describe("procedural motions", () => {
  it("G-49: five a sitting each, and nobody's second before another's first", () => {
    const a = new Meeting(names);
    const sitting = a.sitting();
    const limit = (seconds: number) => ({ what: "time-limit", seconds }) as const;
    a.settle(sitting, limit(60), figures({ against: 5 }), a.person(7));
    const second = a.put(sitting, limit(61), a.person(7));
    const first = a.put(sitting, limit(300), a.person(6));
    const open = (motion: ActId) =>
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    expect(open(second)).toBe("G-49");
    a.decide(first, sitting, figures({ for: 5 }));
    a.decide(second, sitting, figures({ against: 5 }));
    for (let n = 0; n < 3; n++) a.settle(sitting, limit(62 + n), figures({ against: 5 }), a.person(7));
    const more = { title: a.words(), text: a.words(), sitting, subject: { type: "procedure", procedure: limit(90) } };
    expect(ruleOf(a.house.put(a.person(7), "move", more))).toBe("G-49");
    expect(ruleOf(a.house.put(a.person(5), "move", { ...more, title: a.words(), text: a.words() }))).toBe("entered");
  });

  it("G-49: a first one that nobody may call holds up no second that has its seconds", () => {
    const a = new Meeting(names);
    const sitting = a.sitting();
    a.settle(sitting, { what: "proceed" }, figures({ against: 5 }), a.person(7));
    const second = a.put(sitting, { what: "overrule" }, a.person(7));
    a.put(sitting, { what: "close-list" }, a.person(6));
    for (const n of [4, 5]) a.house.do(a.person(n), "second", { motion: second });
    const data = { motion: second, version: a.version(second), mode: "hands", sitting };
    a.house.wait(60_000);
    expect(ruleOf(a.house.put(a.person(4), "vote.open", data))).toBe("entered");
  });
});

describe("motions and nominations", () => {
  it("V-72: ten undecided of one mover, procedure and amendments apart; what is decided or withdrawn makes room", () => {
    const a = new Meeting(names);
    const own = Array.from({ length: 10 }, () => a.move({ by: a.person(7) }));
    const data = () => ({ title: a.words(), text: a.words(), subject: { type: "text" } });
    expect(ruleOf(a.house.put(a.person(7), "move", data()))).toBe("V-72");
    expect(ruleOf(a.house.put(a.person(6), "move", data()))).toBe("entered");
    a.put(a.sitting(), { what: "proceed" }, a.person(7));
    a.house.do(a.person(7), "withdraw", { motion: own[0] });
    expect(ruleOf(a.house.put(a.person(7), "move", data()))).toBe("entered");
    expect(ruleOf(a.house.put(a.person(7), "move", data()))).toBe("V-72");
  });

  it("O-2: three others each, and oneself; a full round has room for a member's first", () => {
    const a = new Meeting(names);
    const open = { title: a.words(), seats: 9, rule: "approval", termDays: 30, powers: [] };
    const election = a.house.do(a.person(0), "election.open", open);
    const of = () => a.house.state.elections.elections.get(election)!;
    const put = (by: number, n: number) =>
      ruleOf(a.house.put(a.person(by), "nominate", { election, candidate: a.person(n).member }));
    expect([put(7, 0), put(7, 1), put(7, 2), put(7, 3), put(7, 7)]).toEqual([
      "entered",
      "entered",
      "entered",
      "O-2",
      "entered",
    ]);
    // As if invented people filled the rest by naming themselves.
    const [own] = of().candidates;
    for (let n = of().candidates.length; n < CANDIDATES_MOST; n++)
      of().candidates.push({ ...own!, member: `m${n}` as never, nominatedBy: `m${n}` as never, key: `c${n + 1}` });
    expect(put(6, 6)).toBe("entered");
    expect(of().candidates).toHaveLength(CANDIDATES_MOST);
    expect(of().candidates.map((c) => c.member)).not.toContain(a.person(7).member);
    expect(new Set(of().candidates.map((c) => c.key)).size).toBe(CANDIDATES_MOST);
    expect(put(6, 5)).toBe("O-2");
  });
});
