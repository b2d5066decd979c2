/**
 * A meeting as it goes: who comes, who opens, whom they elect to count, item after item, hands up, counted,
 * declared. The honest go through it in order; colluders do what their manner says wherever they have a part.
 */
import type { ActId } from "@nabat/kernel";
import { standing } from "@nabat/body/elections/queries.ts";
import { actsAsChair } from "@nabat/body/meetings/chairing.ts";
import { courseAt, leadingCourse, LATE_MS, nextItem, waitingProcedures } from "@nabat/body/meetings/queries.ts";
import { isAmendment } from "@nabat/body/motions/amending.ts";
import type { Call } from "@nabat/body/meetings/part.ts";
import { heldAgain } from "@nabat/body/votes/to-decide.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { atTheDoor } from "./door.ts";
import { isSponsor } from "./sponsor.ts";
import { decideInside } from "./hands.ts";
import { openSitting, putProcedure } from "./moves.ts";
import { watchHall } from "./life-keys.ts";
import { hasKey, type Person } from "./people.ts";
import type { Disturb } from "./planning.ts";
import { tendKeys } from "./tending.ts";
import type { World } from "./world.ts";

/** Who comes: the honest by habit and hour, if they were told; colluders all. */
export function whoComes(world: World, at: number, told: boolean, call?: Call): Person[] {
  const cheated = call !== undefined && call.agenda.some((i) => wasMiscounted(world, i));
  const hour = Math.floor((at % DAY) / HOUR);
  const awake = hour >= 8 && hour < 23 ? 1 : 0.05;
  const summer = world.summer && at >= world.summer.from && at <= world.summer.until ? 0.5 : 1;
  return world.people.filter(
    (p) =>
      !p.gone &&
      p.invented !== true &&
      world.hasVote(p) &&
      (p.colludes
        ? world.manner.votes !== "not"
        : told &&
          ((p.comes === call?.id && call !== undefined) ||
            // Who has no keys looks for a door.
            (p.keyless === true && world.chance.yes(0.9 * awake)) ||
            world.chance.yes((cheated && p.looks !== "never" ? Math.max(0.95, p.hall) : p.hall) * awake * summer))),
  );
}

/** Was this to be decided over days, and its count fell? Then those who looked come to decide it. */
function wasMiscounted(world: World, item: Call["agenda"][number]): boolean {
  const on = world.motion(item.motion) ?? world.state.elections.elections.get(item.election ?? ("" as ActId));
  return on !== undefined && heldAgain(world.state, on, world.now);
}

/** Holds a meeting, if anybody comes. */
export function holdMeeting(world: World, id: ActId, disturb?: Disturb): void {
  const call = world.state.meetings.calls.get(id);
  if (call?.stands === undefined || call.sittings.length > 0) return;
  const there = whoComes(world, world.now, call.place !== undefined && call.stands <= world.now - DAY / 2, call);
  const callers = there.filter((p) => call.signers.includes(p.member));
  // Who opens it brings nobody in at its door: those who can count leave that to somebody who can't (K-11).
  const others = there.filter((p) => hasKey(p) && !callers.includes(p) && !world.able(p));
  if (call.keys?.length && others.length > 0)
    world.in(LATE_MS, () => {
      begin(world, call, others, there, disturb);
      if (call.sittings.length === 0) begin(world, call, callers.length > 0 ? callers : there, there, disturb);
    });
  else if (callers.length > 0) begin(world, call, callers, there, disturb);
  else if (there.length > 0) world.in(LATE_MS, () => begin(world, call, there, there, disturb));
}

