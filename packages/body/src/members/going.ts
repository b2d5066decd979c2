/** What a leaving does, whoever signed it (M-16, M-18). */
import type { KeyId, MemberId } from "@nabat/kernel";
import type { Context } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { adoptIfSigned } from "../founding/signing.ts";
import { callOff } from "../keys/effect.ts";
import { askingsFor } from "../keys/running.ts";

/** By which device, or by a code of a card; by neither where it was the reserve key. */
export type LeavesBy = { readonly key: KeyId } | { readonly card: true } | undefined;

/** They have left. By a device or a card it can be taken back (K-16); then the codes of the card stay. */
export function goAway(state: State, id: MemberId, by: LeavesBy, cx: Context): void {
  const member = state.members.members.get(id);
  if (!member) throw new Error("leave by nobody");
  const { status } = member;
  if (status !== "left" && by) member.leftAs = { was: status, index: cx.index, ...by };
  member.status = "left";
  member.left = cx.at;
  if (!by || !("card" in by)) {
    member.codes = [];
    delete member.keyCode;
  }
  for (const invitation of state.members.invitations.values())
    if (invitation.by === id && (invitation.many || invitation.used === 0)) invitation.ended = true;
  for (const [act, pending] of state.keys.pending) if (pending.by === id) state.keys.pending.delete(act);
  for (const recovery of askingsFor(state, id)) callOff(state, recovery, cx.at, "left");
  adoptIfSigned(state, cx);
}
