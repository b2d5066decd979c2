/** Kinds of this chapter that wait for a second signature (K-8): `seen`, `card`. */
import type { AnyPendingKind } from "../keys/pending.ts";

export const memberPending: readonly AnyPendingKind[] = [];
