/** Damage, named: what stands in wrong hands at the end of a history, and what was held up. The search follows it. */
import { officeStage } from "@nabat/body/elections/queries.ts";
import type { Findings } from "./breaks.ts";
import { decisionOf, inForce } from "./decisions.ts";
import { DAY } from "./house.ts";
import { sides } from "./safety-roll.ts";
import { stands } from "./asking.ts";
import type { World } from "./world.ts";

export interface Damage {
  /** Share of the honest for whom a key in colluders' hands stands. */
  readonly keys: number;
  /** Share of the positions cast that were cast with such keys. */
  readonly positions: number;
  /** Share of the roll that colluders and the invented are. */
  readonly roll: number;
  /** Share of the offices held by colluders. */
  readonly offices: number;
  /** Decisions in force that more people oppose than want. */
  readonly unwanted: number;
  /** Days that motions of the honest waited for a result beyond two weeks. */
  readonly waited: number;
  /** Days that the rescue took at the longest (L5). */
  readonly rescue: number;
  /** Results declared against the true positions, in force or not. */
  readonly falsely: number;
}

/** Harm that is undone again by the end, in days of one person: what came near, and what the search follows besides. */
export interface Harm {
  /** Days on which a key of an honest person was in colluders' hands and stood. */
  held: number;
  /** Days on which an honest founder had no vote. */
  dropped: number;
  /** The most, beyond a third of the roll, that colluders and the invented came to. */
  packed: number;
}

/** Looks at it day after day. */
export function watchHarm(world: World): void {
  const tick = (): void => {
    const { harm } = world;
    for (const { owner, key } of world.control.foreign(world.now)) if (stands(world, owner, key)) harm.held++;
    for (const p of world.people) if (p.founding && !p.colludes && !p.gone && !world.hasVote(p)) harm.dropped++;
    const { honest, theirs } = sides(world);
    harm.packed = Math.max(harm.packed, share(theirs, theirs + honest) - 1 / 3);
    if (world.now < world.last) world.in(DAY, tick);
  };
  world.in(DAY, tick);
}

export const NO_DAMAGE: Damage = {
  keys: 0,
  positions: 0,
  roll: 0,
  offices: 0,
  unwanted: 0,
  waited: 0,
  rescue: 0,
  falsely: 0,
};

export function damageOf(world: World): Damage {
  const held = world.state.elections.offices.filter((o) => officeStage(world.state, o, world.now) === "held");
  const theirs = held.filter((o) => world.person(o.holder)?.colludes);
  const { honest, theirs: names } = sides(world);
  return {
    ...foreign(world),
    roll: share(names, names + honest),
    offices: share(theirs.length, held.length),
    unwanted: unwanted(world),
    waited: waited(world),
    rescue: world.rescued,
    falsely: [...world.state.votes.votes.values()].filter((vote) => world.countedFalsely(vote)).length,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function foreign(world: World): Pick<Damage, "keys" | "positions"> {
  const owners = new Set<number>();
  for (const { owner, key } of world.control.foreign(world.now)) if (stands(world, owner, key)) owners.add(owner.n);
  let [cast, wrongly] = [0, 0];
  for (const e of world.house.entries) {
    if (e.kind !== "vote.cast") continue;
    cast++;
    if (world.byMember.get(e.by)?.colludes === false && !world.control.holds(e.key, e.at)) wrongly++;
  }
  const honest = world.people.filter((p) => !p.colludes && !p.gone && world.hasVote(p)).length;
  return { keys: share(owners.size, honest), positions: share(wrongly, cast) };
}

function unwanted(world: World): number {
  let n = 0;
  for (const id of world.decided) {
    const decided = decisionOf(world, id);
    const matter = world.truth.matters.get(decided?.on ?? ("" as never));
    if (decided && matter && inForce(world, decided, world.now) && 2 * matter.likes.size < world.size) n++;
  }
  return n;
}

function waited(world: World): number {
  let days = 0;
  for (const [id, { at: from }] of world.seconded) {
    const status = world.motion(id)?.status;
    if (world.truth.matters.get(id)?.by.colludes || (status !== "standing" && status !== "voting")) continue;
    days += Math.max(0, (world.now - from) / DAY - 14);
  }
  return Math.round(days);
}

/** One figure for the search; a break outweighs all else. */
export function scoreOf(d: Damage, found: Findings): number {
  const grabbed = d.offices * 3 + d.keys * 12 + d.positions * 20 + Math.max(0, d.roll - 1 / 3) * 30;
  return found.breaks.length * 100 + grabbed + d.unwanted * 5 + d.waited / 10 + d.rescue / 20 + d.falsely * 2;
}

/** Of each the worse. */
export function worse(a: Damage, b: Damage): Damage {
  const keys = Object.keys(NO_DAMAGE) as (keyof Damage)[];
  return Object.fromEntries(keys.map((key) => [key, Math.max(a[key], b[key])])) as unknown as Damage;
}
