/** Rules K-6 and K-7: coming back after losing everything. */
import { describe, expect, it } from "vitest";
import type { ActId, MemberId } from "@nabat/kernel";
import { enrolmentOf, grantOf, House, HOUR, keyFrom, type Person, ruleOf, text } from "@nabat/testkit";
import { mayVoteOn } from "../members/eligibility.ts";
import { keyHolder } from "../members/standing.ts";

type Four = House & { bo: Person; cy: Person; di: Person };
function four(): Four {
  const house = House.found();
  const [bo, cy, di] = [house.join("bo"), house.join("cy"), house.join("di")];
  house.adoptAtOnce();
  return Object.assign(house, { bo, cy, di });
}
let n = 0;
const name = () => ({ name: text(`name ${n++}`) });

/** Bo with new keys and the old number. */
function lost(house: House, who: Person, sheet = "new"): Person {
  return { ...house.person(who.name, sheet), member: who.member };
}
function recover(house: House, p: Person, options = {}) {
  return house.put(p, "key.recover", { member: p.member, enrol: enrolmentOf(p) }, options);
}
function begun(house: House, p: Person): ActId {
  const made = recover(house, p);
  if (!made.ok) throw new Error(made.rule);
  return made.value.id;
}
const sitting = (house: House, ...tellers: Person[]) =>
  house.do(house.founder, "sitting.open", { title: text(`s${n++}`), tellers: tellers.map((t) => t.member) });

describe("two members stand for somebody", () => {
  it("K-6 new keys serve after 72 hours and end the old; not for votes already called", () => {
    const house = four();
    const bo = lost(house, house.bo);
    const id = begun(house, bo);
    house.do(house.cy, "cosign", { of: id });
    expect(ruleOf(house.put(bo, "rename", name(), { act: { seq: 2 } }))).toBe("K-1");
    house.do(house.di, "cosign", { of: id });
    expect(ruleOf(house.put(bo, "rename", name()))).toBe("K-2");
    house.do(house.bo, "rename", name());
    const called = { at: house.now + HOUR, index: house.state.size };
    house.wait(72 * HOUR);
    expect(ruleOf(house.put(house.bo, "rename", name()))).toBe("K-2");
    expect(ruleOf(house.put(house.bo, "rename", name(), { key: house.bo.reserve }))).toBe("K-2");
    house.do(bo, "rename", name());
    expect(ruleOf(mayVoteOn(house.state, bo.member, bo.device.id, called, house.now))).toBe("K-6");
    const later = { at: house.now, index: house.state.size };
    expect(ruleOf(mayVoteOn(house.state, bo.member, bo.device.id, later, house.now))).toBe("entered");
    const phone = keyFrom("bo's next phone");
    house.do(bo, "device.add", grantOf(house.nonce, bo.device, phone));
    expect(ruleOf(mayVoteOn(house.state, bo.member, phone.id, called, house.now))).toBe("K-6");
  });

  it("K-6 an old key calls it off, and goes on as before", () => {
    const house = four();
    const thief = lost(house, house.bo);
    const id = begun(house, thief);
    house.do(house.cy, "cosign", { of: id });
    house.do(house.di, "cosign", { of: id });
    expect(ruleOf(house.put(house.cy, "key.object", { recovery: id }))).toBe("K-6");
    house.wait(71 * HOUR);
    const added = keyFrom("added meanwhile");
    house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.device, added));
    house.do(house.bo, "key.object", { recovery: id }, { key: house.bo.reserve });
    house.wait(2 * HOUR);
    house.do(house.bo, "rename", name());
    house.do(house.bo, "rename", name(), { key: added });
    expect(keyHolder(house.state, thief.device.id, house.now)).toBeUndefined();
    expect(ruleOf(house.put(thief, "rename", name()))).toBe("K-1");
    expect(ruleOf(house.put(house.bo, "key.object", { recovery: id }))).toBe("K-6");
    expect(ruleOf(house.put(house.founder, "cosign", { of: id }))).toBe("K-7");
  });

  it("K-6 a device added while the old keys run out runs out with them", () => {
    const house = four();
    const bo = lost(house, house.bo);
    const id = begun(house, bo);
    house.do(house.cy, "cosign", { of: id });
    house.do(house.di, "cosign", { of: id });
    const added = keyFrom("added meanwhile");
    house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.device, added));
    house.wait(72 * HOUR);
    expect(ruleOf(house.put(house.bo, "rename", name(), { key: added }))).toBe("K-2");
    expect(ruleOf(house.put(house.bo, "key.object", { recovery: id }))).toBe("K-2");
  });

  it("K-7 asks for two who are others, in time, and for one's own name and keys", () => {
    const house = four();
    const bo = lost(house, house.bo);
    expect(ruleOf(house.put(bo, "key.recover", { member: house.cy.member, enrol: enrolmentOf(bo) }))).toBe("K-7");
    const ghost = { ...bo, member: "00".repeat(16) as MemberId };
    expect(ruleOf(recover(house, ghost))).toBe("M-2");
    const borrowed = { ...enrolmentOf(bo), device: house.cy.device.id };
    expect(["K-1", "K-4"]).toContain(ruleOf(house.put(bo, "key.recover", { member: bo.member, enrol: borrowed })));
    const id = begun(house, bo);
    expect(ruleOf(house.put(house.bo, "cosign", { of: id }))).toBe("K-7");
    house.do(house.cy, "cosign", { of: id });
    expect(ruleOf(house.put(house.cy, "cosign", { of: id }))).toBe("K-7");
    house.wait(72 * HOUR + 1);
    expect(ruleOf(house.put(house.di, "cosign", { of: id }))).toBe("K-7");
    house.do(house.di, "leave", {});
    expect(ruleOf(recover(house, lost(house, house.di)))).toBe("M-16");
  });

  it("K-7 at most three are open for one member, and a second pair's word waits for the first", () => {
    const house = four();
    const eve = house.person("eve");
    const tries = ["a", "b", "c"].map((s) => begun(house, lost(house, house.bo, s)));
    expect(ruleOf(recover(house, lost(house, house.bo, "d")))).toBe("K-7");
    for (const by of [house.cy, house.di]) house.do(by, "cosign", { of: tries[0] });
    expect(ruleOf(house.put(house.cy, "cosign", { of: tries[1] }))).toBe("K-7");
    expect(eve.member).not.toBe(house.bo.member);
  });

  it("K-1 keys that came in elsewhere meanwhile come in no second time", () => {
    const house = four();
    const bo = lost(house, house.bo);
    const id = begun(house, bo);
    const joined = { ...bo, member: house.person("bo", "new").member };
    house.do(joined, "join", house.joinData(joined, house.invite(house.cy, "member")), { act: { seq: 2 } });
    expect(ruleOf(house.put(house.cy, "cosign", { of: id }))).toBe("K-1");
  });
});

