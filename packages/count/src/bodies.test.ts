/** What bodies need around a count: majorities, lots, quotas for groups, reopened nominations, withdrawals, two offices for one person, comparison, a paper's way. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { compareRules } from "./compare.ts";
import { countContests } from "./contests.ts";
import { countAndTrace, countProfile } from "./count.ts";
import { chooseByLot, drawLot, type LotPart } from "./lot.ts";
import { decideMajority } from "./majorities.ts";
import { type Candidate, type Paper, profileOf } from "./profile.ts";
import { checkShare, dealSecret } from "./shares.ts";

const sha256 = (b: Uint8Array): Uint8Array => createHash("sha256").update(b).digest();
const seeded =
  (seed: number) =>
  (n: number): Uint8Array => {
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i += 32)
      out.set(sha256(new TextEncoder().encode(`${seed} ${i}`)).subarray(0, Math.min(32, n - i)), i);
    return out;
  };
const papers = (list: readonly (readonly [number, readonly number[]])[]): Paper[] =>
  list.map(([count, r]) => ({ count, ranks: r.map((c) => [c]) }));

describe("majorities", () => {
  const votes = { for: 140, against: 31, abstain: 12, present: 212, roll: 540 };
  const rule = (num: number, den: number, strict: boolean, of: "for-and-against" | "cast" | "present" | "roll") =>
    decideMajority(votes, { num, den, strict, of });
  test("the whole decides what abstentions weigh", () => {
    expect(rule(1, 2, true, "for-and-against")).toMatchObject({
      carried: true,
      whole: 171,
      needed: 86,
      abstentions: "not-counted",
      noPosition: 29,
    });
    expect(rule(3, 4, false, "for-and-against")).toMatchObject({ carried: true, needed: 129 });
    expect(rule(4, 5, false, "cast")).toMatchObject({ carried: false, needed: 147, abstentions: "weigh-against" });
    expect(rule(2, 3, false, "present")).toMatchObject({ carried: false, needed: 142, why: "too-few-for" });
    expect(rule(1, 2, true, "roll")).toMatchObject({ carried: false, needed: 271 });
  });
  test("quorum; nobody voted is never unanimous", () => {
    expect(
      decideMajority(votes, { num: 1, den: 2, strict: true, of: "cast", quorum: { num: 1, den: 2 } }),
    ).toMatchObject({ carried: false, why: "no-quorum", quorumNeeded: 270 });
    expect(
      decideMajority(
        { for: 0, against: 0, abstain: 0, present: 9, roll: 9 },
        { num: 1, den: 2, strict: false, of: "for-and-against" },
      ),
    ).toMatchObject({ carried: false, why: "nobody-voted" });
    expect(() => decideMajority({ ...votes, present: 100 }, { num: 1, den: 2, strict: true, of: "cast" })).toThrow(
      RangeError,
    );
  });
});

describe("the lot", () => {
  const deals = ["ana", "ben", "cy", "dia"].map((id, i) => ({ id, ...dealSecret(seeded(i), 4, 3) }));
  const all: LotPart[] = deals.map(({ id, commitment, secret }) => ({ id, commitment, secret }));
  const draw = (parts: readonly LotPart[]) => drawLot("delegates", parts, 3, sha256);

  test("everyone's shares can be checked before anything is revealed; a wrong share is found", () => {
    for (const d of deals) d.shares.forEach((s, i) => expect(checkShare(d.commitment, i + 1, s)).toBe(true));
    expect(checkShare(deals[0]!.commitment, 2, deals[0]!.shares[0]!)).toBe(false);
  });
  test("whoever keeps silent, or opens falsely, is opened by the others, and the draw is the same", () => {
    const open = draw(all);
    expect(open.ok).toBe(true);
    for (let silent = 0; silent < 4; silent++) {
      for (const secret of [undefined, "1234"]) {
        const shares = [1, 2, 3, 4]
          .filter((h) => h !== silent + 1)
          .map((h) => [h, deals[silent]!.shares[h - 1]!] as const);
        const parts = all.map((p, i) =>
          i === silent ? { id: p.id, commitment: p.commitment, ...(secret ? { secret } : {}), shares } : p,
        );
        const again = draw(parts.reverse());
        expect(again.ok && open.ok && again.value.seed === open.value.seed).toBe(true);
        expect(again.ok && again.value.opened.filter((o) => o.by === "others").map((o) => o.id)).toEqual([
          all[silent]!.id,
        ]);
      }
    }
  });
  test("too few shares, an id twice, one person alone are refused", () => {
    const shares = [
      [1, deals[3]!.shares[0]!],
      [2, deals[3]!.shares[1]!],
      [2, deals[3]!.shares[1]!],
      [3, "ff"],
    ] as const;
    expect(draw([...all.slice(0, 3), { id: "dia", commitment: deals[3]!.commitment, shares }])).toMatchObject({
      ok: false,
      rule: "T-2",
      code: "not-opened",
      facts: { id: "dia", shares: 2 },
    });
    expect(draw([...all, all[0]!])).toMatchObject({ code: "person-twice" });
    expect(draw(all.slice(0, 1))).toMatchObject({ code: "too-few-people" });
  });
  test("a seed gives the same choice to everyone, and each about as often as another", () => {
    const names = ["a", "b", "c", "d", "e"];
    expect(chooseByLot(names, 2, "seed", sha256)).toEqual(chooseByLot(names, 2, "seed", sha256));
    const first = new Array<number>(5).fill(0);
    for (let i = 0; i < 2000; i++) first[chooseByLot(names, 1, `s${i}`, sha256)[0]!]!++;
    for (const n of first) expect(Math.abs(n - 400)).toBeLessThan(90);
  });
  test("a tie settled by lot names its seed", () => {
    const r = countProfile(
      profileOf(
        ["A", "B"],
        1,
        papers([
          [1, [0]],
          [1, [1]],
        ]),
      ),
      "plurality",
      { lotSeed: "x", sha256 },
    );
    expect(r.ties).toMatchObject([{ by: "lot", tied: [0, 1] }]);
    expect(r.tieBreak).toMatchObject({ otherwise: "lot", seed: "x" });
  });
});

describe("candidates", () => {
  test("reopen nominations: whoever stands behind it isn't elected, seats stay open", () => {
    const list: Candidate[] = [{ name: "A" }, { name: "B" }, { name: "Reopen", reopen: true }];
    for (const rule of ["scottish-stv", "approval", "schulze", "seq-phragmen"] as const) {
      const r = countProfile(
        profileOf(
          list,
          2,
          papers([
            [5, [0]],
            [4, [2]],
            [1, [1]],
          ]),
        ),
        rule,
      );
      expect(r.winners, rule).toEqual([0]);
      expect(r, rule).toMatchObject({ unfilled: 1 });
      expect(r.remarks).toContain("reopened");
    }
  });
  test("uncontested, too few, withdrawn; nobody is elected by blank papers", () => {
    const r = countProfile(
      profileOf(
        ["A", "B", { name: "C", withdrawn: true }],
        3,
        papers([
          [2, [2, 1]],
          [1, [0]],
        ]),
      ),
      "scottish-stv",
    );
    expect(r.winners).toEqual([1, 0]);
    expect(r.remarks).toEqual(["too-few-candidates", "uncontested"]);
    expect(r).toMatchObject({ unfilled: 1, withdrawn: [2] });
    const none = countProfile(profileOf(["A", "B"], 1, [{ count: 3, ranks: [] }]), "irv");
    expect(none).toMatchObject({
      winners: [],
      unfilled: 1,
      remarks: ["no-valid-papers"],
      papers: { total: 3, blank: 3 },
    });
  });
  test("elected twice: the stated choice, else the order of contests; the other is counted again", () => {
    const profile = profileOf(
      ["Ana", "Ben"],
      1,
      papers([
        [3, [0, 1]],
        [1, [1, 0]],
      ]),
    );
    const contests = [
      { name: "chair", profile, ids: ["ana", "ben"], rule: "irv" as const },
      { name: "treasurer", profile, ids: ["ana", "ben"], rule: "irv" as const },
    ];
    expect(countContests(contests).results.map((r) => r.winners)).toEqual([[0], [1]]);
    const chosen = countContests(contests, new Map([["ana", [1]]]));
    expect(chosen.results.map((r) => r.winners)).toEqual([[1], [0]]);
    expect(chosen.steps).toEqual([{ id: "ana", keeps: 1, leaves: [0], by: "stated-choice" }]);
  });
  test("quotas for groups: at least one, at most one", () => {
    const list: Candidate[] = ["A", "B", "C"].map((name) => ({ name, groups: ["day"] }));
    const profile = profileOf(
      [...list, { name: "D", groups: ["night"] }],
      2,
      papers([
        [5, [0, 1]],
        [4, [1, 0]],
        [3, [2, 0]],
        [1, [3]],
      ]),
    );
    for (const rule of [
      "scottish-stv",
      "wigm-stv",
      "meek-stv",
      "irv",
      "plurality",
      "schulze",
      "seq-phragmen",
      "seq-pav",
      "equal-shares",
    ] as const) {
      expect(countProfile(profile, rule, { groups: [{ group: "night", min: 1 }] }).winners, rule).toContain(3);
      expect(countProfile(profile, rule, { groups: [{ group: "day", max: 1 }] }).winners, rule).toContain(3);
    }
    expect(countProfile(profile, "scottish-stv", { groups: [{ group: "night", min: 2 }] }).remarks).toContain(
      "groups-unmet",
    );
  });
  test("equal shares with money: what is paid, what is left, what the completion adds", () => {
    const projects = [
      { name: "bench", cost: 40 },
      { name: "lamp", cost: 30 },
      { name: "stage", cost: 90 },
    ];
    const marked = (list: readonly (readonly [number, readonly number[]])[]): Paper[] =>
      list.map(([count, r]) => ({ count, ranks: [r] }));
    const profile = profileOf(
      projects,
      1,
      marked([
        [6, [0, 1]],
        [4, [2]],
      ]),
      { form: "marked", budget: 100 },
    );
    // Each of ten has 10. Six pay 40 for the bench (6⅔ each), then have 20 in all: not enough for the lamp. Four have 40: not enough for the stage.
    expect(countProfile(profile, "equal-shares", { completion: "none" }).winners).toEqual([0]);
    const greedy = countProfile(profile, "equal-shares");
    expect(greedy.winners).toEqual([0, 1]);
    expect(greedy.stages.at(-1)).toMatchObject({ subject: 1, rest: "30" });
  });
});

describe("explaining", () => {
  const profile = profileOf(
    ["Left", "Centre", "Right"],
    1,
    papers([
      [10, [0, 1]],
      [6, [1, 2]],
      [9, [2, 1]],
    ]),
  );
  test("two rules side by side: where and why they part", () => {
    const c = compareRules(profile, "plurality", "schulze");
    expect(c.agreement).toBe("differ");
    expect(c.pairs).toEqual([{ x: 0, y: 1, xOverY: 10, yOverX: 15, firstX: 10, firstY: 6, markedX: 10, markedY: 25 }]);
    expect(compareRules(profile, "schulze", "ranked-pairs").agreement).toBe("same");
    const stv = compareRules(profile, "irv", "plurality");
    expect(stv.parting).toEqual({
      a: { stage: 2, done: "excluded", candidate: 1 },
      b: { stage: 2, done: "elected", candidate: 0 },
    });
  });
  test("a paper's own way", () => {
    const { steps } = countAndTrace(profile, "irv", 1);
    expect(steps).toEqual([
      { stage: 1, kind: "counts-for", candidate: 1, amount: "1" },
      { stage: 2, kind: "moves", candidate: 1, other: 2, amount: "1" },
    ]);
    const stv = profileOf(
      ["A", "B", "C", "D"],
      2,
      papers([
        [7, [0, 1]],
        [1, [2, 1]],
        [2, [3]],
      ]),
    );
    expect(countAndTrace(stv, "scottish-stv", 0).steps).toEqual([
      { stage: 1, kind: "counts-for", candidate: 0, amount: "1.00000" },
      { stage: 2, kind: "moves", candidate: 0, other: 1, amount: "0.42857" },
    ]);
  });
});
