/** The database's own clock in milliseconds: leases expire by it, so that machines need not agree. */
import { sql } from "kysely";

export const nowMs = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
