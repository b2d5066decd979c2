/**
 * Which way is harder (S-36): for each parameter, whether a change makes it harder to join, to call, to
 * decide or to change. What isn't in the table (time zone, who reads, how votes are given) has no such way.
 */
import type { Majority, Quorum, Statutes } from "./acts.ts";

type Harder = (old: Statutes, now: Statutes) => boolean;

const more =
  (of: (s: Statutes) => number): Harder =>
  (old, now) =>
    of(now) > of(old);
const begins =
  (of: (s: Statutes) => boolean): Harder =>
  (old, now) =>
    of(now) && !of(old);

/** Each parameter that has a harder way, with how to tell. */
export const HARDER: Readonly<Record<string, Harder>> = {
  "admission.invitedBy": begins((s) => s.admission.invitedBy === "decision"),
  "admission.vouchers": more((s) => s.admission.vouchers),
  "admission.waitingDays": more((s) => s.admission.waitingDays),
  "admission.seen": begins((s) => s.admission.seen),
  "admission.decision": begins((s) => s.admission.decision),
  "admission.contestDays": more((s) => s.admission.contestDays),
  "convene.signatures": more((s) => s.convene.signatures),
  "convene.noticeDays": more((s) => s.convene.noticeDays),
  "voting.majority": (old, now) => harderMajority(old.voting.majority, now.voting.majority),
  "voting.quorum": (old, now) => higherShare(old.voting.quorum, now.voting.quorum),
  "voting.seconds": more((s) => s.voting.seconds),
  "voting.discussionHours": more((s) => s.voting.discussionHours),
  "voting.hours": more((s) => s.voting.hours),
  "change.majority": (old, now) => harderMajority(old.change.majority, now.change.majority),
  "change.quorum": (old, now) => higherShare(old.change.quorum, now.change.quorum),
  "change.noticeDays": more((s) => s.change.noticeDays),
  "clerk.admitMinutes": more((s) => s.clerk.admitMinutes),
  "clerk.copies": begins((s) => s.clerk.copies === "decision"),
};

/** The parameters that would be harder. */
export function harderIn(old: Statutes, now: Statutes): string[] {
  return Object.keys(HARDER).filter((path) => HARDER[path]?.(old, now));
}

/** Is `now` a larger share than `old`? */
export function higherShare(old: Quorum, now: Quorum): boolean {
  return now.num * old.den > old.num * now.den;
}

/** What a majority is reckoned of, from the fewest people to the most. */
const BASES = ["cast", "present", "roll"] as const;

/** Could `now` ever need more votes than `old`, whoever comes? */
export function harderMajority(old: Majority, now: Majority): boolean {
  const [before, after] = [old.num * now.den, now.num * old.den];
  const larger = after > before || (after === before && now.strict && !old.strict);
  return larger || BASES.indexOf(now.of) > BASES.indexOf(old.of);
}
