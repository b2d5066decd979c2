/** A client of a clerk's API, with Node's tools at hand. In a browser, hand other tools to `createClient`. */
export * from "./binding.ts";
export * from "./cards.ts";
export * from "./create.ts";
export * from "./http.ts";
export * from "./keys.ts";
export * from "./newcomers.ts";
export * from "./node-tools.ts";
export * from "./person.ts";
export * from "./seat.ts";
export * from "./text.ts";
export * from "./tools.ts";
export * from "./votes.ts";
export * from "./watch.ts";
