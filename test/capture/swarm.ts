/**
 * What the search draws by itself: acts of a few sorts, insisted on, done in flurries, or answering what happens. Most
 * of what works together comes within hours, by the same hand and on the same thing.
 */
import type { Chance } from "./chance.ts";
import { ELEMENTARY, SUBJECTS } from "./elementary.ts";
import { DAY, HOUR, MINUTE } from "./house.ts";
import type { Gene } from "./plan.ts";

/**
 * A few sorts of acts out of all. Where every plan may hold everything, what only works together comes together too seldom;
 * where each leaves out most, some hold little else (swarm testing: Groce and others 2012). Most are about one subject or two.
 */
function few(chance: Chance): string[] {
  const subjects = chance.shuffled(SUBJECTS).slice(0, chance.yes(0.3) ? 2 : 1);
  const heads = subjects.map(([head]) => head);
  const others = chance.shuffled([...new Set(subjects.flat())]).filter((what) => !heads.includes(what));
  const any = chance.yes(0.2) ? chance.shuffled(Object.keys(ELEMENTARY)).slice(0, 1) : [];
  return [...heads, ...any, ...others.slice(0, 1 + chance.int(4))].flatMap((what) => what ?? []);
}

/** Sort number `n` of all, with two to four others about the same subject. */
function about(chance: Chance, n: number): string[] {
  const all = Object.keys(ELEMENTARY);
  const what = all[n % all.length] ?? "text";
  const [subject = []] = chance.shuffled(SUBJECTS.filter((s) => s.includes(what)));
  const [head, ...rest] = subject.filter((other) => other !== what);
  return [what, head, ...chance.shuffled(rest).slice(0, 1 + chance.int(3))].flatMap((one) => one ?? []);
}

/** A length of time between these two, short ones as often as long ones. */
function between(chance: Chance, least: number, most: number): number {
  return Math.floor(least * (most / least) ** chance.next());
}

/** On which thing at hand: any, or the newest. */
function which(chance: Chance): number {
  return chance.yes(0.3) ? 0 : chance.int(1000);
}

/** Any of these acts, on anything. */
function anyOf(chance: Chance, sorts: readonly string[]): Omit<Gene, "at"> {
  return { what: chance.pick(sorts) ?? "text", who: chance.int(100), x: which(chance), y: chance.int(1000) };
}

/** What leaves something behind that everybody looks at from then on isn't done as often as what leaves nothing. */
const MOST_TIMES: Readonly<Record<string, number>> = {
  flood: 12,
  "revise at length": 8,
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
  const times = Math.min(MOST_TIMES[what] ?? 120, Math.ceil((Math.min(until, span) - from) / every));
  return Array.from({ length: times }, (_, i) => ({ ...(same ?? anyOf(chance, [what])), at: from + i * every }));
}

/** Each of a few sorts of acts, tried again and again. */
function insisting(chance: Chance, span: number, sorts: readonly string[]): Gene[] {
  return sorts.slice(0, 5).flatMap((what) => again(chance, what, span, Math.floor(chance.next() ** 2 * span * 0.7)));
}

/** Within so long the acts of one flurry come. */
const REACHES = [HOUR, 6 * HOUR, 12 * HOUR, 12 * HOUR, 2 * DAY, 6 * DAY] as const;

/** One act, and others that follow it within hours or days, by the same hand or on the same thing as often as not. */
function flurry(chance: Chance, at: number, sorts: readonly string[]): Gene[] {
  const reach = chance.pick(REACHES) ?? HOUR;
  const [head = "text", ...others] = sorts;
  const first = { ...anyOf(chance, [chance.yes(0.8) ? head : (chance.pick(sorts) ?? head)]), at };
  const after = Array.from({ length: 2 + chance.int(8) }, () => {
    const one = anyOf(chance, others.length > 0 && chance.yes(0.8) ? others : sorts);
    const wait = chance.yes(0.5) ? between(chance, MINUTE, reach) : Math.floor(chance.next() * reach);
    const { who, x } = first;
    return { ...one, ...(chance.yes(0.5) ? { who } : {}), ...(chance.yes(0.4) ? { x } : {}), at: at + wait };
  });
  return [first, ...after];
}

/** Some flurries, most about this and the rest about something else: what has nothing to do with the other can go on beside it. */
function inFlurries(chance: Chance, span: number, sorts: readonly string[]): Gene[] {
  const many = 2 + chance.int(4) + chance.int(Math.ceil(span / (2 * DAY)));
  return Array.from({ length: many }, () => {
    const at = Math.floor(chance.next() * span * 0.85);
    return flurry(chance, at, chance.yes(0.5) ? sorts : few(chance));
  }).flat();
}

/** What everybody sees happen, by the kind of act. */
const SEEN = [
  ...["move", "second", "vote.open", "vote.cast", "tally", "result", "put.all", "meeting.call", "sitting.open"],
  ...["election.open", "nominate", "key.recover", "key.object", "device.add", "device.end", "leave", "join"],
] as const;

/** Acts that answer others', or their own: some time after it happened, each time. */
function answering(chance: Chance, span: number, sorts: readonly string[]): Gene[] {
  return Array.from({ length: 2 + chance.int(3) }, () => {
    const on = chance.yes(0.5) ? chance.pick(sorts) : chance.pick(SEEN);
    const wait = chance.yes(0.5) ? between(chance, MINUTE, 4 * DAY) : chance.int(4 * DAY);
    return { ...anyOf(chance, sorts), at: Math.floor(chance.next() ** 3 * span * 0.5), on: on ?? "move", wait };
  });
}

/** What one plan of the swarm does in so long a time. `n`: which sort of act it must hold; without, any. */
export function swarming(chance: Chance, span: number, n?: number): Gene[] {
  const sorts = n === undefined ? few(chance) : about(chance, n);
  const way = chance.next();
  // Beside what is insisted on there is time for something else, in half of them.
  if (way < 0.3)
    return [...insisting(chance, span, sorts), ...(chance.yes(0.5) ? inFlurries(chance, span, few(chance)) : [])];
  if (way < 0.65) return inFlurries(chance, span, sorts);
  const some = chance.shuffled(sorts).slice(0, 2);
  return [...answering(chance, span, sorts), ...(chance.yes(0.5) ? insisting : inFlurries)(chance, span, some)];
}
