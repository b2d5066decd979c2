/**
 * Cards for people without a device (M-13): one-time codes, entered by one elected teller of a called meeting and
 * cosigned by another; before adoption, by any two on the founders' list while it is open. Another card for who has
 * one is asked for as keys are (K-17).
 */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { defineKind, type Right } from "../engine/kind.ts";
import { cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { mayComeOn } from "../founding/list.ts";
import { enterAsking, mayAsk, notAskedYet } from "../keys/asking.ts";
import { definePending, letWait } from "../keys/pending.ts";
import { mayStandFor } from "../keys/stand-for.ts";
import { card, type Card } from "./acts.ts";
import { cardOf, hasCard } from "./codes.ts";
import { newcomer } from "./joining.ts";
import { placeLeft } from "./seats.ts";
import { amongHalf } from "./seeing.ts";
import { settle } from "./settle.ts";
import { standing, standingOf } from "./standing.ts";
import { electedTeller } from "./tellers.ts";

/** Is this another card for a member or applicant who has one (K-17)? Before adoption whoever made it replaces it. */
function isAnother(state: State, data: Pick<Card, "member">, at: Millis): boolean {
  const has = standing(state, data.member, at);
  return state.founding.phase === "adopted" && hasCard(state, data.member, at) && has !== "guest" && has !== "left";
}

/** What holds of every card: nobody with a device, no code twice, a name that may come in. */
function mayHaveCard(state: State, data: Card, at: Millis): Result<true> {
  const known = state.members.members.get(data.member);
  if (known && !hasCard(state, data.member, at)) return refuse("M-13", "has-a-device");
  if (standingOf(known, at) === "left") return refuse("M-16", "they-left");
  if (new Set(data.codes).size !== data.codes.length) return refuse("M-13", "codes-twice");
  return mayBring(state, data.member, { name: data.name });
}

/** May `by` be one of the two who enter a newcomer's card now (M-13)? */
function mayEnterCard(state: State, data: Card, by: MemberId, at: Millis): Result<Right> {
  const may = mayHaveCard(state, data, at);
  if (!may.ok) return may;
  if (!state.members.members.has(data.member)) {
    const place = placeLeft(state, at);
    if (!place.ok) return place;
  }
  if (data.decided !== undefined) return refuse("K-15", "no-such-decision");
  if (data.sitting === undefined) {
    if (state.founding.phase === "adopted") return refuse("M-13", "at-a-sitting-only");
    const open = mayComeOn(state, at);
    if (!open.ok) return open;
    return ok({ rule: "M-13", from: cameBy(state, by) });
  }
  const stands = mayStandFor(state, by, at);
  if (!stands.ok) return stands;
  const teller = electedTeller(state, data.sitting, by, at, "M-13");
  return teller.ok ? ok({ rule: "M-13", from: data.sitting }) : teller;
}

/** May `by` ask for another card for who has one (K-17)? */
function mayAskForCard(state: State, data: Card, by: MemberId, at: Millis): Result<Right> {
  const may = mayHaveCard(state, data, at);
  if (!may.ok) return may;
  const asked = mayAsk(state, data, by, at);
  if (!asked.ok) return asked;
  const again = notAskedYet(state, data, by, at);
  return again.ok ? asked : again;
}

export const cardKind = defineKind<Card, { readonly another: boolean }>({
  kind: "card",
  schema: card,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    // Before adoption nobody is there to see it: whoever made a card replaces it, so that no two others sign with a new one.
    const known = state.members.members.get(act.data.member);
    if (known?.card && state.founding.phase === "provisional" && known.invitedBy !== act.by)
      return refuse("M-13", "anothers-card");
    const another = isAnother(state, act.data, cx.at);
    const right = (another ? mayAskForCard : mayEnterCard)(state, act.data, act.by, cx.at);
    return right.ok ? ok({ right: right.value, effect: { another } }) : right;
  },
  apply: (state, act, cx, { another }) => {
    const { member, name, codes, sitting, decided } = act.data;
    // Also while it waits for the second: else somebody makes the name their own in between (E-6).
    bringIn(state, member, { name });
    if (!another) return letWait(state, act, cx);
    const where = { ...(sitting === undefined ? {} : { sitting }), ...(decided === undefined ? {} : { decided }) };
    const asked = { ...cardOf(codes), name: name.hash };
    enterAsking(state, { id: cx.id, member, by: act.by, at: cx.at, card: asked, ...where }, cx.at);
  },
});

export const cardPending = definePending<Card>({
  kind: "card",
  admit: (state, first, by, cx) => mayEnterCard(state, first.data, by, cx.at),
  apply: (state, first, by, cx) => {
    const { member: id, name, codes } = first.data;
    const known = state.members.members.get(id);
    bringIn(state, id, { name });
    const made = { cardBy: first.id, cardTellers: [first.by, by] };
    const entered = { ...made, byCard: true };
    // The second of the two met them there; the first is who invited (M-13, M-24).
    const among = amongHalf(state, first.data.sitting, cx.at) ? { seenAmong: true as const } : {};
    const seenThere = { seen: true, seenAt: cx.at, seenBy: [by], ...among };
    if (known) {
      known.name = name.hash;
      delete known.keyCode;
      Object.assign(known, cardOf(codes));
      // Another card before adoption: whoever confirmed the first one saw other codes.
      if (state.founding.phase === "provisional") Object.assign(known, made);
      delete known.confirmed;
      delete known.confirmedBy;
      // Who was on the founders' list and didn't sign comes back like any newcomer (F-18).
      if (known.status === "guest") {
        const anew = { status: "applicant", applied: cx.at, invitedBy: first.by, vouchers: [by], ...seenThere };
        Object.assign(known, anew, entered);
        settle(state, known, cx.at);
      }
      return;
    }
    const common = {
      name: name.hash,
      invitedBy: first.by,
      ...(first.data.sitting === undefined ? {} : seenThere),
      ...cardOf(codes),
      card: true,
    };
    const founding = state.founding.phase === "provisional";
    const member = founding
      ? newcomer(id, first.id, cx.at, {
          ...common,
          ...made,
          status: "member",
          founder: true,
          from: cx.at,
          fromIndex: cx.index,
        })
      : newcomer(id, first.id, cx.at, { ...common, ...entered, status: "applicant", applied: cx.at, vouchers: [by] });
    state.members.members.set(id, member);
    settle(state, member, cx.at);
  },
});
