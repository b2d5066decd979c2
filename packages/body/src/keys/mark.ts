/**
 * A short mark of new keys (K-6): the new device shows it, and both members who sign see the same on their pages. Of the
 * device's key alone: that key itself signs for the reserve key beside it (K-4).
 */
import type { KeyId } from "@nabat/kernel";
import { fromMultikey } from "@nabat/record";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten letters and figures in two groups (50 bits, Crockford's base 32). Throws `RangeError` where the key doesn't decode. */
export function keyMark(device: KeyId): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = fromMultikey(device);
  let bits = BigInt(0);
  for (const byte of [a, b, c, d, e, f, g]) bits = (bits << BigInt(8)) | BigInt(byte);
  let mark = "";
  for (let i = 0; i < 10; i++) mark += LETTERS[Number((bits >> BigInt(5 * i)) & BigInt(31))] ?? "";
  return `${mark.slice(0, 5)} ${mark.slice(5)}`;
}
