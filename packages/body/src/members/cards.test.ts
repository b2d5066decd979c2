/** Rules M-13, M-28 and K-17: members without a device, and another card for who has one. */
import { describe, expect, it } from "vitest";
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { DAY, newKeysOf, House, Meeting, type Person, ruleOf, sha256, text } from "@nabat/testkit";
import { RECOVERY_MS, TERMS_MS } from "../keys/running.ts";
import type { Statutes } from "../statutes/acts.ts";
import { cardCodeBytes } from "./acts.ts";
import { codesOf, hasCard } from "./codes.ts";
import { hasVote, standing } from "./standing.ts";

const EVA = "0e".repeat(16) as MemberId;
const [ONE, TWO, NEW, OTHER] = [
  "ABC123DEF456GH78",
  "DEF456GH78ABC123",
  "NEW111NEW222NEW3",
  "XYZ111XYZ222XYZ3",
] as const;
const codes = (...printed: string[]): Hash[] => printed.map((c) => toHex(sha256(cardCodeBytes(EVA, c))) as Hash);
const card = (more: object = {}) => ({ member: EVA, name: text("Eva"), codes: codes(ONE, TWO), ...more });
const rules = (s: Statutes): Statutes => ({ ...s, admission: { ...s.admission, vouchers: 1, waitingDays: 3 } });

function founding(): House & { bo: Person; cy: Person } {
  const made = House.found({ statutes: rules });
  return Object.assign(made, { bo: made.join("bo"), cy: made.join("cy") });
}
const NINE = ["ana", "bo", "cy", "di", "fin", "gil", "hua", "ina", "jo"];
/** Adopted, and at a called meeting whose tellers, the second and third person, were elected. */
function met(): { m: Meeting; sitting: ActId } {
  const m = new Meeting(NINE, { statutes: rules });
  return { m, sitting: m.hold(m.convene()) };
}
/** Eva is a member by a card. */
function withEva(): { m: Meeting; sitting: ActId } {
  const { m, sitting } = met();
  const first = m.house.do(m.person(1), "card", card({ sitting }));
  m.house.do(m.person(2), "cosign", { of: first });
  m.house.do(m.person(3), "card.confirm", { card: first });
  m.house.wait(4 * DAY);
  return { m, sitting };
}

describe("M-13 cards", () => {
  it("M-13 before adoption two founders make one; its holder is a founder", () => {
    const h = founding();
    const first = h.do(h.bo, "card", card());
    expect(standing(h.state, EVA, h.now)).toBe("none");
    expect(ruleOf(h.put(h.bo, "cosign", { of: first }))).toBe("K-8");
    h.do(h.cy, "cosign", { of: first });
    expect(standing(h.state, EVA, h.now)).toBe("member");
    const made = { card: true, founder: true, by: first, codes: codes(ONE, TWO) };
    expect(h.state.members.members.get(EVA)).toMatchObject(made);
    expect(h.state.archive.owners.get(text("Eva").hash)).toBe(EVA);
  });

  it("M-13 afterwards two elected tellers of a called meeting; the usual conditions hold", () => {
    const { m, sitting } = met();
    expect(ruleOf(m.house.put(m.person(1), "card", card()))).toBe("M-13");
    expect(ruleOf(m.house.put(m.person(0), "card", card({ sitting })))).toBe("M-13");
    const first = m.house.do(m.person(1), "card", card({ sitting }));
    expect(ruleOf(m.house.put(m.person(0), "cosign", { of: first }))).toBe("M-13");
    m.house.do(m.person(2), "cosign", { of: first });
    const made = { seen: true, invitedBy: m.person(1).member, vouchers: [m.person(2).member] };
    expect(m.house.state.members.members.get(EVA)).toMatchObject(made);
    expect(standing(m.house.state, EVA, m.house.now)).toBe("applicant");
    m.house.wait(3 * DAY);
    expect(standing(m.house.state, EVA, m.house.now)).toBe("member");
  });

  it("M-13 two at a bare sitting, whose tellers nobody elected, invent nobody", () => {
    const m = new Meeting(NINE, { statutes: rules });
    const sitting = m.sitting(m.person(7), [m.person(7), m.person(8)]);
    for (let i = 0; i < 12; i++) {
      const member = i.toString(16).padStart(32, "0") as MemberId;
      expect(ruleOf(m.house.put(m.person(7), "card", card({ sitting, member })))).toBe("M-13");
    }
  });

  it("M-13 before adoption whoever made it makes another, which ends the codes of the first", () => {
    const h = founding();
    h.do(h.cy, "cosign", { of: h.do(h.bo, "card", card()) });
    expect(ruleOf(h.put(h.cy, "card", card({ codes: codes(NEW) })))).toBe("M-13");
    h.do(h.cy, "cosign", { of: h.do(h.bo, "card", card({ codes: codes(NEW) })) });
    expect(h.state.members.members.get(EVA)?.codes).toEqual(codes(NEW));
  });

  it("M-13 nobody with a device is given a card behind their back", () => {
    const h = founding();
    expect(ruleOf(h.put(h.bo, "card", card({ member: h.cy.member })))).toBe("M-13");
    expect(ruleOf(h.put(h.bo, "card", card({ codes: codes(NEW, NEW) })))).toBe("M-13");
  });
});

