/** The door of `count`: rules, profiles, files, apportionment, lots. */
export * from "./count.ts";
export * from "./profile.ts";
export * from "./result.ts";
export * from "./rules.ts";
export * from "./blt-read.ts";
export * from "./blt-write.ts";
export { decodeText } from "./blt-names.ts";
export * from "./file-error.ts";
export * from "./result-json.ts";
export type { RuleOptions } from "./context.ts";
export type { GroupQuota } from "./groups.ts";
export { lotOrder, type TieOptions } from "./ties.ts";
export { type CsvForm, readCsv } from "./csv-read.ts";
export * from "./json-read.ts";
export * from "./compare.ts";
