/** Ports: what the pure centre is handed instead of reaching for the machine. */

/** SHA-256, synchronous. `platform` offers one for Node and one for browsers. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Milliseconds since 1970-01-01T00:00:00Z; a safe integer, negative before. */
export type Millis = number;

/** The time now. */
export type Clock = () => Millis;

/** `n` unpredictable bytes. */
export type Random = (n: number) => Uint8Array;
