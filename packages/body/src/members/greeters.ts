/** Who greets (M-25): the list that was drawn beforehand, and the lot that draws it. Read-only. */
import { type MemberId, type Millis, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isSecretOf, LOT_LEAST, offers } from "../votes/lot.ts";
import type { GreetDraw, Greeters } from "./part.ts";
import { HALF_YEAR_MS } from "./sponsors.ts";
import { hasVote, rollSize } from "./standing.ts";

/** So long those who offered have to reveal, in ms (M-25). */
export const REVEAL_MS = 2 * 24 * 3600_000;
/** So many greet at least, where so many offered (M-25). */
export const GREETERS_LEAST = 3;

/** The list that holds at `at`: those of it who still have a vote. `undefined`: none was drawn in half a year, or nobody of it is left. */
export function greetersAt(state: State, at: Millis): Greeters | undefined {
  const { list } = state.members.greeting;
  if (!list || list.from > at || list.from + HALF_YEAR_MS <= at) return undefined;
  const members = list.members.filter((m) => hasVote(state, m, at));
  return members.length > 0 ? { ...list, members } : undefined;
}

/** The lot that waits for its secrets at `at`. */
export function drawWaiting(state: State, at: Millis): GreetDraw | undefined {
  const { draw } = state.members.greeting;
  return draw && at < draw.at + REVEAL_MS && draw.secrets.size < draw.pool.size ? draw : undefined;
}

/** Who would take part in a lot that is drawn at `at`: all who offered to count, less who left the last one incomplete. */
export function couldGreet(state: State, at: Millis): MemberId[] {
  const missed = missedAt(state, at);
  return [...state.votes.offers.keys()].filter((m) => offers(state, m, at) && !missed.includes(m));
}

/** Who didn't reveal in the last lot: they are left out of the next (M-25). */
export function missedAt(state: State, at: Millis): MemberId[] {
  const { draw, missed } = state.members.greeting;
  if (!draw) return missed;
  return at < draw.at + REVEAL_MS ? [] : [...draw.pool.keys()].filter((m) => !draw.secrets.has(m));
}

/** How many are drawn (M-25): three, or a tenth of the roll if that is more. */
export function greetersNeeded(state: State, at: Millis): number {
  return Math.max(GREETERS_LEAST, Math.ceil(rollSize(state, at) / 10));
}

/** May greeters be drawn at `at` (M-25)? */
export function mayDraw(state: State, at: Millis): Result<true> {
  const list = greetersAt(state, at);
  if (list) return refuse("M-25", "list-holds", { until: list.from + HALF_YEAR_MS });
  const draw = drawWaiting(state, at);
  if (draw) return refuse("M-25", "draw-waits", { until: draw.at + REVEAL_MS });
  const could = couldGreet(state, at).length;
  return could >= LOT_LEAST ? ok(true) : refuse("M-25", "too-few-offered", { least: LOT_LEAST, offered: could });
}

/** May `by` reveal their secret for the lot (M-25)? `secret` and `sha256` are left out where a page only asks whether it waits. */
export function mayRevealGreeter(
  state: State,
  by: MemberId,
  at: Millis,
  of?: { readonly draw: GreetDraw["id"]; readonly secret: string; readonly sha256: Sha256 },
): Result<GreetDraw> {
  const draw = drawWaiting(state, at);
  if (!draw || (of && of.draw !== draw.id) || !draw.pool.has(by) || draw.secrets.has(by))
    return refuse("M-25", "no-lot-waits");
  return !of || isSecretOf(draw, by, of.secret, of.sha256) ? ok(draw) : refuse("M-25", "not-the-secret");
}
