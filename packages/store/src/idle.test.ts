/** What becomes of a transaction whose process stops in the midst of it (C-8), and of one that waits for a file. */
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { body } from "./contract/fixture.ts";
import { dumpAll } from "./dump/dump.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it("frees a body's row from a process that was stopped in a transaction, no later than its lease", async () => {
  const { store, database: opened } = database;
  const one = await body(store, {}, { leaseMs: -1 });
  const stopped = await opened.pool.connect();
  await stopped.query("begin");
  await stopped.query("update bodies set size = size");
  const began = performance.now();
  // What is asked next hears nothing more from the first.
  expect(await store.leases.acquire(one, "next", 6000)).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(6000);
  stopped.release(true);
});

it("lets a backup wait for a slow disk for longer than that", async () => {
  let waited = false;
  await dumpAll(
    database.database.db,
    async () => {
      if (waited) return;
      waited = true;
      await new Promise((r) => setTimeout(r, 5500));
    },
    { at: 1 },
  );
  expect(waited).toBe(true);
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.database.db)).rows).toEqual([{ one: 1 }]);
});
