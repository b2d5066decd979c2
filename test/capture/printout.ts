/** What is printed of a run, and whether it counts: a game in which nothing gets through proves nothing. */
import { type Invariant, INVARIANTS } from "./breaks.ts";
import type { Run } from "./search.ts";

/** So often each invariant must have been put to the test, of 1,000 weeks. */
export const LEAST_MET = 100;
/** So much of what colluders try must be entered, in hundredths. */
export const LEAST_ENTERED = 30;
/** So much of what is ordinary gets through in its own time where nobody colludes, in hundredths. */
export const LEAST_CALM = 99;

/** Why a run doesn't count; empty where it does. */
export function toothless(run: Run): string[] {
  const why: string[] = [];
  const share = percent(run.entered, run.tried);
  if (share < LEAST_ENTERED) why.push(`only ${share} % of what colluders tried was entered`);
  for (const key of Object.keys(INVARIANTS) as Invariant[]) {
    const per = Math.round((run.met[key] * 1000) / Math.max(1, run.weeks));
    if (per < LEAST_MET) why.push(`${key} was put to the test ${per} times in 1,000 weeks`);
  }
  return why;
}

/** Is everything ordinary done in its own time, where nobody colludes, in 99 of 100 weeks (L2)? */
export function calmEnough({ calm }: Run): boolean {
  // One in a short run is within chance.
  return calm.late <= 1 || (calm.weeks - calm.late) * 100 >= LEAST_CALM * calm.weeks;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** The printout. `seconds`: how long it took. */
export function told(run: Run, seconds: number): string {
  const lines = [
    `${run.weeks} weeks in ${run.histories} histories, ${run.entries} entries, ${Math.round(run.weeks / seconds)} weeks a second`,
    `bodies: ${[...run.sizes]
      .sort(([a], [b]) => a - b)
      .map(([n, h]) => `${h} of ${n}`)
      .join(", ")}`,
    `colluders tried ${run.tried} acts, ${run.entered} entered (${percent(run.entered, run.tried)} %)`,
    `in wrong hands at worst: keys of ${percent(run.worst.keys, 1)} % of the honest, ${percent(run.worst.positions, 1)} % of positions, ${percent(run.worst.roll, 1)} % of the roll, ${percent(run.worst.offices, 1)} % of offices`,
    `at worst: ${run.worst.unwanted} unwanted decisions in force, ${run.worst.falsely} false counts, ${run.worst.waited} days without a result, ${run.worst.rescue} days to rescue`,
    `calendar: ${[...run.calendar].map(([what, { done, all }]) => `${what} ${done} of ${all}`).join(", ")}`,
    `with nobody colluding: ${run.calm.done} of ${run.calm.all} in their own time; in ${run.calm.late} of ${run.calm.weeks} weeks something late`,
  ];
  for (const key of Object.keys(INVARIANTS) as Invariant[]) {
    const broken = run.breaks.filter((b) => b.invariant === key);
    lines.push(`${key} ${INVARIANTS[key]}: met ${run.met[key]}, broken ${broken.length}`);
    const seen = new Map<string, number>();
    for (const b of broken) seen.set(b.told, (seen.get(b.told) ?? 0) + 1);
    for (const [what, n] of [...seen].sort(([, a], [, b]) => b - a).slice(0, 6)) lines.push(`    ${n}× ${what}`);
  }
  for (const [what, n] of run.known) lines.push(`known, not claimed: ${n}× ${what}`);
  for (const why of toothless(run)) lines.push(`toothless: ${why}`);
  if (!calmEnough(run))
    lines.push(`too slow: in more than ${100 - LEAST_CALM} of 100 weeks something late with nobody colluding`);
  return lines.join("\n");
}
