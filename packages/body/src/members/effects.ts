/** What carried decisions do to membership (M-9, M-12): called when a result is entered. */
import type { ActId, MemberId, Millis } from "@nabat/kernel";
import { firstInForce, inForceFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { statutesOf } from "../statutes/queries.ts";
import type { Member } from "./part.ts";
import { DAY_MS, settle } from "./settle.ts";
import { endVote, settleVote } from "./vote-begins.ts";

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
  if (!found || (found.leftAs?.was ?? found.status) !== "applicant") return;
  noteAdmissions(state, found, [...(found.admissions ?? []), { by: resultId, from }], at);
}

/** The decision that admitted somebody is in force from another moment, or never (B-10, B-11). */
export function moveAdmission(state: State, member: MemberId, resultId: ActId, from: Millis | undefined): void {
  const found = state.members.members.get(member);
  if (
    !found ||
    (found.leftAs?.was ?? found.status) !== "applicant" ||
    !found.admissions?.some((a) => a.by === resultId)
  )
    return;
  noteAdmissions(state, found, inForceFrom(found.admissions, resultId, from), state.at);
}

/** Of several decisions that admit somebody, the first in force does; the moment of becoming a member follows it. */
function noteAdmissions(state: State, member: Member, admissions: NonNullable<Member["admissions"]>, at: Millis): void {
  member.admissions = admissions;
  const first = firstInForce(admissions);
  // Who was a member without any decision stays it; half of the roll may have given them their vote (M-27).
  const stays = member.admitted === undefined && member.from !== undefined && member.from <= at;
  const same = first?.by === member.admitted?.by && first?.from === member.admitted?.from;
  if (stays || same) return rests(state, member, at);
  // Whoever had met every condition but time has met them still (M-7).
  const met = first !== undefined && member.from !== undefined;
  delete member.from;
  delete member.fromIndex;
  endVote(member);
  member.decided = first !== undefined;
  if (!first) delete member.admitted;
  else member.admitted = first;
  if (!met) return settle(state, member, at);
  const waits = (member.applied ?? 0) + statutesOf(state, at).admission.waitingDays * DAY_MS;
  member.from = Math.max(waits, first.from);
  member.fromIndex = state.size;
  settleVote(state, member, at);
}

/** A vote that rests on a decision goes on as that does; one that waits may begin by it. */
function rests(state: State, member: Member, at: Millis): void {
  if (member.voteBy === "decision") endVote(member);
  settleVote(state, member, at);
}

/** Ends a contested admission (M-12) from that moment on: the person is a guest again; voice remains, votes given stand. */
export function endContested(state: State, member: MemberId, resultId: ActId, from: Millis): void {
  const found = state.members.members.get(member);
  // Who left by a device comes back as a guest (K-16).
  const was = found?.status === "left" ? found.leftAs?.was : found?.status;
  if (!found || was === undefined || was === "guest") return;
  noteContests(found, [...(found.contests ?? []), { by: resultId, from }]);
}

/** The same from another moment, or never (B-10, B-11). */
export function moveContest(state: State, member: MemberId, resultId: ActId, from: Millis | undefined): void {
  const found = state.members.members.get(member);
  if (!found?.contests?.some((c) => c.by === resultId)) return;
  noteContests(found, inForceFrom(found.contests, resultId, from));
}

/** Of several decisions on the same admission the first in force ends it; none of them undoes another. */
function noteContests(member: Member, contests: NonNullable<Member["contests"]>): void {
  member.contests = contests;
  const first = firstInForce(contests);
  if (first) member.contested = first;
  else delete member.contested;
}

/** A person whose contested admission has ended asks again: what they had before doesn't count any more (M-17). */
export function beginAnew(member: Member): void {
  member.vouchers = [];
  member.seen = false;
  delete member.seenAt;
  delete member.seenBy;
  delete member.sponsors;
  delete member.confirmed;
  delete member.confirmedBy;
  delete member.byCard;
  delete member.door;
  delete member.voteBy;
  endVote(member);
  member.decided = false;
  delete member.from;
  delete member.fromIndex;
  delete member.admitted;
  delete member.admissions;
  delete member.contested;
  delete member.contests;
}
