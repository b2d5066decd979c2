/** Calling the vote over days on what was put to all, a motion or an election (B-10). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Decision } from "../binding/part.ts";
import { decisionOf, mayCallAgain } from "../binding/put-all.ts";
import { statutesNow } from "../statutes/queries.ts";
import type { VoteOpen } from "./acts.ts";
import { TELLERS_MS } from "./lists.ts";
import type { Vote } from "./part.ts";
import { SHORTEST_EXTRA_MS } from "./turn.ts";
import { mayCallNext } from "./uncounted.ts";

const HOUR_MS = 3600_000;

/** May any member call this vote on what was put to all: over days, for the shortest term (B-10)? With the decision and its first vote. */
export function calledAgain(
  state: State,
  { id: on, votes }: { readonly id: ActId; readonly votes: readonly ActId[] },
  data: VoteOpen,
  who: { readonly by: MemberId; readonly mover: MemberId },
  at: Millis,
): Result<{ readonly decision: Decision; readonly first: Vote | undefined }> {
  const found = decisionOf(state, data.again ?? on);
  if (!found.ok) return found;
  const decision = found.value;
  if (decision.on !== on) return refuse("B-10", "another-motion");
  const may = mayCallAgain(state, decision, at);
  if (!may.ok) return may;
  const next = mayCallNext(state, { id: on, votes }, who, at);
  if (!next.ok) return next;
  if (data.sitting !== undefined) return refuse("B-10", "over-days-only");
  const term = shortestTerm(state, data, at);
  if (!term.ok) return term;
  return ok({ decision, first: decision.vote === undefined ? undefined : state.votes.votes.get(decision.vote) });
}

/** Exactly the shortest term that the rules allow, with an hour to spare for whoever writes it down (V-18, V-70). */
function shortestTerm(state: State, { closes, mode }: VoteOpen, at: Millis): Result<true> {
  if (closes === undefined) return refuse("V-18", "no-hour-of-closing");
  const { hours } = statutesNow(state, at).statutes.voting;
  const least = at + (mode === "count" ? TELLERS_MS : 0) + hours * HOUR_MS;
  if (closes < least) return refuse("V-18", "too-short", { hours, least });
  const most = least + SHORTEST_EXTRA_MS;
  return closes > most ? refuse("V-70", "shortest-term", { most }) : ok(true);
}
