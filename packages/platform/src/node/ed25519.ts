/**
 * Ed25519 (RFC 8032) on Node. A signature holds where OpenSSL says so; libsodium, where it is
 * there, says yes sooner and is never believed with a no. Keys are kept decoded, since that costs half
 * as much as a check. A signer's 64 bytes are the same from both. What OpenSSL does for
 * `verifyAsync` and `signAsync` it does in libuv's threads.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as cryptoSign,
  verify as cryptoVerify,
} from "node:crypto";
import type { KeyId } from "@nabat/kernel";
import { fromMultikey, toMultikey } from "@nabat/record";
import { sodium } from "./sodium.ts";

/** A public key as both libraries want it; OpenSSL's object only once it is asked for. */
interface Kept {
  readonly bytes: Uint8Array;
  object?: KeyObject;
}

/** Public keys kept; about 1 KB each. */
const KEPT = 50_000;
const kept = new Map<KeyId, Kept>();

/** Throws `RangeError` where `key` isn't the multikey of a sound key. */
function keyOf(key: KeyId): Kept {
  let found = kept.get(key);
  if (found === undefined) {
    found = { bytes: Buffer.from(fromMultikey(key)) };
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, found);
  }
  return found;
}

/** The key object of a multikey. Throws `RangeError` where it isn't one. */
export function publicKey(key: KeyId): KeyObject {
  const found = keyOf(key);
  return (found.object ??= publicKeyOf(found.bytes));
}

/** The key object of 32 public key bytes. As a JWK: OpenSSL's DER decoder takes ten times as long. */
export function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(bytes).toString("base64url") },
    format: "jwk",
  });
}

/** True where `signature` (64 bytes) over `message` holds under `key`; false for anything malformed. */
export function verify(key: KeyId, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    return quickly(keyOf(key).bytes, message, signature) || cryptoVerify(null, message, publicKey(key), signature);
  } catch {
    return false;
  }
}

/** The same for raw public key bytes, as signed notes carry them. */
export function verifyRaw(bytes: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || bytes.length !== 32) return false;
  try {
    return quickly(bytes, message, signature) || cryptoVerify(null, message, publicKeyOf(bytes), signature);
  } catch {
    return false;
  }
}

/** True where libsodium is here and says that it holds. */
function quickly(bytes: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return sodium()?.holds(bytes, message, signature) === true;
  } catch {
    return false;
  }
}

/**
 * As {@link verify}, and never long in this thread: libsodium's yes comes at once, since handing over to
 * another thread costs half as much; whatever else is looked at by OpenSSL in one of libuv's threads.
 */
export function verifyAsync(key: KeyId, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  let object: KeyObject;
  try {
    if (signature.length !== 64) return Promise.resolve(false);
    if (quickly(keyOf(key).bytes, message, signature)) return Promise.resolve(true);
    object = publicKey(key);
  } catch {
    return Promise.resolve(false);
  }
  return new Promise((resolve, reject) => {
    cryptoVerify(null, message, object, signature, (error, good) => (error ? reject(error) : resolve(good)));
  });
}

/** A signing key of a server or of a test. */
export interface SigningKey {
  readonly key: KeyId;
  readonly publicBytes: Uint8Array;
  /** 64 signature bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
  readonly signAsync: (message: Uint8Array) => Promise<Uint8Array>;
  /** 32 secret bytes, for keeping. */
  readonly secret: () => Uint8Array;
}

/** A signing key from 32 secret bytes. */
export function signingKey(secret: Uint8Array): SigningKey {
  // Node reads `d` alone and computes the public half itself, which is exported here.
  const jwk = { kty: "OKP", crv: "Ed25519", d: Buffer.from(secret).toString("base64url"), x: "" };
  return ofObject(createPrivateKey({ key: jwk, format: "jwk" }), secret.slice());
}

/** A new signing key from the operating system's chance. */
export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  return ofObject(privateKey, bytesOf(privateKey.export({ format: "jwk" }).d));
}

function ofObject(priv: KeyObject, secret: Uint8Array): SigningKey {
  const publicBytes = bytesOf(priv.export({ format: "jwk" }).x);
  // Made at the first signature: many keys are only ever named.
  let made: { readonly quick: ((message: Uint8Array) => Uint8Array) | undefined } | undefined;
  const quick = () => (made ??= { quick: sodium()?.signer(secret) }).quick;
  return {
    key: toMultikey(publicBytes),
    publicBytes,
    sign: (message) => quick()?.(message) ?? new Uint8Array(cryptoSign(null, message, priv)),
    signAsync: (message) => {
      const signature = quick()?.(message);
      if (signature !== undefined) return Promise.resolve(signature);
      return new Promise((resolve, reject) => {
        cryptoSign(null, message, priv, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes))));
      });
    },
    secret: () => secret.slice(),
  };
}

function bytesOf(base64url: string | undefined): Uint8Array {
  if (base64url === undefined) throw new Error("a key without its bytes");
  return new Uint8Array(Buffer.from(base64url, "base64url"));
}
