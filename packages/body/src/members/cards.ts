/**
 * Cards for people without a device (M-13): one-time codes, entered by one teller and cosigned by
 * another; before adoption, by any two on the founders' list while it is open.
 */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { defineKind, type Right } from "../engine/kind.ts";
import { cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { mayComeOn } from "../founding/list.ts";
import { definePending, letWait } from "../keys/pending.ts";
import { tellerOf } from "./tellers.ts";
import { card, type Card } from "./acts.ts";
import { newcomer, placeLeft } from "./joining.ts";
import { settle } from "./settle.ts";
import { standingOf } from "./standing.ts";

/** May `by` be one of the two who enter this card now (M-13)? */
function mayEnterCard(state: State, data: Card, by: MemberId, at: Millis): Result<Right> {
  const known = state.members.members.get(data.member);
  if (known && !known.card) return refuse("M-13", "has-a-device");
  if (standingOf(known, at) === "left") return refuse("M-16", "left");
  const names = mayBring(state, data.member, { name: data.name });
  if (!names.ok) return names;
  if (new Set(data.codes).size !== data.codes.length) return refuse("M-13", "codes-twice");
  if (!known) {
    const place = placeLeft(state, at);
    if (!place.ok) return place;
  }
  if (data.sitting === undefined) {
    if (state.founding.phase === "adopted") return refuse("M-13", "at-a-sitting-only");
    const open = mayComeOn(state, at);
    if (!open.ok) return open;
    return ok({ rule: "M-13", from: cameBy(state, by) });
  }
  const teller = tellerOf(state, data.sitting, by, at, "M-13");
  return teller.ok ? ok({ rule: "M-13", from: data.sitting }) : teller;
}

export const cardKind = defineKind<Card, undefined>({
  kind: "card",
  schema: card,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    // Before adoption nobody is there to see it: whoever made a card replaces it, so that no two others sign with a new one.
    const known = state.members.members.get(act.data.member);
    if (known?.card && state.founding.phase === "provisional" && known.invitedBy !== act.by)
      return refuse("M-13", "anothers-card");
    const right = mayEnterCard(state, act.data, act.by, cx.at);
    return right.ok ? ok({ right: right.value, effect: undefined }) : right;
  },
  apply: letWait,
});

export const cardPending = definePending<Card>({
  kind: "card",
  admit: (state, first, by, cx) => mayEnterCard(state, first.data, by, cx.at),
  apply: (state, first, by, cx) => {
    const { member: id, name, codes } = first.data;
    const known = state.members.members.get(id);
    bringIn(state, id, { name });
    if (known) {
      known.name = name.hash;
      known.codes = [...codes];
      // Who was on the founders' list and didn't sign comes back like any newcomer (F-18).
      if (known.status === "guest") {
        Object.assign(known, { status: "applicant", applied: cx.at, invitedBy: first.by, vouchers: [by], seen: true });
        settle(state, known, cx.at);
      }
      return;
    }
    const common = {
      name: name.hash,
      invitedBy: first.by,
      seen: first.data.sitting !== undefined,
      codes: [...codes],
      card: true,
    };
    const founding = state.founding.phase === "provisional";
    const member = founding
      ? newcomer(id, first.id, cx.at, { ...common, status: "member", founder: true, from: cx.at, fromIndex: cx.index })
      : newcomer(id, first.id, cx.at, { ...common, status: "applicant", applied: cx.at, vouchers: [by] });
    state.members.members.set(id, member);
    settle(state, member, cx.at);
  },
});
