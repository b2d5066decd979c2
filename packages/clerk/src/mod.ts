/** The door of `clerk`: the bodies kept on a server, each with its one writer. */
export * from "./act-index.ts";
export * from "./checkpoints.ts";
export * from "./clerk.ts";
export * from "./evidence.ts";
export * from "./handover.ts";
export * from "./house-ports.ts";
export * from "./house.ts";
export * from "./load.ts";
export * from "./withhold.ts";
export { codeHash } from "./snapshots/code-hash.ts";
export { SnapshotKeeper } from "./snapshots/keeper.ts";
export { sealKey } from "./snapshots/sealed.ts";
