/** Cosignatures of a body's checkpoints and the records followed from other servers. */
import type { BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import type { Cosignatures, Follow, Follows } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { hex, raw } from "./bytes.ts";

/** The {@link Cosignatures} over `db`. */
export function postgresCosignatures(db: Kysely<Tables>): Cosignatures {
  const toCosignature = (row: Tables["cosignatures"]) => ({
    size: row.size,
    witness: row.witness,
    note: row.note,
    at: row.at,
  });
  return {
    keep: async (body, c) => {
      const row = { body: raw(body), size: c.size, witness: c.witness, note: c.note, at: c.at };
      const fresh = { note: c.note, at: c.at };
      await repeat(() =>
        db
          .insertInto("cosignatures")
          .values(row)
          .onConflict((on) => on.columns(["body", "size", "witness"]).doUpdateSet(fresh))
          .execute(),
      );
    },
    at: async (body, size) =>
      (
        await repeat(() =>
          db
            .selectFrom("cosignatures")
            .selectAll()
            .where("body", "=", raw(body))
            .where("size", "=", size)
            .orderBy("witness")
            .execute(),
        )
      ).map(toCosignature),
    latest: async (body) =>
      (
        await repeat(() =>
          sql<Tables["cosignatures"]>`select distinct on (witness) * from cosignatures
            where body = ${raw(body)} order by witness, size desc`.execute(db),
        )
      ).rows.map(toCosignature),
  };
}

/** The {@link Follows} over `db`. */
export function postgresFollows(db: Kysely<Tables>): Follows {
  const toFollow = (row: Tables["follows"]): Follow => ({
    body: hex(row.body) as string as BodyId,
    url: row.url,
    since: row.since,
    checkedAt: row.checked_at,
    size: row.size,
    fault: row.fault,
    state: row.state,
  });
  return {
    put: async (f) => {
      const known = { checked_at: f.checkedAt, size: f.size, fault: f.fault, state: f.state };
      const row = { body: raw(f.body), url: f.url, since: f.since, ...known };
      await repeat(() =>
        db
          .insertInto("follows")
          .values(row)
          .onConflict((on) => on.columns(["body", "url"]).doUpdateSet(known))
          .execute(),
      );
    },
    of: async (body) =>
      (
        await repeat(() => db.selectFrom("follows").selectAll().where("body", "=", raw(body)).orderBy("url").execute())
      ).map(toFollow),
    list: async () =>
      (await repeat(() => db.selectFrom("follows").selectAll().orderBy("body").orderBy("url").execute())).map(toFollow),
    drop: async (body, url) => {
      await repeat(() => db.deleteFrom("follows").where("body", "=", raw(body)).where("url", "=", url).execute());
    },
  };
}
