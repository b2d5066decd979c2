/**
 * The row that says which Nabat server uses an embedded database: the second guard beside the
 * folder's lock file. It names the process and expires; whoever finds it taken from them must stop.
 */
import { type Kysely, sql } from "kysely";
import { SecondServer } from "../errors.ts";
import { nowMs } from "../postgres/clock.ts";
import { repeat } from "../transact.ts";
import { judge, parseProcess, processText, thisProcess } from "./process-id.ts";

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/** The table; made at open, outside the migrations, as it guards them too. */
export const INSTANCE_TABLE = `create table if not exists instance (
  body bytea not null,
  holder text not null,
  expires bigint not null,
  primary key (body)
)`;

/** A held row. */
export interface Instance {
  release(): Promise<void>;
}

/** Takes the row. Throws `SecondServer` where a living other holds it. `onLost` is told if it is taken away later. */
export async function holdInstance<T>(
  db: Kysely<T>,
  dataDir: string,
  onLost: (error: SecondServer) => void,
): Promise<Instance> {
  const mine = processText(thisProcess());
  await repeat(() => sql.raw(INSTANCE_TABLE).execute(db));
  await repeat(() =>
    sql`insert into instance (body, holder, expires) values (''::bytea, '', 0) on conflict do nothing`.execute(db),
  );
  const found = (
    await repeat(() =>
      sql<{
        holder: string;
        live: boolean;
      }>`select holder, expires > ${nowMs} as live from instance where body = ''::bytea`.execute(db),
    )
  ).rows[0];
  const holder = found?.holder ?? "";
  const other = parseProcess(holder);
  // The folder's lock was won before: a foreign holder has been silent long enough already.
  const living = found?.live === true && other !== null && judge(other) === "alive";
  const taken = living ? null : await write(db, mine, holder);
  if (taken !== 1n) throw new SecondServer(dataDir, `process ${other?.pid ?? "unknown"}`);
  const renewing = setInterval(() => {
    write(db, mine, mine).then(
      (rows) => rows === 1n || onLost(new SecondServer(dataDir, "it has taken over")),
      // An unreachable database is told elsewhere; the row is tried again.
      () => undefined,
    );
  }, RENEW_MS);
  renewing.unref();
  return {
    async release() {
      clearInterval(renewing);
      await repeat(() =>
        sql`update instance set holder = '', expires = 0 where body = ''::bytea and holder = ${mine}`.execute(db),
      ).catch(() => undefined);
    },
  };
}

async function write<T>(db: Kysely<T>, holder: string, from: string): Promise<bigint | undefined> {
  const done = await repeat(() =>
    sql`update instance set holder = ${holder}, expires = ${nowMs} + ${LEASE_MS} where body = ''::bytea and holder = ${from}`.execute(
      db,
    ),
  );
  return done.numAffectedRows;
}
