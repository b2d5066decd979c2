/** Questions to the founding: where a body's authority comes from. */
import type { KeyId } from "@nabat/kernel";
import type { State } from "../engine/state.ts";

/** True once the body is adopted (F-6): by those who signed its list, or by the decision that established it. */
export function isAdopted(state: State): boolean {
  return state.founding.phase === "adopted";
}

/** How many members a body established by decision may have (M-10); `undefined`: no limit. */
export function seatLimit(state: State): number | undefined {
  return state.founding.establishedBy?.seats;
}

/** Whose key kept which epoch of the record, as far as its first `size` entries say. */
export function clerksUpTo(state: State, size: number): { readonly epoch: number; readonly key: KeyId }[] {
  return state.founding.clerks.filter((c) => c.size <= size).map(({ epoch, key }) => ({ epoch, key }));
}
