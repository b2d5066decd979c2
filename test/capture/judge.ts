/** Every invariant, looked at over a finished history. */
import { type Break, Findings, INVARIANTS, type Invariant } from "./breaks.ts";
import { calendar, results } from "./life.ts";
import { consent, trueCounts } from "./safety.ts";
import { rescue, wayBack } from "./scripts.ts";
import type { World } from "./world.ts";

const JUDGES: Readonly<Record<Invariant, (world: World, found: Findings) => void>> = {
  S2: trueCounts,
  S3: consent,
  S4: wayBack,
  L1: results,
  L2: calendar,
  L5: rescue,
};

/** Looks at a finished history with all invariants. */
export function judge(world: World): Findings {
  const found = new Findings();
  for (const key of Object.keys(INVARIANTS) as Invariant[]) JUDGES[key](world, found);
  return found;
}

/** The same with one: its breaks. */
export function judgeOne(world: World, invariant: Invariant): readonly Break[] {
  const found = new Findings();
  JUDGES[invariant](world, found);
  return found.breaks;
}
