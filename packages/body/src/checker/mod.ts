/** The door of the checker: recomputes a record from its entries alone. */
export * from "./attachments.ts";
export * from "./check.ts";
export * from "./checker.ts";
export * from "./diff.ts";
export * from "./growth.ts";
export * from "./head.ts";
export * from "./read-entries.ts";
export * from "./read-evidence.ts";
export * from "./ref-table.ts";
export * from "./source.ts";
export * from "./verdict.ts";
