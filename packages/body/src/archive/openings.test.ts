/** Whoever brings in another's vote as a text of theirs, to erase it (E-5, E-6); and what must go on beside it. */
import type { ActId, Hash, Result } from "@nabat/kernel";
import { Assembly, DAY, figures, HOUR, keyFrom, Meeting, ruleOf, text } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { foldNotice } from "../engine/fold.ts";
import { stateBytes, stateFromBytes } from "../engine/snapshot.ts";
import type { Statutes } from "../statutes/acts.ts";
import { isOpening } from "./openings.ts";

const NINE = ["ana", "bo", "cy", "di", "eva", "fin", "gil", "hua", "ina"];
const by = (mode: "name" | "count") => ({
  statutes: (s: Statutes): Statutes => ({ ...s, voting: { ...s.voting, mode } }),
});
interface Given {
  readonly opening: { readonly hash: Hash; readonly size: number };
}

const codeOf = (put: Result<unknown>): string => (put.ok ? "entered" : `${put.rule} ${put.code}`);

/** A vote over days in which six gave their positions. */
function voted(mode: "name" | "count") {
  const a = new Assembly(NINE, by(mode));
  const motion = a.move();
  const vote = a.callOutside(motion, { mode });
  const cast = [0, 1, 2, 3, 4, 5].map((n) => a.position(vote, a.person(n), "for") as Given);
  for (const [n, data] of cast.entries()) a.house.do(a.person(n), "vote.cast", data);
  const openings = cast.map((c) => c.opening);
  /** The eighth says it, as words of their own. */
  const say = (opening: Given["opening"], more: object = {}) =>
    a.house.put(a.person(7), "say", {
      about: motion,
      text: { ...opening, grade: "members", media: "text/plain", ...more },
    });
  const erase = (n: number, ...attachments: Hash[]) => a.house.put(a.person(n), "erase", { attachments });
  return { a, motion, vote, openings, say, erase };
}

