/** Carrying records from house to house: bundles, reading from other clerks. */
export * from "./bundle/mod.ts";
export * from "./remote/mod.ts";
export * from "./follow/mod.ts";
