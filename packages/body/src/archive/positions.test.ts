/** Keys in their terms aren't the author of what the person gave (N-11, K-12); the person's own keys are, and the new ones once the terms are over. */
import type { ActId, Hash } from "@nabat/kernel";
import { Assembly, DAY, grantOf, HOUR, type House, keyFrom, Meeting, newKeysOf, type Person } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { RECOVERY_MS, TERMS_MS } from "../keys/running.ts";
import type { Statutes } from "../statutes/acts.ts";
import { readsByName, readsSealed, votesCountedBy } from "./positions.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
const by = (mode: "name" | "count") => ({
  statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode } }),
});
const anew = (house: House, who: Person): Person => ({ ...house.person(who.name, "theirs"), member: who.member });

/** What this key reads of this person's positions in a vote: by name, or sealed. */
function reads(a: Assembly, key: Person["device"], whose: Person, vote: ActId, hash: Hash) {
  const reader = { member: whose.member, key: key.id, standing: "member" } as const;
  const { state, now } = a.house;
  return a.vote(vote).mode === "name"
    ? readsByName(state, reader, hash, now)
    : readsSealed(state, reader, { kind: "vote.cast", by: whose.member, vote }, now);
}

describe("N-11, K-12: keys in their terms aren't the author", () => {
  it("N-11, K-12: at a night meeting of three door keys for six read none of the six positions of a vote by name", () => {
    const m = new Meeting(NINE, by("name"));
    const six = [3, 4, 5, 6, 7, 8].map((n) => m.person(n));
    const motion = m.move();
    const call = m.convene();
    for (const n of [0, 1, 2])
      m.house.do(m.person(n), "meeting.keys", { call, members: six.slice(2 * n, 2 * n + 2).map((p) => p.member) });
    const vote = m.callOutside(motion);
    for (const p of six) expect(m.cast(vote, p, "for").ok).toBe(true);
    const opening = (p: Person) => m.vote(vote).cast.get(p.member)!.opening;
    const sitting = m.hold(call);
    for (const p of six) {
      const theirs = anew(m.house, p);
      const of = m.house.do(m.person(1), "key.recover", { ...newKeysOf(theirs), member: p.member, sitting });
      m.house.do(m.person(2), "cosign", { of });
      expect(reads(m, theirs.device, p, vote, opening(p))).toBe(false);
      expect(reads(m, p.device, p, vote, opening(p))).toBe(true);
    }
  });

  it.each(["name", "count"] as const)(
    "N-11, K-12: keys that two asked for read nothing cast before them, nor what they bring in; by %s",
    (mode) => {
      const a = new Assembly(NINE, by(mode));
      const eva = a.person(4);
      const theirs = anew(a.house, eva);
      const of = a.house.do(a.person(7), "key.recover", { ...newKeysOf(theirs), member: eva.member });
      a.house.do(a.person(8), "cosign", { of });
      a.house.wait(HOUR);
      const vote = a.callOutside(a.move(), { mode });
      // Within the 72 hours, by her own phone.
      expect(a.cast(vote, eva, "against").ok).toBe(true);
      const { opening } = a.vote(vote).cast.get(eva.member)!;
      a.house.wait(a.house.state.keys.recoveries.get(of)!.effective! - a.house.now);
      const second = keyFrom("their second");
      a.house.do(theirs, "device.add", grantOf(a.house.nonce, theirs.device, second));
      for (const key of [theirs.device, theirs.reserve, second]) expect(reads(a, key, eva, vote, opening)).toBe(false);
      // Her old phone and her sheet do, as long as they may object.
      expect([eva.device, eva.reserve].map((key) => reads(a, key, eva, vote, opening))).toEqual([true, true]);
      // Nobody else is kept from reading what they gave.
      expect(a.cast(vote, a.person(1), "for").ok).toBe(true);
      const bos = a.vote(vote).cast.get(a.person(1).member)!.opening;
      expect(reads(a, a.person(1).device, a.person(1), vote, bos)).toBe(true);
    },
  );

  it("N-11, K-12: whoever really lost their keys reads as before once the terms are over", () => {
    const a = new Assembly(NINE, by("count"));
    const eva = a.person(4);
    const vote = a.callOutside(a.move(), { mode: "count" });
    expect(a.cast(vote, eva, "for").ok).toBe(true);
    const { opening } = a.vote(vote).cast.get(eva.member)!;
    const fresh = anew(a.house, eva);
    const of = a.house.do(a.person(1), "key.recover", { ...newKeysOf(fresh), member: eva.member });
    a.house.do(a.person(2), "cosign", { of });
    a.house.wait(RECOVERY_MS + DAY);
    expect(reads(a, fresh.device, eva, vote, opening)).toBe(false);
    a.house.wait(TERMS_MS);
    expect(reads(a, fresh.device, eva, vote, opening)).toBe(true);
  });

  it("N-11, K-12: nor do they get what the person counts", () => {
    const a = new Assembly(NINE, by("count"));
    const teller = a.person(1);
    const vote = a.callOutside(a.move(), { mode: "count", tellers: [teller] });
    expect(a.cast(vote, a.person(0), "for").ok).toBe(true);
    const theirs = anew(a.house, teller);
    const of = a.house.do(a.person(7), "key.recover", { ...newKeysOf(theirs), member: teller.member });
    a.house.do(a.person(8), "cosign", { of });
    a.house.wait(RECOVERY_MS);
    const { state, now } = a.house;
    const from = { kind: "vote.cast", by: a.person(0).member, vote };
    const given = (key: Person["device"]) =>
      readsSealed(state, { member: teller.member, key: key.id, standing: "member" }, from, now);
    expect([given(theirs.device), given(teller.device)]).toEqual([false, true]);
    expect(votesCountedBy(state, teller.member, now)).toEqual([vote]);
  });
});
