/**
 * The job queue: rows written in the transaction of the act that causes them, taken with
 * `for update skip locked` inside one body, hidden while worked on, deleted when done. At least once.
 * A claim clears `dedupe`, so that a need that arises while the job runs makes a new job.
 */
import { type Kysely, sql } from "kysely";
import type { Job, Outbox } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat, transact } from "../transact.ts";
import { bodyKey, bodyOf } from "./bytes.ts";
import { insertJobs } from "./entries.ts";

/** The {@link Outbox} over `db`. */
export function postgresOutbox(db: Kysely<Tables>): Outbox {
  return {
    add: (body, jobs) => transact(db, (tx) => insertJobs(tx, body, jobs)),
    claim: (now, limit, hideMs, kinds) => claim(db, now, limit, hideMs, kinds),
    done: async (job) => {
      // Only this claim's row: a job that was hidden too long and taken by another is theirs to finish.
      await repeat(() =>
        db
          .deleteFrom("outbox")
          .where("body", "=", bodyKey(job.body))
          .where("id", "=", job.id)
          .where("attempts", "=", job.attempts)
          .execute(),
      );
    },
    again: async (job, due, reason) => {
      await repeat(() =>
        db
          .updateTable("outbox")
          .set({ due, reason: reason.slice(0, 500) })
          .where("body", "=", bodyKey(job.body))
          .where("id", "=", job.id)
          .where("attempts", "=", job.attempts)
          .execute(),
      );
    },
    waiting: async () => {
      const row = await repeat(() =>
        sql<{ n: number; due: number | null }>`select count(*) as n, min(due) as due from outbox`.execute(db),
      );
      return { count: row.rows[0]?.n ?? 0, oldestDue: row.rows[0]?.due ?? null };
    },
  };
}

async function claim(
  db: Kysely<Tables>,
  now: number,
  limit: number,
  hideMs: number,
  kinds?: readonly string[],
): Promise<Job[]> {
  const ofKind = kinds ? sql`and kind = any(${kinds}::text[])` : sql``;
  const bodies = await repeat(() =>
    sql<{
      body: Uint8Array;
    }>`select body from outbox where due <= ${now} ${ofKind} group by body order by min(due) limit ${limit}`.execute(
      db,
    ),
  );
  const jobs: Job[] = [];
  for (const { body } of bodies.rows) {
    if (jobs.length >= limit) break;
    const rows = await transact(db, (tx) =>
      sql<Tables["outbox"]>`update outbox set attempts = attempts + 1, due = ${now + hideMs}, dedupe = null
        where body = ${body} and id in (
          select id from outbox where body = ${body} and due <= ${now} ${ofKind}
          order by due, id limit ${limit - jobs.length} for update skip locked)
        returning *`.execute(tx),
    );
    for (const row of rows.rows) {
      jobs.push({
        id: row.id,
        body: bodyOf(row.body),
        kind: row.kind,
        due: row.due,
        payload: row.payload,
        attempts: row.attempts,
      });
    }
  }
  return jobs;
}
