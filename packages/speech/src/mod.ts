/** Messages and refusal sentences in every language, plural and dates. */
export { sayList } from "./count/amounts.ts";
export * from "./dates.ts";
export * from "./faults.ts";
export * from "./fluent.ts";
export * from "./locale.ts";
export * from "./negotiate.ts";
export * from "./refusals.ts";
export * from "./sentences.ts";
export * from "./speak.ts";
