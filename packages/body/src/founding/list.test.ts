/** The founders' list (F-5 to F-7, F-14 to F-18): honest foundings, and what those try who would bind others by them. */
import { describe, expect, it } from "vitest";
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { Assembly, DAY, newKeysOf, Meeting, type Person, ruleOf, sha256, START, text } from "@nabat/testkit";
import { stateBytes } from "../engine/snapshot.ts";
import { cardCodeBytes } from "../members/acts.ts";
import { roll, standing } from "../members/standing.ts";
import { peopleHash, peopleOn, signatures } from "./list.ts";

const names = (n: number, of = "p"): string[] => Array.from({ length: n }, (_, i) => `${of}${i}`);
const founding = (n: number): Meeting => new Meeting(names(n), { adopt: false, label: `list of ${n}` });
const phase = (a: Assembly): string => a.house.state.founding.phase;
const has = (a: Assembly, p: Person): string => standing(a.house.state, p.member, a.house.now);
const sign = (a: Assembly, list: ActId, ...people: readonly Person[]): string[] =>
  people.map((p) => ruleOf(a.house.put(p, "list.sign", { list })));

/** A person on the list who has no device, with the codes of their card. */
function withCard(a: Assembly, by: Person, other: Person, id = "0e"): MemberId {
  const eva = id.repeat(16) as MemberId;
  const codes = ["ABC123DEF456GH78", "DEF456GH78ABC123"].map((c) => toHex(sha256(cardCodeBytes(eva, c))) as Hash);
  a.house.do(other, "cosign", { of: a.house.do(by, "card", { member: eva, name: text("Eva", "members", id), codes }) });
  return eva;
}

describe("a founding by those who sign", () => {
  it("F-6 F-12 F-16 more than half of the closed list adopt; a founder is then a member like any other", () => {
    const a = new Assembly(names(5), { adopt: false, data: { existing: { since: START - 9000 * DAY } } });
    const list = a.closeList();
    expect(a.house.state.founding).toMatchObject({ phase: "provisional", existing: { confirmed: false } });
    sign(a, list, a.person(0), a.person(1));
    expect(phase(a)).toBe("provisional");
    const third = a.house.do(a.person(2), "list.sign", { list });
    expect(a.house.state.founding).toMatchObject({
      phase: "adopted",
      adoptedBy: third,
      existing: { confirmed: true },
    });
    expect(roll(a.house.state, a.house.now).map((m) => m.id)).toEqual(a.people.slice(0, 3).map((p) => p.member));
    a.house.do(a.house.founder, "leave", {});
    a.move({ by: a.person(1) });
    expect(stateBytes(a.house.refold(9))).toEqual(stateBytes(a.house.state));
  });

  it("F-6 alone where the list is one, both where it is two", () => {
    const one = founding(1);
    expect(sign(one, one.closeList(), one.person(0))).toEqual(["entered"]);
    expect(phase(one)).toBe("adopted");
    const two = founding(2);
    const list = two.closeList(two.person(1));
    sign(two, list, two.person(0));
    expect(phase(two)).toBe("provisional");
    sign(two, list, two.person(1));
    expect(phase(two)).toBe("adopted");
  });

  it("F-5 before that nothing is moved, opened, elected or voted; words about the founding are heard", () => {
    const a = founding(3);
    a.closeList();
    const tellers = [a.person(1).member, a.person(2).member];
    const words = { title: a.words(), text: a.words() };
    expect(ruleOf(a.house.put(a.person(0), "sitting.open", { title: a.words(), tellers }))).toBe("F-5");
    expect(ruleOf(a.house.put(a.person(0), "move", { ...words, subject: { type: "text" } }))).toBe("F-5");
    const old = { ...words, subject: { type: "founding" } };
    expect(ruleOf(a.house.put(a.person(0), "move", old))).toBe("R-3");
    const list = a.house.state.founding.list?.id;
    for (const about of [a.house.body, list])
      expect(ruleOf(a.house.put(a.person(2), "say", { about, text: a.words() }))).toBe("entered");
  });

  it("F-7 F-15 once a body is adopted no list is closed or opened", () => {
    const a = new Assembly(names(3));
    const people = peopleHash(peopleOn(a.house.state, a.house.now), sha256);
    expect(ruleOf(a.house.put(a.person(0), "list.close", { people }))).toBe("F-7");
    const list = a.house.state.founding.list?.id;
    expect(ruleOf(a.house.put(a.person(0), "list.open", { list }))).toBe("F-15");
  });

  it("F-18 sixty on a square: who never signs holds up nobody, and may sign for thirty days", () => {
    const a = founding(60);
    const list = a.closeList();
    sign(a, list, ...a.people.slice(1));
    const silent = a.person(0);
    expect([phase(a), has(a, silent), roll(a.house.state, a.house.now).length]).toEqual(["adopted", "guest", 59]);
    a.house.wait(30 * DAY);
    expect(sign(a, list, silent)).toEqual(["entered"]);
    expect([has(a, silent), roll(a.house.state, a.house.now).length]).toEqual(["member", 60]);
  });

  it("F-18 M-14 who signs later doesn't vote on what was called before, and isn't founder but by signing", () => {
    const a = founding(5);
    const list = a.closeList();
    sign(a, list, ...a.people.slice(0, 4));
    const vote = a.callOutside(a.move(), { mode: "name" });
    expect(sign(a, list, a.person(4))).toEqual(["entered"]);
    expect(ruleOf(a.cast(vote, a.person(4), "for"))).toBe("M-14");
    expect(a.house.state.members.members.get(a.person(4).member)).toMatchObject({ founder: true });
  });

  it("F-18 M-17 afterwards they come in with an invitation like any guest", () => {
    const a = founding(3);
    const list = a.closeList();
    sign(a, list, a.person(0), a.person(1));
    a.house.wait(30 * DAY + 1);
    const late = a.person(2);
    expect(sign(a, list, late)).toEqual(["F-18"]);
    const invitation = a.house.invite(a.person(0), "member");
    const { invited } = a.house.joinData(late, invitation) as { invited: string };
    a.house.do(late, "apply", { invitation: invitation.id, invited });
    expect(a.house.state.members.members.get(late.member)).toMatchObject({ status: "applicant" });
  });

  it("F-18 who hasn't signed reads, speaks, renames, erases and leaves, and no more", () => {
    const a = founding(3);
    sign(a, a.closeList(), a.person(0), a.person(1));
    const late = a.person(2);
    const words = a.words();
    expect(ruleOf(a.house.put(late, "say", { about: a.house.body, text: words }))).toBe("entered");
    expect(ruleOf(a.house.put(late, "erase", { attachments: [words.hash] }))).toBe("entered");
    expect(ruleOf(a.house.put(late, "rename", { name: text("Somebody") }))).toBe("entered");
    const moved = { title: a.words(), text: a.words(), subject: { type: "text" } };
    expect(ruleOf(a.house.put(late, "move", moved))).toBe("M-2");
    expect(ruleOf(a.house.put(late, "leave", {}))).toBe("entered");
  });
});

