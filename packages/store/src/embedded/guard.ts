/**
 * Between Kysely and the pool of an embedded server: says why there is no connection, where that is
 * known; and begins no transaction when the disk is nearly full. PostgreSQL ends itself when it can't
 * extend its log, and then nobody can read either; refusing writes a little earlier keeps the pages up.
 */
import { statfsSync } from "node:fs";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import { DiskFull, type StoreFault } from "../errors.ts";

/** Free bytes below which nothing more is written: room for a few segments of PostgreSQL's log. */
export const RESERVE_BYTES = 64 << 20;

/** How long a look at the disk holds, milliseconds. */
const LOOK_MS = 100;

type Query = PostgresPoolClient["query"];

/** Wraps `pool`. `trouble`: why the server does not run, or null. */
export function guardedPool(
  pool: PostgresPool,
  dataDir: string,
  reserveBytes: number,
  trouble: () => StoreFault | null,
): PostgresPool {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let room = true;
  const hasRoom = () => {
    const now = performance.now();
    if (now - lookedAt > LOOK_MS) {
      lookedAt = now;
      const disk = statfsSync(dataDir);
      room = disk.bavail * disk.bsize >= reserveBytes;
    }
    return room;
  };
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw trouble() ?? error;
      });
      const plain = client.query.bind(client) as unknown as (text: unknown, values?: unknown) => Promise<unknown>;
      const query = async (text: unknown, values?: unknown) => {
        if (text === "begin" && !hasRoom()) throw new DiskFull(dataDir);
        return await plain(text, values);
      };
      return { query: query as unknown as Query, release: () => client.release() };
    },
  };
}
