/** Life: who lost every key votes again in time (L3), honest newcomers come to a vote in time (L4). */
import { mayVoteOn } from "@nabat/body/members/eligibility.ts";
import { voteWaits } from "@nabat/body/members/vote-begins.ts";
import { hasVote } from "@nabat/body/members/standing.ts";
import { backBy } from "./safety-keys.ts";
import type { Loss } from "./control.ts";
import { DAY } from "./house.ts";
import { isSponsor } from "./sponsor.ts";
import { isLeft, standingOf } from "./members.ts";
import { hasKey, type Person } from "./people.ts";
import { statutesAt } from "./rules.ts";
import type { World } from "./world.ts";

/** L3: at the end of its term, can this person vote everywhere on what is called now? */
export function watchLoss(world: World, loss: Loss): void {
  const { who, at, stolen, sheet } = loss;
  const entry = world.state.size;
  world.at(backBy(world, at), () => {
    if (who.gone || who.lost?.at !== at || (!sheet && !helpIsThere(world, who))) return;
    loss.judged = true;
    const gone = isLeft(world, who) ? ", left by the thief" : "";
    const how = `${stolen ? "stolen" : "lost"}, ${sheet ? "with" : "without"} a sheet${gone}`;
    world.saw("L3", entry, canVote(world, who) ? undefined : `no vote on devices in time (${how})`);
  });
}

/** L3, in the next hall: who lost every key raises a hand there, and counts. */
export function watchHall(world: World, who: Person, there: boolean): void {
  if (who.gone || (!there && world.hasVote(who))) return;
  if (there) world.saw("L3", world.state.size - 1);
  // In whose name a thief left is a member again once a meeting decided so (K-15, K-16).
  else world.note("stood in a hall without a vote: a thief had left in their name");
}

/** Are there two others, honest and looking, who could ask for them; or nobody but one (K-18)? */
function helpIsThere(world: World, who: Person): boolean {
  // Two stand for one person a month (K-7); a door needs two who count, and a third who opened it.
  const since = backBy(world, 0);
  const lately = world.control.losses.filter(
    (l) => !l.who.colludes && l.at > world.now - 2 * since && l.who.gone !== true,
  );
  const kept = world.helpers.filter((p) => p !== who && p.founding === true && p.lost === undefined).length;
  const others = Math.floor(kept / Math.max(1, lately.length));
  // In whose name a thief left counts all the same: of three, where one colludes, nobody could tell who lies (K-19).
  const size = world.size + Number(isLeft(world, who));
  return others >= 2 || (others === 1 && size <= 2);
}

function canVote(world: World, p: Person): boolean {
  const called = { at: world.now, index: world.state.size };
  return hasKey(p) && mayVoteOn(world.state, p.member, p.key, called, world.now).ok;
}

/** L4: so long after coming in, a newcomer whose sponsor brought nobody else has a vote. */
export function watchArrival(world: World, who: Person): void {
  const entry = world.state.size;
  const term = statutesAt(world).admission.waitingDays * DAY + 30 * DAY;
  world.in(term, () => {
    // Who gave their word sees nobody: two others do who look, of more in a hall than collude.
    const others = world.honest.filter((q) => world.able(q) && !isSponsor(world, who, q) && q.lost === undefined);
    const look = others.filter((q) => q.looks !== "never").length;
    if (who.gone || who.keyless || look < 2 || others.length <= world.colluders.length) return;
    const here = hasVote(world.state, who.member, world.now);
    const found = world.state.members.members.get(who.member);
    // Who had a vote in time, and was contested away afterwards, is S6's to judge.
    if (found?.contested !== undefined && found.votesFrom !== undefined) return;
    const waits = found ? voteWaits(world.state, found, world.now).map((w) => w.what) : [];
    const why = waits.join(", ") || standingOf(world, who);
    world.saw("L4", entry, here ? undefined : `no vote after ${Math.round(term / DAY)} days (${why})`);
  });
}
