/** Votes on a change of statutes (V-12; S-37 to S-39): what they need, and the second call where too few came. */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { callAt, leadingCourse } from "../meetings/queries.ts";
import type { Motion } from "../motions/part.ts";
import type { StatutesChanges } from "../statutes/acts.ts";
import { changedStatutes } from "../statutes/changes.ts";
import { type ChangeNeeds, needsAtSecondCall, needsOf, needsOfDoor } from "../statutes/needs.ts";
import { statutesOf } from "../statutes/queries.ts";
import type { Vote } from "./part.ts";

const DAY_MS = 24 * 3600_000;
/** A second called meeting begins so long after the first, in ms (S-39). */
export const SECOND_CALL = { from: 14 * DAY_MS, until: 60 * DAY_MS } as const;

/** What a change of the rules in force at `at` would need (S-37, S-38). */
export function needsNow(state: State, changes: StatutesChanges, at: Millis): ChangeNeeds {
  const now = statutesOf(state, at);
  return needsOf(now, changedStatutes(now, changes));
}

/** What a vote on this motion needs; `undefined` where it is neither about the rules nor opens a door (M-27). In a sitting the second call is looked for (S-39). */
export function needsOfVote(
  state: State,
  motion: Motion,
  at: Millis,
  sitting?: ActId,
  version?: Hash,
): ChangeNeeds | undefined {
  if (motion.subject.type === "door") return needsOfDoor(statutesOf(state, at));
  if (motion.subject.type !== "statutes") return undefined;
  const needs = needsNow(state, motion.subject.changes, at);
  const second = sitting !== undefined && isSecondCall(state, motion, sitting, version);
  return second && needs.harder.length === 0 ? needsAtSecondCall(needs, statutesOf(state, at)) : needs;
}

/** Is this sitting a called meeting 14 to 60 days after another one at which too few were there to decide this text? */
function isSecondCall(state: State, motion: Motion, sitting: ActId, version: Hash | undefined): boolean {
  const call = callAt(state, leadingCourse(state, sitting));
  if (!call) return false;
  return (motion.tooFew ?? []).some((first) => {
    const later = call.starts - first.starts;
    return first.version === version && later >= SECOND_CALL.from && later <= SECOND_CALL.until;
  });
}

/** Notes that too few were there to decide on a change of rules, at a called meeting (S-39). */
export function noteTooFew(state: State, vote: Vote, motion: Motion): void {
  if (motion.subject.type !== "statutes" || vote.sitting === undefined || vote.opinion) return;
  const call = callAt(state, leadingCourse(state, vote.sitting));
  if (call) (motion.tooFew ??= []).push({ call: call.id, starts: call.starts, version: vote.version });
}
