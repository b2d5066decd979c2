/**
 * How long a server takes from its start to the first page of a large record: folding every entry, and
 * from a snapshot with the entries after it.
 *
 *   npx tsx bench/opening.ts [--acts 100000] [--members 1000] [--keep FILE] [--data FOLDER] [--kept]
 *
 * The record is made as bench/verify.ts makes it (`--keep` keeps it, or takes one that is there) and
 * written to a data folder (`--data` keeps it, or takes one that holds it already), where the real server
 * is then started; `--kept` leaves the slow folding out. Processor seconds are given beside the time, for machines that others use as well.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BodyId, KeyId } from "@nabat/kernel";
import type { State } from "@nabat/body";
import { openBundle } from "@nabat/exchange";
import { newSigningKey, signingKey } from "@nabat/platform";
import { readConfig, startServer } from "@nabat/server";
import { codeHash } from "@nabat/clerk/snapshots/code-hash.ts";
import { makeSnapshot } from "@nabat/clerk/snapshots/make.ts";
import { sealKey } from "@nabat/clerk/snapshots/sealed.ts";
import { postgresStore, keyFileSealer, openDatabase } from "@nabat/store";
import { keepRecord } from "../packages/cli/src/keep-record.ts";

const { values } = parseArgs({
  options: {
    acts: { type: "string", default: "100000" },
    members: { type: "string", default: "1000" },
    keep: { type: "string" },
    data: { type: "string" },
    kept: { type: "boolean" },
    /** Used by itself: one measurement in a process of its own. */
    do: { type: "string" },
    body: { type: "string" },
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

/** Starts a server on `data`, asks for the body's page, and prints the times in ms and the highest memory in MiB. */
async function measure(data: string, body: string, every: number): Promise<void> {
  const began = performance.now();
  const config = readConfig({ data, port: 0, example: "", snapshotEvery: every }, {});
  const running = await startServer(config, { log: { info: () => {}, warn: () => {}, error: () => {} } });
  const started = performance.now();
  const before = process.cpuUsage();
  if (!(await page(`${running.url}/b/${body}`)).includes("</html>")) throw new Error("no page");
  const done = performance.now();
  const { user, system } = process.cpuUsage(before);
  const mib = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `start ${say(started - began)}, first page ${say(done - started)} (${say((user + system) / 1000)} of processor), at most ${mib} MiB`,
  );
  await running.close();
}

/** Makes a snapshot of the record as the server's thread does. */
async function make(data: string, body: string): Promise<void> {
  const database = await openDatabase({ dataDir: data }, () => undefined);
  const store = postgresStore(database.db, await keyFileSealer(join(data, "key")));
  const secret = await store.keys.get(null, "clerk");
  if (!secret) throw new Error("no key");
  const began = performance.now();
  const before = process.cpuUsage();
  const job = { body: body as BodyId, key: sealKey(signingKey(secret)), codeHash: codeHash(), anew: true };
  const { size } = await makeSnapshot(store, job);
  const { user, system } = process.cpuUsage(before);
  const kept = await store.snapshots.latest(job.body, "1", job.codeHash, size);
  const mib = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${say(performance.now() - began)} (${say((user + system) / 1000)} of processor), ${Math.round((kept?.bytes.length ?? 0) / 1e6)} MB kept, at most ${mib} MiB`,
  );
  await database.close();
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

/** Runs one of the above in a process of its own, so that its memory is its own; gives what it printed. */
function alone(data: string, body: string, what: string): string {
  const args = ["--import", "tsx", "bench/opening.ts", "--data", data, "--body", body, "--do", what];
  return execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] })
    .toString()
    .trim();
}

const say = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

async function main(): Promise<void> {
  const file = values.keep ?? join(mkdtempSync(join(tmpdir(), "nabat-opening-")), "record.tar");
  if (!existsSync(file)) {
    const { acts, members } = values;
    const args = ["tsx", "bench/verify.ts", "--acts", acts, "--members", members, "--runs", "0", "--keep", file];
    spawnSync("npx", args, { stdio: ["ignore", "ignore", "inherit"] });
  }
  const data = values.data ?? mkdtempSync(join(tmpdir(), "nabat-opening-"));
  const { body, size } = await fill(file, data);
  console.log(`machine  ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, node ${process.version}`);
  console.log(`command  npx tsx bench/opening.ts --acts ${values.acts} --members ${values.members}`);
  console.log(`record   ${size} entries`);
  if (!values.kept) console.log(`anew     ${alone(data, body, "anew")}`);
  console.log(`making   ${alone(data, body, "make")}`);
  for (let run = 0; run < 3; run++) console.log(`kept     ${alone(data, body, "kept")}`);
  if (!values.keep) rmSync(file);
  if (!values.data) rmSync(data, { recursive: true, force: true });
}

const { data = "", body = "" } = values;
if (values.do === "anew") await measure(data, body, 0);
else if (values.do === "kept") await measure(data, body, 20_000);
else if (values.do === "make") await make(data, body);
else await main();
