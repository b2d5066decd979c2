/**
 * The clerk's key in a backup: AES-256-GCM under a key derived (HKDF-SHA-256) from twelve words that
 * are shown once. The words go on paper, the backup anywhere; neither signs anything alone.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { concatBytes, utf8 } from "@nabat/kernel";
import { random, SEED_BYTES, seedWords, wordsSeed } from "@nabat/platform";
import { type Io, UsageError } from "./io.ts";

const NONCE = 12;
const TAG = 16;

/** Seals a clerk's secret under new words. */
export function sealSecret(secret: Uint8Array): { readonly sealed: Uint8Array; readonly words: readonly string[] } {
  const seed = random(SEED_BYTES);
  const nonce = random(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(seed), nonce);
  const text = concatBytes(cipher.update(secret), cipher.final());
  return { sealed: concatBytes(nonce, cipher.getAuthTag(), text), words: seedWords(seed, "en") };
}

/** Opens what {@link sealSecret} sealed. Throws {@link UsageError} with other words. */
export function openSecret(sealed: Uint8Array, words: string): Uint8Array {
  const seed = wordsSeed(words);
  if (seed === undefined) throw new UsageError("usage-words-none");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(seed), sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return concatBytes(decipher.update(sealed.subarray(NONCE + TAG)), decipher.final());
  } catch {
    throw new UsageError("usage-words-other");
  }
}

/** The words from a file, or from NABAT_BACKUP_WORDS. */
export function wordsFor(file: string | undefined, io: Io): string {
  const words = file === undefined ? io.env["NABAT_BACKUP_WORDS"] : readFileSync(file, "utf8");
  if (words === undefined) throw new UsageError("usage-words-asked");
  return words;
}

function keyOf(seed: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", seed, new Uint8Array(0), utf8("nabat backup v1"), 32));
}
