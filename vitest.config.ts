/** Tests: beside the source for units, `test/` for whatever starts a server, a database or a browser. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/run/order.ts";
import parts from "./test/run/parts.json" with { type: "json" };

const exclude = ["**/node_modules/**", "dist/**"];

export default defineConfig({
  test: {
    pool: "forks",
    // Reading six hundred modules costs more than most files' tests: a worker reads them once.
    isolate: false,
    setupFiles: ["./test/run/cost.ts"],
    sequence: { sequencer: LongestFirst },
    // Only what hangs is stopped: the clock runs faster than the work where others use the machine too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: ["packages/**/*.test.{ts,tsx}", "test/**/*.test.ts", "cases/**/*.test.ts"],
          exclude: [...exclude, ...parts.alone],
          // Stories wait more than they work: one more than there are processors keeps them all at work.
          maxWorkers: availableParallelism() + 1,
        },
      },
      {
        extends: true,
        test: { name: "alone", include: parts.alone, exclude, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
