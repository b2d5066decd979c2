/**
 * A clerk in a process of its own, and connections that send prepared requests: for faults, load and
 * benches, where what runs must be the program that people start.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");

export interface ClerkProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
  /** `kill -9`, and waits. */
  kill(): Promise<void>;
  /** The end of what it said on standard error. */
  complaint(): string;
}

/** `root`: another checkout than this one; `node`: options for Node itself. */
export interface StartOf {
  readonly root?: string | undefined;
  readonly node?: readonly string[];
}

/** Starts a clerk in a process of its own; resolves with its address. */
export async function startClerk(data: string, env: NodeJS.ProcessEnv = {}, of: StartOf = {}): Promise<ClerkProcess> {
  const child = spawn(
    process.execPath,
    [...(of.node ?? []), join(of.root ?? ROOT, "bin/nabat.mjs"), "serve", "--data", data, "--port", "0", "--json"],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NABAT_EXAMPLE: "0", ...env },
    },
  );
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) resolve(found[0]);
      // Why it doesn't start is said there too.
      else complaint += line;
    });
    child.once("close", (code) => reject(new Error(`the clerk ended with ${code}: ${complaint}`)));
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return gone;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    complaint: () => complaint,
  };
}

/** One connection that sends prepared requests one after another and gives each one's time, ms. */
export function drive(
  port: number,
  requests: readonly Buffer[],
  each: (status: number, ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setNoDelay();
    let next = 0;
    let began = 0;
    let held: Buffer = Buffer.alloc(0);
    const send = () => {
      const request = requests[next++];
      if (!request) {
        socket.end();
        return resolve();
      }
      began = performance.now();
      socket.write(request);
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (chunk: Buffer) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const head = held.indexOf("\r\n\r\n");
      if (head < 0) return;
      const text = held.toString("latin1", 0, head);
      const length = /content-length: (\d+)/i.exec(text);
      const end = head + 4 + (length ? Number(length[1]) : 0);
      if (!length ? !held.includes("0\r\n\r\n", head + 4) : held.length < end) return;
      held = Buffer.alloc(0);
      each(Number(text.slice(9, 12)), performance.now() - began);
      send();
    });
  });
}

/** Sends each request over a connection of its own, as phones do that come one by one; otherwise as {@link drive}. */
export async function driveFresh(
  port: number,
  requests: readonly Buffer[],
  each: (status: number, ms: number) => void,
): Promise<void> {
  for (const request of requests) await drive(port, [request], each);
}

/** An HTTP request for an act with what stands beside it. */
export function requestFor(body: string, act: string, attachments: readonly unknown[]): Buffer {
  const content = JSON.stringify({ act, attachments });
  return Buffer.from(
    `POST /api/bodies/${body}/acts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`,
  );
}

/** Processor seconds (user and system) that a process has used, its threads included; Linux only. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(pid);
  // utime and stime are fields 14 and 15 of the whole line, in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The same for the processes that it started and those that these did, ended ones too: of a clerk, its database. */
export function cpuSecondsBelow(pid: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((n) => /^\d+$/.test(n))) {
    const parent = Number(statOf(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (of: number): number =>
    (children.get(of) ?? []).reduce((sum, child) => {
      const fields = statOf(child);
      // cutime and cstime, fields 16 and 17: of its own children that have ended.
      const used = [11, 12, 13, 14].reduce((n, f) => n + Number(fields[f] ?? 0), 0);
      return sum + used / 100 + below(child);
    }, 0);
  return below(pid);
}

/** Fields of a process's `stat` from the third on; none where it has ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** The middle of a list; of an even one the mean of the two. */
export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2;
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}
