/** Who says in the mother's record which body a decision `establish` led to (F-11). Read-only. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { isMember } from "../members/standing.ts";

/** So long only who moved the decision names the body, in ms (F-11). */
export const MOVER_NAMES_MS = 30 * 24 * 3600_000;

/**
 * May `by` name a body for this decision at `at`, and may it be `body` (F-11)? Who moved it, at any time; any other member
 * thirty days after it came in force, or sooner what the mover named; never another one than that. Where the mover is no
 * member any more, anybody. Refuses F-11.
 */
export function mayNameChild(state: State, result: ActId, by: MemberId, at: Millis, body?: string): Result<true> {
  const may = state.founding.mayEstablish.get(result);
  const mover = may && state.motions.motions.get(may.motion)?.mover;
  if (!may || mover === undefined || mover === by || !isMember(state, mover, at)) return ok(true);
  const named = state.founding.children.filter((c) => c.result === result && c.by === mover);
  if (named.some((c) => (c.body as string) === body)) return ok(true);
  if (named.length > 0) return refuse("F-11", "mover-named-another", { member: mover });
  const until = may.from + MOVER_NAMES_MS;
  return at >= until ? ok(true) : refuse("F-11", "mover-first", { until, member: mover });
}
