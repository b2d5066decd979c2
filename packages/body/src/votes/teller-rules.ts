/** Rules of those who count sealed votes outside a sitting (V-51 to V-60). See docs/protocol/motions-and-votes.md. */
import { type ActId, refuse } from "@nabat/kernel";
import { mayOpen, noteOpening } from "../archive/openings.ts";
import { contestDecision, recountDecision } from "../binding/contest.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import {
  type NumberMissing,
  numberMissing,
  type OpeningAgain,
  openingAgain,
  type Recount,
  recount,
  type TellerAdd,
  tellerAdd,
  type TellerOffer,
  tellerOffer,
  type TellerOfferEnd,
  tellerOfferEnd,
  type TellerReveal,
  tellerReveal,
} from "./acts.ts";
import { voteOf } from "./may-cast.ts";
import { mayMiss, mayOpenAgain, mayRecount, miss, openAgain, sayRecount } from "./missing.ts";
import { offers } from "./lot.ts";
import type { Vote } from "./part.ts";
import { addTeller, mayAddTeller, mayOffer, mayReveal, reveal } from "./tellers.ts";

function mustFind(state: State, id: ActId): Vote {
  const vote = state.votes.votes.get(id);
  if (!vote) throw new Error(`no vote ${id}`);
  return vote;
}

const offering: readonly AnyKind[] = [
  defineKind<TellerOffer, undefined>({
    kind: "teller.offer",
    schema: tellerOffer,
    signer: "voter",
    admit: (state, act, cx) => {
      const may = mayOffer(state, act.by, cx.at);
      return may.ok ? admitted("V-51", cameBy(state, act.by)) : may;
    },
    apply: (state, act, cx) => void state.votes.offers.set(act.by, { commit: act.data.commit, at: cx.at }),
  }),
  defineKind<TellerOfferEnd, undefined>({
    kind: "teller.offer.end",
    schema: tellerOfferEnd,
    signer: "member",
    admit: (state, act, cx) =>
      offers(state, act.by, cx.at) ? admitted("V-51", cameBy(state, act.by)) : refuse("V-51", "no-offer"),
    apply: (state, act) => void state.votes.offers.delete(act.by),
  }),
];

const naming: readonly AnyKind[] = [
  defineKind<TellerAdd, undefined>({
    kind: "teller.add",
    schema: tellerAdd,
    signer: "voter",
    admit: (state, act, cx) => {
      const vote = voteOf(state, act.data.vote);
      if (!vote.ok) return vote;
      const may = mayAddTeller(state, vote.value, act.by, cx.at, act.data.teller);
      return may.ok ? admitted("V-53", vote.value.id) : may;
    },
    apply: (state, act, cx) => addTeller(state, mustFind(state, act.data.vote), act.by, act.data.teller, cx.sha256),
  }),
  defineKind<TellerReveal, undefined>({
    kind: "teller.reveal",
    schema: tellerReveal,
    signer: "member",
    admit: (state, act, cx) => {
      const vote = voteOf(state, act.data.vote);
      if (!vote.ok) return vote;
      const may = mayReveal(state, vote.value, act.by, act.data, cx.at, cx.sha256);
      return may.ok ? admitted("V-54", vote.value.id) : may;
    },
    apply: (state, act, cx) => {
      const vote = mustFind(state, act.data.vote);
      reveal(state, vote, act.by, act.data, cx.at, cx.sha256);
      if (act.data.recount) contestDecision(state, vote, cx.at);
    },
  }),
];

const missing: readonly AnyKind[] = [
  defineKind<NumberMissing, undefined>({
    kind: "number.missing",
    schema: numberMissing,
    signer: "member",
    admit: (state, act, cx) => {
      const vote = voteOf(state, act.data.vote);
      if (!vote.ok) return vote;
      const may = mayMiss(state, vote.value, act.by, cx.at, act.data.teller);
      return may.ok ? admitted("V-58", vote.value.id) : may;
    },
    apply: (state, act, cx) => {
      const vote = mustFind(state, act.data.vote);
      miss(state, vote, act.by, act.data.teller, cx.at);
      contestDecision(state, vote, cx.at);
    },
  }),
  defineKind<OpeningAgain, undefined>({
    kind: "opening.again",
    schema: openingAgain,
    signer: "member",
    admit: (state, act, cx) => {
      const vote = voteOf(state, act.data.vote);
      if (!vote.ok) return vote;
      const may = mayOpenAgain(state, vote.value, act.by, cx.at);
      if (!may.ok) return may;
      const fresh = mayOpen(state, act.data.opening.hash);
      return fresh.ok ? admitted("V-59", vote.value.id) : fresh;
    },
    apply: (state, act, cx) => {
      const vote = mustFind(state, act.data.vote);
      openAgain(vote, act.by, act.data);
      noteOpening(state, vote, act.data.opening.hash);
      contestDecision(state, vote, cx.at);
    },
  }),
  defineKind<Recount, undefined>({
    kind: "recount",
    schema: recount,
    signer: "member",
    admit: (state, act, cx) => {
      const vote = voteOf(state, act.data.vote);
      if (!vote.ok) return vote;
      const may = mayRecount(state, vote.value, act.by, cx.at, act.data);
      return may.ok ? admitted("V-59", vote.value.id) : may;
    },
    apply: (state, act, cx) => {
      const vote = mustFind(state, act.data.vote);
      sayRecount(state, vote, act.by, act.data, cx.id, cx.at);
      recountDecision(state, vote, cx.at);
    },
  }),
];

export const tellerRules: readonly AnyKind[] = [...offering, ...naming, ...missing];
