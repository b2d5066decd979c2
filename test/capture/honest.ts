/**
 * What one does who looks at the body's page: vote as they think, second what they like, call the vote on what
 * they moved, count when named, declare what waits, put to all what they oppose and missed. Colluders do the
 * same with what is theirs.
 */
import type { ActId } from "@nabat/kernel";
import { WAIT_MS } from "@nabat/body/binding/term.ts";
import { standing } from "@nabat/body/elections/queries.ts";
import { mayInTerms } from "@nabat/body/keys/terms.ts";
import { rollSize } from "@nabat/body/members/standing.ts";
import { askedOf } from "@nabat/body/statutes/queries.ts";
import { declarableFrom, overtaken, voteEnd } from "@nabat/body/votes/course.ts";
import { heldAgain, motionToDecide } from "@nabat/body/votes/to-decide.ts";
import { mayDeclare } from "@nabat/body/votes/may-count.ts";
import { mayCast } from "@nabat/body/votes/may-cast.ts";
import { awaited } from "@nabat/body/votes/course.ts";
import { byWhoComes, SECOND_CALL } from "@nabat/body/votes/second-call.ts";
import { isAmendment } from "@nabat/body/motions/amending.ts";
import { modesAllowed } from "@nabat/body/votes/forms.ts";
import { SEALED_LEAST } from "@nabat/body/votes/together.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import { mayCallAgain, mayPutToAll } from "@nabat/body/binding/put-all.ts";
import { stands } from "./asking.ts";
import { boundOf } from "./bound.ts";
import { decisionOf } from "./decisions.ts";
import { DAY, HOUR, MINUTE, WEEK } from "./house.ts";
import { isNarrow } from "./hands.ts";
import { planMeeting } from "./planning.ts";
import { tellersFor } from "./naming.ts";
import { callAgain, callMeeting, callOutside, declare, putItem } from "./moves.ts";
import { hasKey, type Person } from "./people.ts";
import { cast, countSealed, fellThrough, tendSealed } from "./sealed.ts";
import { tellOf, tendCards, tendGreeting, tendKeys } from "./tending.ts";
import type { World } from "./world.ts";
import { statutesAt } from "./rules.ts";

/** For so long only the mover calls the vote. */
const MOVERS_WEEK = WEEK;

/** Plans the looks of everybody, day by day. */
export function planLooks(world: World): void {
  for (const p of world.people) planLook(world, p);
}

/** The looks of one. */
export function planLook(world: World, p: Person): void {
  if (p.looks !== "never" && p.invented !== true) planNext(world, p);
}

function planNext(world: World, p: Person): void {
  const today = Math.floor(world.now / DAY) * DAY;
  const next = today + DAY + p.hour * HOUR + world.chance.int(50) * MINUTE;
  const due = (at: number): boolean => {
    if (follows(world, p)) return true;
    const day = Math.floor(at / DAY);
    return p.looks === "daily" ? !isSummer(world, at) || day % 3 === 0 : day % 7 === p.weekday;
  };
  world.at(next, () => {
    if (p.gone) return;
    if (due(world.now)) look(world, p);
    planNext(world, p);
  });
}

function isSummer({ summer }: World, at: number): boolean {
  return summer !== undefined && at >= summer.from && at <= summer.until;
}

/** Does this person follow something day by day: a matter that they saw and that isn't settled? */
function follows(world: World, p: Person): boolean {
  // Who is to count is told so.
  for (const id of world.liveVotes) if (world.vote(id)?.tellers.includes(p.member)) return true;
  const seen = world.truth.follows.get(p.n);
  if (!seen) return false;
  for (const id of seen) if (!isLive(world, id)) seen.delete(id);
  return seen.size > 0;
}

/** Is it still to be decided, or can what was decided on it still be put to all or wait for that vote? */
function isLive(world: World, id: ActId): boolean {
  if (world.liveMotions.has(id) || world.liveElections.has(id)) return true;
  for (const result of world.recent) {
    const decision = decisionOf(world, result);
    if (!decision || decision.settled || (result !== id && decision.on !== id)) continue;
    if (decision.suspended !== undefined || world.now < decision.at + WAIT_MS) return true;
  }
  return false;
}

/** One look at the page; who has no phone looks over a neighbour's shoulder, and signs nothing. */
export function look(world: World, p: Person): void {
  if (!p.colludes) world.truth.noteLook(p, world.now, votes(world, p));
  tendKeys(world, p);
  tellOf(world, p);
  if (!hasKey(p) || !world.hasVote(p)) return follow(world, p);
  tendSealed(world, p);
  tendGreeting(world, p);
  tendCards(world, p);
  for (const id of world.calls) tendCall(world, p, id);
  for (const id of world.liveVotes) tendVote(world, p, id);
  for (const id of world.liveMotions) tendMotion(world, p, id);
  for (const id of world.liveElections) tendElection(world, p, id);
  for (const id of world.recent) tendDecision(world, p, id);
  follow(world, p);
}

