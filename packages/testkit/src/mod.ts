/** Builders, a fake clock, clerks in one process, a browser. Tests only. */
export * from "./body.ts";
export * from "./keys.ts";
export * from "./assembly.ts";
export * from "./record.ts";
export * from "./meeting.ts";
export * from "./listing.ts";
export * from "./newcomers.ts";
