/**
 * The search: plans drawn, led by known attacks, and changed from those that did most damage, until so many
 * weeks were lived. Seeded: the same seed plays the same game.
 */
import { ATTACKS } from "./attacks.ts";
import { type Break, type Findings, type Invariant, noneMet } from "./breaks.ts";
import { Chance } from "./chance.ts";
import { type Damage, damageOf, NO_DAMAGE, scoreOf, worse } from "./damage.ts";
import { play, TAIL } from "./history.ts";
import { AS_THEY_ARE, type Rules, WEEK } from "./house.ts";
import { judge } from "./judge.ts";
import { Kept } from "./kept.ts";
import { draw, insist, lead, mutate, type Plan, type Repertoire, SIZES_DRAWN } from "./plan.ts";
import { showsAt } from "./shown.ts";
import type { World } from "./world.ts";

export interface Options extends Repertoire {
  readonly weeks: number;
  readonly seed: number;
  /** The rules, or rules of which one is switched off. */
  readonly rules?: Rules;
  /** Lead every plan by this attack. */
  readonly only?: string;
  /** Look at this invariant alone, and stop where it breaks. */
  readonly until?: Invariant;
  /** Look at these alone; without, at all. */
  readonly which?: readonly Invariant[];
  /** Stop where any breaks that doesn't under the rules as they are, from the same plan. */
  readonly untilDue?: boolean;
}

/** A plan and the damage that it did. */
interface Scored {
  readonly plan: Plan;
  readonly score: number;
}

export interface Found extends Break {
  readonly plan: Plan;
  /** Where it is seen by whoever looks. */
  readonly shows: string | undefined;
}

/** What a run came to. */
export interface Run {
  weeks: number;
  histories: number;
  entries: number;
  tried: number;
  entered: number;
  readonly breaks: Found[];
  readonly met: Record<Invariant, number>;
  /** What is ordinary where nobody colludes, and the weeks of such histories. */
  readonly calm: { done: number; all: number; weeks: number; late: number };
  readonly calendar: Map<string, { done: number; all: number }>;
  readonly sizes: Map<number, number>;
  /** What is known and not claimed: how often it was seen. */
  readonly known: Map<string, number>;
  /** What the honest were refused, by rule and code. */
  readonly refusals: Map<string, number>;
  worst: Damage;
  /** What broke because of the rule that is off, where the search ended with it. */
  due?: Invariant;
}

/** From so many weeks on a history is one of half a year. */
const LONG = 20;
/** How many of the worst plans are kept to be changed, of each size: small bodies would push out the others. */
const KEPT = 8;

/** Plays until so many weeks were lived. */
export function search(options: Options): Run {
  const chance = new Chance(options.seed);
  const run: Run = {
    weeks: 0,
    histories: 0,
    entries: 0,
    tried: 0,
    entered: 0,
    breaks: [],
    met: noneMet(),
    calm: { done: 0, all: 0, weeks: 0, late: 0 },
    calendar: new Map(),
    sizes: new Map(),
    known: new Map(),
    refusals: new Map(),
    worst: NO_DAMAGE,
  };
  const best = new Map<number, Scored[]>();
  const kept = options.swarm ? new Kept() : undefined;
  const known = Object.keys(ATTACKS).filter((name) => !options.without?.includes(name));
  while (run.weeks < options.weeks) {
    const plan = next(chance, options, run.histories, known, kept ?? best);
    const world = play(plan, options.rules ?? AS_THEY_ARE);
    const found = judge(world, options.until === undefined ? options.which : [options.until]);
    const before = run.breaks.length;
    note(run, world, plan, found);
    const due = options.untilDue ? dueTo(run.breaks.slice(before), options.rules ?? AS_THEY_ARE) : undefined;
    if (due) run.due = due;
    if (run.due) break;
    const damage = damageOf(world);
    // Where nobody colludes there is nothing to change: kept, the same calendar would be lived over and over. Half a year is
    // lived once: what is looked at where a history ends (S4, L5) would else be looked at too seldom.
    if (kept) kept.keep(plan, world, damage);
    else if (plan.k > 0 && plan.weeks < LONG) keep(best, { plan, score: scoreOf(damage, found) });
    run.worst = worse(run.worst, damage);
    if (run.breaks.some((b) => b.invariant === options.until)) break;
  }
  return run;
}

