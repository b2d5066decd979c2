/**
 * By when a motion has a result at the latest (V-75): one function of our rules and of how far it has come.
 * It counts every delay that somebody can still cause, each at its longest.
 */
import type { Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Motion } from "../motions/part.ts";
import { rollSize } from "../members/standing.ts";
import { amendmentsUntil } from "./amendments-first.ts";
import { statutesNow } from "../statutes/queries.ts";
import { needsOfVote } from "./changing-rules.ts";
import { voteEnd, waitingVotes } from "./course.ts";
import { callableFrom, LONGEST_EXTRA_MS, TURN_MS } from "./turn.ts";

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long tellers have for their lists, and those who were away to put a decision to all. */
const TELLERS_MS = 3 * DAY_MS;
const PUT_TO_ALL_MS = 3 * DAY_MS;

/**
 * The moment by which `motion` is decided at the latest, if it is seconded by `at`. `undefined` for what is
 * decided already, and for what only a sitting decides: procedure, and texts of sections.
 */
export function bound(state: State, motion: Motion, at: Millis): Millis | undefined {
  if (motion.status !== "standing" && motion.status !== "voting") return undefined;
  if (motion.subject.type === "procedure" || motion.sections.length > 0) return undefined;
  const { voting, convene } = statutesNow(state, at).statutes;
  const shortest = (needsOfVote(state, motion, at) ?? voting).hours * HOUR_MS;
  const recount = convene.noticeDays * DAY_MS + DAY_MS;
  const toAll = PUT_TO_ALL_MS + shortest + TELLERS_MS;
  // A vote whose teller never counts ends uncounted (V-57) and is called again, for the shortest term.
  const uncounted = shortest + 2 * DAY_MS;
  return voteOver(state, motion, shortest, at) + TELLERS_MS + uncounted + recount + toAll;
}

/** When its vote is over at the latest: the one that runs, or the longest that its mover may call last. */
function voteOver(state: State, motion: Motion, shortest: number, at: Millis): Millis {
  const outside = waitingVotes(state, motion, at).find((v) => v.sitting === undefined);
  if (outside) return voteEnd(state, outside, at) ?? outside.closes ?? at;
  // Without its seconds yet: as if it had them now.
  const seconded = { ...motion, seconds: motion.seconds.concat(Array(100).fill(motion.mover)) };
  const secondsAt = [...motion.secondsAt, ...Array<Millis>(100).fill(at)];
  const ready = callableFrom(state, { ...seconded, secondsAt }, rollSize(state, at), at) ?? at;
  const amended = motion.subject.type === "text" ? amendmentsUntil(state, motion, at) : 0;
  // After the mover's week anybody calls it, for the shortest term.
  return Math.max(ready + TURN_MS, amended, at) + shortest + (at < ready + TURN_MS ? LONGEST_EXTRA_MS : 0);
}