describe("E-6, E-5: what opens a position is nobody's text", () => {
  it.each(["count", "name"] as const)(
    "E-6, E-5: one member says six others' openings as remarks and erases them; by %s",
    (mode) => {
      const { a, vote, openings, say, erase } = voted(mode);
      for (const opening of openings) {
        expect(codeOf(say(opening))).toContain("opens-a-position");
        expect(ruleOf(say(opening, { grade: "public", size: 3 }))).toBe("E-6");
      }
      expect(ruleOf(erase(7, ...openings.map((o) => o.hash)))).toBe("E-5");
      // Nor do their own authors: the vote is counted by them.
      expect(ruleOf(erase(0, openings[0]!.hash))).toBe("E-5");
      expect(a.vote(vote).castCount).toBe(6);
      expect(a.house.state.archive.erased.size).toBe(0);
    },
  );

  it("E-6, E-5: nor by any other act: as a name, a title, reasons, a place; nor by who comes in", () => {
    const { a, openings } = voted("name");
    const { hash } = openings[0]!;
    const as = (ref: object) => ({ ...ref, hash, grade: "members" });
    const put = (kind: string, data: object) => codeOf(a.house.put(a.person(7), kind, data));
    expect(put("rename", { name: as(text("Hua")) })).toContain("opens-a-position");
    expect(put("move", { title: as(text("T")), text: text("x"), subject: { type: "text" } })).toContain(
      "opens-a-position",
    );
    expect(
      put("meeting.call", { title: text("t"), reason: as(text("r")), type: "decide", starts: a.house.now + 9 * DAY }),
    ).toContain("opens-a-position");
    const guest = a.house.person("gus");
    const join = a.house.joinData(guest, a.house.invite(a.person(1), "guest")) as { name: object };
    expect(codeOf(a.house.put(guest, "join", { ...join, name: as(join.name) }))).toContain("opens-a-position");
  });

  it("E-5, V-42: by name also after the result, until it can't be contested any more; then it is forgotten", () => {
    const { a, vote, openings, say, erase } = voted("name");
    a.house.wait((a.vote(vote).closes ?? 0) - a.house.now + HOUR);
    a.declare(vote);
    expect(ruleOf(say(openings[1]!))).toBe("E-6");
    expect(ruleOf(erase(7, openings[1]!.hash))).toBe("E-5");
    // A state read from a snapshot says the same.
    expect(isOpening(stateFromBytes(stateBytes(a.house.state)), openings[1]!.hash)).toBe(true);
    a.house.wait(a.house.state.statutes.versions[0]!.statutes.voting.contestDays * DAY + HOUR);
    expect(ruleOf(say(openings[1]!))).toBe("E-6");
    a.callOutside(a.move(), { mode: "name" });
    expect(a.house.state.archive.openings?.size ?? 0).toBe(0);
    expect(a.vote(vote).keeps).toBeUndefined();
  });

  it("E-6: said first and cast after: the position isn't entered, and the next that the device makes is", () => {
    const { a, motion, vote, erase } = voted("count");
    for (const erased of [false, true]) {
      const voter = a.person(erased ? 8 : 6);
      const data = a.position(vote, voter, "for") as Given;
      a.house.do(a.person(7), "say", {
        about: motion,
        text: { ...data.opening, grade: "members", media: "text/plain" },
      });
      if (erased) expect(erase(7, data.opening.hash).ok).toBe(true);
      const refused = a.house.put(voter, "vote.cast", data);
      expect(codeOf(refused)).toContain("opening-named-already");
      a.house.wait(60_000);
      a.house.do(a.person(1), "say", { about: motion, text: a.words() });
      expect(a.cast(vote, voter, "for").ok).toBe(true);
    }
    expect(a.vote(vote).castCount).toBe(8);
  });

  it("E-6: nor does anybody cast with another's opening: by name it would be theirs to read before the result (N-11)", () => {
    const { a, vote, openings } = voted("count");
    const copied = { ...a.position(vote, a.person(7), "for"), opening: openings[0] };
    expect(codeOf(a.house.put(a.person(7), "vote.cast", copied))).toContain("opening-named-already");
    expect(a.cast(vote, a.person(7), "for").ok).toBe(true);
  });

  it("E-6, W-2: nor does a server bind somebody's words, or a vote, by giving them as its reasons", () => {
    const { a, motion, openings, erase } = voted("name");
    const words = text("what I said");
    a.house.do(a.person(4), "say", { about: motion, text: words });
    const key = keyFrom("clerk").id;
    const withhold = (duty: Hash, appeal = text("Write to", "public").hash) => {
      const ref = (hash: Hash) => ({ ...text("An order", "public"), hash });
      const data = { attachment: "a".repeat(64), until: a.house.now + DAY, duty: ref(duty), appeal: ref(appeal) };
      const document = { v: 1, body: a.house.body, notice: "withheld", at: a.house.now, data, proof: {} } as never;
      const none = { message: new Uint8Array(), signature: new Uint8Array() };
      return ruleOf(foldNotice(a.house.state, { document, id: "0".repeat(64) as ActId, key, ...none }, a.house.now));
    };
    expect(withhold(words.hash)).toBe("E-6");
    expect(withhold(openings[0]!.hash)).toBe("E-6");
    expect(withhold(text("Order 1", "public").hash, words.hash)).toBe("E-6");
    // The same reasons twice are a server's ordinary day, and the words stay their author's to erase.
    for (let i = 0; i < 2; i++) expect(withhold(text("Order 1", "public").hash)).toBe("entered");
    expect(erase(4, words.hash).ok).toBe(true);
  });

  it("E-6: a name that waits on a card for the second teller is nobody else's meanwhile", () => {
    const m = new Meeting(NINE);
    const sitting = m.hold(m.convene());
    const member = "e".repeat(32);
    const name = text("Eva with a card");
    const card = { sitting, member, name, codes: ["1".repeat(64)] };
    const first = m.house.do(m.person(1), "card", card);
    expect(ruleOf(m.house.put(m.person(7), "rename", { name }))).toBe("E-6");
    m.house.do(m.person(2), "cosign", { of: first });
    expect(m.house.state.archive.owners.get(name.hash)).toBe(member);
  });
});

describe("E-1, E-6: beside it", () => {
  it("E-1: whoever votes says and erases words of their own, and the vote is counted", () => {
    const { a, motion, vote, erase } = voted("count");
    const words = text("for, and why");
    a.house.do(a.person(0), "say", { about: motion, text: words });
    expect(erase(0, words.hash).ok).toBe(true);
    const { closes = 0 } = a.vote(vote);
    a.house.wait(closes - a.house.now + HOUR);
    a.tally(vote, figures({ for: 6 }));
    expect(a.vote(vote).tallies.size).toBeGreaterThan(0);
  });
});
