import { freshDatabase, socketUrl, testServer } from "@nabat/testkit/database.ts";
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NewerSchema } from "../errors.ts";
import { kyselyOver, makePool } from "../pool.ts";
import type { Migration } from "./migration.ts";
import { MIGRATIONS, migrate } from "./migrate.ts";

const quiet = () => undefined;
const name = `migrate_${randomBytes(5).toString("hex")}`;
const pools: ReturnType<typeof kyselyOver>[] = [];
let open: () => ReturnType<typeof kyselyOver>;

beforeAll(async () => {
  const at = await testServer();
  const root = makePool({ ...at, database: "postgres", max: 1 }, quiet);
  await root.query(`create database ${name}`);
  await root.end();
  open = () => {
    const db = kyselyOver(makePool({ url: socketUrl(at, name), max: 2 }, quiet));
    pools.push(db);
    return db;
  };
});
afterAll(async () => {
  for (const db of pools) await db.destroy();
  const root = makePool({ ...(await testServer()), database: "postgres", max: 1 }, quiet);
  await root.query(`drop database ${name} with (force)`);
  await root.end();
});

it("are numbered from 1 without gaps", () =>
  expect(MIGRATIONS.map((m) => m.id)).toEqual(MIGRATIONS.map((_, i) => i + 1)));

it("run once though several processes open at once", async () => {
  const ran = await Promise.all([...Array.from({ length: 8 }, () => open())].map((db) => migrate(db, quiet)));
  expect(ran.reduce((a, b) => a + b)).toBe(MIGRATIONS.length);
  expect(await migrate(open(), quiet)).toBe(0);
});

it("leave nothing behind of one that fails, and go on when it is mended", async () => {
  const next = (statements: string[]): Migration[] => [
    ...MIGRATIONS,
    { id: MIGRATIONS.length + 1, name: "test", statements },
  ];
  const db = open();
  await expect(
    migrate(db, quiet, next(["create table half (body bytea primary key)", "create nonsense"])),
  ).rejects.toThrow();
  const tables = await sql`select 1 from information_schema.tables where table_name = 'half'`.execute(db);
  expect(tables.rows).toEqual([]);
  expect(await migrate(db, quiet, next(["create table half (body bytea primary key)"]))).toBe(1);
});

it("refuse a database that a newer Nabat has made", async () => {
  await expect(migrate(open(), quiet)).rejects.toThrow(NewerSchema);
});

it("take over from a holder that died", async () => {
  const fresh = await freshDatabase();
  const { db } = fresh.database;
  await sql`update schema_version set holder = 'dead', expires = 1`.execute(db);
  const more = [
    ...MIGRATIONS,
    { id: MIGRATIONS.length + 1, name: "test", statements: ["create table after_death (body bytea primary key)"] },
  ];
  expect(await migrate(db, quiet, more)).toBe(1);
  await fresh.close();
});