describe("closing and opening", () => {
  it("F-14 whoever is on the list closes it; nobody comes on while it is closed, guests do", () => {
    const a = founding(3);
    const early = a.house.invite(a.person(0), "founder", { label: "early" });
    a.closeList(a.person(2));
    const dan = a.house.person("dan");
    expect(ruleOf(a.house.put(dan, "join", a.house.joinData(dan, early)))).toBe("F-14");
    expect(has(a, a.house.join("gus", "guest"))).toBe("guest");
    const codes = ["aa".repeat(32)];
    const card = { member: "0e".repeat(16), name: text("Eva"), codes };
    expect(ruleOf(a.house.put(a.person(0), "card", card))).toBe("F-14");
  });

  it("F-14 it is closed as its closer saw it: who came meanwhile isn't closed in unseen", () => {
    const a = founding(2);
    const people = peopleHash(peopleOn(a.house.state, a.house.now), sha256);
    a.house.join("cy");
    expect(ruleOf(a.house.put(a.person(0), "list.close", { people }))).toBe("F-14");
    a.closeList();
    expect(ruleOf(a.house.put(a.house.person("cy"), "list.close", { people }))).toBe("F-14");
  });

  it("F-15 opened again, all signatures fall; a signature for another list is none (F-16)", () => {
    const a = founding(4);
    const first = a.closeList();
    sign(a, first, a.person(0), a.person(1));
    a.house.do(a.person(3), "list.open", { list: first });
    expect(sign(a, first, a.person(2))).toEqual(["F-16"]);
    a.house.join("late");
    const second = a.closeList(a.person(1));
    expect(sign(a, first, a.person(2))).toEqual(["F-16"]);
    expect(ruleOf(a.house.put(a.person(0), "list.open", { list: first }))).toBe("F-16");
    sign(a, second, a.person(2), a.person(3));
    expect(phase(a)).toBe("provisional");
    sign(a, second, a.person(0));
    expect(phase(a)).toBe("adopted");
  });

  it("F-15: each opens a closed list once, so that one can't undo all signatures again and again", () => {
    const a = founding(4);
    const open = (n: number, list: ActId) => ruleOf(a.house.put(a.person(n), "list.open", { list }));
    expect(open(3, a.closeList())).toBe("entered");
    const second = a.closeList(a.person(1));
    expect(open(3, second)).toBe("F-15");
    sign(a, second, a.person(0), a.person(1), a.person(2));
    expect(phase(a)).toBe("adopted");
  });

  it("F-14 F-15: one who closes it again and again keeps nobody outside", () => {
    const a = founding(3);
    const invitation = a.house.invite(a.person(0), "founder", { label: "di" });
    const [ana, bo, c] = [a.person(0), a.person(1), a.person(2)];
    a.house.do(ana, "list.open", { list: a.closeList(c) });
    const people = peopleHash(peopleOn(a.house.state, a.house.now), sha256);
    expect(a.house.put(c, "list.close", { people })).toMatchObject({ rule: "F-14", code: "closed-before" });
    const di = a.house.person("di");
    expect(ruleOf(a.house.put(di, "join", a.house.joinData(di, invitation)))).toBe("entered");
    sign(a, a.closeList(bo), ana, bo, di);
    expect(phase(a)).toBe("adopted");
    expect(stateBytes(a.house.refold(5))).toEqual(stateBytes(a.house.state));
  });

  it("F-14 who opens what they closed closes it anew; where all have had their turn anybody does", () => {
    const one = founding(1);
    one.house.do(one.person(0), "list.open", { list: one.closeList() });
    expect(sign(one, one.closeList(), one.person(0))).toEqual(["entered"]);
    const two = founding(2);
    two.house.do(two.person(1), "list.open", { list: two.closeList(two.person(0)) });
    two.house.do(two.person(0), "list.open", { list: two.closeList(two.person(1)) });
    const list = two.closeList(two.person(0));
    sign(two, list, two.person(0), two.person(1));
    expect(phase(two)).toBe("adopted");
  });

  it("F-15 a list that isn't signed by more than half in thirty days is open again, without an act", () => {
    const a = founding(4);
    const first = a.closeList();
    sign(a, first, a.person(0), a.person(1));
    a.house.wait(30 * DAY + 1);
    expect(sign(a, first, a.person(2))).toEqual(["F-16"]);
    const late = a.house.join("late");
    const second = a.closeList();
    expect(sign(a, second, late, ...a.people.slice(0, 2))).toEqual(["entered", "entered", "entered"]);
    expect(phase(a)).toBe("adopted");
  });
});

