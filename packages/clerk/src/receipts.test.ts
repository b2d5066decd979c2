import { canonicalText, refuse } from "@nabat/kernel";
import { newSigningKey, sha256, verify } from "@nabat/platform";
import { prepare } from "@nabat/record";
import { expect, test } from "vitest";
import { entered, refused } from "./receipts.ts";

const key = newSigningKey();
const what = { body: "a".repeat(64) as never, act: "b".repeat(64) as never, at: 1_760_000_000_000 };

test("R-19 R-1 receipts hold under the clerk's key, and are sent in canonical form", async () => {
  const receipts = [
    await entered(key, { ...what, index: 7 }),
    await refused(key, what, refuse("M-2", "stranger", { kind: "say" })),
  ];
  for (const receipt of receipts) {
    expect(JSON.stringify(receipt)).toBe(canonicalText(receipt));
    const signed = prepare(sha256, receipt);
    expect(signed.ok && signed.value.key).toBe(key.key);
    expect(signed.ok && verify(key.key, signed.value.message, signed.value.signature)).toBe(true);
  }
});
