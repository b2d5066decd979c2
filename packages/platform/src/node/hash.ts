/** SHA-256 and chance on Node. */
import { hash, randomBytes } from "node:crypto";
import type { Random, Sha256 } from "@nabat/kernel";

/** SHA-256 by OpenSSL. */
export const sha256: Sha256 = Object.assign((bytes: Uint8Array) => hash("sha256", bytes, "buffer"), {
  hex: (bytes: Uint8Array) => hash("sha256", bytes, "hex"),
});

/** Unpredictable bytes from the operating system. */
export const random: Random = (n) => new Uint8Array(randomBytes(n));
