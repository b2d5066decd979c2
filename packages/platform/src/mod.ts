/** The Node door is the default; pages import `@nabat/platform/browser/mod.ts`. */
export * from "./node/mod.ts";
