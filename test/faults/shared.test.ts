/**
 * Debian's PostgreSQL by DATABASE_URL under whole servers, and two of them on one database: one keeps a
 * record, the other says so (C-2) and takes over when the first is gone, with the same key.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binariesIn } from "@nabat/store/embedded/binaries.ts";
import { startCluster } from "@nabat/store/embedded/cluster.ts";
import { openDatabase } from "@nabat/store";
import { socketUrl } from "@nabat/testkit/database.ts";
import { type ClerkProcess, startClerk } from "@nabat/testkit/process.ts";
import { sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import { ask, assembly, clientOf } from "./hall.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-shared-"));
const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  while (undo.length > 0) await undo.pop()?.();
  rmSync(folder, { recursive: true, force: true });
});

/** Where Debian keeps its newest PostgreSQL. */
function debian(): string {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const newest = versions.filter((v) => Number(v) >= 15).sort((a, b) => Number(b) - Number(a))[0];
  if (!newest)
    throw new Error(
      "This test needs Debian's PostgreSQL (15 or later): run `apt-get install postgresql` and try again.",
    );
  return `/usr/lib/postgresql/${newest}/bin`;
}

it("C-2: of two servers on one database one keeps a record; the other takes over after it was killed", async () => {
  mkdirSync(join(folder, "cluster"));
  const cluster = await startCluster(
    { dataDir: join(folder, "cluster"), fsync: false, binaries: binariesIn(debian()) },
    () => undefined,
  );
  undo.push(() => cluster.stop());
  const url = socketUrl(cluster, cluster.database);
  const start = async (): Promise<ClerkProcess> => {
    const clerk = await startClerk(join(folder, "data"), { DATABASE_URL: url });
    undo.push(() => clerk.kill());
    return clerk;
  };
  const first = await start();
  const { founder, body } = await assembly(first.url, 3, { open: true });
  const second = await start();
  expect((await ask(`${second.url}/api/clerk`)).json.key).toBe((await ask(`${first.url}/api/clerk`)).json.key);

  // The one that is asked passes it on to the one that keeps it (C-7).
  const elsewhere = await ask(`${second.url}/api/bodies/${body}`);
  expect([elsewhere.status, elsewhere.json?.body]).toEqual([200, body]);
  expect((await ask(`${second.url}/b/${body}`)).status).toBe(200);
  expect((await ask(`${second.url}/`)).status).toBe(200);
  // It keeps other bodies meanwhile.
  const own = await assembly(second.url, 1, { adopt: false });
  expect((await ask(`${first.url}/api/bodies/${own.body}`)).json?.body).toBe(own.body);

  const { index } = await founder.act("rename", { name: founder.text("Before the fall") });
  await first.kill();
  // Whoever asks waits until the lease has run out, and then gets an answer (C-8).
  const began = performance.now();
  const facts = await ask(`${second.url}/api/bodies/${body}`);
  expect([facts.status, facts.json?.size]).toEqual([200, index + 1]);
  expect(performance.now() - began).toBeLessThan(20_000);
  const seat = await clientOf(second.url).seat(founder.body, founder.keys);
  expect((await seat.act("rename", { name: seat.text("After it") })).index).toBe(index + 1);
  expect((await ask(`${second.url}/healthz`)).json).toMatchObject({ ok: true });

  // A keeper that can't be reached but holds its lease all the same: said so, with when to come back.
  const database = await openDatabase({ url }, () => undefined, { max: 1 });
  await sql`update bodies set lease_holder = 'somebody', lease_expires = lease_expires + 600000`.execute(database.db);
  await database.close();
  const third = await start();
  const [api, page] = await Promise.all([ask(`${third.url}/api/bodies/${body}`), ask(`${third.url}/b/${body}`)]);
  expect([api.status, api.json?.rule, api.json?.code]).toEqual([503, "C-2", "kept-elsewhere"]);
  expect(api.json.sentence).toMatch(/Another process/);
  expect(Number(api.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect([page.status, page.text]).toEqual([503, expect.stringMatching(/^Another process/)]);
}, 180_000);
