/**
 * Positions that tellers entered for somebody whose new keys are called off (K-13): they weren't that person's. What is
 * open loses them, and the person casts their own; what was declared is held again where they could have changed it.
 */
import type { MemberId, Millis } from "@nabat/kernel";
import { contestDecision } from "../binding/contest.ts";
import { reckonElection } from "../elections/reckon.ts";
import type { State } from "../engine/state.ts";
import { contestUntil, overtaken } from "./course.ts";
import { figureOf, reckonVote } from "./outcome.ts";
import type { Vote } from "./part.ts";
import { couldChange } from "./recount.ts";
import { DEVICES } from "./sealed.ts";

/** Notes that a position was entered through tellers for somebody whose keys or card were in their terms (K-12). */
export function noteThrough(vote: Vote, member: MemberId, at: Millis): void {
  vote.through ??= new Map();
  vote.through.set(member, at);
}

/** The keys that came in at `since` are called off: their positions go with them. */
export function strikePositions(state: State, member: MemberId, since: Millis, at: Millis): void {
  for (const vote of state.votes.votes.values()) {
    const given = vote.through?.get(member);
    if (given === undefined || given < since) continue;
    vote.through?.delete(member);
    if (vote.result) strikeDeclared(state, vote, at);
    else if (!overtaken(state, vote)) strikeOpen(vote, member);
  }
}

/** Takes it out; who has counted already counts again. */
function strikeOpen(vote: Vote, member: MemberId): void {
  const cast = vote.cast.get(member);
  if (!cast) return;
  vote.cast.delete(member);
  vote.commits.delete(cast.commit);
  vote.castCount -= 1;
  vote.byTellers -= 1;
  if (vote.mode === "count") vote.tallies.clear();
  vote.parts?.delete(DEVICES);
}

/** While the result can be contested it falls, where it could have been another without these positions (V-60). */
function strikeDeclared(state: State, vote: Vote, at: Millis): void {
  const until = contestUntil(state, vote);
  if (!vote.result || until === undefined || at >= until) return;
  const n = (vote.struck?.n ?? 0) + 1;
  vote.struck = { n, ...(vote.struck?.since === undefined ? {} : { since: vote.struck.since }) };
  if (vote.struck.since !== undefined || !couldBeOther(vote, n)) return;
  vote.struck = { n, since: at };
  contestDecision(state, vote, at);
}

/** Could the outcome be another, were so many positions others, or never cast? */
function couldBeOther(vote: Vote, n: number): boolean {
  const { result } = vote;
  if (!result) return false;
  const { counts, whole, outcome } = result;
  if (couldChange(vote, counts, n)) return true;
  const present = (result.present ?? vote.castCount) - n;
  if (vote.election !== undefined)
    return reckonElection(vote, { counts, present, whole }, vote.quorum).outcome !== outcome;
  return Object.keys(counts).some((key) => {
    const without = { ...counts, [key]: Math.max(0, figureOf(counts, key) - n) };
    return reckonVote(vote, { counts: without, present, whole }).outcome !== outcome;
  });
}