function begin(world: World, call: Call, openers: Person[], there: Person[], disturb?: Disturb): void {
  const opener = openers.find((p) => p.colludes) ?? openers.find(hasKey);
  if (!opener || call.sittings.length > 0) return;
  const able = there.filter((p) => world.able(p));
  const tellers = opener.colludes
    ? [...able.filter((p) => p.colludes), ...able.filter((p) => !p.colludes)]
    : world.chance.shuffled(able);
  const named =
    tellers.length >= 2
      ? tellers.slice(0, 2)
      : [...tellers, ...[...world.honest, ...world.colluders].filter((p) => !tellers.includes(p))].slice(0, 2);
  const sitting = openSitting(world, opener, named, call.id);
  if (sitting === undefined) return;
  world.truth.there.set(sitting, new Set(there.map((p) => p.n)));
  for (const p of world.people) if (p.keyless && !p.colludes) watchHall(world, p, there.includes(p));
  // Whoever is there is told what was asked for in their name, and has their phone along.
  for (const p of there) tendKeys(world, p);
  disturb?.(world, sitting, there);
  const board = (): void => {
    electBoard(world, sitting, there, 0);
    world.in(MINUTE, () => nextStep(world, call, sitting, there, 0));
  };
  if (takeSeats(world, sitting, there)) board();
  else world.in(16 * MINUTE, board);
}

/** Those with a device say that they are there; `true` where half of the roll has. */
function takeSeats(world: World, sitting: ActId, there: readonly Person[]): boolean {
  for (const p of there) if (!p.colludes || world.manner.counts !== "never") world.act(p, "sitting.here", { sitting });
  return 2 * courseAt(world.state, sitting).here.size >= world.size;
}

/** Those there elect who presides and counts; each side puts its own, the `attempt`-th time somebody else. */
function electBoard(world: World, sitting: ActId, there: readonly Person[], attempt: number): void {
  const course = courseAt(world.state, sitting);
  if (course.tellersBy !== undefined || there.length < 2) return;
  const stands = standingAt(world, course.call);
  const unseen = world.arrivals.filter(({ who }) => !world.hasVote(who) && !who.gone);
  const sponsors = (q: Person): boolean => unseen.some(({ who }) => isSponsor(world, who, q));
  // Who opened it brings nobody in at the door (K-11): that matters where somebody has no keys.
  const noKeys = world.people.some((p) => p.keyless === true && !p.colludes && !p.gone);
  const opener = noKeys ? world.state.sittings.sittings.get(sitting)?.opener : undefined;
  for (const own of [false, true]) {
    const side = there.filter((p) => p.colludes === own && hasKey(p));
    const mover = side[attempt % Math.max(1, side.length)];
    if (!mover) continue;
    // People know each other: one's own first, then others. Who counts is chosen first: whoever stands in an election
    // on the agenda can't count it (O-7), who gave their word for a newcomer can't say that they saw them (M-24); who
    // can't do any of it may preside.
    const counters = world.chance
      .shuffled(there.filter((p) => world.able(p)))
      .sort(
        (a, b) =>
          (own ? 0 : Number(world.liars.has(a.n)) - Number(world.liars.has(b.n))) ||
          Number(stands.has(a.member)) - Number(stands.has(b.member)) ||
          Number(a.colludes !== own) - Number(b.colludes !== own) ||
          Number(a.member === opener) - Number(b.member === opener) ||
          Number(sponsors(a)) - Number(sponsors(b)),
      );
    const tellers = counters.slice(0, 2);
    const chair = counters.slice(2).find((p) => p.colludes === own) ?? tellers[0];
    if (!chair || tellers.length < 2) continue;
    const board = { what: "board", chair: chair.member, tellers: tellers.map((t) => t.member) } as const;
    const motion = putProcedure(world, mover, sitting, board, { appeal: own ? 0 : 1, colludersFor: own });
    if (motion === undefined) continue;
    for (const p of there) {
      if (world.motion(motion)?.status !== "standing") break;
      if (p !== mover && world.truth.likes(p, motion)) world.act(p, "second", { motion });
    }
    if (world.motion(motion)?.status === "standing") decideInside(world, sitting, { motion }, there);
    if (courseAt(world.state, sitting).tellersBy !== undefined) return;
  }
}

/** Who stands in the elections on a call's agenda. */
function standingAt(world: World, call: ActId | undefined): Set<string> {
  const { meetings, elections } = world.state;
  const items = (call === undefined ? undefined : meetings.calls.get(call)?.agenda) ?? [];
  const found = items.flatMap((i) => (i.election === undefined ? [] : (elections.elections.get(i.election) ?? [])));
  return new Set(found.flatMap((e) => standing(world.state, e, world.now).map((c) => c.member)));
}

