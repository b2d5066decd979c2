/**
 * Every profile of four voters and three candidates, counted a second time by the plainest code that
 * follows each definition paper by paper. Papers are alike here, so profiles are multisets.
 */
import { describe, expect, test } from "vitest";
import { countProfile } from "./count.ts";
import { add, compare, div, type Fraction, fraction, mul, ONE, sub, ZERO } from "./fraction.ts";
import { type Paper, profileOf } from "./profile.ts";

const NAMES = ["A", "B", "C"];
const C = [0, 1, 2];

/** Every ranking of one, two or three of the three. */
const RANKINGS: number[][] = C.flatMap((a) => [
  [a],
  ...C.filter((b) => b !== a).flatMap((b) => [
    [a, b],
    [a, b, 3 - a - b],
  ]),
]);
/** Every non-empty set of the three. */
const SETS: number[][] = Array.from({ length: 7 }, (_, m) => C.filter((c) => ((m + 1) >> c) & 1));

/** All multisets of four out of `kinds`. */
function multisets<T>(kinds: readonly T[]): T[][] {
  const out: T[][] = [];
  const go = (from: number, list: T[]): void => {
    if (list.length === 4) {
      out.push(list);
      return;
    }
    for (let i = from; i < kinds.length; i++) go(i, [...list, kinds[i]!]);
  };
  go(0, []);
  return out;
}

const ranked = multisets(RANKINGS);
const approved = multisets(SETS);
const papers = (list: readonly number[][]): Paper[] => list.map((r) => ({ count: 1, ranks: r.map((c) => [c]) }));
const marked = (list: readonly number[][]): Paper[] => list.map((r) => ({ count: 1, ranks: [r] }));
const bestFirst = (score: (c: number) => number): number[] => [...C].sort((a, b) => score(b) - score(a) || a - b);

describe("rankings: every profile of four voters, three candidates", () => {
  test(`there are ${ranked.length} of them`, () => expect(ranked.length).toBe(3060));

  test("plurality, score", () => {
    for (const p of ranked) {
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "plurality").winners).toEqual(
        bestFirst((c) => p.filter((r) => r[0] === c).length).slice(0, 1),
      );
      const points = (c: number): number => p.reduce((s, r) => s + (r.includes(c) ? 2 - r.indexOf(c) : 0), 0);
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "score").winners).toEqual(bestFirst(points).slice(0, 1));
    }
  });

  test("instant run-off", () => {
    for (const p of ranked)
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "irv").winners, JSON.stringify(p)).toEqual([irv(p)]);
  });

  test("Schulze by all paths; ranked pairs by plain locking", () => {
    for (const p of ranked) {
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "schulze").winners, JSON.stringify(p)).toEqual([schulze(p)]);
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "ranked-pairs").winners, JSON.stringify(p)).toEqual([
        tideman(p),
      ]);
    }
  });

  test("STV for two seats: Scottish, exact Gregory", () => {
    for (const p of ranked) {
      expect(countProfile(profileOf(NAMES, 2, papers(p)), "scottish-stv").winners, JSON.stringify(p)).toEqual(
        stv(p, 2, "scottish"),
      );
      expect(countProfile(profileOf(NAMES, 2, papers(p)), "wigm-stv").winners, JSON.stringify(p)).toEqual(
        stv(p, 2, "exact"),
      );
    }
  });

  test("majority judgment, ranks as grades", () => {
    for (const p of ranked) {
      const worst = Math.max(2, Math.max(...p.map((r) => r.length)) + 1) - 1;
      const list = (c: number): number[] => p.map((r) => (r.includes(c) ? r.indexOf(c) : worst)).sort((a, b) => a - b);
      const value = (c: number): string => {
        const left = list(c);
        let text = "";
        while (left.length > 0) text += 9 - left.splice(Math.floor(left.length / 2), 1)[0]!;
        return text;
      };
      const want = [...C].sort((a, b) => (value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : a - b))[0];
      expect(countProfile(profileOf(NAMES, 1, papers(p)), "majority-judgment").winners, JSON.stringify(p)).toEqual([
        want,
      ]);
    }
  });
});

