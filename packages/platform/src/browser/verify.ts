/**
 * Ed25519 checks in the browser with the verdict that Node gives. Web Crypto's yes is believed
 * once it has answered the signatures that libraries differ on; its no is asked again in plain
 * JavaScript, since browsers may refuse an R of small order and old ones have no Ed25519 at all.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, equalBytes, type KeyId } from "@nabat/kernel";
import { fromMultikey } from "@nabat/record";
import { TRIALS } from "../common/trials.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

const { Point } = ed25519;
const L = Point.Fn.ORDER;

/** True where `signature` (64 bytes) holds under `key`; false for anything malformed. */
export async function verify(key: KeyId, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = fromMultikey(key);
  } catch {
    return false;
  }
  if (signature.length !== 64) return false;
  if ((await trusted()) && (await byWebCrypto(key, bytes, message, signature).catch(() => false))) return true;
  return holds(bytes, message, signature);
}

const imported = new Map<KeyId, Promise<CryptoKey>>();

async function byWebCrypto(key: KeyId, bytes: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  let k = imported.get(key);
  if (!k) {
    k = importKey(bytes);
    imported.set(key, k);
  }
  return crypto.subtle.verify({ name: "Ed25519" }, await k, own(signature), own(message));
}

function importKey(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", own(bytes), { name: "Ed25519" }, false, ["verify"]);
}

let asked: Promise<boolean> | undefined;

/** Whether this browser has Ed25519 and answers every trial rightly; asked once. */
function trusted(): Promise<boolean> {
  asked ??= tryWebCrypto().catch(() => false);
  return asked;
}

async function tryWebCrypto(): Promise<boolean> {
  for (const { publicKey, message, signature, holds: right } of TRIALS) {
    const key = await importKey(publicKey);
    if ((await crypto.subtle.verify({ name: "Ed25519" }, key, own(signature), own(message))) !== right) return false;
  }
  return true;
}

/**
 * The check itself: S below L, and R byte for byte what S B − k A is written as. Not noble's `verify`,
 * which multiplies by the cofactor, also where it is strict. `publicKey` is one that R-29 lets pass.
 */
export function holds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const r = signature.subarray(0, 32);
  const s = number(signature.subarray(32));
  if (signature.length !== 64 || s >= L) return false;
  let a: InstanceType<typeof Point>;
  try {
    a = Point.fromBytes(publicKey);
  } catch {
    return false; // no point of the curve
  }
  const k = number(sha512(concatBytes(r, publicKey, message))) % L;
  const sum = Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
  return equalBytes(sum.toBytes(), r);
}

function number(littleEndian: Uint8Array): bigint {
  let n = 0n;
  for (let i = littleEndian.length - 1; i >= 0; i--) n = n * 256n + BigInt(littleEndian[i] as number);
  return n;
}
