/** Starting, joining, refusing and ending the embedded server. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { DatabaseFailed, DiskFull, NotWritable, SecondServer, UnsupportedPlatform } from "../errors.ts";
import { embeddedBinaries, makeLinks } from "./binaries.ts";
import { startCluster, whyFailed } from "./cluster.ts";
import { lockFolder } from "./folder-lock.ts";
import { judge, processText, thisProcess } from "./process-id.ts";
import { socketDir } from "./socket-dir.ts";

const quiet = () => undefined;
const root = mkdtempSync(join(tmpdir(), "nabat-emb-"));
const children: ChildProcess[] = [];
const asRoot = process.getuid?.() === 0;
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  // A failed test may leave a server behind.
  for (const name of readdirSync(root))
    if (existsSync(join(root, name, "pg", "postmaster.pid"))) process.kill(serverPid(join(root, name)), "SIGQUIT");
  rmSync(root, { recursive: true, force: true });
});

const serverPid = (dir: string) => Number(readFileSync(join(dir, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
/** A process that has ended may stay as a zombie until the container's first process reaps it. */
const lives = (pid: number) => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

/** Starts open-once.ts on `dir`; gives its first line. */
async function another(
  dir: string,
  ids: { uid?: number; gid?: number } = {},
): Promise<{ said: string; child: ChildProcess; closed: Promise<void> }> {
  const script = fileURLToPath(new URL("../faults/open-once.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, dir], {
    stdio: ["pipe", "pipe", "inherit"],
    cwd: dirname(script),
    env: { ...process.env, HOME: "/nonexistent" },
    ...ids,
  });
  children.push(child);
  const closed = new Promise<void>((done) => child.once("close", () => done()));
  let said = "";
  await new Promise<void>((done) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("\n")) done();
    });
    child.once("close", () => done());
  });
  return { said, child, closed };
}

