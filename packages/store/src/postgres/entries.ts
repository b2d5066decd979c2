/** Writing a group: the statements of one append, each a batch, one round trip a table. */
import type { BodyId } from "@nabat/kernel";
import { sql, type Transaction } from "kysely";
import type { NewAttachment, NewEntry, NewJob, NewRefusal } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { uuidv7 } from "../uuid.ts";
import { bodyKey, raw } from "./bytes.ts";
import { cut, hashes, ids, pack } from "./pack.ts";

type Tx = Transaction<Tables>;

/** Leaf hashes in one stored tile, as in a full C2SP hash tile. */
export const TILE = 256;

/** Inserts `entries` at `from`, `from`+1 … and packs every leaf tile that they fill. */
export async function insertEntries(
  tx: Tx,
  body: Uint8Array,
  from: number,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const bytes = pack(entries.map((e) => e.bytes));
  const receipts = pack(entries.map((e) => e.receipt));
  await sql`insert into entries (body, idx, act_id, kind, at, leaf, bytes, receipt)
    select ${body}::bytea, ${from}::bigint + n - 1, ${ids(entries.map((e) => e.actId))}, kind, at,
      ${hashes(entries.map((e) => e.leaf))}, ${cut(bytes, "b1", "b2")}, ${cut(receipts, "r1", "r2")}
    from unnest(${entries.map((e) => e.kind)}::text[], ${entries.map((e) => e.at)}::bigint[],
      ${bytes.starts}::int[], ${bytes.lengths}::int[], ${receipts.starts}::int[], ${receipts.lengths}::int[])
      with ordinality as e(kind, at, b1, b2, r1, r2, n)`.execute(tx);
  const first = Math.floor(from / TILE);
  const end = Math.floor((from + entries.length) / TILE);
  if (end > first) {
    await sql`insert into leaf_tiles (body, tile, hashes)
      select body, tile, string_agg(leaf, ''::bytea order by idx)
      from (select body, idx, leaf, idx / 256 as tile from entries
        where body = ${body} and idx >= ${first * TILE} and idx < ${end * TILE}) as filled
      group by body, tile`.execute(tx);
  }
}

/** Inserts attachments; one that stands already under the same act and hash stays as it is. */
export async function insertAttachments(
  tx: Tx,
  body: Uint8Array,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  const salts = pack(attachments.map((a) => a.salt));
  const bytes = pack(attachments.map((a) => a.bytes));
  await sql`insert into attachments (body, hash, act_id, grade, media, size, salt, bytes)
    select ${body}::bytea, ${ids(attachments.map((a) => a.hash))}, ${ids(attachments.map((a) => a.actId))},
      grade, media, b2, ${cut(salts, "s1", "s2")}, ${cut(bytes, "b1", "b2")}
    from unnest(${attachments.map((a) => a.grade)}::text[], ${attachments.map((a) => a.media)}::text[],
      ${salts.starts}::int[], ${salts.lengths}::int[], ${bytes.starts}::int[], ${bytes.lengths}::int[])
      with ordinality as a(grade, media, s1, s2, b1, b2, n)
    on conflict do nothing`.execute(tx);
}

/** Takes salt and bytes of the named hashes; the row stays and names the act. Returns rows changed. */
export async function eraseAttachments(
  tx: Tx,
  body: Uint8Array,
  erasures: readonly { readonly hash: string; readonly by: string }[],
): Promise<number> {
  if (erasures.length === 0) return 0;
  const done = await sql`update attachments as a set salt = null, bytes = null, erased_by = e.by
    from unnest(${erasures.map((e) => raw(e.hash))}::bytea[], ${erasures.map((e) => raw(e.by))}::bytea[]) as e(hash, by)
    where a.body = ${body} and a.hash = e.hash and a.erased_by is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Keeps refusals; the latest answer to an act wins. */
export async function insertRefusals(tx: Tx, body: Uint8Array, refusals: readonly NewRefusal[]): Promise<void> {
  // One statement may not touch a row twice: of several answers to one act in a group the last counts.
  const last = [...new Map(refusals.map((r) => [r.actId, r])).values()];
  if (last.length === 0) return;
  await sql`insert into refusals (body, act_id, receipt, at)
    select ${body}::bytea, * from unnest(${last.map((r) => raw(r.actId))}::bytea[],
      ${last.map((r) => r.receipt)}::bytea[], ${last.map((r) => r.at)}::bigint[])
    on conflict (body, act_id) do update set receipt = excluded.receipt, at = excluded.at`.execute(tx);
}

/** Adds jobs; one whose (kind, dedupe) waits already is not added again. */
export async function insertJobs(tx: Tx, body: BodyId | null, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql`insert into outbox (body, id, kind, due, payload, attempts, dedupe)
    select ${bodyKey(body)}::bytea, id, kind, due, payload, 0, dedupe from unnest(${jobs.map(() => uuidv7())}::text[],
      ${jobs.map((j) => j.kind)}::text[], ${jobs.map((j) => j.due)}::bigint[], ${jobs.map((j) => j.payload)}::bytea[],
      ${jobs.map((j) => j.dedupe ?? null)}::text[]) as j(id, kind, due, payload, dedupe)
    on conflict do nothing`.execute(tx);
}
