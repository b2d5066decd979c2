/** Who may vote on what (M-14), for the votes chapter; who may be admitted or contested, for motions. */
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { mayInTerms } from "../keys/terms.ts";
import type { ContestGround } from "../motions/acts.ts";
import { statutesOf } from "../statutes/queries.ts";
import { standingOrBack } from "./left-by-device.ts";
import type { Member } from "./part.ts";
import { DAY_MS } from "./settle.ts";
import { noVote } from "./no-vote.ts";
import { standingOf } from "./standing.ts";

/** When a vote was called: its moment, and the index of the calling entry for what happened in the same moment. */
export interface Called {
  readonly at: Millis;
  readonly index: number;
}

/**
 * May this member vote with this key on what was called then? Refuses M-2 (no member), M-16 (left),
 * M-23 (no vote yet), M-14 (a vote since after the call, or away at it), K-12, K-14 and K-15 (keys in their terms). `key` is left out for
 * a member with a card.
 */
export function mayVoteOn(
  state: State,
  member: MemberId,
  key: KeyId | undefined,
  called: Called,
  at: Millis,
): Result<true> {
  const found = state.members.members.get(member);
  const has = standingOf(found, at);
  if (has === "left") return refuse("M-16", "left");
  if (!found || has !== "member" || found.from === undefined)
    return refuse("M-2", has === "none" ? "stranger" : "not-a-member", { standing: has });
  const from = found.votesFrom;
  if (from === undefined || from > at) return noVote(state, member, at);
  const before = from < called.at || (from === called.at && (found.votesIndex ?? 0) < called.index);
  if (!before) return refuse("M-14", "joined-after-call", { joined: from, called: called.at });
  const away = found.away?.find((a) => a.from < called.index && called.index < a.until);
  if (away) return refuse("M-14", "away-at-the-call", { called: called.at });
  return key === undefined ? ok(true) : mayInTerms(state, { member, key, kind: "vote.cast" }, at);
}

/** May the assembly decide on admitting this person (M-9)? An applicant, or a member who has no vote yet (M-27). Refuses M-9. */
export function admissible(state: State, member: MemberId, at: Millis): Result<true> {
  const found = state.members.members.get(member);
  const has = standingOf(found, at);
  if (has === "applicant" || (has === "member" && found?.votesFrom === undefined)) return ok(true);
  return refuse("M-9", "not-an-applicant", { standing: has });
}

/**
 * Until when an admission can be contested (M-12): so many days from membership and, where that comes later, from the vote.
 * As `twice` also so many days from when somebody came back who was away while this one came or could be contested (K-16): it
 * may be one person, whom nobody would have contested as long as the other was gone.
 */
export function contestableUntil(state: State, member: Member, at: Millis, ground: ContestGround): Millis | undefined {
  if (member.from === undefined) return undefined;
  const since = Math.max(member.from, member.votesFrom ?? member.from);
  const days = statutesOf(state, at).admission.contestDays * DAY_MS;
  const back = ground === "twice" ? cameWhileAway(state, member, since + days) : undefined;
  return Math.max(since, back ?? since) + days;
}

/**
 * When the last of those came back who had left by a device before `until`, when this person could be contested no more, and
 * after whose return this one didn't ask to come in.
 */
function cameWhileAway(state: State, { id, applied, joined }: Member, until: Millis): Millis | undefined {
  const came = applied ?? joined;
  let last: Millis | undefined;
  for (const m of state.members.members.values())
    for (const { left, back } of m.away ?? [])
      if (m.id !== id && left <= until && came <= back) last = Math.max(last ?? back, back);
  return last;
}

/** May this person's admission be contested now (M-12)? Without a ground: on any. Refuses M-12: founders, no admission, too late. */
export function contestable(state: State, member: MemberId, at: Millis, ground: ContestGround = "twice"): Result<true> {
  const found = state.members.members.get(member);
  const has = standingOrBack(state, member, at);
  const until = found && contestableUntil(state, found, at, ground);
  if (!found || until === undefined || has === "left" || has === "none" || has === "guest")
    return refuse("M-12", "no-admission", { standing: has });
  if (found.founder) return refuse("M-12", "founder");
  return at <= until ? ok(true) : refuse("M-12", "too-late", { until });
}

/** So long after it was moved a contest is voted on also where the person hasn't spoken to it, in ms (M-12). */
export const HEARD_MS = 7 * DAY_MS;

/** Has the person been heard, or had time for it (M-12)? `heard`: when they first spoke to the motion; `moved`: when it was moved. */
export function heardFirst(
  of: { readonly moved: Millis; readonly heard: Millis | undefined },
  at: Millis,
): Result<true> {
  const from = of.moved + HEARD_MS;
  return of.heard !== undefined || at >= from ? ok(true) : refuse("M-12", "heard-first", { from });
}
