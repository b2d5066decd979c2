import fc from "fast-check";
import { expect, test } from "vitest";
import { PairCounter } from "./pair-counter.ts";

test("the fast counter of pairs agrees with a plain loop, equal ranks and unranked options included", () => {
  const papers = fc.integer({ min: 2, max: 70 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      rest: fc.boolean(),
      papers: fc.array(
        fc
          .shuffledSubarray(Array.from({ length: size }, (_, i) => i))
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.array(fc.boolean(), { minLength: list.length, maxLength: list.length })),
          ),
        { maxLength: 40 },
      ),
    }),
  );
  fc.assert(
    fc.property(papers, ({ size, rest, papers: list }) => {
      const fast = new Float64Array(size * size);
      const plain = new Float64Array(size * size);
      const counter = new PairCounter(size, fast);
      for (const [order, level] of list) {
        let rank = 0;
        const ranks = Int32Array.from(order, (_, i) => (i > 0 && level[i] ? rank : ++rank));
        counter.add(Int32Array.from(order), ranks, order.length, rest);
        const rankOf = (c: number): number => (order.includes(c) ? ranks[order.indexOf(c)]! : Number.POSITIVE_INFINITY);
        for (let a = 0; a < size; a++)
          for (let b = 0; b < size; b++)
            if (order.includes(a) && (rest || order.includes(b)) && rankOf(a) < rankOf(b)) plain[a * size + b]! += 1;
      }
      counter.finish();
      expect(fast).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});
