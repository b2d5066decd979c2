/**
 * `nabat database distribute`: lays a server's tables out over a cluster of Citus, with the rows that
 * are there. Run it once when the cluster is new, and after each new version of Nabat. Run again, it
 * changes nothing.
 */
import { distribute, type Laid, openDatabase } from "@nabat/store";
import { DONE, type Io, json, UsageError } from "../io.ts";
import { progress } from "../progress.ts";

export interface DistributeFlags {
  readonly databaseUrl?: string;
  readonly shards?: string;
  readonly json?: boolean;
}

/** Most shards that the command lays a table in. */
const MOST_SHARDS = 1_024;

/** Runs the command; gives the exit status. */
export async function runDistribute(flags: DistributeFlags, io: Io): Promise<number> {
  const url = flags.databaseUrl ?? io.env["DATABASE_URL"];
  if (!url) throw new UsageError("usage-whose-tables");
  const shards = flags.shards === undefined ? undefined : shardsOf(flags.shards);
  const database = await openDatabase({ url }, (level, message) => {
    // What is only worth a warning, this very command is about to mend.
    if (level === "error") io.err(`${message}\n`);
  });
  let moving: { readonly table: string; readonly shown: ReturnType<typeof progress> } | undefined;
  try {
    const made = await distribute(database, {
      ...(shards === undefined ? {} : { shards }),
      onProgress: (table, rows, of) => {
        if (moving?.table !== table) {
          moving?.shown.end();
          moving = { table, shown: progress(io, `${table}, rows moved`) };
        }
        moving.shown.report(rows, of);
      },
    });
    moving?.shown.end();
    if (flags.json) io.out(json({ ok: true, ...made }));
    else {
      for (const laid of made.tables) io.out(`${laid.table}: ${sentence(laid)}\n`);
      io.out(`${made.shards} shards on ${made.nodes.join(", ")} (Citus ${made.version})\n`);
    }
    return DONE;
  } finally {
    await database.close();
  }
}

function sentence({ did, rows }: Laid): string {
  if (did === "already") return `laid out already, ${rows} rows`;
  return did === "moved" ? `laid out, ${rows} rows moved` : `laid out, what an earlier move left behind cleared away`;
}

function shardsOf(text: string): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < 1 || n > MOST_SHARDS)
    throw new UsageError("usage-shards", { most: String(MOST_SHARDS) });
  return n;
}
