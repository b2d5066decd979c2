/**
 * Laying tables out: the plan for every layout, and what a database that is no cluster is told. With
 * NABAT_CONTRACT_URL also a whole run over that cluster, with rows, writers, a later migration and a backup.
 */
import { freshDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { attachment, body, collect, entry, group } from "../contract/fixture.ts";
import { givenDatabase } from "../contract/given.ts";
import { OWN_TABLES } from "../dump/tables.ts";
import { MIGRATIONS, migrate } from "../migrations/migrate.ts";
import { sealerOf } from "../seal.ts";
import { postgresStore } from "../store.ts";
import { distribute } from "./distribute.ts";
import { type Layout, lookAtCluster, readLayout, type TableLayout } from "./layout.ts";
import { CannotDistribute, planOf } from "./plan.ts";

const quiet = () => undefined;
const plain = (name: string, bytes = 0): TableLayout => ({ name, spread: null, bytes });
const laid = (name: string, more: Partial<NonNullable<TableLayout["spread"]>> = {}, bytes = 0): TableLayout => ({
  name,
  spread: { by: "body", group: 3, shards: 32, ...more },
  bytes,
});
const layout = (...tables: TableLayout[]): Layout => ({ version: "13.2-1", nodes: ["10.0.0.2:5432"], tables });

describe("the plan", () => {
  it("moves what is plain, bodies first, and leaves what lies in place", () => {
    expect(planOf(layout(plain("attachments", 8), plain("bodies", 4)))).toEqual([
      { table: "bodies", do: "move", bytes: 4 },
      { table: "attachments", do: "move", bytes: 8 },
    ]);
    expect(planOf(layout(laid("bodies"), laid("entries"), plain("new_table")))).toEqual([
      { table: "new_table", do: "move", bytes: 0 },
    ]);
    expect(planOf(layout(laid("bodies"), laid("entries")), 32)).toEqual([]);
  });

  it("clears what a move that was cut short has left behind", () =>
    expect(planOf(layout(laid("bodies"), laid("entries", {}, 9)))).toEqual([
      { table: "entries", do: "clear", bytes: 9 },
    ]));

  it.each([
    [layout(), undefined, "no tables of Nabat's"],
    [{ ...layout(plain("bodies")), nodes: [] }, undefined, "no node that takes shards"],
    [layout(laid("bodies"), laid("entries", { by: "idx" })), undefined, "lies by idx, not by body"],
    [layout(laid("bodies"), laid("entries", { by: null })), undefined, "is not laid out by hash"],
    [layout(laid("bodies"), laid("entries", { group: 4 })), undefined, "does not lie beside bodies"],
    [layout(plain("bodies"), laid("entries")), undefined, "does not lie beside bodies"],
    [layout(laid("bodies"), laid("entries")), 16, "in 32 shards already, not 16"],
  ])("refuses a layout that it can't go on from: %#", (strange, shards, why) => {
    expect(() => planOf(strange, shards)).toThrow(CannotDistribute);
    expect(() => planOf(strange, shards)).toThrow(why);
  });
});

it("a database that is no cluster is told so, and stays as it is", async () => {
  const fresh = await freshDatabase();
  expect(await readLayout(fresh.database.db)).toBeNull();
  await expect(distribute(fresh.database)).rejects.toThrow(/no extension citus/);
  await lookAtCluster(fresh.database.db, (level, message) => {
    throw new Error(`${level} ${message}`);
  });
  await body(fresh.store);
  await fresh.close();
});

const GIVEN = process.env["NABAT_CONTRACT_URL"];
if (GIVEN)
  describe("the database given", () => {
    it("takes the tables with their rows, while they are written to, once", async () => {
      const given = await givenDatabase(GIVEN, { spread: false });
      const { database } = given;
      const store = postgresStore(database.db, sealerOf(new Uint8Array(32)));
      const id = await body(store);
      let size = 1;
      for (; size < 30_001; size += 500) {
        const next = group(size, 500);
        await store.ledger.append(id, { ...next, attachments: [attachment(next.entries[0]?.actId ?? id)] });
      }
      let moving = true;
      const writing = (async () => {
        while (moving) await store.ledger.append(id, group(size++, 1));
      })();
      const seen: string[] = [];
      const made = await distribute(database, { shards: 4, onProgress: (table) => void seen.push(table) });
      moving = false;
      await writing;
      expect(made.shards).toBe(4);
      expect(made.nodes.length).toBeGreaterThan(1);
      expect(made.tables.map((t) => [t.table, t.did])).toEqual([...OWN_TABLES].sort().map((t) => [t, "moved"]));
      expect((await collect(store.ledger.readEntries(id, 0, size + 10))).length).toBe(size);
      expect((await store.ledger.leaves(id)).length).toBe(size * 32);
      const again = await distribute(database);
      expect(new Set(again.tables.map((t) => t.did))).toEqual(new Set(["already"]));
      await expect(distribute(database, { shards: 5 })).rejects.toThrow(CannotDistribute);
      await given.close();
    }, 300_000);

    it("takes a later migration, and its new tables by the next run", async () => {
      const given = await givenDatabase(GIVEN);
      const { db } = given.database;
      const store = postgresStore(db, sealerOf(new Uint8Array(32)));
      const id = await body(store);
      const later = {
        id: MIGRATIONS.length + 1,
        name: "later",
        statements: [
          "create table later (body bytea not null, n bigint not null, primary key (body, n))",
          "create index later_n on later (n)",
          "alter table bodies add column later bigint not null default 7",
          "create index bodies_later on bodies (later)",
        ],
      };
      expect(await migrate(db, quiet, [...MIGRATIONS, later])).toBe(1);
      expect((await sql<{ later: number }>`select later from bodies`.execute(db)).rows).toEqual([{ later: 7 }]);
      // A table that no list names is left where it is; one that is named is laid out.
      await sql`alter table later rename to withheld_later`.execute(db);
      await sql`select undistribute_table('withheld')`.execute(db);
      const told: unknown[] = [];
      await lookAtCluster(db, (level, _, facts) => void told.push(level, facts));
      expect(told).toEqual(["warn", { tables: ["withheld"] }]);
      const made = await distribute(given.database);
      expect(made.tables.filter((t) => t.did !== "already")).toEqual([{ table: "withheld", did: "moved", rows: 0 }]);
      await store.ledger.append(id, group(1, 1, { entries: [entry()] }));
      await given.close();
    }, 120_000);
  });
