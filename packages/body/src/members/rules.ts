/** Rules of the members chapter: one line per kind. */
import type { AnyKind } from "../engine/kind.ts";
import { cardKind } from "./cards.ts";
import { cardConfirmKind } from "./confirming.ts";
import { inviteEndKind, inviteKind } from "./invitations.ts";
import { applyKind, joinKind } from "./joining.ts";
import { leaveKind, leaveUndoKind, renameKind } from "./leaving.ts";
import { restAskKind, restHereKind } from "./resting.ts";
import { seenKind, vouchKind } from "./vouching.ts";

export const memberRules: readonly AnyKind[] = [
  inviteKind,
  inviteEndKind,
  joinKind,
  applyKind,
  vouchKind,
  seenKind,
  cardKind,
  cardConfirmKind,
  leaveKind,
  leaveUndoKind,
  renameKind,
  restAskKind,
  restHereKind,
];
