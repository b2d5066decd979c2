/** Reading sessions, sign-in challenges, and submissions that wait for their answer. */
import type { ActId, Hash, KeyId, MemberId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import type { Sessions, Submissions } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { hex, raw } from "./bytes.ts";

/** The {@link Sessions} over `db`. */
export function postgresSessions(db: Kysely<Tables>): Sessions {
  return {
    open: async (body, s) => {
      const row = { body: raw(body), token_hash: raw(s.tokenHash), member: s.member, key: s.key, expires: s.expires };
      await repeat(() => db.insertInto("sessions").values(row).execute());
    },
    find: async (body, tokenHash, now) => {
      const row = await repeat(() =>
        db
          .selectFrom("sessions")
          .selectAll()
          .where("body", "=", raw(body))
          .where("token_hash", "=", raw(tokenHash))
          .where("expires", ">", now)
          .executeTakeFirst(),
      );
      return row
        ? {
            tokenHash: hex(row.token_hash) as Hash,
            member: row.member as MemberId,
            key: row.key as KeyId,
            expires: row.expires,
          }
        : null;
    },
    close: async (body, tokenHash) => {
      await repeat(() =>
        db.deleteFrom("sessions").where("body", "=", raw(body)).where("token_hash", "=", raw(tokenHash)).execute(),
      );
    },
    closeOf: async (body, member, key) => {
      let query = db.deleteFrom("sessions").where("body", "=", raw(body)).where("member", "=", member);
      if (key !== undefined) query = query.where("key", "=", key);
      await repeat(() => query.execute());
    },
    issueChallenge: async (body, challenge, expires) => {
      await repeat(() =>
        db
          .insertInto("challenges")
          .values({ body: raw(body), challenge, expires })
          .execute(),
      );
    },
    spendChallenge: async (body, challenge, now) => {
      const spent = await repeat(() =>
        db
          .deleteFrom("challenges")
          .where("body", "=", raw(body))
          .where("challenge", "=", challenge)
          .returning("expires")
          .executeTakeFirst(),
      );
      return spent !== undefined && spent.expires > now;
    },
    sweep: async (now) => {
      await repeat(() => db.deleteFrom("sessions").where("expires", "<=", now).execute());
      await repeat(() => db.deleteFrom("challenges").where("expires", "<=", now).execute());
    },
  };
}

/** The {@link Submissions} over `db`. */
export function postgresSubmissions(db: Kysely<Tables>): Submissions {
  const toSubmission = (row: Tables["submissions"]) => ({
    actId: hex(row.act_id) as ActId,
    bytes: row.bytes,
    firstSeen: row.first_seen,
  });
  return {
    keep: async (body, s) => {
      const kept = await repeat(() =>
        sql<{ first_seen: number }>`insert into submissions (body, act_id, bytes, first_seen)
          values (${raw(body)}, ${raw(s.actId)}, ${s.bytes}, ${s.firstSeen})
          on conflict (body, act_id) do update set first_seen = least(submissions.first_seen, excluded.first_seen)
          returning first_seen`.execute(db),
      );
      return kept.rows[0]?.first_seen ?? s.firstSeen;
    },
    find: async (body, actId) => {
      const row = await repeat(() =>
        db
          .selectFrom("submissions")
          .selectAll()
          .where("body", "=", raw(body))
          .where("act_id", "=", raw(actId))
          .executeTakeFirst(),
      );
      return row ? toSubmission(row) : null;
    },
    list: async (body) =>
      (
        await repeat(() =>
          db
            .selectFrom("submissions")
            .selectAll()
            .where("body", "=", raw(body))
            .orderBy("first_seen")
            .orderBy("act_id")
            .execute(),
        )
      ).map(toSubmission),
    drop: async (body, actIds) => {
      if (actIds.length === 0) return;
      await repeat(() =>
        sql`delete from submissions where body = ${raw(body)} and act_id = any(${actIds.map(raw)}::bytea[])`.execute(
          db,
        ),
      );
    },
  };
}
