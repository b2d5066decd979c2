/** Ports: what the pure centre is handed instead of reaching for the machine. */

/** SHA-256, synchronous; it doesn't keep its argument. `platform` offers one for Node and one for browsers. */
export interface Sha256 {
  (bytes: Uint8Array): Uint8Array;
  /** The same as lower-case hex, where the machine gives that sooner than bytes. */
  readonly hex?: (bytes: Uint8Array) => string;
}

/** Milliseconds since 1970-01-01T00:00:00Z; a safe integer, negative before. */
export type Millis = number;

/** The time now. */
export type Clock = () => Millis;

/** `n` unpredictable bytes. */
export type Random = (n: number) => Uint8Array;

/** Facts of a log line by name. */
export type LogFields = Record<string, unknown>;

/** Where faults and events of a machine are written down; no secret and no text of a member is ever given to it. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
