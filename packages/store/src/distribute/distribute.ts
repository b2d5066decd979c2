/**
 * Lays Nabat's tables out over a cluster of Citus, table by table, with the rows that are there. Each
 * table is a transaction of its own: what is cut short is taken up by the next run, and a run that
 * finds everything in place changes nothing. Writers wait while their table moves.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Pool, PoolClient } from "pg";
import { codeOf, translate } from "../errors.ts";
import type { Tables } from "../schema.ts";
import { readLayout, refuseCareless } from "./layout.ts";
import { ANCHOR, CannotDistribute, planOf, SHARDS, type Step } from "./plan.ts";

/** What a run did with one table. `rows` of it lie in the cluster now. */
export interface Laid {
  readonly table: string;
  readonly did: "moved" | "cleared" | "already";
  readonly rows: number;
}

/** A finished run. */
export interface Distributed {
  readonly version: string;
  readonly nodes: readonly string[];
  readonly shards: number;
  readonly tables: readonly Laid[];
}

export interface DistributeOptions {
  /** Shards of each table, where none is laid out yet; default 32. */
  readonly shards?: number;
  /** Told every second of a long move: rows copied so far, and of how many. */
  readonly onProgress?: (table: string, rows: number, of: number) => void;
}

/** Lays the tables of an open, migrated database out. Throws {@link CannotDistribute} and `LostDatabase`. */
export async function distribute(
  database: { readonly db: Kysely<Tables>; readonly pool: Pool },
  options: DistributeOptions = {},
): Promise<Distributed> {
  const { db, pool } = database;
  const before = await readLayout(db);
  if (before === null) throw await noExtension(db);
  const steps = planOf(before, options.shards);
  await refuseCareless(db);
  const client = await pool.connect().catch((error: unknown) => {
    throw translate(error);
  });
  try {
    // A large table moves for longer than any other statement may run.
    await client.query("set statement_timeout = 0");
    for (const step of steps) await take(db, client, step, options);
  } catch (error) {
    throw said(error);
  } finally {
    client.release(true);
  }
  const after = await readLayout(db);
  const left = after ? planOf(after) : steps;
  if (!after || left.length > 0)
    throw new Error(`tables are not laid out after all: ${left.map((s) => s.table).join()}`);
  const did = new Map(steps.map((s) => [s.table, s.do]));
  const tables: Laid[] = [];
  for (const { name } of after.tables) {
    const step = did.get(name);
    tables.push({
      table: name,
      did: step === "move" ? "moved" : step === "clear" ? "cleared" : "already",
      rows: await countRows(db, name),
    });
  }
  const shards = after.tables.find((t) => t.name === ANCHOR)?.spread?.shards ?? 0;
  return { version: after.version, nodes: after.nodes, shards, tables };
}

async function take(db: Kysely<Tables>, client: PoolClient, step: Step, options: DistributeOptions): Promise<void> {
  if (step.do === "move") {
    const of = options.onProgress && step.bytes > 0 ? await countRows(db, step.table) : 0;
    let moving = true;
    const watching = (async () => {
      while (moving && of > 0) {
        await sleep(1_000);
        if (moving) options.onProgress?.(step.table, await copied(db).catch(() => 0), of);
      }
    })();
    try {
      await client.query(
        step.table === ANCHOR
          ? `select create_distributed_table('${step.table}', 'body', colocate_with => 'none', shard_count => ${options.shards ?? SHARDS})`
          : `select create_distributed_table('${step.table}', 'body', colocate_with => '${ANCHOR}')`,
      );
    } finally {
      moving = false;
      await watching;
    }
  }
  // The copy leaves the rows of before on the disk of the node that was asked.
  if (step.bytes > 0) await client.query(`select truncate_local_data_after_distributing_table('${step.table}')`);
}

/** Rows that the nodes have taken in of the move that runs now. */
async function copied(db: Kysely<Tables>): Promise<number> {
  const found = await sql<{
    n: number;
  }>`select coalesce(sum(result::bigint), 0)::bigint as n from run_command_on_all_nodes(
    'select coalesce(sum(tuples_processed), 0) from pg_stat_progress_copy where command = ''COPY FROM''') as r
    where r.success`.execute(db);
  return found.rows[0]?.n ?? 0;
}

async function countRows(db: Kysely<Tables>, table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return found.rows[0]?.n ?? 0;
}

async function noExtension(db: Kysely<Tables>): Promise<CannotDistribute> {
  const found = await sql`select 1 from pg_available_extensions where name = 'citus'`.execute(db);
  return found.rows.length > 0
    ? new CannotDistribute(
        "The extension citus is not in this database.",
        "Let a superuser run `create extension citus` on every node and add the workers, then try again.",
      )
    : new CannotDistribute(
        "This PostgreSQL has no extension citus: it is one machine, and its tables stay where they are.",
        "Nothing needs doing. To spread them, move to a cluster by `nabat backup` and `nabat restore`.",
      );
}

/** Missing rights and settings as sentences; a lost database as its fault; a bug stays a bug. */
function said(error: unknown): unknown {
  if (codeOf(error) !== "42501") return translate(error);
  return new CannotDistribute(
    `The database's user may not do this: ${(error as Error).message}.`,
    "Run it as the owner of the tables, who needs an account on every node.",
  );
}
