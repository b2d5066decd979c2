/**
 * The whole test run: types, lint, format, build, then every test (units, properties, database,
 * stories, browser). `node scripts/test.mjs faults|load|fuzz` runs the long form of one suite.
 * Ends with a line `N passed, N failed`, counted from what ran; exit 1 where anything failed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const suite = process.argv[2];
const LONG = { faults: ["test/faults"], load: ["test/load"], fuzz: ["test/fuzz"] };
if (suite !== undefined && !(suite in LONG)) {
  console.error(`There is no suite "${suite}". There are: ${Object.keys(LONG).join(", ")}.`);
  process.exit(2);
}

/** Programs of the operating system that tests drive, and the Debian package that brings each. */
const NEEDS = [
  { package: "chromium", there: () => existsSync("/usr/bin/chromium") },
  { package: "belenios-tool", there: () => existsSync("/usr/bin/belenios-tool") },
  { package: "postgresql", there: () => existsSync("/usr/lib/postgresql") },
];

function installNeeds() {
  const missing = NEEDS.filter((n) => !n.there()).map((n) => n.package);
  if (missing.length === 0) return;
  console.log(`Installing what tests need: ${missing.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], { stdio: "ignore", env });
  const still = NEEDS.filter((n) => !n.there()).map((n) => n.package);
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

function step(name, command, args) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  const good = status === 0;
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function tests(paths, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "nabat-test-"));
  const report = join(folder, "report.json");
  const { status } = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...paths],
    {
      stdio: "inherit",
      env: { ...process.env, ...env },
    },
  );
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
    if (status !== 0 && failed === 0) failed += 1;
  } else failed += 1;
  rmSync(folder, { recursive: true, force: true });
}

installNeeds();
if (suite) tests(LONG[suite], { NABAT_LONG: "1" });
else {
  step("types", "npx", ["tsc", "--noEmit"]);
  step("lint", "npx", ["oxlint", "--type-aware", "--quiet"]);
  step("format", "npx", ["oxfmt", "--check", "."]);
  step("build", "node", ["scripts/build.mjs"]);
  tests(["--exclude=test/e2e/**", "--exclude=test/faults/**"]);
  // Browsers come after the others: stories wait more than they work, so that two go side by side.
  tests(["test/e2e"]);
  // Killed servers and full disks want the machine for themselves.
  tests(["--maxWorkers=1", "test/faults"]);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
