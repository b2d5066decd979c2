/** Short forms for rules: an admission with its right, and the act that a member's own right comes from. */
import { type ActId, type MemberId, type Millis, ok, type Result } from "@nabat/kernel";
import { statutesAt } from "../statutes/queries.ts";
import type { Admission } from "./kind.ts";
import type { State } from "./state.ts";

/** An admission under `rule`, by the right that `from` gave. */
export function admitted<E = undefined>(rule: string, from: ActId | undefined, effect?: E): Result<Admission<E>> {
  return ok({ right: { rule, ...(from === undefined ? {} : { from }) }, effect: effect as E });
}

/** The act that a person's standing comes from: the founding, an invitation's joining, a card. */
export function cameBy(state: State, member: MemberId): ActId | undefined {
  return state.members.members.get(member)?.by;
}

/** The act that put the statutes in force at `at` in force: the founding, or a result. */
export function statutesBy(state: State, at: Millis): ActId | undefined {
  return statutesAt(state, at)?.by;
}
