/**
 * What a test run costs, part by part, in seconds of processor: held against `test/run/parts.json`, the one
 * place of those figures. Seconds of the clock say more of the machine and of who else works on it.
 */
import { generateKeyPairSync, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";

/** @returns {{ parts: { name: string, what: string, seconds: number, paths?: string[] }[] }} the table */
export function table() {
  return JSON.parse(readFileSync(new URL("../test/run/parts.json", import.meta.url), "utf8"));
}

/** At so many times its share a part fails the run. */
export const TOO_MUCH = 2;
/** Milliseconds of processor for one signature check on the machine of the table. */
const REFERENCE_MS = 0.18;

/** The part that a test file belongs to: the first whose path it begins with. Throws for a file of none. */
export function partOf(file, parts = table().parts) {
  const found = parts.find((p) => p.paths?.some((path) => file.startsWith(path)));
  if (!found) throw new Error(`${file} belongs to no part of the test run: see test/run/parts.json`);
  return found.name;
}

/** How many times slower this machine is than the table's; never below 1. */
export function slowness() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const message = Buffer.from("what a part may cost");
  const signature = sign(null, message, privateKey);
  const rounds = 1_500;
  const before = process.cpuUsage();
  for (let n = 0; n < rounds; n++) verify(null, message, publicKey, signature);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1000 / rounds / REFERENCE_MS);
}

/**
 * Seconds of processor by part. `steps`: those of the steps before the tests, by name. `whole`: all that the
 * tests took, their runner included. `files`: what each test file took.
 */
export function spentByPart(steps, whole, files, parts = table().parts) {
  const spent = Object.fromEntries(parts.map((p) => [p.name, steps[p.name] ?? 0]));
  for (const { file, seconds } of files) spent[partOf(file, parts)] += seconds;
  spent.reading = Math.max(0, whole - files.reduce((sum, f) => sum + f.seconds, 0));
  return spent;
}

/** Parts that cost more than {@link TOO_MUCH} times their share on a machine so many times `slower`. */
export function outgrown(spent, slower, parts = table().parts) {
  return parts.filter((p) => (spent[p.name] ?? 0) > TOO_MUCH * p.seconds * slower);
}

/** The table as people read it, for CONTRIBUTING. */
export function shares(parts = table().parts) {
  const rows = parts.map((p) => `| ${p.name} | ${p.what} | ${p.seconds} s |`);
  const all = parts.reduce((sum, p) => sum + p.seconds, 0);
  return ["| part | is | may cost |", "|---|---|---|", ...rows, `| all |  | ${all} s |`].join("\n");
}

/** What was spent, part by part, and the ten files that took longest on the clock. */
export function account(spent, files, parts = table().parts) {
  const lines = parts.map((p) => `  ${p.name.padEnd(9)}${spent[p.name].toFixed(0).padStart(5)} s of ${p.seconds} s`);
  const slowest = files
    .toSorted((a, b) => b.wall - a.wall)
    .slice(0, 10)
    .map((f) => `  ${f.wall.toFixed(0).padStart(4)} s, ${f.seconds.toFixed(0).padStart(3)} s of processor  ${f.file}`);
  return [
    "\nProcessor time by part, and what it may cost:",
    ...lines,
    "\nThe ten slowest test files:",
    ...slowest,
  ].join("\n");
}