describe("founding for others", () => {
  it("F-6 a founder who brought thirty binds them and himself, never the four", () => {
    const a = founding(5);
    const four = a.people.slice(1);
    const brought = names(30, "brought").map((n) => a.house.join(n));
    const list = a.closeList();
    sign(a, list, a.person(0), ...brought);
    expect(phase(a)).toBe("adopted");
    for (const p of four) expect(has(a, p)).toBe("guest");
    expect(roll(a.house.state, a.house.now)).toHaveLength(31);
  });

  it("F-6 two who close the list early bind only these two", () => {
    const a = founding(2);
    const list = a.closeList();
    const third = a.house.person("third");
    const invitation = a.house.invite(a.person(0), "founder");
    expect(ruleOf(a.house.put(third, "join", a.house.joinData(third, invitation)))).toBe("F-14");
    sign(a, list, a.person(0), a.person(1));
    expect(roll(a.house.state, a.house.now)).toHaveLength(2);
    expect(ruleOf(a.house.put(third, "join", a.house.joinData(third, invitation)))).toBe("F-7");
  });

  it("F-16 nobody is added after others signed: the list that they signed stays as it was", () => {
    const a = founding(3);
    const list = a.closeList();
    sign(a, list, a.person(0));
    const dan = a.house.person("dan");
    expect(ruleOf(a.house.put(dan, "join", a.house.joinData(dan, a.house.invite(a.person(0), "founder"))))).toBe(
      "F-14",
    );
    const gus = a.house.join("gus", "guest");
    expect(sign(a, list, gus)).toEqual(["F-16"]);
  });

  it("F-6 two of three can't adopt for the third", () => {
    const a = founding(3);
    sign(a, a.closeList(), a.person(0), a.person(1));
    expect([phase(a), has(a, a.person(2))]).toEqual(["adopted", "guest"]);
    const forged = { list: a.house.state.founding.list?.id };
    expect(ruleOf(a.house.put(a.person(2), "list.sign", forged, { key: a.person(0).device }))).toBe("K-1");
  });

  it("F-16 nobody signs twice, with whichever key", () => {
    const a = founding(4);
    const list = a.closeList();
    sign(a, list, a.person(0));
    expect(sign(a, list, a.person(0))).toEqual(["F-16"]);
    expect(ruleOf(a.house.put(a.person(0), "list.sign", { list }, { key: a.person(0).reserve }))).not.toBe("entered");
    expect(phase(a)).toBe("provisional");
  });

  it("F-6 M-16 who leaves between counts neither way, and holds up nobody", () => {
    const a = founding(5);
    const list = a.closeList();
    sign(a, list, a.person(0), a.person(1));
    a.house.do(a.person(2), "leave", {});
    expect(phase(a)).toBe("provisional");
    a.house.do(a.person(3), "leave", {});
    expect(phase(a)).toBe("adopted");
    expect(has(a, a.person(2))).toBe("left");
    expect(has(a, a.person(4))).toBe("guest");
    const closed = a.house.state.founding.list;
    expect(closed && signatures(a.house.state, closed, a.house.now)).toEqual({ on: 3, signed: 2, needed: 2 });
  });

  it("F-6 where all but one left, that one founds alone on a list of one, not on the old", () => {
    const a = founding(3);
    const list = a.closeList();
    for (const p of a.people.slice(1)) a.house.do(p, "leave", {});
    sign(a, list, a.person(0));
    expect(phase(a)).toBe("provisional");
    a.house.do(a.person(0), "list.open", { list });
    sign(a, a.closeList(), a.person(0));
    expect(phase(a)).toBe("adopted");
  });

  it("F-6 K-7 two founders bring in no keys for the others: whoever lost theirs is invited anew", () => {
    const a = founding(3);
    const thief = { ...a.house.person("p2", "stolen"), member: a.person(2).member };
    const data = { ...newKeysOf(thief), member: thief.member };
    expect(ruleOf(a.house.put(a.person(0), "key.recover", data))).toBe("F-5");
    const list = a.closeList();
    expect(ruleOf(a.house.put(a.person(0), "key.recover", data))).toBe("F-5");
    a.house.do(a.person(0), "list.open", { list });
    a.house.do(a.person(2), "leave", {});
    const again = a.house.join("p2 again", "founder", a.person(0));
    sign(a, a.closeList(), a.person(0), a.person(1), again);
    expect(phase(a)).toBe("adopted");
  });

  it("F-16 K-12 new keys don't sign the list for who hasn't", () => {
    const a = founding(4);
    const list = a.closeList();
    sign(a, list, a.person(0), a.person(1), a.person(2));
    const thief = { ...a.house.person("p3", "stolen"), member: a.person(3).member };
    const asked = a.house.do(a.person(0), "key.recover", { ...newKeysOf(thief), member: thief.member });
    a.house.do(a.person(1), "cosign", { of: asked });
    a.house.wait(4 * DAY);
    expect(ruleOf(a.house.put(thief, "list.sign", { list }))).toBe("K-12");
  });
});

