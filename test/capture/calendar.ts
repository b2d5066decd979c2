/**
 * The ordinary life of a body: a committee that decides over coffee, a meeting each month, a burst pipe, the
 * yearly election, a change of rules that most want, a death, a quiet summer. Each must get through in its time.
 */
import type { ActId } from "@nabat/kernel";
import { boundOf, ownTime } from "./bound.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { decideInside } from "./hands.ts";
import { planMeeting } from "./planning.ts";
import { callersNeeded, callMeeting, move, moveText, openElection, openSitting, putItem, versionOf } from "./moves.ts";
import type { Chance } from "./chance.ts";
import { COMING } from "./coming.ts";
import { LOSING } from "./losing.ts";
import type { Person } from "./people.ts";
import { changeOf, statutesAt } from "./rules.ts";
import type { Task, World } from "./world.ts";

/** What most want, and colluders don't mind or are against. */
const wanted = (world: World): { appeal: number; colludersFor: boolean; ordinary: true } => ({
  appeal: world.manner.votes === "against" || world.people.length < 9 ? 1 : 0.8,
  colludersFor: world.manner.votes !== "against",
  ordinary: true,
});

/** Somebody honest who looks every day, and others. */
function active(world: World): Person[] {
  return world.chance.shuffled(world.honest.filter((p) => p.looks === "daily"));
}

function task(world: World, what: string, motion: ActId | undefined, own: number): Task {
  const made: Task = {
    what,
    begun: world.now,
    own,
    bound: boundOf(world, motion),
    ...(motion === undefined ? {} : { motion }),
  };
  world.tasks.push(made);
  return made;
}

/** More than half, over coffee: a text, an hour later their names under it. */
function coffee(world: World): void {
  const table = world.chance.shuffled(world.honest.filter((p) => world.able(p)));
  const many = Math.floor(world.size / 2) + 1;
  if (world.size > 9 || table.length < many) return;
  const [mover] = table;
  const motion = mover && moveText(world, mover, { ...wanted(world), appeal: 1 });
  if (motion === undefined) return;
  task(world, "coffee", motion, DAY);
  world.in(HOUR + MINUTE, () => {
    const there = table.slice(0, many).filter((p) => world.truth.likes(p, motion));
    for (const p of there) world.act(p, "now.sign", { motion, version: versionOf(world, motion) });
  });
}

/** A called meeting with a text on its agenda, and every second time an election. */
function meeting(world: World): void {
  const [caller, ...others] = active(world);
  if (!caller || others.length + 1 < callersNeeded(world)) return;
  const motion = moveText(world, caller, wanted(world));
  if (motion === undefined) return;
  world.hallOnly.add(motion);
  const call = callAt19(world, caller, others);
  if (call === undefined) return;
  putItem(world, caller, call, { motion });
  const starts = world.state.meetings.calls.get(call)?.starts ?? world.now;
  // Where too few came, it goes on outside from the next day on.
  task(world, "meeting", motion, starts - world.now + DAY + ownTime(world, false));
  planMeeting(world, call);
  // What wasn't reached there goes on outside.
  world.at(starts + DAY, () => world.hallOnly.delete(motion));
}

function callAt19(world: World, caller: Person, others: readonly Person[]): ActId | undefined {
  const days = statutesAt(world).convene.noticeDays;
  const starts = Math.floor(world.now / DAY) * DAY + (days + 2) * DAY + 19 * HOUR;
  return callMeeting(world, caller, { starts, signers: others });
}

