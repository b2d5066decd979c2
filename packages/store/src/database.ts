/**
 * Opening the database: the embedded server of a data folder, or any PostgreSQL by URL. Both give
 * the same thing: a migrated database behind Kysely. With a data folder this process is alone, so
 * leases left by a killed predecessor are freed at once.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import { lookAtCluster } from "./distribute/layout.ts";
import type { ClusterOptions } from "./embedded/cluster.ts";
import { lockFolder } from "./embedded/folder-lock.ts";
import { guardedPool, RESERVE_BYTES } from "./embedded/guard.ts";
import { holdInstance } from "./embedded/instance.ts";
import { keepRunning } from "./embedded/keep-running.ts";
import { codeOf, DiskFull, NotWritable, SecondServer, type StoreFault } from "./errors.ts";
import { MIGRATIONS, migrate } from "./migrations/migrate.ts";
import type { Log } from "./ports.ts";
import { freeAllLeases } from "./postgres/leases.ts";
import { kyselyOver, makePool } from "./pool.ts";
import type { Tables } from "./schema.ts";

/** Where the database is. The options besides `dataDir` are for tests. `reserveBytes`: free bytes below which nothing is written. */
export type Place = (ClusterOptions & { readonly reserveBytes?: number }) | { readonly url: string };

export interface OpenOptions {
  /** Connections at most; default 10. */
  readonly max?: number;
  readonly applicationName?: string;
  /** Told once if this process must stop: the data folder was taken over, or the server can't be brought back. */
  readonly onLost?: (fault: StoreFault) => void;
}

/** Where an open database is reached by another thread of the same process. Plain, so that it can be sent there. */
export type Connection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly dataDir: string;
      readonly reserveBytes: number;
    };

/** An open, migrated database. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly pool: Pool;
  /** Where it is, without secrets, for the log and the health page. */
  readonly place: string;
  readonly connection: Connection;
  /** Major version of the server, as it says itself. */
  readonly server: string;
  /** Ends connections and an embedded server. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the database and brings it to the present version. Throws `SecondServer`, `NotWritable`,
 * `DiskFull`, `UnsupportedPlatform`, `DatabaseFailed`, `LostDatabase`, `NewerSchema`, `NotLetIn`, `CarelessNodes`.
 */
export async function openDatabase(place: Place, log: Log, options: OpenOptions = {}): Promise<Database> {
  return "url" in place ? await openByUrl(place.url, log, options) : await openEmbedded(place, log, options);
}

async function openByUrl(url: string, log: Log, options: OpenOptions): Promise<Database> {
  const pool = makePool({ ...options, url }, log);
  const db = kyselyOver(pool);
  try {
    await migrate(db, log, MIGRATIONS);
    await lookAtCluster(db, log);
    return {
      db,
      pool,
      place: withoutSecrets(url),
      connection: { url },
      server: await serverVersion(pool),
      close: once(() => db.destroy()),
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openEmbedded(options: Exclude<Place, { url: string }>, log: Log, open: OpenOptions): Promise<Database> {
  const dataDir = resolve(options.dataDir);
  makeWritable(dataDir);
  const undo: (() => Promise<void>)[] = [];
  const unwind = once(async () => {
    while (undo.length > 0) await undo.pop()?.();
  });
  const onLost = open.onLost ?? ((fault) => log("error", fault.message, { advice: fault.advice }));
  try {
    const lock = await lockFolder(dataDir);
    undo.push(() => lock.release());
    const server = await keepRunning({ ...options, dataDir }, log, onLost);
    let mine = true;
    undo.push(() => (mine ? server.stop() : server.leave()));
    const { host, port, user, database } = server.now();
    const pool = makePool({ host, port, user, database, max: open.max, applicationName: open.applicationName }, log);
    const reserveBytes = options.reserveBytes ?? RESERVE_BYTES;
    const db = kyselyOver(guardedPool(pool, dataDir, reserveBytes, () => server.trouble()));
    undo.push(() => db.destroy());
    const instance = await holdInstance(db, dataDir, onLost).catch((error: unknown) => {
      // The running server is another's after all: it must not be stopped under them.
      mine = !(error instanceof SecondServer);
      throw error;
    });
    undo.push(() => instance.release());
    await migrate(db, log, MIGRATIONS);
    await freeAllLeases(db);
    const connection = { host, port, user, database, dataDir, reserveBytes };
    return { db, pool, place: dataDir, connection, server: await serverVersion(pool), close: unwind };
  } catch (error) {
    await unwind();
    throw error;
  }
}

/** Further connections to a database that this process has open already. End them before it is closed. */
export function attachDatabase(to: Connection, log: Log, max = 1): Pick<Database, "db" | "close"> {
  const pool = makePool({ ...to, max, applicationName: "nabat-beside" }, log);
  const db = kyselyOver("url" in to ? pool : guardedPool(pool, to.dataDir, to.reserveBytes, () => null));
  return { db, close: once(() => db.destroy()) };
}

function makeWritable(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "nabat\n");
    rmSync(probe);
  } catch (error) {
    if (codeOf(error) === "ENOSPC") throw new DiskFull(dataDir, error);
    if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(codeOf(error)))
      throw new NotWritable(dataDir, error);
    throw error;
  }
}

async function serverVersion(pool: Pool): Promise<string> {
  const found = await pool.query<{ server_version: string }>("show server_version");
  return found.rows[0]?.server_version ?? "unknown";
}

function withoutSecrets(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `postgres://${hostname}${port ? `:${port}` : ""}${pathname}`;
  } catch {
    return "postgres (by URL)";
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let ran: Promise<void> | undefined;
  return () => (ran ??= run());
}
