/** Asking for new keys for somebody who lost theirs (K-6, K-7, K-11, K-15). Strangers enter nothing: a voter asks. */
import { ok, refuse, type Result } from "@nabat/kernel";
import { type Context, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { hasCode, isKeyCode, spendCode } from "../members/codes.ts";
import { noteSign } from "../members/resting.ts";
import { keyRecover, type KeyRecover } from "./acts.ts";
import { enterAsking, knownFor, mayAsk, notAskedYet } from "./asking.ts";
import { checkKeys, grantSignature, newKeysSignature } from "./enrol.ts";
import { inTerms } from "./running.ts";
import { noteAwake } from "./settle.ts";

export const recoverKind = defineKind<KeyRecover, undefined>({
  kind: "key.recover",
  schema: keyRecover,
  signer: "member",
  // The new reserve key over the new device, and that device itself: whose keys these are is for those who ask to know.
  nested: (act, state) => {
    if (!state) return [];
    const { nonce } = state.founding;
    const { enrol, own } = act.data;
    return [grantSignature(nonce, enrol.reserve, enrol), newKeysSignature(nonce, enrol, own)];
  },
  admit: (state, act, cx) => {
    const may = mayAsk(state, act.data, act.by, cx.at);
    if (!may.ok) return may;
    const coded = withCode(state, act.data, cx);
    if (!coded.ok) return coded;
    const again = notAskedYet(state, act.data, act.by, cx.at);
    if (!again.ok) return again;
    const keys = checkKeys(knownFor(state, act.data, cx.at), act.data.enrol);
    return keys.ok ? admitted(may.value.rule, may.value.from) : keys;
  },
  apply: (state, act, cx) => {
    const { member, enrol, sitting, decided, code } = act.data;
    const holder = state.members.members.get(member);
    if (code !== undefined && holder) {
      spendCode(state, holder, code, cx.sha256, cx.at);
      noteSign(holder, cx.at);
      noteAwake(state, member, cx.at);
    }
    const where = { ...(sitting === undefined ? {} : { sitting }), ...(decided === undefined ? {} : { decided }) };
    const coded = code === undefined ? {} : { coded: true as const };
    enterAsking(state, { id: cx.id, member, by: act.by, at: cx.at, enrol, ...coded, ...where }, cx.at);
  },
});

/** Is the code that was given the one of the card in force that serves for a phone, and is it open about nothing whose card it is (K-17)? */
function withCode(state: State, { member: id, code, decided }: KeyRecover, cx: Context): Result<true> {
  if (code === undefined) return ok(true);
  const until = inTerms(state, id, cx.at);
  if (decided !== undefined || until !== undefined)
    return refuse("K-17", "card-in-terms", until === undefined ? {} : { until });
  const member = state.members.members.get(id);
  if (member && isKeyCode(state, member, code, cx.sha256, cx.at)) return ok(true);
  const forVotes = member !== undefined && hasCode(state, member, code, cx.sha256, cx.at);
  return refuse("K-17", forVotes ? "code-for-votes" : "code-not-on-the-card");
}
