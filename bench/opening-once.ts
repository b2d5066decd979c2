/**
 * One measurement of bench/opening.ts, in a process of its own: starts the server of a checkout on a data
 * folder, asks for one body's page, and while it waits for it asks for another body's again and again.
 *
 *   node --import tsx bench/opening-once.ts CHECKOUT DATA BODY OTHER anew|make|kept
 *
 * How long the thread is held is told by a clock that should tick every 10 ms; how much of that it was busy
 * itself, and not waiting for a processor that others use, by the system's account of the thread.
 */
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { readConfig, startServer } from "@nabat/server";

/** `anew`: all entries are folded; `make`: and a snapshot made; `kept`: opened from it. */
export type What = "anew" | "make" | "kept";

export interface Measured {
  /** From the first request to its answer, ms; for `make` to the snapshot. */
  readonly took: number;
  /** Processor time of the process meanwhile, all threads, ms. */
  readonly processor: number;
  /** Longest that the thread was held, ms by the clock, and how many of them it was busy. */
  readonly held: number;
  readonly heldBusy: number;
  /** The other body's page: 95 of 100 came within, ms; how many came. */
  readonly otherP95: number;
  readonly others: number;
  /** Most memory, MiB. */
  readonly mib: number;
}

const TICK = 10;
/** How often the other body is asked for, ms: seldom while all entries are folded, so that it adds little to the work that is measured. */
const EVERY = { anew: 500, make: 500, kept: 50 } as const;
const FIELDS = `/proc/self/task/${process.pid}/schedstat`;

/** Busy time of this thread, ms; the process's where the system doesn't tell. */
function busy(): number {
  if (existsSync(FIELDS)) return Number(readFileSync(FIELDS, "utf8").split(" ")[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Watches this thread until it is told to stop. */
function watch(): () => { held: number; heldBusy: number } {
  const delay = monitorEventLoopDelay({ resolution: TICK });
  delay.enable();
  let last = performance.now();
  let lastBusy = busy();
  let held = 0;
  let heldBusy = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const nowBusy = busy();
    held = Math.max(held, now - last - TICK);
    heldBusy = Math.max(heldBusy, nowBusy - lastBusy);
    last = now;
    lastBusy = nowBusy;
  }, TICK);
  return () => {
    clearInterval(timer);
    delay.disable();
    return { held: Math.max(held, delay.max / 1e6 - TICK), heldBusy };
  };
}

/** Reads a page, however long it takes. */
function page(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString()));
      answer.on("end", () =>
        answer.statusCode === 200 && text.includes("</html>")
          ? resolve(text)
          : reject(new Error(`${answer.statusCode} ${text}`)),
      );
    }).on("error", reject);
  });
}

async function measure(checkout: string, data: string, body: string, other: string, what: What): Promise<Measured> {
  const door = pathToFileURL(join(checkout, "packages/server/src/mod.ts")).href;
  const server = (await import(door)) as { readConfig: typeof readConfig; startServer: typeof startServer };
  const config = server.readConfig({ data, port: 0, example: "", snapshotEvery: what === "anew" ? 0 : 20_000 }, {});
  const running = await server.startServer(config, { log: { info: () => {}, warn: () => {}, error: () => {} } });
  // The small body is open before, and the code for its pages warm.
  for (let i = 0; i < 20; i++) await page(`${running.url}/b/${other}`);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const asking = setInterval(() => {
    const sent = performance.now();
    asked.push(page(`${running.url}/b/${other}`).then(() => void times.push(performance.now() - sent)));
  }, EVERY[what]);
  const before = process.cpuUsage();
  const began = performance.now();
  const held = watch();
  await page(`${running.url}/b/${body}`);
  if (what === "make") await running.snapshots.idle();
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const holds = held();
  clearInterval(asking);
  await Promise.all(asked);
  await running.close();
  times.sort((a, b) => a - b);
  return {
    took,
    processor: (user + system) / 1000,
    ...holds,
    otherP95: times[Math.floor(times.length * 0.95)] ?? 0,
    others: times.length,
    mib: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const [checkout = "", data = "", body = "", other = "", what = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(checkout, data, body, other, what as What)));
