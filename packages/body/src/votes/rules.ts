/** Rules of votes and results (V-20 to V-44). See docs/protocol/motions-and-votes.md. */
import type { ActId } from "@nabat/kernel";
import { bind } from "../archive/own.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { letWait } from "../keys/pending.ts";
import { rulesOfSection } from "../motions/sections.ts";
import {
  result,
  type ResultDeclared,
  type Tally,
  tally,
  type VoteCard,
  voteCard,
  type VoteCast,
  voteCast,
  type VoteClose,
  voteClose,
  type VoteOpen,
  voteOpen,
} from "./acts.ts";
import { decide } from "./carried.ts";
import { statutesNow } from "./course.ts";
import { type Calling, mayCall } from "./may-call.ts";
import { enterPosition, goodPosition, mayCast, voteOf } from "./may-cast.ts";
import { checkResult, goodTally, mayClose, mayDeclare, mayTally } from "./may-count.ts";
import type { Vote } from "./part.ts";
import { mayCard } from "./pending.ts";

function mustFind(state: State, id: ActId): Vote {
  const vote = state.votes.votes.get(id);
  if (!vote) throw new Error(`no vote ${id}`);
  return vote;
}

const openKind = defineKind<VoteOpen, Calling>({
  kind: "vote.open",
  schema: voteOpen,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayCall(state, act.data, act.by, cx.at);
    return may.ok ? admitted("V-21", may.value.right, may.value) : may;
  },
  apply: (state, act, cx, calling) => {
    const { motion: id, version, mode, sitting, closes } = act.data;
    const motion = state.motions.motions.get(id);
    if (!motion) throw new Error(`no motion ${id}`);
    const { n, statutes } = statutesNow(state);
    const { majority, quorum } = motion.subject.type === "statutes" ? statutes.change : statutes.voting;
    state.votes.votes.set(cx.id, {
      id: cx.id,
      motion: id,
      version,
      mode,
      ...(sitting ? { sitting } : {}),
      section: calling.section,
      tellers: [...calling.tellers],
      opened: cx.at,
      index: cx.index,
      statutes: n,
      caller: act.by,
      ...(closes === undefined ? {} : { closes }),
      whole: calling.whole,
      ...rulesOfSection(majority, quorum, calling.section),
      cast: new Map(),
      commits: new Map(),
      castCount: 0,
      byTellers: 0,
      tallies: new Map(),
    });
    motion.votes.push(cx.id);
    motion.status = "voting";
    bind(state, version, cx.id);
    bind(state, motion.title, cx.id);
  },
});

const castKind = defineKind<VoteCast, undefined>({
  kind: "vote.cast",
  schema: voteCast,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayCast(state, vote.value, { member: act.by, key: cx.key, version: act.data.version, act: cx.id }, cx.at);
    if (!may.ok) return may;
    const good = goodPosition(vote.value, act.data, cx);
    return good.ok ? admitted("V-27", vote.value.id) : good;
  },
  apply: (state, act, cx) => {
    enterPosition(state, mustFind(state, act.data.vote), act.by, act.data, cx.at, false);
    state.archive.taken.delete(cx.id);
  },
});

const cardKind = defineKind<VoteCard, undefined>({
  kind: "vote.card",
  schema: voteCard,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const may = mayCard(state, act.data, act.by, cx.at, cx);
    return may.ok ? admitted("V-32", act.data.vote) : may;
  },
  apply: (state, act, cx) => letWait(state, act, cx),
});

const closeKind = defineKind<VoteClose, undefined>({
  kind: "vote.close",
  schema: voteClose,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayClose(state, vote.value, act.by, cx.at);
    return may.ok ? admitted("V-33", vote.value.sitting ?? vote.value.id) : may;
  },
  apply: (state, act, cx) => {
    const vote = mustFind(state, act.data.vote);
    vote.closed = vote.closes === undefined ? cx.at : Math.min(cx.at, vote.closes);
  },
});

const tallyKind = defineKind<Tally, undefined>({
  kind: "tally",
  schema: tally,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayTally(state, vote.value, act.by, cx.at);
    if (!may.ok) return may;
    const good = goodTally(vote.value, act.data);
    return good.ok ? admitted("V-34", vote.value.id) : good;
  },
  apply: (state, act, cx) => {
    const { vote, counts, present } = act.data;
    mustFind(state, vote).tallies.set(act.by, { by: act.by, at: cx.at, counts, ...(present === undefined ? {} : { present }) });
  },
});

const resultKind = defineKind<ResultDeclared, { readonly differ: boolean }>({
  kind: "result",
  schema: result,
  signer: "member",
  beforeAdoption: true,
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayDeclare(state, vote.value, cx.at);
    if (!may.ok) return may;
    const held = checkResult(vote.value, act.data, cx);
    return held.ok ? admitted("V-37", vote.value.id, { differ: held.value.differ }) : held;
  },
  apply: (state, act, cx, { differ }) => {
    const { vote: id, counts, whole, present, outcome } = act.data;
    const vote = mustFind(state, id);
    const motion = state.motions.motions.get(vote.motion);
    if (!motion) throw new Error(`no motion ${vote.motion}`);
    vote.result = {
      id: cx.id,
      at: cx.at,
      counts,
      whole,
      ...(present === undefined ? {} : { present }),
      outcome,
      differ,
      byTellers: vote.byTellers,
    };
    // From here only totals remain in the state: who voted is nobody's matter any more (L11).
    vote.cast = new Map();
    vote.commits = new Map();
    state.votes.results.set(cx.id, id);
    decide(state, vote, motion, cx.id, cx.at);
  },
});

export const voteRules: readonly AnyKind[] = [openKind, castKind, cardKind, closeKind, tallyKind, resultKind];
