/** A newcomer on the way to a vote: somebody vouches, somebody sees them, and what time brings is asked for. */
import { greetersAt } from "@nabat/body/members/greeters.ts";
import { hasVote } from "@nabat/body/members/standing.ts";
import { voteWaits } from "@nabat/body/members/vote-begins.ts";
import { statutesAt } from "./rules.ts";
import { comeAlong, planMeeting } from "./planning.ts";
import { DAY, HOUR } from "./house.ts";
import { standingOf } from "./members.ts";
import { callersNeeded, callMeeting } from "./moves.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** From so few voters on there are greeters or meetings; below, anybody sees a newcomer (M-24). */
const FEW = 5;
/** How long a newcomer goes on trying. */
const TRIES_MS = 90 * DAY;

/** After so long without having been seen they ask for a meeting. */
const PATIENCE_MS = 7 * DAY;

/** One day of it. */
export function seekVote(world: World, p: Person, from = world.now): void {
  if (p.gone || world.now > from + TRIES_MS || hasVote(world.state, p.member, world.now)) return;
  if (standingOf(world, p) === "applicant") vouchers(world, p);
  seeing(world, p);
  if (world.now > from + PATIENCE_MS) gather(world, p);
  placing(world, p);
  world.in(DAY, () => seekVote(world, p, from));
}

/** Neighbours who know them vouch. */
function vouchers(world: World, p: Person): void {
  const { vouchers: asked } = statutesAt(world).admission;
  const found = world.state.members.members.get(p.member);
  if (!found || found.vouchers.length >= asked) return;
  for (const q of world.chance.shuffled(world.honest)) {
    if (found.vouchers.length >= asked) return;
    if (q.looks !== "never") world.act(q, "vouch", { member: p.member });
  }
}

/** They knock at the doors of those who greet; in a small body at anybody's. */
function seeing(world: World, p: Person): void {
  const found = world.state.members.members.get(p.member);
  if (!found || found.seen) return;
  const list = greetersAt(world.state, world.now)?.members ?? [];
  const who = world.chance.shuffled(
    world.helpers.filter((q) => (world.size < FEW || list.includes(q.member)) && q.member !== found.invitedBy),
  );
  for (const q of who) {
    // Not everybody is at home every day.
    if (!world.chance.yes(0.6)) continue;
    if (world.act(q, "seen", { members: [p.member] }) !== undefined) return;
  }
}

/** Where nobody who greets has seen them, those who know them call a meeting, unless one is called: its tellers do. */
function gather(world: World, p: Person): void {
  const found = world.state.members.members.get(p.member);
  if (!found || found.seen) return;
  for (const id of world.calls) if ((world.state.meetings.calls.get(id)?.starts ?? 0) > world.now) return;
  const [caller, ...others] = world.chance.shuffled(world.helpers);
  if (!caller || others.length + 1 < callersNeeded(world)) return;
  const starts = Math.floor(world.now / DAY) * DAY + (statutesAt(world).convene.noticeDays + 1) * DAY + 19 * HOUR;
  const call = callMeeting(world, caller, { starts, signers: others });
  if (call === undefined) return;
  p.comes = call;
  comeAlong(world, call);
  planMeeting(world, call);
}

/** Nothing but a place is missing, or somebody's word: it is asked for. */
function placing(world: World, p: Person): void {
  const found = world.state.members.members.get(p.member);
  if (!found) return;
  for (const wait of voteWaits(world.state, found, world.now)) {
    if (wait.what === "place") world.act(p, "place", { member: p.member });
    if (wait.what !== "place" && wait.what !== "sponsor") continue;
    const [other] = world.chance.shuffled(
      world.honest.filter((q) => q.newcomer !== true && !q.brought && q.looks !== "never"),
    );
    if (other && world.act(other, "sponsor", { member: p.member }) !== undefined) other.brought = true;
  }
}
