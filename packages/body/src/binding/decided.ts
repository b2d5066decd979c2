/** Writing down what was decided, by which way and from when it is in force (B-1, B-8), and how a putting to all ends (B-11). */
import type { ActId, Hash, Millis, Sha256 } from "@nabat/kernel";
import { setBack } from "../elections/set-aside.ts";
import { decideElection } from "../elections/effects.ts";
import { moveOffices } from "../elections/ending.ts";
import type { Election } from "../elections/part.ts";
import type { State } from "../engine/state.ts";
import { votersHere } from "../meetings/electing.ts";
import { awaitedElsewhere, callAt, courseAt, leadingCourse } from "../meetings/queries.ts";
import { isAmendment, takeOut } from "../motions/amending.ts";
import type { Motion } from "../motions/part.ts";
import { endsApplicant } from "../voice/stays.ts";
import { isOfRules } from "../votes/electorate.ts";
import { figureOf } from "../votes/outcome.ts";
import { tookPart } from "../votes/took-part.ts";
import { statutesAtCall } from "../votes/course.ts";
import type { Vote } from "../votes/part.ts";
import { byFewAtSecond } from "../votes/second-call.ts";
import { doubtUntil, givenBy, markDoubt } from "./doubt.ts";
import { moveEffect, takeEffect } from "./force.ts";
import type { Decision, Way } from "./part.ts";
import { reopenPut, tooFew, underQuorum } from "./put-all.ts";
import { forceFrom, notBefore } from "./term.ts";

/** When something was decided, and what hashes it. */
export interface Moment {
  readonly at: Millis;
  readonly sha256: Sha256;
}

/** By which way a vote that binds does so (B-1). */
export function wayOf(vote: Pick<Vote, "now" | "sitting" | "paper">): Way {
  if (vote.now) return "now";
  if (vote.paper) return "paper";
  return vote.sitting === undefined ? "days" : "meeting";
}

/** Of how many (B-8): of those entitled, with those who rested and came (M-22). */
function ofHowMany(vote: Vote): number {
  return vote.result?.whole ?? vote.whole;
}

/** Was it counted at a meeting in several halls, also where one was closed and left out: nobody elected who counts there (G-41)? */
function inHalls(state: State, vote: Vote | undefined): { readonly halls?: true } {
  if (vote?.sitting === undefined || vote.mode === "count" || vote.mode === "name") return {};
  const call = callAt(state, leadingCourse(state, vote.sitting));
  return call?.sittings.some((s) => courseAt(state, s).leads !== undefined) ? { halls: true } : {};
}

/**
 * V-77: did fewer than half of the roll refuse it at a meeting, while it stands with notice on the agenda of another one that
 * is called? Then that one decides: else two who meet the night before would refuse whatever others are called to decide.
 */
function calledElsewhere(state: State, motion: Motion, vote: Vote, at: Millis): boolean {
  if (vote.now) return false;
  const course = vote.sitting === undefined ? undefined : leadingCourse(state, vote.sitting);
  const onPaper = vote.call === undefined ? undefined : state.meetings.calls.get(vote.call);
  if (!course && !onPaper) return false;
  // What tellers say of a hall, who signed in there bears out: two could say that all were there. On paper nobody does.
  const devices = vote.mode === "count" || vote.mode === "name";
  const shown = !course ? 0 : devices ? Infinity : votersHere(state, course, at).length;
  if (2 * Math.min(tookPart(vote), shown) >= ofHowMany(vote)) return false;
  const here = course ? callAt(state, course) : onPaper;
  if (!here || !awaitedElsewhere(state, motion.id, here, at)) return false;
  (motion.refusedAt ??= []).push(here.id);
  return true;
}

/** A motion was carried: writes the decision down and does what it says, from when it is in force. */
export function motionCarried(
  state: State,
  motion: Motion,
  by: ActId,
  of: { readonly vote?: Vote; readonly way: Way; readonly voted: number; readonly whole: number; readonly text: Hash },
  { at, sha256 }: Moment,
): void {
  const { vote, way, voted, whole, text } = of;
  motion.status = "carried";
  motion.decidedBy = by;
  const { type } = motion.subject;
  // What those present decide about their own meeting or a text's wording is over with it.
  const course = type === "procedure" || type === "amendment";
  const halls = { ...inHalls(state, vote), ...byFewAtSecond(vote) };
  const from = course ? at : forceFrom({ way, voted, whole, at, ...halls }, isOfRules(motion.subject));
  if (!course) {
    const decision = { id: by, way, on: motion.id, at, voted, whole, from, ...halls, putBy: [], again: [] };
    state.binding.decisions.set(by, { ...decision, ...(vote ? { vote: vote.id } : {}) });
  }
  takeEffect(state, motion, by, { at, from, text, sha256 });
}

