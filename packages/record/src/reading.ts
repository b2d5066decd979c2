/**
 * What a device signs to read a body on a server (K-10): the body, the address at which the device itself
 * reaches that server, and the server's challenge. A server that passes another's challenge on gets a
 * signature that holds for its own address only.
 */
import { utf8 } from "@nabat/kernel";

/** The bytes to sign. `origin` is of the address that the device was told by its person, never by the server. */
export function readingBytes(body: string, origin: string, challenge: string): Uint8Array {
  return utf8(`nabat read ${body} ${origin} ${challenge}`);
}

/** Scheme, name and port of an address, as browsers write it. Throws `TypeError` on what is none. */
export function originOfUrl(url: string): string {
  const { origin } = new URL(url);
  if (origin === "null") throw new TypeError(`not an address of a server: ${url}`);
  return origin;
}