/** Who saw something that isn't settled looks day by day. */
function follow(world: World, p: Person): void {
  if (p.looks === "daily" && !isSummer(world, world.now)) return;
  for (const id of [...world.liveMotions, ...world.liveElections, ...world.recent]) world.truth.follow(p, id);
}

/** Does this person hold a key that votes now, everywhere? Who lost theirs can be turned against nothing but in a hall (L3). */
function votes(world: World, p: Person): boolean {
  return (
    hasKey(p) &&
    stands(world, p, p.key) &&
    mayInTerms(world.state, { member: p.member, key: p.key, kind: "vote.cast" }, world.now).ok
  );
}

function tendVote(world: World, p: Person, id: ActId): void {
  const vote = world.vote(id);
  if (!vote || vote.result || overtaken(world.state, vote) || ended(world, vote) || fellThrough(world, vote)) {
    world.liveVotes.delete(id);
    return;
  }
  const { state, now } = world;
  if (voteEnd(state, vote, now) === undefined) {
    if (p.colludes && world.manner.votes === "not") return;
    if (
      vote.sitting === undefined &&
      mayCast(state, vote, { member: p.member, key: p.key, version: vote.version }, now).ok
    )
      cast(world, p, vote);
    return;
  }
  const from = declarableFrom(state, vote, now);
  if (from === undefined || now < from || vote.sitting !== undefined) return;
  if (vote.mode === "count" && vote.tellers.includes(p.member)) countSealed(world, p, vote);
  if (!p.colludes && mayDeclare(state, vote, now).ok) declare(world, p, id);
}

/** Over for so long that nobody waits for it any more. */
function ended(world: World, vote: Vote): boolean {
  const end = voteEnd(world.state, vote, world.now);
  return end !== undefined && world.now > end + 14 * DAY;
}

function tendMotion(world: World, p: Person, id: ActId): void {
  const { state, truth, now } = world;
  const motion = world.motion(id);
  const open = motion !== undefined && motionToDecide(state, motion, now);
  if (!motion || open !== true) {
    world.liveMotions.delete(id);
    return;
  }
  if (!truth.likes(p, id)) return;
  // What is held again in person asks for no seconds.
  if (heldAgain(state, motion, now)) return bringToMeeting(world, p, { motion: id });
  const { voting, change } = statutesAt(world);
  const asked = voting.seconds === 0 ? 0 : askedOf(voting.seconds, rollSize(state, now));
  if (motion.seconds.length < asked) {
    if (motion.mover === p.member || motion.seconds.includes(p.member)) return;
    if (world.act(p, "second", { motion: id }) === undefined) return;
  }
  if (motion.seconds.length < asked) return;
  const matter = truth.matters.get(id);
  if (matter && !world.seconded.has(id)) world.seconded.set(id, { at: now, bound: boundOf(world, id) });
  if (motion.votes.some((v) => waits(world, v))) return;
  const version = motion.versions.at(-1);
  const notice = motion.subject.type === "statutes" ? change.noticeDays * DAY : 0;
  const from = (version?.at ?? 0) + Math.max(voting.discussionHours * HOUR, notice);
  if (now < from || world.hallOnly.has(id)) return;
  const outside = modesAllowed(state, motion, false, rollSize(state, now), now);
  if (outside.length === 0) return bringToMeeting(world, p, { motion: id });
  if (motion.subject.type === "amendment" && matter?.by.colludes && !p.colludes) return;
  // Where nobody counted twice, people meet as well.
  const uncounted = motion.votes.filter((v) => world.vote(v)?.result === undefined).length;
  if (uncounted >= 2 && !isAmendment(motion)) bringToMeeting(world, p, { motion: id });
  if (tooFewCame(world, motion.votes) && byWhoComes(state, motion, now))
    return bringToMeeting(world, p, { motion: id });
  if (motion.mover === p.member || now > Math.max(from, world.seconded.get(id)?.at ?? from) + MOVERS_WEEK)
    callOutside(world, p, { motion: id }, { tellers: tellersFor(world, p, motion.mover, id) });
}

/** Did too few take part in the last vote on it? Then people meet; where too few come there too, once more, and whoever comes decides (V-76). */
function tooFewCame(world: World, votes: readonly ActId[]): boolean {
  return votes.some((id) => world.vote(id)?.result?.outcome === "no-quorum");
}

function waits(world: World, id: ActId): boolean {
  const vote = world.vote(id);
  return vote !== undefined && awaited(world.state, vote, world.now);
}

