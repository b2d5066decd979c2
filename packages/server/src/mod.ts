/** The clerk: start it, configure it. */
export * from "./config.ts";
export * from "./log.ts";
export * from "./main.ts";
