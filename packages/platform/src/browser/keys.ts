/**
 * Device keys in the browser: Ed25519 and X25519 by Web Crypto, non-extractable, kept in IndexedDB by
 * the caller; where a browser lacks them, the same by @noble/curves with the secret held as bytes.
 */
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { type KeyId, toHex } from "@nabat/kernel";
import { toMultikey } from "@nabat/record";
import type { BoxSecret } from "../common/seal.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** What is stored for a device: structured-cloneable, so it goes into IndexedDB as it is. */
export interface StoredDevice {
  readonly key: KeyId;
  readonly box: string;
  readonly sign: CryptoKey | Uint8Array;
  readonly agree: CryptoKey | Uint8Array;
}

/** A new device: an Ed25519 signing key and an X25519 box key. */
export async function newDevice(): Promise<StoredDevice> {
  const [sign, key] = await newSigner();
  const [agree, box] = await newBox();
  return { key, box, sign, agree };
}

async function newSigner(): Promise<[CryptoKey | Uint8Array, KeyId]> {
  try {
    const pair = (await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"])) as CryptoKeyPair;
    return [pair.privateKey, toMultikey(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)))];
  } catch {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    return [secret, toMultikey(ed25519.getPublicKey(secret))];
  }
}

async function newBox(): Promise<[CryptoKey | Uint8Array, string]> {
  try {
    const pair = (await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])) as CryptoKeyPair;
    return [pair.privateKey, toHex(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)))];
  } catch {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    return [secret, toHex(x25519.getPublicKey(secret))];
  }
}

/** Signs with a device: 64 bytes. */
export async function deviceSign(device: StoredDevice, message: Uint8Array): Promise<Uint8Array> {
  if (device.sign instanceof Uint8Array) return ed25519.sign(message, device.sign);
  return new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, device.sign, own(message)));
}

/** The device's box secret, for opening what was sealed to it. */
export function deviceBox(device: StoredDevice): BoxSecret {
  const secret = device.agree;
  if (secret instanceof Uint8Array)
    return { box: device.box, agree: (theirs) => x25519.getSharedSecret(secret, theirs) };
  return {
    box: device.box,
    agree: async (theirs) => {
      const pub = await crypto.subtle.importKey("raw", own(theirs), { name: "X25519" }, false, []);
      return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: pub }, secret, 256));
    },
  };
}
