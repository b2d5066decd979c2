/**
 * When and how a vote may be called (V-12 to V-26): by whom, in which form, with which tellers. Plain
 * checks, read-only; pages ask them beforehand and show the rule that stands in the way.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { lastHeldOn } from "../binding/held.ts";
import { MINUTE_MS } from "../binding/term.ts";
import { allAgreed, NOW_MS, secrecyEnds } from "../binding/ways.ts";
import { halfForKeys } from "../keys/decided.ts";
import { rollSize } from "../members/standing.ts";
import { mayDecideHere } from "../meetings/deciding.ts";
import { countersOf, electsTellersFirst, tellersFirst, votersOutside } from "../meetings/electing.ts";
import { otherHalls } from "../meetings/opening.ts";
import { mayForce } from "../meetings/procedure.ts";
import { leadingCourse, presides } from "../meetings/queries.ts";
import { procedureFirst } from "../meetings/shares.ts";
import { isAmendment, talkedSince } from "../motions/amending.ts";
import { motionOf } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import { subjectStillHolds } from "../motions/subjects.ts";
import type { Sitting } from "../sittings/part.ts";
import { openSitting } from "../sittings/queries.ts";
import { goodTellers } from "../sittings/rules.ts";
import { statutesNow } from "../statutes/queries.ts";
import type { VoteMode, VoteOpen } from "./acts.ts";
import { amendmentsFirst } from "./amendments-first.ts";
import { calledAgain } from "./called-again.ts";
import { needsOfVote } from "./changing-rules.ts";
import { waitingVotes } from "./course.ts";
import { type Electorate, electorateOf, wholeOf } from "./electorate.ts";
import { mayOvertake } from "./overtake.ts";
import type { Hall, Vote } from "./part.ts";
import { devicesOf, modeAllowed, mustBeSecret } from "./forms.ts";
import { motionReady } from "./ready.ts";
import { concernedBy, goodNamed, othersThanSeconders } from "./tellers.ts";
import { mayCallNext } from "./uncounted.ts";
import { heldAgain, inHallAlone } from "./to-decide.ts";
import { fewTogether } from "./together.ts";
import { callableFrom, mayTakeTurn, secondsOf } from "./turn.ts";

const HOUR_MS = 3600_000;

/** What `vote.open` freezes besides what stands in its data. */
export interface Calling {
  readonly tellers: MemberId[];
  readonly section: string;
  readonly whole: number;
  /** Those of whom it would be more, who rest (M-21). */
  readonly resting: number;
  /** Who of those with a vote has none on this (M-29, M-30). */
  readonly electorate: Electorate;
  readonly right: ActId;
  /** The other halls that count too (G-41). */
  readonly halls: Hall[];
  /** Of a meeting that only consults, or of a sitting that nobody called (G-28, B-3). */
  readonly opinion: boolean;
  /** All have agreed to decide now (B-5). */
  readonly now: boolean;
  /** Few, who count it together (V-62). */
  readonly together?: true;
}

