/**
 * Acts that a named server took in before they were entered (W-6), and whose word counts for whom (V-44): nobody
 * dates a late position by a server that friends have named for them, or that is named once the others' are read.
 */
import type { ActId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { namedByDecision } from "./copies.ts";
import type { Taken } from "./part.ts";

/** So long what was taken in and never entered is kept, in ms: longer than any delay within which an act is entered. */
const KEPT_MS = 60 * 24 * 3600_000;

/** Notes a server's word; its earliest counts. What was never entered goes in time. */
export function noteTaken(state: State, act: ActId, word: Taken): void {
  const { taken } = state.archive;
  for (const [id, words] of taken) if (words.every((w) => w.at + KEPT_MS < word.at)) taken.delete(id);
  const others = (taken.get(act) ?? []).filter((w) => w.key !== word.key);
  const before = taken.get(act)?.find((w) => w.key === word.key);
  taken.set(act, [...others, before && before.taken <= word.taken ? before : word]);
}

/**
 * When an act was taken in, by the earliest word that counts in a vote called at `called`: of a server that a decision
 * in force by then named (V-44); `undefined` where there is none.
 */
export function takenIn(state: State, act: ActId, called: Millis): Millis | undefined {
  const words = (state.archive.taken.get(act) ?? []).filter((w) => namedByDecision(state, w.key, called));
  return words.length === 0 ? undefined : Math.min(...words.map((w) => w.taken));
}
