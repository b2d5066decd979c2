/** Who left by a device's signature, and comes back (K-15, K-16): somebody else may have held that device. */
import type { MemberId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { Member } from "./part.ts";

/** Who left by a device's signature comes back so long after, in ms (K-16). */
export const BACK_MS = 30 * 24 * 3600_000;

/** Did this person leave by a device's signature, however long ago? */
export function leftByDevice(state: State, id: MemberId): boolean {
  const member = state.members.members.get(id);
  return member?.status === "left" && member.leftAs !== undefined;
}

/** Did this person leave so within the time in which it is taken back? */
export function backStill(state: State, id: MemberId, at: Millis): boolean {
  return leftByDevice(state, id) && at < (state.members.members.get(id)?.left ?? 0) + BACK_MS;
}

/** They are what they were. What was called meanwhile was reckoned without them (M-14). Does nothing to others. */
export function comeBack(member: Member, index: number): void {
  const { leftAs } = member;
  if (!leftAs) return;
  member.status = leftAs.was;
  member.away = [...(member.away ?? []), { from: leftAs.index, until: index }];
  delete member.left;
  delete member.leftAs;
}
