/** Read models per chapter: plain JSON that pages, API and command line share. Always rebuildable. */
export * from "./accounts.ts";
export * from "./body.ts";
export * from "./chain.ts";
export * from "./csv.ts";
export * from "./entries.ts";
export * from "./me.ts";
export * from "./members.ts";
export * from "./mine.ts";
export * from "./motions.ts";
export * from "./reader.ts";
export * from "./record.ts";
export * from "./rules.ts";
export * from "./shared.ts";
export * from "./sittings.ts";
export * from "./votes.ts";
export * from "./words.ts";
