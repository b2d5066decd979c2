/** Attachments and withheld contents in PostgreSQL. */
import type { ActId, Hash } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import { UnknownBody } from "../errors.ts";
import type { Attachments, StoredAttachment, Withheld } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat, transact } from "../transact.ts";
import { hex, raw } from "./bytes.ts";
import { eraseAttachments, insertAttachments } from "./entries.ts";

/** Rows fetched at a time while streaming; attachments may be a megabyte each. */
const BATCH = 16;
/** Hashes asked for at a time. */
const HASHES = 5000;

/** The {@link Attachments} over `db`. */
export function postgresAttachments(db: Kysely<Tables>): Attachments {
  const getMany: Attachments["getMany"] = async (body, hashes) => {
    const out = new Map<Hash, StoredAttachment>();
    if (hashes.length === 0) return out;
    const found = await repeat(() =>
      sql<Tables["attachments"]>`select * from attachments
        where body = ${raw(body)} and hash = any(${hashes.map(raw)}::bytea[])`.execute(db),
    );
    // The same bytes may stand under several acts; the one that still has them answers.
    for (const row of found.rows) {
      const hash = hex(row.hash) as Hash;
      if (!out.get(hash)?.bytes) out.set(hash, toAttachment(row));
    }
    return out;
  };
  const sizes: Attachments["sizes"] = async (body, hashes) => {
    const out = new Map<Hash, number>();
    for (let i = 0; i < hashes.length; i += HASHES) {
      const some = hashes.slice(i, i + HASHES).map(raw);
      const found = await repeat(() =>
        sql<{ hash: Uint8Array; kept: number }>`select hash, sum(size)::bigint as kept from attachments
          where body = ${raw(body)} and bytes is not null and hash = any(${some}::bytea[]) group by hash`.execute(db),
      );
      for (const row of found.rows) out.set(hex(row.hash) as Hash, row.kept);
    }
    return out;
  };
  return {
    getMany,
    get: async (body, hash) => (await getMany(body, [hash])).get(hash) ?? null,
    ofAct: async (body, actId) =>
      (
        await repeat(() =>
          db
            .selectFrom("attachments")
            .selectAll()
            .where("body", "=", raw(body))
            .where("act_id", "=", raw(actId))
            .orderBy("hash")
            .execute(),
        )
      ).map(toAttachment),
    async *all(body, grades) {
      let after: Tables["attachments"] | undefined;
      for (;;) {
        let query = db
          .selectFrom("attachments")
          .selectAll()
          .where("body", "=", raw(body))
          .orderBy("hash")
          .orderBy("act_id")
          .limit(BATCH);
        if (grades) query = query.where("grade", "in", [...grades]);
        if (after) query = query.where(sql<boolean>`(hash, act_id) > (${after.hash}::bytea, ${after.act_id}::bytea)`);
        const rows = await repeat(() => query.execute());
        for (const row of rows) yield toAttachment(row);
        if (rows.length < BATCH) return;
        after = rows.at(-1);
      }
    },
    kept: async (body) =>
      (
        await repeat(() =>
          sql<{
            kept: number;
          }>`select coalesce(sum(size), 0)::bigint as kept from attachments where body = ${raw(body)} and bytes is not null`.execute(
            db,
          ),
        )
      ).rows[0]?.kept ?? 0,
    async keptOf(body, hashes) {
      return [...(await sizes(body, hashes)).values()].reduce((n, size) => n + size, 0);
    },
    sizes,
    add: (body, attachments) =>
      transact(db, async (tx) => {
        const head = await tx.selectFrom("bodies").select("size").where("body", "=", raw(body)).executeTakeFirst();
        if (!head) throw new UnknownBody(body);
        await insertAttachments(tx, raw(body), attachments);
      }),
    erase: (body, erasures) => transact(db, (tx) => eraseAttachments(tx, raw(body), erasures)),
  };
}

function toAttachment(row: Tables["attachments"]): StoredAttachment {
  return {
    actId: hex(row.act_id) as ActId,
    hash: hex(row.hash) as Hash,
    grade: row.grade,
    media: row.media,
    size: row.size,
    salt: row.salt,
    bytes: row.bytes,
    erasedBy: row.erased_by ? (hex(row.erased_by) as ActId) : null,
  };
}

/** The {@link Withheld} over `db`. */
export function postgresWithheld(db: Kysely<Tables>): Withheld {
  return {
    add: async (body, w) => {
      const row = {
        body: raw(body),
        notice: raw(w.notice),
        hash: w.hash === null ? null : raw(w.hash),
        at: w.at,
        until: w.until,
      };
      await repeat(() =>
        db
          .insertInto("withheld")
          .values(row)
          .onConflict((on) => on.columns(["body", "notice"]).doNothing())
          .execute(),
      );
    },
    lift: async (body, notice) => {
      await repeat(() =>
        db.deleteFrom("withheld").where("body", "=", raw(body)).where("notice", "=", raw(notice)).execute(),
      );
    },
    list: async (body) =>
      (
        await repeat(() => db.selectFrom("withheld").selectAll().where("body", "=", raw(body)).orderBy("at").execute())
      ).map((row) => ({
        hash: row.hash ? (hex(row.hash) as Hash) : null,
        notice: hex(row.notice) as ActId,
        at: row.at,
        until: row.until,
      })),
  };
}
