/** What was decided, by which act, and whether it is in force: read from the record's state. */
import type { ActId } from "@nabat/kernel";
import type { Decision } from "@nabat/body/binding/part.ts";
import { officeStage } from "@nabat/body/elections/queries.ts";
import { fateAt } from "@nabat/body/votes/course.ts";
import type { World } from "./world.ts";

/** How long a decision can be put to all, in ms. */
export const PUT_MS = 3 * 24 * 3600_000;

/** The decision that an act made, if it made one. */
export function decisionOf(world: World, id: ActId): Decision | undefined {
  return world.state.binding.decisions.get(id);
}

/** Has the count of this vote fallen, or is it contested (a number is missed) until somebody counts anew? */
export function isFallen(world: World, vote: ActId): boolean {
  const found = world.vote(vote);
  const fate = found && fateAt(world.state, found, world.now);
  return fate?.is === "fallen" || fate?.is === "contested";
}

/** Is what it decided in force at `at`? By what it did: rules that stand, offices held; of the rest by its moment. */
export function inForce(world: World, decision: Decision, at: number): boolean {
  if (decision.lost) return false;
  const { statutes, elections } = world.state;
  if (decision.election === true)
    return elections.offices.some((o) => o.result === decision.id && officeStage(world.state, o, at) === "held");
  if (world.motion(decision.on)?.subject.type === "statutes")
    return statutes.versions.some((v) => v.by === decision.id && v.from <= at && v.fails === undefined);
  return (
    decision.from !== undefined &&
    decision.from <= at &&
    !(decision.vote !== undefined && isFallen(world, decision.vote))
  );
}
