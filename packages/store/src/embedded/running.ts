/** A server process that runs: telling it from others, asking whether it answers, ending it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf, DatabaseFailed } from "../errors.ts";

/** The cluster's owner, and the database in it. Who reaches the socket is trusted: its folder is closed to others. */
export const USER = "nabat";
export const DATABASE = "postgres";

/** True where process `pid` is alive and stands in `pgDir`: the server of that folder, not a namesake. */
export function runsIn(pid: number, pgDir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  try {
    const here = statSync(`/proc/${pid}/cwd`);
    const there = statSync(pgDir);
    return (
      here.ino === there.ino && here.dev === there.dev && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"))
    );
  } catch {
    // Without /proc the pid must do; with it, a process that can't be looked into is not ours.
    return !existsSync("/proc/self/cwd");
  }
}

/** Whether a server answers on the socket: ready, starting or stopping, or nobody there. */
export async function probe(host: string, port: number): Promise<"ready" | "starting" | "absent"> {
  const client = new pg.Client({ host, port, user: USER, database: DATABASE, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    return codeOf(error) === "ENOENT" || codeOf(error) === "ECONNREFUSED" ? "absent" : "starting";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SIGINT (fast stop: transactions roll back, all is written), then SIGQUIT (at once; the next start recovers). */
export async function end(pid: number, ended: () => boolean, limitMs: number): Promise<void> {
  for (const [signal, limit] of [
    ["SIGINT", limitMs],
    ["SIGQUIT", 5_000],
  ] as const) {
    if (ended()) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (codeOf(error) === "ESRCH") return;
      throw error;
    }
    for (let waited = 0; waited < limit; waited += 10) {
      if (ended()) return;
      await sleep(10);
    }
  }
  throw new DatabaseFailed(`the server (process ${pid}) does not stop`);
}
