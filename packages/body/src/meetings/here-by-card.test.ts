/** Rule G-44 for who has a card and no device, and for several halls: they count for "half of the roll is there" (M-26). */
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { DAY, figures, Meeting, type Person, ruleOf, sha256, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { cardCodeBytes } from "../members/acts.ts";
import { amongHalf } from "../members/seeing.ts";
import { hasVote, rollSize, standing } from "../members/standing.ts";
import { GATHER_MS, votersHere } from "./electing.ts";
import { courseAt } from "./queries.ts";

/** Sixteen characters of the card's alphabet, another for each. */
const printed = (card: number, n: number): string =>
  Array.from(
    { length: 16 },
    (_, k) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(card * 7 + n * 13 + k * 5 + card * k) % 32],
  ).join("");
const hashes = (of: MemberId, codes: readonly string[]): Hash[] =>
  codes.map((c) => toHex(sha256(cardCodeBytes(of, c))) as Hash);

interface Carded {
  readonly member: MemberId;
  readonly codes: readonly string[];
}

/** Five on devices and so many with a card have founded together. */
function founded(cards: number): { a: Meeting; carded: Carded[] } {
  const a = new Meeting(["ana", "bo", "cem", "dora", "eli"], { adopt: false });
  const carded = Array.from({ length: cards }, (_, i) => {
    const { member } = a.house.person(`w${i}`);
    const codes = [0, 1, 2, 3].map((n) => printed(i, n));
    const data = { member, name: text(`w${i}`), codes: hashes(member, codes) };
    const card = a.house.do(a.person(0), "card", data);
    a.house.do(a.person(1), "cosign", { of: card });
    a.house.do(a.person(2), "card.confirm", { card });
    return { member, codes };
  });
  const list = a.closeList();
  for (const p of a.people) a.house.do(p, "list.sign", { list });
  for (const { member, codes } of carded) {
    const of = a.house.do(a.person(3), "list.card", { list, member, code: codes[2] });
    a.house.do(a.person(4), "cosign", { of });
  }
  a.house.wait(10 * DAY);
  return { a, carded };
}

/** Two come in by Ana's word, so that the second waits for a place. */
function newcomers(a: Meeting): Person[] {
  const come = ["x", "y"].map((n) => a.house.join(n, "member", a.person(0)));
  for (const p of come) a.house.do(a.person(1), "vouch", { member: p.member });
  a.house.wait(5 * DAY);
  return come;
}

/** All of them in the hall of a called meeting: devices sign, who runs it enters the cards. */
function gathered(a: Meeting, carded: readonly Carded[]): ActId {
  const sitting = a.hold(a.convene(), { board: false });
  for (const p of a.people) a.house.do(p, "sitting.here", { sitting });
  carded.forEach(({ member, codes }, n) =>
    a.house.do(a.person(n % 2 === 0 ? 0 : 1), "sitting.here", { sitting, member, code: codes[0] }),
  );
  a.house.wait(GATHER_MS);
  return sitting;
}

describe("G-44 holders of cards in a hall", () => {
  it("G-44, M-26: twelve of whom seven have cards: half of the roll is there, and a place is given", () => {
    const { a, carded } = founded(7);
    expect(rollSize(a.house.state, a.house.now)).toBe(12);
    const [x, y] = newcomers(a) as [Person, Person];
    const sitting = gathered(a, carded);
    const board = a.put(sitting, {
      what: "board",
      chair: a.person(0).member,
      tellers: [a.person(1).member, a.person(2).member],
    });
    if (a.house.state.motions.motions.get(board)?.status !== "carried")
      a.decide(board, sitting, figures({ for: 12 }), 12);
    expect(votersHere(a.house.state, courseAt(a.house.state, sitting), a.house.now)).toHaveLength(12);
    const of = a.house.do(a.person(1), "seen", { sitting, members: [x.member, y.member] });
    a.house.do(a.person(2), "cosign", { of });
    expect(hasVote(a.house.state, x.member, a.house.now)).toBe(true);
    expect(standing(a.house.state, y.member, a.house.now)).toBe("member");
    a.house.do(a.person(0), "place", { member: y.member });
    expect(hasVote(a.house.state, y.member, a.house.now)).toBe(true);
  });

  it("G-44: only who runs the sitting enters it, once, with a code that is on the card and is spent by it", () => {
    const { a, carded } = founded(2);
    const [w, v] = carded as [Carded, Carded];
    const sitting = a.hold(a.convene(), { board: false });
    const enter = (n: number, of: Carded, code = of.codes[0]) =>
      a.house.put(a.person(n), "sitting.here", { sitting, member: of.member, code });
    expect(enter(4, w)).toMatchObject({ rule: "G-44", code: "not-running-it" });
    expect(enter(0, w, v.codes[0])).toMatchObject({ rule: "V-32", code: "code-not-on-the-card" });
    expect(enter(0, { member: a.person(3).member, codes: w.codes })).toMatchObject({ rule: "V-32", code: "no-card" });
    // Spent at the founding.
    expect(enter(0, w, w.codes[2])).toMatchObject({ code: "code-not-on-the-card" });
    expect(ruleOf(a.house.put(a.person(0), "sitting.here", { sitting, member: w.member }))).toBe("R-3");
    expect(enter(1, w).ok).toBe(true);
    expect(enter(0, w, w.codes[1])).toMatchObject({ rule: "G-44", code: "there-already" });
    const next = a.hold(a.convene(), { board: false });
    const again = { sitting: next, member: w.member, code: w.codes[0] };
    expect(a.house.put(a.person(0), "sitting.here", again)).toMatchObject({ code: "code-not-on-the-card" });
    expect(a.house.refold().size).toBe(a.house.state.size);
  });

  it("G-46: two who enter cards keep nobody from standing behind other tellers: who has a card stands behind nobody", () => {
    const { a, carded } = founded(7);
    const sitting = gathered(a, carded);
    const [chair, t1, t2] = [a.person(2).member, a.person(3).member, a.person(4).member];
    const board = a.put(sitting, { what: "board", chair, tellers: [t1, t2] }, a.person(2));
    a.house.do(a.person(3), "second", { motion: board });
    a.house.do(a.person(4), "second", { motion: board });
    expect(a.house.state.sittings.sittings.get(sitting)?.tellers).toEqual([t1, t2]);
  });
});

describe("G-41 several halls", () => {
  it("G-41, G-44: who signed in any hall of the meeting counts for half of the roll", () => {
    const a = new Meeting(Array.from({ length: 12 }, (_, n) => `p${n}`));
    const call = a.convene({ halls: ["north", "south", "east"] } as object);
    const starts = a.house.state.meetings.calls.get(call)!.starts;
    a.house.wait(starts - a.house.now);
    const halls = ["north", "south", "east"].map((hall, n) =>
      a.house.do(a.person(0), "sitting.open", {
        title: a.words(),
        tellers: [a.person(n * 4 + 1).member, a.person(n * 4 + 2).member],
        call,
        hall,
      }),
    );
    a.people.forEach((p, n) => {
      if (n % 4 < 2) a.house.do(p, "sitting.here", { sitting: halls[Math.floor(n / 4)] });
    });
    const { state, now } = a.house;
    expect(votersHere(state, courseAt(state, halls[0]!), now)).toHaveLength(6);
    expect(halls.map((s) => amongHalf(state, s, now))).toEqual([true, true, true]);
  });
});
