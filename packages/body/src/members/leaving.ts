/** Leaving (M-16, M-18), taking it back with the reserve key or another device (K-16), and taking another name (M-15). */
import type { MemberId } from "@nabat/kernel";
import { bringIn, mayBring } from "../archive/own.ts";
import { defineKind } from "../engine/kind.ts";
import { admitted, cameBy } from "../engine/right.ts";
import type { State } from "../engine/state.ts";
import { holdDevices } from "../keys/effect.ts";
import { endedLately } from "../keys/running.ts";
import { leave, type Leave, leaveUndo, type LeaveUndo, rename, type Rename } from "./acts.ts";
import { comeBack, mayUndoLeaving } from "./coming-back.ts";
import { goAway } from "./going.ts";
import type { Member } from "./part.ts";

export const leaveKind = defineKind<Leave, undefined>({
  kind: "leave",
  schema: leave,
  signer: "guest",
  beforeAdoption: true,
  admit: (state, act) => admitted("M-16", cameBy(state, act.by)),
  apply: (state, act, cx) => {
    const byDevice = state.keys.keys.get(cx.key)?.reserve !== true;
    goAway(state, act.by, byDevice ? { key: cx.key } : undefined, cx);
  },
});

function mustFind(state: State, id: MemberId): Member {
  const member = state.members.members.get(id);
  if (!member) throw new Error("nobody of that number");
  return member;
}

export const leaveUndoKind = defineKind<LeaveUndo, undefined>({
  kind: "leave.undo",
  schema: leaveUndo,
  signer: "guest",
  alsoLeft: true,
  beforeAdoption: true,
  alsoEnded: (state, key, at) => endedLately(state, key, at) !== undefined,
  admit: (state, act, cx) => {
    const may = mayUndoLeaving(state, mustFind(state, act.by), cx.key, cx.at);
    return may.ok ? admitted("K-16", cameBy(state, act.by)) : may;
  },
  apply: (state, act, cx) => {
    const byDevice = state.keys.keys.get(cx.key)?.reserve !== true;
    if (byDevice) holdDevices(state, act.by, cx.key, cx.at);
    comeBack(state, act.by, cx.index, cx.at, byDevice);
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
