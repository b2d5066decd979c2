export * from "./act.ts";
export * from "./attachment.ts";
export * from "./base58.ts";
export * from "./entry.ts";
export * from "./reading.ts";
export * from "./receipt.ts";
export * from "./log/mod.ts";
