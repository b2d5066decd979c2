/**
 * Whose turn it is to call a vote outside a sitting, and for how long (V-18, V-70): its mover's alone for
 * a week, then anybody's for the shortest term. So nobody holds a matter up by calling it, nor by not calling it.
 */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isMember } from "../members/standing.ts";
import { talkedSince } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import type { VoteMode } from "./acts.ts";
import { needsOfVote } from "./changing-rules.ts";
import { TELLERS_MS } from "./lists.ts";

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long only who moved it, or opened the election, calls the vote, in ms (V-70). */
export const TURN_MS = 7 * DAY_MS;
/** A vote outside a sitting lasts at most so much longer than the least time, in ms (V-18). */
export const LONGEST_EXTRA_MS = 30 * DAY_MS;
/** The same for a vote that somebody else calls: room to fill in a form (V-70). */
export const SHORTEST_EXTRA_MS = HOUR_MS;

/** Seconds that a motion still lacks for a vote outside a sitting (V-16), and how many are asked. */
export function secondsOf(
  motion: Motion,
  state: State,
  roll: number,
  at: Millis,
): { readonly asked: number; readonly has: number } {
  const { seconds } = statutesNow(state, at).statutes.voting;
  return { asked: seconds > 0 ? askedOf(seconds, roll) : 0, has: motion.seconds.length };
}

/**
 * From when a vote on this motion may be called outside a sitting (V-12, V-16, V-17): once it was talked of,
 * had its notice and its seconds. `undefined` while seconds are missing. More of them change nothing.
 */
export function callableFrom(state: State, motion: Motion, roll: number, at: Millis): Millis | undefined {
  const { asked, has } = secondsOf(motion, state, roll, at);
  if (has < asked) return undefined;
  const { voting } = statutesNow(state, at).statutes;
  const needs = needsOfVote(state, motion, at);
  const talked = talkedSince(state, motion) + (needs ?? voting).discussionHours * HOUR_MS;
  const noticed = needs ? talkedSince(state, motion) + needs.noticeDays * DAY_MS : 0;
  return Math.max(talked, noticed, asked > 0 ? (motion.secondsAt[asked - 1] ?? 0) : 0);
}

/** A vote outside a sitting that somebody wants to call. */
export interface Turn {
  readonly by: MemberId;
  /** Who moved the motion, or opened the election. */
  readonly mover: MemberId;
  /** Since when it may be called. */
  readonly from: Millis;
  /** The least hours that it lasts once it is open. */
  readonly hours: number;
  /** Sealed positions open only when their tellers are known (V-52). */
  readonly mode: VoteMode;
  /** The hour at which it would close. */
  readonly closes?: Millis | undefined;
}

/** May `by` call it now, until that hour (V-18, V-70)? */
export function mayTakeTurn(state: State, { by, mover, from, hours, mode, closes }: Turn, at: Millis): Result<true> {
  const own = by === mover;
  // Nobody waits for a mover who is no member any more.
  if (!own && at < from + TURN_MS && isMember(state, mover, at))
    return refuse("V-70", "movers-week", { until: from + TURN_MS });
  if (closes === undefined) return refuse("V-18", "no-hour-of-closing");
  const least = at + (mode === "count" ? TELLERS_MS : 0) + hours * HOUR_MS;
  if (closes < least) return refuse("V-18", "too-short", { hours, least });
  if (!own && closes > least + SHORTEST_EXTRA_MS)
    return refuse("V-70", "shortest-term", { most: least + SHORTEST_EXTRA_MS });
  return closes > least + LONGEST_EXTRA_MS ? refuse("V-18", "too-long", { most: least + LONGEST_EXTRA_MS }) : ok(true);
}
