/** Rules K-1 to K-5, K-8 and K-9: whose key it is, and what it may. */
import { describe, expect, it } from "vitest";
import {
  Assembly,
  DAY,
  enrolmentOf,
  grantOf,
  House,
  HOUR,
  keyFrom,
  memberIdOf,
  newKeysOf,
  type Person,
  ruleOf,
  text,
} from "@nabat/testkit";
import type { TestKey } from "@nabat/testkit/keys.ts";
import { keyHolder } from "../members/standing.ts";
import { deviceGrantBytes } from "./acts.ts";
import { boxesOf, isWeak, keysOf } from "./queries.ts";
import { MOST_DEVICES } from "./devices.ts";

function pair(): House & { bo: Person } {
  const house = House.found();
  return Object.assign(house, { bo: house.join("bo") });
}
let n = 0;
const name = () => ({ name: text(`name ${n++}`) });

describe("keys", () => {
  it("K-1 only a key of the member signs for the member, and a key has one holder", () => {
    const house = pair();
    expect(ruleOf(house.put(house.bo, "rename", name(), { key: keyFrom("stranger") }))).toBe("K-1");
    expect(ruleOf(house.put(house.founder, "rename", name(), { key: house.bo.device }))).toBe("K-1");
    expect(
      ruleOf(house.put(house.founder, "device.add", grantOf(house.nonce, house.founder.device, house.bo.device))),
    ).toBe("K-1");
    const dan = house.person("dan");
    const invitation = house.invite(house.bo, "founder");
    const foreign = { ...house.joinData(dan, invitation), enrol: enrolmentOf(dan) };
    expect(ruleOf(house.put(dan, "join", foreign, { key: dan.reserve }))).toBe("K-1");
  });

  it("K-2 an ended key signs nothing more; what it signed stands", () => {
    const house = pair();
    const phone = keyFrom("phone");
    house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.reserve, phone), { key: house.bo.reserve });
    const chosen = name();
    house.do(house.bo, "rename", chosen, { key: phone });
    house.do(house.bo, "device.end", { device: phone.id }, { key: house.bo.reserve });
    expect(ruleOf(house.put(house.bo, "rename", name(), { key: phone }))).toBe("K-2");
    expect(house.state.members.members.get(house.bo.member)?.name).toBe(chosen.name.hash);
    expect(ruleOf(house.put(house.bo, "device.end", { device: phone.id }))).toBe("K-2");
    expect(ruleOf(house.put(house.bo, "device.add", grantOf(house.nonce, house.bo.device, phone)))).toBe("K-1");
  });

  it("K-3 a member's number follows from the reserve key, which is real and stands apart from the device", () => {
    const house = pair();
    expect(memberIdOf(house.bo.reserve)).toBe(house.bo.member);
    const dan = house.person("dan");
    const invitation = house.invite(house.bo, "founder");
    const one = { ...house.joinData(dan, invitation), enrol: { ...enrolmentOf(dan), reserve: dan.device.id } };
    expect(["K-3", "K-4"]).toContain(ruleOf(house.put(dan, "join", one)));
    const same = keyFrom("same");
    const twin = { ...dan, reserve: same, device: same, member: memberIdOf(same) };
    expect(ruleOf(house.put(twin, "join", house.joinData(twin, invitation)))).toBe("K-3");
  });

  it("K-4 nobody brings in a key that another has: neither a new phone that others are asked to sign for, nor a newcomer's", () => {
    const a = new Assembly(["ana", "bo", "cy", "di"]);
    const bo = { ...a.house.person("bo", "new"), member: a.person(1).member };
    const shown = newKeysOf(bo);
    const asked = a.house.do(a.person(0), "key.recover", shown);
    // A colluder copies what stands in the record: into a further device of their own, and into new keys for somebody else.
    const grant = { ...grantOf(a.house.nonce, a.person(3).device, bo.device), box: bo.box };
    const own = a.person(3).device.signHex(deviceGrantBytes(a.house.nonce, bo.device.id, bo.box));
    const stolen = { ...grant, grant: own, own: shown.own };
    expect(ruleOf(a.house.put(a.person(3), "device.add", stolen))).toBe("K-4");
    const forCy = { ...shown, member: a.person(2).member };
    const copied = a.house.do(a.person(3), "key.recover", forCy);
    const foreign = { ...shown, own: stolen.grant };
    expect(ruleOf(a.house.put(a.person(3), "key.recover", foreign))).toBe("K-4");
    // What one alone asked so holds up nobody; once two have signed, nobody stands for the same keys as another's.
    a.house.do(a.person(2), "cosign", { of: asked });
    expect(a.house.put(a.person(0), "cosign", { of: copied })).toMatchObject({ rule: "K-7" });
    expect(a.house.put(a.person(3), "key.recover", forCy)).toMatchObject({ rule: "K-7", code: "asked-for-another" });
    a.house.wait(4 * DAY);
    a.house.do(bo, "rename", { name: text("bo again") });
    // Whoever holds the new phone pairs it; and a newcomer's device key nobody takes before they join.
    const dan = a.house.person("dan");
    const early = { ...grantOf(a.house.nonce, a.person(3).device, dan.device), own: newKeysOf(dan).own };
    expect(ruleOf(a.house.put(a.person(3), "device.add", early))).toBe("K-4");
    a.house.join("dan", "guest");
  });

  it("K-4 a device that names its member comes in as theirs alone, whoever sees it first", () => {
    const a = new Assembly(["ana", "bo", "cy", "di"]);
    const [bo, di] = [a.person(1), a.person(3)];
    const phone = keyFrom("bo's new phone");
    const hers = grantOf(a.house.nonce, bo.reserve, phone, bo.member);
    const grant = di.device.signHex(deviceGrantBytes(a.house.nonce, phone.id, hers.box));
    const { named, ...bare } = hers;
    for (const copied of [hers, bare]) expect(ruleOf(a.house.put(di, "device.add", { ...copied, grant }))).toBe("K-4");
    a.house.do(bo, "device.add", hers, { key: bo.reserve });
    a.house.do(bo, "rename", { name: text("bo once more") }, { key: phone });
    expect(named).toBe(true);
  });

  it("K-4 no device comes in without the grant of the reserve key or, later, of a device", () => {
    const house = pair();
    const phone = keyFrom("phone");
    const grant = grantOf(house.nonce, house.founder.device, phone);
    expect(ruleOf(house.put(house.bo, "device.add", grant))).toBe("K-4");
    expect(ruleOf(house.put(house.bo, "device.add", grantOf("00".repeat(16), house.bo.device, phone)))).toBe("K-4");
    const other = { ...grantOf(house.nonce, house.bo.device, phone), box: "11".repeat(32) };
    expect(ruleOf(house.put(house.bo, "device.add", other))).toBe("K-4");
    const dan = house.person("dan");
    const self = { ...enrolmentOf(dan), grant: grantOf(house.nonce, dan.device, dan.device).grant };
    const data = { ...house.joinData(dan, house.invite(house.bo, "founder")), enrol: self };
    expect(ruleOf(house.put(dan, "join", data))).toBe("K-4");
  });

  it("K-5 the sheet or any device pairs another at once, and ends one at once; the reserve key stays", () => {
    const house = pair();
    const [phone, tablet] = [keyFrom("phone"), keyFrom("tablet")];
    house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.device, phone));
    house.do(house.bo, "device.add", grantOf(house.nonce, phone, tablet), { key: phone });
    expect(keysOf(house.state, house.bo.member)).toHaveLength(4);
    expect(boxesOf(house.state, house.bo.member, house.now)).toHaveLength(3);
    house.do(house.bo, "device.end", { device: house.bo.device.id }, { key: tablet });
    expect(keyHolder(house.state, house.bo.device.id, house.now)).toBeUndefined();
    expect(ruleOf(house.put(house.bo, "device.end", { device: house.bo.reserve.id }, { key: tablet }))).toBe("K-5");
    expect(ruleOf(house.put(house.bo, "device.end", { device: house.founder.device.id }, { key: tablet }))).toBe("K-5");
    house.do(house.bo, "device.end", { device: tablet.id }, { key: house.bo.reserve });
    house.do(house.bo, "device.end", { device: phone.id }, { key: phone });
    house.do(house.bo, "rename", name(), { key: house.bo.reserve });
  });

  it("K-5 there is an end to devices", () => {
    const house = pair();
    for (let i = 1; i < MOST_DEVICES; i++)
      house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.device, keyFrom(`d${i}`)));
    expect(ruleOf(house.put(house.bo, "device.add", grantOf(house.nonce, house.bo.device, keyFrom("one more"))))).toBe(
      "K-5",
    );
  });

  it("K-5 N-4 a thief with the phone fills the list and the pace: the sheet adds a device all the same", () => {
    const house = pair();
    for (let i = 1; i < MOST_DEVICES; i++)
      house.do(house.bo, "device.add", grantOf(house.nonce, house.bo.device, keyFrom(`thief ${i}`)));
    const add = (phone: string, key: TestKey) =>
      house.put(house.bo, "device.add", grantOf(house.nonce, key, keyFrom(phone)), { key });
    expect(ruleOf(add("hers", house.bo.reserve))).toBe("entered");
    for (let i = 1; i < MOST_DEVICES; i++) house.do(house.bo, "device.end", { device: keyFrom(`thief ${i}`).id });
    for (let i = 0; i < 2; i++) add(`again ${i}`, house.bo.device);
    expect(ruleOf(add("and again", house.bo.device))).toBe("N-4");
    expect(ruleOf(add("hers too", house.bo.reserve))).toBe("entered");
  });

  it("K-8 a second signature comes from another member, once, within a day, for something that waits", () => {
    const house = pair();
    const cy = house.join("cy");
    const card = { member: "0e".repeat(16), name: text("Eva"), codes: ["aa".repeat(32)] };
    const first = house.do(house.bo, "card", card);
    expect(ruleOf(house.put(house.bo, "cosign", { of: first }))).toBe("K-8");
    expect(ruleOf(house.put(cy, "cosign", { of: house.body }))).toBe("K-8");
    const gus = house.join("gus", "guest");
    expect(ruleOf(house.put(gus, "cosign", { of: first }))).toBe("M-2");
    house.wait(DAY + 1);
    expect(ruleOf(house.put(cy, "cosign", { of: first }))).toBe("K-8");
    const second = house.do(house.bo, "card", card);
    expect([...house.state.keys.pending.keys()]).toEqual([second]);
    house.do(cy, "cosign", { of: second });
    expect(ruleOf(house.put(cy, "cosign", { of: second }))).toBe("K-8");
  });

  it("K-8 whoever leaves takes their half-signed acts along", () => {
    const house = pair();
    const cy = house.join("cy");
    const first = house.do(house.bo, "card", { member: "0e".repeat(16), name: text("Eva"), codes: ["aa".repeat(32)] });
    house.do(house.bo, "leave", {});
    expect(ruleOf(house.put(cy, "cosign", { of: first }))).toBe("K-8");
  });

  it("K-9 a weak key lives a day, is marked, and gives no key to others", () => {
    const house = pair();
    const dan = house.person("dan");
    house.do(dan, "join", house.joinData(dan, house.invite(house.bo, "founder"), true));
    expect(isWeak(house.state, dan.device.id)).toBe(true);
    house.do(dan, "rename", name());
    const phone = keyFrom("phone");
    expect(ruleOf(house.put(dan, "device.add", grantOf(house.nonce, dan.device, phone)))).toBe("K-9");
    expect(ruleOf(house.put(dan, "device.end", { device: dan.reserve.id }))).toBe("K-5");
    house.do(dan, "device.add", grantOf(house.nonce, dan.reserve, phone), { key: dan.reserve });
    expect(ruleOf(house.put(dan, "device.end", { device: phone.id }))).toBe("K-9");
    house.wait(24 * HOUR);
    expect(ruleOf(house.put(dan, "rename", name()))).toBe("K-2");
    house.do(dan, "rename", name(), { key: phone });
    expect(isWeak(house.state, phone.id)).toBe(false);
  });
});
