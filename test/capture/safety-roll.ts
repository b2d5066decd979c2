/** Who is on the roll: colluders don't pack it (S5), nobody real drops out of it (S6). */
import type { ActId } from "@nabat/kernel";
import { hasVote } from "@nabat/body/members/standing.ts";
import { stayEndedBy } from "@nabat/body/voice/stay-over.ts";
import type { Findings } from "./breaks.ts";
import { decisionOf } from "./decisions.ts";
import { DAY, type Entry } from "./house.ts";
import { standingOf } from "./members.ts";
import type { Person } from "./people.ts";
import { backBy, knewOf } from "./safety-keys.ts";
import { stands } from "./asking.ts";
import { onlyTheDead } from "./safety.ts";
import type { World } from "./world.ts";

/** Those who have a vote by the record: real and honest, or colluders with those they invented. */
export function sides(world: World): { readonly honest: number; readonly theirs: number; readonly real: number } {
  let [honest, theirs, real] = [0, 0, 0];
  for (const p of world.people) {
    if (!hasVote(world.state, p.member, world.now)) continue;
    if (!p.colludes) honest++;
    else {
      theirs++;
      if (p.invented !== true) real++;
    }
  }
  return { honest, theirs, real };
}

/** S5, day after day: a third of the real people can't become more than half of the roll in half a year. */
export function watchRoll(world: World): void {
  const tick = (): void => {
    const { honest, theirs, real } = sides(world);
    const newest = world.people.findLast((p) => p.invented === true);
    // Whose phone was stolen votes with them for a while: then they are more than a third.
    const stolen = world.control.losses.filter((l) => l.stolen).length;
    if (newest && 2 * (real + stolen) <= honest) {
      const entry = world.entryOf(world.state.members.members.get(newest.member)?.by);
      world.saw("S5", entry, theirs > honest ? `${theirs} of theirs to ${honest} honest` : undefined);
    }
    if (world.now < world.last) world.in(DAY, tick);
  };
  world.in(DAY, tick);
}

/** S6: whoever is real and was a member is one, has their vote and a key that works, unless they gave it up themselves. */
export function nobodyDrops(world: World, found: Findings): void {
  for (const p of world.people) {
    if (p.colludes || p.gone || p.asksForCard) continue;
    const member = world.state.members.members.get(p.member);
    if (!member) continue;
    found.met.S6++;
    const lost = whatIsGone(world, p);
    if (lost) found.add("S6", lost.entry, lost.told);
  }
}

function whatIsGone(world: World, p: Person): { readonly entry: number; readonly told: string } | undefined {
  const { state, control } = world;
  const member = state.members.members.get(p.member);
  const has = standingOf(world, p);
  if (has === "left") {
    const leave = world.house.entries.findLast((e) => e.kind === "leave" && e.by === p.member);
    if (leave && control.holds(leave.key, leave.at)) return undefined;
    const stay = stayEndedBy(member?.stay, world.now);
    if (stay)
      return wanted(world, stay.by) ? undefined : { entry: world.entryOf(stay.by), told: "a guest's stay ended" };
    if (leave && (onTheWayBack(world, p, leave) || neverKnew(world, p, leave))) return undefined;
    return { entry: leave?.index ?? 0, told: "left by another's hand" };
  }
  if (member?.contested && member.contested.from <= world.now && !wanted(world, member.contested.by))
    return { entry: world.entryOf(member.contested.by), told: "a real member contested away" };
  if (p.founding && !hasVote(state, p.member, world.now)) return { entry: 0, told: "a founder without a vote" };
  // Keys: who holds one and lost none can sign with it.
  if (p.codes !== undefined || control.losses.some((l) => l.who === p)) return undefined;
  if (!control.holds(p.key, world.now) || stands(world, p, p.key)) return undefined;
  const ended = state.keys.keys.get(p.key)?.ended;
  const by = lastOn(world, p, ended);
  if (!p.sheet && [...state.keys.recoveries.values()].some((r) => r.all && r.member === p.member && r.at === by?.at)) {
    world.note("in a body of two or three all the others asked together after an objection, and the sheet was lost");
    return undefined;
  }
  return knewOf(world, p, by?.at ?? world.now)
    ? { entry: by?.index ?? 0, told: "their own device shut out" }
    : undefined;
}

/** Was it signed by keys that came in a month before for somebody who didn't look, nor come, all that while? As with what such keys vote on (S1), nobody claims that. */
function neverKnew(world: World, p: Person, leave: Entry): boolean {
  const planted = world.control.planted.get(leave.key);
  if (!planted || knewOf(world, p, planted.at)) return false;
  world.note("left in the name of somebody who never looked while their keys were taken");
  return true;
}

/** In whose name a thief left comes back by the sheet in a day or two, else by a meeting within L3's term. */
function onTheWayBack(world: World, p: Person, leave: Entry): boolean {
  const gone = world.control.held.get(leave.key)?.gone;
  const loss = world.control.losses.find((l) => l.who === p && l.at === gone?.at);
  if (!gone?.stolen || !loss) return false;
  const back = loss.sheet ? leave.at + 3 * DAY : backBy(world, leave.at);
  if (world.now >= back && (loss.sheet || loss.judged === true)) return false;
  world.note("a thief left in somebody's name, who is on the way back");
  return true;
}

/** Was it decided against somebody real by those who came, most of whom wanted it so? Then it was no capture, if a wrong. */
function wanted(world: World, by: ActId): boolean {
  const decided = decisionOf(world, by);
  const last = decided?.again.at(-1) ?? decided?.vote;
  const cast = world.vote(last);
  const casts = [...(world.truth.casts.get(last ?? by) ?? [])];
  if (!decided || !cast) return false;
  // A count that nobody who has their number still could show false stands (S2).
  if (onlyTheDead(world, cast)) return true;
  // A stolen phone votes as whoever holds it likes (S1, within a month).
  const wants = (m: string, foreign: boolean): boolean => {
    const p = world.byMember.get(m as Person["member"]);
    return foreign || (p !== undefined && world.truth.likes(p, decided.on));
  };
  const likes = casts.filter(([m, c]) => wants(m, c.foreign === true)).length;
  if (2 * likes <= casts.length) return false;
  world.note("few came, and decided against somebody real");
  return true;
}

/** The entry by which this person's keys ended. */
function lastOn(
  world: World,
  p: Person,
  ended: number | undefined,
): { readonly index: number; readonly at: number } | undefined {
  return world.house.entries.findLast(
    (e) =>
      e.at <= (ended ?? world.now) &&
      // What their neighbours ask for them comes after.
      ((e.kind === "key.recover" &&
        (e.data as { member?: string }).member === p.member &&
        world.byMember.get(e.by)?.colludes === true) ||
        (e.kind === "device.end" && e.by === p.member)),
  );
}