/** May `by` call this vote now? The order of checks: the motion, where, whose right, form, tellers. */
export function mayCall(state: State, data: VoteOpen, by: MemberId, at: Millis): Result<Calling> {
  const found = motionOf(state, data.motion ?? ("" as ActId));
  if (!found.ok) return found;
  const motion = found.value;
  if (data.again !== undefined) return callAgain(state, motion, data, by, at);
  const now = allAgreed(state, motion.id, data.version, at);
  if (now) {
    const open = secrecyEnds(state, motion, at);
    if (!open.ok) return open;
  }
  const ready = motionReady(state, motion, data.version, at);
  if (!ready.ok) return ready;
  const electorate = electorateOf(state, motion, at);
  const { whole, resting } = wholeOf(state, electorate, at);
  const place =
    data.sitting === undefined
      ? outside(state, motion, data, { by, roll: rollSize(state, at), now }, at)
      : inSitting(state, motion, data, data.sitting, by, at);
  if (!place.ok) return place;
  const { sitting } = place.value;
  const section = motion.sections.length > 0 && sitting ? sitting.section : "";
  const weight = sitting
    ? mayDecideHere(state, leadingCourse(state, sitting.id), motion, now)
    : ok({ opinion: false } as const);
  if (!weight.ok) return weight;
  const { opinion } = weight.value;
  const half = sitting ? halfForKeys(state, motion, leadingCourse(state, sitting.id), at) : ok(true as const);
  if (!half.ok) return half;
  if (section !== "" && opinion) return refuse("V-14", "at-called-sittings");
  // An opinion holds nothing up and is held up by nothing (B-3).
  const free = opinion ? ok(true as const) : noOtherVote(state, motion, section, data.sitting, at);
  if (!free.ok) return free;
  const [before] = opinion ? [] : amendmentsFirst(state, motion, data.sitting, at);
  if (before) return refuse("V-49", "amendment-first", { amendment: before.id });
  // What all agreed to decide now, outside a sitting, is by name: tellers of what is sealed need days (B-5).
  const form =
    now && !sitting && data.mode === "name" && !mustBeSecret(state, motion, rollSize(state, at), at)
      ? ok(true as const)
      : modeAllowed(state, motion, data.mode, sitting !== undefined, rollSize(state, at), at);
  if (!form.ok) return form;
  const tellers = tellersFor(state, motion, data, sitting, by, at);
  if (!tellers.ok) return tellers;
  const together = sitting && countTogether(state, motion, data.mode, at).length > 1 ? { together: true as const } : {};
  const right = sitting?.id ?? motion.id;
  const counted = { whole, resting, electorate };
  const common = { tellers: tellers.value, section, ...counted, right, opinion, now, ...together };
  if (!sitting) return ok({ ...common, halls: [] });
  const from = (motion.versions.at(-1)?.at ?? at) + MINUTE_MS;
  if (at < from) return refuse("B-12", "a-minute-first", { from });
  const elected = tellersFirst(state, sitting.id, motion);
  if (!elected.ok) return elected;
  const outsiders = section === "" && !inHallAlone(state, motion, at);
  const remote = outsiders ? remoteNeedsDevices(state, sitting.id, data.mode, at) : ok(true as const);
  if (!remote.ok) return remote;
  // Those in the hall that leads elect the tellers: others, whom nobody elected yet, neither outvote nor hold them up.
  const alone = section !== "" || electsTellersFirst(state, sitting.id, motion);
  const halls = alone ? ok([]) : hallPlaces(state, data, (t) => t !== concernedBy(motion), at);
  return halls.ok ? ok({ ...common, halls: halls.value }) : halls;
}

/** Nobody who takes part from outside is left out by a vote in the hall alone (G-40). What is held again in person is (V-60). */
export function remoteNeedsDevices(state: State, sitting: ActId, mode: VoteMode, at: Millis): Result<true> {
  if (mode !== "hands" && mode !== "paper") return ok(true);
  // Who has no vote is left out by nothing (M-23).
  const remote = votersOutside(state, leadingCourse(state, sitting), at).length;
  return remote === 0 ? ok(true) : refuse("G-40", "some-are-outside", { remote });
}

/** The other open halls with those of their tellers who may count this (G-41). All of them or none of it: no hall is left out. */
export function hallPlaces(
  state: State,
  data: VoteOpen,
  fits: (teller: MemberId) => boolean,
  at: Millis,
): Result<Hall[]> {
  if (data.sitting === undefined) return ok([]);
  const leads = leadingCourse(state, data.sitting).sitting;
  if (leads !== data.sitting) return refuse("G-41", "another-hall-leads", { sitting: leads });
  const open = otherHalls(state, data.sitting, at);
  const named = data.halls ?? open;
  if (new Set(named).size !== open.length || named.some((h) => !open.includes(h)))
    return refuse("G-41", "all-open-halls", { open: open.length });
  if (data.mode === "count" || data.mode === "name") return ok([]);
  const halls = open.map((sitting) => ({
    sitting,
    tellers: (state.sittings.sittings.get(sitting)?.tellers ?? []).filter(fits),
  }));
  const few = halls.find((h) => h.tellers.length < 2);
  return few ? refuse("V-24", "too-few-tellers", { sitting: few.sitting, tellers: few.tellers.length }) : ok(halls);
}

