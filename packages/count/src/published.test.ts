/** Counts published in textbooks, papers and encyclopaedias, and the statute's own arithmetic. */
import { describe, expect, test } from "vitest";
import { apportion, seatsPerMembers } from "./apportionment.ts";
import { countProfile } from "./count.ts";
import { type Paper, profileOf } from "./profile.ts";

const ranked = (list: readonly (readonly [number, string])[], names: string): Paper[] =>
  list.map(([count, r]) => ({ count, ranks: [...r].map((x) => [names.indexOf(x)]) }));
const winners = (r: { winners: readonly number[]; candidates: readonly string[] }): string =>
  r.winners.map((c) => r.candidates[c]).join("");

describe("Tennessee's capital: Memphis 42, Nashville 26, Chattanooga 15, Knoxville 17", () => {
  const names = "MNCK";
  const profile = profileOf(
    [...names],
    1,
    ranked(
      [
        [42, "MNCK"],
        [26, "NCKM"],
        [15, "CKNM"],
        [17, "KCNM"],
      ],
      names,
    ),
  );
  test("plurality elects Memphis, instant run-off Knoxville, Condorcet rules Nashville", () => {
    expect(winners(countProfile(profile, "plurality"))).toBe("M");
    expect(winners(countProfile(profile, "irv"))).toBe("K");
    expect(winners(countProfile(profile, "schulze"))).toBe("N");
    expect(winners(countProfile(profile, "ranked-pairs"))).toBe("N");
    expect(winners(countProfile(profile, "score"))).toBe("N");
  });
});

describe("Schulze's first example (45 voters, five candidates)", () => {
  const names = "ABCDE";
  const profile = profileOf(
    [...names],
    5,
    ranked(
      [
        [5, "ACBED"],
        [5, "ADECB"],
        [8, "BEDAC"],
        [3, "CABED"],
        [7, "CAEBD"],
        [2, "CBADE"],
        [7, "DCEBA"],
        [8, "EBADC"],
      ],
      names,
    ),
  );
  const result = countProfile(profile, "schulze");
  test("the order is E, A, C, B, D", () => expect(winners(result)).toBe("EACBD"));
  test("the matrix and the strongest paths are the published ones", () => {
    expect(result.stages[0]!.matrix).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(result.stages[1]!.matrix).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });
});

describe("a circle of majorities: the weakest gives way (Condorcet 1785, by hand)", () => {
  // A over B 14 to 7, B over C 15 to 6, C over A 13 to 8.
  const profile = profileOf(
    [..."ABC"],
    1,
    ranked(
      [
        [8, "ABC"],
        [7, "BCA"],
        [6, "CAB"],
      ],
      "ABC",
    ),
  );
  test("ranked pairs and Schulze elect A", () => {
    const r = countProfile(profile, "ranked-pairs");
    expect(
      r.stages
        .filter((s) => s.kind === "lock")
        .map((s) => `${"ABC"[s.subject!]}${"ABC"[s.other!]} ${s.figure}-${s.against} ${s.locked}`),
    ).toEqual(["BC 15-6 true", "AB 14-7 true", "CA 13-8 false"]);
    expect(winners(r)).toBe("A");
    expect(winners(countProfile(profile, "schulze"))).toBe("A");
  });
});

describe("STV: the food example (Weighted Inclusive Gregory, whole quota)", () => {
  const names = "OPCSH"; // oranges, pears, chocolate, strawberries, hamburgers
  const profile = profileOf(
    [...names],
    3,
    ranked(
      [
        [4, "O"],
        [2, "PO"],
        [8, "CS"],
        [4, "CH"],
        [1, "S"],
        [1, "H"],
      ],
      names,
    ),
  );
  test("chocolate, oranges and strawberries are elected, quota 6", () => {
    const r = countProfile(profile, "scottish-stv");
    expect(r.quota).toBe("6.00000");
    expect(winners(r)).toBe("COS");
  });
});

describe("majority judgment: all have the middle grade fair, the majority gauge decides (by hand)", () => {
  test("more than fair against less than fair: 42 to 32 is fair+, 26 to 42 and 32 to 42 are fair−", () => {
    const grades: Paper[] = [
      { count: 42, ranks: [[0], [], [], [1, 2, 3]] },
      { count: 26, ranks: [[1], [], [0, 2, 3]] },
      { count: 15, ranks: [[2], [3], [1], [0]] },
      { count: 17, ranks: [[3], [2], [1], [0]] },
    ];
    const r = countProfile(
      profileOf(["M", "N", "C", "K"], 4, grades, {
        form: "graded",
        grades: 4,
        gradeNames: ["excellent", "good", "fair", "poor"],
      }),
      "majority-judgment",
    );
    expect(r.stages[0]!.votes).toEqual(["fair", "fair", "fair", "fair"]);
    expect(winners(r)[0]).toBe("M");
  });
});

describe("Phragmén's example: 1034 ABC, 519 PQR, 90 ABQ, 47 APQ, three seats", () => {
  const names = "ABCPQR";
  const sets: Paper[] = (
    [
      [1034, "ABC"],
      [519, "PQR"],
      [90, "ABQ"],
      [47, "APQ"],
    ] as const
  ).map(([count, s]) => ({ count, ranks: [[...s].map((x) => names.indexOf(x))] }));
  const profile = profileOf([...names], 3, sets, { form: "marked" });
  test("A at 1/1171, then Q, then B", () => {
    const r = countProfile(profile, "seq-phragmen");
    expect(winners(r)).toBe("AQB");
    // Q: (1 + 137/1171) ÷ 656 = 1308/768176 = 327/192044.
    expect(
      r.stages
        .slice(1)
        .map((s) => s.figure)
        .slice(0, 2),
    ).toEqual(["1/1171", "327/192044"]);
  });
  test("Thiele's weights: 1171, then 587½, then 547", () => {
    const r = countProfile(profile, "seq-pav");
    expect(winners(r)).toBe("AQB");
    expect(r.stages.slice(1).map((s) => s.figure)).toEqual(["1171", "1175/2", "547"]);
  });
});

describe("apportionment: 100,000 votes, ten seats (47, 16, 15.8, 12, 6.1, 3.1 thousand)", () => {
  const votes = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100];
  test("Hare quota, largest remainder", () => expect(apportion(votes, 10, "hare").seats).toEqual([5, 2, 1, 1, 1, 0]));
  test("Droop quota, largest remainder", () => expect(apportion(votes, 10, "droop").seats).toEqual([5, 2, 2, 1, 0, 0]));
  test("D'Hondt: 100, 80, 30, 20 thousand for eight seats", () =>
    expect(apportion([100_000, 80_000, 30_000, 20_000], 8, "dhondt").seats).toEqual([4, 3, 1, 0]));
  test("Sainte-Laguë: 53, 24, 23 thousand for seven seats", () =>
    expect(apportion([53_000, 24_000, 23_000], 7, "sainte-lague").seats).toEqual([3, 2, 2]));
  test("one per 100 members, by each remainder rule", () => {
    expect(seatsPerMembers([340, 250, 99, 0], 100, "down").seats).toEqual([3, 2, 0, 0]);
    expect(seatsPerMembers([340, 250, 99, 0], 100, "half-up").seats).toEqual([3, 3, 1, 0]);
    expect(seatsPerMembers([340, 250, 99, 0], 100, "up", { max: 3 }).seats).toEqual([3, 3, 1, 0]);
  });
});
