/** People who don't exist: brought in by those who invented them, and raised to a vote by all that these can do. */
import { greetersAt } from "@nabat/body/members/greeters.ts";
import type { Member } from "@nabat/body/members/part.ts";
import { placesAt } from "@nabat/body/members/sponsors.ts";
import { voteWaits } from "@nabat/body/members/vote-begins.ts";
import { bring, standingOf } from "./members.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

export const NOBODY = { colludes: true, invented: true, looks: "daily" } as const;

/** Somebody who doesn't exist is invited by one of theirs. */
export function invent(world: World, by: Person): Person | undefined {
  return bring(world, by, "member", NOBODY);
}

/** The invented who have no vote yet. */
export function unborn(world: World): Person[] {
  return world.people.filter((p) => p.invented === true && !p.gone && !world.hasVote(p));
}

/**
 * All that colluders can do alone to bring the invented to a vote: vouch, see, give their word, take places. `words`: may
 * others than who invited them give theirs?
 */
export function raise(world: World, words = true): void {
  const greeters = greetersAt(world.state, world.now)?.members ?? [];
  let tried = false;
  for (const p of unborn(world)) {
    const found = world.state.members.members.get(p.member);
    if (!found || standingOf(world, p) === "guest") continue;
    for (const q of world.theirs) if (q !== p && !q.of) help(world, p, q, found, { greeters, words });
    const [first] = world.colluders;
    const waits = voteWaits(world.state, found, world.now);
    const { taken, most } = placesAt(world.state, world.now);
    if (!first || !waits.some((w) => w.what === "place") || (taken >= most && tried)) continue;
    world.act(first, "place", { member: p.member });
    // Where all are taken, one try a day shows it.
    tried = true;
  }
}

/** What one of theirs can do for an invented one. */
function help(
  world: World,
  p: Person,
  q: Person,
  found: Member,
  { greeters, words }: { readonly greeters: readonly string[]; readonly words: boolean },
): void {
  const gaveWord = found.invitedBy === q.member || found.sponsors?.includes(q.member) === true;
  const data = { member: p.member };
  if (standingOf(world, p) === "applicant" && found.vouchers.length < 1 && found.invitedBy !== q.member)
    world.act(q, "vouch", data);
  if (!found.seen && !gaveWord && (greeters.includes(q.member) || world.size < 5))
    world.act(q, "seen", { members: [p.member] });
  if (words && !gaveWord && found.seenBy?.includes(q.member) !== true && q.newcomer !== true && found.seen)
    world.act(q, "sponsor", data);
}
