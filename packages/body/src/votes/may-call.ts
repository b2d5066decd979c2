/**
 * When and how a vote may be called (V-12 to V-26): by whom, in which form, with which tellers. Plain
 * checks, read-only; pages ask them beforehand and show the rule that stands in the way.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { mayDecideHere } from "../meetings/deciding.ts";
import { otherHalls } from "../meetings/opening.ts";
import { mayForce } from "../meetings/procedure.ts";
import { leadingCourse, presides } from "../meetings/queries.ts";
import { procedureFirst } from "../meetings/shares.ts";
import { isAmendment, talkedSince } from "../motions/amending.ts";
import { motionOf } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import { onPerson, subjectStillHolds } from "../motions/subjects.ts";
import type { Sitting } from "../sittings/part.ts";
import { openSitting } from "../sittings/queries.ts";
import { goodTellers } from "../sittings/rules.ts";
import { askedOf } from "../statutes/queries.ts";
import type { VoteMode, VoteOpen } from "./acts.ts";
import { amendmentsFirst } from "./amendments-first.ts";
import { statutesNow, waitingVotes } from "./course.ts";
import { mayOvertake } from "./overtake.ts";
import { motionReady } from "./ready.ts";
import { callableFrom, mayTakeTurn, secondsOf } from "./turn.ts";
import type { Hall, Vote } from "./part.ts";

/** What `vote.open` freezes besides what stands in its data. */
export interface Calling {
  readonly tellers: MemberId[];
  readonly section: string;
  readonly whole: number;
  readonly right: ActId;
  /** The other halls that count too (G-41). */
  readonly halls: Hall[];
  /** Of a meeting that only consults (G-28). */
  readonly opinion: boolean;
}

/** May `by` call this vote now? The order of checks: the motion, where, whose right, form, tellers. */
export function mayCall(state: State, data: VoteOpen, by: MemberId, at: Millis): Result<Calling> {
  const found = motionOf(state, data.motion ?? ("" as ActId));
  if (!found.ok) return found;
  const motion = found.value;
  const ready = motionReady(state, motion, data.version, at);
  if (!ready.ok) return ready;
  const whole = rollSize(state, at);
  const place =
    data.sitting === undefined
      ? outside(state, motion, data, by, whole, at)
      : inSitting(state, motion, data, data.sitting, by, at);
  if (!place.ok) return place;
  const { sitting } = place.value;
  const section = motion.sections.length > 0 && sitting ? sitting.section : "";
  const free = noOtherVote(state, motion, section, data.sitting, at);
  if (!free.ok) return free;
  const [before] = amendmentsFirst(state, motion, data.sitting, at);
  if (before) return refuse("V-49", "amendment-first", { amendment: before.id });
  const form = modeAllowed(state, motion, data.mode, sitting !== undefined, whole);
  if (!form.ok) return form;
  const tellers = tellersFor(state, motion, data, sitting, at);
  if (!tellers.ok) return tellers;
  const common = { tellers: tellers.value, section, whole, right: sitting?.id ?? motion.id };
  if (!sitting) return ok({ ...common, halls: [], opinion: false });
  const weight = mayDecideHere(state, leadingCourse(state, sitting.id), motion);
  if (!weight.ok) return weight;
  const remote = section === "" ? remoteNeedsDevices(state, sitting.id, data.mode) : ok(true as const);
  if (!remote.ok) return remote;
  const halls = section === "" ? hallPlaces(state, data, (t) => t !== concernedBy(motion), at) : ok([]);
  return halls.ok ? ok({ ...common, halls: halls.value, opinion: weight.value.opinion }) : halls;
}

