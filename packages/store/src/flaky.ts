/**
 * Wrappers for tests: a pool whose transactions fail at random with 40001, as a distributed engine's
 * would, at any statement or at the commit (what fails so has not been written); and one that loses
 * chosen statements with an error that a cluster was seen to give.
 */
import type { PostgresPool, PostgresPoolClient } from "kysely";

/** Chance of a failure per statement, and a source of chance in [0, 1). */
export interface Flakiness {
  readonly rate: number;
  readonly random: () => number;
}

type Query = PostgresPoolClient["query"];
type Plain = (text: unknown, values?: unknown) => Promise<unknown>;

/** Wraps `pool`. `failures()` counts what it threw, so that a test can see it was tried. */
export function flakyPool(pool: PostgresPool, flakiness: Flakiness): PostgresPool & { failures(): number } {
  let failures = 0;
  const fail = (): never => {
    failures++;
    throw Object.assign(new Error("restart transaction: made up by the test"), { code: "40001" });
  };
  return {
    failures: () => failures,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const plain = client.query.bind(client) as unknown as Plain;
      const query = async (text: unknown, values?: unknown) => {
        const statement = typeof text === "string" ? text : "";
        const ends = statement === "rollback";
        if (!ends && flakiness.random() < flakiness.rate) {
          if (statement === "commit") await plain("rollback");
          fail();
        }
        return await plain(text, values);
      };
      return { query: query as unknown as Query, release: () => client.release() };
    },
  };
}

/** Which statements are lost, how the driver tells it, and whether the database had carried them out. */
export interface Loss {
  readonly of: (statement: string) => boolean;
  readonly code: string;
  readonly message: string;
  readonly done?: boolean;
}

/** Wraps `pool` so that it loses what `losses` names; they may be changed while it runs. */
export function losingPool(pool: PostgresPool, losses: readonly Loss[]): PostgresPool {
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const plain = client.query.bind(client) as unknown as Plain;
      const query = async (text: unknown, values?: unknown) => {
        const loss = losses.find((l) => l.of(typeof text === "string" ? text : ""));
        if (!loss || loss.done) {
          const result = await plain(text, values);
          if (!loss) return result;
        } else if (text === "commit") await plain("rollback");
        throw Object.assign(new Error(loss.message), { code: loss.code });
      };
      return { query: query as unknown as Query, release: () => client.release() };
    },
  };
}
