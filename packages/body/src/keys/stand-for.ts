/** Who may stand for somebody else's keys or card, and how often (K-7, K-18). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { lastSign } from "../members/resting.ts";
import { needsVote } from "../members/no-vote.ts";
import { hasVote, isMember, rollSize, standing } from "../members/standing.ts";
import type { Recovery } from "./part.ts";
import { ONE_WORD_MS, runningFor, signsByOldKeys, standsForNobody, TERMS_MS, termsUntil } from "./running.ts";

/** One asks and stands for one person in so long, in ms (K-7). */
export const MONTH_MS = TERMS_MS;

/** May `by` stand for others at all: a voter whose own keys are in no term (K-7)? Refuses M-2, M-23, K-7. */
export function mayStandFor(state: State, by: MemberId, at: Millis): Result<true> {
  if (!isMember(state, by, at)) return refuse("M-2", "not-a-member", { standing: standing(state, by, at) });
  const votes = needsVote(state, by, at);
  if (!votes.ok) return votes;
  const until = standsForNobody(state, by, at);
  return until === undefined ? ok(true) : refuse("K-7", "own-keys-in-terms", { until });
}

/** Did `by` ask or stand for somebody else within a month (K-7)? */
export function onceAMonth(state: State, by: MemberId, member: MemberId, at: Millis): Result<true> {
  const other = (state.keys.stoodFor.get(by) ?? []).find((s) => s.member !== member && at < s.at + MONTH_MS);
  return other ? refuse("K-7", "one-in-a-month", { from: other.at + MONTH_MS }) : ok(true);
}

/** Notes that `by` asked or stood for this person; forgets what is older than a month. */
export function noteStoodFor(state: State, by: MemberId, member: MemberId, at: Millis): void {
  const kept = (state.keys.stoodFor.get(by) ?? []).filter((s) => at < s.at + MONTH_MS);
  state.keys.stoodFor.set(by, [...kept, { member, at }]);
}

/**
 * From when this one's word suffices, if nobody else signs (K-18): once nobody but these two, who could stand for
 * somebody, gave a sign for a fortnight. Whoever signs by keys that aren't new is awake, whatever is asked for them: else
 * one who asks for everybody would make everybody count as asleep.
 */
export function aloneFrom(state: State, member: MemberId, by: MemberId, at: Millis): Millis {
  let from = at;
  for (const other of state.members.members.values())
    if (
      other.id !== member &&
      other.id !== by &&
      hasVote(state, other.id, at) &&
      lastSign(other) + ONE_WORD_MS > from &&
      signsByOldKeys(state, other.id, at)
    )
      from = lastSign(other) + ONE_WORD_MS;
  return from;
}

/** By one word alone at most one part in so many of the roll come back at once, one person at least (K-18). */
export const ALONE_OF = 4;

/**
 * How many come back by one word alone at once, how many more by the word of `by`, and from when another does where none
 * is left (K-18): else one who asks for everybody in a quiet body would have all their places together. Those count for
 * whom it runs or whose terms by it last, whoever had asked; not what `by` ends by signing anything, since others sleep no longer.
 */
export function alonePlaces(
  state: State,
  member: MemberId,
  by: MemberId,
  at: Millis,
): { readonly most: number; readonly left: number; readonly from: Millis } {
  const most = Math.max(1, Math.floor(rollSize(state, at) / ALONE_OF));
  const until: Millis[] = [];
  for (const r of state.keys.recoveries.values()) {
    const ends = r.alone && !r.off && r.member !== member && r.member !== by ? termsUntil(r) : undefined;
    if (ends !== undefined && at < ends && (r.by === by || (r.effective ?? at) <= at)) until.push(ends);
  }
  return { most, left: Math.max(0, most - until.length), from: until.length === 0 ? at : Math.min(...until) };
}

/** May `by` ask for more than one person in a month, since their word alone suffices and a place is left (K-7, K-18)? */
export function askFor(state: State, member: MemberId, by: MemberId, at: Millis): Result<true> {
  const quiet = aloneFrom(state, member, by, at) <= at;
  const { most, left, from } = alonePlaces(state, member, by, at);
  if (quiet && left > 0) return ok(true);
  const month = onceAMonth(state, by, member, at);
  return month.ok || !quiet ? month : refuse("K-18", "so-many-at-once", { most, from });
}

/** Besides this person, so many have a vote. */
function othersWithVote(state: State, member: MemberId, at: Millis): number {
  let n = 0;
  for (const other of state.members.members.values()) if (other.id !== member && hasVote(state, other.id, at)) n++;
  return n;
}

/**
 * After an objection, where besides the person at most two have a vote, all of them together may ask all the same (K-18):
 * no meeting could decide there. So many must sign; `undefined`: there are more.
 */
export function allTogether(state: State, member: MemberId, at: Millis): 1 | 2 | undefined {
  const n = othersWithVote(state, member, at);
  return n === 1 || n === 2 ? n : undefined;
}

/** Who stands for these keys: whoever asked, and whoever confirmed it. */
export function signersOf({ by, second }: Pick<Recovery, "by" | "second">): MemberId[] {
  return second === undefined ? [by] : [by, second];
}

/** The asking for other keys of the same person that `by` stands for, that two signed and that hasn't come in (K-7). */
export function standsForOthers(
  state: State,
  asking: Pick<Recovery, "member"> & { readonly id?: ActId },
  by: MemberId,
  at: Millis,
): Recovery | undefined {
  return runningFor(state, asking.member, at).find(
    (r) => r.id !== asking.id && r.way === "two" && at < (r.effective ?? at) && signersOf(r).includes(by),
  );
}

/** Did the first stand for somebody else by two lately (K-7)? What was asked alone in a quiet body counts from its second on. */
export function firstStoodForAnother(
  state: State,
  asking: { readonly by: MemberId; readonly member: MemberId },
  at: Millis,
): boolean {
  for (const r of state.keys.recoveries.values())
    if (
      r.way === "two" &&
      !r.alone &&
      r.member !== asking.member &&
      (r.by === asking.by || r.second === asking.by) &&
      r.signed !== undefined &&
      at < r.signed + MONTH_MS
    )
      return true;
  return false;
}
