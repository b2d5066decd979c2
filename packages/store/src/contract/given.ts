/** A place of its own in a database that was made by hand: a schema, migrated, laid out where it is a cluster. */
import { randomBytes } from "node:crypto";
import { type Database, openDatabase } from "../database.ts";
import { distribute } from "../distribute/distribute.ts";
import { readLayout } from "../distribute/layout.ts";
import { makePool } from "../pool.ts";

const quiet = () => undefined;

/** Opens a fresh schema of the database at `url`; `close` drops it. `spread`: whether its tables lie in shards. */
export async function givenDatabase(
  url: string,
): Promise<{ readonly database: Database; readonly url: string; readonly spread: boolean; close(): Promise<void> }> {
  const schema = `contract_${randomBytes(5).toString("hex")}`;
  const root = makePool({ url, max: 1 }, quiet);
  await root.query(`create schema ${schema}`);
  const own = new URL(url);
  // A URL that names a socket or has options already is not what such a database is reached by.
  own.searchParams.set("options", `-c search_path=${schema},pg_catalog`);
  const database = await openDatabase({ url: own.href }, quiet, { max: 6 });
  const spread = (await readLayout(database.db)) !== null;
  if (spread) await distribute(database, { shards: 8 });
  return {
    database,
    url: own.href,
    spread,
    async close() {
      await database.close();
      await root.query(`drop schema ${schema} cascade`);
      await root.end();
    },
  };
}
