/** Votes on a change of statutes (V-12; S-37 to S-39): what they need, and the second call where too few came. */
import type { Hash, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Call } from "../meetings/part.ts";
import type { Motion } from "../motions/part.ts";
import type { StatutesChanges } from "../statutes/acts.ts";
import { changedStatutes } from "../statutes/changes.ts";
import { type ChangeNeeds, needsAtSecondCall, needsOf, needsOfDoor } from "../statutes/needs.ts";
import { statutesOf } from "../statutes/queries.ts";
import { isSecondCall } from "./second-call.ts";

/** What a change of the rules in force at `at` would need (S-37, S-38). */
export function needsNow(state: State, changes: StatutesChanges, at: Millis): ChangeNeeds {
  const now = statutesOf(state, at);
  return needsOf(now, changedStatutes(now, changes));
}

/** What a vote on this motion needs; `undefined` where it is neither about the rules nor opens a door (M-27). At a called meeting the second call is looked for (S-39). */
export function needsOfVote(
  state: State,
  motion: Motion,
  at: Millis,
  call?: Call,
  version?: Hash,
): ChangeNeeds | undefined {
  if (motion.subject.type === "door") return needsOfDoor(statutesOf(state, at));
  if (motion.subject.type !== "statutes") return undefined;
  const needs = needsNow(state, motion.subject.changes, at);
  const second = isSecondCall(state, motion, call, version);
  return second && needs.harder.length === 0 ? needsAtSecondCall(needs, statutesOf(state, at)) : needs;
}