function tendElection(world: World, p: Person, id: ActId): void {
  const election = world.state.elections.elections.get(id);
  if (!election || election.status === "decided") {
    world.liveElections.delete(id);
    return;
  }
  const own = election.candidates.find((c) => c.member === p.member);
  if (own && own.accepted === undefined && own.declined === undefined) {
    if (p.colludes || world.chance.yes(0.7)) world.act(p, "nomination.accept", { election: id });
    else world.act(p, "nomination.decline", { election: id });
  }
  if (election.votes.some((v) => waits(world, v))) return;
  if (election.status === "reopened" && !election.candidates.some((c) => c.accepted !== undefined)) {
    if (!p.colludes && world.chance.yes(0.5)) world.act(p, "nominate", { election: id, candidate: p.member });
    return;
  }
  const inPerson = world.size < SEALED_LEAST || heldAgain(world.state, election, world.now);
  if (inPerson) return bringToMeeting(world, p, { election: id });
  if (tooFewCame(world, election.votes)) return bringToMeeting(world, p, { election: id });
  if (world.hallOnly.has(id) || !election.candidates.some((c) => c.accepted !== undefined)) return;
  if (election.nominationsUntil !== undefined && world.now <= election.nominationsUntil) return;
  const from = election.nominationsUntil ?? election.at + DAY;
  if (election.by === p.member || world.now > from + MOVERS_WEEK) {
    const stands = new Set(standing(world.state, election, world.now).map((c) => c.member));
    const tellers = tellersFor(world, p, undefined, id).filter((t) => !stands.has(t.member));
    callOutside(world, p, { election: id }, { tellers });
  }
}

/** When the last meeting began to which too few came to decide it. */
function firstWithTooFew(world: World, on: { readonly motion?: ActId; readonly election?: ActId }): number | undefined {
  const found = world.motion(on.motion) ?? world.state.elections.elections.get(on.election ?? ("" as ActId));
  const first = found?.tooFew?.at(-1)?.starts;
  return first !== undefined && world.now < first + SECOND_CALL.until ? first : undefined;
}

/** What can be decided in person only: calls a meeting on it, unless one is called already. */
function bringToMeeting(world: World, p: Person, on: { readonly motion?: ActId; readonly election?: ActId }): void {
  if (p.colludes) return;
  const { meetings } = world.state;
  for (const id of world.calls) {
    const call = meetings.calls.get(id);
    if (call?.agenda.some((i) => i.motion === on.motion && i.election === on.election)) return;
  }
  const soon = Math.floor(world.now / DAY) * DAY + (statutesAt(world).convene.noticeDays + 3) * DAY + 19 * HOUR;
  const first = firstWithTooFew(world, on);
  const starts = first === undefined ? soon : Math.max(soon, first + SECOND_CALL.from);
  // Who calls names the hour when the notice can be given; one far ahead is called then.
  if (starts > soon + 7 * DAY) return;
  const call = callMeeting(world, p, { starts, signers: [] });
  if (call !== undefined) {
    putItem(world, p, call, on);
    planMeeting(world, call);
    return;
  }
  // Who has called enough (G-47) puts it on a meeting that neighbours have called, as long as its agenda is open.
  for (const id of world.calls) {
    const called = meetings.calls.get(id);
    const theirs = called !== undefined && world.person(called.caller)?.colludes === false;
    if (theirs && called.starts > world.now + DAY && putItem(world, p, id, on) !== undefined) return;
  }
}

/** Signs what others of one's kind call. */
function tendCall(world: World, p: Person, id: ActId): void {
  const call = world.state.meetings.calls.get(id);
  if (!call || call.starts <= world.now) {
    world.calls.delete(id);
    return;
  }
  if (
    call.stands === undefined &&
    !call.signers.includes(p.member) &&
    world.person(call.caller)?.colludes === p.colludes
  )
    world.act(p, "meeting.sign", { call: id });
}

/** Puts to all what one opposes and missed, or saw counted falsely; calls the vote on what was put. */
function tendDecision(world: World, p: Person, id: ActId): void {
  const decision = decisionOf(world, id);
  if (!decision || world.now > decision.at + 30 * DAY) {
    world.recent.delete(id);
    return;
  }
  const { truth, state, now } = world;
  const callOver = (): unknown =>
    mayCallAgain(state, decision, now).ok &&
    callAgain(world, p, decision, tellersFor(world, p, undefined, decision.on));
  // Where the vote on it wasn't counted it waits: who wants it calls another.
  if (!p.colludes && decision.again.length > 0) callOver();
  const opposes = decision.election !== true && truth.likes(p, decision.on) === (decision.lost === true);
  const vote = world.vote(decision.vote);
  const there = vote?.sitting !== undefined && truth.there.get(vote.sitting)?.has(p.n) === true;
  const saw = there && !p.colludes && vote !== undefined && world.countedFalsely(vote);
  const honestly = (opposes && !there) || saw || (opposes && isNarrow(vote));
  if (p.colludes ? world.manner.votes !== "against" || !opposes : !honestly) return;
  if (mayPutToAll(state, decision, p.member, now).ok) world.act(p, "put.all", { result: id });
  callOver();
}
