/**
 * The database's own clock in milliseconds: leases expire by it, so that machines need not agree. It
 * is the time at which the statement came in, not the moment of reading: a distributed engine works
 * it out once, where the statement enters, and hands shards a constant; a volatile clock it refuses.
 * A statement that waited for a row therefore judges a little early. That can't let two write: who
 * took the row meanwhile has changed holder or size, and the waiting one is checked against these again.
 *
 * In a plain `select` a distributed engine may read the clock of the node that holds the row. What is
 * only read (who holds a lease) is a hint; what is written is judged by one clock.
 */
import { sql } from "kysely";

export const nowMs = sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`;
