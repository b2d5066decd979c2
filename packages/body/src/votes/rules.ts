/** Rules of votes and results (V-20 to V-44). See docs/protocol/motions-and-votes.md. */
import { type ActId, type MemberId, type Millis, refuse } from "@nabat/kernel";
import { forgetOpenings, mayOpen, noteOpening } from "../archive/openings.ts";
import { bind, bringIn, mayBring } from "../archive/own.ts";
import { openingsUntil } from "../archive/queries.ts";
import { mayCallElection } from "../elections/calling.ts";
import { type Moment, electionDeclared, moveDecision, settleAgain, takeBack } from "../binding/decided.ts";
import { useUp } from "../binding/hands.ts";
import { electionCalled } from "../elections/effects.ts";
import type { Election } from "../elections/part.ts";
import { waitingFor } from "../elections/may.ts";
import { ballotHash } from "../elections/queries.ts";
import { type AnyKind, defineKind } from "../engine/kind.ts";
import { admitted } from "../engine/right.ts";
import { NEVER } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { votes } from "../members/standing.ts";
import { letWait } from "../keys/pending.ts";
import { noteResult, noteVote } from "../meetings/procedure.ts";
import { leadingCourse } from "../meetings/queries.ts";
import { bindVersion } from "../motions/amending.ts";
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
import { askedOf, statutesNow } from "../statutes/queries.ts";
import { decide } from "./carried.ts";
import { contestUntil } from "./course.ts";
import { type Electorate, inElectorate } from "./electorate.ts";
import { calledOn, firstVote } from "./frozen.ts";
import { TELLERS_MS } from "./lists.ts";
import { lotAmong } from "./lot.ts";
import { type Calling, mayCall } from "./may-call.ts";
import { enterPosition, goodPosition, mayCast, voteOf } from "./may-cast.ts";
import { checkResult, type Computed } from "./computed.ts";
import { goodTally, mayClose, mayDeclare, mayTally, newCount } from "./may-count.ts";
import { endOvertaken, votesEndedBy } from "./overtake.ts";
import { enterTally, HALL, partNamed, tallyOf } from "./parts.ts";
import type { Vote } from "./part.ts";
import { mayCard } from "./pending.ts";
import { byLists, listed } from "./sealed.ts";
import { tellerRules } from "./teller-rules.ts";
import { countedIn, unfit } from "./tellers.ts";

function mustFind(state: State, id: ActId): Vote {
  const vote = state.votes.votes.get(id);
  if (!vote) throw new Error(`no vote ${id}`);
  return vote;
}

const openKind = defineKind<VoteOpen, Calling>({
  kind: "vote.open",
  schema: voteOpen,
  signer: "member",
  admit: (state, act, cx) => {
    if (act.data.election !== undefined) {
      const may = mayCallElection(state, act.data, act.by, cx.at);
      if (!may.ok) return may;
      // What was put to all is voted on again as it stood then (B-10).
      if (act.data.again !== undefined) {
        const version = firstVote(state, act.data.again).version;
        return version === act.data.version
          ? admitted("V-21", may.value.right, may.value)
          : refuse("V-20", "another-version", { current: version });
      }
      const election = state.elections.elections.get(act.data.election);
      const ballot = election && ballotHash(cx.sha256, state, election, cx.at);
      return ballot === act.data.version
        ? admitted("V-21", may.value.right, may.value)
        : refuse("V-20", "another-version", { current: ballot ?? "" });
    }
    const may = mayCall(state, act.data, act.by, cx.at);
    return may.ok ? admitted("V-21", may.value.right, may.value) : may;
  },
  apply: (state, act, cx, calling) => {
    const { version, mode, sitting, closes } = act.data;
    const sealed = byLists(act.data);
    const on = calledOn(state, act.data, calling.section, cx.at);
    const { resting, electorate } = calling;
    const outside = mode === "mixed" && sitting ? outsideNow(state, sitting, electorate, cx.at) : undefined;
    state.votes.votes.set(cx.id, {
      id: cx.id,
      ...on,
      version,
      mode,
      ...(sitting ? { sitting } : {}),
      section: calling.section,
      tellers: [...calling.tellers],
      opened: cx.at,
      index: cx.index,
      caller: act.by,
      ...(outside ? { remote: outside, remotes: outside.size } : {}),
      ...(calling.halls.length > 0 ? { halls: calling.halls } : {}),
      ...(calling.opinion ? { opinion: true as const } : {}),
      ...(calling.now ? { now: true as const } : {}),
      ...(calling.together ? { together: true as const } : {}),
      ...(act.data.again === undefined ? {} : { again: act.data.again }),
      ...(closes === undefined ? {} : { closes }),
      whole: calling.whole,
      ...electorate,
      ...(resting > 0 ? { resting } : {}),
      cast: new Map(),
      commits: new Map(),
      castCount: 0,
      byTellers: 0,
      tallies: new Map(),
      ...(sealed ? { opens: cx.at + TELLERS_MS } : {}),
      ...(listed({ mode, devices: on.devices }) ? { many: groupSize(state, calling.whole, cx.at) } : {}),
    });
    noteCalled(state, act.data, cx.id, calling, cx.at);
    if (calling.now) useUp(state, on.motion);
    forgetVoters(state, cx.at);
    if (act.data.again !== undefined) noteAgain(state, act.data.again, cx.id, cx.at);
    if (sealed) beginLot(state, mustFind(state, cx.id), cx.at);
    if (sitting) noteVote(state, sitting, cx.id, on.motion, cx.at);
  },
});

