/**
 * A node of a cluster is lost: the errors are those that Citus 13.2.2 gave when a worker was killed (its
 * source names the rest), thrown by the driver over a real database. No cluster is made up here: what one
 * does was tried by hand (docs/decisions/store-distributed.md).
 */
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { body, group } from "../contract/fixture.ts";
import { LostDatabase, translate } from "../errors.ts";
import { type Loss, losingPool } from "../flaky.ts";
import { kyselyOver } from "../pool.ts";
import type { Store } from "../ports.ts";
import { postgresStore } from "../store.ts";

let fresh: TestDatabase;
let losses: Loss[] = [];
let store: Store;
beforeAll(async () => {
  fresh = await freshDatabase();
  const pool = losingPool(fresh.database.pool, new Proxy([], { get: (_, key) => Reflect.get(losses, key, losses) }));
  store = postgresStore(kyselyOver(pool), fresh.sealer);
});
afterAll(() => fresh.close());

async function losing<T>(loss: Loss, run: () => Promise<T>): Promise<T> {
  losses = [loss];
  try {
    return await run();
  } finally {
    losses = [];
  }
}

const GONE = {
  code: "08006",
  message:
    "connection to the remote node n@10.0.0.2:5432 failed with the following error: server closed the connection",
};

it.each([
  ["08006", "connection to the remote node n@10.0.0.2:5432 failed with the following error: connection not open"],
  ["08006", "could not establish any connections to the node 10.0.0.2:5432 after 30000 ms"],
  ["XX000", "could not commit transaction for shard 102028 on at least one active node"],
  ["XX000", "failure on connection marked as essential: 10.0.0.2:5432"],
  ["58030", "failed to COPY to shard 102008 on 10.0.0.2:5432"],
  ["58030", "failed to complete COPY on 10.0.0.2:5432"],
  ["57P01", "terminating connection due to administrator command"],
  ["57P03", "the database system is starting up"],
])("%s, %s: the database is lost", (code, message) =>
  expect(translate(Object.assign(new Error(message), { code }))).toBeInstanceOf(LostDatabase),
);

it.each([
  ["XX000", "cache lookup failed for relation 1"],
  ["58030", "could not read block 1"],
  ["0A000", "functions used in UPDATE queries on distributed tables must not be VOLATILE"],
  ["23505", "duplicate key value violates unique constraint"],
])("%s, %s: another error stays what it is", (code, message) => {
  const error = Object.assign(new Error(message), { code });
  expect(translate(error)).toBe(error);
});

it("a commit that isn't answered leaves it open whether it stands; the head says", async () => {
  const id = await body(store);
  const lost = {
    of: (s: string) => s === "commit",
    code: "XX000",
    message: "could not commit transaction for shard 1 on at least one active node",
  };
  await expect(losing({ ...lost, done: true }, () => store.ledger.append(id, group(1, 2)))).rejects.toThrow(
    LostDatabase,
  );
  expect((await store.ledger.head(id))?.size).toBe(3);
  await expect(losing(lost, () => store.ledger.append(id, group(3, 2)))).rejects.toThrow(LostDatabase);
  expect((await store.ledger.head(id))?.size).toBe(3);
  await store.ledger.append(id, group(3, 1));
});

it("leases whose rows lie on other nodes don't lapse with the lost one", async () => {
  const mine = [await body(store, { holder: "h" }), await body(store, { holder: "h" })];
  const away = await body(store, { holder: "h" });
  const taken = await body(store, { holder: "other" });
  const every = { ...GONE, of: (s: string) => s.startsWith("update bodies") && !s.includes("where body =") };
  await expect(losing(every, () => store.leases.renewAll("h", 60_000))).rejects.toThrow(LostDatabase);
  const held = await losing(every, () => store.leases.renewAll("h", 90_000, [...mine, taken]));
  expect(held.sort()).toEqual([...mine].sort());
  const until = async (id: (typeof mine)[0]) => (await store.leases.holder(id))?.expires ?? 0;
  expect((await until(mine[0] ?? away)) - (await until(away))).toBeGreaterThan(20_000);
  const all = { ...GONE, of: (s: string) => s.startsWith("update bodies") };
  await expect(losing(all, () => store.leases.renewAll("h", 60_000, mine))).rejects.toThrow(LostDatabase);
  // A bug is not taken for a lost node.
  const bug = { code: "42601", message: "syntax error", of: every.of };
  await expect(losing(bug, () => store.leases.renewAll("h", 60_000, mine))).rejects.toThrow("syntax error");
});
