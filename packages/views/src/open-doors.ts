/** Doors that a decision opened to newcomers, or is about to (M-27). */
import { forceStage, openDoors, type State } from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";

/** A door that is open now (M-27). */
export interface DoorLine {
  readonly by: ActId;
  /** The motion that opened it. */
  readonly motion?: ActId;
  readonly places: number;
  readonly left: number;
  readonly until: Millis;
}

/** Doors that are open at `now`, with what led to them. */
export function doorsNow(state: State, now: Millis): DoorLine[] {
  return openDoors(state, now).map(({ by, places, taken, until }) => {
    const on = state.binding.decisions.get(by)?.on;
    return { by, ...(on === undefined ? {} : { motion: on }), places, left: places - taken, until };
  });
}

/** A door that was decided and isn't open yet: the motion, and from when it is, where that is known (B-8). */
export interface ComingDoor {
  readonly motion: ActId;
  readonly from?: Millis;
}

/** Doors that were decided and wait, or are put to all (B-8, B-10). */
export function doorsComing(state: State, now: Millis): ComingDoor[] {
  return [...state.binding.decisions.values()].flatMap((d) => {
    const stage = forceStage(d, now);
    if (d.lost || state.motions.motions.get(d.on)?.subject.type !== "door") return [];
    if (stage === "waits") return [{ motion: d.on, ...(d.from === undefined ? {} : { from: d.from }) }];
    return stage === "suspended" || stage === "contested" ? [{ motion: d.on }] : [];
  });
}
