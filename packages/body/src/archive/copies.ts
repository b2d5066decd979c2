/** Servers that hold a copy and may read entries (W-5): named by members, or by a decision that is in force. */
import type { ActId, KeyId, Millis } from "@nabat/kernel";
import { firstInForce, inForceFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";

/** Names a copy-holder by decision, from the moment at which it is in force (W-5, B-8). */
export function nameCopy(state: State, key: KeyId, by: ActId, from: Millis): void {
  const coming = (state.archive.coming ??= new Map());
  coming.set(key, [...(coming.get(key) ?? []), { by, from }]);
}

/** The decision is in force from another moment, or never (B-10, B-11). */
export function moveCopy(state: State, key: KeyId, by: ActId, from: Millis | undefined): void {
  const named = state.archive.coming?.get(key);
  if (!named?.some((d) => d.by === by)) return;
  const moved = inForceFrom(named, by, from);
  if (moved.length > 0) state.archive.coming?.set(key, moved);
  else state.archive.coming?.delete(key);
}

/** The act that named this key to read entries as a copy-holder, if one did that holds at `at` (W-5). */
function namedBy(state: State, key: KeyId, at: Millis): ActId | undefined {
  const first = firstInForce(state.archive.coming?.get(key));
  return state.archive.copies.get(key) ?? (first && first.from <= at ? first.by : undefined);
}

/** Did a decision that holds at `at` name this key (W-5)? */
export function namedByDecision(state: State, key: KeyId, at: Millis): boolean {
  const first = firstInForce(state.archive.coming?.get(key));
  return first !== undefined && first.from <= at;
}

/** Is this key named to read entries as a copy-holder (W-5)? */
export function isCopyHolder(state: State, key: KeyId, at: Millis): boolean {
  return namedBy(state, key, at) !== undefined;
}

/** All copy-holders at `at`, with the act that named each. */
export function copyHolders(state: State, at: Millis): (readonly [KeyId, ActId])[] {
  const { copies, coming } = state.archive;
  const keys = new Set([...copies.keys(), ...(coming?.keys() ?? [])]);
  return [...keys].flatMap((key) => {
    const by = namedBy(state, key, at);
    return by === undefined ? [] : [[key, by] as const];
  });
}
