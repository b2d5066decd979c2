/**
 * A process for tests that appends without pause and says after each append what is durable:
 * `ack SIZE ROOT`. The root is a hash chain over all leaves, so that the reader can recompute it.
 * When the database goes away under it, it reads the head again and goes on.
 */
import { createHash, randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { BodyId } from "@nabat/kernel";
import { entry } from "../contract/fixture.ts";
import { openDatabase } from "../database.ts";
import { DiskFull, LeaseLost, LostDatabase } from "../errors.ts";
import type { Head, NewEntry } from "../ports.ts";
import { sealerOf } from "../seal.ts";
import { postgresStore } from "../store.ts";

/** The chain's next link over the leaves of `entries`. */
export function chain(root: Uint8Array, entries: readonly Pick<NewEntry, "leaf">[]): Uint8Array {
  return entries.reduce((at, e) => new Uint8Array(createHash("sha256").update(at).update(e.leaf).digest()), root);
}

export const BODY = "ab".repeat(32) as BodyId;
export const ZERO = new Uint8Array(32);

const say = (line: string) => writeSync(1, `${line}\n`);

/** Appends until the disk is full. `size`: bytes an entry. */
async function write(dataDir: string, size: number, reserveBytes: number | undefined): Promise<void> {
  const database = await openDatabase({ dataDir, reserveBytes }, (_level, message) => say(`log ${message}`));
  const { ledger, leases } = postgresStore(database.db, sealerOf(new Uint8Array(32)));
  const holder = randomUUID();
  let head: Head | null = null;
  say("open");
  for (let n = 0; ; n++) {
    const entries = Array.from({ length: 1 + (n % 20) }, () => entry(size));
    const start = { role: "clerk", clerkKey: "k", practice: false, createdAt: 0, leaseMs: 60_000 } as const;
    try {
      if (head === null) {
        head = await ledger.head(BODY);
        if (head) await leases.acquire(BODY, holder, 60_000);
      }
      const at: number = head?.size ?? 0;
      const before: Uint8Array = head?.root ?? ZERO;
      const root = chain(before, entries);
      const group = { expectedSize: at, epoch: 1, holder, root, entries };
      await (head ? ledger.append(BODY, group) : ledger.create(BODY, start, group));
      say(`ack ${at + entries.length} ${Buffer.from(root).toString("hex")}`);
      head = {
        ...(head ?? {
          body: BODY,
          epoch: 1,
          createdAt: 0,
          role: "clerk",
          clerkKey: "k",
          practice: false,
          leaseHolder: holder,
        }),
        size: at + entries.length,
        root,
      };
    } catch (error) {
      say(`fault ${(error as Error).name} ${(error as Error).message}`);
      if (error instanceof DiskFull) {
        const read = await ledger.head(BODY).catch((e: Error) => e);
        say(`then ${read instanceof Error ? read.name : "readable"}`);
        break;
      }
      if (!(error instanceof LostDatabase) && !(error instanceof LeaseLost)) throw error;
      head = null;
      await sleep(30);
    }
  }
  say("stopped");
  await database.close();
  say("closed");
}

if (process.argv[1]?.endsWith("writer.ts"))
  await write(
    process.argv[2] ?? "",
    Number(process.argv[3] ?? 700),
    process.argv[4] === undefined ? undefined : Number(process.argv[4]),
  );
