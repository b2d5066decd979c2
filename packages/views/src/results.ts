/** A declared result with the numbers that its sentence needs. */
import type { Counts, State } from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";

export type Vote = State["votes"]["votes"] extends Map<ActId, infer V> ? V : never;

/** The result with the numbers that its sentence needs. */
export interface ResultShown {
  readonly id: ActId;
  readonly at: Millis;
  readonly outcome: NonNullable<Vote["result"]>["outcome"];
  readonly counts: Counts;
  /** All who may vote, when the vote was called. */
  readonly whole: number;
  /** Headcount, at a sitting. */
  readonly present?: number;
  /** Present (or entitled, on devices) and took no position. */
  readonly none: number;
  /** It decides nothing (G-28, B-3). */
  readonly opinion?: true;
}

/** The numbers of a declared result. */
export function resultShown(vote: Vote): ResultShown | undefined {
  const r = vote.result;
  if (!r) return undefined;
  const taken = Object.values(r.counts).reduce((a, b) => a + b, 0);
  return {
    id: r.id,
    at: r.at,
    outcome: r.outcome,
    counts: r.counts,
    whole: r.whole,
    ...(r.present === undefined ? {} : { present: r.present }),
    none: Math.max(0, (r.present ?? r.whole) - taken),
    ...(r.opinion ? { opinion: true as const } : {}),
  };
}
