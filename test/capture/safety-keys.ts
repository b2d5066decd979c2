/**
 * Keys (S1), and who could read what was sealed (S7). A key is its owner's while the owner holds it; everything
 * signed with it otherwise was signed by somebody else.
 */
import type { ActId, KeyId } from "@nabat/kernel";
import { askingsFor, RECOVERY_MS } from "@nabat/body/keys/running.ts";
import { keysOf, keyStands } from "@nabat/body/keys/queries.ts";
import { listed } from "@nabat/body/votes/sealed.ts";
import type { Vote } from "@nabat/body/votes/part.ts";
import type { Findings } from "./breaks.ts";
import { isFallen } from "./decisions.ts";
import { DAY, type Entry } from "./house.ts";
import { isLeft } from "./members.ts";
import type { Person } from "./people.ts";
import { statutesAt } from "./rules.ts";
import type { World } from "./world.ts";

/** L3's term: so long after a call's notice somebody votes everywhere again, thief or not; in ms. */
export const BACK_MS = 40 * DAY;

/** When this person must be able to vote everywhere again, who lost everything then. */
export function backBy(world: World, lostAt: number): number {
  return lostAt + statutesAt(world).convene.noticeDays * DAY + BACK_MS;
}

/** S1: nothing that counts was signed by keys that came in without their member, nor by a stolen device after its term. */
export function keysAreTheirs(world: World, found: Findings): void {
  const { control } = world;
  for (const { owner, at } of control.planted.values()) if (knewOf(world, owner, at)) found.met.S1++;
  // Where nobody was there to help, a theft has no end (L3).
  const over = control.losses.filter((l) => l.stolen && l.judged === true);
  found.met.S1 += over.length;
  for (const entry of world.house.entries) {
    const owner = world.byMember.get(entry.by);
    if (!owner || owner.colludes || control.holds(entry.key, entry.at)) continue;
    const planted = control.planted.get(entry.key);
    const gone = control.held.get(entry.key)?.gone;
    const late =
      gone?.stolen && entry.at > backBy(world, gone.at) && over.some((l) => l.who === owner && l.at === gone.at);
    if (planted ? !knewOf(world, owner, planted.at) : late !== true) continue;
    const what = counts(world, entry, owner);
    if (what) found.add("S1", entry.index, `${what} by ${planted ? "keys brought in for them" : "a stolen phone"}`);
  }
}

/** Did this person look or stand in a hall while an objection was possible, from the asking at `at` on? */
export function knewOf(world: World, owner: Person, at: number): boolean {
  // From when two had signed: three days until the old keys end, and three more in which they object (K-13).
  const asked = [...world.state.keys.recoveries.values()].find((r) => r.member === owner.member && r.at === at);
  const until = (asked?.signed ?? at) + 2 * RECOVERY_MS;
  if (owner.gone) return false;
  if (world.truth.lookedBetween(owner, at, until)) return true;
  for (const [sitting, there] of world.truth.there) {
    const opened = world.state.sittings.sittings.get(sitting)?.opened ?? 0;
    if (there.has(owner.n) && opened >= at && opened <= until) return true;
  }
  return false;
}

/** Does this entry still do something, of what nobody else may do in somebody's name? */
function counts(world: World, { kind, data }: Entry, owner: Person): string | undefined {
  const { state } = world;
  const of = data as { vote?: ActId; motion?: ActId; device?: KeyId; attachments?: unknown };
  switch (kind) {
    case "vote.cast": {
      const vote = world.vote(of.vote);
      return vote?.result && !vote.result.opinion && !isFallen(world, vote.id) ? "a position" : undefined;
    }
    case "leave":
      return isLeft(world, owner) ? "a leaving" : undefined;
    case "withdraw":
      return world.motion(of.motion)?.status === "withdrawn" ? "a motion withdrawn" : undefined;
    case "erase":
      return "an erasure";
    case "resign":
      return state.elections.offices.some((o) => o.holder === owner.member && o.resigned !== undefined)
        ? "an office given up"
        : undefined;
    case "device.end": {
      const ended = of.device === undefined ? undefined : state.keys.keys.get(of.device);
      const theirs = of.device !== undefined && world.control.holds(of.device, world.now);
      return theirs && ended?.ended !== undefined && ended.ended <= world.now ? "a device ended" : undefined;
    }
    default:
      return undefined;
  }
}

/** S7: now that a sealed position stands, its tellers' boxes are in the hands of the tellers. */
export function watchSealed(world: World, vote: Vote, entry: number): void {
  if (!listed(vote)) return;
  let broke: string | undefined;
  for (const teller of [...vote.tellers, ...(vote.rounds ?? []).flatMap((r) => r.drawn)]) {
    const person = world.person(teller);
    if (!person || person.colludes) continue;
    for (const { id, key } of keysOf(world.state, teller)) {
      if (key.box === "" || !keyStands(key, world.now) || world.control.holds(id, world.now)) continue;
      const gone = world.control.held.get(id)?.gone;
      if (!world.control.planted.has(id) && !gone?.stolen) continue;
      // A teller's phone in a thief's hands reads what comes to it until it is ended.
      if (gone && world.now <= backBy(world, gone.at))
        world.note("a stolen phone of a teller read what was sealed to it");
      else if (gone && !world.control.losses.some((l) => l.who === person && l.at === gone.at && l.judged === true))
        world.note("a stolen phone of a teller read what was sealed to it, and nobody was there to help");
      else if (!gone && !knewOf(world, person, world.control.planted.get(id)?.at ?? world.now))
        world.note("keys of a teller who never looked were taken a month before");
      else broke = `sealed to ${gone ? "a stolen phone" : "keys brought in"} of a teller`;
    }
  }
  world.saw("S7", entry, broke);
}

/** Is any asking for this person under way, whoever asked? */
export function isAskedFor(world: World, p: Person): boolean {
  return askingsFor(world.state, p.member).some((r) => r.off === undefined);
}
