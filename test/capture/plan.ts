/** What colluders intend in one history: moves at their times, and a manner. Drawn, or changed from one that did damage. */
import { ATTACKS } from "./attacks.ts";
import { type Day, daysOf } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { ELEMENTARY, SUBJECTS } from "./elementary.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import type { Manner } from "./world.ts";

/** One move of a plan: at a time from the beginning, an elementary act or a known attack. */
export interface Gene {
  readonly at: number;
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
  /** The plans keep to a few sorts of acts, drawn anew for each, and insist on them or do them one after the other. */
  readonly swarm?: true;
}

/**
 * A few sorts of acts out of all. Where every plan may hold everything, what only works together comes together too seldom;
 * where each leaves out most, some hold little else (swarm testing: Groce and others 2012). Most are about one subject or two.
 */
function few(chance: Chance): string[] {
  const subjects = chance.shuffled(SUBJECTS).slice(0, chance.yes(0.35) ? 2 : 1);
  const heads = subjects.map(([head]) => head);
  const others = chance.shuffled([...new Set(subjects.flat())]).filter((what) => !heads.includes(what));
  const any = chance.yes(0.3) ? chance.shuffled(Object.keys(ELEMENTARY)).slice(0, 1) : [];
  return [...heads, ...any, ...others.slice(0, 1 + chance.int(5))].flatMap((what) => what ?? []);
}

/** A length of time between these two, short ones as often as long ones. */
function between(chance: Chance, least: number, most: number): number {
  return Math.floor(least * (most / least) ** chance.next());
}

/** Any of these acts, on anything. */
function anyOf(chance: Chance, sorts: readonly string[]): Omit<Gene, "at"> {
  return { what: chance.pick(sorts) ?? "text", who: chance.int(100), x: chance.int(1000), y: chance.int(1000) };
}

/** What leaves something behind that everybody looks at from then on isn't done as often as what leaves nothing. */
const MOST_TIMES: Readonly<Record<string, number>> = {
  flood: 4,
  "revise at length": 4,
  "bring a guest": 6,
  text: 8,
  rules: 8,
  "rules to the utmost": 8,
  election: 20,
  "amend theirs": 70,
};

/** One sort of act, tried again and again from some day on: what isn't possible yet will be. */
function again(chance: Chance, what: string, span: number, from: number): Gene[] {
  const until = chance.yes(0.6) ? span : from + between(chance, DAY, span);
  const every = between(chance, 1.5 * HOUR, 3 * DAY);
  // The same act each time, or any of its sort.
  const same = chance.yes(0.5) ? anyOf(chance, [what]) : undefined;
  const times = Math.min(MOST_TIMES[what] ?? 40, Math.ceil((Math.min(until, span) - from) / every));
  return Array.from({ length: times }, (_, i) => ({ ...(same ?? anyOf(chance, [what])), at: from + i * every }));
}

/** Each of a few sorts of acts, tried again and again. */
function insisting(chance: Chance, span: number, sorts = few(chance).slice(0, 5)): Gene[] {
  return sorts.flatMap((what) => again(chance, what, span, Math.floor(chance.next() ** 2 * span * 0.7)));
}

/** Sort number `n` of all, tried again and again, with two to four others about the same subject. */
export function insist(chance: Chance, n: number, repertoire: Repertoire): Plan {
  const all = Object.keys(ELEMENTARY);
  const what = all[n % all.length] ?? "text";
  const drawn = draw(chance, repertoire);
  const [subject = []] = chance.shuffled(SUBJECTS.filter((s) => s.includes(what)));
  const [head, ...rest] = subject.filter((other) => other !== what);
  const sorts = [what, head, ...chance.shuffled(rest).slice(0, 1 + chance.int(3))].flatMap((one) => one ?? []);
  return { ...drawn, genes: drawn.k === 0 ? [] : sorted(insisting(chance, drawn.weeks * 7 * DAY, sorts)) };
}

/** Acts of a few sorts one after the other, minutes or days apart, some times over. */
function inChains(chance: Chance, span: number): Gene[] {
  const sorts = few(chance);
  return Array.from({ length: 2 + chance.int(5) }, () => {
    let at = Math.floor(chance.next() * span * 0.8);
    return Array.from({ length: 3 + chance.int(8) }, () => {
      at += between(chance, 2 * MINUTE, 5 * DAY);
      return { ...anyOf(chance, sorts), at };
    });
  }).flat();
}

function attacksOf({ without = [] }: Repertoire): string[] {
  return Object.keys(ATTACKS).filter((name) => !without.includes(name));
}

function gene(chance: Chance, span: number, repertoire: Repertoire): Gene {
  const known = chance.yes(0.3);
  return {
    at: Math.floor(chance.next() * span),
    what: chance.pick(known ? attacksOf(repertoire) : Object.keys(ELEMENTARY)) ?? "text",
    who: chance.int(100),
    x: chance.int(1000),
    y: chance.int(1000),
  };
}

function manner(chance: Chance): Manner {
  return {
    counts: chance.pick(["falsely", "falsely", "never", "one-left-out", "truly"] as const) ?? "falsely",
    votes: chance.pick(["against", "against", "against", "as-others", "not"] as const) ?? "against",
  };
}

/** How many weeks are lived: mostly so many that all terms run out, now and then half a year. */
function weeksOf(chance: Chance, { lasting, swarm }: Repertoire): number {
  if (lasting !== undefined) return lasting;
  if (swarm) return 3 + chance.int(3);
  const drawn = chance.next();
  return drawn < 0.88 ? 4 + chance.int(3) : drawn < 0.985 ? 8 + chance.int(2) : 26;
}

/** A plan drawn anew; one in eight with nobody colluding. */
export function draw(chance: Chance, repertoire: Repertoire): Plan {
  const n = repertoire.size ?? chance.pick(SIZES_DRAWN) ?? 9;
  const third = Math.floor(n / 3);
  const k = repertoire.colluders ?? (chance.yes(0.12) ? 0 : chance.yes(0.7) ? third : chance.int(third + 1));
  const weeks = weeksOf(chance, repertoire);
  const span = weeks * 7 * DAY;
  const anything = (): Gene[] => Array.from({ length: 6 + chance.int(24) }, () => gene(chance, span, repertoire));
  const aFewSorts = (): Gene[] => (chance.yes(0.65) ? insisting(chance, span) : inChains(chance, span));
  const genes = k === 0 ? [] : !repertoire.swarm ? anything() : aFewSorts();
  return {
    seed: chance.int(2 ** 31),
    n,
    k,
    weeks,
    sealed: chance.yes(0.7),
    manner: manner(chance),
    genes: sorted(repertoire.swarm ? genes : bursts(chance, genes)),
    days: daysOf(chance, weeks),
  };
}

/** A plan led by one known attack, early, with elementary acts round it. */
export function lead(chance: Chance, name: string, repertoire: Repertoire): Plan {
  const drawn = draw(chance, repertoire);
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
    if (way < 0.35 || !old) genes.push(gene(chance, span, repertoire));
    else if (way < 0.55) genes.splice(at, 1);
    else if (way < 0.8) genes[at] = { ...old, at: Math.max(0, old.at + Math.floor((chance.next() - 0.5) * 2 * DAY)) };
    else genes[at] = { ...old, x: chance.int(1000), y: chance.int(1000) };
  }
  genes = sorted(genes);
  return {
    ...plan,
    genes,
    ...(chance.yes(0.3) ? { manner: manner(chance) } : {}),
    ...(chance.yes(0.5) ? { seed: chance.int(2 ** 31) } : {}),
  };
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
