/** By which right a member acts (L1): the rule, and the act by which they came in. */
import type { MemberId } from "@nabat/kernel";
import type { Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";

/** The right of `member` under `rule`: it comes from the act that brought them in. */
export function rightOf(state: State, rule: string, member: MemberId): Right {
  const found = state.members.members.get(member);
  return found ? { rule, from: found.by } : { rule };
}
