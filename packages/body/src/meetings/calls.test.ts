/** Calls, notice, agendas and what is carried over, held against G-20 to G-26, with those who try what they may not. */
import { DAY, figures, HOUR, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { meetingKinds } from "./acts.ts";
import { carriedOver } from "./carry.ts";
import { agendaOf, callStage, callView } from "./views.ts";

const names = ["ana", "bo", "cem", "dora", "eli", "fay"];
const callIn = (a: Meeting, id: string) => a.house.state.meetings.calls.get(id as never)!;

describe("calling", () => {
  it("G-20: it stands once so many have signed; each once, and no guest", () => {
    const a = new Meeting(names);
    const call = a.convene({ sign: false });
    expect(callIn(a, call)).toMatchObject({ needed: 2, signers: [a.person(0).member] });
    expect(callIn(a, call).stands).toBeUndefined();
    const sign = (n: number) => ruleOf(a.house.put(a.person(n), "meeting.sign", { call }));
    expect(sign(0)).toBe("G-20");
    const guest = a.house.join("gus", "guest");
    expect(ruleOf(a.house.put(guest, "meeting.sign", { call }))).toBe("M-2");
    expect(sign(1)).toBe("entered");
    expect(callIn(a, call).stands).toBe(a.house.now);
    expect(callStage(a.house.state, callIn(a, call), a.house.now)).toBe("called");
    expect(sign(2)).toBe("G-20");
    expect(ruleOf(a.house.put(a.person(1), "meeting.sign", { call: "e".repeat(64) }))).toBe("G-20");
  });

  it("G-20: an unsigned call holds no meeting", () => {
    const a = new Meeting(names);
    const call = a.convene({ sign: false });
    a.house.wait(4 * DAY);
    expect(callStage(a.house.state, callIn(a, call), a.house.now)).toBe("lapsed");
    const tellers = [a.person(1).member, a.person(2).member];
    expect(ruleOf(a.house.put(a.person(0), "sitting.open", { title: a.words(), tellers, call }))).toBe("G-20");
  });

  it("G-20, O-3: an office with the power to convene needs no second signature", () => {
    const a = new Meeting(names);
    const sitting = a.sitting();
    const election = a.house.do(a.person(0), "election.open", {
      title: a.words(),
      seats: 1,
      rule: "plurality",
      termDays: 30,
      powers: ["convene"],
      sitting,
    });
    a.house.do(a.person(4), "nominate", { election, candidate: a.person(4).member });
    a.elect(election, sitting, { c1: 5 });
    const call = a.convene({ by: a.person(4), sign: false });
    expect(callIn(a, call)).toMatchObject({ office: election, needed: 1 });
    expect(callIn(a, call).stands).toBe(a.house.now);
    a.house.wait(31 * DAY);
    expect(callIn(a, a.convene({ by: a.person(4), sign: false })).needed).toBe(2);
  });

  it("G-21: notice from the day it stands; the refusal names the earliest date", () => {
    const a = new Meeting(names);
    const data = (days: number) => ({
      title: a.words(),
      reason: a.words(),
      type: "decide",
      starts: a.house.now + days * DAY,
    });
    const soon = a.house.put(a.person(0), "meeting.call", data(2));
    expect(soon).toMatchObject({ ok: false, rule: "G-21", facts: { earliest: a.house.now + 3 * DAY } });
    expect(ruleOf(a.house.put(a.person(0), "meeting.call", data(367)))).toBe("G-21");
    const call = a.convene({ sign: false, days: 4 });
    a.house.wait(DAY + 1);
    expect(a.house.put(a.person(1), "meeting.sign", { call })).toMatchObject({ rule: "G-21", code: "notice-run-out" });
    expect(callView(a.house.state, callIn(a, call), a.house.now, a.person(1).member).you?.sign.ok).toBe(false);
  });

  it("G-21: nobody postpones or withdraws a call: there is no such act, its place is given once, its hour never changes", () => {
    const a = new Meeting(names);
    const call = a.convene();
    for (const kind of ["meeting.cancel", "meeting.postpone", "meeting.withdraw", "meeting.close"])
      expect(ruleOf(a.house.put(a.person(0), kind, { call, starts: a.house.now + 30 * DAY }))).toBe("R-7");
    expect(meetingKinds.filter((k) => k.startsWith("meeting."))).toEqual([
      "meeting.call",
      "meeting.sign",
      "meeting.place",
      "meeting.item",
      "meeting.keys",
    ]);
    // A motion that says so does nothing: the meeting is held at its hour.
    const sitting = a.sitting();
    a.decide(a.move({ subject: { type: "text" } }), sitting, figures({ for: 5 }));
    const again = a.convene({ days: 9 });
    expect(again).not.toBe(call);
    expect(a.hold(call)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("G-23: the place may come late, from those who called, once and before the hour", () => {
    const a = new Meeting(names);
    const call = a.convene();
    const place = (n: number) =>
      ruleOf(a.house.put(a.person(n), "meeting.place", { call, place: text(`hall ${n} ${a.house.state.size}`) }));
    expect(place(4)).toBe("G-23");
    a.house.wait(4 * DAY - 1);
    expect(place(1)).toBe("entered");
    expect(place(0)).toBe("G-23");
    const other = a.convene();
    a.house.wait(4 * DAY);
    expect(ruleOf(a.house.put(a.person(0), "meeting.place", { call: other, place: a.words() }))).toBe("G-23");
  });

  it("G-24: items by those who called; by any member until the day named, three each; nothing unknown, nothing twice", () => {
    const a = new Meeting(names);
    const closed = a.convene();
    expect(ruleOf(a.house.put(a.person(4), "meeting.item", { call: closed, title: a.words() }))).toBe("G-24");
    const call = a.convene({ days: 6, itemsUntil: a.house.now + 2 * DAY });
    const put = (n: number, of: object = {}) =>
      ruleOf(a.house.put(a.person(n), "meeting.item", { call, title: a.words(), ...of }));
    const motion = a.move();
    expect(put(4, { motion })).toBe("entered");
    expect(put(0, { motion })).toBe("G-24");
    expect(put(4, { motion: "e".repeat(64) })).toBe("V-1");
    expect(put(4, { election: "e".repeat(64) })).toBe("O-1");
    expect([put(4), put(4), put(4)]).toEqual(["entered", "entered", "G-24"]);
    a.house.wait(2 * DAY + 1);
    expect(put(5)).toBe("G-24");
    expect(put(1)).toBe("entered");
    a.hold(call);
    expect(put(0)).toBe("G-24");
    const data = { title: a.words(), reason: a.words(), type: "decide", starts: a.house.now + 4 * DAY };
    expect(
      ruleOf(a.house.put(a.person(0), "meeting.call", { ...data, itemsUntil: a.house.now + 4 * DAY - HOUR })),
    ).toBe("G-24");
  });

  it("G-25: what a meeting didn't reach comes first on the next one's agenda, by itself", () => {
    const a = new Meeting(names);
    const call = a.convene();
    const [one, two] = [a.item(call), a.item(call, { motion: a.move() })];
    const sitting = a.hold(call);
    a.begin(sitting, one);
    a.house.wait(25 * HOUR);
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual([one, two]);
    const inform = a.convene({ type: "inform" });
    expect(callIn(a, inform).agenda.map((i) => i.id)).toEqual([one]);
    const next = a.convene();
    expect(callIn(a, next).agenda).toMatchObject([{ id: two, from: call, status: "waiting" }]);
    expect(carriedOver(a.house.state, a.house.now)).toEqual([]);
  });

  it("G-25: a meeting that nobody held leaves its items too", () => {
    const a = new Meeting(names);
    const call = a.convene();
    const one = a.item(call);
    a.house.wait(5 * DAY);
    expect(callStage(a.house.state, callIn(a, call), a.house.now)).toBe("not-held");
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual([one]);
    expect(callIn(a, a.convene()).agenda.map((i) => i.id)).toEqual([one]);
    expect(
      ruleOf(
        a.house.put(a.person(0), "sitting.open", {
          title: a.words(),
          tellers: [a.person(1).member, a.person(2).member],
          call,
        }),
      ),
    ).toBe("G-27");
  });

  it("G-26: a text changed after notice isn't decided; the old one is nobody's any more", () => {
    const a = new Meeting(names);
    const [kept, changed] = [a.move(), a.move()];
    const call = a.convene();
    const items = [kept, changed].map((motion) => a.item(call, { motion }));
    a.house.wait(2 * DAY);
    a.house.do(a.person(0), "revise", { motion: changed, text: a.words() });
    expect(
      agendaOf(a.house.state, callIn(a, call)).map((l) => (l.decides?.ok ? "yes" : l.decides && ruleOf(l.decides))),
    ).toEqual(["yes", "G-26"]);
    const sitting = a.hold(call);
    a.begin(sitting, items[0]!);
    a.decide(kept, sitting, figures({ for: 5 }));
    a.end(sitting);
    a.begin(sitting, items[1]!);
    const open = () =>
      a.house.put(a.person(0), "vote.open", { motion: changed, version: a.version(changed), mode: "hands", sitting });
    expect(open()).toMatchObject({ rule: "G-26", code: "changed-after-notice" });
    // Put as urgent by those present, a plain text may be decided after all.
    a.settle(sitting, { what: "urgent", title: text("the changed text"), motion: changed });
    expect(ruleOf(open())).toBe("entered");
  });

  it("G-26, G-34: what nobody gave notice of is not decided, and nothing that needs notice is made urgent", () => {
    const a = new Meeting(names);
    const call = a.convene();
    a.item(call);
    const sitting = a.hold(call);
    const motion = a.move({ sitting });
    expect(
      ruleOf(a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting })),
    ).toBe("G-26");
    const statutes = a.move({ subject: { type: "statutes", changes: { zone: "UTC" } } });
    const urgent = (m: string) => ({
      title: a.words(),
      text: a.words(),
      sitting,
      subject: { type: "procedure", procedure: { what: "urgent", title: a.words(), motion: m } },
    });
    expect(ruleOf(a.house.put(a.person(3), "move", urgent(statutes)))).toBe("G-34");
    expect(ruleOf(a.house.put(a.person(3), "move", urgent(motion)))).toBe("entered");
  });

  it("G-26: an item put on after notice is talked of, not decided", () => {
    const a = new Meeting(names);
    const motion = a.move();
    const call = a.convene();
    a.house.wait(3 * DAY);
    const item = a.item(call, { motion });
    const sitting = a.hold(call);
    a.begin(sitting, item);
    expect(
      a.house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }),
    ).toMatchObject({ rule: "G-26", code: "not-noticed" });
    a.end(sitting);
    expect(carriedOver(a.house.state, a.house.now).map((i) => i.id)).toEqual([item]);
  });
});
