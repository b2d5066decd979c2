/**
 * Questions to the votes: what is open for a member, what may be done now and which rule stands in the
 * way, how a result came out, whether all agreed, and by which chain of acts a decision stands.
 */
import type { ActId, KeyId, MemberId, Millis, Result } from "@nabat/kernel";
import type { Election } from "../elections/part.ts";
import type { State } from "../engine/state.ts";
import { lastVersion, mayTakeIn } from "../motions/amending.ts";
import { mayAskSecret, mayRevise, maySecond, mayWithdraw } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import { openSittings } from "../sittings/queries.ts";
import type { VoteMode } from "./acts.ts";
import { statutesNow } from "../statutes/queries.ts";
import { declarableFrom, statutesAtCall, type VoteStage, voteEnd, voteStage } from "./course.ts";
import { needsOfVote } from "./changing-rules.ts";
import { mayCall } from "./may-call.ts";
import { modesAllowed } from "./forms.ts";
import { mayCast } from "./may-cast.ts";
import { mayClose, mayDeclare, mayTally } from "./may-count.ts";
import { type Reckoning, reckonVote, sum } from "./outcome.ts";
import { mayMiss, mayOpenAgain, mayRecount } from "./missing.ts";
import type { TellerTally, Vote } from "./part.ts";
import { TELLERS_MS } from "./lists.ts";
import { tellersNeeded } from "./sealed.ts";
import { lotFor, mayAddTeller } from "./tellers.ts";
import { rollSize } from "../members/standing.ts";

/** Votes open at `at`, oldest first. */
export function openVotes(state: State, at: Millis): Vote[] {
  return [...state.votes.votes.values()].filter((v) => voteStage(state, v, at) === "open");
}

/** An open vote and whether this member may cast in it, or has. */
export interface VoteForMember {
  readonly vote: Vote;
  readonly cast: boolean;
  readonly may: Result<true>;
}

/** The open votes, for one member. `key`: the device in hand. */
export function openVotesFor(state: State, member: MemberId, at: Millis, key?: KeyId): VoteForMember[] {
  return openVotes(state, at).map((vote) => ({
    vote,
    cast: vote.cast.has(member),
    may: mayCast(state, vote, { member, ...(key === undefined ? {} : { key }) }, at),
  }));
}

/** Everything one can do with a motion, each with "yes" or the rule that says no. */
export interface MotionActions {
  readonly second: Result<true>;
  readonly revise: Result<true>;
  readonly withdraw: Result<true>;
  /** Taking an amendment into its motion's text, for the motion's mover (V-47). */
  readonly accept: Result<true>;
  readonly askSecret: Result<true>;
  /** Calling a vote over days, in the body's own way of voting on devices. */
  readonly callOutside: Result<unknown>;
  /** Calling a vote in a sitting that is open, in the plainest form allowed there. */
  readonly callInSitting: readonly {
    readonly sitting: ActId;
    readonly mode: VoteMode;
    readonly may: Result<unknown>;
  }[];
}

/**
 * The least hours from the call to the end of a vote outside a sitting: those before it opens, too (V-18, V-52); of a
 * change of rules as that needs (S-37), of an election as its own rules say (S-4).
 */
export function leastHours(
  state: State,
  mode: VoteMode,
  at: Millis,
  { motion, election }: { readonly motion?: Motion; readonly election?: Pick<Election, "statutes"> } = {},
): number {
  const before = mode === "count" ? TELLERS_MS / 3600_000 : 0;
  const own = election && state.statutes.versions[election.statutes - 1]?.statutes.voting;
  return before + ((motion && needsOfVote(state, motion, at)) ?? own ?? statutesNow(state, at).statutes.voting).hours;
}

