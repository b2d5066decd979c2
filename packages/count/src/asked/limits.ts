/** How much a server counts for whoever asks (rule T-3), and what it hands to its counting thread. */
import type { Result, Sha256 } from "@nabat/kernel";
import { type CountJob, type CountLimits, type Counted, runJob } from "../job.ts";

/** The most bytes of papers. */
export const MOST_BYTES = 6_000_000;
/** The most different papers, options and grades, and the longest name: every page of a count stays one that a phone can show. */
export const LIMITS: CountLimits = { papers: 200_000, options: 100, grades: 101, name: 300 };
/** The longest count, in milliseconds. */
export const MOST_MS = 10_000;
/** The most seats; beyond them no list of options fits anyway. */
export const MOST_SEATS = 1_000;

/** A count as it is asked for. */
export interface CountAsked {
  readonly job: CountJob;
  readonly bytes: Uint8Array;
}

/** Counts in this thread, within the limits; refuses what `runJob` refuses. */
export function countNow({ job, bytes }: CountAsked, sha256: Sha256): Result<Counted> {
  return runJob(bytes, job, sha256, LIMITS);
}
