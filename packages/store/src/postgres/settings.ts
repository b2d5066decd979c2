/** Named values, and secrets sealed by the key file. */
import { type Kysely, sql } from "kysely";
import type { Keys, Settings } from "../ports.ts";
import type { Sealer } from "../seal.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { bodyKey, bodyOf } from "./bytes.ts";

/** The {@link Settings} over `db`. */
export function postgresSettings(db: Kysely<Tables>): Settings {
  return {
    get: async (body, name) =>
      (
        await repeat(() =>
          db
            .selectFrom("settings")
            .select("value")
            .where("body", "=", bodyKey(body))
            .where("name", "=", name)
            .executeTakeFirst(),
        )
      )?.value ?? null,
    put: async (body, name, value) => {
      await repeat(() =>
        db
          .insertInto("settings")
          .values({ body: bodyKey(body), name, value })
          .onConflict((on) => on.columns(["body", "name"]).doUpdateSet({ value }))
          .execute(),
      );
    },
    replace: async (body, name, expected, value) => {
      const key = bodyKey(body);
      const done = await repeat(() =>
        expected === null
          ? sql`insert into settings (body, name, value) values (${key}, ${name}, ${value}) on conflict do nothing`.execute(
              db,
            )
          : sql`update settings set value = ${value} where body = ${key} and name = ${name} and value = ${expected}`.execute(
              db,
            ),
      );
      return done.numAffectedRows === 1n;
    },
    drop: async (body, name) => {
      await repeat(() =>
        db.deleteFrom("settings").where("body", "=", bodyKey(body)).where("name", "=", name).execute(),
      );
    },
    all: async (body) => {
      const rows = await repeat(() =>
        db.selectFrom("settings").selectAll().where("body", "=", bodyKey(body)).orderBy("name").execute(),
      );
      return new Map(rows.map((row) => [row.name, row.value]));
    },
  };
}

/** Are there sealed keys in the database? Asked before a key file is made. */
export async function hasKeys(db: Kysely<Tables>): Promise<boolean> {
  const found = await repeat(() => db.selectFrom("keys").select("name").limit(1).execute());
  return found.length > 0;
}

/** The {@link Keys} over `db`; `sealer` holds the key file's secret. */
export function postgresKeys(db: Kysely<Tables>, sealer: Sealer): Keys {
  const label = (body: Uint8Array, name: string) => `${Buffer.from(body).toString("hex")}/${name}`;
  return {
    get: async (body, name) => {
      const key = bodyKey(body);
      const row = await repeat(() =>
        db.selectFrom("keys").select("sealed").where("body", "=", key).where("name", "=", name).executeTakeFirst(),
      );
      return row ? sealer.open(row.sealed, label(key, name)) : null;
    },
    put: async (body, name, secret) => {
      const key = bodyKey(body);
      const sealed = sealer.seal(secret, label(key, name));
      const made = await repeat(() =>
        sql`insert into keys (body, name, sealed) values (${key}, ${name}, ${sealed}) on conflict do nothing`.execute(
          db,
        ),
      );
      if (made.numAffectedRows !== 1n) throw new Error(`a key named ${name} stands already`);
    },
    list: async () => {
      const rows = await repeat(() =>
        db.selectFrom("keys").select(["body", "name"]).orderBy("body").orderBy("name").execute(),
      );
      return rows.map((row) => ({ body: bodyOf(row.body), name: row.name }));
    },
    drop: async (body, name) => {
      await repeat(() => db.deleteFrom("keys").where("body", "=", bodyKey(body)).where("name", "=", name).execute());
    },
  };
}
