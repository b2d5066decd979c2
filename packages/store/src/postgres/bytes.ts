/** Ids and hashes between the ports (hex) and the tables (bytea). */
import type { ActId, BodyId, Hash } from "@nabat/kernel";

/** The key under which the clerk's own rows stand. */
const CLERK = Buffer.alloc(0);

/** Bytes of a hex id. Throws `TypeError` where it is not hex: a caller's bug. */
export function raw(id: string): Buffer {
  const bytes = Buffer.from(id, "hex");
  if (bytes.length * 2 !== id.length || id.length === 0) throw new TypeError("not a hex id");
  return bytes;
}

/** The table key of a body, or of the clerk itself (null). */
export function bodyKey(body: BodyId | null): Buffer {
  return body === null ? CLERK : raw(body);
}

/** The body of a table key; null for the clerk itself. */
export function bodyOf(key: Uint8Array): BodyId | null {
  return key.length === 0 ? null : (hex(key) as string as BodyId);
}

/** Hex of table bytes. */
export function hex(bytes: Uint8Array): Hash & ActId {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex") as unknown as Hash & ActId;
}
