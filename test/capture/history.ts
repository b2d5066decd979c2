/** One history from its plan: a body founded, some weeks lived, and what stands in the record at their end. */
import { template } from "@nabat/body/statutes/templates.ts";
import { addDevice } from "./asking.ts";
import { ATTACKS } from "./attacks.ts";
import { ORDINARY } from "./calendar.ts";
import { Chance } from "./chance.ts";
import { ELEMENTARY } from "./elementary.ts";
import { holdMeeting } from "./hall.ts";
import { planLooks } from "./honest.ts";
import { DAY, House, type Rules, START, WEEK } from "./house.ts";
import { newKey, type Person, peopleOf } from "./people.ts";
import { adopt } from "./founding.ts";
import type { Plan } from "./plan.ts";
import { asked } from "./rules.ts";
import { SignedHouse } from "./signed-house.ts";
import { watchContested } from "./objecting.ts";
import { watchRoll } from "./safety-roll.ts";
import { World } from "./world.ts";

/** So long after its last move a history goes on: terms run out, what was put to all is decided. */
export const TAIL = 2 * WEEK;

/** The body of `people`, founded and adopted by them. */
function bodyOf(people: readonly Person[], sealed: boolean, rules: Rules, signed: boolean): House {
  const statutes = asked(template("house", { zone: "UTC", languages: ["en"] }), sealed ? "count" : "name");
  const [founder, ...others] = people;
  if (!founder) throw new Error("nobody");
  const house = (signed ? SignedHouse : House).found(founder, statutes, START, rules);
  for (const p of others) house.bringFounder(founder, p);
  adopt(house, people);
  return house;
}

/** A third of people have a second device at home. */
function giveTablets(world: World, seed: number): void {
  const chance = new Chance(seed + 1);
  for (const p of world.people) {
    if (p.colludes || !chance.yes(1 / 3)) continue;
    const second = newKey(p, "device");
    if (addDevice(world, p, p.key, second) === undefined) continue;
    world.control.make(p, second, world.now);
    p.second = second;
  }
}

/** Plays a plan to its end. `signed`: with real signatures, as a record that can be checked. */
export function play(plan: Plan, rules: Rules, signed = false): World {
  const chance = new Chance(plan.seed);
  const people = peopleOf(chance, plan.n, plan.k);
  const house = bodyOf(people, plan.sealed, rules, signed);
  const end = START + plan.weeks * WEEK;
  const world = new World(house, people, chance, plan.manner, end);
  house.time = START + DAY / 4;
  world.hold = holdMeeting;
  world.last = end + TAIL;
  giveTablets(world, plan.seed);
  planLooks(world);
  watchRoll(world);
  watchContested(world);
  for (const { at, what, x } of plan.days) world.at(START + DAY / 4 + at, () => ORDINARY[what]?.(world, x));
  for (const gene of plan.genes) {
    const elementary = ELEMENTARY[gene.what];
    const attack = ATTACKS[gene.what];
    world.at(START + DAY / 4 + gene.at, () => {
      const by = world.colluders[gene.who % Math.max(1, world.colluders.length)];
      if (!by) return;
      if (attack) attack(world, gene.x, gene.y);
      else elementary?.(world, by, gene.x, gene.y);
    });
  }
  world.runUntil(end + TAIL);
  return world;
}
