/** Signing in to read: the device signs a challenge and the server sets a cookie for this body. */
import { toHex } from "@nabat/kernel";
import { readingBytes } from "@nabat/record/reading.ts";
import { deviceSign } from "@nabat/platform/browser/keys.ts";
import type { Api } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";

/** True where the server let this device's holder in. */
export async function signIn(api: Api, own: Pick<OwnBody, "body" | "device">): Promise<boolean> {
  const challenge = await api.challenge(own.body);
  const at = api.origin;
  const signature = toHex(await deviceSign(own.device, readingBytes(own.body, at, challenge)));
  return api.session(own.body, { at, key: own.device.key, challenge, signature });
}
