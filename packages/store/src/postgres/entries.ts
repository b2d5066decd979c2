/**
 * Writing a group: the statements of one append, each a batch, one round trip a table. What is cut out
 * of packed bytes is joined to the body's head row: a distributed engine then runs it whole on the node
 * of the body. From `unnest` alone Citus would copy the rows there, in two phases and without the codes
 * of what the node refuses (docs/decisions/store-distributed.md).
 */
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

/** Rows up to which a plain list of values is cheaper for the database than packing them. */
const FEW = 16;

/** Inserts `entries` at `from`, `from`+1 … and packs every leaf tile that they fill. The body's head row must stand. */
export async function insertEntries(
  tx: Tx,
  body: Uint8Array,
  from: number,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const made = entries.length <= FEW ? await listed(tx, body, from, entries) : await packed(tx, body, from, entries);
  if (made !== BigInt(entries.length)) throw new Error("entries of a body without a head row");
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

async function listed(
  tx: Tx,
  body: Uint8Array,
  from: number,
  entries: readonly NewEntry[],
): Promise<bigint | undefined> {
  const rows = entries.map(({ actId, kind, at, leaf, bytes, receipt }, i) => ({
    body,
    idx: from + i,
    act_id: raw(actId),
    kind,
    at,
    leaf,
    bytes,
    receipt: receipt ?? null,
  }));
  return (await tx.insertInto("entries").values(rows).executeTakeFirst()).numInsertedOrUpdatedRows;
}

async function packed(
  tx: Tx,
  body: Uint8Array,
  from: number,
  entries: readonly NewEntry[],
): Promise<bigint | undefined> {
  const bytes = pack(entries.map((e) => e.bytes));
  const receipts = pack(entries.map((e) => e.receipt));
  const made = await sql`insert into entries (body, idx, act_id, kind, at, leaf, bytes, receipt)
    select b.body, ${from}::bigint + n - 1, ${ids(entries.map((e) => e.actId))}, kind, at,
      ${hashes(entries.map((e) => e.leaf))}, ${cut(bytes, "b1", "b2")}, ${cut(receipts, "r1", "r2")}
    from bodies as b cross join unnest(${entries.map((e) => e.kind)}::text[], ${entries.map((e) => e.at)}::bigint[],
      ${bytes.starts}::int[], ${bytes.lengths}::int[], ${receipts.starts}::int[], ${receipts.lengths}::int[])
      with ordinality as e(kind, at, b1, b2, r1, r2, n)
    where b.body = ${body}`.execute(tx);
  return made.numAffectedRows;
}

/** Inserts attachments of a body whose head row stands; one that stands already under the same act and hash stays as it is. */
export async function insertAttachments(
  tx: Tx,
  body: Uint8Array,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  if (attachments.length <= FEW) {
    const rows = attachments.map((a) => {
      const { grade, media, salt, bytes } = a;
      return {
        body,
        hash: raw(a.hash),
        act_id: raw(a.actId),
        grade,
        media,
        size: bytes.length,
        salt,
        bytes,
        erased_by: null,
      };
    });
    await tx
      .insertInto("attachments")
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute();
    return;
  }
  const salts = pack(attachments.map((a) => a.salt));
  const bytes = pack(attachments.map((a) => a.bytes));
  await sql`insert into attachments (body, hash, act_id, grade, media, size, salt, bytes)
    select b.body, ${ids(attachments.map((a) => a.hash))}, ${ids(attachments.map((a) => a.actId))},
      grade, media, b2, ${cut(salts, "s1", "s2")}, ${cut(bytes, "b1", "b2")}
    from bodies as b cross join unnest(${attachments.map((a) => a.grade)}::text[], ${attachments.map((a) => a.media)}::text[],
      ${salts.starts}::int[], ${salts.lengths}::int[], ${bytes.starts}::int[], ${bytes.lengths}::int[])
      with ordinality as a(grade, media, s1, s2, b1, b2, n)
    where b.body = ${body}
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
  for (const part of parts(last))
    await tx
      .insertInto("refusals")
      .values(part.map((r) => ({ body, act_id: raw(r.actId), receipt: r.receipt, at: r.at })))
      .onConflict((on) =>
        on
          .columns(["body", "act_id"])
          .doUpdateSet((eb) => ({ receipt: eb.ref("excluded.receipt"), at: eb.ref("excluded.at") })),
      )
      .execute();
}

/** Adds jobs; one whose (kind, dedupe) waits already is not added again. */
export async function insertJobs(tx: Tx, body: BodyId | null, jobs: readonly NewJob[]): Promise<void> {
  const key = bodyKey(body);
  for (const part of parts(jobs))
    await tx
      .insertInto("outbox")
      .values(
        part.map((j) => {
          const { kind, due, payload } = j;
          return { body: key, id: uuidv7(), kind, due, payload, attempts: 0, dedupe: j.dedupe ?? null };
        }),
      )
      .onConflict((on) => on.doNothing())
      .execute();
}

/** A statement takes 65,535 values at most. */
function parts<T>(rows: readonly T[], most = 5_000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most));
}
