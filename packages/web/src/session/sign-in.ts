/** Signing in to read: the device signs a challenge and the server sets a cookie for this body. */
import { toHex, utf8 } from "@nabat/kernel";
import { deviceSign } from "@nabat/platform/browser/keys.ts";
import type { Api } from "../api/client.ts";
import type { OwnBody } from "../device/own-body.ts";

/** True where the server let this device's holder in. */
export async function signIn(api: Api, own: Pick<OwnBody, "body" | "device">): Promise<boolean> {
  const challenge = await api.challenge(own.body);
  const signature = toHex(await deviceSign(own.device, utf8(`nabat read ${own.body} ${challenge}`)));
  return api.session(own.body, { key: own.device.key, challenge, signature });
}
