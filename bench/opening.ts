/**
 * How long a server takes from its start to the first page of a large record: folding every entry, and
 * from a snapshot with the entries after it.
 *
 *   npx tsx bench/opening.ts [--acts 100000] [--members 1000] [--keep FILE] [--data FOLDER]
 *
 * The record is made as bench/verify.ts makes it (`--keep` keeps it, or takes one that is there) and
 * written to a data folder of its own, where the real server is then started.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { KeyId } from "@nabat/kernel";
import type { State } from "@nabat/body";
import { openBundle } from "@nabat/exchange";
import { newSigningKey } from "@nabat/platform";
import { postgresStore, keyFileSealer, openDatabase } from "@nabat/store";
import { startClerk } from "@nabat/testkit/process.ts";
import { keepRecord } from "../packages/cli/src/keep-record.ts";

const { values } = parseArgs({
  options: {
    acts: { type: "string", default: "100000" },
    members: { type: "string", default: "1000" },
    keep: { type: "string" },
    data: { type: "string" },
  },
});

/** Writes the record into a new data folder; it isn't checked again: it was just made. */
async function fill(file: string, data: string): Promise<{ body: string; size: number }> {
  const open = await openBundle(file);
  const manifest = open.manifest;
  if (!manifest) throw new Error("a bundle without a manifest");
  const database = await openDatabase({ dataDir: data }, () => undefined);
  const store = postgresStore(database.db, await keyFileSealer(join(data, "key")));
  const key = newSigningKey();
  await store.keys.put(null, "clerk", key.secret());
  const clerk = manifest.clerkKeys[0]?.key as KeyId;
  const head = { body: manifest.body, size: manifest.size, at: manifest.made };
  const state = { ...head, founding: { clerk, epoch: 0, practice: false, at: 0 } } as unknown as State;
  await keepRecord(store, open.source, state, key, (done, of) => {
    if (done % 10_240 === 0) process.stderr.write(`\r${done} of ${of} entries written`);
  });
  process.stderr.write("\n");
  await open.close();
  await database.close();
  return { body: manifest.body, size: manifest.size };
}

/** Starts a server, asks for the body's page, and gives the times in ms and the highest memory in MiB. */
async function firstPage(data: string, body: string, every: number) {
  const began = performance.now();
  const clerk = await startClerk(data, { NABAT_SNAPSHOT_EVERY: String(every) });
  const started = performance.now();
  const page = await fetch(`${clerk.url}/b/${body}`);
  if (!page.ok || !(await page.text()).includes("</html>")) throw new Error(`no page: ${page.status}`);
  const done = performance.now();
  const again = await fetch(`${clerk.url}/b/${body}`);
  await again.text();
  const mib = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${clerk.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
  );
  return { clerk, start: started - began, page: done - started, again: performance.now() - done, mib };
}

const say = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const file = values.keep ?? join(mkdtempSync(join(tmpdir(), "nabat-opening-")), "record.tar");
if (!existsSync(file)) {
  const args = [
    "tsx",
    "bench/verify.ts",
    "--acts",
    values.acts,
    "--members",
    values.members,
    "--runs",
    "0",
    "--keep",
    file,
  ];
  spawnSync("npx", args, { stdio: ["ignore", "ignore", "inherit"] });
}
const data = values.data ?? mkdtempSync(join(tmpdir(), "nabat-opening-"));
const { body, size } = await fill(file, data);
console.log(`machine  ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, node ${process.version}`);
console.log(`record   ${size} entries`);
const anew = await firstPage(data, body, 0);
console.log(`anew     start ${say(anew.start)}, first page ${say(anew.page)}, at most ${anew.mib} MiB`);
await anew.clerk.stop();
// Opened with snapshots on, a large record gets its first one in the background.
const making = await firstPage(data, body, 1);
const from = performance.now();
while (!making.clerk.complaint().includes('"snapshot.made"')) await new Promise((r) => setTimeout(r, 100));
const took = performance.now() - from;
await fetch(`${making.clerk.url}/b/${body}`);
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${making.clerk.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
console.log(`making   the snapshot took ${say(took)} in the background, at most ${Math.round(peak)} MiB`);
await making.clerk.stop();
for (let run = 0; run < 3; run++) {
  const kept = await firstPage(data, body, 20_000);
  console.log(`kept     start ${say(kept.start)}, first page ${say(kept.page)}, at most ${kept.mib} MiB`);
  await kept.clerk.stop();
}
if (!values.keep) rmSync(file);
if (!values.data) rmSync(data, { recursive: true, force: true });
