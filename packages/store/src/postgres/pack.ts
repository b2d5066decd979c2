/**
 * Columns of bytes as one binary parameter each, cut apart by the database. An array of bytea would
 * travel as hex in quotes: twice the bytes, and half of the database's time in an append went into
 * reading it (docs/decisions/store-append.md).
 */
import { type RawBuilder, sql } from "kysely";

/** A column of byte strings: an SQL expression over the row's number `n` (from 1), or over `starts` and `lengths`. */
export interface Packed {
  readonly all: Buffer;
  readonly starts: number[];
  /** Null where the row has none. */
  readonly lengths: (number | null)[];
}

/** Packs values of any length. */
export function pack(values: readonly (Uint8Array | undefined)[]): Packed {
  const starts: number[] = [];
  const lengths: (number | null)[] = [];
  const parts: Uint8Array[] = [];
  let at = 1;
  for (const value of values) {
    starts.push(at);
    lengths.push(value?.length ?? null);
    if (value === undefined) continue;
    at += value.length;
    parts.push(value);
  }
  return { all: Buffer.concat(parts), starts, lengths };
}

/** Packs 32-byte ids given in hex; the expression cuts out row `n`. Throws `TypeError` on another length. */
export function ids(values: readonly string[]): RawBuilder<unknown> {
  const all = Buffer.from(values.join(""), "hex");
  if (all.length !== values.length * 32 || values.some((v) => v.length !== 64))
    throw new TypeError("an id has 64 hex characters");
  return cutHash(all);
}

/** Packs 32-byte hashes; the expression cuts out row `n`. Throws `TypeError` on another length. */
export function hashes(values: readonly Uint8Array[]): RawBuilder<unknown> {
  if (values.some((v) => v.length !== 32)) throw new TypeError("a hash has 32 bytes");
  return cutHash(Buffer.concat(values));
}

function cutHash(all: Buffer): RawBuilder<unknown> {
  return sql`substring(${all}::bytea from (n * 32 - 31)::int for 32)`;
}

/** The expression that cuts a row's value out of `packed`, given the names of its start and length. */
export function cut(packed: Packed, start: string, length: string): RawBuilder<unknown> {
  return sql`substring(${packed.all}::bytea from ${sql.ref(start)} for ${sql.ref(length)})`;
}
