/**
 * How quickly `nabat verify` recomputes a record, and in how much memory.
 *
 *   npx tsx bench/verify.ts [--acts 100000] [--members 1000] [--keep FILE] [--runs 1] [--threads N] [--beside DIR]
 *
 * Makes a valid record first: a founding, members who join with real invitations, votes on devices by
 * count in which every member casts a position, all signed with their own keys. Then runs the command
 * itself, in a process of its own, and prints acts a second, processor time and the highest memory.
 * With `--beside` another checkout's command runs by turns on the same record, its verdict must be the
 * same, and the medians stand beside each other. `--keep` keeps the record, or takes one kept before.
 */
import { TELLERS_MS } from "@nabat/body/votes/lists.ts";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { type ActId, type Hash, toHex } from "@nabat/kernel";
import { entryBytes, originOf } from "@nabat/record";
import { openBundle, writeBundle } from "@nabat/exchange";
import {
  Assembly,
  checkpointOf,
  entriesOf,
  figures,
  HOUR,
  keyFrom,
  sha256,
  signAct,
  text,
  treeOf,
} from "@nabat/testkit";
import { writeStream } from "../packages/cli/src/out-file.ts";
import type { SignAnswer, SignJob } from "./verify-signer.ts";

const { values } = parseArgs({
  options: {
    acts: { type: "string", default: "100000" },
    members: { type: "string", default: "1000" },
    keep: { type: "string" },
    runs: { type: "string", default: "1" },
    threads: { type: "string" },
    beside: { type: "string" },
    /** Another name makes another body. */
    label: { type: "string", default: "bench" },
  },
});

/** The shortest that a body can give itself (S-34). */
const TALK_HOURS = 24;
const VOTE_HOURS = 48;

/** Makes the record and writes its bundle to `file`; gives the number of entries. */
async function make(file: string, acts: number, members: number): Promise<number> {
  const names = Array.from({ length: members }, (_, i) => `m${i}`);
  const assembly = new Assembly(names, {
    label: values.label,
    template: "house",
    statutes: (s) => ({
      ...s,
      entries: "public",
      voting: { ...s.voting, seconds: 0, discussionHours: TALK_HOURS, hours: VOTE_HOURS, quorum: { num: 0, den: 1 } },
    }),
  });
  const { house } = assembly;
  const tree = treeOf(entriesOf(house));
  const raw = join(await mkdtemp(join(tmpdir(), "nabat-bench-")), "entries");
  const out = openSync(raw, "w");
  const write = (bytes: Uint8Array) => {
    const length = new Uint8Array([bytes.length >> 8, bytes.length & 255]);
    writeSync(out, length);
    writeSync(out, bytes);
  };
  for (const bytes of entriesOf(house)) write(bytes);
  const seqs = new Map(house.state.seqs);
  let at = house.now;
  const saw = () => ({ size: tree.size, root: toHex(tree.root()) as Hash });
  const enter = (who: number, kind: string, data: object): ActId => {
    const p = assembly.person(who);
    const seq = (seqs.get(p.device.id) ?? 0) + 1;
    seqs.set(p.device.id, seq);
    const act = signAct(
      { v: 1, body: house.body, seq, kind, by: p.member, at: ++at, saw: saw(), data: data as never },
      p.device,
    );
    const bytes = entryBytes({ at, act: act as never });
    tree.appendEntry(bytes);
    write(bytes);
    const { proof: _, ...document } = act;
    return toHex(sha256(new TextEncoder().encode(canonical(document)))) as ActId;
  };
  const signers = Array.from({ length: availableParallelism() }, () => signer());
  for (let n = 0; tree.size < acts; n++) {
    const version = text(`text ${n}`);
    const motion = enter(0, "move", { title: text(`title ${n}`), text: version, subject: { type: "text" } });
    const tellers = [assembly.person(1).member];
    at += TALK_HOURS * HOUR;
    const vote = enter(0, "vote.open", {
      motion,
      version: version.hash,
      mode: "count",
      closes: at + TELLERS_MS + (VOTE_HOURS + 1) * HOUR,
      tellers,
    });
    for (const i of [3, 4, 5]) enter(i, "teller.add", { vote, teller: assembly.person(2).member });
    at += TELLERS_MS;
    const voters = assembly.people.map((p) => {
      const seq = (seqs.get(p.device.id) ?? 0) + 1;
      seqs.set(p.device.id, seq);
      return { name: p.name, member: p.member, seq };
    });
    const seen = saw();
    const share = Math.ceil(voters.length / signers.length / 256) * 256;
    const parts = signers.map((sign, i) => {
      const mine = voters.slice(i * share, (i + 1) * share);
      return sign({
        id: n,
        body: house.body,
        nonce: house.nonce,
        vote,
        version: version.hash,
        saw: seen,
        at: at + 1 + i * share,
        voters: mine,
      });
    });
    for (const part of await Promise.all(parts)) {
      for (let i = 0; i < part.leaves.length; i += 32) tree.append(part.leaves.subarray(i, i + 32));
      for (const bundle of part.entries) writeSync(out, bundle);
    }
    at += voters.length;
    const counts = figures({ for: members });
    const list = toHex(sha256(new TextEncoder().encode(`list ${n}`)));
    for (const teller of [1, 2]) enter(teller, "tally", { vote, counts, list, file: text(`list ${n} ${teller}`) });
    enter(0, "result", { vote, counts, whole: members, outcome: "carried" });
    if (n % 20 === 0) process.stderr.write(`\r${tree.size} acts made`);
  }
  process.stderr.write(`\r${tree.size} acts made\n`);
  await Promise.all(signers.map((s) => s.end()));
  closeSync(out);
  const checkpoint = checkpointOf(house, tree);
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: tree.size,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    made: at,
    grades: [],
  };
  const size = tree.size;
  await writeStream(
    file,
    writeBundle(sha256, { manifest, checkpoint, entries: rawEntries(raw), evidence: [], attachments: [] }),
  );
  rmSync(raw);
  return size;
}

