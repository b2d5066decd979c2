/** Vouching for an applicant (M-8), and being seen at a sitting by its tellers (M-11). */
import { ok, refuse } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { definePending, letWait } from "../keys/pending.ts";
import { tellerOf } from "./tellers.ts";
import { seen, type Seen, vouch, type Vouch } from "./acts.ts";
import { noteSign } from "./resting.ts";
import { settle } from "./settle.ts";
import { standing } from "./standing.ts";

/** More vouchers than statutes can ask for help nobody (M-8). */
const MOST_VOUCHERS = 10;

export const vouchKind = defineKind<Vouch, undefined>({
  kind: "vouch",
  schema: vouch,
  signer: "member",
  admit: (state, act, cx) => {
    const target = state.members.members.get(act.data.member);
    const has = standing(state, act.data.member, cx.at);
    if (!target || has !== "applicant") return refuse("M-8", "not-an-applicant", { standing: has });
    if (target.invitedBy === act.by) return refuse("M-8", "you-invited");
    if (target.vouchers.includes(act.by)) return refuse("M-8", "vouched-already");
    if (target.vouchers.length >= MOST_VOUCHERS) return refuse("M-8", "vouched-enough");
    return admitted("M-8", cameBy(state, act.by));
  },
  apply: (state, act, cx) => {
    const target = state.members.members.get(act.data.member);
    if (!target) throw new Error("vouch for nobody");
    target.vouchers.push(act.by);
    settle(state, target, cx.at);
  },
});

export const seenKind = defineKind<Seen, undefined>({
  kind: "seen",
  schema: seen,
  signer: "member",
  admit: (state, act, cx) => {
    const teller = tellerOf(state, act.data.sitting, act.by, cx.at, "M-11");
    if (!teller.ok) return teller;
    for (const id of act.data.members) {
      const has = standing(state, id, cx.at);
      if (has !== "applicant" && has !== "guest") return refuse("M-11", "not-a-newcomer", { standing: has });
    }
    return admitted("M-11", act.data.sitting);
  },
  apply: letWait,
});

export const seenPending = definePending<Seen>({
  kind: "seen",
  admit: (state, first, by, cx) => {
    const teller = tellerOf(state, first.data.sitting, by, cx.at, "M-11");
    return teller.ok ? ok({ rule: "M-11", from: first.data.sitting }) : teller;
  },
  apply: (state, first, _by, cx) => {
    for (const id of first.data.members) {
      const target = state.members.members.get(id);
      if (!target || target.status === "left") continue;
      target.seen = true;
      noteSign(target, cx.at);
      settle(state, target, cx.at);
    }
  },
});
