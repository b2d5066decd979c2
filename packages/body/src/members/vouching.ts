/** Vouching for an applicant (M-8). */
import { refuse } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { vouch, type Vouch } from "./acts.ts";
import { settle } from "./settle.ts";
import { standing } from "./standing.ts";

/** More vouchers than statutes can ask for help nobody (M-8). */
const MOST_VOUCHERS = 10;

export const vouchKind = defineKind<Vouch, undefined>({
  kind: "vouch",
  schema: vouch,
  signer: "voter",
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
