/** Leases: who keeps a body now, in its head row, by the database's clock. */
import type { BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import type { Lease, Leases } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { hex, raw } from "./bytes.ts";
import { nowMs } from "./clock.ts";

type Row = Pick<Tables["bodies"], "body" | "epoch" | "size" | "lease_expires">;

/** The {@link Leases} over `db`. */
export function postgresLeases(db: Kysely<Tables>): Leases {
  return {
    acquire: async (body, holder, leaseMs) => {
      const taken = await repeat(() =>
        sql<Row>`update bodies set lease_holder = ${holder}, lease_expires = ${nowMs} + ${leaseMs}::bigint
          where body = ${raw(body)} and (lease_holder is null or lease_holder = ${holder} or lease_expires <= ${nowMs})
          returning body, epoch, size, lease_expires`.execute(db),
      );
      return toLease(taken.rows[0]);
    },
    renew: async (body, holder, leaseMs) => {
      const kept = await repeat(() =>
        sql<Row>`update bodies set lease_expires = ${nowMs} + ${leaseMs}::bigint
          where body = ${raw(body)} and lease_holder = ${holder} and lease_expires > ${nowMs}
          returning body, epoch, size, lease_expires`.execute(db),
      );
      return toLease(kept.rows[0]);
    },
    renewAll: async (holder, leaseMs) => {
      const kept = await repeat(() =>
        sql<Row>`update bodies set lease_expires = ${nowMs} + ${leaseMs}::bigint
          where lease_holder = ${holder} and lease_expires > ${nowMs} returning body, epoch, size, lease_expires`.execute(
          db,
        ),
      );
      return kept.rows.map((row) => hex(row.body) as string as BodyId);
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
