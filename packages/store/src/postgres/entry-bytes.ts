/**
 * The bytes of a record's entries and nothing else, for folding it again: those that follow each other come
 * as one value with their lengths beside it, and the next are on their way while these are folded. They
 * travel in PostgreSQL's `escape` form: nearly all entries are plain ASCII and are their own text in it,
 * where the usual hex is twice as long and takes the driver longer than an entry's rule.
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
    yield { index: at, entries: cut(packed) };
    at = end;
  }
}

/** What the database answers; nulls where there are no entries. */
interface Batch {
  readonly text: string | null;
  /** Of each entry in bytes, between spaces. */
  readonly lengths: string | null;
  readonly n: number;
}

async function batch(db: Kysely<Tables>, body: BodyId, from: number, to: number): Promise<Batch> {
  const found = await repeat(() =>
    sql<Batch>`select encode(string_agg(bytes, ''::bytea order by idx), 'escape') as text,
        string_agg(length(bytes)::text, ' ' order by idx) as lengths, count(*) as n
      from entries where body = ${raw(body)} and idx >= ${from} and idx < ${to}`.execute(db),
  );
  return found.rows[0] as Batch;
}

function cut({ text, lengths }: Batch): Uint8Array[] {
  if (text === null || lengths === null) return [];
  const sizes = lengths.split(" ").map(Number);
  const bytes = unescaped(
    text,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, (at += size)));
}

const BACKSLASH = "\\";

/**
 * The `size` bytes that PostgreSQL wrote in its `escape` form: ASCII stands for itself, but for the backslash,
 * which is doubled; all others are a backslash and three octal digits. Throws `RangeError` on another size.
 */
export function unescaped(text: string, size: number): Uint8Array {
  const out = Buffer.allocUnsafeSlow(size);
  let done = 0;
  for (let at = 0; at < text.length;) {
    // Whatever is escaped is longer than its byte: a text of this length has nothing escaped.
    const found = text.length === size ? -1 : text.indexOf(BACKSLASH, at);
    const plain = found < 0 ? text.length : found;
    if (done + plain - at > size) throw new RangeError("more bytes than were announced");
    done += out.write(at === 0 && plain === text.length ? text : text.slice(at, plain), done, "latin1");
    if (found < 0) break;
    const doubled = text[found + 1] === BACKSLASH;
    if (done === size) throw new RangeError("more bytes than were announced");
    out[done++] = doubled ? 92 : Number.parseInt(text.slice(found + 1, found + 4), 8);
    at = found + (doubled ? 2 : 4);
  }
  if (done !== size) throw new RangeError("fewer bytes than were announced");
  return new Uint8Array(out.buffer, out.byteOffset, size);
}
