/** Who reads as whom (K-10, K-13, K-14): keys that have ended and may still object read as the member till then. */
import { Assembly, DAY, newKeysOf, grantOf, HOUR, keyFrom, Meeting } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { viewerOf } from "./reader.ts";

const FIVE = ["ana", "bo", "cy", "di", "eva"];

describe("viewers", () => {
  it("K-13: an old device reads as the member while it may object, and not a moment longer", () => {
    const a = new Assembly(FIVE);
    const old = a.person(4);
    const fresh = { ...a.house.person("eva", "new"), member: old.member };
    const of = a.house.do(a.person(1), "key.recover", { ...newKeysOf(fresh), member: old.member });
    a.house.do(a.person(2), "cosign", { of });
    const has = (key: typeof old.device) => viewerOf(a.house.state, a.house.now, key.id).standing;
    expect([has(old.device), has(fresh.device)]).toEqual(["member", "stranger"]);
    a.house.wait(72 * HOUR);
    expect([has(old.device), has(fresh.device)]).toEqual(["member", "member"]);
    a.house.wait(72 * HOUR);
    expect([has(old.device), has(old.reserve)]).toEqual(["stranger", "member"]);
    a.house.wait(27 * DAY);
    expect(has(old.reserve)).toBe("stranger");
  });

  it("K-14: a device that another one ended reads for 72 hours, one that the sheet ended doesn't", () => {
    const a = new Assembly(FIVE);
    const eva = a.person(4);
    const [one, two] = [keyFrom("one of eva"), keyFrom("two of eva")];
    for (const key of [one, two]) a.house.do(eva, "device.add", grantOf(a.house.nonce, eva.device, key));
    a.house.do(eva, "device.end", { device: one.id });
    a.house.do(eva, "device.end", { device: two.id }, { key: eva.reserve });
    const has = (key: typeof one) => viewerOf(a.house.state, a.house.now, key.id).standing;
    expect([has(one), has(two)]).toEqual(["member", "stranger"]);
    a.house.wait(72 * HOUR);
    expect(has(one)).toBe("stranger");
  });

  it("K-11: new keys of a door read at once", () => {
    const m = new Meeting(FIVE);
    const sitting = m.hold(m.convene());
    const fresh = { ...m.house.person("eva", "door"), member: m.person(4).member };
    const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(fresh), member: fresh.member, sitting });
    m.house.do(m.person(2), "cosign", { of });
    expect(viewerOf(m.house.state, m.house.now, fresh.device.id).standing).toBe("member");
  });
});
