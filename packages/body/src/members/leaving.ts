/** Leaving (M-16, M-18) and taking another name (M-15). Nobody can refuse either. */
import { bringIn, mayBring } from "../archive/own.ts";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import { adoptIfSigned } from "../founding/signing.ts";
import { callOff } from "../keys/recovery.ts";
import { leave, type Leave, rename, type Rename } from "./acts.ts";

export const leaveKind = defineKind<Leave, undefined>({
  kind: "leave",
  schema: leave,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act) => admitted("M-16", cameBy(state, act.by)),
  apply: (state, act, cx) => {
    const member = state.members.members.get(act.by);
    if (!member) throw new Error("leave by nobody");
    member.status = "left";
    member.left = cx.at;
    member.codes = [];
    for (const invitation of state.members.invitations.values())
      if (invitation.by === act.by && (invitation.many || invitation.used === 0)) invitation.ended = true;
    for (const [id, pending] of state.keys.pending) if (pending.by === act.by) state.keys.pending.delete(id);
    for (const recovery of state.keys.recoveries.values())
      if (recovery.member === act.by) callOff(state, recovery, cx.at);
    adoptIfSigned(state, cx);
  },
});

export const renameKind = defineKind<Rename, undefined>({
  kind: "rename",
  schema: rename,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act) => {
    const names = mayBring(state, act.by, act.data);
    return names.ok ? admitted("M-15", cameBy(state, act.by)) : names;
  },
  apply: (state, act) => {
    const member = state.members.members.get(act.by);
    if (!member) throw new Error("rename of nobody");
    member.name = act.data.name.hash;
    bringIn(state, act.by, act.data);
  },
});
