/** Receipts: the clerk's signed answer. Signing runs in another thread. */
import type { Refusal } from "@nabat/kernel";
import { type Receipt, signingInput, type UnsignedReceipt, withProof } from "@nabat/record";
import { sha256, type SigningKey } from "@nabat/platform";

/** Signs that an act was entered at `index`. */
export function entered(
  key: SigningKey,
  what: Pick<UnsignedReceipt, "body" | "act" | "at"> & { index: number },
): Promise<Receipt> {
  return sign(key, { v: 1, receipt: "entered", ...what });
}

/** Signs that an act was refused, and under which rule. */
export function refused(
  key: SigningKey,
  what: Pick<UnsignedReceipt, "body" | "act" | "at">,
  refusal: Refusal,
): Promise<Receipt> {
  const { rule, code, facts } = refusal;
  return sign(key, { v: 1, receipt: "refused", ...what, refusal: { rule, code, facts } });
}

async function sign(key: SigningKey, receipt: UnsignedReceipt): Promise<Receipt> {
  return withProof(receipt, key.key, await key.signAsync(signingInput(sha256, receipt, key.key).bytes));
}
