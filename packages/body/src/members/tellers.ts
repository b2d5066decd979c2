/** Asking whether a person counts at an open sitting: for what only two tellers together may enter (M-11, M-13). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { openSitting } from "../sittings/queries.ts";

/** True where `by` is a teller of this sitting and it is open. Refuses G-5 (not open) and `rule` (no teller). */
export function tellerOf(state: State, sitting: ActId, by: MemberId, at: Millis, rule: string): Result<true> {
  const open = openSitting(state, sitting, at);
  if (!open.ok) return open;
  return open.value.tellers.includes(by) ? ok(true) : refuse(rule, "not-a-teller");
}