/** Two who are there call the plumber, on an opinion; days later all say whether it was right. */
function pipe(world: World): void {
  const [a, b] = world.chance.shuffled(world.honest);
  if (!a) return;
  const second = b ?? world.colluders.find((p) => p !== a);
  if (!second) return;
  const sitting = openSitting(world, a, [a, second]);
  if (sitting !== undefined) {
    world.truth.there.set(sitting, new Set([a.n, second.n]));
    const opinion = moveText(world, a, { ...wanted(world), appeal: 1 }, sitting);
    if (opinion !== undefined) {
      world.hallOnly.add(opinion);
      decideInside(world, sitting, { motion: opinion }, [a, second]);
      world.act(a, "withdraw", { motion: opinion });
    }
    world.act(a, "sitting.close", { sitting });
  }
  const [mover] = active(world);
  const motion = mover && moveText(world, mover, wanted(world));
  if (motion !== undefined) task(world, "pipe", motion, ownTime(world, false));
}

/** Somebody opens the yearly election; who likes to stands. */
function election(world: World): void {
  const [by, ...others] = active(world);
  if (!by || others.length < 2) return;
  const id = openElection(world, by, { seats: 1, termDays: 365, until: world.now + 2 * DAY });
  if (id === undefined) return;
  for (const p of others.slice(0, 2)) world.act(p, "nominate", { election: id, candidate: p.member });
  const [rival] = world.colluders;
  if (rival && world.manner.votes === "against")
    world.act(rival, "nominate", { election: id, candidate: rival.member });
  task(world, "election", id, 2 * ownTime(world, false) + 2 * DAY);
}

/** A change of rules that seven of ten want. */
function rules(world: World): void {
  const [by] = active(world);
  const changes = by && changeOf(world, "easier");
  if (!by || !changes) return;
  const motion = move(world, by, changes, wanted(world));
  if (motion !== undefined) task(world, "rules", motion, ownTime(world, true));
}

function death(world: World): void {
  const [one] = world.chance.shuffled(world.honest);
  if (one && world.size >= 9) one.gone = true;
}

function summer(world: World): void {
  world.summer = { from: world.now, until: world.now + 21 * DAY };
}

/** What an ordinary day brings: `x` varies it. */
export type Ordinary = (world: World, x: number) => void;

export const ORDINARY: Readonly<Record<string, Ordinary>> = {
  coffee,
  meeting,
  pipe,
  election,
  rules,
  death,
  summer,
  ...COMING,
  ...LOSING,
};

/** One thing of the calendar, at a time from the beginning. */
export interface Day {
  readonly at: number;
  readonly what: string;
  readonly x: number;
}

/** Each of these comes once or more a month. */
const MONTHLY = ["coffee", "meeting", "pipe", "election", "rules"] as const;
/** The rarer ones: how often in a history, and how many days from its end at the latest, so that their terms can run out. */
const RARE: readonly { readonly what: string; readonly times: number; readonly before: number }[] = [
  { what: "death", times: 0.15, before: 14 },
  { what: "summer", times: 0.15, before: 14 },
  { what: "newcomer", times: 1.5, before: 34 },
  { what: "guest", times: 0.4, before: 20 },
  { what: "card holder", times: 0.3, before: 20 },
  { what: "lost phone", times: 0.8, before: 44 },
  { what: "theft", times: 0.6, before: 44 },
  { what: "fire", times: 0.06, before: 44 },
];
/** After its last week a history goes on for so many days. */
const TAIL_DAYS = 14;

/** The calendar of a history of so many weeks. */
export function daysOf(chance: Chance, weeks: number): Day[] {
  const span = weeks * 7 * DAY;
  const days: Day[] = [];
  const add = (at: number, what: string): void => void days.push({ at, what, x: chance.int(1000) });
  for (const what of MONTHLY) {
    const times = Math.max(1, Math.round(weeks / 4));
    for (let i = 0; i < times; i++) add(Math.floor(((i + chance.next()) / times) * span * 0.7) + 10 * HOUR, what);
  }
  for (const { what, times, before } of RARE) {
    const until = Math.max(1, weeks * 7 + TAIL_DAYS - before) * DAY;
    const many = Math.floor(times) + Number(chance.yes(times % 1));
    for (let i = 0; i < many; i++) add(Math.floor(chance.next() * until), what);
  }
  return days.sort((a, b) => a.at - b.at);
}