/** Nobody who takes part from outside is left out by a vote in the hall alone (G-40). */
export function remoteNeedsDevices(state: State, sitting: ActId, mode: VoteMode): Result<true> {
  const { remote } = leadingCourse(state, sitting);
  if (remote.size === 0 || (mode !== "hands" && mode !== "paper")) return ok(true);
  return refuse("G-40", "some-are-outside", { remote: remote.size });
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

function concernedBy(motion: Motion): MemberId | undefined {
  if (motion.subject.type === "procedure")
    return motion.subject.procedure.what === "exclude" ? motion.subject.procedure.member : undefined;
  return "member" in motion.subject ? motion.subject.member : undefined;
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

/** V-16 to V-18, V-70: outside a sitting, once it is seconded and discussed, by whose turn it is and for long enough. */
function outside(state: State, motion: Motion, data: VoteOpen, by: MemberId, roll: number, at: Millis): Result<Place> {
  if (motion.sections.length > 0) return refuse("V-14", "sections-vote-in-sittings");
  if (motion.subject.type === "procedure") return refuse("G-30", "only-at-a-sitting");
  if (data.mode === "hands" || data.mode === "paper" || data.mode === "mixed")
    return refuse("V-22", "only-in-a-sitting", { mode: data.mode });
  const { voting } = statutesNow(state).statutes;
  const { asked, has } = secondsOf(motion, state, roll);
  if (has < asked) return refuse("V-16", "not-seconded", { asked, has });
  const talked = talkedSince(state, motion) + voting.discussionHours * 3600_000;
  if (at < talked) return refuse("V-17", "discussion-not-over", { from: talked });
  const from = callableFrom(state, motion, roll) ?? at;
  const turn = mayTakeTurn(state, { by, mover: motion.mover, from, hours: voting.hours, closes: data.closes }, at);
  return turn.ok ? ok({}) : turn;
}

/** Must this vote be secret (V-13: persons; G-32: a board or an exclusion, where one asks; V-23: as many as the statutes ask)? */
export function mustBeSecret(state: State, motion: Motion, roll: number): "V-13" | "V-23" | "G-32" | undefined {
  if (onPerson(motion.subject)) return "V-13";
  if (motion.subject.type === "procedure") {
    const { what } = motion.subject.procedure;
    if ((what === "board" || what === "exclude") && motion.secretAsked.length > 0) return "G-32";
  }
  return motion.secretAsked.length >= askedOf(statutesNow(state).statutes.voting.secretOnRequest, roll)
    ? "V-23"
    : undefined;
}

/** The forms a vote on this motion may have (V-13, V-22, V-23). */
export function modesAllowed(state: State, motion: Motion, sitting: boolean, roll: number): VoteMode[] {
  const secret = mustBeSecret(state, motion, roll);
  const device: VoteMode = secret ? "count" : statutesNow(state).statutes.voting.mode;
  if (motion.sections.length > 0) return !sitting ? [] : secret ? ["paper"] : ["hands", "paper"];
  if (!sitting) return motion.subject.type === "procedure" ? [] : [device];
  return secret ? ["paper", device, "mixed"] : ["hands", "paper", device, "mixed"];
}

/** How those outside the hall vote in a mixed vote: the body's own way, sealed where it must be secret (G-40). */
export function devicesOf(state: State, motion: Motion, at: Millis): "count" | "name" {
  return mustBeSecret(state, motion, rollSize(state, at)) ? "count" : statutesNow(state).statutes.voting.mode;
}

function modeAllowed(state: State, motion: Motion, mode: VoteMode, sitting: boolean, roll: number): Result<true> {
  if (modesAllowed(state, motion, sitting, roll).includes(mode)) return ok(true);
  const secret = mustBeSecret(state, motion, roll);
  return secret && mode !== "paper" && mode !== "count" && mode !== "mixed"
    ? refuse(secret, "must-be-secret", { mode })
    : refuse("V-22", "another-form", { mode });
}

/**
 * Who counts (V-24). In a sitting its tellers, else those named. Nobody counts a vote on themselves;
 * positions sealed on devices are opened neither by the mover nor only by members who seconded.
 */
function tellersFor(
  state: State,
  motion: Motion,
  data: VoteOpen,
  sitting: Sitting | undefined,
  at: Millis,
): Result<MemberId[]> {
  const sealed = data.mode === "count" || (data.mode === "mixed" && devicesOf(state, motion, at) === "count");
  const concerned = concernedBy(motion);
  const counts = (t: MemberId): boolean => t !== concerned && !(sealed && t === motion.mover);
  let tellers: MemberId[];
  if (sitting) tellers = sitting.tellers.filter(counts);
  else {
    tellers = [...(data.tellers ?? [])];
    const good = goodTellers(state, tellers, at, "V-24");
    if (!good.ok) return good;
    const unfit = tellers.find((t) => !counts(t));
    if (unfit !== undefined)
      return refuse("V-24", unfit === concerned ? "teller-is-concerned" : "teller-is-the-mover", { teller: unfit });
    if (!sealed && tellers.length === 0) return ok(tellers);
  }
  if (tellers.length < 2) return refuse("V-24", "too-few-tellers", { tellers: tellers.length });
  return sealed && tellers.every((t) => motion.seconds.includes(t))
    ? refuse("V-24", "tellers-of-one-side")
    : ok(tellers);
}
