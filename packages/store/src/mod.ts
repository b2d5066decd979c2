/** The store: PostgreSQL behind small ports. The clerk opens a database and composes a store over it. */
export * from "./database.ts";
export { distribute, type Distributed, type DistributeOptions, type Laid } from "./distribute/distribute.ts";
export { CannotDistribute } from "./distribute/plan.ts";
export { dumpAll, type DumpOptions } from "./dump/dump.ts";
export { loadAll, type Loaded } from "./dump/load.ts";
export * from "./errors.ts";
export * from "./ports.ts";
export { keyFileSealer, type Sealer, sealerOf } from "./seal.ts";
export { postgresRecords, postgresStore } from "./store.ts";
export { hasKeys } from "./postgres/settings.ts";
export { transact } from "./transact.ts";
export type { Tables } from "./schema.ts";
