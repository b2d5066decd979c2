/** What several known attacks are made of. */
import type { ActId } from "@nabat/kernel";
import { HARMFUL, ownTellers } from "./harmful.ts";
import { decideInside } from "./hands.ts";
import { DAY, HOUR } from "./house.ts";
import { callMeeting, move, moveText, openSitting, putItem } from "./moves.ts";
import type { Person } from "./people.ts";
import { changeOf, statutesAt } from "./rules.ts";
import type { World } from "./world.ts";

/** A known attack: `x` and `y` vary it. */
export type Attack = (world: World, x: number, y: number) => void;

/** A sitting that nobody was called to, in a kitchen: the colluders decide on what `make` moves. */
export function kitchen(world: World, make: (by: Person, sitting: ActId) => ActId | undefined): void {
  const [by] = world.colluders;
  const sitting = by && openSitting(world, by, ownTellers(world, undefined).slice(0, 2));
  if (!by || sitting === undefined) return;
  world.truth.there.set(sitting, new Set(world.colluders.map((c) => c.n)));
  const motion = make(by, sitting);
  if (motion !== undefined) decideInside(world, sitting, { motion }, world.colluders);
  world.act(by, "sitting.close", { sitting });
}

/** A text that honest people want and that isn't decided. */
export function theirs(world: World): ActId | undefined {
  return [...world.liveMotions].reverse().find((id) => world.truth.matters.get(id)?.by.colludes === false);
}

/** A harmful text of a colluder, seconded by another. */
export function seconded(world: World, subject: "text" | "lock", x: number): ActId | undefined {
  const [by, other] = world.colluders;
  if (!by) return undefined;
  const change = subject === "lock" ? changeOf(world, "lock", x) : undefined;
  const motion = change ? move(world, by, change, HARMFUL) : moveText(world, by, HARMFUL);
  if (motion !== undefined && other) world.act(other, "second", { motion });
  return motion;
}

export function nightMeeting(world: World, x: number, late: boolean, motion: ActId | undefined): ActId | undefined {
  const [by] = world.colluders;
  if (!by || motion === undefined) return undefined;
  if (world.truth.matters.get(motion)?.by.colludes) world.hallOnly.add(motion);
  const notice = statutesAt(world).convene.noticeDays;
  const starts = Math.floor(world.now / DAY) * DAY + (notice + 1 + (x % 2)) * DAY + (late ? 3 : 19) * HOUR;
  const call = callMeeting(world, by, { starts, signers: world.theirs });
  if (call === undefined) return undefined;
  putItem(world, by, call, { motion });
  return call;
}
