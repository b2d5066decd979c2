/** Every kind's schema and types, without the rules: what pages that only sign need. */
export * from "./accounts/acts.ts";
export * from "./archive/acts.ts";
export * from "./binding/acts.ts";
export * from "./elections/acts.ts";
export * from "./engine/fields.ts";
export * from "./founding/acts.ts";
export * from "./keys/acts.ts";
export * from "./meetings/acts.ts";
export * from "./members/acts.ts";
export * from "./motions/acts.ts";
export * from "./practice/acts.ts";
export * from "./sittings/acts.ts";
export * from "./statutes/acts.ts";
export * from "./voice/acts.ts";
export * from "./votes/acts.ts";
