/** Vouching for an applicant (M-8). */
import { type MemberId, type Millis, refuse, type Result } from "@nabat/kernel";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { vouch, type Vouch } from "./acts.ts";
import { needsVote } from "./no-vote.ts";
import { settle } from "./settle.ts";
import { standing } from "./standing.ts";

/** More vouchers than statutes can ask for help nobody (M-8). */
const MOST_VOUCHERS = 10;

/** May `by` vouch for this person (M-8)? */
export function mayVouch(state: State, id: MemberId, by: MemberId, at: Millis): Result<true> {
  const target = state.members.members.get(id);
  const has = standing(state, id, at);
  if (!target || has !== "applicant") return refuse("M-8", "not-an-applicant", { standing: has });
  if (target.invitedBy === by) return refuse("M-8", "you-invited");
  if (target.vouchers.includes(by)) return refuse("M-8", "vouched-already");
  if (target.vouchers.length >= MOST_VOUCHERS) return refuse("M-8", "vouched-enough");
  return needsVote(state, by, at);
}

export const vouchKind = defineKind<Vouch, undefined>({
  kind: "vouch",
  schema: vouch,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayVouch(state, act.data.member, act.by, cx.at);
    return may.ok ? admitted("M-8", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const target = state.members.members.get(act.data.member);
    if (!target) throw new Error("vouch for nobody");
    target.vouchers.push(act.by);
    settle(state, target, cx.at);
  },
});
