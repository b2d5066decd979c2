/** Who may cast a position, once and in time (V-22, V-27 to V-32, V-44; M-14). No work here grows with the roll. */
import {
  type ActId,
  equalBytes,
  fromHex,
  type Hash,
  type KeyId,
  type MemberId,
  type Millis,
  ok,
  refuse,
  type Result,
} from "@nabat/kernel";
import type { Context, Opening } from "../engine/kind.ts";
import { noteOpening } from "../archive/openings.ts";
import { takenIn } from "../archive/taken.ts";
import type { State } from "../engine/state.ts";
import { mayVoteOn } from "../members/eligibility.ts";
import { needsVote } from "../members/no-vote.ts";
import { restedAt } from "../members/standing.ts";
import { openingBytes, POSITIONS, type VoteCast } from "./acts.ts";
import { admissionDelay, voteEnd } from "./course.ts";
import { votesOnThis } from "./electorate.ts";
import type { Vote } from "./part.ts";

/** The vote of that id. Refuses V-20. */
export function voteOf(state: State, id: ActId): Result<Vote> {
  const vote = state.votes.votes.get(id);
  return vote ? ok(vote) : refuse("V-20", "no-such-vote");
}

/** How positions on devices are given in this vote: sealed, by name, or not at all. In a mixed one it says so of those outside. */
export function deviceForm(vote: Pick<Vote, "mode" | "devices">): "count" | "name" | undefined {
  if (vote.mode === "mixed") return vote.devices;
  return vote.mode === "count" || vote.mode === "name" ? vote.mode : undefined;
}

/** Is it still time to cast? `sent`: the submission and whose, for one that a named server took in before the end (V-44). Refuses V-29. */
export function inTime(
  state: State,
  vote: Vote,
  at: Millis,
  sent?: { readonly act?: ActId; readonly member: MemberId },
): Result<true> {
  if (vote.result) return refuse("V-29", "declared-already");
  if (vote.overtakenBy !== undefined) return refuse("V-71", "decided-elsewhere", { vote: vote.overtakenBy });
  const end = voteEnd(state, vote, at);
  if (end === undefined) return ok(true);
  const taken = sent?.act === undefined ? undefined : takenIn(state, sent.act, vote.opened);
  const late =
    taken !== undefined &&
    vote.sitting === undefined &&
    (vote.opens ?? vote.opened) <= taken &&
    taken < end &&
    at <= end + admissionDelay(state, vote);
  return late ? ok(true) : refuse("V-29", "vote-over", { ended: end });
}

/** What a member asks before casting; `key` and `act` where they are known already. */
export interface Casting {
  readonly member: MemberId;
  readonly key?: KeyId;
  readonly version?: Hash;
  readonly act?: ActId;
}

/** May this member cast a position in this vote at `at`? Refuses V-22, V-28, V-29, V-27, V-52, M-2, M-14, M-16, K-6. */
export function mayCast(state: State, vote: Vote, casting: Casting, at: Millis): Result<true> {
  if (vote.mode === "hands" || vote.mode === "paper") return refuse("V-22", "not-on-devices", { mode: vote.mode });
  if (vote.mode === "mixed" && !vote.remote?.has(casting.member)) {
    const votes = needsVote(state, casting.member, at);
    return votes.ok ? refuse("G-40", "in-the-hall") : votes;
  }
  if (casting.version !== undefined && casting.version !== vote.version) return refuse("V-28", "another-version");
  if (vote.opens !== undefined && at < vote.opens) return refuse("V-52", "not-open-yet", { opens: vote.opens });
  const time = inTime(state, vote, at, casting);
  if (!time.ok) return time;
  if (vote.cast.has(casting.member)) return refuse("V-27", "cast-already");
  const may = mayVoteOn(state, casting.member, casting.key, { at: vote.opened, index: vote.index }, at);
  return may.ok ? votesOnThis(state, vote, casting.member) : may;
}

/** Is the position itself well made: graded for its readers, not somebody's copied, fitting its opening where that is known (V-27, V-30, V-31)? */
export function goodPosition(vote: Vote, data: Pick<VoteCast, "commit" | "opening">, cx: Context): Result<true> {
  const form = deviceForm(vote);
  const grade = form === "count" ? "closed" : "members";
  if (data.opening.grade !== grade)
    return refuse(form === "count" ? "V-31" : "V-30", "opening-of-another-grade", { grade });
  if (vote.commits.has(data.commit)) return refuse("V-27", "commitment-cast-already");
  if (form !== "name") return ok(true);
  const opening = cx.opening?.(data.opening.hash);
  if (opening === undefined) return ok(true);
  return positionOf(vote, data.commit, opening, cx.sha256) === "invalid"
    ? refuse("V-30", "opening-does-not-fit")
    : ok(true);
}

/** The position that an opening shows, or `invalid` where it isn't what was committed to or no position. */
export function positionOf(vote: Pick<Vote, "id">, commit: Hash, opening: Opening, sha256: Context["sha256"]): string {
  const { choice, salt } = opening;
  if (typeof choice !== "string" || !(POSITIONS as readonly string[]).includes(choice)) return "invalid";
  if (!/^[0-9a-f]{32}$/.test(salt)) return "invalid";
  return equalBytes(sha256(openingBytes(vote.id, choice, salt)), fromHex(commit)) ? choice : "invalid";
}

/** M-21: who rested when the vote was called, and votes, counts. */
function countAwake(state: State, vote: Vote, id: MemberId): void {
  const member = state.members.members.get(id);
  if (!vote.resting || !member || !restedAt(member, vote.opened)) return;
  vote.whole += 1;
  vote.resting -= 1;
}

/** Enters a position. Closes a vote outside a sitting when it was the last of those entitled (V-29). */
export function enterPosition(
  state: State,
  vote: Vote,
  member: MemberId,
  data: Pick<VoteCast, "commit" | "opening">,
  at: Millis,
  byTellers: boolean,
): void {
  vote.cast.set(member, { commit: data.commit, opening: data.opening.hash, at, byTellers });
  noteOpening(state, vote, data.opening.hash);
  vote.commits.set(data.commit, member);
  vote.castCount += 1;
  vote.castBytes = (vote.castBytes ?? 0) + data.opening.size;
  if (byTellers) vote.byTellers += 1;
  countAwake(state, vote, member);
  if (vote.sitting === undefined && vote.closed === undefined && vote.castCount >= vote.whole)
    vote.closed = Math.min(at, vote.closes ?? at);
}