describe("approvals: every profile of four voters, three candidates", () => {
  test("approval, block with two marks", () => {
    for (const p of approved) {
      expect(countProfile(profileOf(NAMES, 2, marked(p)), "approval").winners).toEqual(
        bestFirst((c) => p.filter((s) => s.includes(c)).length).slice(0, 2),
      );
      const valid = p.filter((s) => s.length <= 2);
      const want = valid.length === 0 ? [] : bestFirst((c) => valid.filter((s) => s.includes(c)).length).slice(0, 2);
      expect(countProfile(profileOf(NAMES, 2, marked(p)), "block").winners).toEqual(want);
    }
  });

  test("sequential Phragmén, sequential PAV, equal shares for two seats", () => {
    for (const p of approved) {
      const profile = profileOf(NAMES, 2, marked(p));
      expect(countProfile(profile, "seq-phragmen").winners, JSON.stringify(p)).toEqual(phragmen(p, 2));
      expect(countProfile(profile, "seq-pav").winners, JSON.stringify(p)).toEqual(pav(p, 2));
      expect(countProfile(profile, "equal-shares", { completion: "none" }).winners, JSON.stringify(p)).toEqual(
        equalShares(p, 2),
      );
    }
  });
});

function irv(p: readonly number[][]): number {
  const out: number[] = [];
  const history: number[][] = [];
  for (;;) {
    const top = p.map((r) => r.find((c) => !out.includes(c))).filter((c) => c !== undefined);
    const votes = C.map((c) => top.filter((t) => t === c).length);
    history.push(votes);
    const inn = C.filter((c) => !out.includes(c));
    const win = inn.find((c) => votes[c]! * 2 > top.length);
    if (win !== undefined) return win;
    if (inn.length === 1) return inn[0]!;
    let low = inn.filter((c) => votes[c] === Math.min(...inn.map((d) => votes[d]!)));
    for (let h = history.length - 2; h >= 0 && low.length > 1; h--)
      low = low.filter((c) => history[h]![c] === Math.min(...low.map((d) => history[h]![d]!)));
    out.push(Math.max(...low));
  }
}

function pairs(p: readonly number[][]): number[][] {
  const place = (r: readonly number[], c: number): number => (r.includes(c) ? r.indexOf(c) : 9);
  return C.map((a) => C.map((b) => p.filter((r) => place(r, a) < place(r, b)).length));
}

function schulze(p: readonly number[][]): number {
  const d = pairs(p);
  const link = (a: number, b: number): number => (d[a]![b]! > d[b]![a]! ? d[a]![b]! * 10 + 9 - d[b]![a]! : 0);
  const path = (a: number, b: number): number =>
    Math.max(link(a, b), ...C.filter((x) => x !== a && x !== b).map((x) => Math.min(link(a, x), link(x, b))));
  return C.find((a) => C.every((b) => a === b || path(a, b) >= path(b, a)))!;
}

function tideman(p: readonly number[][]): number {
  const d = pairs(p);
  const wins = C.flatMap((a) => C.filter((b) => d[a]![b]! > d[b]![a]!).map((b) => [a, b] as const));
  wins.sort(
    ([a, b], [x, y]) => d[x]![y]! - d[y]![x]! - (d[a]![b]! - d[b]![a]!) || d[x]![y]! - d[a]![b]! || a - x || y - b,
  );
  const locked: (readonly [number, number])[] = [];
  const leads = (a: number, b: number): boolean => locked.some(([x, y]) => x === a && (y === b || leads(y, b)));
  for (const [a, b] of wins) if (!leads(b, a)) locked.push([a, b]);
  return C.find((c) => !locked.some(([, b]) => b === c))!;
}

