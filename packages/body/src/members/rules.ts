/** Rules of the members chapter: one line per kind. */
import type { AnyKind } from "../engine/kind.ts";
import { cardKind } from "./cards.ts";
import { cardConfirmKind } from "./confirming.ts";
import { greetDrawKind, greetRevealKind } from "./greeting.ts";
import { inviteEndKind, inviteKind } from "./invitations.ts";
import { applyKind, joinKind } from "./joining.ts";
import { leaveKind, leaveUndoKind, renameKind } from "./leaving.ts";
import { leaveCardKind, leaveCardUndoKind } from "./leaving-by-card.ts";
import { placeKind, sponsorKind } from "./placing.ts";
import { restAskKind, restHereKind } from "./resting.ts";
import { seenKind } from "./seeing.ts";
import { vouchKind } from "./vouching.ts";

export const memberRules: readonly AnyKind[] = [
  inviteKind,
  inviteEndKind,
  joinKind,
  applyKind,
  vouchKind,
  seenKind,
  sponsorKind,
  placeKind,
  greetDrawKind,
  greetRevealKind,
  cardKind,
  cardConfirmKind,
  leaveKind,
  leaveUndoKind,
  leaveCardKind,
  leaveCardUndoKind,
  renameKind,
  restAskKind,
  restHereKind,
];
