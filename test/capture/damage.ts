/** Damage, named: what stands in wrong hands at the end of a history, and what was held up. The search follows it. */
import { officeStage } from "@nabat/body/elections/queries.ts";
import type { Findings } from "./breaks.ts";
import { decisionOf, inForce } from "./decisions.ts";
import { DAY } from "./house.ts";
import type { World } from "./world.ts";

export interface Damage {
  /** Share of the offices held by colluders. */
  readonly offices: number;
  /** Decisions in force that more people oppose than want. */
  readonly unwanted: number;
  /** Days that motions of the honest waited for a result beyond two weeks. */
  readonly waited: number;
  /** Results declared against the true positions, in force or not. */
  readonly falsely: number;
}

export function damageOf(world: World): Damage {
  const held = world.state.elections.offices.filter((o) => officeStage(world.state, o, world.now) === "held");
  const theirs = held.filter((o) => world.person(o.holder)?.colludes);
  let unwanted = 0;
  for (const id of world.decided) {
    const decided = decisionOf(world, id);
    const matter = world.truth.matters.get(decided?.on ?? ("" as never));
    if (decided && matter && inForce(world, decided, world.now) && 2 * matter.likes.size < world.size)
      unwanted++;
  }
  let waited = 0;
  for (const [id, { at: from }] of world.seconded) {
    const status = world.motion(id)?.status;
    if (world.truth.matters.get(id)?.by.colludes || (status !== "standing" && status !== "voting")) continue;
    waited += Math.max(0, (world.now - from) / DAY - 14);
  }
  let falsely = 0;
  for (const vote of world.state.votes.votes.values()) if (world.countedFalsely(vote)) falsely++;
  return {
    offices: held.length === 0 ? 0 : theirs.length / held.length,
    unwanted,
    waited: Math.round(waited),
    falsely,
  };
}

/** One figure for the search; a break outweighs all else. */
export function scoreOf(damage: Damage, found: Findings): number {
  return found.breaks.length * 100 + damage.offices * 3 + damage.unwanted * 5 + damage.waited / 10 + damage.falsely * 2;
}