function stv(p: readonly number[][], seats: number, kind: "scottish" | "exact"): number[] {
  const cut = (f: Fraction): Fraction => (kind === "exact" ? f : fraction((f.n * 100_000n) / f.d, 100_000n));
  const quota = kind === "exact" ? fraction(p.length, seats + 1) : fraction(Math.floor(p.length / (seats + 1)) + 1);
  const reached = (v: Fraction): boolean => (kind === "exact" ? compare(v, quota) > 0 : compare(v, quota) >= 0);
  const state = C.map(() => "in");
  const at: (number | undefined)[] = p.map((r) => r[0]);
  const value = p.map(() => ONE);
  const votes = C.map((c) => fraction(p.filter((r) => r[0] === c).length));
  const elected: number[] = [];
  const history: Fraction[][] = [];
  const by = (list: number[]): number[] => list.sort((a, b) => compare(votes[b]!, votes[a]!) || a - b);
  const narrow = (list: number[], low: boolean): number => {
    let left = list;
    if (kind === "scottish") {
      for (let h = history.length - 2; h >= 0 && left.length > 1; h--) {
        const best = left.reduce((a, b) => (compare(history[h]![b]!, history[h]![a]!) * (low ? -1 : 1) > 0 ? b : a));
        left = left.filter((c) => compare(history[h]![c]!, history[h]![best]!) === 0);
      }
    }
    return low ? Math.max(...left) : Math.min(...left);
  };
  const extreme = (list: number[], low: boolean): number[] => {
    const best = list.reduce((a, b) => (compare(votes[b]!, votes[a]!) * (low ? -1 : 1) > 0 ? b : a));
    return list.filter((c) => compare(votes[c]!, votes[best]!) === 0);
  };
  const move = (from: number, of: (v: Fraction) => Fraction): void => {
    p.forEach((r, i) => {
      if (at[i] !== from) return;
      value[i] = of(value[i]!);
      at[i] = r.slice(r.indexOf(from) + 1).find((c) => state[c] === "in");
      if (at[i] !== undefined) votes[at[i]!] = add(votes[at[i]!]!, value[i]!);
    });
  };
  for (;;) {
    history.push([...votes]);
    for (const c of by(C.filter((k) => state[k] === "in" && reached(votes[k]!)))) {
      if (elected.length === seats) continue;
      elected.push(c);
      state[c] = compare(votes[c]!, quota) > 0 ? "pending" : "done";
    }
    const inn = C.filter((c) => state[c] === "in");
    if (elected.length === seats) return elected;
    if (inn.length <= seats - elected.length) return [...elected, ...by(inn)];
    const pending = C.filter((c) => state[c] === "pending");
    if (pending.length > 0) {
      const from = narrow(extreme(pending, false), false);
      const [total, surplus] = [votes[from]!, sub(votes[from]!, quota)];
      state[from] = "done";
      move(from, (v) => cut(div(mul(v, surplus), total)));
      votes[from] = quota;
    } else {
      const out = narrow(extreme(inn, true), true);
      state[out] = "out";
      if (inn.length - 1 > seats - elected.length) {
        move(out, (v) => v);
        votes[out] = ZERO;
      }
    }
  }
}

/** Everyone earns money evenly; whoever's supporters first hold 1 is bought. */
function phragmen(p: readonly number[][], seats: number): number[] {
  const money = p.map(() => ZERO);
  const elected: number[] = [];
  while (elected.length < seats) {
    const wait = (c: number): Fraction | undefined => {
      const group = p.flatMap((s, i) => (s.includes(c) ? [i] : []));
      if (group.length === 0) return undefined;
      return div(
        sub(
          ONE,
          group.reduce((sum, i) => add(sum, money[i]!), ZERO),
        ),
        fraction(group.length),
      );
    };
    const open = C.filter((c) => !elected.includes(c));
    const best = open.reduce((a, b) => {
      const [x, y] = [wait(a), wait(b)];
      return y && (!x || compare(y, x) < 0) ? b : a;
    });
    const t = wait(best);
    if (t) p.forEach((s, i) => (money[i] = s.includes(best) ? ZERO : add(money[i]!, t)));
    elected.push(best);
  }
  return elected;
}

function pav(p: readonly number[][], seats: number): number[] {
  const elected: number[] = [];
  while (elected.length < seats) {
    const score = (c: number): Fraction =>
      p
        .filter((s) => s.includes(c))
        .reduce((sum, s) => add(sum, fraction(1, 1 + s.filter((e) => elected.includes(e)).length)), ZERO);
    elected.push(C.filter((c) => !elected.includes(c)).reduce((a, b) => (compare(score(b), score(a)) > 0 ? b : a)));
  }
  return elected;
}

function equalShares(p: readonly number[][], seats: number): number[] {
  const money = p.map(() => fraction(seats, p.length));
  const elected: number[] = [];
  for (;;) {
    const price = (c: number): Fraction | undefined => {
      const group = p.flatMap((s, i) => (s.includes(c) ? [money[i]!] : [])).sort(compare);
      let left = ONE;
      for (let k = 0; k < group.length; k++) {
        const even = div(left, fraction(group.length - k));
        if (compare(group[k]!, even) >= 0) return even;
        left = sub(left, group[k]!);
      }
      return undefined;
    };
    const open = C.filter((c) => !elected.includes(c) && price(c));
    if (open.length === 0 || elected.length === seats) return elected;
    const best = open.reduce((a, b) => (compare(price(b)!, price(a)!) < 0 ? b : a));
    const each = price(best)!;
    p.forEach((s, i) => {
      if (s.includes(best)) money[i] = compare(money[i]!, each) <= 0 ? ZERO : sub(money[i]!, each);
    });
    elected.push(best);
  }
}
