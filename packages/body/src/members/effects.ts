/** What carried decisions do to membership (M-9, M-12): called when a result is entered. */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { settle } from "./settle.ts";

/**
 * The assembly admits an applicant (M-9): vouchers, being seen and the waiting
 * period remain as the statutes say. Does nothing to whoever is no applicant any more.
 */
export function admitByDecision(state: State, member: MemberId, _resultId: ActId, at: Millis): void {
  const found = state.members.members.get(member);
  if (!found || found.status !== "applicant") return;
  found.decided = true;
  settle(state, found, at);
}

/** Ends a contested admission (M-12): the person is a guest again; voice remains, votes given stand. */
export function endContested(state: State, member: MemberId, _resultId: ActId, _at: Millis): void {
  const found = state.members.members.get(member);
  if (!found || found.status === "left" || found.status === "guest") return;
  found.status = "guest";
  found.vouchers = [];
  found.seen = false;
  found.decided = false;
  delete found.from;
  delete found.fromIndex;
  delete found.applied;
}
