/**
 * What goes between a checker's thread and its workers. Bundles travel there and back as transferred
 * memory; the answer adds 65 bytes an entry, so that nothing is cloned and the checker's thread only
 * has to parse JSON that is known to be canonical.
 */
import type { KeyId, Refusal } from "@nabat/kernel";

/** A bundle to read, or signatures to check. */
export type Job =
  | { readonly id: number; readonly job: "bundle"; readonly count: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly job: "signatures"; readonly checks: readonly WireCheck[] };

export interface WireCheck {
  readonly key: KeyId;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** `facts`: for each entry one byte (1: the signature holds), its leaf hash, its id. */
export type Answer =
  | {
      readonly id: number;
      readonly job: "bundle";
      readonly bytes: Uint8Array;
      readonly facts: Uint8Array;
      readonly refusal?: Refusal;
    }
  | { readonly id: number; readonly job: "signatures"; readonly held: readonly boolean[] };

/** Bytes of facts an entry. */
export const FACT_BYTES = 65;
