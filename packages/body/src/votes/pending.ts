/** Kinds of this chapter that wait for a second signature (K-8): `vote.card`. */
import type { AnyPendingKind } from "../keys/pending.ts";

export const votePending: readonly AnyPendingKind[] = [];