describe("M-28 a third confirms", () => {
  it("M-28 a newcomer's card is confirmed by a third: none of the two, once", () => {
    const { m, sitting } = met();
    const first = m.house.do(m.person(1), "card", card({ sitting }));
    expect(ruleOf(m.house.put(m.person(3), "card.confirm", { card: first }))).toBe("M-28");
    m.house.do(m.person(2), "cosign", { of: first });
    for (const n of [1, 2]) expect(ruleOf(m.house.put(m.person(n), "card.confirm", { card: first }))).toBe("M-28");
    m.house.do(m.person(3), "card.confirm", { card: first });
    expect(m.house.state.members.members.get(EVA)?.confirmed).toBe(m.house.now);
    expect(ruleOf(m.house.put(m.person(4), "card.confirm", { card: first }))).toBe("M-28");
  });
});

describe("K-17 another card", () => {
  it("M-13, M-26 twelve cards by two tellers are no way round the pace: each teller's first has a vote, the others wait for places", () => {
    const { m, sitting } = met();
    const { house } = m;
    const [one, two, third] = [m.person(1), m.person(2), m.person(3)];
    const made = Array.from({ length: 12 }, (_, i) => {
      const member = (i + 16).toString(16).padStart(32, "0") as MemberId;
      const [by, other] = i % 2 === 0 ? [one, two] : [two, one];
      const of = toHex(sha256(cardCodeBytes(member, ONE))) as Hash;
      const id = house.do(by, "card", { member, name: text(`holder ${i}`), codes: [of], sitting });
      house.do(other, "cosign", { of: id });
      house.do(third, "card.confirm", { card: id });
      return member;
    });
    house.wait(30 * DAY);
    const have = () => made.filter((id) => hasVote(house.state, id, house.now));
    expect(have()).toEqual(made.slice(0, 2));
    // Neither of the two gives another's card their word, nor does it help to ask for the place: a quarter is reckoned with firsts.
    const places = made.slice(2).map((member) => ruleOf(house.put(third, "place", { member })));
    expect(places).not.toContain("entered");
    expect(ruleOf(house.put(two, "sponsor", { member: made[2] }))).toBe("M-26");
    // Somebody else's word brings one of them, as it does whoever came with a phone.
    expect(ruleOf(house.put(m.person(5), "sponsor", { member: made[2] }))).toBe("entered");
    house.wait(1);
    expect(have()).toEqual(made.slice(0, 3));
  });

  it("K-17 a second card for a real holder takes no vote of hers: the old codes go on, and one of them ends it", () => {
    const { m } = withEva();
    const again = m.house.do(m.person(7), "card", card({ codes: codes(NEW) }));
    m.house.do(m.person(8), "cosign", { of: again });
    const eva = () => m.house.state.members.members.get(EVA)!;
    expect(codesOf(m.house.state, eva(), m.house.now)).toEqual(codes(ONE));
    m.house.wait(RECOVERY_MS);
    expect(codesOf(m.house.state, eva(), m.house.now)).toEqual(codes(NEW));
    // What they hold then votes nowhere but before two elected tellers, and agrees to nothing.
    const motion = m.move();
    const agree = { what: "agree", motion, version: m.version(motion), member: EVA, code: NEW };
    expect(ruleOf(m.house.put(m.person(7), "now.card", agree))).toBe("K-12");
    m.house.wait(RECOVERY_MS - 1);
    const object = { of: again, member: EVA, code: ONE };
    for (const n of [7, 8]) expect(ruleOf(m.house.put(m.person(n), "card.object", object))).toBe("K-17");
    expect(ruleOf(m.house.put(m.person(3), "card.object", { ...object, code: NEW }))).toBe("K-17");
    m.house.do(m.person(3), "card.object", object);
    // The code that objected stands in the record for all to read, and is spent.
    expect(eva().codes).toEqual(codes(TWO));
    expect(ruleOf(m.house.put(m.person(4), "now.card", { ...agree, code: ONE }))).toBe("V-32");
    expect(ruleOf(m.house.put(m.person(5), "card", card({ codes: codes(OTHER) })))).toBe("K-13");
  });

  it("K-17 a second card's new code votes on nothing over days, and at a called meeting only before its two elected tellers", () => {
    const { m } = withEva();
    const eva = { ...m.person(0), member: EVA };
    // She had a vote before.
    m.house.giveVote(eva as Person);
    const again = m.house.do(m.person(7), "card", card({ codes: codes(NEW) }));
    m.house.do(m.person(8), "cosign", { of: again });
    m.house.wait(RECOVERY_MS);
    // Over days: neither the colluder who counts nor anybody else enters her position, with the code or without.
    const days = m.callOutside(m.move({ by: m.person(0) }), { mode: "count", tellers: [m.person(7)] });
    const position = (vote: ActId, by: Person, code: object) => ({
      ...m.position(vote, by, "for"),
      member: EVA,
      ...code,
    });
    for (const [code, rule] of [
      [{ code: NEW }, "K-12"],
      [{}, "V-32"],
    ] as const)
      expect(ruleOf(m.house.put(m.person(7), "vote.card", position(days, m.person(7), code)))).toBe(rule);
    // In the hall: only its two elected tellers, who see who stands before them; not the two who made the card.
    const motion = m.move({ by: m.person(0) });
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    m.begin(sitting, item);
    const vote = m.call(motion, sitting, "count");
    for (const by of [m.person(7), m.person(8)])
      expect(ruleOf(m.house.put(by, "vote.card", position(vote, by, { code: NEW })))).toBe("V-32");
    const first = m.house.do(m.person(1), "vote.card", position(vote, m.person(1), { code: NEW }));
    expect(ruleOf(m.house.put(m.person(7), "cosign", { of: first }))).toBe("V-32");
    expect(m.vote(vote).cast.has(EVA)).toBe(false);
    m.house.do(m.person(2), "cosign", { of: first });
    expect(m.vote(vote).cast.has(EVA)).toBe(true);
  });

  it("K-17 somebody lost her card: two ask, and after the terms the new one is as good as the old", () => {
    const { m } = withEva();
    const again = m.house.do(m.person(3), "card", card({ name: text("Eva B"), codes: codes(NEW) }));
    m.house.do(m.person(4), "cosign", { of: again });
    expect(ruleOf(m.house.put(m.person(5), "card.object", { of: again, member: EVA, code: OTHER }))).toBe("K-17");
    m.house.wait(RECOVERY_MS + TERMS_MS);
    const motion = m.move();
    const agree = { what: "agree", motion, version: m.version(motion), member: EVA, code: NEW };
    m.house.do(m.person(5), "cosign", { of: m.house.do(m.person(4), "now.card", agree) });
    // What is over is forgotten with the next asking, and the card stays.
    m.house.do(m.person(3), "key.recover", { ...newKeysOf(m.house.person("gil", "x")), member: m.person(6).member });
    const eva = m.house.state.members.members.get(EVA)!;
    expect([eva.codes, eva.name, codesOf(m.house.state, eva, m.house.now)]).toEqual([[], text("Eva B").hash, []]);
  });

  it("K-17 at the door of a called meeting, by two elected tellers, at a place of the door (K-11)", () => {
    const { m } = withEva();
    const sitting = m.hold(m.convene({ days: 5 }));
    const again = m.house.do(m.person(1), "card", card({ codes: codes(NEW), sitting }));
    expect(ruleOf(m.house.put(m.person(3), "cosign", { of: again }))).toBe("K-11");
    m.house.do(m.person(2), "cosign", { of: again });
    expect(m.house.state.keys.recoveries.get(again)?.way).toBe("door");
  });

  it("K-17 keys for who has a card: the card goes on for 72 hours, then it ends; a code calls it off", () => {
    const { m } = withEva();
    const eva = { ...m.house.person("eva"), member: EVA };
    const data = { ...newKeysOf(eva), member: EVA };
    const first = m.house.do(m.person(3), "key.recover", data);
    m.house.do(m.person(4), "cosign", { of: first });
    expect(hasCard(m.house.state, EVA, m.house.now)).toBe(true);
    m.house.wait(RECOVERY_MS);
    expect(hasCard(m.house.state, EVA, m.house.now)).toBe(false);
    m.house.do(eva, "rename", { name: text("Eva with a phone") });
    m.house.do(m.person(5), "card.object", { of: first, member: EVA, code: TWO });
    expect(hasCard(m.house.state, EVA, m.house.now)).toBe(true);
    expect(ruleOf(m.house.put(eva, "rename", { name: text("Eva again") }))).toBe("K-2");
  });

  it("K-17 who moves to a phone with the card in hand votes over days six days later; the other codes object till then", () => {
    const begin = () => {
      const { m } = withEva();
      const eva = { ...m.house.person("eva"), member: EVA } as Person;
      m.house.giveVote(eva);
      const data = { ...newKeysOf(eva), member: EVA };
      return { m, eva, ask: (code: object) => m.house.put(m.person(3), "key.recover", { ...data, ...code }) };
    };
    const { m, eva, ask } = begin();
    for (const code of [OTHER, NEW]) expect(ruleOf(ask({ code }))).toBe("K-17");
    // A code as it is given for a vote takes nobody's place; and the one for a phone votes on nothing.
    expect(ask({ code: ONE })).toMatchObject({ rule: "K-17", code: "code-for-votes" });
    const about = m.move();
    const now = { what: "agree", motion: about, version: m.version(about), member: EVA };
    expect(ruleOf(m.house.put(m.person(4), "now.card", { ...now, code: TWO }))).toBe("V-32");
    expect(ruleOf(m.house.put(m.person(4), "now.card", { ...now, code: ONE }))).not.toBe("V-32");
    const first = ask({ code: TWO });
    if (!first.ok) throw new Error(first.code);
    m.house.do(m.person(4), "cosign", { of: first.value.id });
    m.house.wait(RECOVERY_MS);
    const agree = () => {
      const motion = m.move({ by: m.person(0) });
      return ruleOf(m.house.put(eva, "now.agree", { motion, version: m.version(motion) }));
    };
    expect(agree()).toBe("K-12");
    m.house.wait(RECOVERY_MS - 1);
    expect(agree()).toBe("K-12");
    m.house.wait(1);
    expect(agree()).toBe("entered");
    m.house.do(eva, "leave", {});
    // Whoever copied a code doesn't take the place of who holds the others, nor is a card in its terms worth a code.
    const copied = begin();
    const theirs = copied.ask({ code: TWO });
    if (!theirs.ok) throw new Error(theirs.code);
    copied.m.house.do(copied.m.person(4), "cosign", { of: theirs.value.id });
    copied.m.house.wait(2 * RECOVERY_MS - 1);
    copied.m.house.do(copied.m.person(5), "card.object", { of: theirs.value.id, member: EVA, code: ONE });
    expect(hasCard(copied.m.house.state, EVA, copied.m.house.now)).toBe(true);
    const again = begin();
    const card2 = again.m.house.do(again.m.person(7), "card", card({ codes: codes(OTHER, NEW) }));
    again.m.house.do(again.m.person(8), "cosign", { of: card2 });
    again.m.house.wait(RECOVERY_MS);
    expect(ruleOf(again.ask({ code: NEW }))).not.toBe("entered");
  });

  it("K-17, K-15 what fewer than half decided over a card a code of the old one objects to for thirty days", () => {
    const { m } = withEva();
    const asked = m.house.do(m.person(7), "card", card({ codes: codes(NEW) }));
    m.house.do(m.person(8), "cosign", { of: asked });
    m.house.do(m.person(3), "card.object", { of: asked, member: EVA, code: ONE });
    const subject = { type: "keys", member: EVA, before: [m.person(1).member, m.person(2).member] } as never;
    const motion = m.move({ subject });
    const call = m.convene();
    const item = m.item(call, { motion });
    const sitting = m.hold(call);
    for (const p of m.people) for (const kind of ["sitting.remote", "sitting.hall"]) m.house.put(p, kind, { sitting });
    m.begin(sitting, item);
    const decided = m.decide(motion, sitting, { for: 3, against: 0, abstain: 0, "taking-part": 0 }, 3);
    m.house.wait(3 * DAY);
    const of = m.house.do(m.person(1), "card", card({ codes: codes(OTHER), decided }));
    m.house.do(m.person(2), "cosign", { of });
    m.house.wait(TERMS_MS - 1);
    const eva = m.house.state.members.members.get(EVA);
    expect(eva && codesOf(m.house.state, eva, m.house.now)).toEqual(codes(OTHER));
    m.house.do(m.person(4), "card.object", { of, member: EVA, code: TWO });
    // Both codes of the old card have objected by now; the card stands, and another is asked for as ever.
    expect([eva?.codes, hasCard(m.house.state, EVA, m.house.now)]).toEqual([[], true]);
  });

  it("K-17 a card of one code shortens nothing; a card's last code serves for a phone, whichever were used before", () => {
    const { m, sitting } = met();
    const first = m.house.do(m.person(1), "card", card({ sitting, codes: codes(ONE) }));
    m.house.do(m.person(2), "cosign", { of: first });
    const eva = m.house.state.members.members.get(EVA);
    expect(eva && [codesOf(m.house.state, eva, m.house.now), eva.keyCode]).toEqual([codes(ONE), undefined]);
    const three = withEva();
    three.m.house.do(three.m.person(7), "card", card({ codes: codes(NEW, OTHER, TWO) }));
    const of = [...three.m.house.state.keys.recoveries.keys()].at(-1);
    three.m.house.do(three.m.person(8), "cosign", { of });
    three.m.house.wait(RECOVERY_MS + TERMS_MS);
    three.m.house.do(three.m.person(7), "rest.here", {});
    const there = three.m.house.state.members.members.get(EVA);
    expect(there && codesOf(three.m.house.state, there, three.m.house.now)).toEqual(codes(NEW, OTHER));
  });

  it("K-17 a code has eighty bits, and another doesn't come in", () => {
    const { m } = withEva();
    const motion = m.move();
    for (const code of ["ABC123", "ABC123DEF456GH7I", "abc123def456gh78"]) {
      const agree = { what: "agree", motion, version: m.version(motion), member: EVA, code };
      expect(ruleOf(m.house.put(m.person(4), "now.card", agree))).toBe("R-3");
    }
  });
});
