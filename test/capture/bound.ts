/** How long things may take: in their own time where nobody is against it, and at most (L1). */
import type { ActId } from "@nabat/kernel";
import { bound } from "@nabat/body/votes/bound.ts";
import { LONGEST_EXTRA_MS } from "@nabat/body/votes/turn.ts";
import { DAY, HOUR } from "./house.ts";
import type { World } from "./world.ts";
import { statutesAt } from "./rules.ts";

/** Days that tellers, their waiting lists and one recount may take. */
const TELLERS_DAYS = 3;

/** A vote over days from its motion on, with a day for whoever looks, in ms. */
export function ownTime(world: World, ofRules: boolean): number {
  const { voting, change } = statutesAt(world);
  const talk = Math.max(voting.discussionHours * HOUR, ofRules ? change.noticeDays * DAY : 0);
  return talk + voting.hours * HOUR + (TELLERS_DAYS + 4) * DAY;
}

/** From now to its result, whoever is against it, where its mover calls the vote for the shortest term, in ms (L1). */
export function boundOf(world: World, motion: ActId | undefined): number {
  const found = world.motion(motion);
  const until = found && bound(world.state, found, world.now);
  // A vote that nobody counts is held once more, with other tellers.
  const uncounted = statutesAt(world).voting.hours * HOUR + TELLERS_DAYS * DAY;
  if (until !== undefined) return until - world.now - LONGEST_EXTRA_MS + uncounted;
  // An election whose tellers don't count is voted on again, with other tellers.
  const { voting, convene } = statutesAt(world);
  const shortest = voting.hours * HOUR + TELLERS_DAYS * DAY;
  return voting.discussionHours * HOUR + 7 * DAY + 4 * shortest + (convene.noticeDays + 10) * DAY;
}
