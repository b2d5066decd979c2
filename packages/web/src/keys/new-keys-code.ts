/**
 * What the new device of somebody who lost everything shows, for another member to sign (K-6): its public keys and the
 * grant of the new reserve key over it. As a link it opens the page on which that member says whose keys they are.
 */
import { type BodyId, isKeyId, type KeyId } from "@nabat/kernel";
import type { Enrolment } from "@nabat/body/keys/acts.ts";

const PREFIX = "nabat-keys";

/** The code: body, reserve key, device key, box, grant; `1` where the device is a weak one (K-9). */
export function newKeysCode(body: string, { reserve, device, box, grant, weak }: Enrolment): string {
  return [PREFIX, body.slice(0, 16), reserve, device, box, grant, ...(weak ? ["1"] : [])].join(".");
}

/** The same as a link to the page on which a member asks. */
export function newKeysLink(origin: string, body: string, code: string): string {
  return `${origin}/b/${body}/new-keys/ask#keys=${code}`;
}

/** Reads a code, or a link that holds one, for this body; `undefined` where it is none. */
export function readNewKeys(text: string, body: BodyId | string): Enrolment | undefined {
  const code = text.trim().split("#keys=").at(-1) ?? "";
  const [prefix, of, reserve = "", device = "", box = "", grant = "", weak] = code.split(".");
  if (prefix !== PREFIX || of !== body.slice(0, 16) || !isKeyId(reserve) || !isKeyId(device)) return undefined;
  if (!/^[0-9a-f]{64}$/.test(box) || !/^[0-9a-f]{128}$/.test(grant)) return undefined;
  return {
    reserve: reserve as KeyId,
    device: device as KeyId,
    box,
    grant,
    ...(weak === "1" ? { weak: true as const } : {}),
  };
}
