/** Who misses their number, and those drawn who count it once more (V-58, V-59). Plain checks and what they change. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { NumberMissing, OpeningAgain, Recount } from "./acts.ts";
import { contestUntil, declarableFrom, fateAt, overtaken } from "./course.ts";
import { decidingList, fateOf, listsOf } from "./lists.ts";
import { leastOf } from "./outcome-of.ts";
import { lotAmong } from "./lot.ts";
import type { Lot, Round, Vote } from "./part.ts";
import { makeDoubtful, mayBeRecounted, missedIn, opensUntil } from "./recount.ts";
import { byLists, listed, listTallies } from "./sealed.ts";
import { countedIn, lastRound, unfit } from "./tellers.ts";

/** Did this member cast in it, as far as that is still kept (V-42)? */
export function castIn(vote: Vote, member: MemberId): boolean {
  return vote.cast.has(member) || vote.voters?.includes(member) === true;
}

/** May `by` say that their number is missing in this teller's list, or stands there with another position (V-58)? */
export function mayMiss(
  state: State,
  vote: Vote,
  by: MemberId,
  at: Millis,
  teller?: NumberMissing["teller"],
): Result<true> {
  if (!listed(vote)) return refuse("V-58", "no-lists");
  const until = contestUntil(state, vote);
  if (until !== undefined && at >= until) return refuse("V-58", "too-late", { until });
  if (!vote.result && overtaken(state, vote)) return refuse("V-43", "overtaken");
  // Till then the tellers can count again, and whoever misses a number says so in the hall.
  if (!vote.result && !byLists(vote)) return refuse("V-63", "not-declared-yet");
  if (!castIn(vote, by)) return refuse("V-58", "not-cast");
  if (vote.missing?.has(by)) return refuse("V-58", "said-already");
  const fate = fateAt(state, vote, at);
  if (fate?.is === "fallen" || fate?.is === "uncounted") return refuse("V-58", "over-already");
  if (teller === undefined) return listsOf(vote).length > 0 ? ok(true) : refuse("V-58", "no-list-yet");
  return listTallies(vote).get(teller)?.list === undefined ? refuse("V-58", "no-list-of-theirs", { teller }) : ok(true);
}

/**
 * Enters it. Against the list that decides, others are drawn to count once more: where it and those before make the
 * outcome doubtful. Else nobody is held up by it.
 */
export function miss(state: State, vote: Vote, by: MemberId, teller: MemberId, at: Millis): void {
  const list = listTallies(vote).get(teller)?.list;
  if (list === undefined) throw new Error("no such list");
  const several = listsOf(vote).length > 1 && vote.result === undefined;
  const decides = !several || leastOf(vote, listsOf(vote)) !== undefined || isPastBlame(state, vote, at);
  vote.missing ??= new Map();
  vote.missing.set(by, { at, list });
  // Where nothing rests on it, it is seen and changes nothing (V-63).
  if (!byLists(vote) && fateAt(state, vote, at) === undefined) return;
  const deciding = decides ? decidingList(vote, at) : undefined;
  const missed = deciding ? missedIn(vote, deciding.list, at) : [];
  if (deciding && !makeDoubtful(vote, deciding.counts, missed.length)) return;
  vote.contested ??= { since: at };
  if (!deciding) return;
  const round = lastRound(vote);
  if (round && round.list === deciding.list && takesComplaints(round, at)) {
    if (deciding.list === list) round.complainants.push(by);
    return;
  }
  const heard = new Set((vote.rounds ?? []).flatMap((r) => (r.list === deciding.list ? r.complainants : [])));
  const complainants = missed.filter((m) => !heard.has(m));
  if (complainants.length === 0) return;
  const begun: Round = {
    at,
    list: deciding.list,
    lot: recountLot(state, vote, complainants, at),
    complainants,
    drawn: [],
    opened: new Map(),
    said: new Map(),
  };
  vote.rounds = [...(vote.rounds ?? []), begun];
}

function isPastBlame(state: State, vote: Vote, at: Millis): boolean {
  const fate = fateOf(vote, declarableFrom(state, vote, at), at);
  return fate.is === "stands" || fate.is === "contested";
}

/** The lot for counting once more: who has offered by now, may count this, and isn't of the tellers or of who miss a number (V-59). */
export function recountLot(state: State, vote: Vote, complainants: readonly MemberId[], at: Millis): Lot {
  const of = countedIn(state, vote);
  const fits = (m: MemberId): boolean =>
    !complainants.includes(m) && !vote.tellers.includes(m) && unfit(state, of, m, at) === undefined;
  return lotAmong(state, fits, at);
}

/** Others join a round until those drawn have begun to speak, or the time to open is over. */
export function takesComplaints(round: Round, at: Millis): boolean {
  const until = opensUntil(round);
  return round.said.size === 0 && (until === undefined || at < until);
}

/** May `by` open their position once more, to those drawn (V-59)? */
export function mayOpenAgain(state: State, vote: Vote, by: MemberId, at: Millis): Result<Round> {
  const round = lastRound(vote);
  if (!round || fateAt(state, vote, at)?.is !== "contested") return refuse("V-59", "not-counted-again");
  const until = opensUntil(round);
  if (until === undefined) return refuse("V-59", "nobody-drawn-yet");
  if (!round.complainants.includes(by)) return refuse("V-59", "not-missed");
  if (round.opened.has(by)) return refuse("V-59", "opened-already");
  return at < until ? ok(round) : refuse("V-59", "too-late", { until });
}

/** May `by` state how many complaints are right (V-59)? */
export function mayRecount(
  state: State,
  vote: Vote,
  by: MemberId,
  at: Millis,
  data?: Pick<Recount, "of">,
): Result<Round> {
  const round = lastRound(vote);
  if (!round || fateAt(state, vote, at)?.is !== "contested") return refuse("V-59", "not-counted-again");
  if (!round.drawn.includes(by)) return refuse("V-59", "not-drawn");
  if (round.said.has(by)) return refuse("V-59", "stated-already");
  if (!mayBeRecounted(round, at)) return refuse("V-59", "not-all-opened", { until: opensUntil(round) ?? at });
  if (data && data.of !== round.opened.size) return refuse("V-59", "other-number", { opened: round.opened.size });
  return ok(round);
}

/** Enters an opening for those drawn. */
export function openAgain(vote: Vote, by: MemberId, data: OpeningAgain): void {
  lastRound(vote)?.opened.set(by, data.opening.hash);
}

/** Enters what one of those drawn says; a result that falls by it is marked (V-60). */
export function sayRecount(state: State, vote: Vote, by: MemberId, data: Recount, id: ActId, at: Millis): void {
  lastRound(vote)?.said.set(by, { at, upheld: data.upheld });
  const fate = fateAt(state, vote, at);
  if (fate?.is === "fallen") vote.fallen = { by: id, at };
  else if (fate?.is === "stands") delete vote.contested;
}
