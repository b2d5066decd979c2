import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";
for (const [rule, sw] of Object.entries(SWITCHES)) {
  if (process.argv[2] && !rule.startsWith(process.argv[2])) continue;
  const t = performance.now();
  const run = search({ weeks: 600, seed: 1, size: 9, colluders: 3, rules: sw, only: sw.attack, until: sw.breaks, ...(sw.lasting ? { lasting: sw.lasting } : {}) });
  const by = new Map<string, number>();
  for (const b of run.breaks) by.set(b.invariant, (by.get(b.invariant) ?? 0) + 1);
  console.log(rule, run.breaks.some((b) => b.invariant === sw.breaks) ? "FOUND" : "MISSED", sw.breaks, run.weeks, "weeks", Math.round(performance.now() - t), "ms", JSON.stringify([...by]));
}