/** One item, then the next, some minutes later; at the end the sitting is closed. */
function nextStep(world: World, call: Call, sitting: ActId, there: readonly Person[], steps: number): void {
  const again = (ms: number): void => world.in(ms, () => nextStep(world, call, sitting, there, steps + 1));
  const open = world.state.sittings.sittings.get(sitting);
  if (steps > 40 || !open || open.closed !== undefined) return;
  const course = leadingCourse(world.state, sitting);
  if (course.tellersBy === undefined && steps < 6) {
    electBoard(world, sitting, there, steps + 1);
    if (course.tellersBy === undefined) return again(5 * MINUTE);
  }
  if (decideProcedures(world, sitting, there)) return again(MINUTE);
  if (course.tellersBy !== undefined && steps < 8) atTheDoor(world, sitting, there);
  const item = nextItem(call);
  const chair = asChair(world, sitting, there);
  if (!chair) return again(6 * MINUTE);
  if (course.item === undefined) {
    if (item) world.act(chair, "item.open", { sitting, item: item.id });
    else if (!course.aob) world.act(chair, "item.open", { sitting, item: "aob" });
    else {
      world.act(chair, "sitting.close", { sitting });
      return;
    }
    return again(2 * MINUTE);
  }
  const under = call.agenda.find((i) => i.id === course.item);
  if (under?.motion !== undefined) {
    for (const amendment of world.motion(under.motion)?.amendments ?? []) {
      const found = world.motion(amendment);
      if (found && isAmendment(found) && found.status === "standing")
        decideInside(world, sitting, { motion: amendment }, there);
    }
    const voted = decideInside(world, sitting, { motion: under.motion }, there);
    if (!voted && world.lastRefusal?.rule === "V-49") proceed(world, sitting, there);
  } else if (under?.election !== undefined) decideInside(world, sitting, { election: under.election }, there);
  const closer = asChair(world, sitting, there);
  if (closer === undefined) return again(6 * MINUTE);
  if (world.act(closer, "item.close", { sitting }) !== undefined) return again(MINUTE);
  if (under && world.lastRefusal?.code === "not-voted") putOff(world, sitting, under.id, there);
  return again(6 * MINUTE);
}

/** Where amendments come without end, those there vote on the thing itself. */
function proceed(world: World, sitting: ActId, there: readonly Person[]): void {
  const mover = there.find((p) => !p.colludes && hasKey(p));
  if (mover) putProcedure(world, mover, sitting, { what: "proceed" }, { appeal: 1, colludersFor: false });
}

/** What can neither be voted nor closed, because it is being voted on outside, those there put off. */
function putOff(world: World, sitting: ActId, item: ActId, there: readonly Person[]): void {
  const mover = there.find((p) => !p.colludes && hasKey(p));
  if (!mover) return;
  const view = { appeal: 1, colludersFor: false };
  putProcedure(world, mover, sitting, { what: "adjourn", item, returns: world.now + DAY }, view);
}

/** Who may do what is the chair's now, the honest first. Colluders in the chair leave it to others to go on. */
function asChair(world: World, sitting: ActId, there: readonly Person[]): Person | undefined {
  const course = courseAt(world.state, sitting);
  const may = there.filter((p) => actsAsChair(world.state, course, p.member, world.now).ok);
  return may.find((p) => !p.colludes) ?? (world.manner.counts === "never" ? undefined : may[0]);
}

/** Procedural motions that wait and have their seconders, or that the honest there like; `true` where one was decided. */
function decideProcedures(world: World, sitting: ActId, there: readonly Person[]): boolean {
  for (const id of waitingProcedures(world.state, courseAt(world.state, sitting))) {
    for (const p of there)
      if (
        world.truth.likes(p, id) &&
        world.motion(id)?.mover !== p.member &&
        !world.motion(id)?.seconds.includes(p.member)
      )
        world.act(p, "second", { motion: id });
    if (decideInside(world, sitting, { motion: id }, there)) return true;
  }
  return false;
}
