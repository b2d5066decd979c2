/**
 * Databases for tests: `freshDatabase()` gives an empty, migrated database of its own on the run's
 * one server (database-server.ts), which starts by itself and ends by itself. Real PostgreSQL, not
 * an imitation; only its fsync is off. Import it by path (`@nabat/testkit/database.ts`): tests of the
 * pure packages need no database and should not load one.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Database, openDatabase, postgresStore, type Sealer, sealerOf, type Store } from "@nabat/store";
import { makePool } from "@nabat/store/pool.ts";
import { type ServerAddress, serverFolder, TEMPLATE } from "./database-server.ts";

/** An empty, migrated database with a store over it. */
export interface TestDatabase {
  /** For whatever wants to open it itself (`DATABASE_URL`). */
  readonly url: string;
  readonly database: Database;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Ends its connections and drops it. */
  close(): Promise<void>;
}

const quiet = () => undefined;
let address: Promise<ServerAddress> | undefined;

/** The run's server; started where none runs. It stays while this process lives. */
export function testServer(): Promise<ServerAddress> {
  return (address ??= reach());
}

async function reach(): Promise<ServerAddress> {
  const control = join(serverFolder(), "control");
  const since = Date.now();
  // One at a time: on a busy machine a start takes long, and more of them make it longer. One that found
  // another at work ends at once; then that one is asked again.
  let starting: ChildProcess | undefined;
  while (Date.now() - since < 180_000) {
    const found = await greet(control);
    if (found) return found;
    if (!starting || starting.exitCode !== null || starting.signalCode !== null) {
      if (starting) await sleep(500);
      starting = launch();
    }
    await sleep(50);
  }
  throw new Error("the database server for tests did not start");
}

function launch(): ChildProcess {
  const server = fileURLToPath(new URL("./database-server.ts", import.meta.url));
  mkdirSync(serverFolder(), { recursive: true, mode: 0o700 });
  // A file, not our own output: whoever waits for a test's output to end would wait for the server.
  const log = openSync(join(serverFolder(), "server.log"), "a");
  const child = spawn(process.execPath, ["--import", "tsx", server], {
    cwd: dirname(server),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

/** Reads the address; the open connection tells the server that someone is here. */
function greet(control: string): Promise<ServerAddress | null> {
  return new Promise((done) => {
    let said = "";
    const socket = connect(control);
    socket.setEncoding("utf8");
    socket.on("error", () => done(null));
    socket.on("close", () => done(null));
    socket.on("data", (chunk) => {
      said += chunk;
      if (!said.endsWith("\n")) return;
      socket.unref();
      done(JSON.parse(said) as ServerAddress);
    });
  });
}

/** A `postgres://` URL of a database on a server that listens on a socket. */
export function socketUrl(at: ServerAddress, database: string): string {
  return `postgres://${at.user}@/${database}?host=${encodeURIComponent(at.host)}&port=${at.port}`;
}

/** Makes a database from the migrated template, opens it, and composes a store over it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const at = await testServer();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(at, `create database ${name} template ${TEMPLATE}`);
  const url = socketUrl(at, name);
  const database = await openDatabase({ url }, quiet, { max: 6, applicationName: "nabat-test" });
  const sealer = sealerOf(new Uint8Array(32).fill(7));
  return {
    url,
    database,
    store: postgresStore(database.db, sealer),
    sealer,
    async close() {
      await database.close();
      await asAdmin(at, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(at: ServerAddress, statement: string): Promise<void> {
  const pool = makePool({ ...at, database: "postgres", max: 1, applicationName: "nabat-test" }, quiet);
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}
