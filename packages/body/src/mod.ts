/**
 * The rules of self-government. Chapters compose here into one table of kinds; everything a caller
 * needs is exported from this door. Islands that only sign import `@nabat/body/acts.ts` instead.
 */
export * from "./engine/admit.ts";
export * from "./engine/fold.ts";
export * from "./engine/kind.ts";
export * from "./engine/snapshot.ts";
export type * from "./engine/state.ts";
export * from "./kinds.ts";
export * from "./acts.ts";
export * from "./founding/child.ts";
export * from "./founding/evidence.ts";
export * from "./founding/naming.ts";
export * from "./queries.ts";
