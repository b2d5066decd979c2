/** Rules F-1 to F-13, and that what is not said gives no right. */
import { describe, expect, it } from "vitest";
import { type ActId, canonicalBytes, type Hash } from "@nabat/kernel";
import { DAY, enrolmentOf, House, HOUR, keyFrom, nonceOf, person, ruleOf, sha256, START, text } from "@nabat/testkit";
import { motherEvidence, readChildEvidence } from "./child.ts";
import { allowEstablish } from "./effects.ts";

const R = "ab".repeat(32) as ActId;
const MOTION = "cd".repeat(32) as ActId;

/** A mother with a carried decision `establish`; the decision itself is the motions' chapter's to test. */
function mother(): House {
  const house = House.found({ founder: "mother", adopted: true });
  allowEstablish(house.state, R, MOTION, { body: "committee", seats: 2 }, "ef".repeat(32) as Hash, {
    at: house.now,
    from: house.now,
  });
  return house;
}

function motherEvidenceOf(from: House) {
  const parent = motherEvidence(from.state, R);
  if (!parent) throw new Error("no evidence");
  return parent;
}

describe("founding an assembly", () => {
  it("F-1 takes nobody's leave: the founding act rests on no other act", () => {
    const house = House.found();
    expect(house.entries[0]?.admission.right).toEqual({ rule: "F-1" });
    expect(house.state).toMatchObject({
      size: 1,
      body: house.entries[0]?.id,
      founding: { phase: "provisional", epoch: 0 },
    });
  });

  it("F-1 happens once in a record, addressed to nobody", () => {
    const house = House.found();
    expect(ruleOf(house.put(house.founder, "found", {}))).toBe("R-3");
    const again = JSON.parse(new TextDecoder().decode(house.entries[0]?.bytes)) as object;
    expect(ruleOf(house.submit(canonicalBytes(again)))).toBe("F-1");
  });

  it("F-2 makes the founder a member at once, and nothing more", () => {
    const house = House.found();
    const member = house.state.members.members.get(house.founder.member);
    expect(member).toMatchObject({ status: "member", from: START, by: house.body });
    const bo = house.join("bo");
    const other = house.state.members.members.get(bo.member);
    expect({
      ...other,
      id: 0,
      by: 0,
      name: 0,
      joined: 0,
      from: 0,
      fromIndex: 0,
      votesFrom: 0,
      votesIndex: 0,
      invitedBy: 0,
    }).toEqual({
      ...member,
      id: 0,
      by: 0,
      name: 0,
      joined: 0,
      from: 0,
      fromIndex: 0,
      votesFrom: 0,
      votesIndex: 0,
      invitedBy: 0,
    });
  });

  it("F-3 only an assembly comes of nobody's decision", () => {
    for (const type of ["committee", "council"] as const)
      expect(ruleOf(House.tryFound({ data: { type } }))).toBe("F-3");
  });

  it("F-4 no key of a library founds a body", () => {
    expect(ruleOf(House.tryFound({ weak: true }))).toBe("F-4");
  });

  it("F-5 before adoption only what leads to adoption can be done", () => {
    const house = House.found();
    const bo = house.join("bo");
    expect(ruleOf(house.put(bo, "vouch", { member: house.founder.member }))).toBe("F-5");
    expect(ruleOf(house.put(bo, "established", { result: R, body: R }))).toBe("F-5");
    expect(ruleOf(house.put(bo, "rename", { name: text("Bo the second") }))).toBe("entered");
  });

  it("F-7 founders join while it is provisional, never later; others only after", () => {
    const house = House.found();
    const late = house.invite(house.founder, "founder", { label: "late" });
    expect(
      ruleOf(house.put(house.founder, "invite", { key: keyFrom("x").id, as: "member", until: house.now + DAY })),
    ).toBe("F-7");
    expect(house.state.members.members.get(house.join("bo").member)?.status).toBe("member");
    house.adoptAtOnce();
    expect(
      ruleOf(house.put(house.founder, "invite", { key: keyFrom("y").id, as: "founder", until: house.now + DAY })),
    ).toBe("F-7");
    const eve = house.person("eve");
    expect(ruleOf(house.put(eve, "join", house.joinData(eve, late)))).toBe("F-7");
  });

  it("F-8 the record keeper is named, is not the founder, and may do nothing in the body", () => {
    const p = person("ana", nonceOf("ana"));
    expect(ruleOf(House.tryFound({ data: { clerk: p.device.id } }))).toBe("F-8");
    expect(ruleOf(House.tryFound({ data: { clerk: p.reserve.id } }))).toBe("F-8");
    const house = House.found();
    expect(ruleOf(house.put(house.founder, "rename", { name: text("n") }, { key: keyFrom("clerk") }))).toBe("K-1");
  });

  it("F-9 keys granted for one body serve in no other", () => {
    const elsewhere = person("ana", nonceOf("elsewhere"));
    const foreign = enrolmentOf(elsewhere);
    const here = person("ana", nonceOf("ana"));
    expect(ruleOf(House.tryFound({ data: { founder: { ...enrolmentOf(here), grant: foreign.grant } } }))).toBe("K-4");
  });

  it("F-12 what exists already is stated, not yet proved, until the body adopts itself", () => {
    const since = START - 4000 * DAY;
    const house = House.found({ data: { existing: { since } } });
    expect(house.state.founding.existing).toEqual({ since, confirmed: false });
    house.adoptAtOnce();
    expect(house.state.founding.existing).toEqual({ since, confirmed: true });
    expect(ruleOf(House.tryFound({ data: { existing: { since: START + 1 } } }))).toBe("F-12");
    const both = { existing: { since }, establishedBy: { body: R, act: R } };
    expect(ruleOf(House.tryFound({ data: both }))).toBe("F-12");
  });

  it("F-13 a body that continues another says so, and gets nothing by saying it", () => {
    const house = House.found({ data: { continues: R } });
    expect(house.state.founding).toMatchObject({ continues: R, phase: "provisional" });
    expect(ruleOf(House.tryFound({ data: { continues: R, establishedBy: { body: R, act: R } } }))).toBe("F-13");
  });

  it("R-8 and R-7: the founding act is the first of its key, and unknown kinds are refused", () => {
    const house = House.found();
    expect(ruleOf(house.put(house.founder, "crown", {}))).toBe("R-7");
    expect(ruleOf(house.put(house.founder, "leave", {}, { act: { seq: 1 } }))).toBe("R-8");
  });
});

