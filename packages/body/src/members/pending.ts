/** Kinds of this chapter that wait for a second signature (K-8): `seen`, `card`, `leave.card`. */
import type { AnyPendingKind } from "../keys/pending.ts";
import { cardPending } from "./cards.ts";
import { leaveCardPending } from "./leaving-by-card.ts";
import { seenPending } from "./seeing.ts";

export const memberPending: readonly AnyPendingKind[] = [seenPending, cardPending, leaveCardPending];