/** A meeting, or a hall on paper, didn't carry a motion: that can be put to all too (B-9). A vote over days was before all. */
export function motionRefused(state: State, motion: Motion, vote: Vote, by: ActId, { at, sha256 }: Moment): void {
  if (calledElsewhere(state, motion, vote, at)) {
    motion.status = "standing";
    return;
  }
  motion.status = "lost";
  motion.decidedBy = by;
  const { type } = motion.subject;
  const way = wayOf(vote);
  if (isAmendment(motion)) takeOut(state, motion, by, at, sha256);
  if (type === "procedure" || type === "amendment" || way === "days") return;
  const counted = {
    voted: tookPart(vote),
    whole: ofHowMany(vote),
    ...inHalls(state, vote),
    ...byFewAtSecond(vote),
  };
  const of = { id: by, way, vote: vote.id, on: motion.id, ...counted };
  state.binding.decisions.set(by, { ...of, lost: true, at, from: at, putBy: [], again: [] });
}

/** A vote of an election was declared. Nobody holds an office by it while the count that it followed from is in doubt (V-59, V-60). */
export function electionDeclared(state: State, election: Election, vote: Vote, by: ActId, at: Millis): void {
  const voted = tookPart(vote);
  const way = wayOf(vote);
  const whole = ofHowMany(vote);
  const halls = { ...inHalls(state, vote), ...byFewAtSecond(vote) };
  const from = forceFrom({ way, voted, whole, at, ...halls }, false);
  const of = { id: by, way, vote: vote.id, on: election.id, election: true, at, voted, whole, from, ...halls } as const;
  const decision: Decision = { ...of, putBy: [], again: [] };
  const doubt = doubtUntil(state, decision, at);
  markDoubt(decision, doubt, at);
  if (doubt !== undefined) decision.from = Math.max(from, doubt);
  if ((vote.result?.elected ?? []).length > 0) state.binding.decisions.set(by, decision);
  decideElection(state, vote, election, by, { at, from: decision.from ?? from });
}

/** Moves everything that a decision does (B-10, B-11); while a count that it rests on is in doubt, it isn't in force (V-59). */
export function moveDecision(state: State, decision: Decision, to: Millis | undefined, at: Millis): void {
  if (to === undefined) return moveTo(state, decision, undefined);
  const doubt = doubtUntil(state, decision, at);
  markDoubt(decision, doubt, at);
  moveTo(state, decision, Math.max(to, doubt ?? to));
}

/** The same, whether or not a count is in doubt. */
export function moveTo(state: State, decision: Decision, from: Millis | undefined): void {
  if (from === undefined) delete decision.from;
  else decision.from = from;
  if (decision.lost) return;
  if (decision.election) return moveOffices(state, givenBy(decision), from);
  const motion = state.motions.motions.get(decision.on);
  if (motion) moveEffect(state, motion, decision.id, from);
}

/** The vote over days on what was put to all was declared (B-11). */
export function settleAgain(state: State, vote: Vote, decision: Decision, by: ActId, when: Moment): void {
  const { at } = when;
  const outcome = vote.result?.outcome;
  const few = tooFewToChange(state, vote, decision);
  if (settlesNothing(state, vote, decision, few)) {
    reopenPut(decision, by, at);
    return moveDecision(state, decision, decision.lost ? at : notBefore(decision, at), at);
  }
  if (decision.lost) {
    const carried = outcome === "carried" && !few;
    decision.settled = { by, at, stands: !carried, few };
    moveDecision(state, decision, carried ? undefined : at, at);
    const motion = state.motions.motions.get(decision.on);
    const of = { vote, way: "days", voted: tookPart(vote), whole: ofHowMany(vote), text: vote.version } as const;
    if (carried && motion) motionCarried(state, motion, by, of, when);
    return;
  }
  // Fewer than the quorum can stop what few elected, and seat nobody else (V-76).
  const same = (vote.result?.elected ?? []).length > 0 && !(decision.second && belowQuorum(state, vote));
  const stands = few || (decision.election ? same : outcome === "carried");
  decision.settled = { by, at, stands, few };
  if (few || (stands && !decision.election)) return moveDecision(state, decision, notBefore(decision, at), at);
  if (decision.election) return electAgain(state, decision, vote, by, at);
  moveTo(state, decision, undefined);
  const motion = state.motions.motions.get(decision.on);
  if (!motion) throw new Error("a decision without a motion");
  motion.status = "lost";
  motion.decidedBy = by;
}

