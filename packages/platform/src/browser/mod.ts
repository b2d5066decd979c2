/** The browser door of the adapters. Word lists are apart (`@nabat/platform/common/words.ts`): large. */
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import type { Random, Sha256 } from "@nabat/kernel";

export * from "../common/seal.ts";
export * from "../common/seed.ts";
export * from "./keys.ts";
export * from "./verify.ts";

/** SHA-256 in plain JavaScript: synchronous, as the rules need it. */
export const sha256: Sha256 = (bytes) => nobleSha256(bytes);

/** Unpredictable bytes from the browser. */
export const random: Random = (n) => crypto.getRandomValues(new Uint8Array(n));