/** Who takes part from outside the hall and has a vote on this (G-40, M-23). */
function outsideNow(state: State, sitting: ActId, electorate: Electorate, at: Millis): Map<MemberId, Millis> {
  const { remote } = leadingCourse(state, sitting);
  const counts = (id: MemberId): boolean => {
    const member = state.members.members.get(id);
    return votes(member, at) && inElectorate(member, electorate, at);
  };
  return new Map([...remote].filter(([id]) => counts(id)));
}

/** So many members call a meeting (S-35). */
function groupSize(state: State, whole: number, at: Millis): number {
  return askedOf(statutesNow(state, at).statutes.convene.signatures, whole);
}

/** V-54: the lot is among those who had offered before the call, and may count. */
function beginLot(state: State, vote: Vote, at: Millis): void {
  const of = countedIn(state, vote);
  vote.lot = lotAmong(state, (m) => !vote.tellers.includes(m) && unfit(state, of, m, at) === undefined, at);
}

/** Once a vote over days was called on what was put to all, only a vote that is counted brings it into force (B-10). */
function noteAgain(state: State, id: ActId, vote: ActId, at: Millis): void {
  const decision = state.binding.decisions.get(id);
  if (!decision) throw new Error("no such decision");
  decision.again.push(vote);
  moveDecision(state, decision, NEVER, at);
}

function noteCalled(state: State, data: VoteOpen, vote: ActId, { opinion }: Calling, at: Millis): void {
  if (data.again !== undefined) return;
  const election = data.election === undefined ? undefined : state.elections.elections.get(data.election);
  if (election) {
    endOvertaken(waitingFor(state, election, at), vote, at);
    return electionCalled(state, election, vote, at);
  }
  const motion = state.motions.motions.get(data.motion ?? ("" as ActId));
  if (!motion) throw new Error(`no motion ${data.motion}`);
  // An opinion takes no vote's place (G-28).
  if (!opinion && motion.subject.type !== "procedure") endOvertaken(votesEndedBy(state, motion, at), vote, at);
  if (opinion) motion.opinions.push(vote);
  else {
    takeBack(state, motion.decidedBy);
    motion.votes.push(vote);
    motion.status = "voting";
  }
  bindVersion(state, motion, vote);
  bind(state, motion.title, vote);
}

const castKind = defineKind<VoteCast, undefined>({
  kind: "vote.cast",
  schema: voteCast,
  signer: "voter",
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayCast(
      state,
      vote.value,
      { member: act.by, key: cx.key, version: act.data.version, act: cx.id },
      cx.at,
    );
    if (!may.ok) return may;
    const good = goodPosition(vote.value, act.data, cx);
    if (!good.ok) return good;
    const fresh = mayOpen(state, act.data.opening.hash);
    return fresh.ok ? admitted("V-27", vote.value.id) : fresh;
  },
  apply: (state, act, cx) => {
    enterPosition(state, mustFind(state, act.data.vote), act.by, act.data, cx.at, false);
    state.archive.taken.delete(cx.id);
  },
});

const cardKind = defineKind<VoteCard, undefined>({
  kind: "vote.card",
  schema: voteCard,
  signer: "voter",
  admit: (state, act, cx) => {
    const may = mayCard(state, act.data, act.by, cx.at, cx);
    if (!may.ok) return may;
    const fresh = mayOpen(state, act.data.opening.hash);
    return fresh.ok ? admitted("V-32", act.data.vote) : fresh;
  },
  apply: (state, act, cx) => {
    letWait(state, act, cx);
    // Before the second teller confirms it nobody may make it a text of theirs either.
    noteOpening(state, mustFind(state, act.data.vote), act.data.opening.hash);
  },
});

