/** Offices (S3): nobody is seated by an election of which the others weren't told a day before, unless all agreed to elect at once. */
import type { ActId } from "@nabat/kernel";
import type { Decision } from "@nabat/body/binding/part.ts";
import { voteEnd } from "@nabat/body/votes/course.ts";
import type { Findings } from "./breaks.ts";
import { decisionOf, inForce, PUT_MS } from "./decisions.ts";
import { DAY } from "./house.ts";
import { entryOf } from "./safety.ts";
import type { World } from "./world.ts";

/** Every office that somebody holds by a decision whose three days are over. */
export function seatsHadNotice(world: World, found: Findings): void {
  for (const id of world.decided) {
    const decided = decisionOf(world, id);
    if (!decided?.election || decided.at + PUT_MS > world.now || !inForce(world, decided, world.now)) continue;
    found.met.S3++;
    // What all voted on over days, they knew of.
    if (decided.settled !== undefined) continue;
    const known = knownBefore(world, decided);
    if (known < DAY) found.add("S3", entryOf(world, id), `seated by ${decided.way}, of which nobody was told before`);
  }
}

/** How long before its end everybody could know of this election's vote, in ms. */
function knownBefore(world: World, { vote: id, on, way, at }: Decision): number {
  const vote = world.vote(id);
  if (!vote || way === "paper") return DAY;
  const end = voteEnd(world.state, vote, at) ?? at;
  // Over days, or until everybody has voted: who has voted knew.
  if (way === "days") return vote.castCount >= vote.whole ? DAY : end - vote.opened;
  if (way === "now") return allAgreed(world, on, vote.opened) ? DAY : 0;
  const call = world.state.meetings.calls.get(world.state.meetings.courses.get(vote.sitting ?? on)?.call ?? on);
  const item = call?.agenda.find((i) => i.election === on);
  // Whoever comes at its hour finds it still to be decided.
  if (call?.stands === undefined || !item || vote.opened < call.starts) return 0;
  return call.starts - Math.max(call.stands, item.at);
}

/** Has everybody who then had a vote signed that it be decided now? */
function allAgreed(world: World, on: ActId, at: number): boolean {
  const signed = new Set(
    world.house.entries
      .filter((e) => e.kind === "now.agree" && (e.data as { election?: ActId }).election === on && e.at <= at)
      .map((e) => e.by),
  );
  return [...world.state.members.members.values()].every(
    (m) => m.votesFrom === undefined || m.votesFrom > at || signed.has(m.id),
  );
}
