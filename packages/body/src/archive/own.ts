/**
 * Who brought an attachment in (E-1, E-6): so that its author can have it erased. Openings of votes
 * are not listed here: they go by the contest term (E-5), and a list of them would be a list of voters.
 */
import { type ActId, type Hash, type MemberId, ok, refuse, type Result } from "@nabat/kernel";
import { attachmentRefs } from "@nabat/record";
import type { State } from "../engine/state.ts";

/** May `by` bring these attachments in? Refuses E-6: one that went or is out of view, or that somebody else brought in. */
export function mayBring(state: State, by: MemberId, data: unknown): Result<true> {
  for (const { hash } of attachmentRefs(data)) {
    if (state.archive.erased.has(hash)) return refuse("E-6", "attachment-gone", { hash });
    const out = state.archive.outOfView.get(hash);
    if (out && !out.restores?.length) return refuse("E-6", "out-of-view", { hash });
    const owner = state.archive.owners.get(hash);
    if (owner !== undefined && owner !== by) return refuse("E-6", "not-your-attachment", { hash });
  }
  return ok(true);
}

/** Notes who brought in the attachments that an act's data names. The first to bring one in keeps it. */
export function bringIn(state: State, by: MemberId, data: unknown): void {
  for (const { hash } of attachmentRefs(data)) if (!state.archive.owners.has(hash)) state.archive.owners.set(hash, by);
}

/** Binds a text that a decision rests on: its author can't erase it any more (E-2). */
export function bind(state: State, hash: Hash, by: ActId): void {
  if (!state.archive.bound.has(hash)) state.archive.bound.set(hash, by);
}
