/**
 * Who has a card and no device leaves all the same (M-16): one member enters it with a code of the card, another cosigns
 * (K-8). Tellers get a code for a vote, so one word with a code ends no membership; and with another code the holder takes
 * it back, as other leavings by what somebody else may have held are taken back (K-16).
 */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { type Context, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { definePending, letWait } from "../keys/pending.ts";
import { inTerms } from "../keys/running.ts";
import { settleAskings } from "../keys/settle.ts";
import { leaveCard, type LeaveCard, leaveCardUndo, type LeaveCardUndo } from "./acts.ts";
import { useCode } from "./code-used.ts";
import { hasCard, hasCode } from "./codes.ts";
import { comeBack, mayComeBack } from "./coming-back.ts";
import { goAway } from "./going.ts";
import type { Member } from "./part.ts";
import { hasVote, isMember, standing } from "./standing.ts";

/** Is this code of the card one that serves, and none for a phone (K-17)? Refuses K-17. */
export function codeServes(state: State, member: Member, code: string, cx: Context): Result<true> {
  return hasCode(state, member, code, cx.sha256, cx.at) ? ok(true) : refuse("K-17", "no-such-code");
}

/** May this person leave by a card now (M-16)? Read-only, without a code. Refuses M-16, and K-12 while it is open whose the card is. */
export function mayLeaveByCard(state: State, id: MemberId, at: Millis): Result<Member> {
  const member = state.members.members.get(id);
  if (!member) return refuse("M-16", "no-card");
  if (standing(state, id, at) === "left") return refuse("M-16", "they-left");
  if (!hasCard(state, id, at)) return refuse("M-16", "no-card");
  const until = inTerms(state, id, at);
  return until === undefined ? ok(member) : refuse("K-12", "card-in-terms", { until });
}

/** Could another one than `by` confirm it: has a vote, and a device to sign with? Else one word suffices: nobody is kept in for want of a second (M-16). */
export function anotherConfirms(state: State, id: MemberId, by: MemberId, at: Millis): boolean {
  for (const m of state.members.members.values())
    if (m.id !== id && m.id !== by && hasVote(state, m.id, at) && !hasCard(state, m.id, at)) return true;
  return false;
}

export const leaveCardKind = defineKind<LeaveCard, undefined>({
  kind: "leave.card",
  schema: leaveCard,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const { member, code } = act.data;
    const may = mayLeaveByCard(state, member, cx.at);
    if (!may.ok) return may;
    const serves = codeServes(state, may.value, code, cx);
    return serves.ok ? admitted("M-16", cameBy(state, member)) : serves;
  },
  apply: (state, act, cx) => {
    const { member, code } = act.data;
    // It stands in the record for all to read now: nobody takes the leaving back with it, nor enters another.
    useCode(state, member, code, cx);
    if (anotherConfirms(state, member, act.by, cx.at)) letWait(state, act, cx);
    else leaves(state, member, cx);
  },
});

export const leaveCardPending = definePending<LeaveCard>({
  kind: "leave.card",
  admit: (state, first, _by, cx) => {
    const { member } = first.data;
    if (!isMember(state, first.by, cx.at))
      return refuse("M-2", "not-a-member", { standing: standing(state, first.by, cx.at) });
    const may = mayLeaveByCard(state, member, cx.at);
    return may.ok ? ok({ rule: "M-16", from: cameBy(state, member) }) : may;
  },
  apply: (state, first, _by, cx) => leaves(state, first.data.member, cx),
});

/** The codes stay: with one of them the leaving is taken back, or an appeal made (K-16, N-8). */
function leaves(state: State, id: MemberId, cx: Context): void {
  // A new card whose terms are over is the card: it isn't called off with what was asked (M-18).
  settleAskings(state, cx.at);
  goAway(state, id, { card: true }, cx);
}

/** May who left by a card be brought back with a code of it (K-16)? Read-only, without a code. */
export function mayUndoByCard(state: State, id: MemberId, at: Millis): Result<Member> {
  const member = state.members.members.get(id);
  if (!member || member.status !== "left") return refuse("K-16", "they-are-here");
  if (!member.leftAs?.card) return refuse("K-16", "not-by-card");
  const may = mayComeBack(state, member, at);
  if (may.ok) return ok(member);
  return may.code === "stay-ended" ? refuse("K-16", "their-stay-ended") : may;
}

/** Who left by a card within the time in which a code takes it back, each with until when: whom a form offers. */
export function leftByCard(state: State, at: Millis): Member[] {
  return [...state.members.members.values()].filter((m) => mayUndoByCard(state, m.id, at).ok);
}

export const leaveCardUndoKind = defineKind<LeaveCardUndo, undefined>({
  kind: "leave.card.undo",
  schema: leaveCardUndo,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const { member, code } = act.data;
    const may = mayUndoByCard(state, member, cx.at);
    if (!may.ok) return may;
    const serves = codeServes(state, may.value, code, cx);
    return serves.ok ? admitted("K-16", cameBy(state, member)) : serves;
  },
  apply: (state, act, cx) => {
    const { member, code } = act.data;
    useCode(state, member, code, cx);
    comeBack(state, member, cx.index, cx.at);
  },
});
