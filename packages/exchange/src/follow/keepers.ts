/**
 * Who had to sign a record's checkpoint at which size: from what a follower remembers, moved on only by
 * handovers that the key before signed (W-1, C-3). Right at a handover both may sign: the old clerk
 * closes with the notice, the new one opens with it.
 */
import { type BodyId, isKeyId, type KeyId, parseCanonical, type Sha256 } from "@nabat/kernel";
import { checkNotice, fromMultikey } from "@nabat/record";
import type { RemoteFacts } from "./remote.ts";

type Check = (key: KeyId, message: Uint8Array, signature: Uint8Array) => boolean;

/** A record keeper with the size from which it signs. */
export interface Keeper {
  readonly key: KeyId;
  readonly epoch: number;
  readonly since: number;
}

/** The keepers known, oldest first; never empty. */
export type Keepers = readonly [Keeper, ...Keeper[]];

/**
 * Keepers after those remembered. Without memory the clerk that the other server names is believed
 * (first use), and the handover that brought it, if it shows one. `notices`: oldest first.
 */
export function keepersNow(
  sha256: Sha256,
  check: Check,
  body: BodyId,
  remembered: Keepers | undefined,
  facts: RemoteFacts,
  notices: readonly Uint8Array[],
): Keepers {
  const known: Keeper[] = remembered ? [...remembered] : [];
  for (const bytes of notices) {
    const value = parseCanonical(bytes);
    const notice = value.ok ? checkNotice(sha256, value.value) : value;
    if (!notice.ok || notice.value.document.notice !== "handover" || notice.value.document.body !== body) continue;
    const { document, key: by, message, signature } = notice.value;
    const { key, epoch, size } = document.data as { key: KeyId; epoch: number; size: number };
    if (!isKey(key) || !Number.isSafeInteger(size)) continue;
    const last = known.at(-1) ?? { key: by, epoch: epoch - 1, since: 0 };
    if (by !== last.key || epoch !== last.epoch + 1 || !check(by, message, signature)) continue;
    if (known.length === 0) known.push(last);
    known.push({ key, epoch, since: size + 1 });
  }
  // Handovers that don't lead to the clerk it names are no ground to believe it.
  if (!remembered && known.at(-1)?.key !== facts.clerk) return [{ key: facts.clerk, epoch: facts.epoch, since: 0 }];
  return known as unknown as Keepers;
}

/** Keys of which one must have signed a checkpoint of this size. */
export function signersAt(keepers: Keepers, size: number): KeyId[] {
  const now = keepers.findLastIndex((k) => k.since <= size);
  const keeper = keepers[Math.max(0, now)] as Keeper;
  const before = keepers[now - 1];
  return before && keeper.since === size ? [keeper.key, before.key] : [keeper.key];
}

function isKey(key: unknown): boolean {
  try {
    return typeof key === "string" && isKeyId(key) && fromMultikey(key).length === 32;
  } catch {
    return false;
  }
}