describe("a body established by another", () => {
  const found = (from: House, data: object = {}, evidence: object | undefined = { parent: motherEvidenceOf(from) }) =>
    House.tryFound({
      founder: "kid",
      data: { type: "committee", establishedBy: { body: from.body as unknown as ActId, act: R }, ...data },
      ...(evidence ? { evidence } : {}),
    });

  it("F-10 is adopted by that decision and counts its seats (M-10)", () => {
    const from = mother();
    const made = found(from);
    if (!made.ok) throw new Error("refused");
    const kid = made.value;
    expect(kid.entries[0]?.admission.right).toEqual({ rule: "F-10", from: R });
    expect(kid.state.founding).toMatchObject({ phase: "adopted", adoptedBy: R, establishedBy: { seats: 2, act: R } });
    const bo = kid.person("bo");
    const invitation = kid.invite(kid.founder, "member");
    kid.do(bo, "join", kid.joinData(bo, invitation));
    const cy = kid.person("cy");
    expect(ruleOf(kid.put(cy, "join", kid.joinData(cy, kid.invite(kid.founder, "member"))))).toBe("M-10");
    expect(ruleOf(kid.put(cy, "join", kid.joinData(cy, kid.invite(kid.founder, "guest"))))).toBe("entered");
  });

  it("F-10 needs evidence, of this decision, of this type, of this body", () => {
    const from = mother();
    const parent = motherEvidenceOf(from);
    expect(ruleOf(found(from, {}, {}))).toBe("F-10");
    expect(ruleOf(found(from, {}, { parent: { ...parent, act: MOTION } }))).toBe("F-10");
    expect(ruleOf(found(from, {}, { parent: { ...parent, body: MOTION } }))).toBe("F-10");
    expect(ruleOf(found(from, { type: "council" }))).toBe("F-10");
    expect(ruleOf(found(from, {}, { parent: { ...parent, at: START + HOUR } }))).toBe("F-10");
  });

  it("F-10 holds for a practice body with a clock of its own: no author younger than its work", () => {
    const from = mother();
    const parent = motherEvidenceOf(from);
    const at = (clock: number) => ruleOf(found(from, { practice: true, clock }, { parent }));
    expect(at(parent.at - 1)).toBe("F-10");
    expect(at(parent.at)).toBe("entered");
  });

  it("F-11 the mother's record names the child: proved by its founding act, and used up by it", () => {
    const from = mother();
    const made = found(from);
    if (!made.ok) throw new Error("refused");
    const kid = made.value;
    const read = readChildEvidence(sha256, kid.entries[0]?.bytes ?? new Uint8Array());
    if (!read.ok) throw new Error("bad evidence");
    const evidence = { child: read.value.child };
    const other = House.found({ founder: "other" });
    const data = { result: R, body: kid.body };
    expect(ruleOf(from.put(from.founder, "established", { result: R, body: other.body }, { evidence }))).toBe("F-11");
    expect(ruleOf(from.put(from.founder, "established", { result: MOTION, body: kid.body }, { evidence }))).toBe(
      "F-11",
    );
    const orphan = { child: { body: other.body, type: "committee" as const } };
    expect(ruleOf(from.put(from.founder, "established", { result: R, body: other.body }, { evidence: orphan }))).toBe(
      "F-11",
    );
    from.do(from.founder, "established", data, { evidence });
    expect(from.state.founding.children).toMatchObject([{ body: kid.body, result: R, at: from.now, proved: true }]);
    expect(ruleOf(from.put(from.founder, "established", data, { evidence }))).toBe("F-11");
  });

  it("F-11 a member's bare word is kept as such, and blocks nobody's proof", () => {
    const from = mother();
    const wrong = House.found({ founder: "wrong" });
    from.do(from.founder, "established", { result: R, body: wrong.body });
    expect(ruleOf(from.put(from.founder, "established", { result: R, body: wrong.body }))).toBe("F-11");
    expect(from.state.founding.children).toMatchObject([{ body: wrong.body, proved: false }]);
    const made = found(from);
    if (!made.ok) throw new Error("refused");
    const child = {
      body: made.value.body,
      type: "committee" as const,
      establishedBy: { body: from.body as unknown as ActId, act: R },
    };
    from.do(from.founder, "established", { result: R, body: made.value.body }, { evidence: { child } });
    expect(from.state.founding.children).toMatchObject([{ body: made.value.body, proved: true }]);
  });

  it("F-11 reads nothing but a founding act as evidence", () => {
    const house = House.found();
    const leave = canonicalBytes(house.sign(house.founder, "leave", {}));
    expect(ruleOf(readChildEvidence(sha256, leave))).toBe("F-11");
    expect(ruleOf(readChildEvidence(sha256, new Uint8Array([123])))).toBe("F-11");
  });
});
