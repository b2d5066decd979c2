/**
 * Several contests of one election, in which a person may stand more than once. Who is elected in
 * two keeps the one they said they prefer, or else the one that comes first in the declared order of
 * contests; the other is counted again as if they had withdrawn, on the same papers. Each step is kept.
 */
import { countProfile, type CountOptions } from "./count.ts";
import type { Profile } from "./profile.ts";
import type { CountResult, RuleId } from "./result.ts";

/** One contest; `ids[c]` says who candidate c is across contests. */
export interface Contest {
  readonly name: string;
  readonly profile: Profile;
  readonly ids: readonly string[];
  readonly rule: RuleId;
  readonly options?: CountOptions;
}

/** One decision about somebody elected twice. */
export interface TwiceStep {
  readonly id: string;
  readonly keeps: number;
  readonly leaves: readonly number[];
  readonly by: "stated-choice" | "order-of-contests";
}

/** The results in the order of the contests, and what was decided on the way. */
export interface ContestsResult {
  readonly results: readonly CountResult[];
  readonly steps: readonly TwiceStep[];
}

/** Counts all contests. `choices` holds stated preferences: id to contest numbers, best first. */
export function countContests(
  contests: readonly Contest[],
  choices: ReadonlyMap<string, readonly number[]> = new Map(),
): ContestsResult {
  const profiles = contests.map((c) => c.profile);
  const steps: TwiceStep[] = [];
  const count = (k: number): CountResult => countProfile(profiles[k]!, contests[k]!.rule, contests[k]!.options);
  const results = contests.map((_, k) => count(k));
  // Each step withdraws somebody somewhere for good, so this ends.
  for (;;) {
    const places = new Map<string, number[]>();
    results.forEach((r, k) =>
      r.winners.forEach((c) => places.set(contests[k]!.ids[c]!, [...(places.get(contests[k]!.ids[c]!) ?? []), k])),
    );
    const twice = [...places].filter(([, list]) => list.length > 1).sort((a, b) => (a[0] < b[0] ? -1 : 1))[0];
    if (!twice) return { results, steps };
    const [id, list] = twice;
    const stated = choices.get(id)?.find((k) => list.includes(k));
    const keeps = stated ?? Math.min(...list);
    const leaves = list.filter((k) => k !== keeps);
    steps.push({ id, keeps, leaves, by: stated === undefined ? "order-of-contests" : "stated-choice" });
    for (const k of leaves) {
      const profile = profiles[k]!;
      profiles[k] = {
        ...profile,
        candidates: profile.candidates.map((c, i) => (contests[k]!.ids[i] === id ? { ...c, withdrawn: true } : c)),
      };
      results[k] = count(k);
    }
  }
}
