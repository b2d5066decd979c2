/**
 * Resting (M-19 to M-22): who gave no sign for a year, and none after being asked twice, doesn't count
 * where rules ask for a part of the roll. They keep every right, and any sign wakes them. Computed; time
 * passing needs no act.
 */
import { type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { restAsk, type RestAsk, restHere, type RestHere } from "./acts.ts";
import { needsVote } from "./no-vote.ts";
import type { Member } from "./part.ts";
import { hasVote, isMember, restedAt, restsFrom, standing } from "./standing.ts";

const DAY_MS = 24 * 3600_000;
/** After so long without a sign a member may be asked, in ms (M-19). */
export const SILENT_MS = 365 * DAY_MS;
/** The second asking comes so much later, in ms (M-19). */
export const ASK_AGAIN_MS = 14 * DAY_MS;

/** When this person last gave a sign (M-20): an act, a card's code, a name at the door; else their becoming a member. */
export function lastSign(member: Member): Millis {
  return Math.max(member.sign ?? member.joined, member.from ?? member.joined);
}

/** May `by` ask this member whether they are still there (M-19)? */
export function mayAskRest(state: State, id: MemberId, by: MemberId, at: Millis): Result<true> {
  const member = state.members.members.get(id);
  if (!member || !isMember(state, id, at)) return refuse("M-19", "not-a-member", { standing: standing(state, id, at) });
  if (id === by) return refuse("M-19", "yourself");
  const [first, second] = member.asks ?? [];
  if (second) return refuse("M-19", "asked-twice", { from: restsFrom(member) ?? at });
  const from = first ? first.at + ASK_AGAIN_MS : lastSign(member) + SILENT_MS;
  if (at < from) return refuse("M-19", first ? "asked-lately" : "gave-a-sign", { from });
  if (first?.by === by && othersAwake(state, id, by, at)) return refuse("M-19", "asked-by-you");
  return needsVote(state, by, at);
}

/** Is there another member who could ask? Where all others rest, one asks twice (S-41). */
function othersAwake(state: State, id: MemberId, by: MemberId, at: Millis): boolean {
  for (const m of state.members.members.values())
    if (m.id !== id && m.id !== by && hasVote(state, m.id, at) && !restedAt(m, at)) return true;
  return false;
}

/** Notes a sign of this person (M-20): who rested is awake, and who was asked has answered. */
export function noteSign(member: Member, at: Millis): void {
  const from = restsFrom(member);
  if (from !== undefined && from <= at) member.rested = { from, until: at };
  if (member.asks) delete member.asks;
  member.sign = at;
}

export const restAskKind = defineKind<RestAsk, undefined>({
  kind: "rest.ask",
  schema: restAsk,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayAskRest(state, act.data.member, act.by, cx.at);
    return may.ok ? admitted("M-19", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const member = state.members.members.get(act.data.member);
    if (!member) throw new Error("asks for nobody");
    (member.asks ??= []).push({ by: act.by, at: cx.at });
  },
});

export const restHereKind = defineKind<RestHere, undefined>({
  kind: "rest.here",
  schema: restHere,
  signer: "member",
  admit: (state, act) => admitted("M-20", cameBy(state, act.by)),
  // Whatever somebody signs is a sign; this does nothing besides.
  apply: () => undefined,
});
