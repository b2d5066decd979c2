/**
 * The database server of a test run: one embedded PostgreSQL (fsync off, thrown away afterwards) for
 * all test processes of this checkout. It hands its address to whoever connects to its control
 * socket, and ends ten seconds after the last of them has gone, however they went.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCluster } from "@nabat/store/embedded/cluster.ts";
import { lockFolder } from "@nabat/store/embedded/folder-lock.ts";
import { MIGRATIONS, migrate } from "@nabat/store/migrations/migrate.ts";
import { kyselyOver, makePool } from "@nabat/store/pool.ts";
import { SecondServer } from "@nabat/store";

const IDLE_MS = 10_000;
export const TEMPLATE = "nabat_template";

/** What a client is told: where the server listens. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** The folder of this checkout's test server. */
export function serverFolder(): string {
  const hash = createHash("sha256")
    .update(import.meta.url)
    .digest("hex")
    .slice(0, 10);
  return join(tmpdir(), `nabat-test-${process.getuid?.() ?? 0}-${hash}`);
}

/** Starts the server, serves its address, and returns once it has ended. A second one ends at once. */
export async function serve(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let lock;
  try {
    lock = await lockFolder(folder);
  } catch (error) {
    if (error instanceof SecondServer) return;
    throw error;
  }
  const data = join(folder, "data");
  const quiet = () => undefined;
  try {
    rmSync(join(folder, "control"), { force: true });
    // A cluster left by a killed run goes, with what its tests wrote.
    await throwAway(data);
    const cluster = await startCluster({ dataDir: data, fsync: false, maxConnections: 300 }, quiet);
    const address: ServerAddress = { host: cluster.host, port: cluster.port, user: cluster.user };
    await makeTemplate(address);
    await untilIdle(join(folder, "control"), `${JSON.stringify(address)}\n`);
    await cluster.stop(3_000);
  } finally {
    rmSync(data, { recursive: true, force: true });
    await lock.release();
  }
}

async function throwAway(data: string): Promise<void> {
  if (existsSync(join(data, "pg", "postmaster.pid"))) {
    const left = await startCluster({ dataDir: data, fsync: false }, () => undefined);
    await left.stop(3_000);
  }
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
}

async function makeTemplate(address: ServerAddress): Promise<void> {
  const root = makePool({ ...address, database: "postgres", max: 1 }, () => undefined);
  await root.query(`create database ${TEMPLATE}`);
  await root.end();
  const db = kyselyOver(makePool({ ...address, database: TEMPLATE, max: 1 }, () => undefined));
  await migrate(db, () => undefined, MIGRATIONS);
  await db.destroy();
}

function untilIdle(path: string, greeting: string): Promise<void> {
  return new Promise((done, fail) => {
    const clients = new Set<Socket>();
    let idle: NodeJS.Timeout;
    const server = createServer((client) => {
      clearTimeout(idle);
      clients.add(client);
      client.on("error", () => undefined);
      client.resume();
      client.once("close", () => {
        clients.delete(client);
        if (clients.size === 0) wait();
      });
      client.write(greeting);
    });
    const wait = () => {
      clearTimeout(idle);
      idle = setTimeout(() => server.close(() => done()), IDLE_MS);
    };
    server.once("error", fail);
    server.listen(path, wait);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(serverFolder());
