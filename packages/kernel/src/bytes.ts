/** Bytes to text and back: hex, base64, UTF-8, and comparison. */
import type { Sha256 } from "./ports.ts";

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Lower-case hex of `bytes`. */
export function toHex(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += HEX[b];
  return out;
}

/** SHA-256 of `bytes` as lower-case hex, the shorter way where the machine has one. */
export function hexHash(sha256: Sha256, bytes: Uint8Array): string {
  return sha256.hex ? sha256.hex(bytes) : toHex(sha256(bytes));
}

/** What a hex digit is worth, by its character; 255 for all others. */
const DIGIT = new Uint8Array(128).fill(255);
for (let i = 0; i < 16; i++) DIGIT[i.toString(16).charCodeAt(0)] = i;

/** Bytes of a hex text. Throws `RangeError` on anything but an even number of hex characters. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0) throw new RangeError("not lower-case hex");
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) {
    const high = DIGIT[text.charCodeAt(2 * i)] ?? 255;
    const low = DIGIT[text.charCodeAt(2 * i + 1)] ?? 255;
    if (high + low > 30) throw new RangeError("not lower-case hex");
    out[i] = high * 16 + low;
  }
  return out;
}

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let s = "";
  for (let i = 0; i < bytes.length; i += 0x8000) s += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(s);
}

/** Bytes of a standard base64 text. Throws `RangeError` where the text is not its own canonical encoding. */
export function fromBase64(text: string): Uint8Array {
  let s: string;
  try {
    s = atob(text);
  } catch {
    throw new RangeError("not base64");
  }
  const out = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) out[i] = s.charCodeAt(i);
  if (toBase64(out) !== text) throw new RangeError("not canonical base64");
  return out;
}

/** UTF-8 bytes of a string. A lone surrogate becomes U+FFFD: refuse it before (see canonical.ts). */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The string of UTF-8 bytes. Throws `TypeError` on bytes that are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** True if both hold the same bytes. Not constant time: for public data only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Joins byte arrays. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