/** V-25: no vote on it (in this section), nor on the motion that it would amend, is open or awaits its result; but for V-71. */
function noOtherVote(
  state: State,
  motion: Motion,
  section: string,
  sitting: ActId | undefined,
  at: Millis,
): Result<true> {
  const stays = (vote: Vote): boolean => !mayOvertake(state, vote, sitting, at);
  const own = waitingVotes(state, motion, at, section).find(stays);
  if (own) return refuse("V-25", "another-vote", { vote: own.id });
  const whole = isAmendment(motion) ? state.motions.motions.get(motion.subject.motion) : undefined;
  const before = whole && waitingVotes(state, whole, at).find(stays);
  return before ? refuse("V-25", "vote-on-its-motion", { vote: before.id }) : ok(true);
}

interface Place {
  readonly sitting?: Sitting;
}

/** V-21: in a sitting, by its opener or a teller; V-14: the sitting's section is one of the motion's. */
function inSitting(state: State, motion: Motion, data: VoteOpen, id: ActId, by: MemberId, at: Millis): Result<Place> {
  const found = openSitting(state, id, at);
  if (!found.ok) return found;
  const sitting = found.value;
  if (!presides(state, id, by) && !mayForce(state, motion, by, at)) return refuse("V-21", "not-opener-or-teller");
  if (
    motion.subject.type === "procedure" &&
    (motion.sitting === undefined || leadingCourse(state, motion.sitting).sitting !== id)
  )
    return refuse("G-30", "at-its-own-sitting", { sitting: motion.sitting ?? "" });
  if (motion.subject.type === "procedure") {
    const mayToo = (other: Motion): boolean =>
      (presides(state, id, by) || mayForce(state, other, by, at)) && subjectStillHolds(state, other, at).ok;
    const first = procedureFirst(state, leadingCourse(state, id), motion, at, mayToo);
    if (first !== undefined) return refuse("G-49", "others-first", { motion: first });
  }
  if (data.closes !== undefined || data.tellers)
    return refuse("V-18", "not-in-a-sitting", { field: data.closes === undefined ? "tellers" : "closes" });
  if (motion.sections.length > 0) {
    if (!motion.sections.includes(sitting.section))
      return refuse("V-14", "not-one-of-its-sections", { section: sitting.section });
    if (data.mode !== "hands" && data.mode !== "paper") return refuse("V-14", "sections-by-hands-or-paper");
    const before = motion.votes.some((v) => {
      const vote = state.votes.votes.get(v);
      return (
        vote?.sitting === id &&
        vote.version === data.version &&
        vote.result !== undefined &&
        vote.result.outcome !== "no-quorum"
      );
    });
    if (before) return refuse("V-14", "this-sitting-has-decided");
  }
  return ok({ sitting });
}

/**
 * V-16 to V-18, V-70: outside a sitting, once it is seconded and discussed, by whose turn it is and for long
 * enough; at once where all agreed (B-5).
 */
function outside(
  state: State,
  motion: Motion,
  data: VoteOpen,
  { by, roll, now }: { readonly by: MemberId; readonly roll: number; readonly now: boolean },
  at: Millis,
): Result<Place> {
  if (motion.sections.length > 0) return refuse("V-14", "sections-vote-in-sittings");
  if (motion.subject.type === "procedure") return refuse("G-30", "only-at-a-sitting");
  if (motion.subject.type === "keys") return refuse("K-15", "at-a-called-meeting");
  if (heldAgain(state, motion, at)) return refuse("V-60", "held-again-in-person");
  if (data.mode === "hands" || data.mode === "paper" || data.mode === "mixed")
    return refuse("V-22", "only-in-a-sitting", { mode: data.mode });
  if (now) return atOnce(data.closes, at);
  const { voting } = statutesNow(state, at).statutes;
  const { asked, has } = secondsOf(motion, state, roll, at);
  if (has < asked) return refuse("V-16", "not-seconded", { asked, has });
  const { discussionHours, hours } = needsOfVote(state, motion, at) ?? voting;
  const talked = talkedSince(state, motion) + discussionHours * HOUR_MS;
  if (at < talked) return refuse("V-17", "discussion-not-over", { from: talked });
  const from = callableFrom(state, motion, roll, at) ?? at;
  const turn = mayTakeTurn(state, { by, mover: motion.mover, from, hours, mode: data.mode, closes: data.closes }, at);
  if (!turn.ok) return turn;
  const next = mayCallNext(state, motion, { by, mover: motion.mover }, at);
  return next.ok ? ok({}) : next;
}

