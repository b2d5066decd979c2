/**
 * Which plans a swarm keeps to change them: not the worst of all, but the worst in each respect, and those that came to
 * something new. Else what does much harm of one sort pushes out what is on the way to another.
 */
import type { Chance } from "./chance.ts";
import type { Damage } from "./damage.ts";
import type { Plan } from "./plan.ts";
import type { World } from "./world.ts";

/** So many are kept for each sort of harm, and of the newest that came to something new. */
const KEPT = 3;

interface Scored {
  readonly plan: Plan;
  readonly score: number;
}

export class Kept {
  readonly #worst = new Map<string, Scored[]>();
  readonly #seen = new Set<string>();
  #novel: Plan[] = [];

  /** Keeps a plan where it did more harm of some sort than those kept, or what none did before. */
  keep(plan: Plan, world: World, damage: Damage): void {
    const { roll: _, ...rest } = damage;
    for (const [sort, score] of Object.entries({ ...rest, ...world.harm })) {
      if (score <= 0) continue;
      const same = [...(this.#worst.get(sort) ?? []), { plan, score }].sort((a, b) => b.score - a.score);
      this.#worst.set(sort, same.slice(0, KEPT));
    }
    const before = this.#seen.size;
    for (const what of doneIn(world)) this.#seen.add(what);
    if (this.#seen.size > before) this.#novel = [plan, ...this.#novel].slice(0, KEPT);
  }

  /** One of those kept, each sort of harm as often as any other. */
  pick(chance: Chance): Plan | undefined {
    const sorts = [...this.#worst.values()].map((s) => s.map(({ plan }) => plan));
    return chance.pick(chance.pick(this.#novel.length > 0 ? [...sorts, this.#novel] : sorts) ?? []);
  }
}

/** What colluders did and were refused: each kind by each sort of hand, and each rule that said no. */
function doneIn(world: World): Set<string> {
  const done = new Set([...world.refusals.keys()].filter((key) => key.startsWith("colluder ")));
  for (const { kind, by, key, at } of world.house.entries) {
    const p = world.byMember.get(by);
    if (!p) continue;
    const hand = p.colludes ? (p.invented ? "invented" : "own") : world.control.holds(key, at) ? undefined : "taken";
    if (hand !== undefined) done.add(`${kind} by ${hand}`);
  }
  return done;
}
