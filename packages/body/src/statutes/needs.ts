/**
 * What a change of statutes needs (S-37 to S-39): what the statutes in force ask of a change and, where it
 * makes calling, deciding or changing harder, also what it brings. So nobody puts on others what they
 * couldn't have met themselves.
 */
import type { Majority, Quorum, Statutes } from "./acts.ts";
import { harderIn, harderMajority, higherShare } from "./harder.ts";

/** A change of rules is decided only where so many take part, whatever the statutes say (S-38). */
export const HALF_THE_ROLL: Quorum = { num: 1, den: 2 };

/** The least majority at a second call (S-39). */
export const TWO_THIRDS_CAST: Majority = { num: 2, den: 3, strict: false, of: "cast" };

/** What a change needs: each of the majorities must be met. */
export interface ChangeNeeds {
  readonly majorities: readonly Majority[];
  readonly quorum: Quorum;
  readonly noticeDays: number;
  readonly discussionHours: number;
  readonly hours: number;
  /** Parameters that it would make harder. */
  readonly harder: readonly string[];
}

/** What changing `now` into `wanted` needs. */
export function needsOf(now: Statutes, wanted: Statutes): ChangeNeeds {
  const harder = harderIn(now, wanted);
  const raised = <T>(path: string, value: T): T[] => (harder.includes(path) ? [value] : []);
  return {
    majorities: hardest([
      now.change.majority,
      ...raised("change.majority", wanted.change.majority),
      ...raised("voting.majority", wanted.voting.majority),
    ]),
    quorum: highest([
      HALF_THE_ROLL,
      now.change.quorum,
      ...raised("change.quorum", wanted.change.quorum),
      ...raised("voting.quorum", wanted.voting.quorum),
    ]),
    noticeDays: Math.max(
      now.change.noticeDays,
      ...raised("change.noticeDays", wanted.change.noticeDays),
      ...raised("convene.noticeDays", wanted.convene.noticeDays),
    ),
    discussionHours: Math.max(now.voting.discussionHours, wanted.voting.discussionHours),
    hours: Math.max(now.voting.hours, wanted.voting.hours),
    harder,
  };
}

/** What opening a door needs (M-27): what any change of the rules in force does. */
export function needsOfDoor(now: Statutes): ChangeNeeds {
  return needsOf(now, now);
}

/** The same at a second call (S-39): only for what makes nothing harder. */
export function needsAtSecondCall(needs: ChangeNeeds, now: Statutes): ChangeNeeds {
  return {
    ...needs,
    majorities: hardest([...needs.majorities, TWO_THIRDS_CAST]),
    quorum: now.voting.quorum,
  };
}

/** Those that no other one covers. */
function hardest(of: readonly Majority[]): Majority[] {
  return of.filter(
    (m, i) => !of.some((other, j) => j !== i && !harderMajority(other, m) && (harderMajority(m, other) || j < i)),
  );
}

function highest(of: readonly Quorum[]): Quorum {
  return of.reduce((a, b) => (higherShare(a, b) ? b : a));
}