/** What `by` can do with a motion at `at`. For a vote over days the tellers are still to be named. */
export function actionsOn(state: State, motion: Motion, by: MemberId, at: Millis): MotionActions {
  const version = lastVersion(motion).text;
  const roll = rollSize(state, at);
  const [outside] = modesAllowed(state, motion, false, roll, at);
  const [inside] = modesAllowed(state, motion, true, roll, at);
  const mode = outside ?? "count";
  const closes = at + leastHours(state, mode, at, { motion }) * 3600_000;
  const callOutside = mayCall(state, { motion: motion.id, version, mode, closes }, by, at);
  return {
    second: maySecond(state, motion, by, at),
    revise: mayRevise(state, motion, by, at),
    withdraw: mayWithdraw(state, motion, by, at),
    accept: mayTakeIn(state, motion, by, at),
    askSecret: mayAskSecret(state, motion, by, at),
    callOutside: !callOutside.ok && callOutside.code === "one-teller" ? { ok: true, value: true } : callOutside,
    callInSitting: openSittings(state, at).map((s) => {
      const mode = inside ?? "hands";
      return { sitting: s.id, mode, may: mayCall(state, { motion: motion.id, version, mode, sitting: s.id }, by, at) };
    }),
  };
}

/** Everything one can do in a vote. */
export interface VoteActions {
  readonly cast: Result<true>;
  readonly close: Result<true>;
  readonly tally: Result<true>;
  readonly declare: Result<true>;
  /** Signing for a further teller (V-53). */
  readonly addTeller: Result<true>;
  /** The lot in which this member's secret is waited for (V-54, V-59). */
  readonly reveal?: "tellers" | "recount";
  /** Saying that one's number is missing (V-58), opening once more, and counting that (V-59). */
  readonly miss: Result<true>;
  readonly openAgain: Result<unknown>;
  readonly recount: Result<unknown>;
}

/** What `by` can do in a vote at `at`. */
export function actionsIn(state: State, vote: Vote, by: MemberId, at: Millis, key?: KeyId): VoteActions {
  const lot = lotFor(state, vote, by, at);
  return {
    cast: mayCast(state, vote, { member: by, ...(key === undefined ? {} : { key }) }, at),
    close: mayClose(state, vote, by, at),
    tally: mayTally(state, vote, by, at),
    declare: mayDeclare(state, vote, at),
    addTeller: mayAddTeller(state, vote, by, at),
    ...(lot ? { reveal: lot.recount ? ("recount" as const) : ("tellers" as const) } : {}),
    miss: mayMiss(state, vote, by, at),
    openAgain: mayOpenAgain(state, vote, by, at),
    recount: mayRecount(state, vote, by, at),
  };
}

/** A vote as pages need it. Tellers' counts appear once it is over: nobody counts before (V-34). */
export interface VoteFacts {
  readonly vote: Vote;
  readonly stage: VoteStage;
  readonly ended?: Millis;
  readonly declarableFrom?: Millis;
  readonly tellersNeeded: number;
  readonly tallies: readonly TellerTally[];
  /** Under each teller's count; for a declared result see `reckoning`. */
  readonly perTally: readonly { readonly by: MemberId; readonly reckoning: Reckoning }[];
  /** How the declared result came out. */
  readonly reckoning?: Reckoning;
  /** Entitled and neither counted nor present. */
  readonly away?: number;
  /** Number of the statutes it was called under. */
  readonly statutes: number;
}

/** Everything a vote's page says of it. */
export function voteFacts(state: State, vote: Vote, at: Millis): VoteFacts {
  const ended = voteEnd(state, vote, at);
  const from = declarableFrom(state, vote, at);
  const tallies = [...vote.tallies.values()];
  const device = vote.mode === "count" || vote.mode === "name";
  const reckoning = vote.result && reckonResult(vote);
  return {
    vote,
    stage: voteStage(state, vote, at),
    ...(ended === undefined ? {} : { ended }),
    ...(from === undefined ? {} : { declarableFrom: from }),
    tellersNeeded: vote.mode === "name" ? 0 : tellersNeeded(vote),
    tallies,
    perTally: tallies.map((t) => ({
      by: t.by,
      reckoning: reckonVote(vote, {
        counts: t.counts,
        present: device ? sum(t.counts) : (t.present ?? 0),
        whole: vote.whole,
      }),
    })),
    ...(reckoning ? { reckoning, away: Math.max(0, vote.whole - reckoning.present) } : {}),
    statutes: statutesAtCall(state, vote).n,
  };
}

