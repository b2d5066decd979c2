/**
 * Who has no key any more, day after day until they have one: by the sheet at once; else two members they meet ask
 * for new ones, or tellers at a door; where somebody objects or other keys are asked for too, a meeting decides.
 */
import type { ActId } from "@nabat/kernel";
import { decidedWindow } from "@nabat/body/keys/decided.ts";
import { namingPlaces } from "@nabat/body/meetings/naming.ts";
import { keysOf, keyStands } from "@nabat/body/keys/queries.ts";
import { askingsFor } from "@nabat/body/keys/running.ts";
import { isLeft } from "./members.ts";
import { addDevice, askKeys, cosign, signWith, stands } from "./asking.ts";
import { isRunning, isSigned, makeKeys, takeUp } from "./own-keys.ts";
import type { Loss } from "./control.ts";
import { DAY, HOUR } from "./house.ts";
import { comeAlong, planMeeting } from "./planning.ts";
import { callersNeeded, callMeeting, move, putItem } from "./moves.ts";
import { hasKey, newKey, type Person } from "./people.ts";
import { statutesAt } from "./rules.ts";
import type { World } from "./world.ts";

/** How long somebody goes on trying. */
const TRIES_MS = 90 * DAY;

/** One day of it. */
export function seekKeys(world: World, p: Person, loss: Loss): void {
  if (p.gone || !p.keyless || world.now > loss.at + TRIES_MS) return;
  if (p.sheet && bySheetAtHand(world, p, loss)) return;
  if (takeUp(world, p)) return;
  byDecision(world, p);
  if (p.keyless && !isLeft(world, p) && !isRunning(world, p)) askFriends(world, p);
  if (p.keyless && world.now > loss.at + DAY) toMeeting(world, p);
  world.in(DAY, () => seekKeys(world, p, loss));
}

/** A new device by the sheet, which also ends what is gone; `true` where that went well. */
function bySheetAtHand(world: World, p: Person, { at }: Loss): boolean {
  if (isLeft(world, p)) signWith(world, p, p.reserve, "leave.undo", {});
  const device = newKey(p, "device");
  if (addDevice(world, p, p.reserve, device) === undefined) return false;
  world.control.make(p, device, world.now);
  p.key = device;
  delete p.keyless;
  shutOut(world, p, at);
  return true;
}

/** By the sheet what was lost is ended, and a leaving undone; day after day, until the record takes it. */
function shutOut(world: World, p: Person, since: number): void {
  if (p.gone || !p.sheet || world.now > since + TRIES_MS) return;
  if (isLeft(world, p)) signWith(world, p, p.reserve, "leave.undo", {});
  for (const { id, key } of keysOf(world.state, p.member)) {
    const foreign = !world.control.holds(id, world.now);
    if (foreign && !key.reserve && keyStands(key, world.now))
      signWith(world, p, p.reserve, "device.end", { device: id });
  }
  world.in(DAY, () => shutOut(world, p, since));
}

/** Is the key in this person's hand theirs no more, by the record? Then they use another, or set about getting one. */
export function noticeKeys(world: World, p: Person): void {
  if (p.colludes || !hasKey(p) || stands(world, p, p.key)) return;
  const other = [p.second, p.wants?.device].find((k) => k !== undefined && stands(world, p, k));
  if (other !== undefined) p.key = other;
  else {
    p.keyless = true;
    const at = p.lost?.at ?? world.now;
    seekKeys(world, p, { who: p, at: world.now, stolen: p.lost?.stolen ?? false, sheet: p.sheet, all: !p.sheet });
    p.lost ??= { key: p.key, at, stolen: false };
  }
}

/** Two whom they meet ask: one, and another who knows them too. */
function askFriends(world: World, p: Person): void {
  const friends = world.chance.shuffled(world.helpers);
  const keys = makeKeys(world, p);
  for (const friend of friends) {
    const asked = askKeys(world, friend, p, keys);
    if (asked === undefined) continue;
    for (const other of friends) if (other !== friend && cosign(world, other, asked) !== undefined) break;
    return;
  }
}

/** Did somebody object, or ask for other keys, or does a thief have the old phone? Then those there say who stands before them. */
function isDisputed(world: World, p: Person): boolean {
  const clash = askingsFor(world.state, p.member).some((r) => r.off?.because === "clash");
  return world.state.keys.objected.has(p.member) || clash || isLeft(world, p);
}

