/**
 * Sealing secrets at rest: AES-256-GCM under a key that lives in a file of its own (mode 0600), not
 * in the database, so that a stolen database dump signs nothing. Layout: version 1, nonce 12, tag 16, text.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { link, open, readFile, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { NoKeyFile, WrongKeyFile } from "./errors.ts";

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** Seals and opens under one key; `label` is bound in, so a sealed secret can't be moved to another name. */
export interface Sealer {
  seal(secret: Uint8Array, label: string): Uint8Array;
  /** Throws `WrongKeyFile`. */
  open(sealed: Uint8Array, label: string): Uint8Array;
}

/** A sealer under a 32-byte key. */
export function sealerOf(key: Uint8Array): Sealer {
  if (key.length !== KEY) throw new WrongKeyFile("the key file does not hold 32 bytes of hex");
  return {
    seal(secret, label) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      cipher.setAAD(Buffer.from(label));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]));
    },
    open(sealed, label) {
      if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG)
        throw new WrongKeyFile("a sealed key has an unknown form");
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE));
      decipher.setAAD(Buffer.from(label));
      decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]));
      } catch {
        throw new WrongKeyFile("the key file is not the one that sealed them");
      }
    },
  };
}

/**
 * Reads the key file, or makes it (mode 0600, on disk before it is used). Throws `WrongKeyFile` on another
 * form, and `NoKeyFile` where there is none and none may be made: what is sealed already needs its own.
 */
export async function keyFileSealer(path: string, make = true): Promise<Sealer> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    if (!make) throw new NoKeyFile(path);
    text = await makeKeyFile(path);
  }
  if (!/^[0-9a-f]{64}\n?$/.test(text)) throw new WrongKeyFile("the key file does not hold 32 bytes of hex");
  return sealerOf(Buffer.from(text.trim(), "hex"));
}

async function makeKeyFile(path: string): Promise<string> {
  const fresh = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(fresh, "wx", 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY).toString("hex")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A link fails where another process was first: then theirs is the key.
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(fresh);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return await readFile(path, "utf8");
}
