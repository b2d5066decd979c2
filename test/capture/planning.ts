/** Plans that a called meeting is held at its hour; how it goes stands in `hall.ts`. */
import type { ActId } from "@nabat/kernel";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** What somebody does at the beginning of a meeting besides what is in order; colluders' plans set it. */
export type Disturb = (world: World, sitting: ActId, there: readonly Person[]) => void;

/** Plans that a called meeting is held at its hour. */
export function planMeeting(world: World, call: ActId, disturb?: Disturb): void {
  const found = world.state.meetings.calls.get(call);
  if (found) world.at(found.starts, () => world.hold(world, call, disturb));
}

/** A meeting for somebody's sake: those who know them come, nearly all. */
export function comeAlong(world: World, call: ActId): void {
  for (const q of world.honest) if (world.chance.yes(q.looks === "never" ? 0.8 : 0.95)) q.comes = call;
}
