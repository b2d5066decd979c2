/** Who may vote on what (M-14), for the votes chapter; who may be admitted or contested, for motions. */
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { mayInTerms } from "../keys/terms.ts";
import { statutesOf } from "../statutes/queries.ts";
import { DAY_MS } from "./settle.ts";
import { standingOf } from "./standing.ts";

/** When a vote was called: its moment, and the index of the calling entry for what happened in the same moment. */
export interface Called {
  readonly at: Millis;
  readonly index: number;
}

/**
 * May this member vote with this key on what was called then? Refuses M-2 (no member), M-16 (left),
 * M-14 (joined after the call, or away at it), K-12, K-14 and K-15 (keys in their terms). `key` is left out for
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
  const before = found.from < called.at || (found.from === called.at && (found.fromIndex ?? 0) < called.index);
  if (!before) return refuse("M-14", "joined-after-call", { joined: found.from, called: called.at });
  const away = found.away?.find((a) => a.from < called.index && called.index < a.until);
  if (away) return refuse("M-14", "away-at-the-call", { called: called.at });
  return key === undefined ? ok(true) : mayInTerms(state, { member, key, kind: "vote.cast" }, at);
}

/** May the assembly decide on admitting this person (M-9)? Refuses M-9 where they are no applicant. */
export function admissible(state: State, member: MemberId, at: Millis): Result<true> {
  const has = standingOf(state.members.members.get(member), at);
  return has === "applicant" ? ok(true) : refuse("M-9", "not-an-applicant", { standing: has });
}

/** May this person's admission be contested now (M-12)? Refuses M-12: founders, no admission, too late. */
export function contestable(state: State, member: MemberId, at: Millis): Result<true> {
  const found = state.members.members.get(member);
  const has = standingOf(found, at);
  if (!found || found.from === undefined || has === "left" || has === "none" || has === "guest")
    return refuse("M-12", "no-admission", { standing: has });
  if (found.founder) return refuse("M-12", "founder");
  const until = found.from + statutesOf(state, at).admission.contestDays * DAY_MS;
  return at <= until ? ok(true) : refuse("M-12", "too-late", { until });
}
