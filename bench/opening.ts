/**
 * How long a server takes from its start to the first page of a large record: folding every entry, and
 * from a snapshot with the entries after it.
 *
 *   npx tsx bench/opening.ts [--acts 100000] [--members 1000] [--keep FILE] [--data FOLDER]
 *
 * The record is made as bench/verify.ts makes it (`--keep` keeps it, or takes one that is there) and
 * written to a data folder (`--data` keeps it, or takes one that holds it already), where the real server
 * is then started. Processor seconds are given beside the time, for machines that others use as well.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { KeyId } from "@nabat/kernel";
import type { State } from "@nabat/body";
import { openBundle } from "@nabat/exchange";
import { newSigningKey } from "@nabat/platform";
import { postgresStore, keyFileSealer, openDatabase } from "@nabat/store";
import { cpuSeconds, startClerk } from "@nabat/testkit/process.ts";
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
  if (existsSync(join(data, "pg"))) {
    await open.close();
    return { body: manifest.body, size: manifest.size };
  }
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
  const before = cpuSeconds(clerk.pid);
  if (!(await page(`${clerk.url}/b/${body}`)).includes("</html>")) throw new Error("no page");
  const done = performance.now();
  const cpu = cpuSeconds(clerk.pid) - before;
  const mib = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${clerk.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
  );
  return { clerk, start: started - began, page: done - started, cpu, mib };
}

/** Reads a page, however long it takes. */
function page(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString()));
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode} ${text}`)),
      );
    }).on("error", reject);
  });
}

const told = (t: { start: number; page: number; cpu: number; mib: number }) =>
  `start ${say(t.start)}, first page ${say(t.page)} (${t.cpu.toFixed(1)} s of processor), at most ${t.mib} MiB`;

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
console.log(`anew     ${told(anew)}`);
await anew.clerk.stop();
// Opened with snapshots on, a large record gets its first one in the background.
const making = await firstPage(data, body, 1);
const from = performance.now();
while (!making.clerk.complaint().includes('"snapshot.made"')) await new Promise((r) => setTimeout(r, 100));
const took = performance.now() - from;
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${making.clerk.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
console.log(`making   the snapshot took ${say(took)} in the background, at most ${Math.round(peak)} MiB`);
await making.clerk.stop();
for (let run = 0; run < 3; run++) {
  const kept = await firstPage(data, body, 20_000);
  console.log(`kept     ${told(kept)}`);
  await kept.clerk.stop();
}
if (!values.keep) rmSync(file);
if (!values.data) rmSync(data, { recursive: true, force: true });
