/** What it leads to that somebody misses their number, said before it is signed; and who counts once more (V-58 to V-60). */
import { byLists, decidingList, fateAt, lastRound, LOT_LEAST, type State } from "@nabat/body";
import { recountLot, takesComplaints } from "@nabat/body/votes/missing.ts";
import { makeDoubtful, missedIn, recounted, recountersNeeded } from "@nabat/body/votes/recount.ts";
import type { MemberId, Millis } from "@nabat/kernel";
import type { Vote } from "./results.ts";

/** How many could be drawn to count once more, and how many must be. */
export interface Drawable {
  readonly offered: number;
  readonly needed: number;
  readonly enough: boolean;
}

/**
 * `nothing`: nothing rests on this count. `lists`: lists differ, and one in which a number is missed doesn't decide.
 * `few`: the outcome couldn't be another. `many`: it is void at once. `drawn`: others are drawn. `void`: too few offered.
 * `joins`: others were drawn already. `void-anyway`: too few offered when somebody else said it.
 */
export interface MissLeads extends Drawable {
  readonly to: "nothing" | "lists" | "few" | "many" | "drawn" | "void" | "joins" | "void-anyway";
}

type Round = NonNullable<ReturnType<typeof lastRound>>;

/** Who of a lot that was begun could be drawn: not those who miss a number by now. */
export function drawableIn(vote: Vote, round: Round, me?: MemberId): Drawable {
  const out = (m: MemberId): boolean => m === me || round.complainants.includes(m);
  const offered = [...round.lot.pool.keys()].filter((m) => !out(m)).length;
  return drawable(vote, round.list, offered, round.lot.pool.size);
}

function drawable(vote: Vote, list: string, offered: number, pool: number): Drawable {
  const least = recountersNeeded(vote, list);
  return { offered, needed: Math.max(LOT_LEAST, least), enough: pool >= LOT_LEAST && offered >= least };
}

/** What it leads to if this member says now that their number is missing in the list that decides. */
export function missLeads(state: State, vote: Vote, me: MemberId, now: Millis): MissLeads {
  const none = { offered: 0, needed: 0, enough: false };
  if (!byLists(vote) && fateAt(state, vote, now) === undefined) return { to: "nothing", ...none };
  const deciding = decidingList(vote);
  if (!deciding) return { to: "lists", ...none };
  const { list, counts } = deciding;
  const missed = missedIn(vote, list, now);
  if (!makeDoubtful(vote, counts, missed.length + 1)) return { to: "few", ...none };
  const missing = new Map([...(vote.missing ?? []), [me, { at: now, list }] as const]);
  const then = recounted({ ...vote, missing }, list, counts, now);
  if (then?.is === "fallen" && then.why === "many-missing") return { to: "many", ...none };
  const round = lastRound(vote);
  if (round?.list === list && takesComplaints(round, now)) {
    const of = drawableIn(vote, round, me);
    const to = round.drawnAt === undefined ? (of.enough ? "drawn" : "void-anyway") : "joins";
    return { to, ...of };
  }
  const { size } = recountLot(state, vote, [...missed, me], now).pool;
  const found = drawable(vote, list, size, size);
  return { to: found.enough ? "drawn" : "void", ...found };
}
