/** Carrying records from house to house: bundles, following, witnessing. */
export * from "./bundle/mod.ts";
