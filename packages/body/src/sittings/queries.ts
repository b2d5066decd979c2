/** Questions to the sittings: whether one is open, when it ended, what its tellers counted. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Headcount, Sitting } from "./part.ts";

/** A sitting that nobody closed is over after this time, in ms (G-6). */
export const SITTING_MS = 24 * 3600_000;

/** When a sitting ended, if it ended by `at` (G-4, G-6). */
export function sittingEnd(sitting: Sitting, at: Millis): Millis | undefined {
  if (sitting.closed !== undefined) return sitting.closed;
  return sitting.opened + SITTING_MS <= at ? sitting.opened + SITTING_MS : undefined;
}

/** The sitting if it is open at `at`. Refuses G-5. */
export function openSitting(state: State, id: ActId, at: Millis): Result<Sitting> {
  const sitting = state.sittings.sittings.get(id);
  if (!sitting) return refuse("G-5", "no-such-sitting");
  const ended = sittingEnd(sitting, at);
  return ended === undefined ? ok(sitting) : refuse("G-5", "sitting-over", { ended });
}

/** Sittings open at `at`, oldest first. */
export function openSittings(state: State, at: Millis): Sitting[] {
  return [...state.sittings.sittings.values()].filter((s) => sittingEnd(s, at) === undefined);
}

/** What a sitting's tellers counted, side by side (G-7). */
export interface Headcounts {
  readonly counts: readonly Headcount[];
  readonly agree: "none" | "one" | "agree" | "differ";
  readonly least: number;
  readonly most: number;
}

/** The headcounts of a sitting: each teller's latest; nothing is averaged (G-7). */
export function headcounts(sitting: Sitting): Headcounts {
  const counts = [...sitting.counts.values()];
  const present = counts.map((c) => c.present);
  const least = Math.min(...present);
  const most = Math.max(...present);
  const agree = counts.length === 0 ? "none" : counts.length === 1 ? "one" : least === most ? "agree" : "differ";
  return { counts, agree, least: counts.length ? least : 0, most: counts.length ? most : 0 };
}

/** Is this member the opener or one of the tellers of the sitting? */
export function runs(sitting: Sitting, member: MemberId): boolean {
  return sitting.opener === member || sitting.tellers.includes(member);
}
