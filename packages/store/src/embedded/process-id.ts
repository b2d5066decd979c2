/** Naming a process so that another can tell later whether it still lives, even after its pid was reused. */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process: `boot` and `space` say where its `pid` means anything, `start` tells reused pids apart. */
export interface ProcessId {
  readonly pid: number;
  readonly start: string;
  readonly boot: string;
  readonly space: string;
}

const read = (path: string) => {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
};

/** Clock ticks after boot at which `pid` started (field 22 of /proc/PID/stat); "" where that can't be read. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  // The name in parentheses may hold spaces: count from its end.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** This process. */
export function thisProcess(): ProcessId {
  let space = "";
  try {
    space = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Not Linux: the host's name must do.
  }
  return {
    pid: process.pid,
    start: startOf(process.pid),
    boot: read("/proc/sys/kernel/random/boot_id") || hostname(),
    space,
  };
}

/** "alive", "dead", or "foreign": it ran on another machine, boot or container, so its pid says nothing here. */
export function judge(other: ProcessId): "alive" | "dead" | "foreign" {
  const me = thisProcess();
  if (other.boot !== me.boot || other.space !== me.space) return "foreign";
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "dead";
  }
  return startOf(other.pid) === other.start ? "alive" : "dead";
}

/** As text, and back; null where the text is something else. */
export function processText(id: ProcessId): string {
  return JSON.stringify(id);
}

export function parseProcess(text: string): ProcessId | null {
  try {
    const value = JSON.parse(text) as Partial<ProcessId> | null;
    if (typeof value?.pid !== "number" || typeof value.start !== "string") return null;
    if (typeof value.boot !== "string" || typeof value.space !== "string") return null;
    return value as ProcessId;
  } catch {
    return null;
  }
}
