/** SHA-256 and chance on Node. */
import { hash, randomBytes } from "node:crypto";
import type { Random, Sha256 } from "@nabat/kernel";

/**
 * SHA-256 by OpenSSL. Node gives a text of 32 characters in half the time that it takes for a Buffer,
 * since that is memory outside V8's heap; a small array of one's own is inside.
 */
export const sha256: Sha256 = (bytes) => {
  const text = hash("sha256", bytes, "binary");
  const out = new Uint8Array(32);
  for (let i = 0; i < 32; i++) out[i] = text.charCodeAt(i);
  return out;
};

/** The same in lower-case hex: quicker than writing out the bytes. */
export const sha256Hex = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

/** Unpredictable bytes from the operating system. */
export const random: Random = (n) => new Uint8Array(randomBytes(n));