describe("two tellers at the door", () => {
  it("K-6 two tellers of one open sitting bring somebody back at once, for every vote", () => {
    const house = four();
    const called = { at: house.now, index: house.state.size };
    sitting(house, house.cy, house.di);
    const bo = lost(house, house.bo);
    const id = begun(house, bo);
    house.do(house.cy, "cosign", { of: id });
    house.do(house.di, "cosign", { of: id });
    house.do(bo, "rename", name());
    expect(ruleOf(house.put(house.bo, "rename", name()))).toBe("K-2");
    expect(ruleOf(mayVoteOn(house.state, bo.member, bo.device.id, called, house.now))).toBe("entered");
  });

  it("K-6 their word goes before two members' waiting one", () => {
    const house = four();
    const wrong = lost(house, house.bo, "wrong");
    const first = begun(house, wrong);
    house.do(house.cy, "cosign", { of: first });
    house.do(house.founder, "cosign", { of: first });
    sitting(house, house.cy, house.di);
    const bo = lost(house, house.bo);
    const id = begun(house, bo);
    house.do(house.cy, "cosign", { of: id });
    house.do(house.di, "cosign", { of: id });
    house.do(bo, "rename", name());
    house.wait(100 * HOUR);
    expect(ruleOf(house.put(wrong, "rename", name()))).toBe("K-1");
  });

  it("K-7 a member with a card is given a device by two tellers only, and the card ends", () => {
    const house = four();
    const eva = { ...house.person("eva"), member: "0e".repeat(16) as MemberId };
    const at = sitting(house, house.cy, house.di);
    const card = house.do(house.cy, "card", {
      member: eva.member,
      name: text("Eva"),
      codes: ["aa".repeat(32)],
      sitting: at,
    });
    house.do(house.di, "cosign", { of: card });
    const id = begun(house, eva);
    expect(ruleOf(house.put(house.bo, "cosign", { of: id }))).toBe("K-7");
    house.do(house.cy, "cosign", { of: id });
    house.do(house.di, "cosign", { of: id });
    expect(house.state.members.members.get(eva.member)).toMatchObject({ card: false, codes: [] });
    house.do(eva, "rename", name());
  });
});
