/**
 * What a client needs of the machine it runs on: hashing, chance, signatures, sealing. Handed in, so
 * that the same client runs in Node, in a browser and in a test.
 */
import type { KeyId, Random, Sha256 } from "@nabat/kernel";
import type { BoxSecret } from "@nabat/platform/common/seal.ts";

/** An Ed25519 key that signs; where the platform signs in another thread, with a promise. */
export interface Signer {
  readonly key: KeyId;
  /** 64 signature bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

export interface Tools {
  readonly sha256: Sha256;
  readonly random: Random;
  /** The signing key of 32 secret bytes. */
  readonly signer: (secret: Uint8Array) => Signer;
  /** The X25519 key pair of 32 secret bytes. */
  readonly box: (secret: Uint8Array) => BoxSecret;
  readonly verify: (key: KeyId, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
}
