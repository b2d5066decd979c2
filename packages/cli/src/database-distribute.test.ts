/** `nabat database distribute` where there is no cluster: sentences and statuses. A real cluster was tried by hand. */
import { freshDatabase, type TestDatabase } from "@nabat/testkit/database.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Io } from "./io.ts";
import { run } from "./main.ts";

let fresh: TestDatabase;
const role = `stranger_${process.pid}`;
beforeAll(async () => {
  fresh = await freshDatabase();
  await sql.raw(`create role ${role} login`).execute(fresh.database.db);
});
afterAll(async () => {
  await sql.raw(`drop role ${role}`).execute(fresh.database.db);
  await fresh.close();
});

async function distribute(argv: string[], env: NodeJS.ProcessEnv = {}) {
  let out = "";
  let err = "";
  const io: Io = { out: (t) => (out += t), err: (t) => (err += t), watched: false, env };
  const status = await run(["database", "distribute", ...argv], io);
  return { status, out, err };
}

it("says that a database is no cluster, and leaves it as it is", async () => {
  const said = await distribute([], { DATABASE_URL: fresh.url });
  expect(said).toMatchObject({ status: 1, out: "" });
  expect(said.err).toMatch(/no extension citus.*stay where they are/);
  const inJson = await distribute(["--database-url", fresh.url, "--json", "--shards", "8"]);
  expect([inJson.status, JSON.parse(inJson.out)]).toEqual([1, { ok: false, error: said.err.trim() }]);
});

it.each([
  [[], /--database-url or DATABASE_URL/],
  [["--database-url", "postgres://x/y", "--shards", "0"], /whole number from 1 to 1024/],
  [["--database-url", "postgres://x/y", "--shards", "1e2"], /whole number/],
  [["--database-url", "postgres://x/y", "--shard"], /no option --shard/],
])("is asked wrongly: %j", async (argv, why) => {
  const said = await distribute(argv);
  expect([said.status, said.err]).toEqual([2, expect.stringMatching(why)]);
});

it.each([
  ["a database that isn't there", (url: URL) => void (url.pathname = "/nowhere"), /database "nowhere" does not exist/],
  ["a user that isn't there", (url: URL) => void (url.username = "nobody_here"), /nobody_here/],
  ["a user without rights", (url: URL) => void (url.username = role), /permission denied/],
])("%s: a sentence, not a fault of Nabat's", async (_, change, why) => {
  const url = new URL(fresh.url.replace("@/", "@localhost/"));
  change(url);
  const said = await distribute(["--database-url", url.href]);
  expect([said.status, said.err]).toEqual([1, expect.stringMatching(why)]);
  expect(said.err).toMatch(/^The database refuses: .*Check user, password and name in DATABASE_URL/);
});
