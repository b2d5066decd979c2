/** What colluders want, and whom they would have count it. */
import type { ActId } from "@nabat/kernel";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** What most would oppose. */
export const HARMFUL = { appeal: 0.1, colludersFor: true } as const;

/** One of a set by number, the newest first. */
export function nth<T>(list: Iterable<T>, x: number): T | undefined {
  const all = [...list].reverse();
  return all[x % Math.max(1, all.length)];
}

/** Motions that colluders want, newest first. */
export function own(world: World): ActId[] {
  return [...world.liveMotions].filter((id) => world.truth.matters.get(id)?.colludersFor).reverse();
}

/** Their own to count, who didn't move it; others where they are too few. */
export function ownTellers(world: World, mover: Person | undefined): Person[] {
  const fit = [...world.colluders, ...world.honest].filter((p) => p !== mover);
  return [...fit.filter((p) => p.colludes), ...fit.filter((p) => !p.colludes)];
}
