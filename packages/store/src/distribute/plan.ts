/**
 * What is to be done so that every table lies in shards by `body`, all of a body's rows on one node.
 * Pure: the same layout gives the same plan, and a finished layout an empty one. `bodies` goes first;
 * the others are laid beside it (colocated), so that one body's transaction stays on one node.
 */
import { StoreFault } from "../errors.ts";
import type { Layout, TableLayout } from "./layout.ts";

/** The table beside which all others lie. */
export const ANCHOR = "bodies";

/** Shards of a table where none is asked for: Citus's own default. */
export const SHARDS = 32;

/** `move`: into shards, with the rows that are there. `clear`: an earlier move was cut short after its copy. */
export interface Step {
  readonly table: string;
  readonly do: "move" | "clear";
  readonly bytes: number;
}

/** The tables can't be laid out: what stands in the way, and what to do. Nothing was changed. */
export class CannotDistribute extends StoreFault {}

/** The steps for `layout`. Throws {@link CannotDistribute}. `shards` counts only where nothing is laid out yet. */
export function planOf(layout: Layout, shards?: number): Step[] {
  const anchor = layout.tables.find((t) => t.name === ANCHOR);
  if (!anchor)
    throw new CannotDistribute(
      "This database has no tables of Nabat's.",
      "Start the server on it once, then try again.",
    );
  if (layout.nodes.length === 0)
    throw new CannotDistribute(
      "The cluster has no node that takes shards.",
      "Add its workers with citus_add_node, then try again.",
    );
  for (const table of layout.tables) refuseStrange(table, anchor);
  const laid = anchor.spread?.shards;
  if (shards !== undefined && laid !== undefined && laid !== shards)
    throw new CannotDistribute(
      `The tables lie in ${laid} shards already, not ${shards}.`,
      "Leave the number out, or change it with Citus's own alter_distributed_table.",
    );
  const ordered = [anchor, ...layout.tables.filter((t) => t !== anchor)];
  return ordered.flatMap((t): Step[] => {
    if (t.spread === null) return [{ table: t.name, do: "move", bytes: t.bytes }];
    return t.bytes > 0 ? [{ table: t.name, do: "clear", bytes: t.bytes }] : [];
  });
}

function refuseStrange(table: TableLayout, anchor: TableLayout): void {
  if (table.spread === null) return;
  const fault =
    table.spread.by === null
      ? "is not laid out by hash"
      : table.spread.by !== "body"
        ? `lies by ${table.spread.by}, not by body`
        : anchor.spread === null || table.spread.group !== anchor.spread.group
          ? `does not lie beside ${ANCHOR}`
          : null;
  if (fault === null) return;
  throw new CannotDistribute(
    `The table ${table.name} ${fault}.`,
    "Somebody laid it out by hand: bring it back with Citus's own undistribute_table, then try again.",
  );
}
