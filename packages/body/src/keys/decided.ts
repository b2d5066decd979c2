/**
 * A called meeting decides over somebody's keys (K-15): the person goes before a key. Three days later, and for 30
 * days, two enter new keys; all older ones end at once, and nobody objects. Only where it is open whose keys they are:
 * else a few at night would take anybody's.
 */
import { type ActId, type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { backStill } from "../members/left-by-device.ts";
import { allElectedTellers } from "../members/tellers.ts";
import { isMember, rollSize, standing } from "../members/standing.ts";
import { votersHere } from "../meetings/electing.ts";
import { decodes } from "./enrol.ts";
import type { DecidedKeys } from "./part.ts";
import { quietUntil, TERMS_MS } from "./running.ts";
import { mayStandFor } from "./stand-for.ts";

/** So long after the decision new keys come in at the earliest, in ms (K-15). */
export const DECIDED_AFTER_MS = 3 * 24 * 3600_000;

/** What such a motion says. `before`: two whom the meeting sends to the person. `device`: the key that comes in, where it is known. */
export interface KeysSubject {
  readonly member: MemberId;
  readonly device?: KeyId | undefined;
  readonly before?: readonly MemberId[] | undefined;
}

/** Could a meeting decide this now (K-15)? Refuses M-2, M-16, K-15. */
export function keysDecidable(state: State, subject: KeysSubject, at: Millis): Result<true> {
  const has = standing(state, subject.member, at);
  if (has === "none") return refuse("M-2", "stranger");
  // Whoever held a stolen phone may have left in their name (K-16).
  if (has === "left" && !backStill(state, subject.member, at)) return refuse("M-16", "they-left");
  if (has !== "left" && !isOpenWhose(state, subject.member, at)) return refuse("K-15", "after-an-objection");
  const { before, device } = subject;
  if (device !== undefined && !decodes(device)) return refuse("K-3", "no-such-key");
  if (device !== undefined && isHeld(state, device, at)) return refuse("K-1", "key-in-use");
  if (!before) return ok(true);
  if (new Set(before).size !== before.length) return refuse("K-15", "the-same-twice");
  if (before.includes(subject.member)) return refuse("K-15", "before-oneself");
  const wrong = before.find((m) => !isMember(state, m, at));
  return wrong === undefined ? ok(true) : refuse("K-15", "before-members", { member: wrong });
}

/** Has somebody this key? What is asked for only, and hasn't come in, nobody has. */
function isHeld(state: State, device: KeyId, at: Millis): boolean {
  const known = state.keys.keys.get(device);
  return known !== undefined && known.since <= at;
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
    ...(subject.device === undefined ? {} : { device: subject.device }),
    ...(subject.device === undefined && !subject.before ? { all: true as const } : {}),
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
  if (decided.device !== undefined && decided.device !== device) return refuse("K-15", "other-keys");
  return decided.by.includes(by) ? ok(true) : refuse("K-15", "not-one-of-the-two");
}

/** Who must sign still before these keys come in by the decision, besides those who have: all its tellers who can, where it names neither the key nor two members (K-15). */
export function stillToSign(state: State, id: ActId, have: readonly MemberId[], at: Millis): MemberId[] {
  const decided = state.keys.decided.get(id);
  if (!decided?.all) return [];
  return decided.by.filter((m) => !have.includes(m) && mayStandFor(state, m, at).ok);
}
