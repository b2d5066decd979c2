/**
 * A private PostgreSQL cluster in `<data>/pg`: made once, started or found running, stopped in order.
 * If Node is killed the server lives on and is used again; PostgreSQL's own lock files are its
 * business and never touched.
 */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseFailed, DiskFull, NotWritable } from "../errors.ts";
import type { Log } from "../ports.ts";
import { type Binaries, embeddedBinaries } from "./binaries.ts";
import { chooseIdentity, type Identity, letIn } from "./identity.ts";
import { DATABASE, end, probe, runsIn, USER } from "./running.ts";
import { socketDir } from "./socket-dir.ts";

/** How to run the cluster. `fsync: false` is for tests only: it makes a crash unsafe. */
export interface ClusterOptions {
  readonly dataDir: string;
  readonly fsync?: boolean;
  readonly binaries?: Binaries;
  readonly identity?: Identity["how"];
  readonly maxConnections?: number;
}

/** A server that answers on a socket. */
export interface Cluster {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly pid: number;
  /** True where it was running before. */
  readonly adopted: boolean;
  /** Its process has ended. */
  ended(): boolean;
  /** Orderly stop within the limit (milliseconds), then at once; a later start recovers. */
  stop(limitMs?: number): Promise<void>;
}

const PORT = 5432;

/** Starts the cluster of `dataDir`, making it first if need be, or joins one that runs. The folder's lock must be held. */
export async function startCluster(options: ClusterOptions, log: Log): Promise<Cluster> {
  const binaries = options.binaries ?? embeddedBinaries();
  const pgDir = join(resolve(options.dataDir), "pg");
  await clearHalfMade(resolve(options.dataDir));
  if (!existsSync(join(pgDir, "PG_VERSION"))) await initialise(pgDir, binaries, options, log);
  const major = Number(readFileSync(join(pgDir, "PG_VERSION"), "utf8"));
  if (major !== binaries.major)
    throw new DatabaseFailed(
      `the data folder is of PostgreSQL ${major}, this Nabat brings ${binaries.major}`,
      "Make a backup with the Nabat that made it (`nabat backup`) and restore it into a new data folder.",
    );
  const running = await adopt(pgDir, log);
  if (running) return running;
  const identity = chooseIdentity(statSync(pgDir).uid, options.identity);
  const sockets = await socketDir(options.dataDir, identity.uid);
  letIn(identity, sockets);
  return await launch(pgDir, sockets, binaries, identity, options, log);
}

async function clearHalfMade(dataDir: string): Promise<void> {
  // Folders that an initdb which was killed left behind; the holder of the lock is alone here.
  for (const name of readdirSync(dataDir))
    if (name.startsWith("pg.new-")) rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function initialise(pgDir: string, binaries: Binaries, options: ClusterOptions, log: Log): Promise<void> {
  const fresh = `${pgDir}.new-${randomBytes(4).toString("hex")}`;
  mkdirSync(fresh, { mode: 0o700 });
  const identity = chooseIdentity(null, options.identity);
  letIn(identity, fresh);
  const args = [
    "-D",
    fresh,
    "-U",
    USER,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
  ];
  if (options.fsync === false) args.push("--no-sync");
  log("info", "making the database", { folder: pgDir });
  const child = run(identity, binaries.initdb, args, ["ignore", "pipe", "pipe"]);
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw whyFailed(said, pgDir);
  }
  renameSync(fresh, pgDir);
}

function run(
  identity: Identity,
  command: string,
  args: readonly string[],
  stdio: ("ignore" | "pipe" | number)[],
  more: Record<string, string> = {},
): ChildProcess {
  const [first, ...rest] = [...identity.prefix, command, ...args];
  const env = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", ...more };
  const ids = identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid };
  // A session of its own: Ctrl-C in the terminal is for Nabat, which then stops the server in order.
  return spawn(first as string, rest, { stdio, env, detached: true, cwd: "/", ...ids });
}

async function launch(
  pgDir: string,
  sockets: string,
  binaries: Binaries,
  identity: Identity,
  options: ClusterOptions,
  log: Log,
): Promise<Cluster> {
  const logFile = join(pgDir, "..", "postgres.log");
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) renameSync(logFile, `${logFile}.1`);
  const args = ["-D", pgDir, ...settings(sockets, binaries, options)];
  for (let waited = 0; ; waited += 200) {
    const fd = openSync(logFile, "a+", 0o600);
    try {
      chmodSync(logFile, 0o600);
      const from = fstatSync(fd).size;
      const child = run(identity, binaries.postgres, args, ["ignore", fd, fd], formerServer(pgDir));
      let ended = false;
      child.once("exit", () => (ended = true));
      child.once("error", () => (ended = true));
      child.unref();
      if (await answers(sockets, () => ended, log))
        return cluster(child.pid as number, sockets, PORT, false, () => ended);
      const said = readFrom(fd, from);
      // Workers of a server that was killed need a moment to notice.
      if (waited >= 20_000 || !/pre-existing shared memory block|lock file .* already exists/.test(said))
        throw whyFailed(said, pgDir);
    } finally {
      closeSync(fd);
    }
    await sleep(200);
  }
}

