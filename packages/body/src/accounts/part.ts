/** State of the accounts chapter. */
import type { ActId, Hash, MemberId, Millis } from "@nabat/kernel";
import type { Account } from "./acts.ts";

export interface Stated {
  readonly id: ActId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly source: Hash;
  readonly account: Omit<Account, "source" | "about">;
}

export interface AccountsPart {
  /** Accounts by what they are about, in order of entry. */
  about: Map<ActId, Stated[]>;
}
