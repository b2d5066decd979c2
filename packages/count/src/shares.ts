/**
 * Verifiable secret sharing (P. Feldman, "A practical scheme for non-interactive verifiable secret
 * sharing", FOCS 1987) in the 2048-bit group of RFC 3526 §3: a secret is dealt to holders so that
 * any `threshold` of them can restore it, and each holder can check the share against what the
 * dealer made public before anything is revealed.
 */
import type { Random } from "@nabat/kernel";

/** p of RFC 3526 group 14; p = 2q + 1 with q prime; 4 generates the subgroup of order q. */
const P = BigInt(
  "0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
);
const Q = (P - 1n) / 2n;
const G = 4n;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let b = base % P;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % P;
    b = (b * b) % P;
  }
  return result;
}

function mod(x: bigint): bigint {
  const r = x % Q;
  return r < 0n ? r + Q : r;
}

/** The dealer's public part: one group element per coefficient (hex); the first commits to the secret. */
export type Commitment = readonly string[];

/** A secret dealt: what is made public, what is kept, and one share per holder (holders are numbered from 1). */
export interface Deal {
  readonly commitment: Commitment;
  readonly secret: string;
  readonly shares: readonly string[];
}

/** Deals a fresh secret to `holders`, any `threshold` of whom can restore it. Throws `RangeError` on impossible numbers. */
export function dealSecret(random: Random, holders: number, threshold: number): Deal {
  if (!(threshold >= 1 && threshold <= holders && holders <= 1000))
    throw new RangeError("threshold must lie between 1 and the number of holders");
  const coefficients = Array.from({ length: threshold }, () => draw(random));
  const shares = Array.from({ length: holders }, (_, i) => {
    const x = BigInt(i + 1);
    return coefficients.reduceRight((sum, a) => mod(sum * x + a), 0n).toString(16);
  });
  return {
    commitment: coefficients.map((a) => power(G, a).toString(16)),
    secret: coefficients[0]!.toString(16),
    shares,
  };
}

/** True if the holder's share belongs to the commitment. To be checked before anybody reveals. */
export function checkShare(commitment: Commitment, holder: number, share: string): boolean {
  const value = read(share);
  const elements = commitment.map(read);
  if (value === undefined || value >= Q || elements.some((c) => c === undefined || c <= 0n || c >= P)) return false;
  const x = BigInt(holder);
  const expected = elements.reduceRight((product: bigint, c) => (power(product, x) * c!) % P, 1n);
  return power(G, value) === expected;
}

/** True if the revealed secret is the one committed to. */
export function checkSecret(commitment: Commitment, secret: string): boolean {
  const value = read(secret);
  return value !== undefined && value < Q && commitment.length > 0 && power(G, value) === read(commitment[0]!);
}

/** The secret from `threshold` shares that were checked. Throws `RangeError` on two shares of one holder. */
export function restoreSecret(shares: readonly (readonly [holder: number, share: string])[]): string {
  if (new Set(shares.map(([h]) => h)).size !== shares.length) throw new RangeError("two shares of one holder");
  let sum = 0n;
  for (const [i, share] of shares) {
    let [top, bottom] = [1n, 1n];
    for (const [j] of shares) {
      if (i === j) continue;
      top = mod(top * BigInt(-j));
      bottom = mod(bottom * BigInt(i - j));
    }
    sum = mod(sum + BigInt(`0x${share}`) * top * inverse(bottom));
  }
  return sum.toString(16);
}

// Q is prime, so x^(Q-2) is the inverse of x; extended Euclid is quicker.
function inverse(x: bigint): bigint {
  let [a, b, u, v] = [mod(x), Q, 1n, 0n];
  while (a !== 0n) {
    const k = b / a;
    [a, b] = [b - k * a, a];
    [u, v] = [v - k * u, u];
  }
  return mod(v);
}

function read(hex: string): bigint | undefined {
  return /^[0-9a-f]{1,512}$/.test(hex) ? BigInt(`0x${hex}`) : undefined;
}

function draw(random: Random): bigint {
  // 320 bits of excess make the draw even to within 2^-64; the secret must only be hard to guess.
  const bytes = random(264);
  let x = 0n;
  for (const b of bytes) x = (x << 8n) | BigInt(b);
  return mod(x);
}
