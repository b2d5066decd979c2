/** Bundles: one file, the whole body. */
export * from "./backup.ts";
export * from "./entry-bundle.ts";
export * from "./open.ts";
export * from "./stored-source.ts";
export * from "./tar-file.ts";
export * from "./write.ts";
export * from "./from-store.ts";
export * from "./held.ts";
