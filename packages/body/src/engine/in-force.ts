/** Several decisions that do the same to one thing, each in force from its own moment (B-8). None of them hangs on another. */
import type { ActId, Millis } from "@nabat/kernel";

/** A decision by its result, and from when it is in force. */
export interface InForceFrom {
  readonly by: ActId;
  readonly from: Millis;
}

/** A moment that never comes: of what is out of force, for now or for good (B-10, V-59). */
export const NEVER: Millis = Number.MAX_SAFE_INTEGER;

/** From when something is in force, as far as anybody can say; `undefined` where nobody can: it is contested, or put to all. */
export function knownFrom(from: Millis | undefined): Millis | undefined {
  return from === NEVER ? undefined : from;
}

/** Of these, the one that is first in force; of two at the same moment, the earlier in the list. `undefined`: there is none. */
export function firstInForce<D extends InForceFrom>(decisions: readonly D[] = []): D | undefined {
  const [first, ...more] = decisions;
  return first && more.reduce((a, b) => (b.from < a.from ? b : a), first);
}

/** The same decisions, that one of them in force from another moment, or never where `from` is left out (B-10, B-11). */
export function inForceFrom<D extends InForceFrom>(
  decisions: readonly D[] | undefined,
  by: ActId,
  from: Millis | undefined,
): D[] {
  const others = (decisions ?? []).filter((d) => d.by !== by);
  const moved = (decisions ?? []).find((d) => d.by === by);
  return moved && from !== undefined ? [...others, { ...moved, from }] : others;
}
