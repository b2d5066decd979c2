/**
 * Receipts: the clerk's signed answer. Their keys stand in canonical order from the start, so that
 * they are written without sorting, once to be signed and once to be sent.
 */
import type { Refusal } from "@nabat/kernel";
import { type Proof, proofOptions, type Receipt, signingInput, toBase58, type UnsignedReceipt } from "@nabat/record";
import { sha256, type SigningKey } from "@nabat/platform";

/** Signs that an act was entered at `index`. */
export async function entered(
  key: SigningKey,
  what: Pick<UnsignedReceipt, "body" | "act" | "at"> & { index: number },
): Promise<Receipt> {
  const { act, at, body, index } = what;
  const proof = await sign(key, { act, at, body, index, receipt: "entered", v: 1 });
  return { act, at, body, index, proof, receipt: "entered", v: 1 };
}

/** Signs that an act was refused, and under which rule. */
export async function refused(
  key: SigningKey,
  what: Pick<UnsignedReceipt, "body" | "act" | "at">,
  { rule, code, facts }: Refusal,
): Promise<Receipt> {
  const { act, at, body } = what;
  const refusal = { code, facts, rule };
  const proof = await sign(key, { act, at, body, receipt: "refused", refusal, v: 1 });
  return { act, at, body, proof, receipt: "refused", refusal, v: 1 };
}

async function sign(key: SigningKey, receipt: UnsignedReceipt): Promise<Proof> {
  const signature = await key.signAsync(signingInput(sha256, receipt, key.key).bytes);
  const { cryptosuite, proofPurpose, type, verificationMethod } = proofOptions(key.key);
  return { cryptosuite, proofPurpose, proofValue: `z${toBase58(signature)}`, type, verificationMethod };
}
