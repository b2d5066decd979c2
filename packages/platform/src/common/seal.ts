/**
 * Sealing: closed things are encrypted to named readers' box keys (X25519). One content key
 * (AES-256-GCM) per thing; for each reader the content key is wrapped under
 * HKDF-SHA-256(X25519(ephemeral, reader)), bound to both public keys. Padding hides the length of
 * short choices. Web Crypto does the work; where it lacks X25519, @noble/curves does.
 *
 * Format: canonical JSON `{v, epk, to: [{box, key}], iv, ct}`; keys in hex, the rest in base64.
 */
import { x25519 } from "@noble/curves/ed25519.js";
import { canonicalBytes, concatBytes, fromBase64, fromHex, fromUtf8, toBase64, toHex, utf8 } from "@nabat/kernel";

const INFO = "nabat seal v1";
/** Plain text is padded to a multiple of this many bytes. */
const PAD = 128;

type Bytes = Uint8Array<ArrayBuffer>;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** A box key pair of a device: the secret as 32 bytes, or a function that computes the shared secret. */
export interface BoxSecret {
  /** X25519(secret, theirs): 32 bytes. */
  readonly agree: (theirs: Uint8Array) => Promise<Uint8Array> | Uint8Array;
  /** Hex of the public key. */
  readonly box: string;
}

/** A box secret from 32 bytes. */
export function boxFromBytes(secret: Uint8Array): BoxSecret {
  return { agree: (theirs) => x25519.getSharedSecret(secret, theirs), box: toHex(x25519.getPublicKey(secret)) };
}

/**
 * Seals `plain` to the box keys (hex), padded to at least `least` bytes where its length alone would
 * tell something. Throws `RangeError` where a box key isn't 32 bytes of hex.
 */
export async function seal(plain: Uint8Array, boxes: readonly string[], least = 0): Promise<Uint8Array> {
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
  const secret = random(32);
  const epk = x25519.getPublicKey(secret);
  const content = random(32);
  const iv = random(12);
  const ct = await aes("encrypt", content, iv, pad(plain, least));
  const to: { box: string; key: string }[] = [];
  for (const box of boxes) {
    const wrap = await wrapKey(x25519.getSharedSecret(secret, boxBytes(box)), epk, box);
    to.push({ box, key: toBase64(await aes("encrypt", wrap, new Uint8Array(12), content)) });
  }
  return canonicalBytes({ v: 1, epk: toHex(epk), to, iv: toBase64(iv), ct: toBase64(ct) });
}

/** Opens what was sealed to `mine`; `undefined` where it isn't for this key or was altered. */
export async function unseal(sealed: Uint8Array, mine: BoxSecret): Promise<Uint8Array | undefined> {
  try {
    const doc = JSON.parse(fromUtf8(sealed)) as {
      epk: string;
      to: { box: string; key: string }[];
      iv: string;
      ct: string;
    };
    const entry = doc.to.find((t) => t.box === mine.box);
    if (!entry) return undefined;
    const epk = boxBytes(doc.epk);
    const wrap = await wrapKey(await mine.agree(epk), epk, mine.box);
    const content = await aes("decrypt", wrap, new Uint8Array(12), fromBase64(entry.key));
    return unpad(await aes("decrypt", content, fromBase64(doc.iv), fromBase64(doc.ct)));
  } catch {
    return undefined;
  }
}

/** The box keys that a sealed thing names, without opening it. Empty where it isn't one. */
export function sealedTo(sealed: Uint8Array): string[] {
  try {
    return (JSON.parse(fromUtf8(sealed)) as { to: { box: string }[] }).to.map((t) => t.box);
  } catch {
    return [];
  }
}

function boxBytes(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes.length !== 32) throw new RangeError("not a box key");
  return bytes;
}

async function wrapKey(shared: Uint8Array, epk: Uint8Array, box: string): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey("raw", own(shared), "HKDF", false, ["deriveBits"]);
  const info = own(concatBytes(utf8(INFO), epk, fromHex(box)));
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info }, base, 256),
  );
}

async function aes(way: "encrypt" | "decrypt", key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const k = await crypto.subtle.importKey("raw", own(key), "AES-GCM", false, [way]);
  return new Uint8Array(await crypto.subtle[way]({ name: "AES-GCM", iv: own(iv) }, k, own(data)));
}

function pad(plain: Uint8Array, least: number): Uint8Array {
  const out = new Uint8Array(Math.ceil(Math.max(plain.length + 1, least) / PAD) * PAD);
  out.set(plain);
  out[plain.length] = 0x80;
  return out;
}

function unpad(padded: Uint8Array): Uint8Array {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== 0x80) throw new RangeError("bad padding");
  return padded.slice(0, end);
}
