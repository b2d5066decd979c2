/**
 * Turns: long work of the clerk's thread is done in slices, and after each of them whatever else waits
 * (requests, live pages, other bodies) has its turn. A slice is so small that it takes a few milliseconds.
 */
import { setImmediate } from "node:timers/promises";

/** Lets everything that waits go first. */
export type Turn = () => Promise<void>;

export const othersTurn: Turn = () => setImmediate();
