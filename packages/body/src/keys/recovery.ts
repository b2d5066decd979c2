/** Asking for new keys for somebody who lost theirs (K-6, K-7, K-11, K-15). Strangers enter nothing: a voter asks. */
import { defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { keyRecover, type KeyRecover } from "./acts.ts";
import { enterAsking, mayAsk, notAskedYet } from "./asking.ts";
import { checkKeys, grantSignature, newKeysSignature } from "./enrol.ts";

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
    const again = notAskedYet(state, act.data, act.by, cx.at);
    if (!again.ok) return again;
    const keys = checkKeys(state.keys.keys, act.data.enrol);
    return keys.ok ? admitted(may.value.rule, may.value.from) : keys;
  },
  apply: (state, act, cx) => {
    const { member, enrol, sitting, decided } = act.data;
    const where = { ...(sitting === undefined ? {} : { sitting }), ...(decided === undefined ? {} : { decided }) };
    enterAsking(state, { id: cx.id, member, by: act.by, at: cx.at, enrol, ...where }, cx.at);
  },
});
