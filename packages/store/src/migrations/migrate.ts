/**
 * Brings a database to the present version: plain numbered migrations, forward only. A row with a
 * holder and an expiry lets one process migrate at a time; each migration is one transaction that
 * also moves the version by compare-and-set, so a holder that overslept its lease writes nothing.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { codeOf, NewerSchema } from "../errors.ts";
import type { Log } from "../ports.ts";
import { nowMs } from "../postgres/clock.ts";
import { repeat, transact } from "../transact.ts";
import type { Migration } from "./migration.ts";
import { m0001 } from "./m0001-record.ts";
import { m0002 } from "./m0002-clerk.ts";

export const MIGRATIONS: readonly Migration[] = [m0001, m0002];

const LEASE_MS = 60_000;

/** Statements that make the place where the version is kept. One row, under the empty body. */
export const VERSION_TABLE = `create table if not exists schema_version (
  body bytea not null,
  version bigint not null,
  holder text,
  expires bigint not null,
  primary key (body)
)`;

/**
 * Runs what is missing of `migrations`. Returns how many ran. Throws `NewerSchema` where the
 * database is ahead of this code.
 */
export async function migrate<T>(
  db: Kysely<T>,
  log: Log,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  const last = migrations.length;
  await prepare(db);
  if ((await version(db, last)) === last) return 0;
  const holder = randomUUID();
  await hold(db, holder, log);
  let ran = 0;
  try {
    for (let at = await version(db, last); at < last; at++) {
      const next = migrations[at];
      if (next === undefined || next.id !== at + 1) throw new Error(`migration ${at + 1} is missing`);
      await transact(db, async (tx) => {
        for (const statement of next.statements) await sql.raw(statement).execute(tx);
        const moved = await sql`update schema_version set version = ${next.id}, expires = ${nowMs} + ${LEASE_MS}
          where body = ''::bytea and version = ${at} and holder = ${holder}`.execute(tx);
        if (moved.numAffectedRows !== 1n) throw new Error("another process migrates this database");
      });
      log("info", "migrated", { id: next.id, name: next.name });
      ran++;
    }
  } finally {
    await repeat(() =>
      sql`update schema_version set holder = null, expires = 0 where body = ''::bytea and holder = ${holder}`.execute(
        db,
      ),
    );
  }
  return ran;
}

async function prepare<T>(db: Kysely<T>): Promise<void> {
  const table = await repeat(() =>
    sql`select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'schema_version'`.execute(
      db,
    ),
  );
  if (table.rows.length > 0) {
    const row = await repeat(() => sql`select version from schema_version where body = ''::bytea`.execute(db));
    if (row.rows.length > 0) return;
  }
  for (let attempt = 0; ; attempt++) {
    try {
      await repeat(() => sql.raw(VERSION_TABLE).execute(db));
      break;
    } catch (error) {
      // Two first starts at once: `if not exists` still races in PostgreSQL's own catalogue.
      if (attempt > 20 || !["23505", "42P07", "42710"].includes(codeOf(error))) throw error;
      await sleep(20);
    }
  }
  await repeat(() =>
    sql`insert into schema_version (body, version, holder, expires) values (''::bytea, 0, null, 0) on conflict do nothing`.execute(
      db,
    ),
  );
}

async function version<T>(db: Kysely<T>, known: number): Promise<number> {
  const found = await repeat(() =>
    sql<{ version: number }>`select version from schema_version where body = ''::bytea`.execute(db),
  );
  const at = found.rows[0]?.version ?? 0;
  if (at > known) throw new NewerSchema(at, known);
  return at;
}

async function hold<T>(db: Kysely<T>, holder: string, log: Log): Promise<void> {
  for (let told = false; ; told = true) {
    const taken = await repeat(() =>
      sql`update schema_version set holder = ${holder}, expires = ${nowMs} + ${LEASE_MS}
        where body = ''::bytea and (holder is null or expires < ${nowMs})`.execute(db),
    );
    if (taken.numAffectedRows === 1n) return;
    if (!told) log("info", "another process migrates the database; waiting", {});
    await sleep(100);
  }
}
