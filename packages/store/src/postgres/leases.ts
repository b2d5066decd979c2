/** Leases: who keeps a body now, in its head row, by the database's clock. */
import type { BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import { LostDatabase } from "../errors.ts";
import type { Lease, Leases } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { hex, raw } from "./bytes.ts";
import { nowMs } from "./clock.ts";

type Row = Pick<Tables["bodies"], "body" | "epoch" | "size" | "lease_expires">;

/** The {@link Leases} over `db`. */
export function postgresLeases(db: Kysely<Tables>): Leases {
  const renew: Leases["renew"] = async (body, holder, leaseMs) => {
    const kept = await repeat(() =>
      sql<Row>`update bodies set lease_expires = ${nowMs} + ${leaseMs}::bigint
        where body = ${raw(body)} and lease_holder = ${holder} and lease_expires > ${nowMs}
        returning body, epoch, size, lease_expires`.execute(db),
    );
    return toLease(kept.rows[0]);
  };
  /** Those of `bodies` whose rows can be reached and are still held. Throws `lost` where none can be reached. */
  const renewEach = async (bodies: readonly BodyId[], holder: string, leaseMs: number, lost: LostDatabase) => {
    const tried = await Promise.allSettled(bodies.map((body) => renew(body, holder, leaseMs)));
    if (tried.every((t) => t.status === "rejected")) throw lost;
    return tried.flatMap((t) => (t.status === "fulfilled" && t.value ? [t.value.body] : []));
  };
  return {
    acquire: async (body, holder, leaseMs) => {
      const taken = await repeat(() =>
        sql<Row>`update bodies set lease_holder = ${holder}, lease_expires = ${nowMs} + ${leaseMs}::bigint
          where body = ${raw(body)} and (lease_holder is null or lease_holder = ${holder} or lease_expires <= ${nowMs})
          returning body, epoch, size, lease_expires`.execute(db),
      );
      return toLease(taken.rows[0]);
    },
    renew,
    renewAll: async (holder, leaseMs, bodies) => {
      try {
        const kept = await repeat(() =>
          sql<Row>`update bodies set lease_expires = ${nowMs} + ${leaseMs}::bigint
            where lease_holder = ${holder} and lease_expires > ${nowMs} returning body, epoch, size, lease_expires`.execute(
            db,
          ),
        );
        return kept.rows.map((row) => hex(row.body) as string as BodyId);
      } catch (error) {
        if (!(error instanceof LostDatabase) || bodies === undefined) throw error;
        // One node of a cluster may be gone: leases whose rows lie on the others must not lapse with it.
        return await renewEach(bodies, holder, leaseMs, error);
      }
    },
    release: async (body, holder) => {
      await repeat(() =>
        sql`update bodies set lease_holder = null, lease_expires = 0 where body = ${raw(body)} and lease_holder = ${holder}`.execute(
          db,
        ),
      );
    },
    holder: async (body) => {
      const row = await repeat(() =>
        db
          .selectFrom("bodies")
          .select(["lease_holder", "lease_expires"])
          .where("body", "=", raw(body))
          .where("lease_expires", ">", nowMs)
          .executeTakeFirst(),
      );
      return row?.lease_holder ? { holder: row.lease_holder, expires: row.lease_expires } : null;
    },
  };
}

/** Frees every lease. Only for who alone may use the database and knows all former holders dead. */
export async function freeAllLeases(db: Kysely<Tables>): Promise<void> {
  await repeat(() =>
    sql`update bodies set lease_holder = null, lease_expires = 0 where lease_holder is not null`.execute(db),
  );
}

function toLease(row: Row | undefined): Lease | null {
  return row
    ? { body: hex(row.body) as string as BodyId, epoch: row.epoch, size: row.size, expires: row.lease_expires }
    : null;
}
