/** How many guests and applicants one member's invitations bring (N-7), and which link brings nobody any more (N-12). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { standingOf } from "../members/standing.ts";
import { DAY_MS, MORE } from "./pace.ts";
import { stayEndedBy } from "./stay-over.ts";

/** So many of those whom one member invited may be guests or applicants still, and so many guests come in a day (N-7). */
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

/** Those who came as guests by this member's invitations in the day before, whatever became of them since: joining and leaving in a loop is one's own end. */
function cameLately(state: State, inviter: MemberId, at: Millis): Millis[] {
  const came: Millis[] = [];
  for (const m of state.members.members.values())
    if (m.invitedBy === inviter && m.joined > at - DAY_MS && m.applied !== m.joined) came.push(m.joined);
  return came.sort((a, b) => a - b);
}

/** Is there room for one more among the guests and applicants whom this member invited (N-7)? Asked of who comes back too (K-16). */
export function roomAmongGuests(state: State, inviter: MemberId, at: Millis): Result<true> {
  const full = guestsBy(state, inviter, at) >= GUESTS_EACH;
  return full ? refuse("N-7", "enough-guests", { most: GUESTS_EACH }) : ok(true);
}

/** May this member's invitations bring another guest or applicant (N-7)? In a practice body with a clock of its own ten times as many in a day (N-4). */
export function roomForGuest(state: State, inviter: MemberId, at: Millis): Result<true> {
  const among = roomAmongGuests(state, inviter, at);
  if (!among.ok) return among;
  const most = state.practice.clock === undefined ? GUESTS_EACH : GUESTS_EACH * MORE;
  const came = cameLately(state, inviter, at);
  const makesRoom = came.at(-most);
  return makesRoom === undefined ? ok(true) : refuse("N-7", "enough-in-a-day", { most, from: makesRoom + DAY_MS });
}

/**
 * Whose stay was ended of those who came by this group link (N-12): it serves nobody while that stands, so that they don't come
 * back by it with other keys the same hour. No rule can see by which other link they do.
 */
export function shutBy(state: State, link: ActId, at: Millis): MemberId | undefined {
  for (const m of state.members.members.values()) if (m.link === link && stayEndedBy(m.stay, at)) return m.id;
  return undefined;
}