/** Why a declared result came out as it did: every number of the rule it was reckoned under. */
export function reckonResult(vote: Vote): Reckoning {
  const { result } = vote;
  if (!result) throw new Error("no result");
  return reckonVote(vote, {
    counts: result.counts,
    present: result.present ?? sum(result.counts),
    whole: result.whole,
  });
}

/**
 * What may be said of agreement (V-40). Only `all-present` may be worded as "all N present voted for",
 * and never "all": `whole` may be larger. Who took no position has not agreed.
 */
export interface Unanimity {
  readonly of: "all-present" | "some-silent" | "not-all-for";
  readonly for: number;
  readonly present: number;
  readonly whole: number;
  /** Present and without a position. */
  readonly silent: number;
  readonly abstain: number;
  readonly notFor: number;
}

/** The agreement that the counts of a declared vote show, and no more; `undefined` before a result. */
export function unanimity(vote: Vote): Unanimity | undefined {
  if (!vote.result) return undefined;
  const r = reckonResult(vote);
  const nobodyElse = r.notFor === 0 && r.abstain === 0 && r.invalid === 0 && r.for > 0;
  const of = !nobodyElse || vote.result.differ ? "not-all-for" : r.for === r.present ? "all-present" : "some-silent";
  return { of, for: r.for, present: r.present, whole: r.whole, silent: r.silent, abstain: r.abstain, notFor: r.notFor };
}

/** One step of the way back from a decision to the founding. */
export interface RightStep {
  readonly what:
    | "result"
    | "vote"
    | "sitting"
    | "call"
    | "motion"
    | "election"
    | "statutes"
    | "adoption"
    | "founding"
    | "mother";
  readonly id: ActId;
  readonly at: Millis;
  /** Who entered it, where the state knows. */
  readonly by?: MemberId;
}

/**
 * By which right a decision stands (L1): result ← vote ← sitting ← motion ← the statutes it was
 * decided under ← the body's adoption ← its founding, and the mother body's act where one established it.
 */
export function chainOfRights(state: State, result: ActId): RightStep[] {
  const steps: RightStep[] = [];
  const seen = new Set<ActId>();
  let next: ActId | undefined = result;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const vote: Vote | undefined = state.votes.votes.get(state.votes.results.get(next) ?? next);
    if (!vote?.result) break;
    steps.push({ what: "result", id: vote.result.id, at: vote.result.at });
    steps.push({ what: "vote", id: vote.id, at: vote.opened, by: vote.caller });
    const sitting = vote.sitting === undefined ? undefined : state.sittings.sittings.get(vote.sitting);
    if (sitting) steps.push({ what: "sitting", id: sitting.id, at: sitting.opened, by: sitting.opener });
    const call = state.meetings.calls.get(
      sitting ? (state.meetings.courses.get(sitting.id)?.call ?? ("" as ActId)) : ("" as ActId),
    );
    if (call) steps.push({ what: "call", id: call.id, at: call.at, by: call.caller });
    const election = vote.election === undefined ? undefined : state.elections.elections.get(vote.election);
    if (election) steps.push({ what: "election", id: election.id, at: election.at, by: election.by });
    const motion = state.motions.motions.get(vote.motion);
    if (motion) steps.push({ what: "motion", id: motion.id, at: motion.at, by: motion.mover });
    const statutes = statutesAtCall(state, vote);
    steps.push({ what: "statutes", id: statutes.by, at: statutes.at });
    next = statutes.n > 1 ? statutes.by : undefined;
  }
  const { adoptedBy, adoptedAt, establishedBy, founder, at } = state.founding;
  if (adoptedBy !== undefined && !establishedBy) steps.push({ what: "adoption", id: adoptedBy, at: adoptedAt ?? at });
  steps.push({ what: "founding", id: state.body, at, by: founder });
  if (establishedBy) steps.push({ what: "mother", id: establishedBy.act, at: establishedBy.at });
  return steps;
}
