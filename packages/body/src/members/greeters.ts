/** Who greets (M-25): the list that was drawn beforehand, and the lot that draws it. Read-only. */
import { type MemberId, type Millis, ok, refuse, type Result, type Sha256 } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isSecretOf, offers } from "../votes/lot.ts";
import type { GreetDraw, Greeters } from "./part.ts";
import { HALF_YEAR_MS } from "./sponsors.ts";
import { hasVote, rollSize } from "./standing.ts";

/** So long those who offered have to reveal, in ms (M-25). */
export const REVEAL_MS = 2 * 24 * 3600_000;
/** So many greet at least, and so many must have offered at least (M-25). */
export const GREETERS_LEAST = 3;
/** One part in so many of the roll must have offered; and never more than so many (M-25). */
const OFFERS_OF = 5;
const OFFERS_MOST = 100;

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

/** Who would take part in a lot that is drawn at `at`: all who offered to count, less who left one incomplete. */
export function couldGreet(state: State, at: Millis): MemberId[] {
  const missed = missedAt(state, at);
  return [...state.votes.offers.keys()].filter((m) => offers(state, m, at) && !missed.has(m));
}

/** Who left a lot incomplete, each with until when they are left out of the next: half a year (M-25). */
export function missedAt(state: State, at: Millis): Map<MemberId, Millis> {
  const { draw, missed } = state.members.greeting;
  const out = new Map([...missed].filter(([, until]) => until > at));
  const over = draw && draw.at + REVEAL_MS;
  if (!draw || over === undefined || at < over) return out;
  for (const m of draw.pool.keys())
    if (!draw.secrets.has(m) && over + HALF_YEAR_MS > at) out.set(m, over + HALF_YEAR_MS);
  return out;
}

/** A lot that ran out incomplete serves for so long for drawing among those who revealed, in ms (M-25). */
export const SERVES_MS = 30 * 24 * 3600_000;

/**
 * The lot that ran out incomplete, if it is to be drawn among those who revealed (M-25): three at least, and half of
 * those who took part. So nobody keeps a list from being drawn by not revealing.
 */
export function revealedLot(state: State, at: Millis): GreetDraw | undefined {
  const { draw } = state.members.greeting;
  if (!draw || at < draw.at + REVEAL_MS || at >= draw.at + REVEAL_MS + SERVES_MS) return undefined;
  const has = draw.secrets.size;
  return has >= GREETERS_LEAST && 2 * has >= draw.pool.size ? draw : undefined;
}

/** So many must have offered before anybody is drawn (M-25): a fifth of the roll, three at least; a hundred are always enough. */
export function offersNeeded(state: State, at: Millis): number {
  return Math.min(OFFERS_MOST, Math.max(GREETERS_LEAST, Math.ceil(rollSize(state, at) / OFFERS_OF)));
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
  if (revealedLot(state, at)) return ok(true);
  const could = couldGreet(state, at).length;
  const least = offersNeeded(state, at);
  return could >= least ? ok(true) : refuse("M-25", "too-few-offered", { least, offered: could });
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
