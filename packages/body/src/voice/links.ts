/** How many guests and applicants one member's invitations bring (N-7). */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { standingOf } from "../members/standing.ts";
import { stayEndedBy } from "./stay-over.ts";

/** So many of those whom one member invited may be guests or applicants still (N-7). */
export const GUESTS_EACH = 100;

/**
 * How many came by this member's invitations and are guests or applicants still, with those whose stay was ended: a
 * link brings nobody back. An applicant who waits for nothing but time isn't one of them.
 */
export function guestsBy(state: State, inviter: MemberId, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) {
    if (m.invitedBy !== inviter) continue;
    const has = standingOf(m, at);
    if (has === "guest" || (has === "applicant" && m.from === undefined) || stayEndedBy(m.stay, at)) n++;
  }
  return n;
}

/** May this member's invitations bring another guest or applicant (N-7)? */
export function roomForGuest(state: State, inviter: MemberId, at: Millis): Result<true> {
  return guestsBy(state, inviter, at) < GUESTS_EACH ? ok(true) : refuse("N-7", "enough-guests", { most: GUESTS_EACH });
}
