/**
 * A called meeting decides over somebody's keys (K-15): the person goes before a key. Three days later, and for 30
 * days, two enter new keys; all older ones end at once, and nobody objects. Only where it is open whose keys they are:
 * else a few at night would take anybody's.
 */
import { type ActId, type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { backStill } from "../members/left-by-device.ts";
import { allElectedTellers } from "../members/tellers.ts";
import { isMember, standing } from "../members/standing.ts";
import { partHere } from "../meetings/electing.ts";
import type { Course } from "../meetings/part.ts";
import type { Motion } from "../motions/part.ts";
import { tookPart } from "../votes/took-part.ts";
import { decodes } from "./enrol.ts";
import type { DecidedKeys } from "./part.ts";
import { objectedUntil, metFor, runningFor, TERMS_MS, termsRun, termsUntil } from "./running.ts";

/** So long after the decision new keys come in at the earliest, in ms (K-15). */
export const DECIDED_AFTER_MS = 3 * 24 * 3600_000;

/** What such a motion says. `before`: two whom the meeting sends to the person. `device`: the key that comes in, where it is known. */
export interface KeysSubject {
  readonly member: MemberId;
  readonly device?: KeyId | undefined;
  readonly before?: readonly MemberId[] | undefined;
}

/** Is it for a meeting to decide over this person's keys now (K-15)? Refuses M-2, M-16, K-15. */
export function keysOpen(state: State, member: MemberId, at: Millis): Result<true> {
  const has = standing(state, member, at);
  if (has === "none") return refuse("M-2", "stranger");
  // Whoever held a stolen phone may have left in their name (K-16).
  if (has === "left" && !backStill(state, member, at)) return refuse("M-16", "they-left");
  return has === "left" || isOpenWhose(state, member, at) ? ok(true) : refuse("K-15", "after-an-objection");
}

/** Could a meeting decide this now (K-15)? It names the new device's key, or the two who go there. Refuses M-2, M-16, K-15. */
export function keysDecidable(state: State, subject: KeysSubject, at: Millis): Result<true> {
  const open = keysOpen(state, subject.member, at);
  if (!open.ok) return open;
  const { before, device } = subject;
  // Else two of its tellers, in whose hands it would lie, bring in keys of their own.
  if (device === undefined && !before) return refuse("K-15", "name-the-key-or-two");
  if (device !== undefined && !decodes(device)) return refuse("K-3", "no-such-key");
  if (device !== undefined && isHeld(state, device, at)) return refuse("K-1", "key-in-use");
  if (!before) return ok(true);
  if (new Set(before).size !== before.length) return refuse("K-15", "the-same-twice");
  if (before.includes(subject.member)) return refuse("K-15", "before-oneself");
  const wrong = before.find((m) => !isMember(state, m, at));
  return wrong === undefined ? ok(true) : refuse("K-15", "before-members", { member: wrong });
}

/** Do keys still come in by what few decided: no other meeting's came in since, and nobody objected to such (K-15)? */
function fewStill(state: State, { member, at: since }: DecidedKeys, at: Millis): Result<true> {
  const met = metFor(state, member, at);
  if (met) return refuse("K-15", "a-meeting-decided", { until: termsUntil(met) ?? at });
  const objected = state.keys.objected.get(member);
  return objected?.half && objected.at >= since ? refuse("K-15", "out-of-force") : ok(true);
}

/** Has somebody this key? What is asked for only, and hasn't come in, nobody has. */
function isHeld(state: State, device: KeyId, at: Millis): boolean {
  const known = state.keys.keys.get(device);
  if (known === undefined || known.since > at) return false;
  // What others asked for as another's, with a phone that they were shown, those who meet may say whose it is.
  const by = known.of === undefined ? undefined : state.keys.recoveries.get(known.of);
  return by === undefined || !termsRun(by, at);
}

/**
 * Is it open whose keys these are: somebody objected, others' keys were asked for, two devices hold each other back, or a
 * meeting of few decided over them (K-7, K-13 to K-15)?
 */
function isOpenWhose(state: State, member: MemberId, at: Millis): boolean {
  const dispute = state.keys.disputes.get(member);
  const disputed = dispute !== undefined && dispute > at;
  return disputed || objectedUntil(state, member, at) !== undefined || givenByFew(state, member, at);
}

/** Do keys run that a meeting of few gave (K-15)? */
function givenByFew(state: State, member: MemberId, at: Millis): boolean {
  return runningFor(state, member, at).some((r) => r.few);
}

/** Are these two fifths? A third who work together aren't, of those who are left where one has left them (K-15). */
const twoFifths = (n: number, whole: number): boolean => 5 * n >= 2 * whole;

/**
 * May this meeting vote on somebody's keys now (K-15)? Over those that few gave, and after an objection to such, only one
 * at which half of the roll signed that they are there: else the same few decide again and again. Over those of somebody
 * who left by a device, only one at which two fifths did: else a few make them a member again.
 */
export function halfForKeys(
  state: State,
  { subject }: Pick<Motion, "subject">,
  course: Course | undefined,
  at: Millis,
): Result<true> {
  if (subject.type !== "keys") return ok(true);
  const { member } = subject;
  const { here, whole } = partHere(state, course, at);
  const left = standing(state, member, at) === "left";
  if (left && !twoFifths(here, whole)) return refuse("K-15", "two-fifths-first", { here, whole });
  const objected = objectedUntil(state, member, at) !== undefined && state.keys.objected.get(member)?.half === true;
  if (!objected && !givenByFew(state, member, at)) return ok(true);
  return 2 * here >= whole ? ok(true) : refuse("K-15", "half-first", { here, whole });
}

/**
 * Carried at a meeting: notes who may enter the keys, and from when: those named, or its elected tellers. In a hall on paper
 * nobody is known to be elected; those who signed its count enter the key that the motion names, and can enter no other.
 */
export function allowKeys(
  state: State,
  subject: KeysSubject,
  by: ActId,
  when: { readonly at: Millis; readonly from: Millis },
): void {
  const vote = state.votes.votes.get(state.votes.results.get(by) ?? ("" as ActId));
  const onPaper = subject.device === undefined ? [] : (vote?.tellers ?? []);
  const tellers = vote?.sitting === undefined ? onPaper : allElectedTellers(state, vote.sitting);
  const two = subject.before ?? tellers;
  state.keys.decided.set(by, {
    member: subject.member,
    by: two.filter((m) => m !== subject.member),
    ...(subject.device === undefined ? {} : { device: subject.device }),
    at: when.at,
    from: when.from,
    ...signedThere(state, vote?.sitting, when.at),
  });
}

/** What part of the roll has signed that they are at this sitting: half, two fifths, or fewer. */
function signedThere(state: State, sitting: ActId | undefined, at: Millis): Pick<DecidedKeys, "half" | "fifths"> {
  const { here, whole } = partHere(state, sitting && state.meetings.courses.get(sitting), at);
  if (2 * here >= whole) return { half: true, fifths: true };
  return twoFifths(here, whole) ? { fifths: true } : {};
}

/** How many took part in the vote over days that it was put to and that left it standing, of how many; nobody where none did. */
function overDays(state: State, id: ActId): { readonly took: number; readonly whole: number } {
  const settled = state.binding.decisions.get(id)?.settled;
  const of = settled?.stands && !settled.few ? state.votes.results.get(settled.by) : undefined;
  const vote = of === undefined ? undefined : state.votes.votes.get(of);
  return vote?.result ? { took: tookPart(vote), whole: vote.result.whole } : { took: 0, whole: 1 };
}

/** Did half of the roll decide it: they signed that they were there, or took part in the vote over days that it was put to (K-15)? */
export function byHalf(state: State, id: ActId): boolean {
  const { took, whole } = overDays(state, id);
  return state.keys.decided.get(id)?.half === true || 2 * took >= whole;
}

/** Did two fifths, in the same way (K-15)? */
function byTwoFifths(state: State, id: ActId): boolean {
  const { took, whole } = overDays(state, id);
  return state.keys.decided.get(id)?.fifths === true || twoFifths(took, whole);
}

/** The decision is in force from another moment, or never (B-10, B-11). */
export function moveKeys(state: State, by: ActId, from: Millis | undefined): void {
  const decided = state.keys.decided.get(by);
  if (!decided) return;
  if (from === undefined) delete decided.from;
  else decided.from = from;
}

/** From when and until when new keys come in by this decision; `undefined`: it isn't in force, or they came. */
export function decidedWindow(decided: DecidedKeys): { readonly from: Millis; readonly until: Millis } | undefined {
  if (decided.from === undefined || decided.used) return undefined;
  const from = Math.max(decided.from, decided.at + DECIDED_AFTER_MS);
  return { from, until: from + TERMS_MS };
}

/**
 * May `by` enter or confirm these new keys for this person by that decision now (K-15)? `device`: the new device's key,
 * none where another card is asked for.
 */
export function mayByDecision(
  state: State,
  id: ActId,
  of: { readonly member: MemberId; readonly device: KeyId | undefined },
  by: MemberId,
  at: Millis,
): Result<true> {
  const { member, device } = of;
  const decided = state.keys.decided.get(id);
  if (!decided || decided.member !== member) return refuse("K-15", "no-such-decision");
  const window = decidedWindow(decided);
  if (!window) return refuse("K-15", decided.used ? "came-in-already" : "out-of-force");
  if (at < window.from) return refuse("K-15", "three-days-first", { from: window.from });
  if (at >= window.until) return refuse("K-15", "too-late", { until: window.until });
  // Who left since it was decided is brought back by no fewer than who left before.
  if (standing(state, member, at) === "left" && !byTwoFifths(state, id)) return refuse("K-15", "left-and-few");
  const few = byHalf(state, id) ? ok(true as const) : fewStill(state, decided, at);
  if (!few.ok) return few;
  if (decided.device !== undefined && decided.device !== device) return refuse("K-15", "other-keys");
  return decided.by.includes(by) ? ok(true) : refuse("K-15", "not-one-of-the-two");
}
