/**
 * Who has a vote on one matter (M-29, M-30): all who have a vote, but on rules without those whose vote is younger
 * than three months, and on a contested admission without the person and a burst that is contested with them. Frozen at the call.
 */
import { type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { broughtInBy } from "../members/bursts.ts";
import type { Member } from "../members/part.ts";
import { rests, rollSize, votes } from "../members/standing.ts";
import type { Subject } from "../motions/acts.ts";
import type { Motion } from "../motions/part.ts";
import { askedOf, statutesOf } from "../statutes/queries.ts";
import type { Vote } from "./part.ts";

/** Newcomers vote on rules so long after their vote began, in ms (M-29). */
export const RULES_AFTER_MS = 91 * 24 * 3600_000;

/** Is this a matter of the rules, which newcomers don't vote on (M-29)? */
export function isOfRules(subject: Subject): boolean {
  return subject.type === "statutes" || subject.type === "door";
}

/** From when this member votes on rules (M-29): founders at once. */
export function rulesFrom(member: Member): Millis | undefined {
  if (member.votesFrom === undefined) return undefined;
  return member.founder ? member.votesFrom : member.votesFrom + RULES_AFTER_MS;
}

/** What a vote is frozen with at its call: who of those with a vote has none on this. */
export type Electorate = Pick<Vote, "settled" | "barred">;

/** Those contested who have no vote on a contest are together no more than one part in so many of the roll (M-30). */
export const BARRED_OF = 4;

/**
 * Who has no vote on whether `person` stays (M-30): the person, and of those who are contested too whoever came by the
 * same word as they or by theirs, or brought them; together at most a quarter of the roll, the latest votes first. So a
 * burst doesn't keep itself in, and nobody contests away the votes of those who would refuse it.
 */
export function barredAt(state: State, person: MemberId, at: Millis): MemberId[] {
  const { members } = state.members;
  const by = (id: MemberId): MemberId | undefined => {
    const m = members.get(id);
    return m && broughtInBy(m);
  };
  const word = by(person);
  const same = (id: MemberId): boolean => (word !== undefined && by(id) === word) || by(id) === person || id === word;
  const since = (id: MemberId): Millis => members.get(id)?.votesFrom ?? 0;
  const others = contestedAt(state, at)
    .filter((id) => id !== person && same(id) && votes(members.get(id), at))
    .sort((a, b) => since(b) - since(a) || (a < b ? -1 : 1));
  const most = Math.floor(rollSize(state, at) / BARRED_OF) - (votes(members.get(person), at) ? 1 : 0);
  return [person, ...others.slice(0, Math.max(0, most))].sort();
}

/** Whose admission is contested at `at` (M-30): a motion on it isn't decided, and as many stand behind it as call a meeting. */
export function contestedAt(state: State, at: Millis): MemberId[] {
  const asked = askedOf(statutesOf(state, at).convene.signatures, rollSize(state, at));
  const out = new Set<MemberId>();
  for (const { subject, status, mover, seconds } of state.motions.motions.values()) {
    if (subject.type !== "contest" || (status !== "standing" && status !== "voting")) continue;
    const behind = [mover, ...seconds].filter((m) => votes(state.members.members.get(m), at));
    if (behind.length >= asked) out.add(subject.member);
  }
  return [...out].sort();
}

/** Who has a vote on this motion, for a vote that is called at `at`. */
export function electorateOf(state: State, motion: Pick<Motion, "subject"> | undefined, at: Millis): Electorate {
  if (!motion) return {};
  const { subject } = motion;
  if (subject.type === "contest") return { barred: barredAt(state, subject.member, at) };
  if (!isOfRules(subject)) return {};
  // Where nobody has had a vote for so long, all decide: no body is left without anybody who may change its rules.
  const some = [...state.members.members.values()].some((m) => votes(m, at) && (rulesFrom(m) ?? at + 1) <= at);
  return some ? { settled: true } : {};
}

/** Has this member, who has a vote, one on what was called at `called` (M-29, M-30)? */
export function inElectorate(member: Member, { settled, barred }: Electorate, called: Millis): boolean {
  if (barred?.includes(member.id)) return false;
  return !settled || (rulesFrom(member) ?? called + 1) <= called;
}

/** Has who has a vote one on this matter? Refuses M-29 (on rules, too new), M-30 (contested). */
export function votesOnThis(state: State, vote: Electorate & Pick<Vote, "opened">, id: MemberId): Result<true> {
  const member = state.members.members.get(id);
  if (!member || inElectorate(member, vote, vote.opened)) return ok(true);
  if (vote.barred?.includes(id)) return refuse("M-30", "contested");
  return refuse("M-29", "too-new-for-rules", { from: rulesFrom(member) ?? vote.opened });
}

/** How many have a vote on it: those who count, and those who rest (M-21). */
export function wholeOf(
  state: State,
  of: Electorate,
  at: Millis,
): { readonly whole: number; readonly resting: number } {
  let whole = 0;
  let resting = 0;
  for (const m of state.members.members.values()) {
    if (!votes(m, at) || !inElectorate(m, of, at)) continue;
    if (rests(m, at)) resting++;
    else whole++;
  }
  return { whole, resting };
}

/** How many count in a vote on this motion that is called at `at` (M-21, M-29, M-30). */
export function rollOn(state: State, motion: Pick<Motion, "subject"> | undefined, at: Millis): number {
  return wholeOf(state, electorateOf(state, motion, at), at).whole;
}
