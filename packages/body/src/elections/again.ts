/**
 * An election held again (V-60): which of its votes, with which ballot and seats. Computed from the counts, so that
 * a count that falls by time alone needs no act; what is set aside by it is written in `set-aside.ts`.
 */
import type { MemberId, Millis } from "@nabat/kernel";
import { decidedPresent, heldOn } from "../binding/held.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { fateAt } from "../votes/course.ts";
import { decidingList } from "../votes/lists.ts";
import type { Vote } from "../votes/part.ts";
import { electedAnyhow, missedIn } from "../votes/recount.ts";
import type { Candidate, Election } from "./part.ts";

/** All votes on an election, those on what was put to all with them, oldest first. */
export function votesOn(state: State, election: Election): Vote[] {
  return heldOn(state, election.id, election.votes).flatMap((id) => state.votes.votes.get(id) ?? []);
}

/** Was this vote, whose count fell, held again? What nobody declared has no other follow it, so any that came after is in its place. */
function isHeldAgain(vote: Vote, votes: readonly Vote[]): boolean {
  const undecided = vote.result === undefined && vote.again === undefined;
  return votes.some((v) => decidedPresent(v) && (v.instead === vote.id || (undecided && v.index > vote.index)));
}

/** The vote of an election that is to be held again: the first whose count fell and in whose place none has decided (V-60). */
export function toHoldAgain(state: State, election: Election, at: Millis): Vote | undefined {
  const votes = votesOn(state, election);
  return votes.find((v) => !v.aside && fateAt(state, v, at)?.is === "fallen" && !isHeldAgain(v, votes));
}

/** The votes whose count is in doubt, or fell, by whose result this later vote of the same election was held (V-59, V-60). */
export function doubtedBefore(state: State, election: Election, vote: Vote, at: Millis): Vote[] {
  const votes = votesOn(state, election);
  return votes.filter((v) => {
    if (v.index >= vote.index || v.aside || !v.result || isHeldAgain(v, votes)) return false;
    const is = fateAt(state, v, at)?.is;
    return is === "contested" || is === "fallen";
  });
}

/**
 * Whom a vote elected however the numbers that are missed in its list were counted: they keep their seats (V-60).
 * Nobody where it was put to all and decides nothing by itself.
 */
export function electedSurely(state: State, vote: Vote): MemberId[] {
  const list = decidingList(vote);
  const settled = vote.again === undefined ? undefined : state.binding.decisions.get(vote.again)?.settled;
  const counts = list?.counts ?? (vote.struck ? vote.result?.counts : undefined);
  if (!vote.result || !counts || settled?.few) return [];
  const missed = list ? missedIn(vote, list.list, NEVER).length : 0;
  // And however those voted whose position was taken out since their keys were called off (K-13).
  const sure = electedAnyhow(vote, counts, 2 * missed + (vote.struck?.n ?? 0));
  return (vote.result.elected ?? []).filter((m) => sure.includes(m));
}

/** What a vote called now is on. */
export type RoundNow = Pick<Election, "candidates" | "open" | "runoff">;

/** The ballot and the seats of a vote called now: in an election held again, those of the vote whose count fell (V-60). */
export function roundNow(state: State, election: Election, at: Millis): RoundNow {
  const fell = toHoldAgain(state, election, at);
  return fell ? roundOf(election, fell, electedSurely(state, fell)) : election;
}

/** Who stood in a vote and how many seats it was on, but for those who keep theirs; who declined since, has. */
export function roundOf(election: Election, vote: Vote, keep: readonly MemberId[]): RoundNow {
  const known = new Map([...(election.stood ?? []), ...election.candidates].map((c) => [c.member, c]));
  const candidates = (vote.ballot ?? [])
    .filter((c) => !keep.includes(c.member))
    .map(({ key, member }): Candidate => {
      const stood = known.get(member) ?? { member, nominatedBy: election.by, key };
      return { ...stood, key, accepted: stood.accepted ?? vote.opened };
    });
  return { candidates, open: (vote.seats ?? election.open) - keep.length, runoff: vote.runoff === true };
}
