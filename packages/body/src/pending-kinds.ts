/** The table of kinds that wait for a second signature (K-8): one line per chapter. */
import type { AnyPendingKind } from "./keys/pending.ts";
import { listPending } from "./founding/list-rules.ts";
import { memberPending } from "./members/pending.ts";
import { bindingPending } from "./binding/pending.ts";
import { guestStillPending } from "./voice/still.ts";
import { votePending } from "./votes/pending.ts";

/** Kinds by name: `list.card`, `seen`, `card`, `leave.card`, `vote.card`, `now.card`, `guest.still`. */
export const PENDING: ReadonlyMap<string, AnyPendingKind> = new Map(
  [...listPending, ...memberPending, ...votePending, ...bindingPending, guestStillPending].map(
    (kind) => [kind.kind, kind] as const,
  ),
);
