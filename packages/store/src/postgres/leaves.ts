/**
 * All leaf hashes of a record, from which the tree is rebuilt at start: full tiles of 256, packed as
 * entries came, then the rest one by one. Tree nodes are not stored: a million leaves are 32 MB.
 */
import type { BodyId } from "@nabat/kernel";
import { type Kysely, sql } from "kysely";
import { DamagedLeaves, UnknownBody } from "../errors.ts";
import type { Tables } from "../schema.ts";
import { repeat } from "../transact.ts";
import { raw } from "./bytes.ts";
import { TILE } from "./entries.ts";

/** Tiles fetched at a time: 2 MiB. */
const TILES = 256;

/** The first `size` leaf hashes (default: all at the present head) in one array, 32 bytes each. */
export async function readLeaves(db: Kysely<Tables>, body: BodyId, size?: number): Promise<Uint8Array> {
  const key = raw(body);
  if (size === undefined) {
    const head = await repeat(() => db.selectFrom("bodies").select("size").where("body", "=", key).executeTakeFirst());
    if (!head) throw new UnknownBody(body);
    size = head.size;
  }
  const out = new Uint8Array(size * 32);
  const full = Math.floor(size / TILE);
  for (let tile = 0; tile < full;) {
    const end = Math.min(tile + TILES, full);
    const rows = await repeat(() =>
      db
        .selectFrom("leaf_tiles")
        .select(["tile", "hashes"])
        .where("body", "=", key)
        .where("tile", ">=", tile)
        .where("tile", "<", end)
        .orderBy("tile")
        .execute(),
    );
    for (const row of rows) {
      if (row.tile !== tile || row.hashes.length !== TILE * 32)
        throw new DamagedLeaves(`tile ${tile} of ${body} is altered`);
      out.set(row.hashes, tile * TILE * 32);
      tile++;
    }
    if (tile < end) throw new DamagedLeaves(`tile ${tile} of ${body} is missing`);
  }
  const rest = await repeat(() =>
    sql<{
      leaves: Uint8Array | null;
      n: number;
    }>`select string_agg(leaf, ''::bytea order by idx) as leaves, count(*) as n
      from entries where body = ${key} and idx >= ${full * TILE} and idx < ${size}`.execute(db),
  );
  const row = rest.rows[0];
  if (row?.n !== size - full * TILE) throw new DamagedLeaves(`entries of ${body} are missing`);
  if (row.leaves) out.set(row.leaves, full * TILE * 32);
  return out;
}
