/** Whom people name to count a sealed vote. */
import type { ActId } from "@nabat/kernel";
import type { Person } from "./people.ts";
import { fellThrough } from "./sealed.ts";
import type { World } from "./world.ts";

/** Whom somebody names to count `on`: those who are seen to be there and gave a list before, neither mover nor seconder. */
export function tellersFor(world: World, by: Person, mover: string | undefined, on: ActId): Person[] {
  const fit = world.people.filter((q) => q.invented !== true && world.able(q) && q.member !== mover && q !== by);
  if (by.colludes) return [...fit.filter((q) => q.colludes), ...fit.filter((q) => !q.colludes)];
  // Who is often there is known to all, and who failed to count stands in the record.
  const rank = { daily: 0, weekly: 1, never: 2 };
  const failed = failedOn(world, on);
  return world.chance.shuffled(fit).sort((a, b) => failed(a) - failed(b) || rank[a.looks] - rank[b.looks]);
}

/** 1 for who was to count a vote on this that nobody counted, 0 for others. */
function failedOn(world: World, on: ActId): (p: Person) => number {
  const failed = new Set(
    [...world.state.votes.votes.values()]
      .filter((v) => v.motion === on && v.tallies.size === 0 && v.sitting === undefined && fellThrough(world, v))
      .flatMap((v) => v.tellers),
  );
  return (p) => Number(failed.has(p.member));
}