/** A break is tried again with so many other people and calendars. */
const AGAIN = 12;

/**
 * Which of these is due to the rule that is off? One that breaks again from the same plan with other people, and that never
 * breaks from it with the rules as they are, whoever the people: what breaks now and then by chance is nobody's.
 */
function dueTo(breaks: readonly Found[], rules: Rules): Invariant | undefined {
  const [first] = breaks;
  if (!first) return undefined;
  const due = new Set(breaks.map((b) => b.invariant));
  const those = (plan: Plan, by: Rules): Invariant[] => judge(play(plan, by), [...due]).breaks.map((b) => b.invariant);
  const anyway = (plan: Plan): void => those(plan, AS_THEY_ARE).forEach((i) => due.delete(i));
  const plans = Array.from({ length: AGAIN }, (_, i) => ({ ...first.plan, seed: first.plan.seed + 1 + i }));
  anyway(first.plan);
  let settled = false;
  for (const plan of plans) {
    const again = due.size === 0 ? [] : those(plan, rules);
    if (again.length === 0) continue;
    // What broke again is looked for in all of them with the rules as they are.
    if (!settled) for (const other of plans) if (due.size > 0) anyway(other);
    settled = true;
    const same = again.find((i) => due.has(i));
    if (same) return same;
  }
  return undefined;
}

function next(
  chance: Chance,
  options: Options,
  n: number,
  known: readonly string[],
  best: ReadonlyMap<number, readonly Scored[]> | Kept,
): Plan {
  if (options.only !== undefined) return lead(chance, options.only, options);
  // Led by a known attack in turn; in a swarm less often.
  const every = options.swarm ? 6 : 3;
  if (n % every === 0) {
    const name = known[(n / every) % known.length];
    if (name !== undefined) return lead(chance, name, options);
  }
  const size = options.size ?? chance.pick(SIZES_DRAWN) ?? 9;
  const worst = (): Plan | undefined =>
    best instanceof Kept ? best.pick(chance) : chance.pick(best.get(size) ?? [])?.plan;
  const old = chance.yes(0.4) ? worst() : undefined;
  if (old) return mutate(chance, old, options);
  return options.swarm && n % 3 !== 0
    ? insist(chance, n - Math.ceil(n / 3), options)
    : draw(chance, { ...options, size });
}

function keep(best: Map<number, Scored[]>, scored: Scored): void {
  const same = [...(best.get(scored.plan.n) ?? []), scored].sort((a, b) => b.score - a.score);
  best.set(scored.plan.n, same.slice(0, KEPT));
}

function note(run: Run, world: World, plan: Plan, found: Findings): void {
  run.histories++;
  run.weeks += plan.weeks + TAIL / WEEK;
  run.entries += world.state.size;
  run.tried += world.tried;
  run.entered += world.entered;
  run.sizes.set(plan.n, (run.sizes.get(plan.n) ?? 0) + 1);
  for (const b of found.breaks) run.breaks.push({ ...b, plan, shows: showsAt(world, b) });
  for (const key of Object.keys(found.met) as Invariant[]) run.met[key] += found.met[key];
  for (const [what, n] of found.known) run.known.set(what, (run.known.get(what) ?? 0) + n);
  run.calm.done += found.calm.done;
  run.calm.all += found.calm.all;
  if (plan.k === 0) {
    run.calm.weeks += plan.weeks;
    run.calm.late += found.late.size;
  }
  for (const [what, { done, all }] of found.calendar) {
    const kept = run.calendar.get(what) ?? { done: 0, all: 0 };
    run.calendar.set(what, { done: kept.done + done, all: kept.all + all });
  }
  for (const [key, n] of world.refusals) run.refusals.set(key, (run.refusals.get(key) ?? 0) + n);
}
