/**
 * The bytes of a record's entries and nothing else, for folding it again: those that follow each other come
 * as one value, each with its length before it, and the next are on their way while these are folded.
 */
import type { BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import type { EntryBytes } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { raw } from "./bytes.ts";

/** Entries fetched at a time: about 1 MiB, 9.2 MB at most. */
const BATCH = 1024;

/** The bytes of entries `from` ≤ index < `to`, in order; ends before the batch in which one is missing. */
export async function* readBytes(
  db: Kysely<Tables>,
  body: BodyId,
  from: number,
  to: number,
): AsyncGenerator<EntryBytes> {
  let next = from < to ? batch(db, body, from, Math.min(from + BATCH, to)) : undefined;
  for (let at = from; next;) {
    const end = Math.min(at + BATCH, to);
    const packed = await next;
    next = end < to ? batch(db, body, end, Math.min(end + BATCH, to)) : undefined;
    // Whoever stops reading never asks for it.
    next?.catch(() => undefined);
    if (packed.n !== end - at) return;
    yield { index: at, entries: cut(packed.bytes) };
    at = end;
  }
}

interface Batch {
  readonly bytes: Uint8Array | null;
  readonly n: number;
}

async function batch(db: Kysely<Tables>, body: BodyId, from: number, to: number): Promise<Batch> {
  const found = await repeat(() =>
    sql<Batch>`select string_agg(int4send(length(bytes)) || bytes, ''::bytea order by idx) as bytes, count(*) as n
      from entries where body = ${raw(body)} and idx >= ${from} and idx < ${to}`.execute(db),
  );
  return found.rows[0] as Batch;
}

function cut(packed: Uint8Array | null): Uint8Array[] {
  const out: Uint8Array[] = [];
  if (packed === null) return out;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = 0; at < packed.length;) {
    const begin = at + 4;
    at = begin + view.getInt32(at);
    out.push(packed.subarray(begin, at));
  }
  return out;
}
