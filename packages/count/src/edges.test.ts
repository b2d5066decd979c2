/** Numbers and fields at their edges: very many papers, very uneven money, nobody left to stand. */
import { expect, test } from "vitest";
import { countProfile } from "./count.ts";
import { type Paper, profileOf } from "./profile.ts";
import { RULE_IDS } from "./result.ts";

const paper = (count: number, ...order: number[]): Paper => ({ count, ranks: order.map((c) => [c]) });

test.each(RULE_IDS)("%s: where everyone has withdrawn nobody is elected", (rule) => {
  const gone = ["A", "B", "C"].map((name) => ({ name, withdrawn: true }));
  const r = countProfile(profileOf(gone, 1, [paper(3, 0, 1)]), rule);
  expect([r.winners, r.unfilled, r.remarks]).toEqual([[], 1, expect.arrayContaining(["too-few-candidates"])]);
});

test("instant run-off: a majority isn't elected where the quotas bar it; their papers go on", () => {
  const p = profileOf(["Max", { name: "Ida", groups: ["w"] }, { name: "Eva", groups: ["w"] }], 1, [
    paper(6, 0, 2),
    paper(3, 1),
    paper(1, 2),
  ]);
  const r = countProfile(p, "irv", { groups: [{ group: "w", min: 1 }] });
  expect(r.winners).toEqual([2]);
  expect(r.stages.map((s) => [s.kind, s.excluded, s.elected])).toEqual([
    ["first", [], []],
    ["barred", [0], [2]],
  ]);
  expect(r.stages[1]!.votes).toEqual(["", "3", "7"]);
});

test("majority judgment works by runs: a million million papers are counted at once", () => {
  const n = 1_000_000_000_000;
  const p = profileOf(["A", "B"], 1, [
    { count: n, ranks: [[0], [1], []] },
    { count: n, ranks: [[1], [], [0]] },
    { count: 1, ranks: [[0], [1]] },
  ]);
  const r = countProfile(p, "majority-judgment");
  expect(r.winners).toEqual([0]);
  expect(r.stages[0]!.votes).toEqual(["1", "2"]);
});

test("Schulze: equal winning votes are parted by one losing vote among hundreds of millions", () => {
  const m = 100_000_000;
  const p = profileOf(["A", "B", "C"], 1, [
    paper(m, 0, 1),
    paper(m / 2 + 3, 1, 0),
    paper(m, 1, 2),
    paper(m / 2 + 1, 2, 1),
    paper(m, 2, 0),
    paper(m / 2 + 2, 0, 2),
  ]);
  // A circle of three links with as many winning votes; A over B has most losing votes and is the weakest.
  const r = countProfile(p, "schulze", { unranked: "unknown" });
  expect(r.winners).toEqual([1]);
  expect(r.stages[1]!.matrix![1]).toEqual([m, 0, m]);
  expect(r.stages[1]!.opposing![0]).toEqual([0, m / 2 + 3, m / 2 + 3]);
});

test("score: totals beyond the whole numbers that are exact are refused, not rounded", () => {
  const p = profileOf(["A", "B", "C"], 1, [paper(Number.MAX_SAFE_INTEGER - 1, 0, 1, 2)]);
  expect(() => countProfile(p, "score")).toThrow(RangeError);
});

test("papers beyond the whole numbers that are exact are refused, however they are spread", () => {
  expect(() => profileOf(["A", "B"], 1, [paper(Number.MAX_SAFE_INTEGER, 0), paper(1, 1)])).toThrow(RangeError);
});

test("equal shares: a third of a coin left to each of three pays for what costs one", () => {
  const cheap = [
    { name: "Roof", cost: 999_999_999 },
    { name: "Nail", cost: 1 },
  ];
  const p = profileOf(cheap, 1, [{ count: 3, ranks: [[0, 1]] }], { budget: 1_000_000_000, form: "marked" });
  const r = countProfile(p, "equal-shares", { completion: "none", utility: "cost" });
  expect([r.winners, r.stages.at(-1)!.figure, r.stages.at(-1)!.rest]).toEqual([[0, 1], "1/3", "0"]);
});

test("equal shares: purses far smaller than a coin are told apart exactly", () => {
  const w = 1_000_000_000_000;
  // Two seats; A is wanted by one paper more than B, so it costs its supporters less.
  const p = profileOf(["B", "A", "C"], 1, [
    { count: w, ranks: [[0]] },
    { count: w + 1, ranks: [[1]] },
    { count: 5, ranks: [[2]] },
  ]);
  const r = countProfile(p, "equal-shares", { seats: 2, completion: "phragmen" });
  expect(r.winners).toEqual([1, 0]);
});

test.each(RULE_IDS)("%s: on how many papers somebody withdrawn was passed over is said", (rule) => {
  const people = ["A", { name: "B", withdrawn: true }, "C", "D"];
  const r = countProfile(profileOf(people, 1, [paper(3, 0, 2, 3), paper(2, 1, 0), paper(1, 1)]), rule);
  expect(r.treatment).toContainEqual({ id: "withdrawn-passed-over", papers: 3 });
});
