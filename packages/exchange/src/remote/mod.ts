/** Reading from other clerks. */
export * from "./api.ts";
export * from "./open-static.ts";
export * from "./open-url.ts";
export * from "./session.ts";