/** Did fewer than the ordinary quorum take part in this vote over days (B-11)? */
function belowQuorum(state: State, vote: Vote): boolean {
  return underQuorum(tookPart(vote), ofHowMany(vote), statutesAtCall(state, vote).statutes.voting.quorum);
}

/**
 * B-11, V-76: what few decided at a second call isn't settled by fewer than the quorum who confirm it, for that could be
 * the same few: the putting to all isn't used up by it.
 */
function settlesNothing(state: State, vote: Vote, decision: Decision, few: boolean): boolean {
  if (!decision.second || !belowQuorum(state, vote)) return false;
  if (few || decision.lost) return few || vote.result?.outcome !== "carried";
  if (!decision.election) return vote.result?.outcome === "carried";
  const first = state.votes.votes.get(decision.vote ?? ("" as ActId))?.result?.elected ?? [];
  const now = vote.result?.elected ?? [];
  return first.length === now.length && first.every((m) => now.includes(m));
}

/** What only half of the roll decides, fewer don't decide either where a meeting has refused it (S-38, M-27, M-30, N-8). */
function halfNeeded(state: State, decision: Decision): boolean {
  const motion = state.motions.motions.get(decision.on);
  if (!motion) return false;
  const { subject } = motion;
  return isOfRules(subject) || subject.type === "contest" || endsApplicant(state, motion, decision.at);
}

/** Did too few vote to change what the meeting decided (B-11)? Never where more than half of all wanted it otherwise, however many the meeting is said to have been. */
function tooFewToChange(state: State, vote: Vote, decision: Decision): boolean {
  const whole = ofHowMany(vote);
  const counts = vote.result?.counts ?? {};
  // In an election nobody's marks say who wants the others: there it is more than half of all who take part.
  const otherwise = decision.election
    ? tookPart(vote)
    : decision.lost
      ? figureOf(counts, "for")
      : figureOf(counts, "against") + figureOf(counts, "taking-part");
  if (2 * otherwise > whole) return false;
  if (decision.lost && halfNeeded(state, decision) && 2 * tookPart(vote) < whole) return true;
  return tooFew(decision, tookPart(vote), whole, statutesAtCall(state, vote).statutes.voting.quorum);
}

/** What fell with its count, or was put to all and not counted, is decided anew in person: what it did is taken back for good (B-10, V-60). */
export function takeBack(state: State, by: ActId | undefined): void {
  // What was never decided takes nothing else back.
  if (by === undefined) return;
  const decision = state.binding.decisions.get(by);
  const fell = decision ?? [...state.binding.decisions.values()].find((d) => d.settled?.by === by);
  const open = fell?.contested !== undefined || (fell?.suspended !== undefined && !fell.settled);
  if (fell && open) moveTo(state, fell, undefined);
}

/**
 * Who was elected at the meeting never took office, nor who was in a run-off that followed from that ballot;
 * whom all elect instead, holds it from now on.
 */
function electAgain(state: State, decision: Decision, vote: Vote, by: ActId, at: Millis): void {
  const election = state.elections.elections.get(decision.on);
  const first = decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote);
  if (!election || !first) throw new Error("a decision without an election");
  setBack(state, election, first);
  if (!decision.settled?.stands && decision.second && belowQuorum(state, vote)) {
    election.status = "reopened";
    return;
  }
  const doubt = doubtUntil(state, decision, at);
  markDoubt(decision, doubt, at);
  const from = notBefore(decision, doubt ?? at);
  // Somebody else's election stands from now on; where nobody was elected, none does.
  if (decision.settled?.stands) decision.from = from;
  decideElection(state, vote, election, by, { at, from });
}
