/**
 * A backup of a whole clerk as one stream of JSON lines: a header, a line a row, and an end line with
 * the number of rows and the SHA-256 of everything before it, so that a cut or altered copy is
 * noticed. Secrets go out sealed as they are kept: a backup without the key file signs nothing.
 *
 *   {"nabat":"backup","version":1,"schema":2,"at":…}
 *   ["entries",["<body>",0,"<act id>","found",…]]
 *   {"end":true,"rows":N,"sha256":"…"}
 */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { readLayout } from "../distribute/layout.ts";
import { MIGRATIONS } from "../migrations/migrate.ts";
import type { Tables } from "../schema.ts";
import { IDLE_FOR_FILES } from "../pool.ts";
import { repeat } from "../transact.ts";
import { DUMPED, type DumpedTable, toLine } from "./tables.ts";

/** Version of the framing. */
export const BACKUP_VERSION = 1;

/** Bytes gathered before they are handed on. */
const CHUNK = 1 << 18;

export interface DumpOptions {
  /** Time of the backup, milliseconds. */
  readonly at: number;
  /** Told after each batch: the table and rows so far. */
  readonly onProgress?: (table: string, rows: number) => void;
}

/**
 * Writes everything of the clerk as of one moment (one read-only snapshot of the database; writers go
 * on meanwhile); over a cluster, as of one moment of each node, and so of each body. `write` is awaited, so a slow target slows the reading. Returns the rows written.
 */
export async function dumpAll(
  db: Kysely<Tables>,
  write: (chunk: Uint8Array) => Promise<void> | void,
  options: DumpOptions,
): Promise<number> {
  return await repeat(() =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (tx) => {
        // A slow disk or stick on the other side must not end it.
        await sql`set local idle_in_transaction_session_timeout = ${sql.lit(IDLE_FOR_FILES)}`.execute(tx);
        // A cluster's node takes its snapshot with the first statement of a connection to it. The first
        // statement here goes to every node; one connection each, so that all of a body is read by one.
        if (await readLayout(tx)) await sql`set local citus.max_adaptive_executor_pool_size = 1`.execute(tx);
        const hash = createHash("sha256");
        let waiting = "";
        let rows = 0;
        const flush = async () => {
          const chunk = Buffer.from(waiting);
          waiting = "";
          hash.update(chunk);
          await write(chunk);
        };
        const line = async (value: unknown) => {
          waiting += `${JSON.stringify(value)}\n`;
          if (waiting.length >= CHUNK) await flush();
        };
        await line({ nabat: "backup", version: BACKUP_VERSION, schema: MIGRATIONS.length, at: options.at });
        for (const table of DUMPED) {
          for await (const row of rowsOf(tx, table)) {
            await line([table.name, Object.entries(table.columns).map(([name, type]) => toLine(type, row[name]))]);
            if (++rows % table.batch === 0) options.onProgress?.(table.name, rows);
          }
        }
        await flush();
        await write(Buffer.from(`${JSON.stringify({ end: true, rows, sha256: hash.digest("hex") })}\n`));
        return rows;
      }),
  );
}

async function* rowsOf(tx: Kysely<Tables>, table: DumpedTable): AsyncGenerator<Record<string, unknown>> {
  const key = sql.join(table.key.map((name) => sql.ref(name)));
  const columns = sql.join(Object.keys(table.columns).map((name) => sql.ref(name)));
  let last: Record<string, unknown> | undefined;
  for (;;) {
    const at = last;
    const after = at ? sql`where (${key}) > (${sql.join(table.key.map((name) => at[name]))})` : sql``;
    const found = await sql<
      Record<string, unknown>
    >`select ${columns} from ${sql.table(table.name)} ${after} order by ${key} limit ${table.batch}`.execute(tx);
    yield* found.rows;
    if (found.rows.length < table.batch) return;
    last = found.rows.at(-1);
  }
}
