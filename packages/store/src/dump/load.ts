/**
 * Reads a backup into an empty store, in one transaction: all of it or nothing. Checks the framing,
 * the checksum and that every record is whole; that records are honest is for `verify`.
 */
import { createHash } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { codeOf, DamagedBackup, NewerSchema, NotEmpty, translate } from "../errors.ts";
import { MIGRATIONS } from "../migrations/migrate.ts";
import { IDLE_FOR_FILES } from "../pool.ts";
import { TILE } from "../postgres/entries.ts";
import type { Tables } from "../schema.ts";
import { BACKUP_VERSION } from "./dump.ts";
import { DUMPED, type DumpedTable, fromLine, RESET } from "./tables.ts";

/** Longest line taken: the largest attachment in base64 has room many times over. */
const LONGEST_LINE = 64 << 20;

/** What was read in. */
export interface Loaded {
  readonly bodies: number;
  readonly rows: number;
  /** When the backup was made. */
  readonly at: number;
}

/** Reads a backup. Throws `NotEmpty`, `DamagedBackup`, `NewerSchema`; then nothing was changed. */
export async function loadAll(
  db: Kysely<Tables>,
  source: AsyncIterable<Uint8Array>,
  onProgress?: (table: string, rows: number) => void,
): Promise<Loaded> {
  try {
    return await db.transaction().execute(async (tx) => {
      // A slow disk or stick on the other side must not end it.
      await sql`set local idle_in_transaction_session_timeout = ${sql.lit(IDLE_FOR_FILES)}`.execute(tx);
      await refuseUnlessEmpty(tx);
      const loaded = await readLines(tx, source, onProgress);
      return { ...loaded, bodies: await finishRecords(tx) };
    });
  } catch (error) {
    throw translate(error);
  }
}

async function refuseUnlessEmpty(tx: Transaction<Tables>): Promise<void> {
  for (const { name } of DUMPED) {
    const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx);
    if (found.rows[0]?.n !== 0) {
      const bodies = await sql<{ n: number }>`select count(*) as n from bodies`.execute(tx);
      throw new NotEmpty(bodies.rows[0]?.n ?? 0);
    }
  }
}

async function readLines(
  tx: Transaction<Tables>,
  source: AsyncIterable<Uint8Array>,
  onProgress?: (table: string, rows: number) => void,
): Promise<{ rows: number; at: number }> {
  const hash = createHash("sha256");
  let header: { at: number } | undefined;
  let end: { rows?: unknown; sha256?: unknown } | undefined;
  let rows = 0;
  let current: DumpedTable | undefined;
  let batch: unknown[][] = [];
  const flush = async () => {
    if (current && batch.length > 0) await insert(tx, current, batch);
    batch = [];
    if (current) onProgress?.(current.name, rows);
  };
  for await (const text of lines(source)) {
    if (end) throw new DamagedBackup("something follows its end");
    const value = parse(text);
    if (!header) header = checkHeader(value);
    else if (Array.isArray(value)) {
      const [name, values] = value as [unknown, unknown];
      const table = DUMPED.find((t) => t.name === name);
      if (!table || !Array.isArray(values) || values.length !== Object.keys(table.columns).length)
        throw new DamagedBackup(`row ${rows + 1} is not understood`);
      if (table !== current || batch.length >= table.batch) await flush();
      current = table;
      batch.push(values);
      rows++;
    } else {
      end = value as { rows?: unknown; sha256?: unknown };
      continue;
    }
    hash.update(text).update("\n");
  }
  await flush();
  if (!header || !end) throw new DamagedBackup("it is cut short");
  if (end.rows !== rows || end.sha256 !== hash.digest("hex"))
    throw new DamagedBackup("its checksum does not fit: it was altered or damaged");
  return { rows, at: header.at };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedBackup("a line is not JSON");
  }
}

function checkHeader(value: unknown): { at: number } {
  const header = value as { nabat?: unknown; version?: unknown; schema?: unknown; at?: unknown } | null;
  if (header?.nabat !== "backup" || typeof header.at !== "number")
    throw new DamagedBackup("it is not a backup of Nabat");
  if (header.version !== BACKUP_VERSION)
    throw new DamagedBackup(`it has version ${String(header.version)}, this Nabat reads version ${BACKUP_VERSION}`);
  if (typeof header.schema !== "number" || header.schema > MIGRATIONS.length)
    throw new NewerSchema(Number(header.schema), MIGRATIONS.length);
  return { at: header.at };
}

async function insert(tx: Transaction<Tables>, table: DumpedTable, batch: readonly unknown[][]): Promise<void> {
  const columns = Object.entries(table.columns);
  const reset = Object.entries(RESET[table.name] ?? {});
  const names = sql.join([...columns, ...reset].map(([name]) => sql.ref(name)));
  const rows = batch.map((values) => {
    try {
      return sql`(${sql.join([...columns.map(([, type], i) => fromLine(type, values[i])), ...reset.map(([, value]) => value)])})`;
    } catch (error) {
      throw new DamagedBackup(`a row of ${table.name} is not understood (${(error as Error).message})`);
    }
  });
  try {
    await sql`insert into ${sql.table(table.name)} (${names}) values ${sql.join(rows)}`.execute(tx);
  } catch (error) {
    // A row twice, or one that no table takes: classes 22 and 23 are about the data.
    if (/^2[23]/.test(codeOf(error))) throw new DamagedBackup(`a row of ${table.name} does not fit`);
    throw error;
  }
}

/** Packs leaf tiles again and refuses records with a gap. Returns the number of bodies. */
async function finishRecords(tx: Transaction<Tables>): Promise<number> {
  const bodies = await tx.selectFrom("bodies").select(["body", "size"]).execute();
  for (const { body, size } of bodies) {
    const found = await sql<{
      n: number;
      last: number | null;
    }>`select count(*) as n, max(idx) as last from entries where body = ${body}`.execute(tx);
    const { n, last } = found.rows[0] ?? { n: 0, last: null };
    if (n !== size || (last ?? -1) !== size - 1)
      throw new DamagedBackup(`the record of ${Buffer.from(body).toString("hex")} is not whole`);
    await sql`insert into leaf_tiles (body, tile, hashes)
      select body, tile, string_agg(leaf, ''::bytea order by idx)
      from (select body, idx, leaf, idx / 256 as tile from entries
        where body = ${body} and idx < ${Math.floor(size / TILE) * TILE}) as filled
      group by body, tile`.execute(tx);
  }
  return bodies.length;
}

async function* lines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of source) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      yield Buffer.concat([...parts, rest.subarray(0, at)]).toString("utf8");
      parts = [];
      held = 0;
      rest = rest.subarray(at + 1);
    }
    held += rest.length;
    if (held > LONGEST_LINE) throw new DamagedBackup("a line is too long");
    // Streams may use a chunk's memory again.
    if (rest.length > 0) parts.push(Buffer.from(rest));
  }
  if (held > 0) throw new DamagedBackup("it is cut short");
}
