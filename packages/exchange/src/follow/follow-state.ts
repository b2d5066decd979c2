/** What a follower keeps of each record that it follows, beside the copy itself. */
import { fromUtf8, type KeyId } from "@nabat/kernel";
import type { Follow } from "@nabat/store";
import type { Lacking } from "./ingest.ts";
import type { Keepers } from "./keepers.ts";
import type { Fork } from "./watch.ts";

/** What a follower keeps of one record, besides the copy itself. */
export interface FollowState {
  readonly clerk: KeyId;
  readonly epoch: number;
  /** Every record keeper of it that is known, with the size from which it signs. */
  readonly keepers?: Keepers;
  readonly note: string;
  readonly size: number;
  readonly root: string;
  /** `copy`: keeps all entries; `witness`: sees only that it grows. */
  readonly role: "witness" | "copy";
  /** What stands beside entries of the copy and wasn't given to us yet: asked for again each round. */
  readonly lacking?: readonly Lacking[];
  readonly cosignedAt?: number;
  readonly fork?: { readonly older: string; readonly newer: string; readonly why: Fork["why"]; readonly found: number };
}

/** What was kept of a followed record, if a round ever succeeded. */
export function readState(follow: Follow): FollowState | undefined {
  return follow.state ? (JSON.parse(fromUtf8(follow.state)) as FollowState) : undefined;
}
