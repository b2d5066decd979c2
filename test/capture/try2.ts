import { SWITCHES } from "./switches.ts";
import { search } from "./search.ts";
const sw = SWITCHES["N-4"]!;
const run = search({ weeks: 20, seed: 1, size: 9, colluders: 3, rules: sw, only: sw.attack });
for (const [k, n] of [...run.refusals].sort((a, b) => b[1] - a[1]).slice(0, 12)) console.log(n, k);
