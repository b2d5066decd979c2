/**
 * Runs before every test file: gives chance its seed, and notes what the file cost in processor time, its
 * browsers and servers included, where the run asks for it (`NABAT_COSTS`, a file that lines are added to).
 */
import { appendFileSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { configureGlobal, readConfigureGlobal } from "fast-check";
import { afterAll, expect } from "vitest";
import { SEED } from "@nabat/testkit/chance.ts";

/** Processor seconds of this process and of the children that it has waited for; Linux only. */
function spent(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  // utime, stime, cutime and cstime are fields 14 to 17 of the whole line, in ticks of 10 ms.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

configureGlobal({ ...readConfigureGlobal(), seed: SEED });

const costs = process.env["NABAT_COSTS"];
if (costs) {
  const before = spent();
  const since = Date.now();
  // Hooks at the end run in reverse: this one after the file's own, which close what it started.
  afterAll(() => {
    const file = relative(process.cwd(), expect.getState().testPath ?? "");
    appendFileSync(
      costs,
      `${JSON.stringify({ file, seconds: spent() - before, wall: (Date.now() - since) / 1000 })}\n`,
    );
  });
}
