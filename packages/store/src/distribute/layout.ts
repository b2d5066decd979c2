/**
 * What a database says of how its tables lie: plain, or in shards over a cluster of Citus. Reads
 * catalogues only. Tables that are not Nabat's own are left out of sight.
 */
import { type Kysely, sql } from "kysely";
import { OWN_TABLES } from "../dump/tables.ts";
import { StoreFault } from "../errors.ts";
import type { Log } from "../ports.ts";
import { repeat } from "../transact.ts";

/** A table of Nabat's as it lies now. */
export interface TableLayout {
  readonly name: string;
  /** Null: an ordinary table of the node that was asked. */
  readonly spread: { readonly by: string | null; readonly group: number; readonly shards: number } | null;
  /** Bytes that the node which was asked keeps under the table's own name: what a move has yet to clear away. */
  readonly bytes: number;
}

/** A cluster and how Nabat's tables lie in it. */
export interface Layout {
  /** The engine's version, as the extension says it. */
  readonly version: string;
  /** Nodes that take shards. */
  readonly nodes: readonly string[];
  readonly tables: readonly TableLayout[];
}

/** How the tables lie; null where the extension is not in this database. */
export async function readLayout<T>(db: Kysely<T>): Promise<Layout | null> {
  const found = await repeat(() =>
    sql<{ version: string }>`select extversion as version from pg_extension where extname = 'citus'`.execute(db),
  );
  const version = found.rows[0]?.version;
  if (version === undefined) return null;
  const nodes = await repeat(() =>
    sql<{ node: string }>`select nodename || ':' || nodeport as node from pg_dist_node
      where isactive and noderole = 'primary' and shouldhaveshards order by nodeid`.execute(db),
  );
  const tables = await repeat(() =>
    sql<Row>`select c.relname as name, p.partmethod as method, p.colocationid as group,
        case when p.partkey is null then null else column_to_column_name(p.logicalrelid, p.partkey) end as by,
        (select count(*) from pg_dist_shard as s where s.logicalrelid = c.oid) as shards,
        pg_relation_size(c.oid) as bytes
      from pg_class as c left join pg_dist_partition as p on p.logicalrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
        and c.relname = any(${[...OWN_TABLES]}::text[])
      order by c.relname`.execute(db),
  );
  return {
    version,
    nodes: nodes.rows.map((row) => row.node),
    tables: tables.rows.map((row) => ({
      name: row.name,
      bytes: row.bytes,
      spread:
        row.method === null
          ? null
          : { by: row.method === "h" ? row.by : null, group: row.group ?? 0, shards: row.shards },
    })),
  };
}

interface Row {
  readonly name: string;
  readonly method: string | null;
  readonly group: number | null;
  readonly by: string | null;
  readonly shards: number;
  readonly bytes: number;
}

/** A node of the cluster commits before its disk has it: no receipt could be given. */
export class CarelessNodes extends StoreFault {
  constructor(nodes: readonly string[]) {
    super(
      `Commits on ${nodes.join(", ")} don't wait for the disk (synchronous_commit is off there).`,
      "A receipt says that an act is on disk: set synchronous_commit = on in the configuration of these nodes and reload it.",
    );
  }
}

/**
 * Refuses nodes that commit before their disk has it; those that don't answer are passed over. A session
 * here sets its own commits, but Citus hands no such setting on to its nodes. Throws {@link CarelessNodes}.
 */
export async function refuseCareless<T>(db: Kysely<T>): Promise<void> {
  const found = await repeat(() =>
    sql<{ node: string }>`select nodename || ':' || nodeport as node
      from run_command_on_workers('show synchronous_commit') where success and result = 'off'`.execute(db),
  );
  if (found.rows.length > 0) throw new CarelessNodes(found.rows.map((row) => row.node));
}

/**
 * A look at the cluster as a server opens it: refuses careless nodes, and says which tables a new version
 * has added that still lie on one node. Does nothing on a database that is no cluster.
 */
export async function lookAtCluster<T>(db: Kysely<T>, log: Log): Promise<void> {
  const layout = await readLayout(db);
  if (!layout?.tables.some((t) => t.spread !== null)) return;
  await refuseCareless(db);
  const left = layout.tables.filter((t) => t.spread === null).map((t) => t.name);
  if (left.length > 0)
    log("warn", "some tables lie on one node of the cluster: run `nabat database distribute`", { tables: left });
}