const closeKind = defineKind<VoteClose, undefined>({
  kind: "vote.close",
  schema: voteClose,
  signer: "member",
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
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayTally(state, vote.value, act.by, cx.at, act.data);
    if (!may.ok) return may;
    const good = goodTally(vote.value, act.data);
    if (!good.ok) return good;
    const fresh = newCount(vote.value, act.by, act.data);
    if (!fresh.ok) return fresh;
    const file = mayBring(state, act.by, act.data);
    return file.ok ? admitted("V-34", vote.value.id) : file;
  },
  apply: (state, act, cx) => {
    const { counts, present, list, file } = act.data;
    const vote = mustFind(state, act.data.vote);
    const part = partNamed(vote, act.data) ?? HALL;
    enterTally(vote, part, {
      by: act.by,
      at: cx.at,
      counts,
      ...(present === undefined ? {} : { present }),
      ...(list === undefined || file === undefined ? {} : { list, file: file.hash }),
      times: (tallyOf(vote, part, act.by)?.times ?? 0) + 1,
    });
    // What was counted by stays, whatever its author would like to have erased (E-2).
    if (file) {
      bringIn(state, act.by, act.data);
      bind(state, file.hash, vote.id);
    }
  },
});

const resultKind = defineKind<ResultDeclared, Pick<Computed, "differ" | "election">>({
  kind: "result",
  schema: result,
  signer: "member",
  admit: (state, act, cx) => {
    const vote = voteOf(state, act.data.vote);
    if (!vote.ok) return vote;
    const may = mayDeclare(state, vote.value, cx.at);
    if (!may.ok) return may;
    const held = checkResult(vote.value, act.data, cx);
    return held.ok ? admitted("V-37", vote.value.id, held.value) : held;
  },
  apply: (state, act, cx, { differ, election: reckoned }) => {
    const { vote: id, counts, whole, present, outcome, devices } = act.data;
    const vote = mustFind(state, id);
    vote.result = {
      id: cx.id,
      at: cx.at,
      counts,
      whole,
      ...(present === undefined ? {} : { present }),
      outcome,
      differ,
      byTellers: vote.byTellers,
      ...(devices ? { devices } : {}),
      ...(vote.opinion ? { opinion: true as const } : {}),
      ...(reckoned ? { elected: [...reckoned.elected], tied: [...reckoned.tied] } : {}),
    };
    // From here only totals remain in the state: who voted is nobody's matter any more (L11). Who can
    // still miss a number is kept until the result can't be contested any more (V-42, V-58).
    if (listed(vote)) vote.voters = [...vote.cast.keys()].sort();
    forgetVoters(state, cx.at);
    vote.cast = new Map();
    vote.commits = new Map();
    if (vote.remote) vote.remote = new Map();
    state.votes.results.set(cx.id, id);
    if (vote.sitting !== undefined) noteResult(state, vote.sitting, cx.id, id, cx.at);
    const election = vote.election === undefined ? undefined : state.elections.elections.get(vote.election);
    const motion = state.motions.motions.get(vote.motion);
    if (election) electionVoted(state, vote, election, cx.id, cx);
    else if (motion) decide(state, vote, motion, cx.id, cx);
    else throw new Error(`no motion ${vote.motion}`);
  },
});

/** An election's result: of its own vote, or of the one over days on what was put to all (B-11). */
function electionVoted(state: State, vote: Vote, election: Election, result: ActId, when: Moment): void {
  const decision = vote.again === undefined ? undefined : state.binding.decisions.get(vote.again);
  if (decision) settleAgain(state, vote, decision, result, when);
  else electionDeclared(state, election, vote, result, when.at);
}

/** V-42: who voted, and what opened their positions (E-5), is forgotten with the next vote or result after the term is over. */
function forgetVoters(state: State, at: Millis): void {
  const over: Vote[] = [];
  for (const vote of state.votes.votes.values()) {
    const until = vote.voters && contestUntil(state, vote);
    if (until !== undefined && at >= until) delete vote.voters;
    const kept = vote.keeps && openingsUntil(state, vote, at);
    if (kept !== undefined && at >= kept) over.push(vote);
  }
  forgetOpenings(state, over);
}

export const voteRules: readonly AnyKind[] = [
  openKind,
  castKind,
  cardKind,
  closeKind,
  tallyKind,
  resultKind,
  ...tellerRules,
];
