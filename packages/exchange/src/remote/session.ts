/** Signing in to read: a device or copy-holder's key signs the clerk's challenge and gets a token. */
import { type KeyId, toHex } from "@nabat/kernel";
import { originOfUrl, readingBytes } from "@nabat/record";
import { post, type BodyAddress } from "./api.ts";

/** A key that signs. */
export interface ReadingKey {
  readonly key: KeyId;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The same remote with a reading session. Throws `WireFault` where the key has no right to read. */
export async function signIn(
  remote: BodyAddress,
  key: ReadingKey,
): Promise<BodyAddress & { readonly standing: string }> {
  const { challenge } = await post<{ challenge: string }>(remote, "session/challenge", {});
  const at = originOfUrl(remote.base);
  const signature = toHex(key.sign(readingBytes(remote.body, at, challenge)));
  const { token, standing } = await post<{ token: string; standing: string }>(remote, "session", {
    at,
    key: key.key,
    challenge,
    signature,
  });
  return { ...remote, token, standing };
}
