/** What colluders intend in one history: moves at their times, and a manner. Drawn, or changed from one that did damage. */
import { ATTACKS } from "./attacks.ts";
import { type Day, daysOf } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { ELEMENTARY, WHOLE } from "./elementary.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import { swarming } from "./swarm.ts";
import type { Manner } from "./world.ts";

/** One move of a plan: at a time from the beginning, an elementary act or a known attack. */
export interface Gene {
  readonly at: number;
  /** What it answers, from that time on: acts of this kind that anybody enters, or this elementary act of their own; `wait` ms later. */
  readonly on?: string;
  readonly wait?: number;
  readonly what: string;
  readonly who: number;
  readonly x: number;
  readonly y: number;
}

export interface Plan {
  /** The world's own chance: the same seed is the same people and the same calendar. */
  readonly seed: number;
  readonly n: number;
  readonly k: number;
  readonly weeks: number;
  readonly sealed: boolean;
  readonly manner: Manner;
  readonly genes: readonly Gene[];
  /** What is ordinary, at its times. */
  readonly days: readonly Day[];
}

/** The sizes of bodies, each as often as it is drawn. */
export const SIZES_DRAWN = [2, 3, 5, 5, 5, 9, 9, 9, 9, 9, 9, 40] as const;

/** What a search may draw from. */
export interface Repertoire {
  readonly size?: number;
  /** How many collude; without, none to a third. */
  readonly colluders?: number;
  /** How many weeks each history lasts; without, as it falls. */
  readonly lasting?: number;
  /** Known attacks that are left out. */
  readonly without?: readonly string[];
  /** The plans keep to a few sorts of acts, drawn anew for each (`swarm.ts`). */
  readonly swarm?: true;
}

/** Sort number `n` of all, with others about the same subject. */
export function insist(chance: Chance, n: number, repertoire: Repertoire): Plan {
  return draw(chance, repertoire, n);
}

function attacksOf({ without = [] }: Repertoire): string[] {
  return Object.keys(ATTACKS).filter((name) => !without.includes(name));
}

function gene(chance: Chance, span: number, repertoire: Repertoire): Gene {
  const known = chance.yes(0.3);
  const acts = repertoire.swarm ? Object.keys(ELEMENTARY) : WHOLE;
  return {
    at: Math.floor(chance.next() * span),
    what: chance.pick(known ? attacksOf(repertoire) : acts) ?? "text",
    who: chance.int(100),
    x: chance.int(1000),
    y: chance.int(1000),
  };
}

function manner(chance: Chance, swarm = false): Manner {
  return {
    counts: chance.pick(["falsely", "falsely", "never", "one-left-out", "truly"] as const) ?? "falsely",
    // Who votes with the others gains little by it: in a swarm it is tried less often.
    votes:
      swarm && chance.yes(0.6)
        ? "against"
        : (chance.pick(["against", "against", "against", "as-others", "not"] as const) ?? "against"),
  };
}

/** How many weeks are lived: mostly so many that all terms run out, now and then half a year. */
function weeksOf(chance: Chance, { lasting, swarm }: Repertoire): number {
  if (lasting !== undefined) return lasting;
  if (swarm) return chance.pick([1, 1, 2, 2, 3, 4, 5, 6] as const) ?? 3;
  const drawn = chance.next();
  return drawn < 0.88 ? 4 + chance.int(3) : drawn < 0.985 ? 8 + chance.int(2) : 26;
}

/** Of what is ordinary, too, a swarm's plan has some sorts and leaves out others: half of them. */
function thinned(chance: Chance, days: readonly Day[]): Day[] {
  const sorts = new Set([...new Set(days.map(({ what }) => what))].filter(() => chance.yes(0.5)));
  return days.filter(({ what }) => sorts.has(what));
}

