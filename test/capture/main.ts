/**
 * `npm run capture -- --weeks 10000 --seed 1 [--size 9] [--without RULE] [--only ATTACK] [--verbose]`: plays the
 * capture game and prints what it came to. Ends with 1 where an invariant broke or the run is toothless.
 */
import { parseArgs } from "node:util";
import { calmEnough, told, toothless } from "./printout.ts";
import { search } from "./search.ts";
import { SWITCHES } from "./switches.ts";

const { values } = parseArgs({
  options: {
    weeks: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    size: { type: "string" },
    colluders: { type: "string" },
    without: { type: "string" },
    only: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});

const off = values.without === undefined ? undefined : SWITCHES[values.without];
if (values.without !== undefined && !off)
  throw new Error(`No switch for ${values.without}. There are: ${Object.keys(SWITCHES).join(", ")}.`);
const began = performance.now();
const run = search({
  weeks: Number(values.weeks),
  seed: Number(values.seed),
  ...(values.size === undefined ? {} : { size: Number(values.size) }),
  ...(values.colluders === undefined ? {} : { colluders: Number(values.colluders) }),
  ...(off ? { rules: off } : {}),
  ...(values.only === undefined ? {} : { only: values.only }),
});
console.log(told(run, (performance.now() - began) / 1000));
if (values.verbose) {
  for (const [key, n] of [...run.refusals].sort(([, a], [, b]) => b - a).slice(0, 25))
    console.log(`  refused ${n}× ${key}`);
  for (const b of run.breaks.slice(0, 10))
    console.log(`  ${b.invariant} at entry ${b.entry}: ${b.told} ${JSON.stringify(b.plan)}`);
}
process.exitCode = run.breaks.length > 0 || toothless(run).length > 0 || !calmEnough(run) ? 1 : 0;
