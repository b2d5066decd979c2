/**
 * Who has no key any more, day after day until they have one: by the sheet at once; else two members they meet ask
 * for new ones, or tellers at a door; where somebody objects or other keys are asked for too, a meeting decides.
 */
import type { ActId } from "@nabat/kernel";
import { decidedWindow } from "@nabat/body/keys/decided.ts";
import { askingsFor, termsRun, waitsForSecond } from "@nabat/body/keys/running.ts";
import { isLeft } from "./members.ts";
import { addDevice, askKeys, cosign, newKeys, signWith, stands } from "./asking.ts";
import type { Loss } from "./control.ts";
import { DAY, HOUR } from "./house.ts";
import { planMeeting } from "./hall.ts";
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
  if (!isLeft(world, p)) {
    byDecision(world, p);
    if (!isRunning(world, p)) askFriends(world, p);
    if (p.keyless && needsMeeting(world, p)) toMeeting(world, p);
  }
  world.in(DAY, () => seekKeys(world, p, loss));
}

/** A new device by the sheet, which also ends what is gone; `true` where that went well. */
function bySheetAtHand(world: World, p: Person, { at }: Loss): boolean {
  if (isLeft(world, p)) signWith(world, p, p.reserve, "leave.undo", {});
  const device = newKey(p, "device");
  if (addDevice(world, p, p.reserve, device) === undefined) return false;
  world.control.make(p, device, world.now);
  const gone = p.lost?.at === at ? p.lost.key : undefined;
  if (gone !== undefined && stands(world, p, gone)) signWith(world, p, p.reserve, "device.end", { device: gone });
  p.key = device;
  delete p.keyless;
  return true;
}

/** New keys that came in are theirs to use from now on. */
export function takeUp(world: World, p: Person): boolean {
  const { wants } = p;
  if (!wants || !stands(world, p, wants.device)) return false;
  p.key = wants.device;
  p.reserve = wants.reserve;
  p.sheet = true;
  delete p.keyless;
  return true;
}

/** Is somebody's asking for the keys that this person made under way? */
export function isRunning(world: World, p: Person): boolean {
  return askingsFor(world.state, p.member).some(
    (r) => r.enrol?.device === p.wants?.device && (termsRun(r, world.now) || waitsForSecond(r, world.now)),
  );
}

/** Keys that this person makes and holds, so that others ask for them. */
export function makeKeys(world: World, p: Person): { readonly device: Person["key"]; readonly reserve: Person["key"] } {
  const keys = newKeys(p);
  p.wants = keys;
  world.control.make(p, keys.device, world.now);
  world.control.make(p, keys.reserve, world.now);
  return keys;
}

/** Two whom they meet ask: one, and another who knows them too. */
function askFriends(world: World, p: Person): void {
  const friends = world.chance.shuffled(world.honest.filter((q) => q.looks !== "never"));
  const keys = makeKeys(world, p);
  for (const friend of friends) {
    const asked = askKeys(world, friend, p, keys);
    if (asked === undefined) continue;
    for (const other of friends) if (other !== friend && cosign(world, other, asked) !== undefined) break;
    return;
  }
}

/** Did somebody object, or ask for other keys, or does a thief have the old phone? Then those there say who stands before them. */
function needsMeeting(world: World, p: Person): boolean {
  const { keys } = world.state;
  const others = askingsFor(world.state, p.member).some((r) => r.off?.because === "clash");
  const decided = [...keys.decided.values()].some((d) => d.member === p.member && decidedWindow(d) !== undefined);
  if (decided) return false;
  const alone = world.honest.filter((q) => q.looks !== "never").length < 2;
  return keys.objected.has(p.member) || others || p.lost?.stolen === true || (alone && !isRunning(world, p));
}

/** A friend puts it to a meeting that names them on its call (K-15). */
function toMeeting(world: World, p: Person): void {
  for (const id of world.calls) {
    const call = world.state.meetings.calls.get(id);
    if (call && call.starts > world.now && call.agenda.some((i) => isAbout(world, i.motion, p))) return;
  }
  const friends = world.chance.shuffled(world.honest.filter((q) => q.looks !== "never"));
  const [mover, ...others] = friends;
  if (!mover || friends.length < callersNeeded(world)) return;
  const before = others.slice(0, 2).map((q) => q.member);
  const subject = { type: "keys", member: p.member, ...(before.length === 2 ? { before } : {}) };
  const motion = move(world, mover, subject as never, { appeal: 1, colludersFor: false, ordinary: true });
  if (motion === undefined) return;
  world.hallOnly.add(motion);
  const starts = Math.floor(world.now / DAY) * DAY + (statutesAt(world).convene.noticeDays + 1) * DAY + 19 * HOUR;
  const call = callMeeting(world, mover, { starts, signers: others });
  if (call === undefined) return;
  putItem(world, mover, call, { motion });
  world.act(mover, "meeting.keys", { call, members: [p.member] });
  p.comes = call;
  planMeeting(world, call);
}

function isAbout(world: World, motion: ActId | undefined, p: Person): boolean {
  const subject = world.motion(motion)?.subject as { type: string; member?: string } | undefined;
  return subject?.type === "keys" && subject.member === p.member;
}

/** A meeting decided: the two it says enter the keys that the person made. */
function byDecision(world: World, p: Person): void {
  for (const [decided, d] of world.state.keys.decided) {
    const window = d.member === p.member ? decidedWindow(d) : undefined;
    if (!window || world.now < window.from || world.now >= window.until) continue;
    const two = d.by.flatMap((m) => world.person(m) ?? []).filter((q) => !q.colludes && !q.gone && hasKey(q));
    const [first, second] = two;
    if (!first || !second) continue;
    const asked = askKeys(world, first, p, makeKeys(world, p), { decided });
    if (asked === undefined || cosign(world, second, asked) === undefined) continue;
    if (takeUp(world, p)) return;
  }
}
