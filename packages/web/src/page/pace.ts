/**
 * How pages that follow by themselves spread what they ask of a server, so that ten thousand phones which
 * lost the same network don't come back in the same moment. All in ms; `chance` is in [0, 1). Pure.
 */

/** Least and most time before connecting again, without the share of the others. */
const SOONEST = 1500;
const LATEST = 60_000;
/** What one phone's return takes the server. */
const RETURN_EACH = 1;

/** A hall full of phones doesn't ask for the page in the same moment. */
const SPREAD = 400;
/** What reading a page anew takes one core of the server, and the longest that anybody waits. */
const READ_EACH = 12;
const LONGEST = 30_000;

/** A connection that brought nothing for so long is a dead one: the server says something every 25 seconds. */
export const SILENT = 80_000;

/** When to connect again after so many tries in vain; `listening`: how many listened here when it was last heard. */
export function returnAfter(tries: number, listening: number, chance: number): number {
  return Math.min(LATEST, SOONEST * 2 ** Math.min(tries, 6)) * (0.5 + chance) + chance * listening * RETURN_EACH;
}

/** When to read the page anew after the record has grown. */
export function readAfter(listening: number, chance: number): number {
  return chance * Math.max(SPREAD, Math.min(LONGEST, listening * READ_EACH));
}

/** When to ask again for a page that could not be had; `seconds` where the server named a time. */
export function askAfter(seconds: number | undefined, chance: number): number {
  return seconds === undefined ? SOONEST * (1 + chance * 3) : (seconds + chance) * 1000;
}

/** How many listen, as a page believes it: those who were cut off with it come back one by one, so it forgets slowly. */
export function believed(before: number, listening: number): number {
  return Math.max(listening, Math.floor(before * 0.9));
}
