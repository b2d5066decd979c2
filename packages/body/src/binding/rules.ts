/** Rules of what binds (B-5, B-6, B-9). See docs/protocol/binding.md. */
import { type ActId, refuse } from "@nabat/kernel";
import { electionReady } from "../elections/may.ts";
import { ballotHash, electionOf } from "../elections/queries.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { letWait } from "../keys/pending.ts";
import {
  nowAgree,
  type NowAgree,
  nowBack,
  type NowBack,
  nowCard,
  type NowCard,
  nowSign,
  type NowSign,
  putAll,
  type PutAll,
} from "./acts.ts";
import { moveDecision } from "./decided.ts";
import { agree, signFor } from "./hands.ts";
import { paperRules } from "./paper-rules.ts";
import { mayCardNow } from "./pending.ts";
import { decisionOf, mayPutToAll, putNeeded, suspend } from "./put-all.ts";
import { mayAgree, maySignFor, mayTakeBack, standingHands } from "./ways.ts";

/** What it is about: the schema lets exactly one of the two through. */
const onOf = ({ motion, election }: NowBack): ActId => motion ?? election ?? ("" as ActId);

const agreeKind = defineKind<NowAgree, undefined>({
  kind: "now.agree",
  schema: nowAgree,
  signer: "voter",
  admit: (state, act, cx) => {
    const { motion, election: id, version } = act.data;
    if (motion !== undefined) {
      const may = mayAgree(state, motion, version, act.by, cx.at);
      return may.ok ? admitted("B-5", cameBy(state, act.by)) : may;
    }
    const election = electionOf(state, id ?? ("" as ActId));
    if (!election.ok) return election;
    const ready = electionReady(state, election.value, cx.at);
    if (!ready.ok) return ready;
    const ballot = ballotHash(cx.sha256, state, election.value, cx.at);
    if (ballot !== version) return refuse("V-20", "another-version", { current: ballot });
    const given = standingHands(state, state.binding.agreed.get(election.value.id), version, cx.at);
    return given.includes(act.by) ? refuse("B-5", "agreed-already") : admitted("B-5", cameBy(state, act.by));
  },
  apply: (state, act, cx) => agree(state, onOf(act.data), act.data.version, act.by, cx.at),
});

const signKind = defineKind<NowSign, undefined>({
  kind: "now.sign",
  schema: nowSign,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = maySignFor(state, act.data.motion, act.data.version, act.by, cx.at);
    return may.ok ? admitted("B-6", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => signFor(state, act.data.motion, act.data.version, act.by, cx),
});

const backKind = defineKind<NowBack, undefined>({
  kind: "now.back",
  schema: nowBack,
  signer: "member",
  admit: (state, act, cx) => {
    const may = mayTakeBack(state, onOf(act.data), act.by, cx.at);
    return may.ok ? admitted("B-5", cameBy(state, act.by)) : may;
  },
  apply: (state, act) => {
    for (const hands of [state.binding.agreed, state.binding.signed]) {
      const given = hands.get(onOf(act.data));
      if (given) given.by = given.by.filter((m) => m !== act.by);
    }
  },
});

const cardKind = defineKind<NowCard, undefined>({
  kind: "now.card",
  schema: nowCard,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayCardNow(state, act.data, act.by, cx);
    return may.ok ? admitted(act.data.what === "agree" ? "B-5" : "B-6", act.data.motion) : may;
  },
  apply: (state, act, cx) => letWait(state, act, cx),
});

const putKind = defineKind<PutAll, undefined>({
  kind: "put.all",
  schema: putAll,
  signer: "voter",
  admit: (state, act, cx) => {
    const decision = decisionOf(state, act.data.result);
    if (!decision.ok) return decision;
    const may = mayPutToAll(state, decision.value, act.by, cx.at);
    return may.ok ? admitted("B-9", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const found = decisionOf(state, act.data.result);
    if (!found.ok) throw new Error("no decision");
    const decision = found.value;
    decision.putBy.push(act.by);
    if (decision.putBy.length < putNeeded(state, decision, cx.at)) return;
    moveDecision(state, decision, suspend(decision, cx.at), cx.at);
  },
});

export const bindingRules: readonly AnyKind[] = [agreeKind, signKind, backKind, cardKind, putKind, ...paperRules];
