/** Invitations: the link carries a one-time private key after `#`, which browsers never send (M-5 ff.). */
import { fromBase64, isHash, type ActId, toBase64, toHex } from "@nabat/kernel";
import { type BytesKey, keyFromSecret, random, signBytes } from "@nabat/platform/browser/mod.ts";

export interface Invitation {
  readonly id: ActId;
  readonly key: BytesKey;
}

/** A fresh invitation key. */
export function newInvitationKey(): BytesKey {
  return keyFromSecret(random(32));
}

/** `<invitation>.<secret>`, as it stands after `#` in the link. */
export function invitationText(id: string, secret: Uint8Array): string {
  return `${id}.${toBase64(secret).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Reads what stands after `#`; `undefined` where it is no invitation. */
export function readInvitation(text: string): Invitation | undefined {
  const [id = "", secret = ""] = text.replace(/^#/, "").split(".");
  if (!isHash(id) || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
  try {
    return { id: id as ActId, key: keyFromSecret(fromBase64(`${secret.replaceAll("-", "+").replaceAll("_", "/")}=`)) };
  } catch {
    return undefined;
  }
}

/** The invitation key's signature, in hex. */
export function invitedSignature(invitation: Invitation, message: Uint8Array): string {
  return toHex(signBytes(invitation.key.secret, message));
}
