/** Saying why somebody has no vote yet, and what is missing (M-23): the refusal that the engine and the rules give. */
import { type MemberId, type Millis, ok, refuse, type Refusal, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { hasVote, standing } from "./standing.ts";
import { voteWaits, type VoteWait } from "./vote-begins.ts";

const CODES: Record<VoteWait["what"], string> = {
  time: "not-yet",
  card: "card-not-confirmed",
  seen: "not-seen",
  sponsor: "no-sponsor",
  place: "no-place",
};

/** Has this member a vote? Refuses M-2 (no member), M-23 with the first thing that is missing. */
export function needsVote(state: State, id: MemberId, at: Millis): Result<true> {
  return hasVote(state, id, at) ? ok(true) : noVote(state, id, at);
}

/** Why this person has no vote: M-2 where they are no member, else M-23. */
export function noVote(state: State, id: MemberId, at: Millis): Refusal {
  const has = standing(state, id, at);
  const member = state.members.members.get(id);
  if (!member || has !== "member")
    return refuse("M-2", has === "none" ? "stranger" : "not-a-member", { standing: has });
  const [first] = voteWaits(state, member, at);
  const from = first && "from" in first ? first.from : undefined;
  const code = first ? CODES[first.what] : "not-yet";
  return refuse("M-23", code, from === undefined ? (code === "not-yet" ? { from: 0 } : {}) : { from });
}

/** Have all of these a vote? Refuses M-23 and names the first who has none: of a teller, say, or who counts. */
export function allVote(state: State, ids: readonly MemberId[], at: Millis): Result<true> {
  const without = ids.find((id) => !hasVote(state, id, at));
  return without === undefined ? ok(true) : refuse("M-23", "has-none", { member: without });
}