function canonical(value: object): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}

/** Entries out of the raw file: a length of two bytes before each, as in a bundle without an end. */
async function* rawEntries(path: string): AsyncGenerator<readonly Uint8Array[]> {
  const { createReadStream } = await import("node:fs");
  let held = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    held = held.length === 0 ? (piece as Buffer<ArrayBuffer>) : Buffer.concat([held, piece as Buffer]);
    const entries: Uint8Array[] = [];
    let at = 0;
    while (at + 2 <= held.length && at + 2 + held.readUInt16BE(at) <= held.length) {
      const end = at + 2 + held.readUInt16BE(at);
      entries.push(new Uint8Array(held.subarray(at + 2, end)));
      at = end;
    }
    held = held.subarray(at) as Buffer<ArrayBuffer>;
    yield entries;
  }
}

function signer() {
  const worker = new Worker(new URL("./verify-signer-start.mjs", import.meta.url));
  let failed: (error: Error) => void = () => undefined;
  worker.on("error", (error) => failed(error));
  const sign = (job: SignJob): Promise<SignAnswer> =>
    new Promise((resolve, reject) => {
      worker.once("message", resolve);
      failed = reject;
      worker.postMessage(job, []);
    });
  return Object.assign(sign, { end: () => worker.terminate() });
}

interface Run {
  readonly ms: number;
  /** Processor time of all its threads. */
  readonly cpuMs: number;
  /** Highest memory of the process. */
  readonly mib: number;
  readonly out: string;
}

/** Runs the `nabat verify` of a checkout once. */
async function run(checkout: string, file: string): Promise<Run> {
  const args = [join(checkout, "bin", "nabat.mjs"), "verify", file, "--json"];
  if (values.threads) args.push("--threads", values.threads);
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (d: Buffer) => (out += d.toString()));
  let mib = 0;
  let cpuMs = 0;
  const watch = setInterval(() => {
    const about = `/proc/${child.pid}`;
    if (!existsSync(`${about}/status`)) return;
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`${about}/status`, "utf8"))?.[1];
    if (peak) mib = Math.round(Number(peak) / 1024);
    // Behind the program's name: fields 14 and 15, user and system time in hundredths of a second.
    const fields = readFileSync(`${about}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    if (fields.length > 12) cpuMs = 10 * (Number(fields[11]) + Number(fields[12]));
  }, 50);
  await new Promise((resolve) => child.once("close", resolve));
  clearInterval(watch);
  return { ms: performance.now() - started, cpuMs, mib, out };
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const kept = values.keep;
const file = kept ?? join(await mkdtemp(join(tmpdir(), "nabat-bench-")), "record.tar");
if (!kept || !existsSync(kept)) await make(file, Number(values.acts), Number(values.members));
const open = await openBundle(file);
await open.close();
console.log(`machine  ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}, node ${process.version}`);
console.log(`command  nabat verify ${file} --json`);
const here = join(import.meta.dirname, "..");
const checkouts = values.beside ? { this: here, beside: resolve(values.beside) } : { this: here };
const runs: Record<string, Run[]> = {};
for (let i = 0; i < Number(values.runs); i++) {
  for (const [name, checkout] of Object.entries(checkouts)) {
    const done = await run(checkout, file);
    (runs[name] ??= []).push(done);
    const answer = JSON.parse(done.out) as { ok: boolean; entries?: number };
    if (!answer.ok || done.out !== runs["this"]?.[0]?.out) {
      console.log(`${name}: ${done.out}`);
      throw new Error(answer.ok ? "another verdict" : "the record doesn't verify");
    }
    const n = answer.entries ?? 0;
    console.log(
      `${name.padEnd(8)} ${n} acts in ${(done.ms / 1000).toFixed(1)} s: ${Math.round((n / done.ms) * 1000)} a second, ` +
        `${Math.round((done.cpuMs / n) * 1000)} µs of processor an act, at most ${done.mib} MiB`,
    );
  }
}
const { this: mine, beside } = runs;
if (mine && beside) {
  const of = (which: "ms" | "cpuMs" | "mib") => [
    median(mine.map((r) => r[which])),
    median(beside.map((r) => r[which])),
  ];
  const [ms = 0, msBeside = 0] = of("ms");
  const [cpu = 0, cpuBeside = 0] = of("cpuMs");
  const [mib, mibBeside] = of("mib");
  console.log(
    `medians  ${(ms / 1000).toFixed(1)} s beside ${(msBeside / 1000).toFixed(1)} s: ${(msBeside / ms).toFixed(2)} times as quick; ` +
      `processor ${(cpu / 1000).toFixed(1)} s beside ${(cpuBeside / 1000).toFixed(1)} s: ${(cpuBeside / cpu).toFixed(2)} times; ` +
      `memory ${mib} MiB beside ${mibBeside} MiB`,
  );
}
if (!kept) rmSync(file);
