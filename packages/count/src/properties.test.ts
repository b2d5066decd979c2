/** What must hold of every rule: the order of papers, merging, splitting and renaming change nothing; monotone rules are monotone; decimals stay near the exact count. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countAndTrace, countProfile } from "./count.ts";
import { compare, fraction, parseFraction, sub } from "./fraction.ts";
import { type Paper, profileOf } from "./profile.ts";
import { RULE_IDS } from "./result.ts";

const paper = (n: number) =>
  fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i)).chain((order) =>
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: order.length, maxLength: order.length })
      .map((joins): Paper => {
        const ranks: number[][] = [];
        // One in four shares the rank before it.
        order.forEach((c, i) => (i > 0 && joins[i] === 0 ? ranks.at(-1)!.push(c) : ranks.push([c])));
        return { count: 1, ranks };
      }),
  );
const election = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    seats: fc.integer({ min: 1, max: 3 }),
    papers: fc.array(paper(n), { minLength: 1, maxLength: 30 }),
  }),
);
const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `Candidate ${i}`);
const outcome = (n: number, seats: number, papers: readonly Paper[], rule: (typeof RULE_IDS)[number]) =>
  countProfile(profileOf(names(n), seats, papers), rule);

describe.each(RULE_IDS)("%s", (rule) => {
  test("the order of papers changes nothing", () => {
    fc.assert(
      fc.property(election, fc.infiniteStream(fc.nat()), ({ n, seats, papers }, chance) => {
        const key = new Map(papers.map((p) => [p, chance.next().value as number]));
        const shuffled = [...papers].sort((a, b) => key.get(a)! - key.get(b)!);
        expect(outcome(n, seats, shuffled, rule)).toEqual(outcome(n, seats, papers, rule));
      }),
      { numRuns: 40 },
    );
  });

  test("merging equal papers changes nothing", () => {
    fc.assert(
      fc.property(election, fc.integer({ min: 2, max: 4 }), ({ n, seats, papers }, k) => {
        const merged = papers.map((p) => ({ ...p, count: k }));
        const split = papers.flatMap((p) => Array.from({ length: k }, () => p));
        expect(outcome(n, seats, merged, rule)).toEqual(outcome(n, seats, split, rule));
      }),
      { numRuns: 25 },
    );
  });

  test("renaming candidates renames the result, where no tie had to be settled by order", () => {
    fc.assert(
      fc.property(election, fc.infiniteStream(fc.nat()), ({ n, seats, papers }, chance) => {
        const before = outcome(n, seats, papers, rule);
        if (before.ties.some((t) => t.by !== "earlier-stage")) return;
        const key = Array.from({ length: n }, () => chance.next().value as number);
        const to = key.map((_, i) => i).sort((a, b) => key[a]! - key[b]! || a - b);
        const moved = papers.map((p) => ({ ...p, ranks: p.ranks.map((r) => r.map((c) => to[c]!)) }));
        const after = outcome(n, seats, moved, rule);
        expect([...after.winners].sort(), JSON.stringify(papers)).toEqual(before.winners.map((c) => to[c]!).sort());
      }),
      { numRuns: 40 },
    );
  });

  test("papers are accounted for, winners stand and are elected at a stage, a paper's way can be followed", () => {
    fc.assert(
      fc.property(election, ({ n, seats, papers }) => {
        const profile = profileOf(names(n), seats, papers);
        const { result, steps } = countAndTrace(profile, rule, 0);
        expect(result.papers.valid + result.papers.blank + result.papers.spoilt).toBe(result.papers.total);
        expect(new Set(result.winners).size).toBe(result.winners.length);
        expect(result.winners.length).toBeLessThanOrEqual(seats);
        if (result.papers.valid > 0) expect(result.winners.length).toBe(Math.min(seats, n));
        const elected = result.stages.flatMap((s) => s.elected);
        if (result.papers.valid > 0) expect(elected.slice(0, result.winners.length)).toEqual(result.winners);
        expect(result.stages.map((s) => s.number)).toEqual(result.stages.map((_, i) => i + 1));
        for (const s of steps) expect(s.stage).toBeLessThanOrEqual(Math.max(1, result.stages.length));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(["plurality", "approval", "score", "schulze", "ranked-pairs", "majority-judgment"] as const)(
  "%s is monotone",
  (rule) => {
    test("raising the winner on a paper doesn't unseat the winner", () => {
      fc.assert(
        fc.property(election, fc.nat(), ({ n, papers }, pick) => {
          const winner = outcome(n, 1, papers, rule).winners[0];
          if (winner === undefined) return;
          const k = pick % papers.length;
          const raised = papers.map((p, i) =>
            i === k
              ? {
                  ...p,
                  ranks: [[winner], ...p.ranks.map((r) => r.filter((c) => c !== winner)).filter((r) => r.length > 0)],
                }
              : p,
          );
          // Marks keep their meaning for rules that only ask who is marked.
          const after = outcome(n, 1, raised, rule);
          if (after.ties.length > 0)
            expect(after.ties.some((t) => t.tied.includes(winner)) || after.winners[0] === winner).toBe(true);
          else expect(after.winners[0]).toBe(winner);
        }),
        { numRuns: 200 },
      );
    });
  },
);

test("decimals cut off stay below the exact count by less than a unit per paper and transfer", () => {
  fc.assert(
    fc.property(election, fc.integer({ min: 2, max: 6 }), ({ n, seats, papers }, decimals) => {
      const profile = profileOf(names(n), seats, papers);
      const exact = countProfile(profile, "wigm-stv");
      const cut = countProfile(profile, "wigm-stv", { decimals });
      // The two are compared as long as they take the same steps.
      for (const [i, stage] of exact.stages.entries()) {
        const other = cut.stages[i];
        if (!other || other.kind !== stage.kind || other.subject !== stage.subject) return;
        const slack = fraction((papers.length + 1) * (i + 1) * 2, 10 ** decimals);
        for (const [c, v] of stage.votes!.entries()) {
          if (v === "" || other.votes![c] === "") continue;
          const gap = sub(parseFraction(v), parseFraction(other.votes![c]!));
          expect(compare(gap.n < 0n ? sub(fraction(0), gap) : gap, slack)).toBeLessThanOrEqual(0);
        }
        if (JSON.stringify(stage.elected) !== JSON.stringify(other.elected)) return;
      }
    }),
    { numRuns: 100 },
  );
});

test("in every Gregory count the votes, what ran out and what was cut off add up to the papers", () => {
  fc.assert(
    fc.property(
      election,
      fc.constantFrom("scottish-stv" as const, "wigm-stv" as const),
      ({ n, seats, papers }, rule) => {
        const profile = profileOf(names(n), seats, papers);
        const result = countProfile(profile, rule);
        for (const s of result.stages) {
          if (s.kind === "exclude-only" || s.kind === "fill") break; // the excluded one's votes stay where they are
          const parts = [...s.votes!.filter((v) => v !== ""), s.nonTransferable!, s.lost!].map(parseFraction);
          const sum = parts.reduce((a, b) => sub(a, sub(fraction(0), b)));
          expect(compare(sum, fraction(result.papers.valid)), `${rule} ${JSON.stringify(s)}`).toBe(0);
        }
      },
    ),
    { numRuns: 150 },
  );
});
