/** Kinds of this chapter that wait for a second signature (K-8): `seen`, `card`. */
import type { AnyPendingKind } from "../keys/pending.ts";
import { cardPending } from "./cards.ts";
import { seenPending } from "./seeing.ts";

export const memberPending: readonly AnyPendingKind[] = [seenPending, cardPending];
