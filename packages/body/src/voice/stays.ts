/** Ending the stay of a guest or an applicant by decision, appealing against it, bringing them back (N-8). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { inForceFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { maySignUntil } from "../founding/list.ts";
import { standingOrBack } from "../members/left-by-device.ts";
import type { Subject } from "../motions/acts.ts";
import { DAY_MS } from "./pace.ts";
import type { StayEnd } from "./part.ts";
import { stayEndedBy, STAYS } from "./stay-over.ts";

/** So long a guest may appeal, in ms (N-8). */
export const STAY_APPEAL_MS = 30 * DAY_MS;

/**
 * May a decision end this person's stay (N-8)? Only a guest's or an applicant's: whoever is anything else has
 * other rules. Refuses too while they may still sign the founders' list that they stand on (F-18).
 */
export function mayEndStay(state: State, member: MemberId, at: Millis): Result<true> {
  // Who left by a device may come back: their stay ends all the same (K-16).
  const has = standingOrBack(state, member, at);
  if (!STAYS.has(has)) return refuse("N-8", "not-a-guest", { standing: has });
  const until = maySignUntil(state, member, at);
  return until === undefined ? ok(true) : refuse("N-8", "may-still-sign", { until });
}

/**
 * The same on this ground: of an applicant only on one that says what they did. Else who is quicker than an admission could
 * send a newcomer away for what somebody thinks of them, which M-12 forbids a day later.
 */
export function mayEndStayOn(
  state: State,
  { member, ground }: { readonly member: MemberId; readonly ground: string },
  at: Millis,
): Result<true> {
  const may = mayEndStay(state, member, at);
  if (!may.ok) return may;
  return ground === "other" && applies(state, member, at) ? refuse("N-8", "ground-of-guests-only") : may;
}

/** Is this an applicant: on the way to be a member, so that they are heard first (N-8, M-12)? */
export function applies(state: State, member: MemberId, at: Millis): boolean {
  return standingOrBack(state, member, at) === "applicant";
}

/** Who asked to be a member within so long of joining, or so long before the vote, is an applicant for it, whenever it was moved, in ms (N-8). */
export const APPLIED_MS = 30 * DAY_MS;

/**
 * Would this motion, voted on at `at`, end the stay of somebody who had asked to be a member: before it was moved, 30 days
 * before, or within the first 30 days of being here (N-8)? They are heard first, and half of the roll takes part, as where an
 * admission is contested (M-12, M-30): else a few at a small meeting send honest newcomers away, or keep a motion ready for each
 * guest until they ask. Who has been a guest for longer gets out of nothing by asking within the 30 days before the vote.
 */
export function endsApplicant(
  state: State,
  { subject, at: moved }: { readonly subject: Subject; readonly at: Millis },
  at: Millis,
): boolean {
  if (subject.type !== "guest-stay" || !applies(state, subject.member, at)) return false;
  const { applied = at, joined = moved } = state.members.members.get(subject.member) ?? {};
  return applied < Math.max(moved, joined + APPLIED_MS) || at >= applied + APPLIED_MS;
}

/** May a decision bring this person back (N-8)? */
export function mayBringBack(state: State, member: MemberId, at: Millis): Result<true> {
  return stayEndedBy(state.members.members.get(member)?.stay, at) ? ok(true) : refuse("N-8", "no-stay-ended");
}

/** A carried decision ends a stay, from that moment on. Does nothing to whoever has become anything else. */
export function endStay(state: State, member: MemberId, end: StayEnd, at: Millis): void {
  const found = state.members.members.get(member);
  if (!found || !mayEndStay(state, member, at).ok) return;
  const { ends = [], backs = [] } = found.stay ?? {};
  found.stay = { ends: [...ends, end], backs };
}

/** The same from another moment, or never (B-10, B-11). */
export function moveStayEnd(state: State, member: MemberId, by: ActId, from: Millis | undefined): void {
  const stay = state.members.members.get(member)?.stay;
  if (stay?.ends.some((e) => e.by === by)) stay.ends = inForceFrom(stay.ends, by, from);
}

/** A carried decision brings a guest back. */
export function bringBackGuest(state: State, member: MemberId, by: ActId, from: Millis): void {
  const stay = state.members.members.get(member)?.stay;
  if (!stay) return;
  stay.backs = [...stay.backs, { by, from }];
  delete stay.appealed;
}

/** The same from another moment, or never (B-10, B-11). */
export function moveBringBack(state: State, member: MemberId, by: ActId, from: Millis | undefined): void {
  const stay = state.members.members.get(member)?.stay;
  if (stay?.backs.some((b) => b.by === by)) stay.backs = inForceFrom(stay.backs, by, from);
}

/** May this person appeal against the end of their stay (N-8)? Refuses where none ended, too late, and a second time. */
export function mayAppealStay(state: State, member: MemberId, at: Millis): Result<StayEnd> {
  const stay = state.members.members.get(member)?.stay;
  const end = stayEndedBy(stay, at);
  if (!end) return refuse("N-8", "no-stay-ended");
  const until = end.from + STAY_APPEAL_MS;
  if (at > until) return refuse("N-8", "appeal-too-late", { until });
  return stay?.appealed && stay.appealed.at >= end.from ? refuse("N-8", "appealed-already") : ok(end);
}

/** A guest whose stay was ended and who has appealed; the body hasn't brought them back (yet). */
export function stayAppeals(state: State, at: Millis): { readonly member: MemberId; readonly end: StayEnd }[] {
  return [...state.members.members.values()].flatMap(({ id, stay }) => {
    const end = stayEndedBy(stay, at);
    return end && stay?.appealed && stay.appealed.at >= end.from ? [{ member: id, end }] : [];
  });
}
