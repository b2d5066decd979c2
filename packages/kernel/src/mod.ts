export * from "./bytes.ts";
export * from "./canonical.ts";
export * from "./canonical-scan.ts";
export * from "./ids.ts";
export * from "./ports.ts";
export * from "./result.ts";
