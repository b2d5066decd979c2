/** What carried decisions do to membership (M-9, M-12): called when a result is entered. */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { statutesOf } from "../statutes/queries.ts";
import type { Member } from "./part.ts";
import { DAY_MS, settle } from "./settle.ts";

/** From when what a decision does is in force (B-8). */
export interface InForce {
  readonly at: Millis;
  readonly from: Millis;
}

/**
 * The assembly admits an applicant (M-9), from the moment at which the decision is in force: vouchers,
 * being seen and the waiting period remain as the statutes say. Does nothing to whoever is no applicant any more.
 */
export function admitByDecision(state: State, member: MemberId, resultId: ActId, { at, from }: InForce): void {
  const found = state.members.members.get(member);
  if (!found || found.status !== "applicant") return;
  // Decided already, and in force no later: what waits or was put to all holds up no other decision.
  if (found.decided && (found.admitted?.from ?? at) <= from) return;
  delete found.from;
  delete found.fromIndex;
  found.decided = true;
  found.admitted = { by: resultId, from };
  settle(state, found, at);
}

/** The decision that admitted somebody is in force from another moment, or never (B-10, B-11). */
export function moveAdmission(state: State, member: MemberId, resultId: ActId, from: Millis | undefined): void {
  const found = state.members.members.get(member);
  if (!found || found.status !== "applicant" || found.admitted?.by !== resultId) return;
  if (from === undefined) {
    found.decided = false;
    delete found.admitted;
    delete found.from;
    delete found.fromIndex;
    return;
  }
  found.admitted = { by: resultId, from };
  if (found.from === undefined) return;
  const waits = (found.applied ?? 0) + statutesOf(state, state.at).admission.waitingDays * DAY_MS;
  found.from = Math.max(waits, from);
  found.fromIndex = state.size;
}

/** Ends a contested admission (M-12) from that moment on: the person is a guest again; voice remains, votes given stand. */
export function endContested(state: State, member: MemberId, resultId: ActId, from: Millis): void {
  const found = state.members.members.get(member);
  if (!found || found.status === "left" || found.status === "guest") return;
  noteContests(found, [...(found.contests ?? []), { by: resultId, from }]);
}

/** The same from another moment, or never (B-10, B-11). */
export function moveContest(state: State, member: MemberId, resultId: ActId, from: Millis | undefined): void {
  const found = state.members.members.get(member);
  if (!found?.contests?.some((c) => c.by === resultId)) return;
  const others = found.contests.filter((c) => c.by !== resultId);
  noteContests(found, from === undefined ? others : [...others, { by: resultId, from }]);
}

/** Of several decisions on the same admission the first in force ends it; none of them undoes another. */
function noteContests(member: Member, contests: NonNullable<Member["contests"]>): void {
  member.contests = contests;
  const [first, ...more] = contests;
  if (first) member.contested = more.reduce((a, b) => (b.from < a.from ? b : a), first);
  else delete member.contested;
}

/** A person whose contested admission has ended asks again: what they had before doesn't count any more (M-17). */
export function beginAnew(member: Member): void {
  member.vouchers = [];
  member.seen = false;
  member.decided = false;
  delete member.from;
  delete member.fromIndex;
  delete member.admitted;
  delete member.contested;
  delete member.contests;
}
