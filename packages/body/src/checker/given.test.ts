/** What was never given to a copy is no fault of it; what was promised and is missing is (N-11, R-47); bad names are told (N-1). */
import { Assembly, besideOf, DAY, type House, keyFrom, type Person, sha256, sourceOf, verifyKey } from "@nabat/testkit";
import type { Hash } from "@nabat/kernel";
import { describe, expect, it } from "vitest";
import { isPosition, readsByName, readsSealed, votesCountedBy } from "../archive/positions.ts";
import { nameCopy } from "../archive/copies.ts";
import { KINDS } from "../kinds.ts";
import { check, type Tools } from "./check.ts";
import { bundleReader } from "./read-entries.ts";
import type { Source } from "./source.ts";

const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verifyKey), verify: verifyKey };
const byName = { statutes: (s: any) => ({ ...s, voting: { ...s.voting, mode: "name" } }) };
const NAMES = ["ana", "bo", "cem", "dora", "eli"];

/** The checker's word on a copy without these attachments, and what the copy says of itself. */
async function judged(house: House, without: readonly Hash[], says: Partial<NonNullable<Source["attachments"]>> = {}) {
  const attachments = new Map([...besideOf(house)].filter(([hash]) => !without.includes(hash)));
  const source = sourceOf(house, { attachments });
  const { verdict } = await check({ ...source, attachments: { ...source.attachments!, ...says } }, tools);
  return verdict.ok ? verdict.summary : `${verdict.fault.refusal.rule} ${verdict.fault.refusal.code}`;
}

/** A vote under way, and the openings cast in it. */
function running(mode: "name" | "count") {
  const a = new Assembly(NAMES, mode === "name" ? byName : { label: "sealed" });
  const vote = a.callOutside(a.move(), { mode });
  for (const n of [0, 1, 3]) expect(a.cast(vote, a.person(n), "for").ok).toBe(true);
  const opening = (p: Person) => a.vote(vote).cast.get(p.member)?.opening as Hash;
  return { a, house: a.house, vote, opening };
}

describe("positions by name (N-11)", () => {
  it("that wait for the result are no fault of any copy; once it is declared they are owed", async () => {
    const { a, house, vote, opening } = running("name");
    const theirs = [opening(a.person(1)), opening(a.person(3))];
    expect(await judged(house, theirs)).toMatchObject({ attachments: { unread: 2 } });
    house.wait(4 * DAY);
    a.declare(vote);
    expect(await judged(house, theirs)).toBe("R-47 missing");
    // A reader who was refused them says so, and can't recompute.
    const refused = { notGiven: (hash: Hash) => theirs.includes(hash) };
    expect(await judged(house, theirs, refused)).toMatchObject({ results: { unread: 1 } });
    // But never of anything else.
    const text = house.state.motions.motions.values().next().value?.title as Hash;
    expect(await judged(house, [text], { notGiven: () => true })).toBe("R-47 missing");
  });

  it("are read by their author, then by members and copies; by guests never", () => {
    const { a, house, vote, opening } = running("name");
    const guest = house.join("gil", "guest");
    const hash = opening(a.person(1));
    const reads = () =>
      [
        { member: a.person(1).member, standing: "member" },
        { member: a.person(0).member, standing: "member" },
        { key: keyFrom("copy").id, standing: "copy-holder" },
        { member: guest.member, standing: "guest" },
        { key: house.state.founding.clerk, standing: "copy-holder" },
      ].map((reader) => readsByName(house.state, reader as never, hash, house.now));
    expect(isPosition(house.state, hash, "members")).toBe(true);
    expect(reads()).toEqual([true, false, false, false, true]);
    house.wait(4 * DAY);
    a.declare(vote);
    expect(reads()).toEqual([true, true, true, false, true]);
    // What somebody wrote is no position, whoever reads it.
    for (const owned of house.state.archive.owners.keys())
      expect(isPosition(house.state, owned, "members")).toBe(false);
  });
});

describe("sealed positions (N-11)", () => {
  it("are given to their author, the vote's tellers, and a copy that a decision named", () => {
    const { a, house, vote } = running("count");
    const from = { kind: "vote.cast", by: a.person(3).member, vote };
    const copy = keyFrom("copy").id;
    const named = () => readsSealed(house.state, { key: copy, standing: "copy-holder" }, from, house.now);
    const person = (n: number) =>
      readsSealed(house.state, { member: a.person(n).member, standing: "member" }, from, house.now);
    expect([0, 1, 2, 3, 4].map(person)).toEqual([false, true, false, true, false]);
    expect(votesCountedBy(house.state, a.person(1).member, house.now)).toEqual([vote]);
    house.do(a.person(2), "copy", { key: copy });
    expect(named()).toBe(false);
    nameCopy(house.state, copy, vote, house.now);
    expect(named()).toBe(true);
  });

  it("of a copy's own reader are owed to it, others' aren't", async () => {
    const { a, house, opening } = running("count");
    const [mine, other] = [opening(a.person(0)), opening(a.person(3))];
    const says = { grades: ["public", "members"] as const, reader: a.person(0).member };
    expect(await judged(house, [other], says)).toMatchObject({ attachments: { unread: 1 } });
    expect(await judged(house, [mine, other], says)).toBe("R-47 missing");
    expect(await judged(house, [mine, other], { grades: ["public", "members"] })).toMatchObject({
      attachments: { unread: 2 },
    });
    // Who promises all grades holds all of them.
    expect(await judged(house, [other])).toBe("R-47 missing");
  });
});

describe("names that a dishonest keeper let in (N-1, N-2)", () => {
  it("are warned of with the first entry, and are no fault of the record", async () => {
    const a = new Assembly(["ana", "bo", "cem"], { label: "names" });
    const { house } = a;
    house.do(a.person(1), "rename", { name: house.text("\u202ean\u200bA") });
    const first = house.entries.length - 1;
    house.do(a.person(2), "move", { title: house.text("a\nb"), text: a.words("t"), subject: { type: "text" } });
    const summary = await judged(house, []);
    expect(summary).toMatchObject({
      warnings: expect.arrayContaining([{ code: "names-against-rules", facts: { count: 2, index: first } }]),
    });
  });
});
