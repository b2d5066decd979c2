/** What the steps of signing stand on, once a key is there. */
import type { Facts } from "./facts.ts";
import type { HeldKey } from "./held-key.ts";
import type { Group } from "./signing.ts";

/** A key in hand, the group it signs for, and what is known of both. */
export interface InHand {
  readonly held: HeldKey;
  readonly group: Group;
  readonly facts: Facts;
}
