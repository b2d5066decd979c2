/** Whether there is anything left to decide on a motion or an election: what stands, and what is held again in person since its count fell (V-60). */
import type { ActId, Millis } from "@nabat/kernel";
import { decidedPresent, heldOn } from "../binding/held.ts";
import { toHoldAgain } from "../elections/again.ts";
import type { Election } from "../elections/part.ts";
import type { State } from "../engine/state.ts";
import type { Motion } from "../motions/part.ts";
import { fateAt } from "./course.ts";
import { listsDiffer } from "./lists.ts";
import type { Vote } from "./part.ts";

/** What votes are held on, and its own ones. */
interface Held {
  readonly id: ActId;
  readonly votes: readonly ActId[];
}

/**
 * Did the result of its last vote sealed on devices fall, or was that vote void, and has nothing decided it since: neither
 * a vote of those present, in a sitting or a hall on paper, nor more than half by their signatures (V-60)? In an
 * election this may be any of its votes, with those that followed from it.
 */
export function heldAgain(state: State, on: Held, at: Millis): boolean {
  return fallenOn(state, on, at) !== undefined;
}

/**
 * May it be voted on by hands and on paper though somebody takes part from outside (G-40): where it is held again, and
 * where the last vote on it was sealed and those who counted it don't agree (V-63)? Else one who is outside could keep
 * all others from deciding.
 */
export function inHallAlone(state: State, on: Held, at: Millis): boolean {
  const last = on.votes.at(-1);
  const vote = last === undefined ? undefined : state.votes.votes.get(last);
  return heldAgain(state, on, at) || (vote !== undefined && listsDiffer(vote));
}

/** The vote whose fall it is held again for (V-60). */
export function fallenOn(state: State, on: Held, at: Millis): Vote | undefined {
  const election = state.elections.elections.get(on.id);
  if (election) return toHoldAgain(state, election, at);
  for (const id of heldOn(state, on.id, on.votes).reverse()) {
    const vote = state.votes.votes.get(id);
    if (!vote) continue;
    if (fateAt(state, vote, at)?.is === "fallen") return signed(state, on.id) ? undefined : vote;
    if (decidedPresent(vote)) return undefined;
  }
  return undefined;
}

/** Nothing reopens what was decided by signatures (B-6, B-9): where there are such, they came last. */
function signed(state: State, on: ActId): boolean {
  return [...state.binding.decisions.values()].some((d) => d.on === on && d.way === "signed");
}

/** Can this motion still be decided? */
export function motionToDecide(state: State, motion: Motion, at: Millis): boolean {
  const { status } = motion;
  return status === "standing" || status === "voting" || (status !== "withdrawn" && heldAgain(state, motion, at));
}

/** Can this election still be decided? */
export function electionToDecide(state: State, election: Election, at: Millis): boolean {
  return election.status !== "decided" || heldAgain(state, election, at);
}
