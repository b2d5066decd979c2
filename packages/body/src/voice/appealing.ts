/** Appealing against the end of one's stay (N-8): by a device that the person had, or for who had a card with a code of it. */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { useCode } from "../members/code-used.ts";
import { hasCard } from "../members/codes.ts";
import { codeServes } from "../members/leaving-by-card.ts";
import { isMember, standing } from "../members/standing.ts";
import { stayAppeal, type StayAppeal } from "./acts.ts";
import type { StayEnd } from "./part.ts";
import { mayAppealStay } from "./stays.ts";
import { stayEndedBy } from "./stay-over.ts";

/**
 * May an appeal be entered for this person, who had a card (N-8)? Read-only, without a code. Another code appeals anew: else
 * a teller who kept one would use the appeal up, without a word.
 */
export function mayAppealByCard(state: State, member: MemberId, at: Millis): Result<StayEnd> {
  const may = mayAppealStay(state, member, at);
  if (!may.ok && may.code === "no-stay-ended") return may;
  if (!hasCard(state, member, at)) return refuse("N-8", "no-card");
  const end = stayEndedBy(state.members.members.get(member)?.stay, at);
  return !may.ok && may.code === "appealed-already" && end ? ok(end) : may;
}

/** Whose stay was ended and who had a card, and may appeal still: whom a form offers. */
export function appealsByCard(state: State, at: Millis): { readonly member: MemberId; readonly end: StayEnd }[] {
  return [...state.members.members.keys()].flatMap((member) => {
    const may = mayAppealByCard(state, member, at);
    return may.ok ? [{ member, end: may.value }] : [];
  });
}

export const stayAppealKind: AnyKind = defineKind<StayAppeal, undefined>({
  kind: "stay.appeal",
  schema: stayAppeal,
  signer: "guest",
  // Whoever's stay was ended has left, but for this.
  alsoLeft: true,
  admit: (state, act, cx) => {
    const { member: id = act.by, code } = act.data;
    if (code !== undefined && !isMember(state, act.by, cx.at))
      return refuse("M-2", "not-a-member", { standing: standing(state, act.by, cx.at) });
    const may = code === undefined ? mayAppealStay(state, id, cx.at) : mayAppealByCard(state, id, cx.at);
    if (!may.ok) return may;
    const member = state.members.members.get(id);
    const serves = code === undefined || !member ? ok(true as const) : codeServes(state, member, code, cx);
    if (!serves.ok) return serves;
    const text = mayBring(state, id, { text: act.data.text });
    return text.ok ? admitted("N-8", may.value.by) : text;
  },
  apply: (state, act, cx) => {
    const { member: id = act.by, code, text } = act.data;
    const stay = state.members.members.get(id)?.stay;
    if (!stay) throw new Error("an appeal against nothing");
    if (code !== undefined) useCode(state, id, code, cx);
    stay.appealed = { at: cx.at, ...(text ? { text: text.hash } : {}) };
    bringIn(state, id, { text });
  },
});
