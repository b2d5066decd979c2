/** Phones get lost and stolen, a house burns, a sheet is somewhere: what life does to people's keys. */
import { DAY } from "./house.ts";
import { hasKey, type Person } from "./people.ts";
import { seekKeys } from "./seeking.ts";
import { watchLoss } from "./life-keys.ts";
import { backBy } from "./safety-keys.ts";
import type { World } from "./world.ts";

/** Who could lose something: honest, alive, with a phone in hand. */
function holders(world: World): Person[] {
  return world.chance.shuffled(world.honest);
}

/**
 * May colluders rob one more? With the phones that they have taken they are a third of those who founded the body, or
 * one more than they are themselves: with more hands than that they are past the third of which anything is promised.
 */
function mayRob(world: World): boolean {
  const { colluders, control } = world;
  const founders = world.people.filter((p) => p.founding === true).length;
  const taken = control.losses.filter((l) => l.stolen && world.now <= backBy(world, l.at)).length;
  return colluders.length > 0 && taken < Math.max(1, Math.floor(founders / 3) - colluders.length);
}

/** The phone is gone; a thief may have it. From the next day on its owner does something about it. */
export function lose(world: World, p: Person, stolen: boolean): void {
  if (!hasKey(p) || p.gone) return;
  const at = world.now;
  const thief = stolen && mayRob(world);
  world.control.lose(p.key, at, thief);
  if (!p.sheet) world.control.lose(p.reserve, at, false);
  if (thief) {
    const { codes: _none, keyless: _nor, ...rest } = p;
    world.puppets.push({ ...rest, colludes: true, looks: "daily", sheet: false, of: p });
  }
  const second = p.second;
  const all = second === undefined && !p.sheet;
  p.keyless = true;
  p.lost = { key: p.key, at, stolen: thief };
  // Keys that came in before are gone with it: others are wanted now.
  delete p.wants;
  const loss = { who: p, at, stolen: thief, sheet: p.sheet, all };
  world.control.losses.push(loss);
  watchLoss(world, loss);
  world.in(DAY / 2, () => seekKeys(world, p, loss));
}

export const LOSING = {
  "lost phone": (world: World, x: number): void => {
    const [p] = holders(world);
    if (!p) return;
    // Half of those who lose a phone find no sheet either.
    if (x % 2 === 0) p.sheet = false;
    lose(world, p, false);
  },
  theft: (world: World, x: number): void => {
    const [p] = holders(world);
    if (!p) return;
    if (x % 2 === 0) p.sheet = false;
    lose(world, p, true);
  },
  /** A fire: a third of the honest lose all. */
  fire: (world: World): void => {
    const all = holders(world);
    for (const p of all.slice(0, Math.floor(all.length / 3))) {
      p.sheet = false;
      lose(world, p, false);
    }
  },
} as const;