/** Has a meeting decided that new keys come in for this person, and have they not yet? */
function isDecided(world: World, p: Person): boolean {
  return [...world.state.keys.decided.values()].some((d) => {
    // Where one of the two has died or lost their own, or won't, the next meeting names others.
    const window = d.member === p.member && whoEnter(world, d.by).length > 1 ? decidedWindow(d) : undefined;
    return window !== undefined && world.now < window.until;
  });
}

/** Friends call a meeting that names them: it decides over their keys (K-15), or its tellers bring new ones in at the door (K-11). */
function toMeeting(world: World, p: Person): void {
  const disputed = isDisputed(world, p);
  if (isDecided(world, p) || (!disputed && isSigned(world, p))) return;
  for (const id of world.calls) {
    const call = world.state.meetings.calls.get(id);
    // Nobody relies on a meeting that those call who hold them up.
    if (!call || call.starts <= world.now || world.person(call.caller)?.colludes) continue;
    if (call.agenda.some((i) => isAbout(world, i.motion, p)) || (!disputed && call.keys?.includes(p.member))) return;
  }
  const friends = world.chance.shuffled(world.helpers);
  const [mover, ...others] = friends;
  if (!mover || friends.length < callersNeeded(world)) return;
  const motion = disputed ? putOverKeys(world, p, mover, friends) : undefined;
  const starts = Math.floor(world.now / DAY) * DAY + (statutesAt(world).convene.noticeDays + 1) * DAY + 19 * HOUR;
  const call = callMeeting(world, mover, { starts, signers: others });
  if (call === undefined) return;
  if (motion !== undefined) putItem(world, mover, call, { motion });
  const named =
    motion !== undefined ? [p] : world.people.filter((q) => q.keyless && !q.colludes && !q.gone && world.hasVote(q));
  nameThem(world, call, friends, named);
  for (const q of named) q.comes = call;
  comeAlong(world, call);
  planMeeting(world, call);
}

/** Each of the friends names as many as one may, until all are named. */
function nameThem(world: World, call: ActId, friends: readonly Person[], those: readonly Person[]): void {
  const left = [...those];
  for (const by of friends) {
    const { most, named } = namingPlaces(world.state, by.member, world.now);
    const part = left.splice(0, Math.max(0, most - named.size));
    if (part.length > 0) world.act(by, "meeting.keys", { call, members: part.map((q) => q.member) });
    if (left.length === 0) return;
  }
}

/** The motion that puts it to a meeting, which sends two of them to enter the keys. */
function putOverKeys(world: World, p: Person, mover: Person, friends: readonly Person[]): ActId | undefined {
  const standing = [...world.liveMotions].find((id) => isAbout(world, id, p));
  if (standing !== undefined) return standing;
  const before = friends.slice(0, 2).map((q) => q.member);
  const subject = { type: "keys", member: p.member, ...(before.length === 2 ? { before } : {}) };
  const motion = move(world, mover, subject as never, { appeal: 1, colludersFor: false, ordinary: true });
  if (motion !== undefined) world.hallOnly.add(motion);
  return motion;
}

/** Is this a motion over that person's keys (K-15)? */
export function isAbout(world: World, motion: ActId | undefined, p: Person): boolean {
  const subject = world.motion(motion)?.subject as { type: string; member?: string } | undefined;
  return subject?.type === "keys" && subject.member === p.member;
}

/** Those of them who would enter the keys and can. */
function whoEnter(world: World, by: readonly string[]): Person[] {
  return by.flatMap((m) => world.byMember.get(m as Person["member"]) ?? []).filter((q) => !q.colludes && world.able(q));
}

/** A meeting decided: the two it says enter the keys that the person made. */
function byDecision(world: World, p: Person): void {
  for (const [decided, d] of world.state.keys.decided) {
    const window = d.member === p.member ? decidedWindow(d) : undefined;
    if (!window || world.now < window.from || world.now >= window.until) continue;
    const [first, second] = whoEnter(world, d.by);
    if (!first || !second) continue;
    const asked = askKeys(world, first, p, makeKeys(world, p), { decided });
    if (asked === undefined || cosign(world, second, asked) === undefined) continue;
    if (takeUp(world, p)) return;
  }
}
