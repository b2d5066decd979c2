/**
 * Receipts: the clerk's signed answer to an act: its index, or the refusal with its rule.
 * A refusal is a signed receipt too, so a clerk that refuses wrongly leaves proof in the author's hands.
 */
import type { ActId, BodyId, Millis, RefusalFacts } from "@nabat/kernel";
import type { Proof } from "./document.ts";

/** The clerk's answer before it is signed. */
export interface UnsignedReceipt {
  readonly v: 1;
  readonly receipt: "entered" | "refused";
  readonly body: BodyId;
  readonly act: ActId;
  /** When the clerk answered; for an entered act the moment of admission in its entry. */
  readonly at: Millis;
  /** Index of the entry, from 0; only where it was entered. */
  readonly index?: number;
  /** Only where it was refused. */
  readonly refusal?: { readonly rule: string; readonly code: string; readonly facts: RefusalFacts };
}

/** Signed with the clerk's key of the epoch, `eddsa-jcs-2022` as acts are. */
export interface Receipt extends UnsignedReceipt {
  readonly proof: Proof;
}
