/**
 * Ed25519 by libsodium, where its binary loads: a check in less than half of OpenSSL's time. It is
 * stricter than OpenSSL (no R of small order), so only its yes is an answer; ed25519.ts asks OpenSSL
 * again after a no. Whether its yes can be believed is tried once, on the signatures that libraries
 * differ on: builds of libsodium after 1.0.21 check with the cofactor and would take more than OpenSSL.
 */
import { createRequire } from "node:module";
import { TRIALS } from "../common/trials.ts";

/** What is used of the npm package `sodium-native`. */
interface Binding {
  readonly crypto_sign_verify_detached: (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => boolean;
  readonly crypto_sign_detached: (into: Uint8Array, message: Uint8Array, secret: Uint8Array) => void;
  readonly crypto_sign_seed_keypair: (publicKey: Uint8Array, secret: Uint8Array, seed: Uint8Array) => void;
}

/** libsodium as Nabat uses it. */
export interface Sodium {
  /** True where a 64-byte signature holds under 32 key bytes; a false says nothing yet. May throw on shared memory. */
  readonly holds: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
  /** A signer for 32 secret bytes: the same 64 bytes as any library's (RFC 8032). */
  readonly signer: (secret: Uint8Array) => (message: Uint8Array) => Uint8Array;
}

let tried: { readonly sodium: Sodium | undefined } | undefined;

/** libsodium, loaded and tried at the first call; none where there is no binary for this machine. */
export function sodium(): Sodium | undefined {
  tried ??= { sodium: trusted(load) };
  return tried.sodium;
}

/** What `load` gives, if it loads and answers every trial rightly. */
export function trusted(load: () => Binding): Sodium | undefined {
  let over: Sodium;
  try {
    over = wrap(load());
    const wrong = TRIALS.some((t) => over.holds(t.publicKey, t.message, t.signature) !== t.holds);
    return wrong ? undefined : over;
  } catch {
    // No binary for this platform, another C library, a damaged or a missing file: OpenSSL does it all.
    return undefined;
  }
}

function load(): Binding {
  return createRequire(import.meta.url)("sodium-native") as Binding;
}

function wrap(binding: Binding): Sodium {
  // Acts and notices are signed over 64 bytes. The binding asks a view for its buffer, which makes V8
  // move a small array out of its heap; a copy into memory that lies there already is cheaper.
  const usual = Buffer.alloc(64);
  const given = Buffer.alloc(64);
  return {
    holds: (publicKey, message, signature) => {
      given.set(signature);
      if (message.length === 64) usual.set(message);
      return binding.crypto_sign_verify_detached(given, message.length === 64 ? usual : message, publicKey);
    },
    signer: (seed) => {
      const secret = Buffer.alloc(64);
      binding.crypto_sign_seed_keypair(Buffer.alloc(32), secret, Buffer.from(seed));
      return (message) => {
        const signature = new Uint8Array(64);
        binding.crypto_sign_detached(signature, message, secret);
        return signature;
      };
    },
  };
}
