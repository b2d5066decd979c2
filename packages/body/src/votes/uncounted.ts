/** Votes over days that nobody counted, and who doesn't count or call the next one on the same (V-57). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { heldOn, lastHeldOn } from "../binding/held.ts";
import type { State } from "../engine/state.ts";
import { fateAt } from "./course.ts";
import type { Vote } from "./part.ts";

function uncounted(state: State, id: ActId | undefined, at: Millis): Vote | undefined {
  const vote = id === undefined ? undefined : state.votes.votes.get(id);
  return vote && fateAt(state, vote, at)?.is === "uncounted" ? vote : undefined;
}

/** The last vote on this, where nobody published a list of it. */
export function uncountedOn(
  state: State,
  on: { readonly id: ActId; readonly votes: readonly ActId[] },
  at: Millis,
): Vote | undefined {
  return uncounted(state, lastHeldOn(state, on), at);
}

/** Who was to count this vote, and who called it, where nobody published a list of it; else nobody. */
export function uncountedBy(state: State, id: ActId | undefined, at: Millis): readonly MemberId[] {
  const vote = uncounted(state, id, at);
  return vote ? [...vote.tellers, vote.caller] : [];
}

/**
 * Who didn't count votes on this motion or election that so weren't counted (V-57). `last`: who was to count the last
 * one, or called it; they don't count the next, unless nobody else is left. `before`: who gave no list of others.
 */
export function failedOn(
  state: State,
  on: ActId,
  at: Millis,
): { readonly last: readonly MemberId[]; readonly before: readonly MemberId[] } {
  const found = state.motions.motions.get(on) ?? state.elections.elections.get(on);
  const held = found ? heldOn(state, on, found.votes) : [];
  const before = held.slice(0, -1).flatMap((id) => uncounted(state, id, at)?.tellers ?? []);
  return { last: uncountedBy(state, held.at(-1), at), before: [...new Set(before)] };
}

/**
 * May `by` call the next vote over days on this (V-57)? Not who called the last one, nor who was to count it, where
 * nobody did: two would take turns for ever. Whoever moved it may.
 */
export function mayCallNext(
  state: State,
  on: { readonly id: ActId; readonly votes: readonly ActId[] },
  { by, mover }: { readonly by: MemberId; readonly mover: MemberId },
  at: Millis,
): Result<true> {
  const last = lastHeldOn(state, on);
  return by !== mover && uncountedBy(state, last, at).includes(by) ? refuse("V-57", "others-call") : ok(true);
}
