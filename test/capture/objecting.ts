/**
 * What an objection in time is worth (S6, S2), seen at the end of its term: whoever looked while they could object has
 * their device still (P3), and what was put to all isn't in force before all have said so (P1).
 */
import type { ActId, KeyId } from "@nabat/kernel";
import { RECOVERY_MS } from "@nabat/body/keys/running.ts";
import { standing } from "@nabat/body/members/standing.ts";
import { decisionOf, inForce } from "./decisions.ts";
import { DAY, HOUR } from "./house.ts";
import type { Person } from "./people.ts";
import { stands } from "./asking.ts";
import type { World } from "./world.ts";

/** Others' keys were asked for in somebody's name: the old go on for three days, and object for three days more. */
export function watchAsking(world: World, owner: Person, asked: ActId): void {
  const { key } = owner;
  world.in(2 * RECOVERY_MS + HOUR, () => {
    const asking = world.state.keys.recoveries.get(asked);
    // What was signed by its second later, or at a door once more, has a term of its own.
    if (asking?.signed === undefined || asking.signed > asking.at + HOUR || asking.off?.because === "door") return;
    objected(world, owner, key, { from: asking.signed, until: asking.signed + 2 * RECOVERY_MS });
  });
}

/** Another device ended this one: it objects for three days (K-14). */
export function watchEnded(world: World, owner: Person, key: KeyId): void {
  const from = world.now;
  if (!world.control.holds(key, from)) return;
  world.in(RECOVERY_MS + HOUR, () => objected(world, owner, key, { from, until: from + RECOVERY_MS }));
}

/** Another left in their name: whose sheet is at hand, and who looks, is a member again within three days (K-16). */
export function watchLeft(world: World, owner: Person): void {
  const from = world.now;
  // A sheet of keys that an objection put off is none.
  if (!owner.sheet || !world.control.holds(owner.reserve, from) || !stands(world, owner, owner.reserve)) return;
  world.in(3 * DAY, () => {
    if (owner.gone || !owner.sheet || !world.truth.lookedBetween(owner, from, world.now - HOUR)) return;
    const left = standing(world.state, owner.member, world.now) === "left";
    world.saw("S6", world.state.size - 1, left ? "left by another's hand, and not back by their sheet" : undefined);
  });
}

/** Whoever looked in the term with the device in their hand has it still. */
function objected(
  world: World,
  owner: Person,
  key: KeyId,
  { from, until }: { readonly from: number; readonly until: number },
): void {
  if (owner.colludes || owner.gone || owner.codes !== undefined || !world.control.holds(key, world.now)) return;
  if (!world.truth.lookedBetween(owner, from, until - 1)) return;
  const has = stands(world, owner, key) || isLate(world, owner, from);
  world.saw("S6", world.state.size - 1, has ? undefined : "their device shut out, though they looked in time");
}

/** Was something else asked for them later, whose term isn't over? */
function isLate(world: World, owner: Person, from: number): boolean {
  return [...world.state.keys.recoveries.values()].some(
    (r) =>
      r.member === owner.member && r.signed !== undefined && r.signed > from && r.signed + 2 * RECOVERY_MS > world.now,
  );
}

/** Day after day: what was put to all, and isn't decided by all, isn't in force. */
export function watchContested(world: World): void {
  const tick = (): void => {
    for (const id of world.recent) {
      const decision = decisionOf(world, id);
      const { suspended } = decision ?? {};
      if (!decision || decision.lost || suspended === undefined || decision.settled) continue;
      // Nobody calls it for a week: then it stands.
      if (decision.again.length === 0 && world.now >= suspended + 7 * DAY) continue;
      const force = inForce(world, decision, world.now);
      world.saw("S2", world.entryOf(id), force ? "what was put to all is in force before all have voted" : undefined);
    }
    if (world.now < world.last) world.in(DAY, tick);
  };
  world.in(DAY, tick);
}
