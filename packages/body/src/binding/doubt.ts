/** Whether the count is in doubt on which a decision rests, and until when if nothing more is entered (V-59, V-60, V-63). */
import type { ActId, Millis } from "@nabat/kernel";
import { doubtedBefore } from "../elections/again.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { fateAt, resultStage } from "../votes/course.ts";
import type { Vote } from "../votes/part.ts";
import type { Decision } from "./part.ts";

/** The result by which those who were elected hold their offices: that of the vote of all, where it took the first one's place (B-11). */
export function givenBy(decision: Decision): ActId {
  return decision.settled && !decision.settled.few ? decision.settled.by : decision.id;
}

/** From when the count of this vote stands if nothing more is entered; `NEVER`: then it falls (V-59). */
function standsFrom(state: State, vote: Vote, at: Millis): Millis {
  let t = at;
  // To be drawn, to open, to state: three waits at most.
  for (let waits = 0; waits < 4; waits++) {
    const fate = fateAt(state, vote, t);
    if (fate?.is !== "contested") return fate?.is === "stands" ? t : NEVER;
    t = fate.until;
  }
  return NEVER;
}

/** The votes whose count is in doubt, or fell, of those that this decision rests on: its own, and in an election those before it. */
function doubted(state: State, decision: Decision, at: Millis): Vote[] {
  const id = state.votes.results.get(givenBy(decision)) ?? decision.vote;
  const vote = id === undefined ? undefined : state.votes.votes.get(id);
  if (!vote) return [];
  const own = resultStage(state, vote, at) === "in-force" ? [] : [vote];
  const election = state.elections.elections.get(decision.on);
  return election ? [...own, ...doubtedBefore(state, election, vote, at)] : own;
}

/** Until when it is in doubt if nothing more is entered, `NEVER` where its count falls by then or has; `undefined`: it isn't. */
export function doubtUntil(state: State, decision: Decision, at: Millis): Millis | undefined {
  const votes = doubted(state, decision, at);
  return votes.length === 0 ? undefined : Math.max(...votes.map((v) => standsFrom(state, v, at)));
}

/** Writes down that a decision is in doubt, since when and until when; or that it isn't any more. */
export function markDoubt(decision: Decision, until: Millis | undefined, at: Millis): void {
  if (until === undefined) {
    delete decision.contested;
    delete decision.doubtUntil;
    return;
  }
  decision.contested ??= at;
  decision.doubtUntil = until;
}
