/** Offices that end before their term (O-14), and offices whose election was put to all (B-10, B-11). */
import { type ActId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import { firstInForce, inForceFrom } from "../engine/in-force.ts";
import type { State } from "../engine/state.ts";
import { backStill } from "../members/left-by-device.ts";
import type { Office } from "./part.ts";
import { officeStage } from "./queries.ts";

/** An office and who holds it. */
export interface Held {
  readonly office: ActId;
  readonly holder: MemberId;
}

/** The office that this person holds at `at`, if any. Refuses O-14. */
export function heldOffice(state: State, { office: id, holder }: Held, at: Millis): Result<Office> {
  const found = state.elections.offices.findLast((o) => o.id === id && o.holder === holder);
  if (!found) return refuse("O-14", "no-such-office");
  const stage = officeStage(state, found, at);
  // Who left by a device has it again when they come back (K-16): it is ended all the same.
  const back = stage === "left" && backStill(state, holder, at);
  return stage === "held" || back ? ok(found) : refuse("O-14", "not-held", { stage });
}

/** Ends an office by decision, from the moment at which that is in force (O-14). */
export function endOffice(state: State, { office: id, holder }: Held, by: ActId, from: Millis): void {
  const found = state.elections.offices.findLast((o) => o.id === id && o.holder === holder);
  if (found) noteEnds(found, [...(found.ends ?? []), { by, from }]);
}

/** The decision that ends it is in force from another moment, or never (B-10, B-11). */
export function moveEnd(state: State, { office: id, holder }: Held, by: ActId, from: Millis | undefined): void {
  const has = (o: Office): boolean => o.ends?.some((e) => e.by === by) ?? false;
  const of = (o: Office): boolean => o.id === id && o.holder === holder && has(o);
  // It ends the same seat too that all gave to this person once more (O-14).
  for (const found of state.elections.offices.filter(of)) noteEnds(found, inForceFrom(found.ends, by, from));
}

/** Of several decisions that end it, the first in force does; none of them hangs on another. */
function noteEnds(office: Office, ends: NonNullable<Office["ends"]>): void {
  office.ends = ends;
  const first = firstInForce(ends);
  if (first) office.ended = first;
  else delete office.ended;
}

/** Offices that a result gave begin at another moment, or never (B-10, B-11); not those that `keep` hold. */
export function moveOffices(
  state: State,
  result: ActId,
  from: Millis | undefined,
  keep: readonly MemberId[] = [],
): void {
  for (const office of state.elections.offices) {
    if (office.result !== result || keep.includes(office.holder)) continue;
    if (from === undefined) office.fell = true;
    else office.since = from;
  }
}
