/** The door of counts in words: sentences of results, traces, comparisons and file faults. */
export * from "./amounts.ts";
export * from "./compare-sentences.ts";
export * from "./count-sentences.ts";
export * from "./facts.ts";
export * from "./speech.ts";
export { stageSentence } from "./stage-sentences.ts";
