/** Who has a card and no device leaves, comes back, and appeals, with codes of the card (M-16, K-16, N-8). */
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { DAY, figures, House, Meeting, type Person, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { stateHash } from "../engine/snapshot.ts";
import { RECOVERY_MS, TERMS_MS } from "../keys/running.ts";
import type { Statutes } from "../statutes/acts.ts";
import { stayAppeals } from "../voice/stays.ts";
import { cardCodeBytes } from "./acts.ts";
import { BACK_MS } from "./left-by-device.ts";
import { hasVote, standing } from "./standing.ts";

const EVA = "0e".repeat(16) as MemberId;
/** Four codes for votes, and the last for a phone alone (K-17). */
const CARD = ["AAAA111122223333", "BBBB111122223333", "CCCC111122223333", "DDDD111122223333", "PH0NE11122223333"];
const [ONE, TWO, THREE, FOUR, PHONE] = CARD as [string, string, string, string, string];
const codes = (printed: readonly string[]): Hash[] => printed.map((c) => toHex(sha256(cardCodeBytes(EVA, c))) as Hash);
const NINE = ["ana", "bo", "cy", "di", "fin", "gil", "hua", "ina", "jo"];

/** Eva by a card at a called meeting; a member once her days are over. */
function withEva(waitingDays = 3, printed = CARD) {
  const statutes = (s: Statutes): Statutes => ({ ...s, admission: { ...s.admission, vouchers: 1, waitingDays } });
  const m = new Meeting(NINE, { statutes });
  const sitting = m.hold(m.convene());
  const card = { member: EVA, name: text("Eva"), codes: codes(printed), sitting };
  const first = m.house.do(m.person(1), "card", card);
  m.house.do(m.person(2), "cosign", { of: first });
  m.house.do(m.person(3), "card.confirm", { card: first });
  m.house.wait(4 * DAY);
  return m;
}
const has = (m: Meeting) => standing(m.house.state, EVA, m.house.now);
const leave = (m: Meeting, n: number, code: string) => m.house.put(m.person(n), "leave.card", { member: EVA, code });
const back = (m: Meeting, n: number, code: string) =>
  m.house.put(m.person(n), "leave.card.undo", { member: EVA, code });
const codeOf = (r: ReturnType<typeof leave>) => (r.ok ? "entered" : `${r.rule} ${r.code}`);
/** She is gone: two entered it. */
function gone(m: Meeting, code: string, [one, two] = [3, 4]): void {
  const entered = leave(m, one, code);
  if (!entered.ok) throw new Error(`${entered.rule} ${entered.code}`);
  m.house.do(m.person(two), "cosign", { of: entered.value.id });
}
const same = ({ house }: Meeting) => expect(stateHash(sha256, house.refold())).toBe(stateHash(sha256, house.state));

describe("leaving by a card (M-16, K-8)", () => {
  it("M-16, K-8: one member enters it with a code, another confirms it, and she has left", () => {
    const m = withEva();
    const waits = leave(m, 3, ONE);
    expect(ruleOf(waits)).toBe("entered");
    expect(has(m)).toBe("member");
    const of = waits.ok ? waits.value.id : ("" as ActId);
    expect(ruleOf(m.house.put(m.person(3), "cosign", { of }))).toBe("K-8");
    m.house.do(m.person(4), "cosign", { of });
    expect([has(m), hasVote(m.house.state, EVA, m.house.now)]).toEqual(["left", false]);
    expect(codeOf(leave(m, 3, TWO))).toBe("M-16 they-left");
    same(m);
  });

  it("M-16: a teller to whom she gave a code for a vote makes her leave with nobody", () => {
    const m = withEva();
    const waits = leave(m, 1, ONE);
    m.house.wait(DAY + 1);
    expect(has(m)).toBe("member");
    const of = waits.ok ? waits.value.id : ("" as ActId);
    expect(ruleOf(m.house.put(m.person(2), "cosign", { of }))).toBe("K-8");
    // Nor twice with the same code, which stands in the record and is spent.
    expect(codeOf(leave(m, 2, ONE))).toBe("K-17 no-such-code");
    expect(has(m)).toBe("member");
  });

  it("M-16, K-17: neither a code of nobody's nor the one for a phone serves; nor is who has a device made to leave so", () => {
    const m = withEva();
    for (const code of ["ZZZZ111122223333", PHONE]) expect(codeOf(leave(m, 3, code))).toBe("K-17 no-such-code");
    const other = m.house.put(m.person(3), "leave.card", { member: m.person(5).member, code: ONE });
    expect(codeOf(other)).toBe("M-16 no-card");
  });

  it("M-16, K-12: while it is open whose the card is nobody leaves by it; the old code objects, and then she does", () => {
    const m = withEva();
    const again = { member: EVA, name: text("Eva"), codes: codes(["NEW1111122223333", "NEW2222222223333"]) };
    const asked = m.house.do(m.person(5), "card", again);
    m.house.do(m.person(6), "cosign", { of: asked });
    expect(codeOf(leave(m, 3, ONE))).toBe("K-12 card-in-terms");
    m.house.do(m.person(3), "card.object", { of: asked, member: EVA, code: ONE });
    gone(m, TWO);
    expect(has(m)).toBe("left");
    expect(ruleOf(back(m, 5, THREE))).toBe("entered");
  });

  it("M-16, K-17: by a new card whose terms are over she leaves, and comes back with a code of that one", () => {
    const m = withEva();
    const [a, b, c] = ["NEW1111122223333", "NEW2222222223333", "NEW3333322223333"] as const;
    const asked = m.house.do(m.person(5), "card", { member: EVA, name: text("Eva"), codes: codes([a, b, c]) });
    m.house.do(m.person(6), "cosign", { of: asked });
    m.house.wait(RECOVERY_MS + TERMS_MS);
    expect(codeOf(leave(m, 3, ONE))).toBe("K-17 no-such-code");
    gone(m, a);
    expect(codeOf(back(m, 5, ONE))).toBe("K-17 no-such-code");
    expect(ruleOf(back(m, 5, b))).toBe("entered");
    same(m);
  });

  it("M-16: where nobody else could confirm it, one word suffices: nobody is kept in for want of a second", () => {
    const h = House.found();
    const bo = h.join("bo");
    const card = { member: EVA, name: text("Eva"), codes: codes(CARD) };
    h.do(bo, "cosign", { of: h.do(h.founder, "card", card) });
    h.do(bo, "leave", {});
    expect(standing(h.state, EVA, h.now)).toBe("member");
    h.do(h.founder, "leave.card", { member: EVA, code: ONE });
    expect(standing(h.state, EVA, h.now)).toBe("left");
  });
});

describe("taking it back (K-16)", () => {
  it("K-16: two colluders with codes from votes; she comes back as what she was by another code, which one enters", () => {
    const m = withEva();
    m.house.giveVote({ ...m.person(0), member: EVA } as Person);
    gone(m, ONE, [1, 2]);
    const called = m.callOutside(m.move({ by: m.person(0) }), { mode: "count", tellers: [m.person(7)] });
    expect(codeOf(back(m, 5, ONE))).toBe("K-17 no-such-code");
    expect(codeOf(back(m, 5, PHONE))).toBe("K-17 no-such-code");
    m.house.wait(DAY);
    expect(ruleOf(back(m, 5, TWO))).toBe("entered");
    expect([has(m), hasVote(m.house.state, EVA, m.house.now)]).toEqual(["member", true]);
    expect(codeOf(back(m, 5, THREE))).toBe("K-16 they-are-here");
    // On what was called meanwhile she doesn't vote (M-14); her other codes serve for what comes.
    const position = { ...m.position(called, m.person(7), "for"), member: EVA, code: THREE };
    expect(ruleOf(m.house.put(m.person(7), "vote.card", position))).toBe("M-14");
    const motion = m.move();
    const agree = { what: "agree", motion, version: m.version(motion), member: EVA, code: THREE };
    expect(ruleOf(m.house.put(m.person(4), "now.card", agree))).toBe("entered");
  });

  it("K-16: a code that was entered for a leaving that nobody confirmed takes none back: who wants to go stays gone", () => {
    const m = withEva();
    leave(m, 1, ONE);
    gone(m, TWO);
    expect(codeOf(back(m, 1, ONE))).toBe("K-17 no-such-code");
    expect(has(m)).toBe("left");
  });

  it("K-16: within thirty days, and who left in another way not by a code", () => {
    const m = withEva();
    gone(m, ONE);
    m.house.wait(BACK_MS - 1);
    expect(ruleOf(back(m, 5, TWO))).toBe("entered");
    gone(m, THREE);
    m.house.wait(BACK_MS);
    expect(codeOf(back(m, 5, FOUR))).toBe("K-16 too-late");
    m.house.do(m.person(8), "leave", {});
    const other = m.house.put(m.person(3), "leave.card.undo", { member: m.person(8).member, code: FOUR });
    expect(codeOf(other)).toBe("K-16 not-by-card");
  });

  it("K-16, K-15: who has no code left comes back by a called meeting's decision, as who left by a device", () => {
    const m = withEva(3, [ONE]);
    gone(m, ONE);
    const eva = { ...m.house.person("eva"), member: EVA };
    const subject = { type: "keys", member: EVA, device: eva.device.id };
    expect(ruleOf(m.house.put(m.person(0), "move", { title: m.words(), text: m.words(), subject }))).toBe("entered");
  });
});

describe("appealing (N-8)", () => {
  /** Eva's stay as an applicant is ended by a called meeting. */
  function sentAway() {
    const m = withEva(60);
    expect(has(m)).toBe("applicant");
    const motion = m.move({ subject: { type: "guest-stay", member: EVA, ground: "harm" } });
    const call = m.convene({ days: 8 });
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    m.decide(motion, sitting, figures({ for: 8 }), undefined, "paper");
    m.end(sitting);
    m.house.wait(4 * DAY);
    expect(has(m)).toBe("left");
    return m;
  }
  const appeal = (m: Meeting, n: number, code: string, more: object = {}) =>
    m.house.put(m.person(n), "stay.appeal", { member: EVA, code, ...more });

  it("N-8: any member enters her appeal with a code of the card, in her words", () => {
    const m = sentAway();
    expect(codeOf(appeal(m, 3, PHONE))).toBe("K-17 no-such-code");
    const words = text("I was not there that day");
    expect(ruleOf(appeal(m, 3, ONE, { text: words }))).toBe("entered");
    expect(stayAppeals(m.house.state, m.house.now).map((a) => a.member)).toEqual([EVA]);
    // The words are hers, not his who entered them.
    expect(m.house.state.archive.owners.get(words.hash)).toBe(EVA);
    m.house.wait(31 * DAY);
    expect(codeOf(appeal(m, 3, TWO))).toBe("N-8 appeal-too-late");
    same(m);
  });

  it("N-8: a teller who kept a code uses her appeal up with no word: with another code she appeals anew", () => {
    const m = sentAway();
    appeal(m, 1, ONE);
    expect(ruleOf(appeal(m, 3, TWO, { text: text("This is what I say") }))).toBe("entered");
    expect(m.house.state.members.members.get(EVA)?.stay?.appealed?.text).toBe(text("This is what I say").hash);
    expect(codeOf(appeal(m, 3, ONE))).toBe("K-17 no-such-code");
  });

  it("N-8: nobody appeals so for whose stay goes on, or who had a device; and a code without whose it is says nothing", () => {
    const m = sentAway();
    const of = (data: object) => m.house.put(m.person(3), "stay.appeal", data);
    expect(codeOf(of({ member: m.person(4).member, code: ONE }))).toBe("N-8 no-stay-ended");
    expect(ruleOf(of({ code: ONE }))).toBe("R-3");
    expect(ruleOf(of({ member: EVA }))).toBe("R-3");
  });

  it("N-8, K-16: her stay was ended while she was away by a card: no code brings her back, a code appeals", () => {
    const m = withEva(60);
    const motion = m.move({ subject: { type: "guest-stay", member: EVA, ground: "harm" } });
    const call = m.convene({ days: 8 });
    const item = m.item(call, { motion });
    gone(m, ONE);
    const sitting = m.hold(call);
    m.begin(sitting, item);
    m.decide(motion, sitting, figures({ for: 8 }), undefined, "paper");
    m.end(sitting);
    m.house.wait(4 * DAY);
    expect(codeOf(back(m, 5, TWO))).toBe("K-16 their-stay-ended");
    expect(ruleOf(appeal(m, 5, TWO))).toBe("entered");
  });
});

describe("the name of who has left (E-1, E-3)", () => {
  it("E-3, E-7: while she is here no decision takes her name out of view; once she has left one does", () => {
    const m = withEva();
    const hash = m.house.state.members.members.get(EVA)?.name;
    const subject = { type: "erasure", attachments: [hash], ground: "not-ours-to-keep" };
    const move = () => m.house.put(m.person(0), "move", { title: m.words(), text: m.words(), subject });
    expect(ruleOf(move())).toBe("E-7");
    gone(m, ONE);
    expect(ruleOf(move())).toBe("entered");
  });
});
