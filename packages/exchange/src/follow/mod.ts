/** Following another server's record: watching, copying, cosigning. */
export * from "./cosign.ts";
export * from "./follow-state.ts";
export * from "./follower.ts";
export * from "./ingest.ts";
export * from "./keepers.ts";
export * from "./remote.ts";
export * from "./watch.ts";
export * from "./witnessed.ts";
