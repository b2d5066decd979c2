/** What a vote is frozen with at its call: what it is on, its majority and its quorum (S-4, S-37, O-13, O-14, G-30, B-10). */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import { roundNow, toHoldAgain } from "../elections/again.ts";
import { ballotOf } from "../elections/queries.ts";
import type { State } from "../engine/state.ts";
import { callAt, leadingCourse } from "../meetings/queries.ts";
import type { Call } from "../meetings/part.ts";
import type { Motion, TooFew } from "../motions/part.ts";
import { rulesOfSection } from "../motions/sections.ts";
import { standing } from "../members/standing.ts";
import type { Majority, Quorum } from "../statutes/acts.ts";
import { statutesNow } from "../statutes/queries.ts";
import { atLeastHalf } from "../statutes/sentences.ts";
import type { VoteOpen } from "./acts.ts";
import { needsOfVote } from "./changing-rules.ts";
import { devicesOf } from "./forms.ts";
import { endsApplicant } from "../voice/stays.ts";
import type { Vote } from "./part.ts";
import { byWhoComes, callOfVote, isSecondCall } from "./second-call.ts";

const NO_QUORUM = { num: 0, den: 1 };

/** More than half of the roll: for ending an office off the agenda (O-14). */
const MORE_THAN_HALF: Majority = { num: 1, den: 2, strict: true, of: "roll" };

/** More than a third who work together are, of those who are left where one has left them (K-15). */
const TWO_FIFTHS: Quorum = { num: 2, den: 5 };

/**
 * An admission, or an applicant's stay, is ended only where half of the roll takes part (M-30, N-8); keys come in for somebody who left only where two
 * fifths do, so that a few make nobody a member again, and what many bodies never bring together isn't asked (K-15).
 * Whatever lower quorum the rules ask.
 */
function quorumOf(state: State, motion: Motion, ordinary: Quorum, at: Millis): Quorum {
  const { subject } = motion;
  if (subject.type === "contest" || endsApplicant(state, motion, at)) return atLeastHalf(ordinary);
  const left = subject.type === "keys" && standing(state, subject.member, at) === "left";
  return left && ordinary.num * TWO_FIFTHS.den < TWO_FIFTHS.num * ordinary.den ? TWO_FIFTHS : ordinary;
}

/** Is an office to be ended at this sitting without notice (O-14)? */
function offTheAgenda(state: State, motion: Motion, sitting: ActId | undefined): boolean {
  if (motion.subject.type !== "end-office" || sitting === undefined) return false;
  const call = callAt(state, leadingCourse(state, sitting));
  return call?.agenda.find((i) => i.motion === motion.id)?.urgent === true;
}

/** The vote at the meeting whose decision was put to all. */
export function firstVote(state: State, again: ActId): Vote {
  const vote = state.votes.votes.get(state.binding.decisions.get(again)?.vote ?? again);
  if (!vote) throw new Error("a decision without its vote");
  return vote;
}

/** What was put to all is decided by the majority that the meeting needed; of the quorum B-11 speaks. */
function calledAgain(state: State, again: ActId, statutes: number): ReturnType<typeof calledOn> {
  const { motion, election, ballot, seats, runoff, rule, majority, also } = firstVote(state, again);
  return {
    motion,
    ...(election === undefined ? {} : { election }),
    ...(ballot ? { ballot } : {}),
    ...(seats === undefined ? {} : { seats }),
    ...(runoff ? { runoff } : {}),
    ...(rule ? { rule } : {}),
    statutes,
    majority,
    ...(also ? { also } : {}),
    quorum: NO_QUORUM,
  };
}

/** At a second call all who come suffice for what is ordinary (V-76). */
function quorumAt(
  state: State,
  on: { tooFew?: TooFew[] },
  call: Call | undefined,
  quorum: Quorum,
  version?: Hash,
): Pick<Vote, "quorum" | "second"> {
  if (quorum.num === 0 || !isSecondCall(state, on, call, version)) return { quorum };
  return { quorum: NO_QUORUM, second: quorum };
}

/** What the vote is on, and the majority and quorum that it is frozen with (S-4; S-37; G-30; O-13). `held`: the call of a hall on paper (B-13). */
export function calledOn(
  state: State,
  data: VoteOpen,
  section: string,
  at: Millis,
  held?: ActId,
): Pick<
  Vote,
  | "motion"
  | "election"
  | "ballot"
  | "seats"
  | "runoff"
  | "instead"
  | "rule"
  | "statutes"
  | "majority"
  | "also"
  | "quorum"
  | "second"
  | "devices"
> {
  const now = statutesNow(state, at);
  if (data.again !== undefined) return calledAgain(state, data.again, now.n);
  const call = callOfVote(state, {
    ...(data.sitting === undefined ? {} : { sitting: data.sitting }),
    ...(held === undefined ? {} : { call: held }),
  });
  const election = data.election === undefined ? undefined : state.elections.elections.get(data.election);
  if (election) {
    const of = state.statutes.versions[election.statutes - 1] ?? now;
    const fell = toHoldAgain(state, election, at);
    const round = roundNow(state, election, at);
    const ballot = ballotOf(state, election, at);
    const { majority, quorum } = of.statutes.voting;
    const devices = data.mode === "mixed" ? { devices: "count" as const } : {};
    return {
      motion: election.id,
      election: election.id,
      ballot,
      seats: round.open,
      ...(round.runoff ? { runoff: true as const } : {}),
      ...(fell ? { instead: fell.id } : {}),
      rule: election.rule,
      statutes: of.n,
      majority,
      ...quorumAt(state, election, call, quorum),
      ...devices,
    };
  }
  const motion = state.motions.motions.get(data.motion ?? ("" as ActId));
  if (!motion) throw new Error(`no motion ${data.motion}`);
  const devices = data.mode === "mixed" ? { devices: devicesOf(state, motion, at, data.mode) } : {};
  if (offTheAgenda(state, motion, data.sitting))
    return { motion: motion.id, statutes: now.n, majority: MORE_THAN_HALF, quorum: NO_QUORUM, ...devices };
  const needs = needsOfVote(state, motion, at, call, data.version);
  if (needs) {
    const [majority = now.statutes.change.majority, ...also] = needs.majorities;
    const { quorum } = needs;
    return {
      motion: motion.id,
      statutes: now.n,
      majority,
      ...(also.length > 0 ? { also } : {}),
      quorum,
      ...devices,
    };
  }
  const { majority } = now.statutes.voting;
  const quorum = quorumOf(state, motion, now.statutes.voting.quorum, at);
  // Those present decide about their own meeting: no quorum, and no share of a roll that isn't there.
  const frozen =
    motion.subject.type === "procedure"
      ? { ...rulesOfSection(majority, quorum, "procedure"), quorum: NO_QUORUM }
      : rulesOfSection(majority, quorum, section);
  if (section === "" && byWhoComes(state, motion, at))
    Object.assign(frozen, quorumAt(state, motion, call, frozen.quorum, data.version));
  return { motion: motion.id, statutes: now.n, ...frozen, ...devices };
}
