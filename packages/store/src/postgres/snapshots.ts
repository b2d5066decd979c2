/** Kept states, in parts of one mebibyte so that a large one needs no large statement. */
import type { BodyId, Hash } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import type { Snapshot, Snapshots } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat, transact } from "../transact.ts";
import { hex, raw } from "./bytes.ts";

const PART = 1 << 20;

/** The {@link Snapshots} over `db`. */
export function postgresSnapshots(db: Kysely<Tables>): Snapshots {
  return {
    put: (body, s) =>
      transact(db, async (tx) => {
        const parts = Math.max(1, Math.ceil(s.bytes.length / PART));
        await tx
          .deleteFrom("snapshots")
          .where("body", "=", raw(body))
          .where("rules_version", "=", s.rulesVersion)
          .where("code_hash", "=", raw(s.codeHash))
          .where("size", "=", s.size)
          .execute();
        for (let part = 0; part < parts; part++) {
          const bytes = s.bytes.subarray(part * PART, (part + 1) * PART);
          const row = { body: raw(body), rules_version: s.rulesVersion, code_hash: raw(s.codeHash), size: s.size };
          await tx
            .insertInto("snapshots")
            .values({ ...row, part, parts, state_hash: raw(s.stateHash), bytes })
            .execute();
        }
      }),
    latest: (body, rulesVersion, codeHash, atMost) => latest(db, body, rulesVersion, codeHash, atMost),
    prune: async (body, codeHash, keep) => {
      await repeat(() =>
        sql`delete from snapshots as s where s.body = ${raw(body)} and (s.code_hash <> ${raw(codeHash)} or s.size not in (
          select distinct k.size from snapshots as k where k.body = ${raw(body)} and k.code_hash = ${raw(codeHash)}
          order by k.size desc limit ${keep}))`.execute(db),
      );
    },
    drop: async (body) => {
      await repeat(() => db.deleteFrom("snapshots").where("body", "=", raw(body)).execute());
    },
  };
}

async function latest(
  db: Kysely<Tables>,
  body: BodyId,
  rulesVersion: string,
  codeHash: Hash,
  atMost?: number,
): Promise<Snapshot | null> {
  const of = db
    .selectFrom("snapshots")
    .where("body", "=", raw(body))
    .where("rules_version", "=", rulesVersion)
    .where("code_hash", "=", raw(codeHash));
  const bound = atMost === undefined ? of : of.where("size", "<=", atMost);
  const first = await repeat(() =>
    bound
      .select(["size", "parts", "state_hash"])
      .where("part", "=", 0)
      .orderBy("size", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  if (!first) return null;
  const chunks: Uint8Array[] = [];
  for (let part = 0; part < first.parts; part++) {
    const row = await repeat(() =>
      of.select("bytes").where("size", "=", first.size).where("part", "=", part).executeTakeFirst(),
    );
    // Pruned while it was read: the caller folds from an older one or from the start.
    if (!row) return null;
    chunks.push(row.bytes);
  }
  return { size: first.size, rulesVersion, codeHash, stateHash: hex(first.state_hash) as Hash, bytes: join(chunks) };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((n, c) => n + c.length, 0));
  let at = 0;
  for (const c of chunks) {
    out.set(c, at);
    at += c.length;
  }
  return out;
}
