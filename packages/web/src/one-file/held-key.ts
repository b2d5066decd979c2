/**
 * The key in hand: a reserve key from the twelve words of a sheet, or a device key from a file as the
 * command line reads it (`{"secret": "<64 hex>", "member"?, "body"?}`, or the 64 characters alone).
 * Held in memory while this file is open, written nowhere, and forgotten at a press.
 */
import { fromHex, isMemberId, type MemberId, toHex } from "@nabat/kernel";
import { boxFromBytes, keyFromSecret, memberIdOf, random, reserveKey, signBytes } from "@nabat/platform/browser/mod.ts";
import { deviceOwnBytes } from "@nabat/body/keys/grant-bytes.ts";
import { wordsSeed } from "@nabat/platform/common/words.ts";
import type { Signer } from "../act/sign.ts";

/** A key and, where it is known, whose it is and of which body. */
export interface HeldKey extends Signer {
  readonly kind: "reserve" | "device";
  readonly member?: MemberId;
  readonly body?: string;
}

const NONCE = /^[0-9a-f]{32}$/;
const SECRET = /^[0-9a-f]{64}$/;

/** The reserve key of twelve words in the body with this nonce (hex); `undefined` where either is none. */
export function keyOfWords(words: string, nonce: string): HeldKey | undefined {
  const seed = NONCE.test(nonce) ? wordsSeed(words) : undefined;
  if (seed === undefined) return undefined;
  const reserve = reserveKey(seed, nonce);
  seed.fill(0);
  const sign = (message: Uint8Array) => signBytes(reserve.secret, message);
  return { kind: "reserve", key: reserve.key, sign, member: memberIdOf(reserve.key) };
}

/** The key in a key file's text; `undefined` where it holds none. */
export function keyOfFile(text: string): HeldKey | undefined {
  let secret = text.trim();
  let about: { secret?: unknown; member?: unknown; body?: unknown } = {};
  if (secret.startsWith("{")) {
    try {
      about = JSON.parse(secret) as typeof about;
    } catch {
      return undefined;
    }
    secret = typeof about.secret === "string" ? about.secret : "";
  }
  if (!SECRET.test(secret)) return undefined;
  const { key, secret: bytes } = keyFromSecret(fromHex(secret));
  const { member, body } = about;
  return {
    kind: "device",
    key,
    sign: (message) => signBytes(bytes, message),
    ...(typeof member === "string" && isMemberId(member) ? { member } : {}),
    ...(typeof body === "string" ? { body } : {}),
  };
}

/** A new device key as a file, for the command line or this one file; and what an act grants it with. */
export interface NewKeyFile {
  readonly device: HeldKey["key"];
  readonly box: string;
  /** Its own word that it comes in, as this member's (K-4). */
  readonly own: string;
  readonly named: true;
  readonly text: string;
}

/** Makes a device key for a member of a body. */
export function newKeyFile(body: string, member: string, nonce: string): NewKeyFile {
  const secret = random(32);
  const boxSecret = random(32);
  const { key } = keyFromSecret(secret);
  const { box } = boxFromBytes(boxSecret);
  const text = `${JSON.stringify({ body, member, key, secret: toHex(secret), box, boxSecret: toHex(boxSecret) }, undefined, 1)}\n`;
  return {
    device: key,
    box,
    named: true,
    own: toHex(signBytes(secret, deviceOwnBytes(nonce, key, member as MemberId))),
    text,
  };
}
