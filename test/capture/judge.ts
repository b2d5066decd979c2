/** Every invariant, looked at over a finished history. */
import { type Break, Findings, INVARIANTS, type Invariant } from "./breaks.ts";
import { calendar, results } from "./life.ts";
import { keysAreTheirs } from "./safety-keys.ts";
import { nobodyDrops } from "./safety-roll.ts";
import { seatsHadNotice } from "./safety-offices.ts";
import { consent, trueCounts } from "./safety.ts";
import { rescue, wayBack } from "./scripts.ts";
import type { World } from "./world.ts";

/** What was seen while the history was lived; of what broke day after day, the first. */
function watched(invariant: Invariant): (world: World, found: Findings) => void {
  return (world, found) => {
    for (const { entry, broke } of world.seen.get(invariant) ?? []) {
      found.met[invariant]++;
      const told = found.breaks.some((b) => b.invariant === invariant && b.told === broke);
      if (broke !== undefined && !told) found.add(invariant, entry, broke);
    }
  };
}

const JUDGES: Readonly<Record<Invariant, (world: World, found: Findings) => void>> = {
  S1: keysAreTheirs,
  S2: (world, found) => {
    trueCounts(world, found);
    watched("S2")(world, found);
  },
  S3: (world, found) => {
    consent(world, found);
    seatsHadNotice(world, found);
  },
  S4: wayBack,
  S5: watched("S5"),
  S6: (world, found) => {
    nobodyDrops(world, found);
    watched("S6")(world, found);
  },
  S7: watched("S7"),
  L1: results,
  L2: calendar,
  L3: watched("L3"),
  L4: watched("L4"),
  L5: rescue,
  L6: watched("L6"),
};

/** Looks at a finished history with all invariants, or with these. */
export function judge(world: World, which: readonly Invariant[] = Object.keys(INVARIANTS) as Invariant[]): Findings {
  const found = new Findings();
  for (const key of which) JUDGES[key](world, found);
  for (const [what, n] of world.known) for (let i = 0; i < n; i++) found.note(what);
  return found;
}

/** The same with one: its breaks. */
export function judgeOne(world: World, invariant: Invariant): readonly Break[] {
  const found = new Findings();
  JUDGES[invariant](world, found);
  return found.breaks;
}
