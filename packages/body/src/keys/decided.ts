/**
 * A called meeting decides over somebody's keys (K-15): the person goes before a key. Three days later, and for 30
 * days, two enter new keys; all older ones end at once, and nobody objects. Only where it is open whose keys they are:
 * else a few at night would take anybody's.
 */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { backStill } from "../members/left-by-device.ts";
import { allElectedTellers } from "../members/tellers.ts";
import { isMember, rollSize, standing } from "../members/standing.ts";
import { votersHere } from "../meetings/electing.ts";
import type { DecidedKeys } from "./part.ts";
import { quietUntil, TERMS_MS } from "./running.ts";

/** So long after the decision new keys come in at the earliest, in ms (K-15). */
export const DECIDED_AFTER_MS = 3 * 24 * 3600_000;

/** What such a motion says. `before`: two whom the meeting sends to the person. */
export interface KeysSubject {
  readonly member: MemberId;
  readonly before?: readonly MemberId[] | undefined;
}

/** Could a meeting decide this now (K-15)? Refuses M-2, M-16, K-15. */
export function keysDecidable(state: State, subject: KeysSubject, at: Millis): Result<true> {
  const has = standing(state, subject.member, at);
  if (has === "none") return refuse("M-2", "stranger");
  // Whoever held a stolen phone may have left in their name (K-16).
  if (has === "left" && !backStill(state, subject.member, at)) return refuse("M-16", "they-left");
  if (has !== "left" && !isOpenWhose(state, subject.member, at)) return refuse("K-15", "after-an-objection");
  const { before } = subject;
  if (!before) return ok(true);
  if (new Set(before).size !== before.length) return refuse("K-15", "the-same-twice");
  if (before.includes(subject.member)) return refuse("K-15", "before-oneself");
  const wrong = before.find((m) => !isMember(state, m, at));
  return wrong === undefined ? ok(true) : refuse("K-15", "before-members", { member: wrong });
}

/** Is it open whose keys these are: somebody objected, others' keys were asked for, or two devices hold each other back (K-7, K-13, K-14)? */
function isOpenWhose(state: State, member: MemberId, at: Millis): boolean {
  const dispute = state.keys.disputes.get(member);
  return quietUntil(state, member, at) !== undefined || (dispute !== undefined && dispute > at);
}

/** Carried at a meeting: notes who may enter the keys, and from when. In a hall on paper nobody is known to be elected there: then only those named. */
export function allowKeys(
  state: State,
  subject: KeysSubject,
  by: ActId,
  when: { readonly at: Millis; readonly from: Millis },
): void {
  const vote = state.votes.votes.get(state.votes.results.get(by) ?? ("" as ActId));
  const tellers = vote?.sitting === undefined ? [] : allElectedTellers(state, vote.sitting);
  const two = subject.before ?? tellers;
  state.keys.decided.set(by, {
    member: subject.member,
    by: two.filter((m) => m !== subject.member),
    at: when.at,
    from: when.from,
    ...(vote?.sitting !== undefined && halfSignedThere(state, vote.sitting, when.at) ? { half: true as const } : {}),
  });
}

/** Has half of the roll signed, each by their own keys, that they are at this sitting? What tellers say of it isn't asked. */
function halfSignedThere(state: State, sitting: ActId, at: Millis): boolean {
  const course = state.meetings.courses.get(sitting);
  return course !== undefined && 2 * votersHere(state, course, at).length >= rollSize(state, at);
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

/** May `by` enter or confirm new keys for this person by that decision now (K-15)? */
export function mayByDecision(state: State, id: ActId, member: MemberId, by: MemberId, at: Millis): Result<true> {
  const decided = state.keys.decided.get(id);
  if (!decided || decided.member !== member) return refuse("K-15", "no-such-decision");
  const window = decidedWindow(decided);
  if (!window) return refuse("K-15", decided.used ? "came-in-already" : "out-of-force");
  if (at < window.from) return refuse("K-15", "three-days-first", { from: window.from });
  if (at >= window.until) return refuse("K-15", "too-late", { until: window.until });
  return decided.by.includes(by) ? ok(true) : refuse("K-15", "not-one-of-the-two");
}
