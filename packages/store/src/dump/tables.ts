/**
 * What a backup holds: every table with its columns and their types, in the order in which they are
 * written. Left out is what can be rebuilt (leaf tiles, snapshots) or must not outlive a move
 * (sessions, challenges, leases, the server's own rows). A test holds this list to the database.
 */

/** How a column's values stand in a line: bytes as base64. */
export type ColumnType = "bytes" | "integer" | "text" | "boolean";

export interface DumpedTable {
  readonly name: string;
  /** Columns of the primary key come first, in its order. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  /** Rows read at a time. */
  readonly batch: number;
}

const table = (
  name: string,
  key: readonly string[],
  columns: Record<string, ColumnType>,
  batch = 500,
): DumpedTable => ({ name, key, columns, batch });

export const DUMPED: readonly DumpedTable[] = [
  table("bodies", ["body"], {
    body: "bytes",
    role: "text",
    epoch: "integer",
    size: "integer",
    root: "bytes",
    clerk_key: "text",
    practice: "boolean",
    created_at: "integer",
  }),
  table("entries", ["body", "idx"], {
    body: "bytes",
    idx: "integer",
    act_id: "bytes",
    kind: "text",
    at: "integer",
    leaf: "bytes",
    bytes: "bytes",
    receipt: "bytes",
  }),
  table(
    "attachments",
    ["body", "hash", "act_id"],
    {
      body: "bytes",
      hash: "bytes",
      act_id: "bytes",
      grade: "text",
      media: "text",
      size: "integer",
      salt: "bytes",
      bytes: "bytes",
      erased_by: "bytes",
    },
    16,
  ),
  table("withheld", ["body", "notice"], {
    body: "bytes",
    notice: "bytes",
    hash: "bytes",
    at: "integer",
    until: "integer",
  }),
  table("refusals", ["body", "act_id"], { body: "bytes", act_id: "bytes", receipt: "bytes", at: "integer" }),
  table("checkpoints", ["body", "size"], { body: "bytes", size: "integer", note: "bytes", at: "integer" }),
  table("cosignatures", ["body", "size", "witness"], {
    body: "bytes",
    size: "integer",
    witness: "text",
    note: "bytes",
    at: "integer",
  }),
  table("follows", ["body", "url"], {
    body: "bytes",
    url: "text",
    since: "integer",
    checked_at: "integer",
    size: "integer",
    fault: "text",
    state: "bytes",
  }),
  table("submissions", ["body", "act_id"], { body: "bytes", act_id: "bytes", bytes: "bytes", first_seen: "integer" }),
  table("outbox", ["body", "id"], {
    body: "bytes",
    id: "text",
    kind: "text",
    due: "integer",
    payload: "bytes",
    attempts: "integer",
    dedupe: "text",
    reason: "text",
  }),
  table("keys", ["body", "name"], { body: "bytes", name: "text", sealed: "bytes" }),
  table("settings", ["body", "name"], { body: "bytes", name: "text", value: "bytes" }),
];

/** Tables that a backup leaves out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  leaf_tiles: "rebuilt from entries when a backup is read in",
  snapshots: "folded again from entries",
  sessions: "people sign in again",
  challenges: "live for minutes",
  schema_version: "the database's own",
  instance: "the running server's own",
};

/** Every table of Nabat's that a database server by URL may hold. */
export const OWN_TABLES: readonly string[] = [
  ...DUMPED.map((t) => t.name),
  ...Object.keys(LEFT_OUT).filter((name) => name !== "instance"),
];

/** Columns of dumped tables that are left out, and what they are set to when read in. */
export const RESET: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  bodies: { lease_holder: null, lease_expires: 0 },
};

/** A database value as it stands in a line. */
export function toLine(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return type === "bytes" ? Buffer.from(value as Uint8Array).toString("base64") : value;
}

/** A line's value for the database. Throws `TypeError` where it is not of the type. */
export function fromLine(type: ColumnType, value: unknown): unknown {
  if (value === null) return null;
  if (type === "integer" && Number.isSafeInteger(value)) return value;
  if (type === "boolean" && typeof value === "boolean") return value;
  if (type === "text" && typeof value === "string") return value;
  if (type === "bytes" && typeof value === "string") {
    const bytes = Buffer.from(value, "base64");
    if (bytes.toString("base64") === value) return bytes;
  }
  throw new TypeError(`not of type ${type}`);
}
