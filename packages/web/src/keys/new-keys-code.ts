/**
 * What the new device of somebody who lost everything shows, for another member to sign (K-6): its public keys, the
 * grant of the new reserve key over it, and its own word (K-4). As a link it opens the page on which that member says whose keys they are.
 */
import { type BodyId, fromBase64, fromHex, isKeyId, type KeyId, toBase64, toHex } from "@nabat/kernel";
import type { Enrolment } from "@nabat/body/keys/acts.ts";

const PREFIX = "nabat-keys";

/** New keys as they are shown: with the new device's own word. */
export interface ShownKeys {
  readonly enrol: Enrolment;
  readonly own: string;
}

/** A signature in hex, shorter: a code to scan has to stay small. */
export function shortHex(signature: string): string {
  return toBase64(fromHex(signature)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads it; `undefined` where it is no signature of 64 bytes. */
export function longHex(short: string): string | undefined {
  if (!/^[\w-]{86}$/.test(short)) return undefined;
  try {
    return toHex(fromBase64(`${short.replaceAll("-", "+").replaceAll("_", "/")}==`));
  } catch {
    return undefined;
  }
}

/** The code: body, reserve key, device key, box, grant, the device's own word; `1` where the device is a weak one (K-9). */
export function newKeysCode(body: string, { enrol, own }: ShownKeys): string {
  const { reserve, device, box, grant, weak } = enrol;
  return [PREFIX, body.slice(0, 16), reserve, device, box, shortHex(grant), shortHex(own), ...(weak ? ["1"] : [])].join(
    ".",
  );
}

/** The same as a link to the page on which a member asks. */
export function newKeysLink(origin: string, body: string, code: string): string {
  return `${origin}/b/${body}/new-keys/ask#keys=${code}`;
}

/** Reads a code, or a link that holds one, for this body; `undefined` where it is none. */
export function readNewKeys(text: string, body: BodyId | string): ShownKeys | undefined {
  const code = text.trim().split("#keys=").at(-1) ?? "";
  const [prefix, of, reserve = "", device = "", box = "", shortGrant = "", shortOwn = "", weak] = code.split(".");
  const [grant, own] = [longHex(shortGrant), longHex(shortOwn)];
  if (prefix !== PREFIX || of !== body.slice(0, 16) || !isKeyId(reserve) || !isKeyId(device)) return undefined;
  if (!/^[0-9a-f]{64}$/.test(box) || grant === undefined || own === undefined) return undefined;
  const keys = { reserve: reserve as KeyId, device: device as KeyId, box, grant };
  return { enrol: { ...keys, ...(weak === "1" ? { weak: true as const } : {}) }, own };
}
