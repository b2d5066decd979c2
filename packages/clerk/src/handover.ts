/**
 * Moving house in the ordinary case (C-3, W-1): the clerk in office signs that another key keeps the
 * record from here on. It takes the host's hand on this machine, never a page: hosting is no office.
 */
import { type BodyId, canonicalBytes, type KeyId, parseCanonical, refuse, type Result } from "@nabat/kernel";
import { checkNotice, type Notice, signingInput, withProof } from "@nabat/record";
import { sha256 } from "@nabat/platform";
import type { Clerk } from "./clerk.ts";

/** Enters the handover of `body` to `to`; answers with the index of the notice. Refuses W-1, C-3. */
export async function handOver(clerk: Clerk, body: BodyId, to: KeyId): Promise<Result<number>> {
  const house = await clerk.house(body);
  if (!house) return refuse("API-3", "no-such-body");
  if (house.state.founding.clerk !== clerk.key.key)
    return refuse("C-3", "moved-house", { epoch: house.state.founding.epoch });
  return house.noticeOver(async ({ size, root }) => {
    const unsigned: Omit<Notice, "proof"> = {
      v: 1,
      body,
      notice: "handover",
      at: clerk.now(),
      data: { epoch: house.state.founding.epoch + 1, key: to, size, root },
    };
    const { bytes } = signingInput(sha256, unsigned, clerk.key.key);
    const notice = withProof(unsigned, clerk.key.key, await clerk.key.signAsync(bytes));
    const value = parseCanonical(canonicalBytes(notice));
    return value.ok ? checkNotice(sha256, value.value) : value;
  });
}
