/**
 * Keys in files: JSON `{"secret": "<64 hex>"}` (a device key, with `body` and `member` where known), 64
 * hex characters alone, or the twelve reserve words, from which the key of one body is derived.
 */
import { readFileSync } from "node:fs";
import { fromHex, isMemberId, type MemberId } from "@nabat/kernel";
import { memberIdOf, reserveKey, type SigningKey, signingKey, wordsSeed } from "@nabat/platform";
import { UsageError } from "./io.ts";

/** A key and, where it is known, whose it is. */
export interface HeldKey extends SigningKey {
  readonly member?: MemberId;
}

/** Reads a key. `nonce` is the body's, in hex: needed for reserve words only. Throws {@link UsageError}. */
export function readKeyFile(path: string, nonce?: string): HeldKey {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch {
    throw new UsageError("usage-key-unread", { path });
  }
  if (text.startsWith("{")) return fromJson(path, text);
  if (/^[0-9a-f]{64}$/.test(text)) return signingKey(fromHex(text));
  const seed = wordsSeed(text);
  if (seed === undefined) throw new UsageError("usage-key-none", { path });
  if (nonce === undefined) throw new UsageError("usage-key-nonce");
  const reserve = reserveKey(seed, nonce);
  return { ...signingKey(reserve.secret), member: memberIdOf(reserve.key) };
}

function fromJson(path: string, text: string): HeldKey {
  let value: { secret?: unknown; member?: unknown };
  try {
    value = JSON.parse(text) as { secret?: unknown; member?: unknown };
  } catch {
    throw new UsageError("usage-json", { path });
  }
  if (typeof value.secret !== "string" || !/^[0-9a-f]{64}$/.test(value.secret))
    throw new UsageError("usage-key-secret", { path });
  const key = signingKey(fromHex(value.secret));
  return typeof value.member === "string" && isMemberId(value.member) ? { ...key, member: value.member } : key;
}
