/**
 * How long a server takes from its start to the first page of a large record, folding every entry and
 * from a snapshot, and how long its thread is held meanwhile while it answers for another body too.
 *
 *   npx tsx bench/opening.ts [--acts 100000] [--members 1000] [--runs 3] [--beside FOLDER]
 *                            [--keep FILE] [--data FOLDER] [--kept]
 *
 * The record is made as bench/verify.ts makes it (`--keep` keeps it, or takes one that is there) and
 * written to a data folder (`--data` keeps it, or takes one that holds it already) beside a small one, where
 * the real server is then started (bench/opening-once.ts). `--beside` gives another checkout, installed,
 * whose server is measured by turns with this one's on the same data. `--kept` leaves the slow folding out.
 * Processor seconds are given beside the time, for machines that others use as well.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { KeyId } from "@nabat/kernel";
import type { State } from "@nabat/body";
import { openBundle } from "@nabat/exchange";
import { newSigningKey, signingKey } from "@nabat/platform";
import { keyFileSealer, openDatabase, postgresStore } from "@nabat/store";
import { keepRecord } from "../packages/cli/src/keep-record.ts";
import type { Measured, What } from "./opening-once.ts";

const { values } = parseArgs({
  options: {
    acts: { type: "string", default: "100000" },
    members: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    beside: { type: "string" },
    keep: { type: "string" },
    data: { type: "string" },
    kept: { type: "boolean" },
  },
});

/** Writes a record into a data folder that doesn't hold it yet; it isn't checked again: it was just made. */
async function fill(file: string, data: string): Promise<{ body: string; size: number }> {
  const open = await openBundle(file);
  const manifest = open.manifest;
  if (!manifest) throw new Error("a bundle without a manifest");
  const database = await openDatabase({ dataDir: data }, () => undefined);
  const store = postgresStore(database.db, await keyFileSealer(join(data, "key")));
  if ((await store.ledger.head(manifest.body))?.size !== manifest.size) {
    const secret = await store.keys.get(null, "clerk");
    const key = secret ? signingKey(secret) : newSigningKey();
    if (!secret) await store.keys.put(null, "clerk", key.secret());
    const clerk = manifest.clerkKeys[0]?.key as KeyId;
    const head = { body: manifest.body, size: manifest.size, at: manifest.made };
    const state = { ...head, founding: { clerk, epoch: 0, practice: false, at: 0 } } as unknown as State;
    await keepRecord(store, open.source, state, key, (done, of) => {
      if (done % 10_240 === 0) process.stderr.write(`\r${done} of ${of} entries written`);
    });
    process.stderr.write("\n");
  }
  await open.close();
  await database.close();
  return { body: manifest.body, size: manifest.size };
}

/** Makes a record with bench/verify.ts. */
function record(file: string, acts: string, members: string, label = "bench"): string {
  const args = [
    "tsx",
    "bench/verify.ts",
    "--acts",
    acts,
    "--members",
    members,
    "--runs",
    "0",
    "--keep",
    file,
    "--label",
    label,
  ];
  if (!existsSync(file)) spawnSync("npx", args, { stdio: ["ignore", "ignore", "inherit"] });
  return file;
}

/** One measurement of a checkout's server, in a process of its own, so that its memory is its own. */
function once(checkout: string, data: string, body: string, other: string, what: What): Measured {
  // In the checkout's own folder: its settings say how its sources are read.
  const args = ["--import", "tsx", resolve("bench/opening-once.ts"), checkout, resolve(data), body, other, what];
  const options = { cwd: checkout, stdio: ["ignore", "pipe", "inherit"] as ["ignore", "pipe", "inherit"] };
  return JSON.parse(execFileSync(process.execPath, args, options).toString());
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const whole = (ms: number) => `${Math.round(ms)} ms`;

/** A line of medians; the longest hold is the longest of all runs. */
function line(runs: readonly Measured[]): string {
  const of = (pick: (m: Measured) => number) => median(runs.map(pick));
  const longest = (pick: (m: Measured) => number) => Math.max(...runs.map(pick));
  return [
    `${seconds(of((m) => m.took))} (${seconds(of((m) => m.processor))} of processor)`,
    `thread held ${whole(longest((m) => m.held))} at most (${whole(longest((m) => m.heldBusy))} of them busy)`,
    `another body's page p95 ${whole(of((m) => m.otherP95))} (${of((m) => m.others)} pages)`,
    `${of((m) => m.mib)} MiB`,
  ].join(", ");
}

const NAMES = { anew: "all entries", make: "making a snapshot", kept: "from a snapshot" } as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nabat-opening-"));
  const data = values.data ?? join(folder, "data");
  const small = await fill(record(join(folder, "small.tar"), "200", "20", "small"), data);
  const { body, size } = await fill(
    record(values.keep ?? join(folder, "record.tar"), values.acts, values.members),
    data,
  );
  const checkouts = [{ name: "this", path: resolve(".") }];
  if (values.beside) checkouts.push({ name: "beside", path: resolve(values.beside) });
  console.log(`machine  ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, node ${process.version}`);
  console.log(`command  npx tsx bench/opening.ts ${process.argv.slice(2).join(" ")}`);
  console.log(`record   ${size} entries`);
  const runs = Number(values.runs);
  const all = new Map<string, Measured[]>();
  const measure = (name: string, path: string, what: What): void => {
    const key = `${what} ${name}`;
    all.set(key, [...(all.get(key) ?? []), once(path, data, body, small.body, what)]);
  };
  for (let run = 0; run < runs; run++) {
    if (!values.kept) for (const { name, path } of checkouts) measure(name, path, "anew");
    // A snapshot of other code is no use: each makes its own before it is opened.
    for (const { name, path } of checkouts) {
      if (run === 0 || checkouts.length > 1) measure(name, path, "make");
      measure(name, path, "kept");
    }
  }
  for (const what of ["anew", "make", "kept"] as const) {
    const lines = checkouts.map(({ name }) => ({ name, runs: all.get(`${what} ${name}`) ?? [] }));
    for (const of of lines)
      if (of.runs.length > 0) console.log(`${NAMES[what].padEnd(18)} ${of.name.padEnd(7)} ${line(of.runs)}`);
    const [mine, theirs] = lines.map((of) => median(of.runs.map((m) => m.processor)));
    if (mine && theirs)
      console.log(`${NAMES[what].padEnd(18)} ratio   ${(mine / theirs).toFixed(2)} of the processor time`);
  }
  rmSync(folder, { recursive: true, force: true });
}

await main();
