/**
 * The whole test run: types, lint, format, build, then every test (units, properties, database,
 * stories, browser). `node scripts/test.mjs faults|load|fuzz` runs the long form of one suite.
 * Ends with a line `N passed, N failed`, counted from what ran; exit 1 where anything failed, and where
 * a part of the run costs more than twice its share (test-costs.mjs).
 */
import { spawn, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { account, outgrown, slowness, spentByPart, TOO_MUCH } from "./test-costs.mjs";

const suite = process.argv[2];
const LONG = { faults: ["test/faults"], load: ["test/load"], fuzz: ["test/fuzz"] };
if (suite !== undefined && !(suite in LONG)) {
  console.error(`There is no suite "${suite}". There are: ${Object.keys(LONG).join(", ")}.`);
  process.exit(2);
}

/** Programs of the operating system that tests drive, and the Debian package that brings each. */
const NEEDS = [
  // The same engine without a desktop around it takes a third less of the processor; the whole browser does as well.
  {
    package: "chromium-headless-shell",
    there: () => existsSync("/usr/bin/chromium-headless-shell"),
    instead: () => existsSync("/usr/bin/chromium"),
  },
  { package: "belenios-tool", there: () => existsSync("/usr/bin/belenios-tool") },
  { package: "postgresql", there: () => existsSync("/usr/lib/postgresql") },
];

function installNeeds() {
  const missing = NEEDS.filter((n) => !n.there()).map((n) => n.package);
  if (missing.length === 0) return;
  console.log(`Installing what tests need: ${missing.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { stdio: "ignore", env });
  // One by one: what this release of Debian doesn't have must not keep the others out.
  for (const name of missing)
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { stdio: "ignore", env });
  const still = NEEDS.filter((n) => !n.there() && !n.instead?.()).map((n) => n.package);
  if (still.length > 0) {
    console.error(
      `Tests need the Debian packages ${still.join(", ")}, and they could not be installed here: run "apt-get install ${still.join(" ")}" as root and try again.`,
    );
    console.log("\n0 passed, 1 failed");
    process.exit(1);
  }
}

let passed = 0;
let failed = 0;

/**
 * Runs a command; gives whether it went well, and the seconds of processor that it and its children took,
 * which the shell around it tells. `show`: how its output is treated.
 */
function run(command, args, { show = "inherit", env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn("sh", ["-c", '"$@"; s=$?; times >&3; exit $s', "sh", command, ...args], {
      stdio: ["ignore", show, show, "pipe"],
      env: { ...process.env, ...env },
    });
    let [said, times] = ["", ""];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    child.stdio[3].on("data", (chunk) => (times += chunk));
    child.on("close", (status) => {
      const [user = 0, system = 0] = [...(times.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)].map(
        ([, m, s]) => Number(m) * 60 + Number(s),
      );
      done({ good: status === 0, said, seconds: user + system });
    });
  });
}

/** One of the steps before the tests; gives its seconds of processor. Counts as one, passed or failed. */
async function step(name, command, args) {
  const started = Date.now();
  const { good, said, seconds } = await run(command, args, { show: "pipe" });
  if (good) passed += 1;
  else failed += 1;
  process.stdout.write(said);
  console.log(`${good ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return [name, seconds];
}

/** Runs tests and counts them; gives what each file cost, and all of them with their runner. */
async function tests(paths, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "nabat-test-"));
  const [report, costs] = [join(folder, "report.json"), join(folder, "costs")];
  const { good, seconds } = await run(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...paths],
    { env: { NABAT_COSTS: costs, ...env } },
  );
  const before = failed;
  if (existsSync(report)) {
    const counted = JSON.parse(readFileSync(report, "utf8"));
    passed += counted.numPassedTests;
    failed +=
      counted.numFailedTests +
      counted.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length;
    if (counted.numPendingTests + counted.numTodoTests > 0) {
      console.error(
        `${counted.numPendingTests + counted.numTodoTests} tests were skipped: that counts as failed here.`,
      );
      failed += counted.numPendingTests + counted.numTodoTests;
    }
  }
  if (!good && failed === before) failed += 1;
  const lines = existsSync(costs) ? readFileSync(costs, "utf8").trim().split("\n") : [];
  rmSync(folder, { recursive: true, force: true });
  return { whole: seconds, files: lines.map((line) => JSON.parse(line)) };
}

/** The ordinary run, held against what its parts may cost. */
async function everything() {
  const steps = await Promise.all([
    step("build", "node", ["scripts/build.mjs"]),
    step("types", "npx", ["tsc", "--noEmit"]),
    step("lint", "npx", ["oxlint", "--type-aware", "--quiet"]),
    step("format", "npx", ["oxfmt", "--check", "."]),
  ]);
  const { whole, files } = await tests([]);
  const spent = spentByPart(Object.fromEntries(steps), whole, files);
  console.log(account(spent, files));
  const slower = slowness();
  for (const part of outgrown(spent, slower)) {
    failed += 1;
    console.error(
      `✗ the part "${part.name}" took ${spent[part.name].toFixed(0)} s of processor: more than ${TOO_MUCH} times the ${part.seconds} s that it may cost (this machine is ${slower.toFixed(2)} times slower than the table's). Make it cheaper, or move what is long into its own command (CONTRIBUTING.md).`,
    );
  }
}

/** The long form of one suite, on chance of its own. */
async function long() {
  const seed = process.env["NABAT_SEED"] ?? String(randomInt(2 ** 31));
  console.log(`Drawn with NABAT_SEED=${seed}`);
  await tests(LONG[suite], { NABAT_LONG: "1", NABAT_SEED: seed });
  console.log(`Drawn with NABAT_SEED=${seed}`);
}

installNeeds();
await (suite ? long() : everything());
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
