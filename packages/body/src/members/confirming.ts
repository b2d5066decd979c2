/** A third member confirms a card (M-28), a founder's too (F-17): so two alone make no members who don't exist. */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { mayStandFor } from "../keys/stand-for.ts";
import { cardConfirm, type CardConfirm } from "./acts.ts";
import type { Member } from "./part.ts";
import { settle } from "./settle.ts";
import { standingOf } from "./standing.ts";

/** Whose card came by this act. */
export function holderOf(state: State, card: ActId): Member | undefined {
  for (const member of state.members.members.values()) if (member.cardBy === card) return member;
  return undefined;
}

/** Does this card wait for a third (M-28)? A founder's no more once the body is adopted. */
export function awaitsThird(state: State, member: Member, at: Millis): boolean {
  if (member.cardBy === undefined || member.confirmed !== undefined || standingOf(member, at) === "left") return false;
  return state.founding.phase === "provisional" || member.byCard === true;
}

/** May `by` confirm this card (M-28)? Not the two who entered it, not who invited or is sponsor; once. */
export function mayConfirmCard(state: State, card: ActId, by: MemberId, at: Millis): Result<Member> {
  const holder = holderOf(state, card);
  if (!holder) return refuse("M-28", "no-such-card");
  if (standingOf(holder, at) === "left") return refuse("M-16", "they-left");
  if (holder.confirmed !== undefined) return refuse("M-28", "confirmed-already", { at: holder.confirmed });
  if (holder.cardTellers?.includes(by)) return refuse("M-28", "one-of-the-two");
  if (!awaitsThird(state, holder, at)) return refuse("M-28", "no-such-card");
  if (holder.invitedBy === by || holder.id === by || holder.sponsors?.includes(by))
    return refuse("M-28", "you-invited");
  const may = mayStandFor(state, by, at);
  return may.ok ? ok(holder) : may;
}

export const cardConfirmKind = defineKind<CardConfirm, undefined>({
  kind: "card.confirm",
  schema: cardConfirm,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayConfirmCard(state, act.data.card, act.by, cx.at);
    return may.ok ? admitted("M-28", act.data.card) : may;
  },
  apply: (state, act, cx) => {
    const holder = holderOf(state, act.data.card);
    if (!holder) throw new Error("no such card");
    holder.confirmed = cx.at;
    holder.confirmedBy = act.by;
    settle(state, holder, cx.at);
  },
});
