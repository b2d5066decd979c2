/** A checker's tools on this machine: in this thread for a small record, else with a pool of threads. */
import { availableParallelism } from "node:os";
import { KINDS } from "@nabat/body";
import { bundleReader, statedHead, type Tools } from "@nabat/body/checker/mod.ts";
import { sha256, verify } from "@nabat/platform";
import { VerifyPool } from "@nabat/platform/verify-pool/pool.ts";
import type { Report } from "./progress.ts";

/** Below this many entries threads cost more than they save. */
const SMALL = 600;

/** Runs `work` with a checker's tools: in this thread for a small record, else with a pool. */
export async function withTools<T>(
  size: number,
  threads: number | undefined,
  report: Report,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  if (size <= SMALL && threads === undefined) {
    return work({
      kinds: KINDS,
      sha256,
      read: bundleReader(sha256, verify),
      verify,
      now: Date.now(),
      progress: report,
    });
  }
  const pool = new VerifyPool(threads ?? availableParallelism());
  try {
    return await work({
      kinds: KINDS,
      sha256,
      read: pool.read,
      verify: pool.verify,
      now: Date.now(),
      depth: 2 * pool.threads + 2,
      progress: report,
    });
  } finally {
    await pool.close();
  }
}

/** The size that a source's checkpoint states, 0 where it can't be read. */
export function statedSize(checkpoint: Uint8Array): number {
  const head = statedHead(checkpoint);
  return head.ok ? head.value.checkpoint.size : 0;
}
