/**
 * kill -9 under load: of Node, of the database's parent process, of one of its workers, of all at
 * once. Whatever was acknowledged before must stand afterwards, byte for byte, and nothing may stand
 * half. `NABAT_KILLS` sets the number of rounds (default 8).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { dice } from "@nabat/testkit/chance.ts";
import { leafHash } from "../contract/fixture.ts";
import { openDatabase } from "../database.ts";
import { sealerOf } from "../seal.ts";
import { postgresStore } from "../store.ts";
import { BODY, chain, ZERO } from "./writer.ts";

const ROUNDS = Number(process.env["NABAT_KILLS"] ?? 8);
const dir = mkdtempSync(join(tmpdir(), "nabat-kill-"));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  // A failed test may leave a server behind.
  if (existsSync(join(dir, "pg", "postmaster.pid"))) kill(serverPid());
  rmSync(dir, { recursive: true, force: true });
});

const acked = new Map<number, string>();
const faults = new Set<string>();

interface Writer {
  readonly child: ChildProcess;
  readonly closed: Promise<void>;
  acks: number;
}

function startWriter(): Writer {
  const script = fileURLToPath(new URL("./writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, dir, "700"], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: dirname(script),
  });
  children.push(child);
  let rest = "";
  const writer: Writer = { child, acks: 0, closed: new Promise<void>((done) => child.once("close", () => done())) };
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [word, size, root] = line.split(" ");
      if (word === "ack" && size && root) {
        acked.set(Number(size), root);
        writer.acks++;
      } else if (word === "fault" && size) faults.add(size);
    }
  });
  return writer;
}

async function untilAcks(writer: Writer, more: number): Promise<void> {
  const goal = writer.acks + more;
  for (let waited = 0; writer.acks < goal; waited += 5) {
    if (waited > 120_000 || writer.child.exitCode !== null) throw new Error("the writer does not write");
    await sleep(5);
  }
}

const serverPid = () => Number(readFileSync(join(dir, "pg", "postmaster.pid"), "utf8").split("\n")[0]);

/** Workers of the server: the processes that it is the parent of. */
function workers(server: number): number[] {
  const pids = readdirSync("/proc").filter((n) => /^\d+$/.test(n));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === server;
    } catch {
      return false;
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** When in a round the blow falls, as a part of 150 ms. */
const moment = dice("store kills");

it(`loses no acknowledged append in ${ROUNDS} kills`, { timeout: 60_000 + ROUNDS * 30_000 }, async () => {
  let writer = startWriter();
  for (let round = 0; round < ROUNDS; round++) {
    await untilAcks(writer, 5);
    await sleep(moment() * 150);
    const server = serverPid();
    const what = round % 4;
    if (what === 0) kill(server);
    if (what === 1) kill(workers(server).at(-1) ?? server);
    if (what === 2) writer.child.kill("SIGKILL");
    if (what === 3) {
      writer.child.kill("SIGKILL");
      for (const pid of [server, ...workers(server)]) kill(pid);
    }
    if (what >= 2) {
      await writer.closed;
      writer = startWriter();
    }
  }
  await untilAcks(writer, 5);
  writer.child.kill("SIGKILL");
  await writer.closed;

  const database = await openDatabase({ dataDir: dir }, () => undefined);
  const { ledger } = postgresStore(database.db, sealerOf(new Uint8Array(32)));
  const head = await ledger.head(BODY);
  const last = Math.max(...acked.keys());
  expect(acked.size).toBeGreaterThan(ROUNDS * 4);
  expect(head?.size).toBeGreaterThanOrEqual(last);
  let root: Uint8Array = ZERO;
  let confirmed = 0;
  const leaves: Uint8Array[] = [];
  for await (const e of ledger.readEntries(BODY, 0, head?.size ?? 0)) {
    expect(e.index).toBe(leaves.length);
    leaves.push(e.leaf);
    if (!Buffer.from(leafHash(e.bytes)).equals(e.leaf)) throw new Error(`entry ${e.index} is damaged`);
    root = chain(root, [e]);
    const said = acked.get(leaves.length);
    if (said !== undefined) {
      expect(Buffer.from(root).toString("hex")).toBe(said);
      confirmed++;
    }
  }
  expect(confirmed).toBe(acked.size);
  expect(leaves.length).toBe(head?.size);
  expect(Buffer.from(root).equals(head?.root ?? ZERO)).toBe(true);
  expect(Buffer.from(await ledger.leaves(BODY)).equals(Buffer.concat(leaves))).toBe(true);
  // A database that goes away while one writes is told as such, never as something else.
  expect([...faults].filter((f) => f !== "LostDatabase" && f !== "LeaseLost")).toEqual([]);
  await database.close();
  console.log(`${ROUNDS} kills, ${acked.size} acknowledged groups, ${leaves.length} entries, all there`);
});
