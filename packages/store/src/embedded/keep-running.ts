/**
 * Keeping the embedded server up: its process is watched and started again when it ends by itself;
 * while the disk is full it is tried again until there is room. What is wrong is said in one place.
 */
import type { StoreFault } from "../errors.ts";
import { DatabaseFailed, DiskFull } from "../errors.ts";
import type { Log } from "../ports.ts";
import { type Cluster, type ClusterOptions, startCluster } from "./cluster.ts";

const WATCH_MS = 250;
const FULL_DISK_PAUSE_MS = 2_000;
const RESTARTS_A_MINUTE = 5;

/** A server that is kept up. */
export interface Kept {
  now(): Cluster;
  /** Why it does not run just now, or null. */
  trouble(): StoreFault | null;
  stop(): Promise<void>;
  /** Ends the watch and lets the server run. */
  leave(): Promise<void>;
}

/** Starts the server of the folder and keeps it up. `onLost` is told once if that is given up. */
export async function keepRunning(
  options: ClusterOptions,
  log: Log,
  onLost: (fault: StoreFault) => void,
): Promise<Kept> {
  let server = await startCluster(options, log);
  let trouble: StoreFault | null = null;
  let stopping = false;
  let restarting: Promise<void> | null = null;
  let next = 0;
  const restarts: number[] = [];

  const restart = async () => {
    const now = performance.now();
    if (trouble === null) log("error", "the database server ended by itself; starting it again", {});
    try {
      if (
        trouble === null &&
        restarts.push(now) &&
        restarts.filter((at) => now - at < 60_000).length > RESTARTS_A_MINUTE
      )
        throw new DatabaseFailed("the server keeps ending");
      server = await startCluster(options, log);
      trouble = null;
      log("info", "the database is back", { pid: server.pid });
    } catch (error) {
      const fault = error as StoreFault;
      if (fault instanceof DiskFull) {
        if (trouble === null) log("error", fault.message, { advice: fault.advice });
        trouble = fault;
        next = performance.now() + FULL_DISK_PAUSE_MS;
      } else if (
        fault instanceof DatabaseFailed &&
        restarts.filter((at) => now - at < 60_000).length <= RESTARTS_A_MINUTE
      ) {
        // Killed while it was starting, perhaps: tried again at the next watch, as often as a minute allows.
        log("warn", fault.message, { advice: fault.advice });
      } else {
        trouble = fault;
        stopping = true;
        onLost(fault);
      }
    }
  };

  const watch = setInterval(() => {
    if (stopping || restarting || !server.ended() || performance.now() < next) return;
    restarting = restart().finally(() => (restarting = null));
  }, WATCH_MS);
  watch.unref();

  const leave = async () => {
    stopping = true;
    clearInterval(watch);
    await restarting;
  };
  return {
    now: () => server,
    trouble: () => trouble,
    leave,
    async stop() {
      await leave();
      await server.stop();
    },
  };
}
