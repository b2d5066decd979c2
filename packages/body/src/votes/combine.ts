/**
 * Adding up the parts of a vote where their tellers differ (V-35, G-42): every way of believing one
 * teller a part is tried; only if the outcome is the same under all of them is there a result.
 */
import type { Counts } from "./acts.ts";
import type { Figures } from "./outcome.ts";
import type { TellerTally, Vote } from "./part.ts";
import type { Part } from "./parts.ts";
import { DEVICES } from "./sealed.ts";

/** More ways than this are not tried: then the tellers recount first. */
export const WAYS_MOST = 4096;

/** A sum of the parts under one way of believing their tellers. */
export interface Sum extends Figures {
  /** In a mixed vote: those that came from devices. */
  readonly devices?: Counts;
}

/**
 * All different sums, each with one teller's figures a part; `undefined` where there are too many.
 * `named`: the positions by name of a mixed vote, which everyone counts.
 */
export function combinations(vote: Vote, parts: readonly Part[], named?: Counts): Sum[] | undefined {
  const mixed = vote.mode === "mixed";
  const start: Sum = {
    counts: mixed && named ? named : {},
    present: mixed ? (vote.remotes ?? 0) : vote.mode === "count" ? vote.castCount : 0,
    whole: vote.whole,
    ...(mixed && named ? { devices: named } : {}),
  };
  let sums = new Map<string, Sum>([["", start]]);
  for (const part of parts) {
    const next = new Map<string, Sum>();
    for (const sum of sums.values()) for (const tally of part.tallies) addTo(next, plus(sum, part, tally));
    if (next.size > WAYS_MOST) return undefined;
    sums = next;
  }
  return [...sums.values()];
}

function addTo(sums: Map<string, Sum>, sum: Sum): void {
  sums.set(keyOf(sum), sum);
}

function plus(sum: Sum, part: Part, tally: TellerTally): Sum {
  return {
    ...sum,
    counts: added(sum.counts, tally.counts),
    present: sum.present + (tally.present ?? 0),
    ...(part.key === DEVICES ? { devices: tally.counts } : {}),
  };
}

/** Two counts added; an absent figure is nought. */
export function added(a: Counts, b: Counts): Counts {
  const out: Record<string, number> = { ...a };
  for (const [key, n] of Object.entries(b)) out[key] = (out[key] ?? 0) + n;
  return out;
}

function keyOf({ counts, present, devices }: Sum): string {
  const text = (c: Counts): string =>
    Object.keys(c)
      .sort()
      .filter((k) => c[k] !== 0)
      .map((k) => `${k}:${c[k]}`)
      .join();
  return `${text(counts)};${present};${devices ? text(devices) : ""}`;
}
