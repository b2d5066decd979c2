/** Questions to the state, one file per chapter. */
export * from "./members/standing.ts";
