/**
 * Held against `belenios-tool method stv|schulze|majority-judgment` (Debian) on random papers. Its STV
 * elects one at a time and takes the whole quota; its Schulze parts winning votes by losing votes;
 * its majority judgment takes the upper of two middles (docs/decisions/count-*.md).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { countProfile } from "./count.ts";
import { type Paper, profileOf } from "./profile.ts";

beforeAll(() => {
  const there = (): boolean => spawnSync("belenios-tool", ["--version"]).status === 0;
  if (!there())
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "belenios-tool"], { timeout: 120_000 });
  if (!there()) throw new Error("belenios-tool is missing: install it with `apt-get install belenios-tool`.");
}, 150_000);

function ask(args: readonly string[], ballots: readonly (readonly number[])[]): { winners: number[] & number[][] } {
  return JSON.parse(
    execFileSync("belenios-tool", ["method", ...args], { input: JSON.stringify(ballots), encoding: "utf8" }),
  ) as { winners: number[] & number[][] };
}

/** mulberry32: reproducible. */
function generator(seed: number): (n: number) => number {
  let s = seed;
  return (n) => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `C${i}`);

/** belenios' ballots (rank of each choice, 0 for none) as papers. */
function asPapers(ballots: readonly (readonly number[])[]): Paper[] {
  return ballots.map((b) => ({
    count: 1,
    ranks: Array.from({ length: Math.max(0, ...b) }, (_, r) => b.flatMap((rank, c) => (rank === r + 1 ? [c] : []))),
  }));
}

test("STV: one at a time, exact fractions, whole quota: the same winners on 60 random elections", () => {
  for (let round = 0; round < 60; round++) {
    const random = generator(1000 + round);
    const n = 3 + random(5);
    const seats = 1 + random(Math.min(3, n - 1));
    const ballots = Array.from({ length: 5 + random(60) }, () => {
      const order = Array.from({ length: n }, (_, i) => i).sort(() => random(3) - 1);
      const ballot = new Array<number>(n).fill(0);
      order.slice(0, 1 + random(n)).forEach((c, i) => (ballot[c] = i + 1));
      return ballot;
    });
    const theirs = ask(["stv", `--nseats=${seats}`], ballots).winners;
    // belenios doesn't know candidates whom no paper names.
    const candidates = names(n).map((name, c) =>
      ballots.some((b) => b[c]! > 0) ? { name } : { name, withdrawn: true },
    );
    const ours = countProfile(profileOf(candidates, seats, asPapers(ballots)), "wigm-stv", {
      electing: "highest",
      quota: "whole",
    });
    expect([...ours.winners].sort(), `round ${round}`).toEqual([...theirs].sort());
  }
}, 240_000);

test("Schulze: the same order on 40 random elections with equal and missing ranks", () => {
  for (let round = 0; round < 40; round++) {
    const random = generator(5000 + round);
    const n = 2 + random(6);
    const ballots = Array.from({ length: 1 + random(40) }, () => Array.from({ length: n }, () => random(n + 1)));
    const theirs = ask(["schulze", "--blank-allowed=true", `--nchoices=${n}`], ballots).winners as number[][];
    const ours = countProfile(profileOf(names(n), n, asPapers(ballots)), "schulze");
    if (ours.papers.valid === 0) continue;
    const order = ours.stages.find((s) => s.kind === "order")!.order!;
    expect(
      order.map((p) => [...p].sort()),
      `round ${round}`,
    ).toEqual(theirs.map((p) => [...p].sort()));
  }
}, 240_000);

test("majority judgment: the same order on 40 random elections, told to take the upper middle", () => {
  let differ = 0;
  for (let round = 0; round < 40; round++) {
    const random = generator(9000 + round);
    const n = 2 + random(5);
    const grades = 2 + random(5);
    const ballots = Array.from({ length: 1 + random(30) }, () => Array.from({ length: n }, () => 1 + random(grades)));
    const theirs = ask(
      ["majority-judgment", "--blank-allowed=false", `--nchoices=${n}`, `--ngrades=${grades}`],
      ballots,
    ).winners as number[][];
    const profile = profileOf(names(n), n, asPapers(ballots), { form: "graded", grades });
    const order = (middle: "lower" | "upper"): readonly (readonly number[])[] =>
      countProfile(profile, "majority-judgment", { middle }).stages.find((s) => s.kind === "order")!.order!;
    expect(
      order("upper").map((p) => [...p].sort()),
      `round ${round}`,
    ).toEqual(theirs.map((p) => [...p].sort()));
    if (JSON.stringify(order("lower")) !== JSON.stringify(order("upper"))) differ++;
  }
  // The difference is real: with the rule's lower middle some orders come out otherwise.
  expect(differ).toBeGreaterThan(0);
}, 240_000);
