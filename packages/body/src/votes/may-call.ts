/**
 * When and how a vote may be called (V-12 to V-26): by whom, in which form, with which tellers. Plain
 * checks, read-only; pages ask them beforehand and show the rule that stands in the way.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { rollSize } from "../members/standing.ts";
import { mayDecideHere } from "../meetings/deciding.ts";
import { countersOf, tellersFirst } from "../meetings/electing.ts";
import { otherHalls } from "../meetings/opening.ts";
import { mayForce } from "../meetings/procedure.ts";
import { leadingCourse, presides } from "../meetings/queries.ts";
import { motionOf } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import { onPerson } from "../motions/subjects.ts";
import type { Sitting } from "../sittings/part.ts";
import { openSitting } from "../sittings/queries.ts";
import { goodTellers } from "../sittings/rules.ts";
import { askedOf } from "../statutes/queries.ts";
import type { VoteMode, VoteOpen } from "./acts.ts";
import { amendmentsFirst } from "./amendments-first.ts";
import { awaited, onlyInPerson, statutesNow } from "./course.ts";
import { motionReady } from "./ready.ts";
import type { Hall } from "./part.ts";
import { concernedBy, goodNamed, TELLERS_MS } from "./tellers.ts";

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** A vote outside a sitting lasts at most so much longer than the least time, in ms (V-18). */
export const LONGEST_EXTRA_MS = 30 * DAY_MS;

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
      ? outside(state, motion, data, whole, at)
      : inSitting(state, motion, data, data.sitting, by, at);
  if (!place.ok) return place;
  const { sitting } = place.value;
  const section = motion.sections.length > 0 && sitting ? sitting.section : "";
  const free = noOtherVote(state, motion, section, at);
  if (!free.ok) return free;
  const [before] = amendmentsFirst(state, motion, data.sitting, at);
  if (before) return refuse("V-49", "amendment-first", { amendment: before.id });
  const form = modeAllowed(state, motion, data.mode, sitting !== undefined, whole, at);
  if (!form.ok) return form;
  const tellers = tellersFor(state, motion, data, sitting, by, at);
  if (!tellers.ok) return tellers;
  const common = { tellers: tellers.value, section, whole, right: sitting?.id ?? motion.id };
  if (!sitting) return ok({ ...common, halls: [], opinion: false });
  const elected = tellersFirst(state, sitting.id, motion);
  if (!elected.ok) return elected;
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

/** V-25, V-14: no vote on it (in this section) is open or awaits its result, and this section has not decided on this version. */
function noOtherVote(state: State, motion: Motion, section: string, at: Millis): Result<true> {
  for (const id of motion.votes) {
    const vote = state.votes.votes.get(id);
    if (vote && vote.section === section && awaited(state, vote, at))
      return refuse("V-25", "another-vote", { vote: id });
  }
  return ok(true);
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

/** V-16 to V-18: outside a sitting, by any member once it is seconded and discussed, for long enough. */
function outside(state: State, motion: Motion, data: VoteOpen, roll: number, at: Millis): Result<Place> {
  if (motion.sections.length > 0) return refuse("V-14", "sections-vote-in-sittings");
  if (motion.subject.type === "procedure") return refuse("G-30", "only-at-a-sitting");
  if (onlyInPerson(state, motion.votes, at)) return refuse("V-60", "held-again-in-person");
  if (data.mode === "hands" || data.mode === "paper" || data.mode === "mixed")
    return refuse("V-22", "only-in-a-sitting", { mode: data.mode });
  const { voting } = statutesNow(state).statutes;
  const seconds = askedOf(voting.seconds, roll);
  if (voting.seconds > 0 && motion.seconds.length < seconds)
    return refuse("V-16", "not-seconded", { asked: seconds, has: motion.seconds.length });
  const from = (motion.versions.at(-1)?.at ?? at) + voting.discussionHours * HOUR_MS;
  if (at < from) return refuse("V-17", "discussion-not-over", { from });
  if (data.closes === undefined) return refuse("V-18", "no-hour-of-closing");
  const least = at + (data.mode === "count" ? TELLERS_MS : 0) + voting.hours * HOUR_MS;
  if (data.closes < least) return refuse("V-18", "too-short", { hours: voting.hours, least });
  return data.closes > least + LONGEST_EXTRA_MS
    ? refuse("V-18", "too-long", { most: least + LONGEST_EXTRA_MS })
    : ok({});
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

/** In a body of fewer, sealed positions hide nobody and few can count: outside a sitting it votes by name, or not (V-61). */
export const SEALED_LEAST = 5;

/** The forms a vote on this motion may have (V-13, V-22, V-23, V-61). */
export function modesAllowed(state: State, motion: Motion, sitting: boolean, roll: number): VoteMode[] {
  const secret = mustBeSecret(state, motion, roll);
  const device: VoteMode = secret ? "count" : statutesNow(state).statutes.voting.mode;
  if (motion.sections.length > 0) return !sitting ? [] : secret ? ["paper"] : ["hands", "paper"];
  if (!sitting && motion.subject.type === "procedure") return [];
  if (!sitting) return roll >= SEALED_LEAST ? [device] : secret ? [] : ["name"];
  return secret ? ["paper", device, "mixed"] : ["hands", "paper", device, "mixed"];
}

/** How those outside the hall vote in a mixed vote: the body's own way, sealed where it must be secret (G-40). */
export function devicesOf(state: State, motion: Motion, at: Millis): "count" | "name" {
  return mustBeSecret(state, motion, rollSize(state, at)) ? "count" : statutesNow(state).statutes.voting.mode;
}

function modeAllowed(
  state: State,
  motion: Motion,
  mode: VoteMode,
  sitting: boolean,
  roll: number,
  at: Millis,
): Result<true> {
  const sealed = mode === "count" || (mode === "mixed" && devicesOf(state, motion, at) === "count");
  if (sealed && onlyInPerson(state, motion.votes, at)) return refuse("V-60", "held-again-in-person");
  if (!sitting && sealed && roll < SEALED_LEAST) return refuse("V-61", "too-few-to-hide", { least: SEALED_LEAST });
  if (modesAllowed(state, motion, sitting, roll).includes(mode)) return ok(true);
  const secret = mustBeSecret(state, motion, roll);
  return secret && mode !== "paper" && mode !== "count" && mode !== "mixed"
    ? refuse(secret, "must-be-secret", { mode })
    : refuse("V-22", "another-form", { mode });
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
  const sealed = data.mode === "count" || (data.mode === "mixed" && devicesOf(state, motion, at) === "count");
  const concerned = concernedBy(motion);
  const counts = (t: MemberId): boolean => t !== concerned && !(sealed && t === motion.mover);
  let tellers: MemberId[];
  if (sitting) tellers = (countersOf(state, sitting.id, motion) ?? sitting.tellers).filter(counts);
  else if (sealed) {
    const named = goodNamed(state, data.tellers ?? [], { motion, caller: by, votes: motion.votes }, at, "V-24");
    if (!named.ok) return named;
    return named.value.some((t) => motion.seconds.includes(t)) ? refuse("V-24", "tellers-of-one-side") : named;
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
