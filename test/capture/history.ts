/** One history from its plan: a body founded, some weeks lived, and what stands in the record at their end. */
import { template } from "@nabat/body/statutes/templates.ts";
import { addDevice } from "./asking.ts";
import { ATTACKS } from "./attacks.ts";
import { ORDINARY } from "./calendar.ts";
import { Chance } from "./chance.ts";
import { ELEMENTARY } from "./elementary.ts";
import { holdMeeting } from "./hall.ts";
import { planLooks } from "./honest.ts";
import { DAY, HOUR, House, type Rules, START, WEEK } from "./house.ts";
import { newKey, type Person, peopleOf } from "./people.ts";
import { watchHarm } from "./damage.ts";
import { adopt } from "./founding.ts";
import type { Gene, Plan } from "./plan.ts";
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
  watchHarm(world);
  for (const { at, what, x } of plan.days) world.at(START + DAY / 4 + at, () => ORDINARY[what]?.(world, x));
  for (const gene of plan.genes) world.at(START + DAY / 4 + gene.at, () => begin(world, gene));
  world.runUntil(end + TAIL);
  return world;
}

/** So often an answer is given in one history, and so long lies between two. */
const ANSWERS = 12;
const APART = HOUR;

/** A gene's time has come: it is done, or from now on it waits for what it answers. */
function begin(world: World, gene: Gene): void {
  const { on, wait = 0 } = gene;
  if (on === undefined) return carryOut(world, gene);
  let [times, last] = [0, 0];
  world.answers.push((happened) => {
    if (happened !== on || times >= ANSWERS || world.now < last + APART) return;
    times++;
    last = world.now;
    world.in(wait, () => carryOut(world, gene));
  });
}

function carryOut(world: World, { what, who, x, y }: Gene): void {
  const by = world.colluders[who % Math.max(1, world.colluders.length)];
  if (!by) return;
  const attack = ATTACKS[what];
  const before = world.entered + world.puppets.length;
  if (attack) attack(world, x, y);
  else ELEMENTARY[what]?.(world, by, x, y);
  if (world.entered + world.puppets.length > before) world.happened(what);
}