/** Waits until the server takes connections; false where it ended first. Recovery may take its time. */
async function answers(sockets: string, ended: () => boolean, log: Log): Promise<boolean> {
  for (let waited = 0; ; waited += 20) {
    if ((await probe(sockets, PORT)) === "ready") return true;
    if (ended()) return false;
    if (waited === 5_000) log("info", "the database recovers what was written last; waiting", {});
    await sleep(20);
  }
}

/**
 * The former server's process id may belong to another process by now (a restarted container, a
 * zombie), which PostgreSQL would take for a running server. Told that this id is its grandparent's,
 * it goes on to its own check of shared memory; the lock file stays its business.
 */
function formerServer(pgDir: string): Record<string, string> {
  const file = join(pgDir, "postmaster.pid");
  if (!existsSync(file)) return {};
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 && !runsIn(pid, pgDir) ? { PG_GRANDPARENT_PID: String(pid) } : {};
}

function settings(sockets: string, binaries: Binaries, options: ClusterOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    unix_socket_permissions: "0700",
    port: PORT,
    max_connections: options.maxConnections ?? 40,
    shared_buffers: "64MB",
    wal_level: "minimal",
    max_wal_senders: 0,
    max_wal_size: "512MB",
    max_parallel_workers_per_gather: 0,
    jit: "off",
    synchronous_commit: "on",
    log_min_messages: "warning",
    // Neither statements nor the values of a failed one: the log is no copy of members' data.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_timezone: "UTC",
    ...(binaries.major >= 18 ? { io_method: "sync" } : {}),
    ...(options.fsync === false ? { fsync: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Joins a server that already runs on `pgDir`: ours from before, when Node was killed. */
async function adopt(pgDir: string, log: Log): Promise<Cluster | null> {
  const file = join(pgDir, "postmaster.pid");
  for (let told = false; existsSync(file); told = true) {
    const [pidText, , , portText, sockets] = readFileSync(file, "utf8").split("\n");
    const pid = Number(pidText);
    // The server stands in its data folder; any other process has merely got the same number.
    if (!Number.isInteger(pid) || pid <= 0 || !runsIn(pid, pgDir)) return null;
    const port = Number(portText);
    const state = sockets ? await probe(sockets, port) : "starting";
    if (state === "ready" && sockets) {
      log("info", "the database was still running and is used again", { pid });
      return cluster(pid, sockets, port, true, () => !runsIn(pid, pgDir));
    }
    if (state === "absent") {
      log("warn", "a database server runs on this folder but its socket is gone; stopping it", { pid });
      await end(pid, () => !runsIn(pid, pgDir), 15_000);
      return null;
    }
    if (!told) log("info", "the database is starting or stopping; waiting", { pid });
    await sleep(50);
  }
  return null;
}

function cluster(pid: number, host: string, port: number, adopted: boolean, ended: () => boolean): Cluster {
  return {
    host,
    port,
    user: USER,
    database: DATABASE,
    pid,
    adopted,
    ended,
    stop: (limitMs = 15_000) => end(pid, ended, limitMs),
  };
}

function readFrom(fd: number, from: number): string {
  const size = Math.min(fstatSync(fd).size - from, 100_000);
  if (size <= 0) return "";
  const bytes = Buffer.alloc(size);
  readSync(fd, bytes, 0, size, fstatSync(fd).size - size);
  return bytes.toString("utf8");
}

/** What initdb or the server said, as a fault. */
export function whyFailed(said: string, where: string): Error {
  if (/No space left on device/.test(said)) return new DiskFull(where);
  if (/Permission denied|Read-only file system|Operation not permitted/.test(said))
    return new NotWritable(where, new Error(said.slice(-500)));
  if (/pre-existing shared memory block|lock file .* already exists/.test(said))
    return new DatabaseFailed("a former server on this folder has not ended");
  const line = said.split("\n").findLast((l) => /FATAL|PANIC|error/i.test(l)) ?? said.trim().split("\n").at(-1) ?? "";
  return new DatabaseFailed(line.replace(/^.*(FATAL|PANIC|error): */i, "").trim() || "it ended without a word");
}
