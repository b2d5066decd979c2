/**
 * Switches. (i): with a rule off, the attack against it breaks an invariant within the minute. (ii): does the search find out by itself that a rule is off, with the fragment of the attack against that
 * rule taken out and all that hold it, from elementary acts and what did damage before? What it misses is listed by name: such a rule is
 * untested or needless.
 */
import { withIts } from "./attacks.ts";
import { type Invariant, INVARIANTS } from "./breaks.ts";
import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";

/** Of the switches so many must be found: two of three. */
export const LEAST_FOUND = { num: 2, den: 3 } as const;
/** Within so many seconds a rule that is off is found out by the attack against it. */
export const KNOWN_SECONDS = 60;

export interface Unaided {
  readonly rule: string;
  /** What broke first; nothing where the search missed it. */
  readonly broke?: Invariant;
  /** Weeks lived until then, or in all. */
  readonly weeks: number;
}

/** Switches (i): the same with its own attack leading every plan, until the invariant of which its switch speaks breaks. */
export function findKnown(rule: string, of: { readonly weeks: number; readonly seed: number }): Unaided {
  const off = SWITCHES[rule];
  if (!off) throw new Error(`No switch for ${rule}.`);
  const { attack, breaks, lasting, size = 9, colluders = 3 } = off;
  const long = lasting === undefined ? {} : { lasting };
  const run = search({ ...of, ...long, size, colluders, rules: off, only: attack, until: breaks });
  const found = run.breaks.some((b) => b.invariant === breaks);
  return { rule, weeks: run.weeks, ...(found ? { broke: breaks } : {}) };
}

/** What needs a script from the end of each history is looked at only where the switch speaks of it. */
function lookedAt(breaks: Invariant): Invariant[] {
  const scripts = breaks === "S4" || breaks === "L5" ? [] : ["S4", "L5"];
  return (Object.keys(INVARIANTS) as Invariant[]).filter((invariant) => !scripts.includes(invariant));
}

/** Searches for one switched-off rule for so many weeks at most, without its own attack. */
export function findUnaided(rule: string, of: { readonly weeks: number; readonly seed: number }): Unaided {
  const off = SWITCHES[rule];
  if (!off) throw new Error(`No switch for ${rule}.`);
  const run = search({
    ...of,
    size: off.size ?? 9,
    colluders: off.colluders ?? 3,
    rules: off,
    without: withIts(off.attack),
    swarm: true,
    untilDue: true,
    which: lookedAt(off.breaks),
    ...(off.lasting === undefined ? {} : { lasting: off.lasting }),
  });
  return { rule, weeks: run.weeks, ...(run.due ? { broke: run.due } : {}) };
}

/** What is printed of all of them. */
export function toldUnaided(all: readonly Unaided[]): string {
  const found = all.filter((u) => u.broke !== undefined);
  const missed = all.filter((u) => u.broke === undefined);
  return [
    ...found.map((u) => `${u.rule} off: ${u.broke} broke within ${u.weeks} weeks`),
    `found without their own attack: ${found.length} of ${all.length}`,
    `not found: ${missed.map((u) => u.rule).join(", ") || "none"}`,
  ].join("\n");
}

/** Were enough found? */
export function enoughFound(all: readonly Unaided[]): boolean {
  return all.filter((u) => u.broke !== undefined).length * LEAST_FOUND.den >= LEAST_FOUND.num * all.length;
}
