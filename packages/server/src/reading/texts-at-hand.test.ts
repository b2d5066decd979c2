/** Texts at hand: for seconds only, never positions, never more than a bound. */
import type { Hash } from "@nabat/kernel";
import { afterEach, describe, expect, it, vi } from "vitest";
import { KEEP_MS, TextsAtHand, textsAtHand } from "./texts-at-hand.ts";

const hash = (n: number) => n.toString(16).padStart(64, "0") as Hash;
const plain = { grade: "members", media: "text/plain", text: "Who brings the ladder?" };

describe("texts at hand", () => {
  afterEach(() => void vi.useRealTimers());

  it("are kept for seconds, and by their own house only", () => {
    vi.useFakeTimers();
    const house = {};
    textsAtHand(house).keep(hash(1), plain);
    expect(textsAtHand(house).get(hash(1))).toEqual(plain);
    expect(textsAtHand({}).get(hash(1))).toBeUndefined();
    vi.advanceTimersByTime(KEEP_MS);
    expect(textsAtHand(house).get(hash(1))).toBeUndefined();
  });

  it("are never positions of voters, nor more than a bound", () => {
    const texts = new TextsAtHand();
    texts.keep(hash(1), { ...plain, media: "application/json" });
    texts.keep(hash(2), { ...plain, grade: "closed" });
    texts.keep(hash(3), { ...plain, text: "x".repeat(8_000_000) });
    texts.keep(hash(4), plain);
    expect([1, 2, 3, 4].map((n) => texts.get(hash(n)) !== undefined)).toEqual([false, false, true, false]);
    texts.forget(hash(3));
    texts.keep(hash(4), plain);
    expect(texts.get(hash(4))).toEqual(plain);
    texts.forget();
    expect(texts.get(hash(4))).toBeUndefined();
  });
});
