/** The Node door of the adapters. */
export * from "../common/seal.ts";
export * from "../common/seed.ts";
export * from "../common/words.ts";
export * from "./ed25519.ts";
export * from "./hash.ts";
export * from "./project-root.ts";