/** B-5, B-12: on devices, by name, for a minute at least and a day at most. */
function atOnce(closes: Millis | undefined, at: Millis): Result<Place> {
  if (closes === undefined) return refuse("V-18", "no-hour-of-closing");
  if (closes < at + MINUTE_MS) return refuse("B-12", "a-minute-to-vote", { least: at + MINUTE_MS });
  return closes > at + NOW_MS ? refuse("V-18", "too-long", { most: at + NOW_MS }) : ok({});
}

/** B-10: the vote over days on what was put to all, under the majority of the first vote. */
function callAgain(state: State, motion: Motion, data: VoteOpen, by: MemberId, at: Millis): Result<Calling> {
  const called = calledAgain(state, motion, data, { by, mover: motion.mover }, at);
  if (!called.ok) return called;
  const { decision, first } = called.value;
  if (data.version !== first?.version) return refuse("V-20", "another-version", { current: first?.version ?? "" });
  const electorate = electorateOf(state, motion, at);
  const counted = { ...wholeOf(state, electorate, at), electorate };
  const form = modeAllowed(state, motion, data.mode, false, rollSize(state, at), at);
  if (!form.ok) return form;
  const tellers = tellersFor(state, motion, data, undefined, by, at);
  if (!tellers.ok) return tellers;
  const right = decision.id;
  return ok({ tellers: tellers.value, section: "", ...counted, right, halls: [], opinion: false, now: false });
}

/** Who counts together in a body of few (V-62); nobody where it is about a sitting's own course, which has its own counters (G-45). */
function countTogether(state: State, motion: Motion, mode: VoteMode, at: Millis): MemberId[] {
  return motion.subject.type === "procedure" ? [] : fewTogether(state, mode, at);
}

/**
 * Who counts (V-24). In a sitting its tellers, else those named. Nobody counts a vote on themselves;
 * positions sealed on devices are opened neither by the mover nor only by members who seconded. One
 * teller is named where they are cast outside a sitting; others come in until it opens (V-52).
 */
function tellersFor(
  state: State,
  motion: Motion,
  data: VoteOpen,
  sitting: Sitting | undefined,
  by: MemberId,
  at: Millis,
): Result<MemberId[]> {
  const sealed =
    data.mode === "count" || (data.mode === "mixed" && devicesOf(state, motion, at, data.mode) === "count");
  const concerned = concernedBy(motion);
  const counts = (t: MemberId): boolean => t !== concerned && !(sealed && t === motion.mover);
  let tellers: MemberId[];
  const few = sitting ? countTogether(state, motion, data.mode, at).filter(counts) : [];
  if (few.length > 1) tellers = few;
  else if (sitting) tellers = (countersOf(state, sitting.id, motion, at) ?? sitting.tellers).filter(counts);
  else if (sealed) {
    const of = { motion, caller: by, before: lastHeldOn(state, motion) };
    const named = goodNamed(state, data.tellers ?? [], of, at, "V-24");
    if (!named.ok) return named;
    if (!named.value.some((t) => motion.seconds.includes(t))) return named;
    return othersThanSeconders(state, of, at) ? refuse("V-24", "tellers-of-one-side") : named;
  } else {
    tellers = [...(data.tellers ?? [])];
    const good = goodTellers(state, tellers, at, "V-24");
    if (!good.ok) return good;
    const unfit = tellers.find((t) => !counts(t));
    if (unfit !== undefined) return refuse("V-24", "teller-is-concerned", { teller: unfit });
    if (tellers.length === 0) return ok(tellers);
  }
  if (tellers.length < 2) return refuse("V-24", "too-few-tellers", { tellers: tellers.length });
  return sealed && tellers.every((t) => motion.seconds.includes(t))
    ? refuse("V-24", "tellers-of-one-side")
    : ok(tellers);
}
