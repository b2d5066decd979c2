/**
 * Token buckets in memory. What is counted is refused and malformed requests and failed sign-ins, not
 * good acts: a hall of two thousand behind one address must be able to vote.
 */

interface Bucket {
  tokens: number;
  at: number;
}

export interface Limiter {
  /** True where this address has tokens left. Costs nothing. */
  allowed(address: string): boolean;
  /** Takes one token. */
  spend(address: string): void;
  /** Seconds until a token is there again. */
  wait(address: string): number;
}

/** A limiter of `perMinute` tokens with a burst of the same size; 0 never limits. */
export function createLimiter(perMinute: number, now: () => number, most = 20_000): Limiter {
  const buckets = new Map<string, Bucket>();
  const level = (address: string): Bucket => {
    const t = now();
    const b = buckets.get(address);
    if (!b) return { tokens: perMinute, at: t };
    return { tokens: Math.min(perMinute, b.tokens + ((t - b.at) * perMinute) / 60_000), at: t };
  };
  return {
    allowed: (address) => perMinute === 0 || level(address).tokens >= 1,
    spend(address) {
      if (perMinute === 0) return;
      const b = level(address);
      b.tokens = Math.max(0, b.tokens - 1);
      // Oldest addresses go first, so that memory stays bounded under a flood of addresses.
      if (buckets.size >= most && !buckets.has(address)) {
        const oldest = buckets.keys().next().value;
        if (oldest !== undefined) buckets.delete(oldest);
      }
      buckets.delete(address);
      buckets.set(address, b);
    },
    wait: (address) => Math.max(1, Math.ceil(((1 - level(address).tokens) * 60) / perMinute)),
  };
}
