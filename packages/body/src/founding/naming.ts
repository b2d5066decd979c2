/** Who says in the mother's record which body a decision `establish` led to (F-11). Read-only. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isMember } from "../members/standing.ts";

/** So long only who moved the decision, or whom it names, says which body came of it, in ms (F-11). */
export const MOVER_NAMES_MS = 30 * 24 * 3600_000;

/** Who names the body: whom the decision names, else who moved it; `undefined`: neither is a member any more. */
export function namerOf(state: State, result: ActId, at: Millis): MemberId | undefined {
  const may = state.founding.mayEstablish.get(result);
  const motion = may && state.motions.motions.get(may.motion);
  if (!motion) return undefined;
  const founder = motion.subject.type === "establish" ? motion.subject.founder : undefined;
  return [founder, motion.mover].find((id) => id !== undefined && isMember(state, id, at));
}

/**
 * May `by` name a body for this decision at `at`, and may it be `body` (F-11)? Whom it names or who moved it, at any time;
 * any other member thirty days after it came in force, or sooner what that one named; never another one than that. Where
 * that one is no member any more, anybody. Refuses F-11.
 */
export function mayNameChild(state: State, result: ActId, by: MemberId, at: Millis, body?: string): Result<true> {
  const may = state.founding.mayEstablish.get(result);
  const namer = namerOf(state, result, at);
  if (!may || namer === undefined || namer === by) return ok(true);
  const named = state.founding.children.filter((c) => c.result === result && c.by === namer);
  if (named.some((c) => (c.body as string) === body)) return ok(true);
  if (named.length > 0) return refuse("F-11", "mover-named-another", { member: namer });
  const until = may.from + MOVER_NAMES_MS;
  return at >= until ? ok(true) : refuse("F-11", "mover-first", { until, member: namer });
}
