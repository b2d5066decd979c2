/**
 * Being seen (M-24): somebody whom a newcomer's sponsor didn't choose has met them. One on the list that was drawn
 * beforehand; two whom a called meeting elected to count; in a body of few any other.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind, type Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { definePending, letWait } from "../keys/pending.ts";
import { partHere } from "../meetings/electing.ts";
import { leadingCourse } from "../meetings/queries.ts";
import { seen, type Seen } from "./acts.ts";
import { greetersAt } from "./greeters.ts";
import { needsVote } from "./no-vote.ts";
import type { Member } from "./part.ts";
import { noteSign } from "./resting.ts";
import { settle } from "./settle.ts";
import { alone } from "./sponsors.ts";
import { rollUpTo, standingOf } from "./standing.ts";
import { electedTellerOf } from "./tellers.ts";

/** In a body with fewer who have a vote, any of them but the sponsor sees a newcomer (M-24). */
export const SEEN_BY_LIST_LEAST = 5;

/** Is this person still on the way to a vote, so that being seen helps? */
export function isNewcomer(state: State, id: MemberId, at: Millis): boolean {
  const member = state.members.members.get(id);
  const has = standingOf(member, at);
  return has === "applicant" || has === "guest" || (has === "member" && member?.votesFrom === undefined);
}

/** May `by` see newcomers on their own, without a meeting (M-24): on the drawn list, or in a body of few? */
export function maySeeAlone(state: State, by: MemberId, at: Millis): Result<Right> {
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  const list = greetersAt(state, at);
  if (list?.members.includes(by)) return ok({ rule: "M-24", from: list.by });
  if (rollUpTo(state, at, SEEN_BY_LIST_LEAST) < SEEN_BY_LIST_LEAST) return ok(rightOf(state, by));
  return refuse("M-24", "not-on-the-list");
}

function rightOf(state: State, by: MemberId): Right {
  const from = state.members.members.get(by)?.by;
  return { rule: "M-24", ...(from === undefined ? {} : { from }) };
}

/** Is half of the roll in the halls of this meeting, each signed in by their own keys or a code of their card (M-26, G-44)? */
export function amongHalf(state: State, sitting: ActId | undefined, at: Millis): boolean {
  if (sitting === undefined || !state.meetings.courses.has(sitting)) return false;
  const { here, whole } = partHere(state, leadingCourse(state, sitting), at);
  return 2 * here >= whole;
}

/**
 * May `by` see this newcomer (M-24)? Not their sponsor, but where nobody else is there. Once; and once more where
 * half of the roll is there (`among`), which a place asks for (M-26).
 */
export function maySee(state: State, id: MemberId, by: MemberId, at: Millis, among = false): Result<true> {
  const member = state.members.members.get(id);
  if (!member || !isNewcomer(state, id, at))
    return refuse("M-24", "not-a-newcomer", { standing: standingOf(member, at) });
  if (member.seen && !(among && member.seenAmong === undefined)) return refuse("M-24", "seen-already", { member: id });
  const own = member.invitedBy === by || member.sponsors?.includes(by) === true;
  return own && !alone(state, at) ? refuse("M-24", "you-sponsor", { member: id }) : ok(true);
}

function mayEnter(state: State, data: Seen, by: MemberId, at: Millis): Result<Right> {
  const right: Result<Right> =
    data.sitting === undefined ? maySeeAlone(state, by, at) : elected(state, data.sitting, by, at);
  if (!right.ok) return right;
  const among = amongHalf(state, data.sitting, at);
  for (const id of data.members) {
    const may = maySee(state, id, by, at, among);
    if (!may.ok) return may;
  }
  return right;
}

function elected(state: State, sitting: NonNullable<Seen["sitting"]>, by: MemberId, at: Millis): Result<Right> {
  const teller = electedTellerOf(state, sitting, by, at, "M-24");
  return teller.ok ? ok({ rule: "M-24", from: sitting }) : teller;
}

function enterSeen(state: State, { members, sitting }: Seen, by: readonly MemberId[], at: Millis): void {
  const among = amongHalf(state, sitting, at);
  for (const id of members) {
    const member = state.members.members.get(id);
    if (!member || !isNewcomer(state, id, at)) continue;
    if (among) member.seenAmong = true;
    if (!member.seen) markSeen(state, member, by, at);
  }
}

/** Notes that this person was seen by these, and what follows from it. */
function markSeen(state: State, member: Member, by: readonly MemberId[], at: Millis): void {
  member.seen = true;
  member.seenAt = at;
  member.seenBy = [...by];
  noteSign(member, at);
  settle(state, member, at);
}

export const seenKind = defineKind<Seen, undefined>({
  kind: "seen",
  schema: seen,
  signer: "voter",
  admit: (state, act, cx) => {
    const right = mayEnter(state, act.data, act.by, cx.at);
    return right.ok ? ok({ right: right.value, effect: undefined }) : right;
  },
  apply: (state, act, cx) => {
    if (act.data.sitting !== undefined) return letWait(state, act, cx);
    enterSeen(state, act.data, [act.by], cx.at);
  },
});

export const seenPending = definePending<Seen>({
  kind: "seen",
  admit: (state, first, by, cx) => {
    const { sitting } = first.data;
    if (sitting === undefined) return refuse("M-24", "no-elected-tellers");
    const right = elected(state, sitting, by, cx.at);
    if (!right.ok) return right;
    // Who became somebody's sponsor meanwhile, or was seen by another, keeps nobody else from being entered.
    const own = first.data.members.find((id) => {
      const may = maySee(state, id, by, cx.at);
      return !may.ok && may.code === "you-sponsor";
    });
    return own === undefined ? right : refuse("M-24", "you-sponsor", { member: own });
  },
  apply: (state, first, by, cx) => enterSeen(state, first.data, [first.by, by], cx.at),
});
