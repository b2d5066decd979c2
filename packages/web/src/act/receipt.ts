/** Receipts: the answer counts only where the record keeper's key signed it, for this very act. */
import type { KeyId } from "@nabat/kernel";
import { prepare, type Receipt } from "@nabat/record";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";

/** True where `clerk` signed this receipt for this act of this body. */
export async function receiptHolds(receipt: Receipt, clerk: KeyId, body: string, act: string): Promise<boolean> {
  if (receipt.body !== body || receipt.act !== act) return false;
  const prepared = prepare(sha256, receipt);
  if (!prepared.ok || prepared.value.key !== clerk) return false;
  return verify(clerk, prepared.value.message, prepared.value.signature);
}
