/** Servers that hold a copy and may read entries (W-5): named by members, or by a decision that is in force. */
import type { ActId, KeyId, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";

/** Names a copy-holder by decision, from the moment at which it is in force (W-5, B-8). */
export function nameCopy(
  state: State,
  key: KeyId,
  by: ActId,
  { at, from }: { readonly at: Millis; readonly from: Millis },
): void {
  if (state.archive.copies.has(key)) return;
  if (from <= at) state.archive.copies.set(key, by);
  else (state.archive.coming ??= new Map()).set(key, { by, from });
}

/** The decision is in force from another moment, or never (B-10, B-11). */
export function moveCopy(state: State, key: KeyId, by: ActId, from: Millis | undefined): void {
  const coming = (state.archive.coming ??= new Map());
  if (state.archive.copies.get(key) === by) state.archive.copies.delete(key);
  else if (coming.get(key)?.by !== by) return;
  if (from === undefined) coming.delete(key);
  else coming.set(key, { by, from });
}

/** Is this key named to read entries as a copy-holder (W-5)? */
export function isCopyHolder(state: State, key: KeyId, at: Millis): boolean {
  const coming = state.archive.coming?.get(key);
  return state.archive.copies.has(key) || (coming !== undefined && coming.from <= at);
}

/** All copy-holders at `at`, with the act that named each. */
export function copyHolders(state: State, at: Millis): (readonly [KeyId, ActId])[] {
  const coming = [...(state.archive.coming ?? [])].filter(([, c]) => c.from <= at);
  return [...state.archive.copies, ...coming.map(([key, c]) => [key, c.by] as const)];
}
