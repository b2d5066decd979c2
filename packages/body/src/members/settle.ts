/**
 * When an applicant becomes a member (M-6, M-7): as soon as every condition but time is met, the
 * moment is set, and from that moment on they are a member without another act.
 */
import type { Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Statutes } from "../statutes/acts.ts";
import { statutesOf } from "../statutes/queries.ts";
import type { Member } from "./part.ts";
import { rollUpTo } from "./standing.ts";
import { settleVote, throughDoor } from "./vote-begins.ts";

/** One day in ms. */
export const DAY_MS = 24 * 3600_000;

/** What an applicant still lacks, besides time (M-6). */
export interface Lacks {
  readonly vouchers: number;
  readonly seen: boolean;
  readonly decision: boolean;
}

/**
 * What `member` lacks under these statutes in a roll of `roll` members who don't rest. No more vouchers
 * are asked for than there are members who could vouch, the inviter aside (M-8).
 */
export function lacks(member: Member, statutes: Statutes, roll: number): Lacks {
  const a = statutes.admission;
  const asked = Math.min(a.vouchers, Math.max(0, roll - 1));
  return {
    vouchers: Math.max(0, asked - member.vouchers.length),
    seen: a.seen && !member.seen,
    decision: (a.decision || a.invitedBy === "decision") && !member.decided,
  };
}

/** What an applicant still lacks at `at`, besides time; a member lacks nothing. */
export function lacking(state: State, member: Member, at: Millis): Lacks {
  if (member.status !== "applicant" || member.from !== undefined) return { vouchers: 0, seen: false, decision: false };
  const statutes = statutesOf(state, at);
  return lacks(member, statutes, rollUpTo(state, at, statutes.admission.vouchers + 1));
}

/** Sets the moment from which an applicant is a member, if nothing but time is missing (M-7), and from which they vote (M-23). */
export function settle(state: State, member: Member, at: Millis): void {
  if (member.status === "applicant" && member.applied === at) throughDoor(state, member, at);
  settleMembership(state, member, at);
  settleVote(state, member, at);
}

function settleMembership(state: State, member: Member, at: Millis): void {
  if (member.status !== "applicant" || member.from !== undefined) return;
  const statutes = statutesOf(state, at);
  const missing = lacks(member, statutes, rollUpTo(state, at, statutes.admission.vouchers + 1));
  if (missing.vouchers > 0 || missing.seen || missing.decision) return;
  member.from = Math.max(
    at,
    (member.applied ?? at) + statutes.admission.waitingDays * DAY_MS,
    member.admitted?.from ?? at,
  );
  member.fromIndex = state.size;
}

/** The same for every applicant: after the statutes changed. */
export function settleAll(state: State, at: Millis): void {
  for (const member of state.members.members.values()) settle(state, member, at);
}
