/** Pages that follow by themselves never ask all at once, and never wait without end. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askAfter, believed, readAfter, returnAfter } from "./pace.ts";

const chance = fc.double({ min: 0, max: 0.999_999, noNaN: true });

/** The most that fall into one second of `times`. */
function busiest(times: readonly number[]): number {
  const seconds = new Map<number, number>();
  for (const t of times) seconds.set(Math.floor(t / 1000), (seconds.get(Math.floor(t / 1000)) ?? 0) + 1);
  return Math.max(...seconds.values());
}

describe("pace", () => {
  it("ten thousand that lost the network together come back over ten seconds and more", () => {
    const evenly = Array.from({ length: 10_000 }, (_, n) => returnAfter(0, 10_000, n / 10_000));
    expect(busiest(evenly)).toBeLessThan(1_000);
    expect(Math.max(...evenly)).toBeLessThan(15_000);
    expect(busiest(Array.from({ length: 10_000 }, (_, n) => readAfter(10_000, n / 10_000)))).toBeLessThan(400);
  });

  it("one phone alone is back at once, and later each time in vain, up to a minute and a half", () => {
    expect(returnAfter(0, 1, 0.5)).toBeLessThan(2_000);
    fc.assert(
      fc.property(fc.nat(1_000), chance, (tries, c) => {
        const wait = returnAfter(tries, 1, c);
        return wait >= 750 && wait <= 90_001 && returnAfter(tries + 1, 1, c) >= wait;
      }),
    );
  });

  it("a refused page is asked for again when the server said, and not by all in that second", () => {
    fc.assert(
      fc.property(fc.nat(600), chance, (s, c) => askAfter(s, c) >= s * 1000 && askAfter(s, c) < s * 1000 + 1000),
    );
    expect(askAfter(undefined, 0)).toBe(1500);
  });

  it("the first one back doesn't believe that it is alone", () => {
    expect(believed(10_000, 1)).toBe(9_000);
    expect(believed(10, 200)).toBe(200);
  });
});
