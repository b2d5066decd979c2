/**
 * `npm run capture -- --weeks 10000 --seed 1`: plays the capture game and prints what it came to. Ends with 1 where an
 * invariant broke or the run is toothless.
 *
 *   --size 9, --colluders 3, --only ATTACK   narrow it
 *   --without RULE                           switches a rule off: then something must break
 *   --known                                  each rule off in turn, led by the attack against it: each breaks within a minute
 *   --unaided                                each rule off in turn, without the attack against it (2,000 weeks each)
 *   --above                                  two colluders of five: nothing is promised but that each breach shows
 *   --keep FOLDER                            what broke is cut to its shortest, signed, and written there as worked cases
 *   --verbose                                plans of what broke, and what was refused
 *   --help                                   this, and which switches and attacks there are
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ATTACKS } from "./attacks.ts";
import { AS_THEY_ARE } from "./house.ts";
import { calmEnough, told, toothless } from "./printout.ts";
import { type Run, search } from "./search.ts";
import { SWITCHES } from "./switches.ts";
import { enoughFound, findKnown, findUnaided, KNOWN_SECONDS, toldUnaided } from "./unaided.ts";
import { toldCase, workedCase } from "./worked-case.ts";

const { values } = parseArgs({
  options: {
    weeks: { type: "string" },
    seed: { type: "string", default: "1" },
    size: { type: "string" },
    colluders: { type: "string" },
    without: { type: "string" },
    only: { type: "string" },
    keep: { type: "string" },
    known: { type: "boolean", default: false },
    unaided: { type: "boolean", default: false },
    above: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

const seed = Number(values.seed);
const off = values.without === undefined ? undefined : SWITCHES[values.without];
if (values.without !== undefined && !off)
  throw new Error(`No switch for ${values.without}. There are: ${Object.keys(SWITCHES).join(", ")}.`);

if (values.help) help();
else if (values.known) known();
else if (values.unaided) unaided();
else play();

/** What stands at the head of this file, and the names that options take. */
function help(): void {
  const head = readFileSync(import.meta.filename, "utf8").split("*/")[0] ?? "";
  console.log(head.replaceAll(/^(\/\*\*| \*) ?/gm, "").trim());
  console.log(`\nSwitches (--without): ${Object.keys(SWITCHES).join(", ")}`);
  console.log(`\nAttacks (--only): ${Object.keys(ATTACKS).join("; ")}`);
}

function known(): void {
  const names = values.without === undefined ? Object.keys(SWITCHES) : [values.without];
  const missed = names.filter((rule) => {
    const began = performance.now();
    const found = findKnown(rule, { weeks: Number(values.weeks ?? 1500), seed });
    const seconds = (performance.now() - began) / 1000;
    const inTime = found.broke !== undefined && seconds <= KNOWN_SECONDS;
    console.log(`${rule}: ${found.broke ?? "nothing broke"} (${found.weeks} weeks, ${seconds.toFixed(1)} s)`);
    return !inTime;
  });
  console.log(`broken by the attack known, within the minute: ${names.length - missed.length} of ${names.length}`);
  if (missed.length > 0) console.log(`not: ${missed.join(", ")}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function unaided(): void {
  const names = values.without === undefined ? Object.keys(SWITCHES) : [values.without];
  const all = names.map((rule) => {
    const found = findUnaided(rule, { weeks: Number(values.weeks ?? 2000), seed });
    console.log(`${rule}: ${found.broke ?? "not found"} (${found.weeks} weeks)`);
    return found;
  });
  console.log(toldUnaided(all));
  process.exitCode = enoughFound(all) ? 0 : 1;
}

function play(): void {
  const began = performance.now();
  const narrowed = values.above ? { size: 5, colluders: 2 } : {};
  const run = search({
    weeks: Number(values.weeks ?? 1000),
    seed,
    ...narrowed,
    ...(values.size === undefined ? {} : { size: Number(values.size) }),
    ...(values.colluders === undefined ? {} : { colluders: Number(values.colluders) }),
    ...(off ? { rules: off } : {}),
    ...(values.only === undefined ? {} : { only: values.only }),
  });
  console.log(told(run, (performance.now() - began) / 1000));
  if (values.verbose) details(run);
  if (values.keep !== undefined) keep(run, values.keep);
  const unseen = run.breaks.filter((b) => b.shows === undefined);
  if (values.above) console.log(`breaches that show nowhere: ${unseen.length}`);
  const fine = values.above
    ? unseen.length === 0
    : run.breaks.length === 0 && toothless(run).length === 0 && calmEnough(run);
  process.exitCode = fine ? 0 : 1;
}

function details(run: Run): void {
  for (const [key, n] of [...run.refusals].sort(([, a], [, b]) => b - a).slice(0, 25))
    console.log(`  refused ${n}× ${key}`);
  for (const b of run.breaks.slice(0, 10))
    console.log(`  ${b.invariant} at entry ${b.entry}: ${b.told} ${JSON.stringify(b.plan)}`);
}

/** One worked case for each sort of break: the record as JSON, and what was done, line by line. */
function keep(run: Run, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const seen = new Set<string>();
  for (const b of run.breaks) {
    const sort = `${b.invariant} ${b.told.replace(/\d+/g, "so many")}`;
    if (seen.has(sort)) continue;
    seen.add(sort);
    const made = workedCase(b.plan, off ?? AS_THEY_ARE, b.invariant, values.without);
    if (!made) {
      console.log(`  not kept: ${sort} (it didn't break with real signatures)`);
      continue;
    }
    const name = join(folder, `${values.without ?? "found"}-${b.invariant}-${seen.size}`.replaceAll(" ", "-"));
    writeFileSync(`${name}.json`, `${JSON.stringify(made)}\n`);
    writeFileSync(`${name}.txt`, `${toldCase(made, off ?? AS_THEY_ARE).join("\n")}\n`);
    console.log(`  kept: ${name}.json (${made.record.length} entries): ${b.told}`);
  }
}
