/**
 * The pool of connections: how values come back (bytea as Uint8Array, bigint as a safe integer, in
 * binary where that is cheaper), what every session is set to, and the listener without which a
 * restart of the server would end Node.
 */
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import pg from "pg";
import type { Log } from "./ports.ts";
import type { Tables } from "./schema.ts";

const INT8 = 20;
const BYTEA = 17;
const NUMERIC = 1700;

/** Column parsers. Integers beyond 2^53 throw: nothing here is that large. */
export const TYPES = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (oid === INT8 || oid === NUMERIC) return safeInteger;
      if (oid === BYTEA) return byteaOfText;
    }
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

function safeInteger(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${text}`);
  return n;
}

function byteaOfText(text: string): Uint8Array {
  // `\x…` is the only output format since PostgreSQL 9.
  const bytes = Buffer.from(text.slice(2), "hex");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * How long a transaction may lie idle. Where several processes may share the database, one that is stopped or cut
 * off in the midst of a transaction holds its rows for so long: less than its lease lasts, so that whoever takes
 * over waits no longer for the rows than for the lease (C-8).
 */
const IDLE = { alone: "60s", shared: "5s" } as const;
/** The same for transactions that wait for a file by design. */
export const IDLE_FOR_FILES = "10min";

/** What a connection needs to know. `max`: connections at most. */
export interface PoolOptions {
  readonly url?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
  readonly max?: number;
  /** Named in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/** Makes the pool. It connects on demand, so a server that restarts is found again. */
export function makePool(options: PoolOptions, log: Log): pg.Pool {
  const { url, host, port, user, database } = options;
  const pool = new pg.Pool({
    ...(url === undefined ? { host, port, user, database } : { connectionString: url }),
    max: options.max ?? 10,
    application_name: options.applicationName ?? "nabat",
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    types: TYPES,
    onConnect: ((client: pg.ClientBase) =>
      prepareSession(client, url === undefined ? IDLE.alone : IDLE.shared)) as unknown as (
      client: pg.ClientBase,
    ) => void,
  });
  pool.on("error", (error) => log("warn", "a database connection was lost", { error: error.message }));
  return pool;
}

/** Durable commits whatever the server's default; no statement or open transaction hangs for ever. */
async function prepareSession(client: pg.ClientBase, idle: string): Promise<void> {
  // The pool listens only while a connection is idle; one that dies in use between two statements of
  // a transaction would end Node. Whoever uses it learns it from the next statement.
  client.on("error", () => undefined);
  await client.query("set synchronous_commit = on");
  await client.query("set statement_timeout = '120s'");
  await client.query(`set idle_in_transaction_session_timeout = '${idle}'`);
}

/** Kysely over a pool (or a test's wrapper of one). Ending it ends the pool. */
export function kyselyOver(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
