/** A record keeper's key that the reader knows from elsewhere, held against the one that a record names. */
import type { Fault } from "@nabat/body/checker/mod.ts";
import { type BodyId, type KeyId, refuse } from "@nabat/kernel";
import { vkeyOf } from "./say-verdict.ts";

/** the record must be signed by the key that the reader was given elsewhere. */
export function otherClerk(body: BodyId, clerk: KeyId, wanted: string | undefined): Fault | undefined {
  if (wanted === undefined || wanted === clerk || wanted === vkeyOf(body, clerk)) return undefined;
  return { in: "checkpoint", refusal: refuse("R-30", "not-signed-by-a-known-key", { clerk }) };
}