describe("the embedded server", () => {
  const dir = join(root, "one");
  let database: Database;
  beforeAll(async () => {
    mkdirSync(join(dir, "pg.new-half"), { recursive: true });
    database = await openDatabase({ dataDir: dir, fsync: false }, quiet);
  });
  afterAll(() => database.close());

  it("runs PostgreSQL 18 on a socket that only this user may use, and listens nowhere else", async () => {
    expect(database.server).toMatch(/^18\./);
    const shown = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('listen_addresses', 'data_checksums', 'log_min_error_statement')`.execute(database.db);
    expect(Object.fromEntries(shown.rows.map((r) => [r.name, r.setting]))).toEqual({
      listen_addresses: "",
      data_checksums: "on",
      log_min_error_statement: "panic",
    });
    expect(statSync(join(dir, "run")).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, "pg")).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, "postgres.log")).mode & 0o777).toBe(0o600);
  });

  it("has cleared away what a killed first start left", () =>
    expect(readdirSync(dir).filter((n) => n.startsWith("pg.new"))).toEqual([]));

  it("refuses a second server on the folder, from this process and from another", async () => {
    await expect(openDatabase({ dataDir: dir, fsync: false }, quiet)).rejects.toThrow(SecondServer);
    expect((await another(dir)).said).toMatch(new RegExp(`^SecondServer .*${dir}.*process ${process.pid}`));
    await sql`select 1`.execute(database.db);
  });

  it("refuses it even where the lock file was deleted, by the row", async () => {
    rmSync(join(dir, "nabat.lock"));
    expect((await another(dir)).said).toMatch(/^SecondServer/);
    await sql`select 1`.execute(database.db);
  });

  it("goes on when its connections are cut", async () => {
    const admin = await database.pool.connect();
    admin.on("error", quiet);
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null",
    );
    admin.release(true);
    await sleep(50);
    expect((await sql<{ n: number }>`select 1 as n`.execute(database.db)).rows).toEqual([{ n: 1 }]);
  });

  it("ends with its server gone and its lock released, and starts again on the same data", async () => {
    await sql`insert into settings (body, name, value) values (''::bytea, 'kept', 'x'::bytea)`.execute(database.db);
    const pid = serverPid(dir);
    await database.close();
    await database.close();
    expect(lives(pid)).toBe(false);
    expect(existsSync(join(dir, "nabat.lock"))).toBe(false);
    database = await openDatabase({ dataDir: dir, fsync: false }, quiet);
    expect((await sql`select name from settings`.execute(database.db)).rows).toEqual([{ name: "kept" }]);
  });
});

it("uses the server again that a killed Node left running, its leases freed", async () => {
  const dir = join(root, "killed");
  const first = await another(dir);
  expect(first.said).toMatch(/^open/);
  const pid = serverPid(dir);
  first.child.kill("SIGKILL");
  await first.closed;
  expect(lives(pid)).toBe(true);
  const lines: string[] = [];
  const database = await openDatabase({ dataDir: dir, fsync: false }, (_level, message) => lines.push(message));
  expect(serverPid(dir)).toBe(pid);
  expect(lines.join()).toContain("still running");
  await database.close();
  expect(lives(pid)).toBe(false);
});

it("stops a server left running whose socket was swept away, and starts another", async () => {
  const dir = join(root, "swept");
  const first = await another(dir);
  const pid = serverPid(dir);
  first.child.kill("SIGKILL");
  await first.closed;
  rmSync(join(dir, "run", ".s.PGSQL.5432"));
  const database = await openDatabase({ dataDir: dir, fsync: false }, quiet);
  expect(serverPid(dir)).not.toBe(pid);
  expect(lives(pid)).toBe(false);
  await database.close();
});

it("starts though the killed server's process id now belongs to another process", async () => {
  const dir = join(root, "reused");
  const first = await another(dir);
  const pid = serverPid(dir);
  first.child.kill("SIGKILL");
  await first.closed;
  process.kill(pid, "SIGKILL");
  const file = join(dir, "pg", "postmaster.pid");
  const stranger = spawn("sleep", ["60"]);
  children.push(stranger);
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(stranger.pid)));
  writeFileSync(join(dir, "run", ".s.PGSQL.5432.lock"), readFileSync(file, "utf8"));
  const database = await openDatabase({ dataDir: dir, fsync: false }, quiet);
  expect(lives(stranger.pid ?? 0)).toBe(true);
  await database.close();
});

describe.runIf(asRoot)("as root", () => {
  it("falls back to another user's id where namespaces are off, and stays with it", async () => {
    const dir = join(root, "uid");
    const database = await openDatabase({ dataDir: dir, fsync: false, identity: "uid" }, quiet);
    expect(statSync(join(dir, "pg")).uid).not.toBe(0);
    await database.close();
    const again = await openDatabase({ dataDir: dir, fsync: false }, quiet);
    expect(readFileSync(`/proc/${serverPid(dir)}/status`, "utf8")).toMatch(
      new RegExp(`Uid:\\s${statSync(join(dir, "pg")).uid}\\s`),
    );
    await again.close();
  });

  it("runs for an ordinary user directly, and tells one who may not write so", async () => {
    chmodSync(root, 0o755);
    const closed = join(root, "roots-own");
    mkdirSync(closed, { mode: 0o755 });
    expect((await another(closed, { uid: 65534, gid: 65534 })).said).toMatch(/^NotWritable .*roots-own/);
    const own = join(root, "nobodys");
    mkdirSync(own);
    chownSync(own, 65534, 65534);
    const opened = await another(own, { uid: 65534, gid: 65534 });
    expect(opened.said).toMatch(/^open 18/);
    opened.child.stdin?.end();
    await opened.closed;
    expect(statSync(join(own, "pg")).uid).toBe(65534);
  });
});

describe("clear faults", () => {
  it("for a folder that can't be", async () => {
    writeFileSync(join(root, "file"), "");
    await expect(openDatabase({ dataDir: join(root, "file", "data") }, quiet)).rejects.toThrow(NotWritable);
    await expect(openDatabase({ dataDir: join(root, "file") }, quiet)).rejects.toThrow(NotWritable);
  });
  it("for data of another major version", async () => {
    const dir = join(root, "old");
    mkdirSync(join(dir, "pg"), { recursive: true });
    writeFileSync(join(dir, "pg", "PG_VERSION"), "15\n");
    await expect(startCluster({ dataDir: dir }, quiet)).rejects.toThrow(/PostgreSQL 15, this Nabat brings 18/);
    await expect(startCluster({ dataDir: dir }, quiet)).rejects.toMatchObject({
      advice: expect.stringContaining("nabat backup"),
    });
  });
  it("for a platform without a server, pointing to DATABASE_URL", () => {
    for (const platform of ["freebsd-x64", "linux-riscv64", "win32-x64"])
      expect(() => embeddedBinaries(platform)).toThrow(UnsupportedPlatform);
    expect(new UnsupportedPlatform("x", "y").advice).toContain("DATABASE_URL");
  });
  it("from what the server says when it dies", () => {
    expect(whyFailed("FATAL:  could not write: No space left on device", "/d")).toBeInstanceOf(DiskFull);
    expect(whyFailed("FATAL:  could not open file: Permission denied", "/d")).toBeInstanceOf(NotWritable);
    expect(whyFailed("LOG: x\nFATAL:  the sky fell\nLOG: y", "/d")).toEqual(new DatabaseFailed("the sky fell"));
  });
});

describe("the lock of the folder", () => {
  const lockOf = (name: string, text: string) => {
    const dir = join(root, name);
    mkdirSync(dir);
    writeFileSync(join(dir, "nabat.lock"), text);
    return dir;
  };
  it("is taken over from the dead at once, though their pid was reused", async () => {
    const dead = { ...thisProcess(), start: "1" };
    expect(judge(dead)).toBe("dead");
    expect(judge({ ...dead, pid: 4_194_999 })).toBe("dead");
    expect(judge(thisProcess())).toBe("alive");
    const started = performance.now();
    const lock = await lockFolder(lockOf("dead", processText(dead)), 5_000);
    expect(performance.now() - started).toBeLessThan(2_000);
    await lock.release();
    expect(readdirSync(join(root, "dead"))).toEqual([]);
  });
  it("is taken over from another machine only after its silence", async () => {
    const foreign = processText({ ...thisProcess(), boot: "another" });
    const silent = await lockFolder(lockOf("silent", foreign), 100);
    await silent.release();
    const dir = lockOf("touched", foreign);
    const touching = setInterval(() => utimesSync(join(dir, "nabat.lock"), new Date(), new Date()), 20);
    await expect(lockFolder(dir, 200)).rejects.toThrow(SecondServer);
    clearInterval(touching);
  });
  it("goes to one of many", async () => {
    for (let round = 0; round < 10; round++) {
      const dir = lockOf(`race-${round}`, processText({ ...thisProcess(), start: "1" }));
      const raced = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dir, 50)));
      const won = raced.flatMap((r) => (r.status === "fulfilled" ? [r.value] : []));
      expect(won).toHaveLength(1);
      await won[0]?.release();
    }
  });
});

it("puts the socket elsewhere where the data folder's path is too long for one", async () => {
  const far = join(root, "x".repeat(60), "y".repeat(60));
  mkdirSync(far, { recursive: true });
  const dir = await socketDir(far);
  expect(dir.startsWith(join(tmpdir(), "nabat-"))).toBe(true);
  expect(await socketDir(far)).toBe(dir);
  expect(Buffer.byteLength(join(dir, ".s.PGSQL.5432"))).toBeLessThanOrEqual(107);
  rmSync(dir, { recursive: true });
  symlinkSync("/etc", dir);
  await expect(socketDir(far)).rejects.toThrow(NotWritable);
  rmSync(dir);
});

it("makes the library links that an install without scripts lacks", () => {
  const pack = join(root, "pack");
  mkdirSync(join(pack, "native", "lib"), { recursive: true });
  writeFileSync(join(pack, "native", "lib", "libx.so.1.2"), "library");
  const list = [
    { source: "native/lib/libx.so.1.2", target: "native/lib/libx.so" },
    { source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" },
  ];
  writeFileSync(join(pack, "native", "pg-symlinks.json"), JSON.stringify(list));
  makeLinks(pack);
  makeLinks(pack);
  expect(readFileSync(join(pack, "native", "lib", "libx.so"), "utf8")).toBe("library");
  expect(readFileSync(join(pack, "native", "lib", "libx.so.1"), "utf8")).toBe("library");
});
