/**
 * Openings of positions that must be kept (E-5), by their hash alone: whose each is, the vote knows until its result
 * (V-42). What opens a position is nobody's text, and what was brought in as a text opens no position (E-6): else
 * whoever brings a hash in as theirs would erase another's vote.
 */
import { type Hash, ok, refuse, type Result } from "@nabat/kernel";
import { attachmentRefs } from "@nabat/record";
import type { State } from "../engine/state.ts";
import type { Vote } from "../votes/part.ts";

/** Kinds whose attachments open positions, and are no texts that people wrote. */
export const OPENING_KINDS: ReadonlySet<string> = new Set(["vote.cast", "vote.card", "opening.again"]);

/** Does an act of any other kind name what opens a position (E-6)? Asked of every act, of whatever kind. */
export function opensNothing(state: State, act: { readonly kind: string; readonly data: unknown }): Result<true> {
  if (!state.archive.openings?.size || OPENING_KINDS.has(act.kind)) return ok(true);
  const ref = attachmentRefs(act.data).find(({ hash }) => isOpening(state, hash));
  return ref ? refuse("E-6", "opens-a-position", { hash: ref.hash }) : ok(true);
}

/** Does this open a position in a vote whose contest term isn't over, also one that waits for a second teller (V-32)? */
export function isOpening(state: State, hash: Hash): boolean {
  return state.archive.openings?.has(hash) === true;
}

/** May a position come in with this opening (E-6)? Refuses one that the record knows as something else, or as another position's. */
export function mayOpen(state: State, hash: Hash): Result<true> {
  const { owners, bound, guarded, erased, outOfView } = state.archive;
  const known = [owners, bound, guarded, erased, outOfView].some((of) => of.has(hash)) || isOpening(state, hash);
  return known ? refuse("E-6", "opening-named-already", { hash }) : ok(true);
}

/** Notes what opens a position in this vote. */
export function noteOpening(state: State, vote: Vote, hash: Hash): void {
  (state.archive.openings ??= new Map()).set(hash, vote.index);
  vote.keeps = true;
}

/** Forgets the openings of these votes: they may go by now (E-5). */
export function forgetOpenings(state: State, votes: readonly Vote[]): void {
  if (votes.length === 0) return;
  const over = new Set(votes.map((vote) => vote.index));
  for (const [hash, vote] of state.archive.openings ?? []) if (over.has(vote)) state.archive.openings?.delete(hash);
  for (const vote of votes) delete vote.keeps;
}
