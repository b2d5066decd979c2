/**
 * Acts that a named server took in before they were entered (W-6), and whose word counts for whom (V-44): nobody
 * dates their own late position by a server that they alone have named, or that is named once the others' are read.
 */
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
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

/** Notes who named a server by an act of their own. */
export function noteNamer(state: State, key: KeyId, by: MemberId, at: Millis): void {
  const namers = (state.archive.namers ??= new Map());
  namers.set(key, [...(namers.get(key) ?? []), { by, at }]);
}

/** Was this server named before that moment, and by others than this member alone: by a decision, or by somebody else (V-44)? */
function namedByOthers(state: State, key: KeyId, member: MemberId, before: Millis): boolean {
  const namers = state.archive.namers?.get(key) ?? [];
  return namedByDecision(state, key, before) || namers.some((n) => n.by !== member && n.at <= before);
}

/**
 * When an act of this member was taken in, by the earliest word that counts for them in a vote called at
 * `called`; `undefined` where none does.
 */
export function takenIn(state: State, act: ActId, by: MemberId, called: Millis): Millis | undefined {
  const words = (state.archive.taken.get(act) ?? []).filter((w) => namedByOthers(state, w.key, by, called));
  return words.length === 0 ? undefined : Math.min(...words.map((w) => w.taken));
}
