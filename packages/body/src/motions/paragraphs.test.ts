/** Changing a text by paragraphs (V-45, V-46, V-48): what everybody must get from the same words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TextChange, collide, paragraphsOf, type TextPlace, withChanges } from "./paragraphs.ts";

const replace = (from: number, to: number, words: string): TextChange => ({
  place: { what: "replace", from, to },
  words,
});
const insert = (after: number, words: string): TextChange => ({ place: { what: "insert", after }, words });
const strike = (from: number, to: number): TextChange => ({ place: { what: "strike", from, to }, words: "" });

const THREE = "We repair the roof.\n\nWe ask three firms.\n\nThe fund pays.";

describe("V-48: a text with changes", () => {
  it("replaces, strikes and inserts paragraphs, and keeps how they are set apart", () => {
    expect(withChanges(THREE, [replace(2, 2, "We ask five firms.")])).toBe(
      "We repair the roof.\n\nWe ask five firms.\n\nThe fund pays.",
    );
    expect(withChanges(THREE, [strike(2, 2)])).toBe("We repair the roof.\n\nThe fund pays.");
    expect(withChanges(THREE, [strike(3, 3)])).toBe("We repair the roof.\n\nWe ask three firms.");
    expect(withChanges(THREE, [insert(3, "By May.")])).toBe(`${THREE}\n\nBy May.`);
    expect(withChanges(THREE, [insert(0, "Whereas it rains:")])).toBe(`Whereas it rains:\n\n${THREE}`);
    expect(withChanges("a\nb\nc\n", [replace(2, 3, "x"), insert(3, "y")])).toBe("a\nx\ny\n");
    expect(withChanges("one", [insert(1, "two")])).toBe("one\n\ntwo");
  });

  it("applies each at its place in the old text, in whatever order they came; insertions at one place in theirs", () => {
    const changes = [insert(1, "B"), strike(3, 3), replace(1, 1, "A"), insert(1, "C")];
    expect(withChanges(THREE, changes)).toBe("A\n\nB\n\nC\n\nWe ask three firms.");
    expect(withChanges(THREE, [changes[3]!, changes[0]!])).toContain("roof.\n\nC\n\nB\n\nWe ask");
  });

  it("takes a place beyond the end for the end, and an emptied text for empty", () => {
    expect(withChanges("a\nb", [insert(99, "c")])).toBe("a\nb\nc");
    expect(withChanges("a\nb", [replace(2, 99, "c")])).toBe("a\nc");
    expect(withChanges("a\nb", [strike(1, 2)])).toBe("");
    expect(withChanges("", [insert(0, "first")])).toBe("first");
  });

  const text = fc
    .array(fc.constantFrom("a", "bb  ", "  c", "", " ", "\r", "d\r"), { maxLength: 12 })
    .map((l) => l.join("\n"));
  const place = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
      .map(([from, more, strikes]): TextPlace => ({ what: strikes ? "strike" : "replace", from, to: from + more })),
    fc.integer({ min: 0, max: 9 }).map((after): TextPlace => ({ what: "insert", after })),
  );

  it("numbers every paragraph and loses no character; without changes it is the same text", () => {
    fc.assert(
      fc.property(text, (t) => {
        const { head, list } = paragraphsOf(t);
        expect(head + list.map((p) => p.words + p.tail).join("")).toBe(t);
        expect(list.every((p) => p.words.trim() !== "" && p.tail.trim() === "")).toBe(true);
        expect(withChanges(t, [])).toBe(t);
      }),
    );
  });

  it("V-46: changes that don't collide give the same text in any order, and each shows once", () => {
    fc.assert(
      fc.property(text, fc.array(place, { maxLength: 6 }), (t, places) => {
        const kept: TextChange[] = [];
        for (const p of places)
          if (
            !kept.some((k) => collide(k.place, p)) &&
            !(p.what === "insert" && kept.some((k) => k.place.what === "insert"))
          )
            kept.push({ place: p, words: `<${kept.length}>` });
        const now = withChanges(t, kept);
        expect(withChanges(t, [...kept].reverse())).toBe(now);
        const n = paragraphsOf(t).list.length;
        for (const { place: p, words } of kept) {
          const shows = p.what === "insert" || (p.what === "replace" && p.from <= n);
          expect(now.split(words).length - 1).toBe(shows ? 1 : 0);
        }
      }),
    );
  });

  it("V-46: what collides does so both ways; two insertions never do", () => {
    fc.assert(fc.property(place, place, (a, b) => collide(a, b) === collide(b, a)));
    expect(collide({ what: "insert", after: 2 }, { what: "insert", after: 2 })).toBe(false);
    expect(collide({ what: "strike", from: 2, to: 4 }, { what: "insert", after: 3 })).toBe(true);
    expect(collide({ what: "strike", from: 2, to: 4 }, { what: "insert", after: 4 })).toBe(false);
    expect(collide({ what: "strike", from: 2, to: 4 }, { what: "replace", from: 4, to: 5 })).toBe(true);
  });
});
