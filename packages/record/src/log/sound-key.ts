/**
 * Which 32 bytes may be an Ed25519 public key (rule R-29). A point of small order verifies messages
 * that nobody signed, and a y not below p gives one key two names; libraries differ on both, so we
 * refuse them before any library is asked.
 */

const KEY_BYTES = 32;
const P = 2n ** 255n - 19n;
/** The y coordinates of the points of order 1, 2, 4 and 8 (RFC 8032 curve; found again in vectors/record/make.py). */
const SMALL_ORDER_Y = new Set([
  0n,
  1n,
  P - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
]);

/** True for 32 bytes whose y is below p and no small-order point's; that they are a point is for the library to say. */
export function isSoundKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES) return false;
  let y = 0n;
  for (let i = KEY_BYTES - 1; i >= 0; i--) {
    const byte = publicKey[i] as number;
    y = y * 256n + BigInt(i === KEY_BYTES - 1 ? byte & 0x7f : byte);
  }
  return y < P && !SMALL_ORDER_Y.has(y);
}
