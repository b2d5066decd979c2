/** Agreements and signatures for members with a card (B-5, B-6): one member enters it with a code, another cosigns (K-8). */
import { type MemberId, ok, refuse, type Result } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { type AnyPendingKind, definePending } from "../keys/pending.ts";
import { codesServe, hasCard, hasCode, spendCode } from "../members/codes.ts";
import { needsVote } from "../members/no-vote.ts";
import type { NowCard } from "./acts.ts";
import { agree, signFor } from "./hands.ts";
import { mayAgree, maySignFor } from "./ways.ts";

/** May `by` enter this for the card's holder, or confirm it? Nobody their own. */
export function mayCardNow(state: State, data: NowCard, by: MemberId, cx: Context): Result<true> {
  if (by === data.member) return refuse("V-32", "own-card");
  const votes = needsVote(state, data.member, cx.at);
  if (!votes.ok) return votes;
  const member = state.members.members.get(data.member);
  if (!member || !hasCard(state, data.member, cx.at)) return refuse("V-32", "no-card");
  const serve = codesServe(state, data.member, cx.at);
  if (!serve.ok) return serve;
  if (!hasCode(state, member, data.code, cx.sha256, cx.at)) return refuse("V-32", "code-not-on-the-card");
  const may = data.what === "agree" ? mayAgree : maySignFor;
  return may(state, data.motion, data.version, data.member, cx.at);
}

export const bindingPending: readonly AnyPendingKind[] = [
  definePending<NowCard>({
    kind: "now.card",
    admit: (state, first, by, cx) => {
      const may = mayCardNow(state, first.data, by, cx);
      return may.ok ? ok({ rule: first.data.what === "agree" ? "B-5" : "B-6", from: first.data.motion }) : may;
    },
    apply: (state, { data }, _by, cx) => {
      const member = state.members.members.get(data.member);
      if (!member) throw new Error("a card for nobody");
      spendCode(state, member, data.code, cx.sha256, cx.at);
      if (data.what === "agree") agree(state, data.motion, data.version, data.member, cx.at);
      else signFor(state, data.motion, data.version, data.member, cx);
    },
  }),
];
