/** The room for contents (C-2, N-6): who fills the rest takes nobody's vote and nobody's share. */
import type { MemberId } from "@nabat/kernel";
import { Assembly, DAY, arrive, type Person } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { type Bringing, type Kept, placeFor } from "./room.ts";
import { bringingOf, sharerOf, sharers } from "./room-sharing.ts";

const QUOTA = 2_000_000_000;
const PART = QUOTA / 10;
const FULL = QUOTA - 2.5 * PART - QUOTA / 50;
const one = (n: number) => String(n) as MemberId;
const bring = (kind: string, bytes: number, more: Partial<Bringing> = {}): Bringing => ({
  kind,
  by: one(0),
  guest: false,
  bytes,
  ...more,
});
const place = (kept: Partial<Kept>, what: Bringing, among = 9) => {
  const got = placeFor(QUOTA, { all: FULL, guests: 0, texts: new Map(), ...kept }, what, () => among);
  return "full" in got ? `full ${got.full}` : got.placed;
};

describe("the part for counting (C-2)", () => {
  it("C-2: lists fill half of it at most; each vote finds its room beside them, and honest tellers' lists theirs", () => {
    let lists = 0;
    const mine = new Map([[one(0), PART / 9]]);
    // One teller of nine with junk of 7 kB, as often as it goes in.
    while (place({ all: FULL + lists, lists, texts: mine }, bring("tally", 7_000)) === "lists") lists += 7_000;
    expect([lists > PART / 2 - 8_000, lists <= PART / 2]).toEqual([true, true]);
    expect(place({ all: FULL + lists, lists, texts: mine }, bring("tally", 7_000))).toBe("full share");
    const kept = { all: FULL + lists, lists, texts: mine };
    expect(place(kept, bring("vote.cast", 8_000, { by: one(1) }))).toBe("counting");
    // Another teller's list lies in their own share then, as texts do.
    expect(place(kept, bring("tally", 7_000, { by: one(1) }))).toBe("texts");
    expect(place(kept, bring("move", 90_000, { by: one(1) }))).toBe("texts");
    expect(place(kept, bring("say", 10, { by: one(1) }))).toBe("full but-kept");
  });

  it("C-2: an opinion in a sitting that nobody called finds no room in it; a hall of two thousand does", () => {
    const used = { texts: new Map([[one(0), PART / 9]]) };
    for (const kind of ["tally", "vote.cast", "vote.card"])
      expect([kind, place(used, bring(kind, 500, { opinion: true }))]).toEqual([kind, "full share"]);
    expect(place({}, bring("tally", 1_000_000), 2_000)).toBe("lists");
  });
});

describe("shares of texts (C-2)", () => {
  it("C-2: what some used before the body grew comes out of nobody's share", () => {
    // Two of nine used their ninth each; then the roll is eighteen, and all others use theirs.
    const texts = new Map([0, 1].map((n) => [one(n), PART / 9] as const));
    let all = FULL + (2 * PART) / 9;
    for (let n = 2; n < 18; n++) {
      const share = Math.floor(PART / 18);
      expect([n, place({ all, texts }, bring("move", share, { by: one(n) }), 18)]).toEqual([n, "texts"]);
      texts.set(one(n), share);
      all += share;
    }
    expect(place({ all, texts }, bring("move", 1, { by: one(0) }), 18)).toBe("full share");
    expect(place({ all, texts }, bring("vote.cast", 8_000), 18)).toBe("counting");
  });

  it("C-2: puppets without a vote make nobody's share smaller: theirs is that of who brought them", () => {
    const a = new Assembly(["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"], { label: "puppets" });
    const { house } = a;
    const puppets: Person[] = [];
    for (let n = 0; n < 10; n++) puppets.push(arrive(a, `puppet${n}`, a.person(8)));
    const deep = puppets[0] as Person;
    const guest = house.join("guest", "guest", deep);
    house.wait(DAY);
    expect(sharers(house.state, house.now)).toBe(9);
    for (const p of [...puppets, guest, a.person(8)])
      expect(sharerOf(house.state, p.member, house.now)).toBe(a.person(8).member);
    const of = (p: Person) =>
      bringingOf(house.state, { kind: "move", by: p.member, data: {} } as never, 100, house.now).by;
    const used = new Map([[a.person(8).member, PART / 9]]);
    for (const p of puppets) expect(place({ texts: used }, bring("move", 1, { by: of(p) }))).toBe("full share");
    expect(place({ texts: used }, bring("move", 300, { by: of(a.person(0)) }))).toBe("texts");
    // Once a newcomer has a vote, the share is their own.
    house.giveVote(deep);
    expect(sharerOf(house.state, guest.member, house.now)).toBe(deep.member);
    expect(place({ texts: used }, bring("move", 300, { by: of(deep) }))).toBe("texts");
  });
});
