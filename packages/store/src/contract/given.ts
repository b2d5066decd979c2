/** A place of its own in a database that was made by hand: a schema, migrated, laid out where it is a cluster. */
import { randomBytes } from "node:crypto";
import { type Database, openDatabase } from "../database.ts";
import { distribute } from "../distribute/distribute.ts";
import { readLayout } from "../distribute/layout.ts";
import { makePool } from "../pool.ts";

const quiet = () => undefined;

/** Opens a fresh schema of the database at `url`; `close` drops it. `spread` false: its tables stay on one node. */
export async function givenDatabase(
  url: string,
  options: { readonly spread?: boolean } = {},
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const schema = `contract_${randomBytes(5).toString("hex")}`;
  const root = makePool({ url, max: 1 }, quiet);
  await root.query(`create schema ${schema}`);
  const own = new URL(url);
  own.searchParams.set("options", `-c search_path=${schema},pg_catalog`);
  const database = await openDatabase({ url: own.href }, quiet, { max: 6 });
  if (options.spread !== false && (await readLayout(database.db)) !== null) await distribute(database, { shards: 8 });
  return {
    database,
    async close() {
      await database.close();
      await root.query(`drop schema ${schema} cascade`);
      await root.end();
    },
  };
}
