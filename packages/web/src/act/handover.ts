/**
 * Moving house (DESIGN §3): a record changes its keeper by a notice that the old keeper's key signed.
 * A device believes a new key only at the end of an unbroken chain of such notices from the one it knows.
 */
import type { CanonicalValue, KeyId } from "@nabat/kernel";
import { isKeyId } from "@nabat/kernel";
import { checkNotice } from "@nabat/record";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import type { Api } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";

interface Listed {
  readonly entries: readonly { readonly notice?: CanonicalValue }[];
}

/** The keeper's key and epoch as far as notices lead; what is known already where they don't. */
export async function followHandover(
  api: Api,
  own: Pick<OwnBody, "body" | "clerk" | "epoch">,
): Promise<{ readonly clerk: KeyId; readonly epoch: number }> {
  let { clerk, epoch } = own;
  const { entries } = await api.json<Listed>(`/api/bodies/${own.body}/entries?kind=notice.handover&limit=100`);
  for (const { notice } of [...entries].reverse()) {
    const read = notice === undefined ? undefined : checkNotice(sha256, notice);
    if (!read?.ok || read.value.key !== clerk || read.value.document.body !== own.body) continue;
    const { notice: kind, data } = read.value.document;
    const { epoch: next, key } = data as { epoch?: number; key?: string };
    if (kind !== "handover" || next !== epoch + 1 || !key || !isKeyId(key)) continue;
    if (!(await verify(clerk, read.value.message, read.value.signature))) continue;
    clerk = key;
    epoch = next;
  }
  return { clerk, epoch };
}
