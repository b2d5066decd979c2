/** Names and titles: what they may hold, which look alike, how they are shown (N-1, N-2, N-10). */
import { Assembly } from "@nabat/testkit";
import type { Hash } from "@nabat/kernel";
import { describe, expect, it } from "vitest";
import { alike, markedName, skeleton } from "./look-alikes.ts";
import { wordingsOf } from "./sizes.ts";
import { shownName, shownTitle, wordingHolds } from "./wording.ts";

const name = (text: string) => {
  const held = wordingHolds(text, "name");
  return held.ok ? "holds" : held.code;
};

describe("what a name may hold (N-1)", () => {
  it("people's names hold, in any alphabet", () => {
    for (const real of [
      "Ana",
      "Zoë O'Brien-Ñuñez",
      "李小龍",
      "محمد",
      "नरेंद्र",
      "Олена",
      "علی‌رضا",
      "Jean-Luc (2e étage)",
      "flat 12",
      "Ana ❤️",
    ])
      expect([real, name(real)]).toEqual([real, "holds"]);
  });

  it("empty, invisible, reversed, piled, long ones and those of several lines don't", () => {
    const bad: readonly [string, string][] = [
      ["", "nothing-to-read"],
      ["   ", "nothing-to-read"],
      ["—!?", "nothing-to-read"],
      ["\u200b", "unseen-characters"],
      ["\u3164", "unseen-characters"],
      ["\u2800", "unseen-characters"],
      ["\u202eanA", "unseen-characters"],
      ["Ana\u2066x\u2069", "unseen-characters"],
      ["A\u200dna", "unseen-characters"],
      ["A\u00adna", "unseen-characters"],
      ["A\u0007na", "unseen-characters"],
      [`A${"\u0301".repeat(9)}na`, "unseen-characters"],
      ["Ana\nBo", "several-lines"],
      ["Ana\u2028Bo", "several-lines"],
      ["x".repeat(81), "too-long"],
      ["Ana #2", "not-in-names"],
    ];
    for (const [text, code] of bad) expect([text, name(text)]).toEqual([text, code]);
  });

  it("N-2: titles likewise, up to 200 characters; a number sign is no fault there", () => {
    const title = (text: string) => wordingHolds(text, "title").ok;
    expect([
      title("Repair of stair #3"),
      title("x".repeat(200)),
      title("x".repeat(201)),
      title("a\nb"),
      title("\u202ea"),
    ]).toEqual([true, true, false, false, false]);
  });

  it("N-1: nor what is drawn like the sign before a number, or says number: ＃, ﹟, ♯, ⌗, №, n°", () => {
    const bad = [
      "Ana ＃2",
      "Ana ﹟2",
      "Ana ♯ 2",
      "M1 ⌗ 2",
      "Ana № 1",
      "Ana n°1",
      "Ana N º 2",
      "Ana 井2",
      "Ana \u{1d130}2",
    ];
    for (const text of bad) expect([text, name(text)]).toEqual([text, "not-in-names"]);
    for (const text of bad) expect([text, /[#＃﹟♯⌗№°º\u{1d130}]/u.test(shownName(text) ?? "")]).toEqual([text, false]);
    // Names that people bear, and that say where they live.
    for (const real of ["井上 陽水", "José María 2º", "Agnès", "flat 12", "Jean (2e étage)", "Ann", "20°"])
      expect([real, name(real)]).toEqual([real, "holds"]);
    expect(wordingHolds("Repair of stair № 3", "title").ok).toBe(true);
  });

  it("N-3: a remark in which nothing can be seen, or that turns the writing round, is refused; one in any alphabet isn't", () => {
    const text = (words: string) => {
      const held = wordingHolds(words, "text");
      return held.ok ? "holds" : `${held.rule} ${held.code}`;
    };
    for (const bad of ["", " \n\t ", "\u200b", "\u3164\u2800", "\u0301", "\ufe0f"])
      expect([bad, text(bad)]).toEqual([bad, "N-3 nothing-to-read"]);
    for (const bad of ["\u202eoob", "a \u2066b\u2069 c", "\u202a"])
      expect([bad, text(bad)]).toEqual([bad, "N-3 turns-the-writing"]);
    for (const good of ["Yes.", "?", "👍🏽", "👩‍👩‍👧", "مرحبا\u200f!", "שלום", "नमस्ते", "…", "a\nb # 3"])
      expect([good, text(good)]).toEqual([good, "holds"]);
  });

  it("N-3: looked at are remarks, places and texts of motions, not positions and files", () => {
    const ref = (hash: string, media = "text/plain") => ({ hash, media, size: 3, grade: "members" });
    const uses = (kind: string, data: object) => [...wordingsOf(kind, data)];
    expect(uses("say", { about: "x", text: ref("a") })).toEqual([["a", "text"]]);
    expect(uses("move", { title: ref("a"), text: ref("b") })).toEqual([
      ["a", "title"],
      ["b", "text"],
    ]);
    expect(uses("move", { text: ref("a"), title: ref("a") })).toEqual([["a", "title"]]);
    expect(uses("vote.cast", { opening: ref("a") })).toEqual([]);
    expect(uses("say", { text: ref("a", "application/json") })).toEqual([]);
  });

  it("pages show them safely whatever a record keeper let in", () => {
    expect(shownName("\u202eanA")).toBe("anA");
    expect(shownName("\u200b \u3164")).toBeUndefined();
    expect(shownName("Ana #2")).toBe("Ana 2");
    expect(shownName(" Ana\n\n Lee ")).toBe("Ana Lee");
    expect([...(shownName("x".repeat(1_000_000)) ?? "")].length).toBe(80);
    expect([...shownTitle("y".repeat(1_000_000))].length).toBe(200);
    expect(shownTitle("\u202e")).toBe("–");
  });
});

describe("which names look alike (N-10)", () => {
  it("capitals, accents, spaces, width, look-alike letters of other alphabets, joiners", () => {
    // The second is Cyrillic, the last full width.
    for (const other of ["ana", "\u0410n\u0430", "A n a", "ÁNA", "A-n-a", "An\u200da", "\uff21\uff4e\uff41", "𝐀𝐧𝐚"])
      expect([other, skeleton(other)]).toEqual([other, skeleton("Ana")]);
    expect(skeleton("Mila")).toBe(skeleton("MiIa"));
    expect(skeleton("B0")).toBe(skeleton("Bo"));
    expect(skeleton("rnarie")).toBe(skeleton("Marie"));
    for (const other of ["Anna", "Hana", "Anja", "李"]) expect(skeleton(other)).not.toBe(skeleton("Ana"));
  });

  it("get each the number of their coming in, which never changes; others get none", () => {
    const a = new Assembly(["ana", "bo", "cem"], { label: "alike" });
    const { house } = a;
    const guest = house.join("An a", "guest", a.person(1));
    const texts = new Map<Hash, string>();
    for (const p of house.people.values()) {
      const hash = house.state.members.members.get(p.member)?.name;
      if (hash) texts.set(hash, p.name);
    }
    const twins = alike(house.state, (hash) => skeleton(texts.get(hash) ?? ""));
    const shown = (p: { member: never; name: string }) => markedName(house.state, p.member, p.name, twins);
    expect(shown(a.person(0) as never)).toBe("ana #1");
    expect(shown(guest as never)).toBe("An a #4");
    expect(shown(a.person(1) as never)).toBe("bo");
    // Whoever comes first by a later renaming doesn't take it.
    house.do(a.person(1), "rename", { name: house.text("Ana") });
    expect(house.state.voice.numbers.get(a.person(0).member)).toBe(1);
    expect([...house.refold(3).voice.numbers].sort()).toEqual([...house.state.voice.numbers].sort());
  });
});
