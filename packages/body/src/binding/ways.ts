/**
 * By which way a decision binds (B-1 to B-7): what holds at the call of a vote, and what signatures of
 * all or of more than half can do at once.
 */
import { type ActId, type Hash, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { heldOffice } from "../elections/ending.ts";
import { needsVote } from "../members/no-vote.ts";
import type { Member } from "../members/part.ts";
import { hasVote, rests, roll, rollSize, wholeRoll } from "../members/standing.ts";
import { motionOf, undecided } from "../motions/may.ts";
import type { Motion } from "../motions/part.ts";
import type { State } from "../engine/state.ts";
import { askedOf, statutesNow } from "../statutes/queries.ts";
import { reckon } from "../votes/outcome.ts";
import { electionToDecide, motionToDecide, heldAgain } from "../votes/to-decide.ts";
import type { Hands } from "./part.ts";

/** So long a text stands in the record before members can sign for it, in ms (B-6). */
export const SIGN_AFTER_MS = 3600_000;
/** A vote at once on devices is open so long at most, in ms (B-5). */
export const NOW_MS = 24 * 3600_000;

/** So long an agreement to decide now holds, in ms (B-5): who agrees last doesn't choose a night months later. */
export const AGREED_MS = 3 * 24 * 3600_000;

/** Those members among `hands` who gave them for this text, lately where they are for now; who left since doesn't count. */
export function standingHands(state: State, hands: Hands | undefined, version: Hash, at: Millis): MemberId[] {
  if (hands?.version !== version) return [];
  const holds = (m: MemberId): boolean => hands.at === undefined || at < (hands.at.get(m) ?? 0) + AGREED_MS;
  return hands.by.filter((m) => holds(m) && hasVote(state, m, at));
}

/** Has everybody on the roll, resting too, agreed that this text or ballot be decided now (B-5)? */
export function allAgreed(state: State, on: ActId, version: Hash, at: Millis): boolean {
  const agreed = standingHands(state, state.binding.agreed.get(on), version, at);
  return agreed.length > 0 && agreed.length >= wholeRoll(state, at);
}

/** Who hasn't agreed yet (B-5). */
export function notAgreed(state: State, on: ActId, version: Hash, at: Millis): MemberId[] {
  const agreed = new Set(standingHands(state, state.binding.agreed.get(on), version, at));
  return roll(state, at).flatMap((m) => (agreed.has(m.id) ? [] : [m.id]));
}

/** Have so many asked for secrecy that nothing is decided at once (B-7)? */
export function secrecyEnds(state: State, motion: Motion, at: Millis): Result<true> {
  const asked = askedOf(statutesNow(state, at).statutes.voting.secretOnRequest, rollSize(state, at));
  return motion.secretAsked.length >= asked ? refuse("B-7", "secrecy-was-asked", { asked }) : ok(true);
}

/** A motion that is not decided and has this text as its last. */
function standsWith(state: State, id: ActId, version: Hash, at: Millis): Result<Motion> {
  const found = motionOf(state, id);
  if (!found.ok) return found;
  const motion = found.value;
  // A decision whose count fell is none (V-60).
  const open = heldAgain(state, motion, at) ? ok(true as const) : undecided(motion);
  if (!open.ok) return open;
  const current = motion.versions.at(-1)?.text;
  return current === version ? ok(motion) : refuse("V-20", "another-version", { current: current ?? "" });
}

/** May `by` agree that this motion be decided now (B-5)? */
export function mayAgree(state: State, id: ActId, version: Hash, by: MemberId, at: Millis): Result<true> {
  const found = standsWith(state, id, version, at);
  if (!found.ok) return found;
  const { type } = found.value.subject;
  // Over somebody's keys those decide who met, and nobody else: they can ask the person (K-15).
  if (type === "procedure" || type === "keys") return refuse("B-5", "not-decided-at-once", { subject: type });
  if (found.value.sections.length > 0) return refuse("V-14", "sections-vote-in-sittings");
  const secret = secrecyEnds(state, found.value, at);
  if (!secret.ok) return secret;
  const agreed = standingHands(state, state.binding.agreed.get(id), version, at);
  return agreed.includes(by) ? refuse("B-5", "agreed-already") : needsVote(state, by, at);
}

/** Is it a recall, which more than half of the roll decide at any hour by signing it (O-14)? */
function isRecall(motion: Pick<Motion, "subject"> | undefined): boolean {
  return motion?.subject.type === "end-office";
}

/** Who has signed for this text and counts (B-6); for a recall those who don't rest, as its roll is reckoned (O-14). */
export function signedFor(state: State, motion: Pick<Motion, "id" | "subject">, version: Hash, at: Millis): MemberId[] {
  const signed = standingHands(state, state.binding.signed.get(motion.id), version, at);
  const { members } = state.members;
  return isRecall(motion) ? signed.filter((id) => !rests(members.get(id) as Member, at)) : signed;
}

/**
 * How many must sign (B-6): for a plain text of the whole roll more than half, and as many as majority and quorum ask of
 * all; for a recall more than half of the roll, whatever the rules say of other decisions (O-14).
 */
export function signaturesNeeded(
  state: State,
  motion: Pick<Motion, "subject"> | undefined,
  at: Millis,
): { readonly needed: number; readonly whole: number } {
  if (isRecall(motion)) {
    const roll = rollSize(state, at);
    return { needed: Math.floor(roll / 2) + 1, whole: roll };
  }
  const whole = wholeRoll(state, at);
  const { majority, quorum } = statutesNow(state, at).statutes.voting;
  const { needed, quorum: least } = reckon({ counts: {}, present: 0, whole }, { ...majority, of: "roll" }, quorum);
  return { needed: Math.max(Math.floor(whole / 2) + 1, needed, least), whole };
}

/** From when members sign for this motion (B-6): an hour after its text came; a recall at any hour (O-14). */
export function signFrom(motion: Pick<Motion, "subject" | "versions">): Millis | undefined {
  const last = motion.versions.at(-1);
  return last === undefined || isRecall(motion) ? undefined : last.at + SIGN_AFTER_MS;
}

/**
 * May `by` sign for this text (B-6)? From an hour after it came; a recall at once, also where secrecy was asked for:
 * else those who stand by whoever holds the office could keep all others from it (O-14).
 */
export function maySignFor(state: State, id: ActId, version: Hash, by: MemberId, at: Millis): Result<true> {
  const found = standsWith(state, id, version, at);
  if (!found.ok) return found;
  const motion = found.value;
  const { subject } = motion;
  if (subject.type !== "text" && subject.type !== "end-office")
    return refuse("B-6", "plain-texts-only", { subject: subject.type });
  if (motion.sections.length > 0) return refuse("V-14", "sections-vote-in-sittings");
  const holds = subject.type === "end-office" ? heldOffice(state, subject, at) : secrecyEnds(state, motion, at);
  if (!holds.ok) return holds;
  const from = signFrom(motion);
  if (from !== undefined && at < from) return refuse("B-6", "an-hour-first", { from });
  const signed = standingHands(state, state.binding.signed.get(id), version, at);
  return signed.includes(by) ? refuse("B-6", "signed-already") : needsVote(state, by, at);
}

/** May `by` take back an agreement or a signature (B-5, B-6)? While nothing has come of it; `id`: a motion or an election. */
export function mayTakeBack(state: State, id: ActId, by: MemberId, at: Millis): Result<true> {
  const election = state.elections.elections.get(id);
  if (election && !electionToDecide(state, election, at)) return refuse("O-6", "decided");
  const found = election ? ok(undefined) : motionOf(state, id);
  if (!found.ok) return found;
  const motion = found.value;
  if (motion && !motionToDecide(state, motion, at)) return refuse("V-11", "decided", { status: motion.status });
  const given = [state.binding.agreed.get(id), state.binding.signed.get(id)].some((h) =>
    standingHands(state, h, h?.version ?? ("" as Hash), at).includes(by),
  );
  return given ? ok(true) : refuse("B-5", "nothing-given");
}
