/** Rules of a hall on paper (B-13). See docs/protocol/binding.md. */
import { bind } from "../archive/own.ts";
import { electionCalled } from "../elections/effects.ts";
import { ballotOf } from "../elections/queries.ts";
import type { Election } from "../elections/part.ts";
import { type AnyKind, type Context, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { bindVersion } from "../motions/amending.ts";
import { decide } from "../votes/carried.ts";
import { waitingVotes } from "../votes/course.ts";
import { endOvertaken } from "../votes/overtake.ts";
import { computeResult } from "../votes/computed.ts";
import { paperSign, type PaperSign, paperVote, type PaperVote } from "./acts.ts";
import { electionDeclared, takeBack } from "./decided.ts";
import { isSigned, replacedBy } from "./paper-waits.ts";
import { mayEnterPaper, maySignPaper, paperOf } from "./paper.ts";
import { paperAsVote } from "./paper-vote.ts";
import type { WaitingPaper } from "./part.ts";

/** Every teller has signed: the vote stands with its result, and decides (B-13). */
function decidePaper(state: State, paper: WaitingPaper, cx: Context): void {
  const vote = paperAsVote(state, paper, cx.at);
  const computed = computeResult(vote, cx);
  if (!computed.ok) throw new Error(`a paper vote without a result: ${computed.rule}`);
  const { counts, present, reckoning, election: reckoned } = computed.value;
  vote.result = {
    id: cx.id,
    at: cx.at,
    counts,
    whole: reckoning.whole,
    present: present ?? paper.data.present,
    outcome: reckoning.outcome,
    differ: false,
    byTellers: 0,
    ...(reckoned ? { elected: [...reckoned.elected], tied: [...reckoned.tied] } : {}),
  };
  state.votes.votes.set(vote.id, vote);
  state.votes.results.set(cx.id, vote.id);
  const election = vote.election === undefined ? undefined : state.elections.elections.get(vote.election);
  if (election) return electPaper(state, election, vote, cx);
  const motion = state.motions.motions.get(vote.motion);
  if (!motion) throw new Error("a paper vote on nothing");
  takeBack(state, motion.decidedBy);
  endOvertaken(waitingVotes(state, motion, cx.at), vote.id, cx.at);
  motion.votes.push(vote.id);
  bindVersion(state, motion, vote.id);
  bind(state, motion.title, vote.id);
  decide(state, vote, motion, cx.id, cx);
}

function electPaper(state: State, election: Election, vote: ReturnType<typeof paperAsVote>, cx: Context): void {
  electionCalled(state, election, vote.id, cx.at);
  electionDeclared(state, election, vote, cx.id, cx.at);
}

export const paperRules: readonly AnyKind[] = [
  defineKind<PaperVote, undefined>({
    kind: "paper.vote",
    schema: paperVote,
    signer: "member",
    admit: (state, act, cx) => {
      const may = mayEnterPaper(state, act.data, act.by, cx);
      return may.ok ? admitted("B-13", may.value.id) : may;
    },
    apply: (state, act, cx) => {
      const election = act.data.election && state.elections.elections.get(act.data.election);
      const ballot = election && ballotOf(state, election, cx.at);
      const entered = { id: cx.id, chair: act.by, at: cx.at, index: cx.index, data: act.data };
      const waits = { ...entered, ...(ballot ? { ballot } : {}), signed: [] };
      const before = replacedBy(state, act.by, act.data);
      if (before) state.binding.paper.delete(before.id);
      state.binding.paper.set(cx.id, waits);
    },
  }),
  defineKind<PaperSign, undefined>({
    kind: "paper.sign",
    schema: paperSign,
    signer: "member",
    admit: (state, act, cx) => {
      const paper = paperOf(state, act.data.vote);
      if (!paper.ok) return paper;
      const may = maySignPaper(state, paper.value, act.by, cx);
      return may.ok ? admitted("B-13", paper.value.id) : may;
    },
    apply: (state, act, cx) => {
      const paper = state.binding.paper.get(act.data.vote);
      if (!paper) throw new Error("no such vote on paper");
      paper.signed.push(act.by);
      if (isSigned(paper)) decidePaper(state, paper, cx);
    },
  }),
];
