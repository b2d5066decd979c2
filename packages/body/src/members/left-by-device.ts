/** Who left by a device's signature, or a code of their card, and may come back (K-15, K-16): somebody else may have held it. */
import type { MemberId, Millis } from "@nabat/kernel";
import type { Standing } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import type { Member } from "./part.ts";
import { standingOf } from "./standing.ts";

/** Who left by a device's signature comes back so long after, in ms (K-16). */
export const BACK_MS = 30 * 24 * 3600_000;

/** Did this person leave by a device's signature or a code of their card, however long ago? */
export function leftByDevice(state: State, id: MemberId): boolean {
  const member = state.members.members.get(id);
  return member?.status === "left" && member.leftAs !== undefined;
}

/** Did this person leave so within the time in which it is taken back? */
export function backStill(state: State, id: MemberId, at: Millis): boolean {
  return leftByDevice(state, id) && at < (state.members.members.get(id)?.left ?? 0) + BACK_MS;
}

/**
 * The standing with which this person would come back at `at`, whatever was decided about them meanwhile reckoned in
 * (K-16); of who hasn't left by a device, their standing. What is put about somebody goes by it, so that nobody is out of
 * reach by leaving for an hour.
 */
export function standingIfBack(member: Member | undefined, at: Millis): Standing {
  if (member?.status !== "left" || !member.leftAs) return standingOf(member, at);
  const { left: _, ...was } = member;
  return standingOf({ ...was, status: member.leftAs.was }, at);
}

/** The same while they may still come back; after that they have left. */
export function standingOrBack(state: State, id: MemberId, at: Millis): Standing {
  const member = state.members.members.get(id);
  return backStill(state, id, at) ? standingIfBack(member, at) : standingOf(member, at);
}