describe("by card", () => {
  it("F-17 two others on the list sign for who has no device, with a code that is then spent", () => {
    const a = founding(3);
    const eva = withCard(a, a.person(0), a.person(1));
    const list = a.closeList();
    const entry = { list, member: eva, code: "ABC123DEF456GH78" };
    expect(ruleOf(a.house.put(a.person(0), "list.card", { ...entry, code: "WRXNG1WRXNG2WRXN" }))).toBe("F-17");
    expect(ruleOf(a.house.put(a.person(0), "list.card", { ...entry, member: a.person(2).member }))).toBe("F-17");
    // Two alone bring nobody onto the list who doesn't exist: a third says that they know the holder.
    expect(ruleOf(a.house.put(a.person(0), "list.card", entry))).toBe("F-17");
    const card = a.house.state.members.members.get(eva)?.cardBy;
    for (const n of [0, 1]) expect(ruleOf(a.house.put(a.person(n), "card.confirm", { card }))).toBe("M-28");
    a.house.do(a.person(2), "card.confirm", { card });
    expect(a.house.state.members.members.get(eva)?.confirmedBy).toBe(a.person(2).member);
    const first = a.house.do(a.person(0), "list.card", entry);
    expect(ruleOf(a.house.put(a.person(0), "cosign", { of: first }))).toBe("K-8");
    a.house.do(a.person(1), "cosign", { of: first });
    expect(a.house.state.founding.list?.signed.has(eva)).toBe(true);
    expect(a.house.state.members.members.get(eva)?.codes).toHaveLength(1);
    expect(ruleOf(a.house.put(a.person(0), "list.card", { ...entry, code: "DEF456GH78ABC123" }))).toBe("F-16");
    expect(phase(a)).toBe("provisional");
  });

  it("F-17 a signature by card that waits falls with its list", () => {
    const a = founding(3);
    const eva = withCard(a, a.person(0), a.person(1));
    a.house.do(a.person(2), "card.confirm", { card: a.house.state.members.members.get(eva)?.cardBy });
    const list = a.closeList();
    const first = a.house.do(a.person(0), "list.card", { list, member: eva, code: "ABC123DEF456GH78" });
    a.house.do(a.person(2), "list.open", { list });
    expect(ruleOf(a.house.put(a.person(1), "cosign", { of: first }))).toBe("F-16");
  });

  it("F-17 M-28 two of nine make twelve cards of people who don't exist: none of them signs; where two have devices, both suffice", () => {
    const a = founding(9);
    const cards = Array.from({ length: 12 }, (_, i) => withCard(a, a.person(7), a.person(8), `${10 + i}`));
    const list = a.closeList();
    for (const member of cards)
      expect(ruleOf(a.house.put(a.person(7), "list.card", { list, member, code: "ABC123DEF456GH78" }))).toBe("F-17");
    sign(a, list, ...a.people);
    expect(a.house.state.founding.list?.signed.size).toBe(9);
    const two = founding(2);
    const eva = withCard(two, two.person(0), two.person(1));
    const entry = { list: two.closeList(), member: eva, code: "ABC123DEF456GH78" };
    two.house.do(two.person(1), "cosign", { of: two.house.do(two.person(0), "list.card", entry) });
  });

  it("M-28 another card before adoption is confirmed anew: its codes are others", () => {
    const a = founding(4);
    const eva = withCard(a, a.person(0), a.person(1));
    const cardOf = () => a.house.state.members.members.get(eva)?.cardBy;
    a.house.do(a.person(2), "card.confirm", { card: cardOf() });
    const codes = [toHex(sha256(cardCodeBytes(eva, "NEW111NEW222NEW3"))) as Hash];
    const card = { member: eva, name: text("Eva", "members", "anew"), codes };
    a.house.do(a.person(3), "cosign", { of: a.house.do(a.person(0), "card", card) });
    const entry = { list: a.closeList(), member: eva, code: "NEW111NEW222NEW3" };
    expect(ruleOf(a.house.put(a.person(0), "list.card", entry))).toBe("F-17");
    expect(ruleOf(a.house.put(a.person(3), "card.confirm", { card: cardOf() }))).toBe("M-28");
    a.house.do(a.person(2), "card.confirm", { card: cardOf() });
    a.house.do(a.person(0), "list.card", entry);
  });

  it("M-13 F-17 no two others make a new card to sign with", () => {
    const a = founding(4);
    const eva = withCard(a, a.person(0), a.person(1));
    const codes = [toHex(sha256(cardCodeBytes(eva, "NEW111NEW222NEW3"))) as Hash];
    const card = { member: eva, name: text("Eva", "members", "anew"), codes };
    expect(ruleOf(a.house.put(a.person(2), "card", card))).toBe("M-13");
    const waits = a.house.do(a.person(0), "card", card);
    a.closeList();
    expect(ruleOf(a.house.put(a.person(1), "cosign", { of: waits }))).toBe("F-14");
  });

  it("F-18 M-13 a card that nobody signed with in time comes in by two tellers of a sitting", () => {
    const a = founding(3);
    const eva = withCard(a, a.person(0), a.person(1));
    sign(a, a.closeList(), ...a.people);
    expect(standing(a.house.state, eva, a.house.now)).toBe("guest");
    a.house.wait(31 * DAY);
    const codes = [toHex(sha256(cardCodeBytes(eva, "NEW111NEW222NEW3"))) as Hash];
    const sitting = a.hold(a.convene());
    const card = { member: eva, name: text("Eva", "members", "again"), codes, sitting };
    a.house.do(a.person(2), "cosign", { of: a.house.do(a.person(1), "card", card) });
    expect(standing(a.house.state, eva, a.house.now)).toBe("applicant");
  });
});