/** A plan drawn anew; one in eight with nobody colluding. */
export function draw(chance: Chance, repertoire: Repertoire, sort?: number): Plan {
  const n = repertoire.size ?? chance.pick(SIZES_DRAWN) ?? 9;
  const third = Math.floor(n / 3);
  const k = repertoire.colluders ?? (chance.yes(0.12) ? 0 : chance.yes(0.7) ? third : chance.int(third + 1));
  const weeks = weeksOf(chance, repertoire);
  const span = weeks * 7 * DAY;
  const anything = (): Gene[] => Array.from({ length: 6 + chance.int(24) }, () => gene(chance, span, repertoire));
  const genes = k === 0 ? [] : repertoire.swarm ? swarming(chance, span, sort) : anything();
  return {
    seed: chance.int(2 ** 31),
    n,
    k,
    weeks,
    sealed: chance.yes(0.7),
    manner: manner(chance, repertoire.swarm),
    genes: sorted(repertoire.swarm ? genes : bursts(chance, genes)),
    days: repertoire.swarm ? thinned(chance, daysOf(chance, weeks)) : daysOf(chance, weeks),
  };
}

/** A plan led by one known attack, early, with elementary acts round it. */
export function lead(chance: Chance, name: string, repertoire: Repertoire): Plan {
  const { lasting = repertoire.swarm ? 3 + chance.int(3) : undefined } = repertoire;
  const drawn = draw(chance, { ...repertoire, ...(lasting === undefined ? {} : { lasting }) });
  const n = repertoire.size ?? chance.pick([3, 5, 9, 9, 9, 9, 9, 40]) ?? 9;
  const genes = drawn.genes.filter(({ what }) => what in ELEMENTARY).slice(0, 12);
  const times = [0.6, 3, 8, 13].map((day) => Math.floor((day + chance.next()) * DAY));
  const leads = times.map((at) => ({ at, what: name, who: 0, x: chance.int(1000), y: chance.int(1000) }));
  return { ...drawn, n, k: repertoire.colluders ?? Math.floor(n / 3), genes: sorted([...genes, ...leads]) };
}

/** A plan that did damage, changed a little: moves taken out, put in, shifted; sometimes other people. */
export function mutate(chance: Chance, plan: Plan, repertoire: Repertoire): Plan {
  const span = plan.weeks * 7 * DAY;
  let genes = [...plan.genes];
  for (let i = 0; i < 1 + chance.int(4); i++) {
    const at = chance.int(Math.max(1, genes.length));
    const old = genes[at];
    const way = chance.next();
    if (way < 0.35 && old && repertoire.swarm && chance.yes(0.7)) genes.push(another(chance, genes, old));
    else if (way < 0.35 || !old) genes.push(gene(chance, span, repertoire));
    else if (way < 0.55) genes.splice(at, 1);
    else if (way < 0.8) genes[at] = { ...old, at: Math.max(0, old.at + Math.floor((chance.next() - 0.5) * 2 * DAY)) };
    else genes[at] = { ...old, x: chance.int(1000), y: chance.int(1000) };
  }
  genes = sorted(genes);
  return {
    ...plan,
    genes,
    ...(chance.yes(0.3) ? { manner: manner(chance, repertoire.swarm) } : {}),
    ...(chance.yes(0.5) ? { seed: chance.int(2 ** 31) } : {}),
  };
}

/** One more act of a sort that the plan has, within hours of another. */
function another(chance: Chance, genes: readonly Gene[], near: Gene): Gene {
  const { what } = chance.pick(genes) ?? near;
  const { on: _, wait: _none, ...rest } = near;
  const at = Math.max(0, near.at + Math.floor((chance.next() - 0.3) * DAY));
  return { ...rest, what, at, ...(chance.yes(0.5) ? { x: chance.int(1000), y: chance.int(1000) } : {}) };
}

/** Acts come in bursts: what is near in time is done within minutes. */
function bursts(chance: Chance, genes: readonly Gene[]): Gene[] {
  return genes.map((g) =>
    chance.yes(0.5) ? { ...g, at: Math.floor(g.at / (6 * HOUR)) * 6 * HOUR + chance.int(90) * MINUTE } : g,
  );
}

function sorted(genes: readonly Gene[]): Gene[] {
  return [...genes].sort((a, b) => a.at - b.at);
}
