/**
 * Runs the benches one after another and prints their figures. `npm run bench -- acts verify` runs
 * those named; without names all. Each is also a program of its own: see its first comment.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "bench");
const all = readdirSync(folder)
  .filter((f) => f.endsWith(".ts"))
  .map((f) => f.slice(0, -3));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There are: ${all.join(", ")}.`);
  process.exit(2);
}
let failed = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  const file = join(folder, `${name}.ts`);
  if (!existsSync(file)) continue;
  console.log(`\n── ${name}`);
  const { status } = spawnSync("npx", ["tsx", file], { stdio: ["ignore", "inherit", "ignore"] });
  if (status !== 0) {
    failed += 1;
    console.log(`${name} ended with ${status}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
