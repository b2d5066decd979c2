/**
 * Base58 (Bitcoin alphabet) and the Ed25519 multikey form of W3C Data Integrity: `z` + base58 of
 * 0xed 0x01 and the 32 key bytes. Wide limbs and many digits at a time keep it quick, since
 * every act carries a signature in this form.
 */
import type { KeyId } from "@nabat/kernel";
import { isSoundKey } from "./log/sound-key.ts";

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const DIGIT = new Int8Array(128).fill(-1);
for (let i = 0; i < 58; i++) DIGIT[ALPHABET.charCodeAt(i)] = i;
const POWER = [1, 58, 3364, 195112, 11316496, 656356768];

/** Two digits at a time, by their value. */
const PAIRS = Array.from({ length: 3364 }, (_, n) => ALPHABET.charAt(Math.floor(n / 58)) + ALPHABET.charAt(n % 58));
/** Digits taken out in one round: four, so that a limb of 24 bits and a remainder fit in a double. */
const ROUND = 11316496;
const OF_ROUND = 1 / ROUND;

/** Base58 text of bytes; leading zero bytes become leading `1`. */
export function toBase58(bytes: Uint8Array): string {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  const limbs = new Float64Array(Math.ceil(bytes.length / 3));
  for (let k = limbs.length - 1, i = bytes.length - 1; k >= 0; k--, i -= 3)
    limbs[k] = (bytes[i] ?? 0) + (bytes[i - 1] ?? 0) * 256 + (bytes[i - 2] ?? 0) * 65536;
  let out = "";
  let start = 0;
  while (start < limbs.length && limbs[start] === 0) start++;
  while (start < limbs.length) {
    let rest = 0;
    for (let i = start; i < limbs.length; i++) {
      const n = rest * 16777216 + (limbs[i] as number);
      // A product is quicker than a quotient, and off by one at most.
      let quotient = Math.floor(n * OF_ROUND);
      rest = n - quotient * ROUND;
      if (rest < 0) {
        quotient -= 1;
        rest += ROUND;
      } else if (rest >= ROUND) {
        quotient += 1;
        rest -= ROUND;
      }
      limbs[i] = quotient;
    }
    while (start < limbs.length && limbs[start] === 0) start++;
    const high = Math.floor(rest / 3364);
    out = (PAIRS[high] as string) + (PAIRS[rest - high * 3364] as string) + out;
  }
  let lead = 0;
  while (out.charCodeAt(lead) === 49) lead++;
  return "1".repeat(zeros) + out.slice(lead);
}

/**
 * Bytes of a base58 text. Throws `RangeError` on a foreign character, on a value that needs more than
 * `size` bytes, and on a text that isn't the one {@link toBase58} writes for these bytes.
 */
export function fromBase58(text: string, size: number): Uint8Array {
  const count = Math.ceil(size / 2);
  const limbs = new Float64Array(count);
  // Limbs from `top` on are in use; those before are still zero.
  let top = count;
  for (let i = 0; i < text.length; i += 5) {
    const end = Math.min(i + 5, text.length);
    let carry = 0;
    for (let k = i; k < end; k++) {
      const d = DIGIT[text.charCodeAt(k)] ?? -1;
      if (d < 0) throw new RangeError("not base58");
      carry = carry * 58 + d;
    }
    const factor = POWER[end - i] as number;
    for (let j = count - 1; j >= top || carry > 0; j--) {
      if (j < 0) throw new RangeError("base58: too long");
      const n = (limbs[j] as number) * factor + carry;
      carry = Math.floor(n / 65536);
      limbs[j] = n - carry * 65536;
      if (j < top) top = j;
    }
  }
  const out = new Uint8Array(count * 2);
  for (let i = 0; i < count; i++) {
    const limb = limbs[i] as number;
    out[2 * i] = limb >> 8;
    out[2 * i + 1] = limb & 255;
  }
  const spare = out.length - size;
  if (spare && out[0] !== 0) throw new RangeError("base58: too long");
  const bytes = out.subarray(spare);
  // Digits give one value; only the number of leading ones, which stand for zero bytes, is free.
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  let ones = 0;
  while (text.charCodeAt(ones) === 49) ones++;
  if (ones !== zeros) throw new RangeError("base58: not canonical");
  return bytes;
}

/** The least and the largest 64 bytes that don't begin with a zero byte: 87 and 88 digits, which sort as their characters do. */
const LEAST = toBase58(new Uint8Array(64).fill(1, 0, 1));
const LARGEST = toBase58(new Uint8Array(64).fill(255));

/** True where {@link fromBase58} takes this text for 64 bytes, found without reckoning them. */
export function isSignatureText(text: string): boolean {
  const inside = (text.length === LARGEST.length && text <= LARGEST) || (text.length === LEAST.length && text >= LEAST);
  if (inside && text.charCodeAt(0) !== 49) {
    for (let i = 0; i < text.length; i++) if ((DIGIT[text.charCodeAt(i)] ?? -1) < 0) return false;
    return true;
  }
  try {
    return fromBase58(text, 64).length === 64;
  } catch {
    return false;
  }
}

/** Multikey text (`z6Mk…`) of 32 Ed25519 public key bytes. */
export function toMultikey(publicKey: Uint8Array): KeyId {
  const bytes = new Uint8Array(34);
  bytes.set([0xed, 0x01]);
  bytes.set(publicKey, 2);
  return `z${toBase58(bytes)}` as KeyId;
}

/**
 * The 32 public key bytes of a multikey. Throws `RangeError` where it isn't an Ed25519 multikey, or is one
 * of small order, under which anybody could sign anything (R-5; OpenSSL accepts such keys).
 */
export function fromMultikey(key: KeyId): Uint8Array {
  if (!key.startsWith("z")) throw new RangeError("not a multikey");
  const bytes = fromBase58(key.slice(1), 34);
  if (bytes[0] !== 0xed || bytes[1] !== 0x01) throw new RangeError("not an Ed25519 multikey");
  const key32 = bytes.slice(2);
  if (!isSoundKey(key32)) throw new RangeError("not a sound Ed25519 key");
  return key32;
}
