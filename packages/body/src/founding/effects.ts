/** What adoption does (F-6), and a carried decision to found another body (F-10). */
import type { ActId, Hash, Millis } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import type { BodyType } from "./acts.ts";

/** Adopts the body (F-6): it is no longer provisional, and what was stated of its past is confirmed (F-12). */
export function adoptBody(state: State, by: ActId, at: Millis): void {
  const part = state.founding;
  if (part.phase === "adopted") return;
  part.phase = "adopted";
  part.adoptedBy = by;
  part.adoptedAt = at;
  if (part.existing) part.existing = { ...part.existing, confirmed: true };
}

/**
 * A carried `establish` decision (F-10): one body of this type and so many seats may be founded on
 * it; `text` is the hash of its mandate.
 */
export function allowEstablish(
  state: State,
  resultId: ActId,
  motionId: ActId,
  subject: { readonly body: BodyType; readonly seats: number },
  text: Hash,
  { at, from }: { readonly at: Millis; readonly from: Millis },
): void {
  const { body: type, seats } = subject;
  state.founding.mayEstablish.set(resultId, { type, seats, text, motion: motionId, at, from });
}

/** The decision is in force from another moment, or never (B-10, B-11). */
export function moveEstablish(state: State, resultId: ActId, from: Millis | undefined): void {
  const may = state.founding.mayEstablish.get(resultId);
  if (!may) return;
  if (from === undefined) state.founding.mayEstablish.delete(resultId);
  else state.founding.mayEstablish.set(resultId, { ...may, from });
}
