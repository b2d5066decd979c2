/** Whether a motion can be voted on at all (V-12, V-20), whoever calls and wherever. */
import { type Hash, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { heardFirst } from "../members/eligibility.ts";
import { stillOpen } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import { subjectStillHolds } from "../motions/subjects.ts";
import { needsOfVote } from "./changing-rules.ts";
import { isOfRules } from "./electorate.ts";
import { endsApplicant } from "../voice/stays.ts";
import { heldAgain } from "./to-decide.ts";

const DAY_MS = 24 * 3600_000;

/** The motion stands, this is its text, what it would do can be done, and statutes had their notice. */
export function motionReady(state: State, motion: Motion, version: Hash, at: Millis): Result<true> {
  // A decision whose count fell is none: the motion is held again (V-60).
  const open = heldAgain(state, motion, at) ? ok(true as const) : stillOpen(state, motion);
  if (!open.ok) return open;
  const current = motion.versions.at(-1);
  if (current?.text !== version) return refuse("V-20", "another-version", { current: current?.text ?? "" });
  const holds = subjectStillHolds(state, motion, at);
  if (!holds.ok) return holds;
  if (motion.subject.type === "contest" || endsApplicant(state, motion, at))
    return heardFirst({ moved: motion.at, heard: motion.heard }, at);
  return isOfRules(motion.subject) ? statutesNoticed(state, motion, at) : ok(true);
}

/** V-12: notice from the version to the call. */
function statutesNoticed(state: State, motion: Motion, at: Millis): Result<true> {
  const from = noticeOver(state, motion, at) ?? at;
  return at < from ? refuse("V-12", "notice-not-over", { from }) : ok(true);
}

/** When notice of a change of statutes is over: the earliest moment of a vote on it (V-12). */
export function noticeOver(state: State, motion: Motion, at: Millis): Millis | undefined {
  const needs = needsOfVote(state, motion, at);
  return needs && (motion.versions.at(-1)?.at ?? at) + needs.noticeDays * DAY_MS;
}
