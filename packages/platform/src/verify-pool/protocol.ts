/**
 * What goes between a checker's thread and its workers. Bundles travel there and back as transferred
 * memory; the answer adds 79 bytes an entry, so that nothing is cloned and the checker's thread looks
 * again at nothing: it cuts an act's parts out where the worker found them to end, or, where an entry has
 * another layout, parses JSON that is known to be canonical.
 */
import type { KeyId, Refusal } from "@nabat/kernel";
import type { Ends } from "@nabat/record";

/** A bundle to read, or signatures to check. */
export type Job =
  | { readonly id: number; readonly job: "bundle"; readonly count: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly job: "signatures"; readonly checks: readonly WireCheck[] };

export interface WireCheck {
  readonly key: KeyId;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** `facts`: for each entry one byte (1: the signature holds), its leaf hash, its id, the ends of its act's parts. */
export type Answer =
  | {
      readonly id: number;
      readonly job: "bundle";
      readonly bytes: Uint8Array;
      readonly facts: Uint8Array;
      readonly refusal?: Refusal;
    }
  | { readonly id: number; readonly job: "signatures"; readonly held: readonly boolean[] };

/** Where in an entry's facts its leaf hash, its id and the ends stand, and how many bytes they are. */
export const LEAF_AT = 1;
export const ID_AT = 33;
const ENDS_AT = 65;
export const FACT_BYTES = 79;

/** Writes the ends of an entry's parts into its facts, which begin at `at`. Entries have fewer than 65,536 bytes. */
export function putEnds(facts: DataView, at: number, ends: Ends): void {
  facts.setUint16(at + ENDS_AT, ends.at);
  facts.setUint16(at + ENDS_AT + 2, ends.data);
  facts.setUint16(at + ENDS_AT + 4, ends.kind);
  facts.setUint16(at + ENDS_AT + 6, ends.signature);
  facts.setUint16(at + ENDS_AT + 8, ends.key);
  facts.setUint16(at + ENDS_AT + 10, ends.size);
  facts.setUint16(at + ENDS_AT + 12, ends.seq);
}

/** The ends in an entry's facts; `undefined` where none were written. */
export function endsIn(facts: DataView, at: number): Ends | undefined {
  const first = facts.getUint16(at + ENDS_AT);
  if (first === 0) return undefined;
  return {
    at: first,
    data: facts.getUint16(at + ENDS_AT + 2),
    kind: facts.getUint16(at + ENDS_AT + 4),
    signature: facts.getUint16(at + ENDS_AT + 6),
    key: facts.getUint16(at + ENDS_AT + 8),
    size: facts.getUint16(at + ENDS_AT + 10),
    seq: facts.getUint16(at + ENDS_AT + 12),
  };
}
