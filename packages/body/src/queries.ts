/** Questions to the state, one file per chapter. */
export * from "./founding/queries.ts";
export * from "./members/eligibility.ts";
export * from "./members/standing.ts";
export * from "./statutes/check.ts";
export * from "./statutes/queries.ts";
export * from "./statutes/sentences.ts";
export * from "./statutes/templates.ts";
export * from "./keys/queries.ts";
export * from "./keys/pending.ts";
export * from "./members/settle.ts";
export * from "./practice/queries.ts";
