/**
 * The store's contract on the embedded server, the same with random 40001, and on Debian's PostgreSQL by
 * URL. With NABAT_CONTRACT_URL also on that database: each part in a schema of its own, its tables laid
 * out where it is a cluster (docs/decisions/store-distributed.md).
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase, socketUrl } from "@nabat/testkit/database.ts";
import { afterAll, expect, it } from "vitest";
import { storeContract } from "./contract/mod.ts";
import { givenDatabase } from "./contract/given.ts";
import { openDatabase } from "./database.ts";
import { binariesIn } from "./embedded/binaries.ts";
import { type Cluster, startCluster } from "./embedded/cluster.ts";
import { flakyPool } from "./flaky.ts";
import { kyselyOver } from "./pool.ts";
import { sealerOf } from "./seal.ts";
import { postgresStore } from "./store.ts";

const quiet = () => undefined;
const sealer = sealerOf(new Uint8Array(32).fill(1));

storeContract({
  name: "the embedded server",
  open: async () => {
    const fresh = await freshDatabase();
    return { store: fresh.store, close: () => fresh.close() };
  },
});

let madeUp = 0;
storeContract({
  name: "a server that often says 40001",
  open: async () => {
    const fresh = await freshDatabase();
    let seed = 20_261_123;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const flaky = flakyPool(fresh.database.pool, { rate: 0.1, random });
    const store = postgresStore(kyselyOver(flaky), sealer);
    return {
      store,
      close: async () => {
        madeUp += flaky.failures();
        await fresh.close();
      },
    };
  },
});
it("did say 40001", () => expect(madeUp).toBeGreaterThan(20));

/** Debian's server: installed if it may be, else a sentence, never silence. */
function debianBinaries(): string {
  const find = () =>
    (existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [])
      .filter((v) => Number(v) >= 15 && existsSync(`/usr/lib/postgresql/${v}/bin/postgres`))
      .sort((a, b) => Number(b) - Number(a))
      .map((v) => `/usr/lib/postgresql/${v}/bin`)[0];
  const there = find();
  if (there) return there;
  try {
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"], {
      stdio: "ignore",
      timeout: 240_000,
    });
  } catch {
    // Told below.
  }
  const installed = find();
  if (!installed)
    throw new Error(
      "These tests need Debian's PostgreSQL (15 or later): run `apt-get install postgresql` and try again.",
    );
  return installed;
}

let debian: Promise<{ folder: string; cluster: Cluster }> | undefined;
let databases = 0;
function debianServer() {
  return (debian ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabat-debian-"));
    return {
      folder,
      cluster: await startCluster({ dataDir: folder, fsync: false, binaries: binariesIn(debianBinaries()) }, quiet),
    };
  })());
}
storeContract({
  name: "Debian's PostgreSQL by URL",
  open: async () => {
    const { cluster } = await debianServer();
    const name = `contract_${databases++}`;
    const root = await openDatabase({ url: socketUrl(cluster, cluster.database) }, quiet, { max: 1 });
    await root.pool.query(`create database ${name}`);
    await root.close();
    const database = await openDatabase({ url: socketUrl(cluster, name) }, quiet, { max: 6 });
    return { store: postgresStore(database.db, sealer), close: () => database.close() };
  },
});

const GIVEN = process.env["NABAT_CONTRACT_URL"];
if (GIVEN)
  storeContract({
    name: "the database given",
    open: async () => {
      const given = await givenDatabase(GIVEN);
      return { store: postgresStore(given.database.db, sealer), close: () => given.close() };
    },
  });
afterAll(async () => {
  const started = await debian;
  await started?.cluster.stop();
  if (started) rmSync(started.folder, { recursive: true, force: true });
});
