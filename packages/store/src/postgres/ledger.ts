/**
 * Records in PostgreSQL. The head row of a body is moved by compare-and-set (size, epoch, holder,
 * unexpired lease); its row lock orders appends, so entries can have no gap and no second writer.
 */
import type { ActId, BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import { BodyExists, codeOf, Conflict, DuplicateAct, LeaseLost, UnknownBody } from "../errors.ts";
import type { Append, Checkpoint, Head, Ledger, NewBody, NewRefusal, Role, StoredEntry } from "../ports.ts";
import type { Tables } from "../schema.ts";
import { repeat, transact } from "../transact.ts";
import { hex, raw } from "./bytes.ts";
import { nowMs } from "./clock.ts";
import { eraseAttachments, insertAttachments, insertEntries, insertJobs, insertRefusals } from "./entries.ts";
import { readBytes } from "./entry-bytes.ts";
import { readLeaves } from "./leaves.ts";

/** Rows fetched at a time while streaming entries. */
const BATCH = 2000;

type Db = Kysely<Tables>;

/** The {@link Ledger} over `db`. */
export function postgresLedger(db: Db): Ledger {
  return {
    create: (body, start, first) => create(db, body, start, first),
    append: (body, group) => append(db, body, group),
    head: async (body) => {
      const row = await repeat(() =>
        db.selectFrom("bodies").selectAll().where("body", "=", raw(body)).executeTakeFirst(),
      );
      return row ? toHead(row) : null;
    },
    listBodies: async () =>
      (await repeat(() => db.selectFrom("bodies").selectAll().orderBy("body").execute())).map(toHead),
    readEntries: (body, from, to) => readEntries(db, body, from, to),
    readBytes: (body, from, to) => readBytes(db, body, from, to),
    readAt: (body, indexes) => readAt(db, body, indexes),
    leaves: (body, size) => readLeaves(db, body, size),
    findAct: async (body, actId) => {
      const row = await repeat(() =>
        db
          .selectFrom("entries")
          .selectAll()
          .where("body", "=", raw(body))
          .where("act_id", "=", raw(actId))
          .executeTakeFirst(),
      );
      return row ? toEntry(row) : null;
    },
    findActs: (body, actIds) => findActs(db, body, actIds),
    findRefusal: async (body, actId) => {
      const row = await repeat(() =>
        db
          .selectFrom("refusals")
          .selectAll()
          .where("body", "=", raw(body))
          .where("act_id", "=", raw(actId))
          .executeTakeFirst(),
      );
      return row ? { actId, receipt: row.receipt, at: row.at } : null;
    },
    keepRefusal: (body, refusal: NewRefusal) => transact(db, (tx) => insertRefusals(tx, raw(body), [refusal])),
    checkpoint: (body, size) => checkpoint(db, body, size),
    keepCheckpoint: async (body, c) => {
      await repeat(() => insertCheckpoint(db, raw(body), c).execute());
    },
  };
}

async function create(db: Db, body: BodyId, start: NewBody, first: Append): Promise<void> {
  if (first.expectedSize !== 0) throw new TypeError("a new record starts at size 0");
  await transact(db, async (tx) => {
    const made = await sql`insert into bodies
      (body, role, epoch, size, root, lease_holder, lease_expires, clerk_key, practice, created_at)
      values (${raw(body)}, ${start.role}, ${first.epoch}, ${first.entries.length}, ${first.root}, ${first.holder},
        ${nowMs} + ${start.leaseMs}::bigint, ${start.clerkKey}, ${start.practice}, ${start.createdAt})
      on conflict do nothing`.execute(tx);
    if (made.numAffectedRows !== 1n) throw new BodyExists(body);
    await writeGroup(tx, body, first);
  });
}

async function append(db: Db, body: BodyId, group: Append): Promise<void> {
  const key = raw(body);
  const after = group.expectedSize + group.entries.length;
  const next = group.next;
  await transact(db, async (tx) => {
    const moved = await sql`update bodies set size = ${after}, root = ${group.root}
        ${next ? sql`, epoch = ${next.epoch}, clerk_key = ${next.clerkKey}, role = ${next.role}` : sql``}
      where body = ${key} and size = ${group.expectedSize} and epoch = ${group.epoch}
        and lease_holder = ${group.holder} and lease_expires > ${nowMs}`.execute(tx);
    if (moved.numAffectedRows !== 1n) throw await whyNot(tx, body, group);
    await writeGroup(tx, body, group);
  });
}

async function findActs(db: Db, body: BodyId, actIds: readonly ActId[]): Promise<Map<ActId, number>> {
  if (actIds.length === 0) return new Map();
  const found = await repeat(() =>
    sql<{ act_id: Uint8Array; idx: number }>`select act_id, idx from entries
      where body = ${raw(body)} and act_id = any(${actIds.map(raw)}::bytea[])`.execute(db),
  );
  return new Map(found.rows.map((r) => [hex(r.act_id) as ActId, r.idx]));
}

async function writeGroup(tx: Parameters<typeof insertEntries>[0], body: BodyId, group: Append): Promise<void> {
  const key = raw(body);
  await insertAttachments(tx, key, group.attachments ?? []);
  try {
    await insertEntries(tx, key, group.expectedSize, group.entries);
  } catch (error) {
    throw codeOf(error) === "23505" ? new DuplicateAct(error) : error;
  }
  await insertRefusals(tx, key, group.refusals ?? []);
  await eraseAttachments(tx, key, group.erasures ?? []);
  if (group.checkpoint) await insertCheckpoint(tx, key, group.checkpoint).execute();
  await insertJobs(tx, body, group.jobs ?? []);
}

/** Which condition of the compare-and-set failed, as the fault to throw. */
async function whyNot(tx: Parameters<typeof insertEntries>[0], body: BodyId, group: Append): Promise<Error> {
  const row = await tx
    .selectFrom("bodies")
    .selectAll()
    .select(nowMs.as("now"))
    .where("body", "=", raw(body))
    .executeTakeFirst();
  if (!row) return new UnknownBody(body);
  if (row.epoch !== group.epoch) return new LeaseLost(`epoch ${row.epoch} has begun`);
  if (row.lease_holder !== group.holder)
    return new LeaseLost(row.lease_holder === null ? "nobody holds it" : "another process holds it");
  // The row's node may have a clock of its own: where nothing else differs it was the lease.
  if (row.lease_expires <= row.now || row.size === group.expectedSize) return new LeaseLost("it has expired");
  return new Conflict(group.expectedSize, row.size);
}

async function* readEntries(db: Db, body: BodyId, from: number, to: number): AsyncGenerator<StoredEntry> {
  const key = raw(body);
  for (let at = from; at < to;) {
    const end = Math.min(at + BATCH, to);
    const rows = await repeat(() =>
      db
        .selectFrom("entries")
        .selectAll()
        .where("body", "=", key)
        .where("idx", ">=", at)
        .where("idx", "<", end)
        .orderBy("idx")
        .execute(),
    );
    for (const row of rows) yield toEntry(row);
    if (rows.length < end - at) return;
    at = end;
  }
}

async function readAt(db: Db, body: BodyId, indexes: readonly number[]): Promise<StoredEntry[]> {
  const out: StoredEntry[] = [];
  const wanted = [...new Set(indexes)].sort((a, b) => a - b);
  for (let at = 0; at < wanted.length; at += BATCH) {
    const part = wanted.slice(at, at + BATCH);
    const rows = await repeat(() =>
      db
        .selectFrom("entries")
        .selectAll()
        .where("body", "=", raw(body))
        .where("idx", "in", part)
        .orderBy("idx")
        .execute(),
    );
    for (const row of rows) out.push(toEntry(row));
  }
  return out;
}

async function checkpoint(db: Db, body: BodyId, size?: number): Promise<Checkpoint | null> {
  let query = db.selectFrom("checkpoints").selectAll().where("body", "=", raw(body)).orderBy("size", "desc").limit(1);
  if (size !== undefined) query = query.where("size", "=", size);
  const row = await repeat(() => query.executeTakeFirst());
  return row ? { size: row.size, note: row.note, at: row.at } : null;
}

function insertCheckpoint(db: Db, key: Uint8Array, c: Checkpoint) {
  return db
    .insertInto("checkpoints")
    .values({ body: key, size: c.size, note: c.note, at: c.at })
    .onConflict((on) => on.columns(["body", "size"]).doNothing());
}

function toHead(row: Tables["bodies"]): Head {
  return {
    body: hex(row.body) as string as BodyId,
    role: row.role as Role,
    epoch: row.epoch,
    size: row.size,
    root: row.root,
    clerkKey: row.clerk_key,
    practice: row.practice,
    createdAt: row.created_at,
    leaseHolder: row.lease_holder,
  };
}

function toEntry(row: Tables["entries"]): StoredEntry {
  const entry = {
    index: row.idx,
    actId: hex(row.act_id) as ActId,
    kind: row.kind,
    at: row.at,
    bytes: row.bytes,
    leaf: row.leaf,
  };
  return row.receipt ? { ...entry, receipt: row.receipt } : entry;
}
